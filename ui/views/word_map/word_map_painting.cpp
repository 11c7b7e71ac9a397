// How `WordMapPicture` paints, the farthest first.

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/word_map/word_map_picture.h"
#include "ui/views/word_map/word_map_words.h"

namespace attentarium {
namespace {

constexpr double kGap = 7;
/// Half the side of the picture of a dot.
constexpr int kDotRoom = 8;

void paintArrow(QPainter& painter, QPointF from, QPointF to, double head) {
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1) return;
    painter.drawLine(from, to);
    const QPointF along = way / length, across(-along.y(), along.x());
    const double size = std::min(head, length / 2);
    painter.save();
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF{to, to - along * size + across * size * 0.45, to - along * size - across * size * 0.45});
    painter.restore();
}

}  // namespace

void WordMapPicture::paint(QPainter& painter, Points points) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    for (const Pane& pane : m_panes) paintPane(painter, pane, points);
    if (m_panes.size() > 1) {
        painter.setPen(theme().line);
        painter.drawLine(m_panes[1].rect.topLeft(), m_panes[1].rect.bottomLeft());
    }
    paintLegend(painter);
    painter.restore();
}

void WordMapPicture::paintPane(QPainter& painter, const Pane& pane, Points points) const {
    painter.save();
    painter.setClipRect(pane.rect);
    paintAxes(painter, pane);
    if (hasArrows()) paintArrows(painter, pane);
    const QPointF move = offset(pane);
    if (m_marks.word && !pane.isOther) {
        painter.setPen(QPen(theme().accent, 1.4));
        for (const Neighbour& one : m_marks.neighbours) painter.drawLine(placeOf(*m_marks.word), placeOf(one.point));
    }
    paintDots(painter, pane, points);
    for (const int word : m_marks.sentence) {
        const auto found = std::ranges::find(pane.words, word);
        if (found == pane.words.end()) continue;
        painter.setPen(QPen(theme().ink, 1.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pane.points[static_cast<std::size_t>(found - pane.words.begin())] + move, 7.5, 7.5);
    }
    if (!pane.isOther) paintAnalogy(painter, pane);
    const auto axes = axisLabels(pane);
    std::vector<QRectF> names;
    for (const auto& [rect, text] : axes) names.push_back(rect);
    std::vector<QRectF> taken = names;
    if (pane.isOther) {
        paintLabels(painter, pane, taken);
        const auto found = m_marks.word ? std::ranges::find(pane.words, *m_marks.word) : pane.words.end();
        if (found != pane.words.end()) {
            // The same word, so that one finds it in both.
            painter.setPen(QPen(theme().accent, 2.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(pane.points[static_cast<std::size_t>(found - pane.words.begin())] + move, 9, 9);
        }
    } else {
        // What is marked finds its room first and is painted last.
        QPainter nowhere;
        paintMarkedLabels(nowhere, pane, taken);
        paintLabels(painter, pane, taken);
        taken = names;
        paintMarkedLabels(painter, pane, taken);
    }
    for (const auto& [rect, text] : axes) {
        painter.fillRect(rect, theme().panel);
        painter.setPen(theme().mutedInk);
        painter.drawText(rect, Qt::AlignCenter, text);
    }
    painter.restore();
}

void WordMapPicture::paintAxes(QPainter& painter, const Pane& pane) const {
    const QPointF origin = offset(pane);
    const QRectF& rect = pane.rect;
    if (m_map->isLinear()) {
        painter.setPen(QPen(theme().line, 1));
        if (origin.y() > rect.top() && origin.y() < rect.bottom()) {
            painter.drawLine(QPointF(rect.left(), origin.y()), QPointF(rect.right(), origin.y()));
        }
        if (origin.x() > rect.left() && origin.x() < rect.right()) {
            painter.drawLine(QPointF(origin.x(), rect.top()), QPointF(origin.x(), rect.bottom()));
        }
    }
}

/// Where the names of the axes stand, and what they are.
std::vector<std::pair<QRectF, QString>> WordMapPicture::axisLabels(const Pane& pane) const {
    std::vector<std::pair<QRectF, QString>> labels;
    const QRectF room = pane.rect.adjusted(4, 3, -4, -3);
    const QFontMetricsF metrics(m_font);
    const auto add = [&](const QString& text, Qt::Alignment alignment, double lower = 0) {
        if (text.isEmpty()) return;
        const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height());
        QRectF rect(room.topLeft() + QPointF(0, lower), size);
        if (alignment & Qt::AlignRight) rect.moveRight(room.right());
        if (alignment & Qt::AlignBottom) rect.moveBottom(room.bottom());
        labels.emplace_back(rect, text);
    };
    const AxisNames names = axisNames(*m_map);
    // Two maps side by side have the same axes.
    const bool isTitled = m_panes.size() > 1;
    if (isTitled) add(paneTitle(pane.isOther), Qt::AlignLeft | Qt::AlignTop);
    if (pane.isOther) return labels;
    add(names.up, Qt::AlignLeft | Qt::AlignTop, isTitled ? metrics.height() : 0);
    add(names.across, Qt::AlignRight | Qt::AlignBottom);
    return labels;
}

void WordMapPicture::paintArrows(QPainter& painter, const Pane& pane) const {
    const QPointF move = offset(pane);
    QColor colour = theme().mutedInk;
    colour.setAlphaF(0.7f);
    painter.setPen(QPen(colour, 1));
    const QRectF sight = pane.rect.adjusted(-20, -20, 20, 20);
    for (std::size_t i = 0; i < m_map->shared.size(); ++i) {
        const double* const place = m_map->otherPlaces.row(static_cast<std::int64_t>(i));
        const QPointF from = pane.points[static_cast<std::size_t>(m_map->shared[i].first)] + move;
        const QPointF to = QPointF(place[0] * m_scale, -place[1] * m_scale) + move;
        if (sight.contains(from) || sight.contains(to)) paintArrow(painter, from, to, 6);
    }
}

/// Thousands of large dots would be one blot.
double WordMapPicture::dotScale() const {
    return m_map->cloud->count() > 1000 ? 0.6 : 1;
}

const QPixmap& WordMapPicture::dot(int look, double ratio) const {
    if (m_dotRatio != ratio) {
        m_dotRatio = ratio;
        m_dots = {};
    }
    QPixmap& pixmap = m_dots[static_cast<std::size_t>(look)];
    if (pixmap.isNull()) {
        pixmap = QPixmap((QSizeF(2 * kDotRoom, 2 * kDotRoom) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(kDotRoom, kDotRoom);
        painter.scale(dotScale(), dotScale());
        painter.fillPath(shapeOfLook(look), colourOfLook(look));
    }
    return pixmap;
}

void WordMapPicture::paintDots(QPainter& painter, const Pane& pane, Points points) const {
    const QPointF move = offset(pane);
    const QRectF sight = pane.rect.adjusted(-kDotRoom, -kDotRoom, kDotRoom, kDotRoom);
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    for (std::size_t i = 0; i < pane.points.size(); ++i) {
        const QPointF place = pane.points[i] + move;
        if (!sight.contains(place)) continue;
        const int look = m_looks[static_cast<std::size_t>(pane.words[i])];
        if (points == Points::AsPixels) {
            painter.drawPixmap(QPoint(qRound(place.x()) - kDotRoom, qRound(place.y()) - kDotRoom), dot(look, ratio));
        } else {
            const QTransform there = QTransform::fromTranslate(place.x(), place.y()).scale(dotScale(), dotScale());
            painter.fillPath(there.map(shapeOfLook(look)), colourOfLook(look));
        }
    }
    painter.setPen(QPen(theme().accent, 1.6, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    if (pane.isOther) return;
    for (const int word : m_marks.caught) painter.drawEllipse(placeOf(word), 8.5, 8.5);
}

/// Where the painter is not active, room is found and nothing else.
void WordMapPicture::paintMarkedLabels(QPainter& painter, const Pane& pane, std::vector<QRectF>& taken) const {
    const QFontMetricsF metrics(m_font);
    const auto label = [&](int word, const QString& text, bool isChosen) {
        const QPointF point = placeOf(word);
        if (!pane.rect.contains(point)) return;
        const QSizeF size(metrics.horizontalAdvance(text) + 8, metrics.height());
        const auto fits = [&](const QRectF& rect) {
            return pane.rect.contains(rect) &&
                   std::ranges::none_of(taken, [&](const QRectF& other) { return other.intersects(rect); });
        };
        const std::vector<QRectF> places = placesBeside(point, size, kGap + 1);
        const auto found = std::ranges::find_if(places, fits);
        if (found == places.end()) return;
        taken.push_back(*found);
        if (!painter.isActive()) return;
        painter.setPen(isChosen ? QPen(Qt::NoPen) : QPen(theme().accent, 1));
        painter.setBrush(isChosen ? theme().accent : theme().panel);
        painter.drawRoundedRect(*found, 3, 3);
        painter.setPen(isChosen ? theme().onAccent : theme().ink);
        painter.drawText(*found, Qt::AlignCenter, text);
    };
    const QStringList& words = m_map->cloud->words;
    if (m_marks.word) label(*m_marks.word, words[*m_marks.word], true);
    if (const auto& analogy = m_marks.analogy) {
        if (analogy->found) label(*analogy->found, words[*analogy->found], true);
        for (const int word : {analogy->a, analogy->b, analogy->c}) label(word, words[word], false);
    }
    if (!m_marks.word) return;
    for (const Neighbour& one : m_marks.neighbours) {
        label(one.point, words[one.point] + QLatin1Char(' ') + shortNumber(one.cosine), false);
    }
}

void WordMapPicture::paintLabels(QPainter& painter, const Pane& pane, const std::vector<QRectF>& taken) const {
    const QPointF move = offset(pane);
    painter.setPen(theme().ink);
    painter.setBrush(Qt::NoBrush);
    for (const PlacedLabel& label : pane.labels) {
        const QRectF rect = label.rect.translated(move);
        if (!pane.rect.contains(rect)) continue;
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(rect); })) continue;
        const auto word = static_cast<std::size_t>(pane.words[static_cast<std::size_t>(label.point)]);
        QStaticText& text = m_texts[word];
        if (text.text().isEmpty()) {
            text.setText(m_map->cloud->words[static_cast<int>(word)]);
            text.setTextFormat(Qt::PlainText);
            text.setPerformanceHint(QStaticText::AggressiveCaching);
            text.prepare({}, m_font);
        }
        painter.drawStaticText(rect.topLeft() + QPointF(2, 0), text);
    }
}

void WordMapPicture::paintAnalogy(QPainter& painter, const Pane& pane) const {
    const auto& analogy = m_marks.analogy;
    if (!analogy) return;
    const QPointF a = placeOf(analogy->a), b = placeOf(analogy->b), c = placeOf(analogy->c);
    painter.setPen(QPen(theme().key, 2));
    paintArrow(painter, b, a, 11);
    // On a map of directions sums are sums; on one of neighbours there is no place for a − b + c.
    if (m_map->isLinear()) {
        // The origin of the vectors may lie off that of the map, but it is added once and taken away once.
        const QPointF corner = a - b + c;
        paintArrow(painter, c, corner, 11);
        painter.setPen(QPen(theme().key, 1, Qt::DashLine));
        painter.drawLine(b, c);
        painter.drawLine(a, corner);
        if (analogy->found) {
            painter.setPen(QPen(theme().accent, 1.6, Qt::DotLine));
            painter.drawLine(corner, placeOf(*analogy->found));
        }
        painter.setPen(QPen(theme().key, 1.8));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(corner - QPointF(5, 5), QSizeF(10, 10)));
    } else if (analogy->found) {
        paintArrow(painter, c, placeOf(*analogy->found), 11);
    }
    if (analogy->found) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(placeOf(*analogy->found), 8, 8);
    }
    Q_UNUSED(pane);
}

void WordMapPicture::paintLegend(QPainter& painter) const {
    for (const auto& [look, rect] : legend()) {
        painter.fillPath(shapeOfLook(look).translated(rect.left() + 5, rect.center().y()), colourOfLook(look));
        painter.setPen(theme().ink);
        painter.drawText(rect.adjusted(14, 0, 4, 0), Qt::AlignLeft | Qt::AlignVCenter, nameOfLook(look));
    }
}

}  // namespace attentarium
