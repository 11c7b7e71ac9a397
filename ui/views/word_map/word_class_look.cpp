#include "ui/views/word_map/word_class_look.h"

#include <QCoreApplication>
#include <QPolygonF>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

struct WordLooks {
    Q_DECLARE_TR_FUNCTIONS(attentarium::WordLooks)
};

/// Okabe and Ito's colours, darker for light ground and lighter for dark.
constexpr std::array<QRgb, kWordLooks> kOnLight{0xd55e00, 0x0072b2, 0x00805e, 0x9a4f96, 0x9a6a00,
                                                0xb0306a, 0x1c2430, 0x6b7280, 0x8a929c, 0x6b7280};
constexpr std::array<QRgb, kWordLooks> kOnDark{0xff8a3d, 0x56b4e9, 0x2fc79a, 0xcc86c8, 0xf0e442,
                                               0xff8fb5, 0xe8ecf1, 0xa7b0bc, 0x8f99a6, 0xa7b0bc};

QPainterPath polygon(int corners, double radius, double turn) {
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        points.append({radius * std::sin(angle), -radius * std::cos(angle)});
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath star() {
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 6.2 : 2.7, angle = std::numbers::pi * i / 5;
        points.append({radius * std::sin(angle), -radius * std::cos(angle)});
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath circle(double radius) {
    QPainterPath path;
    path.addEllipse(QPointF(), radius, radius);
    return path;
}

QPainterPath bars(bool slanted) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRect(-5, -1.3, 10, 2.6);
    path.addRect(-1.3, -5, 2.6, 10);
    return slanted ? QTransform().rotate(45).map(path) : path;
}

}  // namespace

int lookOf(const std::optional<WordClass>& wordClass) {
    return wordClass ? static_cast<int>(*wordClass) : kWordLooks - 1;
}

QString nameOfLook(int look) {
    switch (look) {
        case static_cast<int>(WordClass::Person):
            return WordLooks::tr("people");
        case static_cast<int>(WordClass::Animal):
            return WordLooks::tr("animals");
        case static_cast<int>(WordClass::Thing):
            return WordLooks::tr("things");
        case static_cast<int>(WordClass::Place):
            return WordLooks::tr("places");
        case static_cast<int>(WordClass::Verb):
            return WordLooks::tr("verbs");
        case static_cast<int>(WordClass::Adjective):
            return WordLooks::tr("adjectives");
        case static_cast<int>(WordClass::Pronoun):
            return WordLooks::tr("pronouns");
        case static_cast<int>(WordClass::Function):
            return WordLooks::tr("function words");
        case static_cast<int>(WordClass::Punctuation):
            return WordLooks::tr("marks");
        default:
            return WordLooks::tr("other words");
    }
}

QColor colourOfLook(int look) {
    const auto at = static_cast<std::size_t>(look);
    return QColor(theme().isDark() ? kOnDark[at] : kOnLight[at]);
}

const QPainterPath& shapeOfLook(int look) {
    constexpr double kHalf = std::numbers::pi;
    static const std::array<QPainterPath, kWordLooks> shapes{circle(4.6),
                                                             polygon(4, 5.8, 0),
                                                             polygon(4, 6, kHalf / 4),
                                                             polygon(6, 5.3, 0),
                                                             polygon(3, 6, 0),
                                                             polygon(3, 6, kHalf),
                                                             star(),
                                                             bars(false),
                                                             bars(true),
                                                             circle(2.8)};
    return shapes[static_cast<std::size_t>(look)];
}

}  // namespace attentarium
