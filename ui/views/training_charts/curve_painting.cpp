#include "ui/views/training_charts/curve_painting.h"

#include <QPainter>
#include <algorithm>
#include <vector>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

// Markers closer than this would hide their line.
constexpr double kBetweenMarkers = 28;
// A narrower chart has room for the signs of its marks only.
constexpr double kLinesForWords = 18;

struct EndName {
    const Curve* curve;
    QPointF end;
    double y;
};

/// Moves names apart that would stand on each other, and keeps all of them between `top` and `bottom`.
void spread(std::vector<EndName>& names, double line, double top, double bottom) {
    std::ranges::stable_sort(names, {}, &EndName::y);
    double free = top;
    for (EndName& name : names) {
        name.y = std::max(name.y, free);
        free = name.y + line;
    }
    double limit = bottom;
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        name->y = std::min(name->y, limit);
        limit = name->y - line;
    }
}

QColor colourOf(const StepMark& mark) {
    switch (mark.kind) {
        case StepMark::Kind::Change:
            return theme().mutedInk;
        case StepMark::Kind::Best:
            return theme().update;
        case StepMark::Kind::Problem:
            return theme().key;
        case StepMark::Kind::Shown:
            return theme().accent;
    }
    return theme().ink;
}

/// A sign that tells the kinds of marks apart without their colour.
QString signOf(const StepMark& mark) {
    switch (mark.kind) {
        case StepMark::Kind::Change:
            return QStringLiteral("⚙");
        case StepMark::Kind::Best:
            return QStringLiteral("★");
        case StepMark::Kind::Problem:
            return QStringLiteral("✕");
        case StepMark::Kind::Shown:
            return QStringLiteral("▼");
    }
    return {};
}

}  // namespace

void paintMarker(QPainter& painter, CurveMarker marker, const QPointF& at, double radius) {
    const double r = radius;
    switch (marker) {
        case CurveMarker::None:
            return;
        case CurveMarker::Circle:
            painter.drawEllipse(at, r, r);
            return;
        case CurveMarker::Square:
            painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
            return;
        case CurveMarker::Triangle:
            painter.drawPolygon(
                QPolygonF{{at.x(), at.y() - r * 1.2}, {at.x() + r * 1.1, at.y() + r}, {at.x() - r * 1.1, at.y() + r}});
            return;
        case CurveMarker::Diamond:
            painter.drawPolygon(QPolygonF{{at.x(), at.y() - r * 1.3},
                                          {at.x() + r * 1.3, at.y()},
                                          {at.x(), at.y() + r * 1.3},
                                          {at.x() - r * 1.3, at.y()}});
            return;
        case CurveMarker::Cross:
            painter.save();
            painter.setPen(QPen(painter.brush().color(), r * 0.7));
            painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
            painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
            painter.restore();
            return;
    }
}

void CurvePainting::paint(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    paintMarks(painter);
    paintMarkers(painter);
    paintNames(painter);
    paintReading(painter);
    if (!hasFocus) return;
    painter.setPen(QPen(theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(whole.adjusted(1, 1, -1, -1));
}

void CurvePainting::paintMarks(QPainter& painter) const {
    const QFontMetricsF metrics(font);
    const double line = metrics.height();
    // The right end of what is already written in each row.
    std::vector<double> taken;
    for (const StepMark& mark : marks) {
        const double x = placeOf({mark.step, 0}).x();
        if (x < plot.left() - 1 || x > plot.right() + 1) continue;
        painter.setPen(QPen(colourOf(mark), 1.5, mark.kind == StepMark::Kind::Shown ? Qt::SolidLine : Qt::DashLine));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const bool wide = plot.width() > line * kLinesForWords && !mark.text.isEmpty();
        const QString text =
            wide ? metrics.elidedText(signOf(mark) + QLatin1Char(' ') + mark.text, Qt::ElideRight, plot.width() / 2)
                 : signOf(mark);
        const double width = metrics.horizontalAdvance(text) + 6;
        const bool left = x + width > plot.right();
        const double from = left ? std::max(plot.left(), x - width - 2) : x + 2;
        std::size_t row = 0;
        while (row < taken.size() && taken[row] > from) ++row;
        if (row == taken.size()) taken.push_back(0);
        taken[row] = from + width;
        const QRectF area(from, plot.top() + static_cast<double>(row) * line, width, line);
        if (area.bottom() > plot.bottom()) continue;
        QColor ground = theme().window;
        ground.setAlpha(215);
        painter.fillRect(area, ground);
        painter.setPen(typeColour(colourOf(mark)));
        painter.drawText(area, Qt::AlignCenter, text);
    }
}

void CurvePainting::paintMarkers(QPainter& painter) const {
    for (const Curve& curve : curves) {
        if (curve.marker == CurveMarker::None || curve.points.empty()) continue;
        painter.setPen(QPen(theme().window, 1));
        painter.setBrush(curve.colour);
        double last = -kBetweenMarkers;
        for (const QPointF& point : curve.points) {
            const QPointF at = placeOf(point);
            if (at.x() - last < kBetweenMarkers || !plot.adjusted(-2, -2, 2, 2).contains(at)) continue;
            paintMarker(painter, curve.marker, at, curve.width + 1.5);
            last = at.x();
        }
    }
}

void CurvePainting::paintNames(QPainter& painter) const {
    const QFontMetricsF metrics(font);
    const double line = metrics.height(), gap = line * 0.9;
    std::vector<EndName> names;
    for (const Curve& curve : curves) {
        if (!curve.isNamed || curve.points.empty()) continue;
        const QPointF end = placeOf(curve.points.back());
        names.push_back(
            {&curve, {std::min(end.x(), plot.right()), std::clamp(end.y(), plot.top(), plot.bottom())}, end.y()});
    }
    const double left = plot.right() + gap, room = whole.right() - left - 2;
    const bool tooWide = std::ranges::any_of(
        names, [&](const EndName& name) { return metrics.horizontalAdvance(name.curve->name) > room; });
    // A long name stands on two lines, where all of them can.
    const bool onTwo = tooWide && 2 * line * static_cast<double>(names.size()) <= plot.height();
    const double each = onTwo ? 2 * line : line;
    spread(names, each, plot.top() + each / 2, plot.bottom() - each / 2);
    for (const EndName& name : names) {
        painter.setPen(QPen(name.curve->colour, 1, Qt::DotLine));
        painter.drawLine(name.end, QPointF(left - gap / 3, name.y));
        painter.setPen(QPen(theme().window, 1));
        painter.setBrush(name.curve->colour);
        const bool marked = name.curve->marker != CurveMarker::None;
        paintMarker(painter, marked ? name.curve->marker : CurveMarker::Circle, name.end, 3.5);
        painter.setPen(typeColour(name.curve->colour));
        const QString text = onTwo ? name.curve->name : metrics.elidedText(name.curve->name, Qt::ElideRight, room);
        painter.drawText(QRectF(left, name.y - line, room, 2 * line),
                         Qt::AlignLeft | Qt::AlignVCenter | (onTwo ? Qt::TextWordWrap : Qt::TextSingleLine), text);
    }
}

void CurvePainting::paintReading(QPainter& painter) const {
    if (!readStep) return;
    const double x = placeOf({*readStep, 0}).x();
    painter.setPen(QPen(theme().ink, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    for (const Curve& curve : curves) {
        const QPointF* const point = pointAt(curve, *readStep);
        if (!point) continue;
        painter.setPen(QPen(theme().ink, 1.5));
        painter.setBrush(curve.colour);
        painter.drawEllipse(placeOf(*point), 3.5, 3.5);
    }
}

}  // namespace attentarium
