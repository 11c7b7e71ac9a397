#include "ui/views/word_map/word_map_picture.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace attentarium {
namespace {

constexpr double kMargin = 20;
/// From a point to its label.
constexpr double kGap = 7;
constexpr double kReach = 12;
constexpr double kLegendGap = 14;

}  // namespace

void WordMapPicture::setMap(const std::shared_ptr<const WordMap>& map) {
    const bool isOtherCloud = !m_map || !map || m_map->cloud != map->cloud;
    const bool isOtherKind = isOtherCloud || m_map->kind != map->kind;
    m_map = map;
    if (isOtherCloud) {
        m_dotRatio = 0;
        m_marks = {};
        m_looks.clear();
        m_counts = {};
        if (m_map) {
            for (const auto& wordClass : m_map->cloud->classes) {
                m_looks.push_back(lookOf(wordClass));
                ++m_counts[static_cast<std::size_t>(m_looks.back())];
            }
        }
        setFont(m_font);
    }
    if (isOtherKind) m_isFitted = true;
    layOut();
}

void WordMapPicture::setFont(const QFont& font) {
    m_font = font;
    const QFontMetricsF metrics(font);
    m_sizes.clear();
    m_texts.clear();
    if (!m_map) return;
    for (const QString& word : m_map->cloud->words) {
        m_sizes.emplace_back(metrics.horizontalAdvance(word) + 4, metrics.height());
    }
    m_texts.resize(m_sizes.size());
    layOut();
}

void WordMapPicture::setMarks(const MapMarks& marks) {
    const bool isOtherSentence = m_marks.sentence != marks.sentence;
    m_marks = marks;
    if (isOtherSentence) layOutLabels();
}

void WordMapPicture::setArea(const QSizeF& area) {
    m_area = area;
    layOut();
}

void WordMapPicture::setOtherAsArrows(bool arrows) {
    m_otherAsArrows = arrows;
    layOut();
}

void WordMapPicture::forgetLooks() {
    m_dotRatio = 0;
    layOut();
}

QRectF WordMapPicture::bounds() const {
    double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;
    const auto take = [&](const attentarium::Points& places) {
        for (std::int64_t i = 0; i < places.count; ++i) {
            left = std::min(left, places.row(i)[0]);
            right = std::max(right, places.row(i)[0]);
            bottom = std::min(bottom, places.row(i)[1]);
            top = std::max(top, places.row(i)[1]);
        }
    };
    take(m_map->places);
    if (m_map->other) take(m_map->otherPlaces);
    return left > right ? QRectF() : QRectF(left, bottom, right - left, top - bottom);
}

/// Where the names of the looks that occur stand: in a column at the left where the area is wide, else in rows at the
/// bottom, so that the map has as much height as can be.
std::vector<std::pair<int, QRectF>> WordMapPicture::legend() const {
    std::vector<std::pair<int, QRectF>> places;
    const QFontMetricsF metrics(m_font);
    const double line = metrics.height() + 3;
    const auto looks = std::ranges::count_if(m_counts, [](int count) { return count > 0; });
    // One class alone says nothing.
    if (looks < 2) return places;
    const double top = line + 14;
    const bool isColumn =
        m_area.width() > 1.4 * m_area.height() && top + static_cast<double>(looks) * line < m_area.height();
    double x = 10, y = isColumn ? top : 0;
    for (int look = 0; look < kWordLooks; ++look) {
        if (m_counts[static_cast<std::size_t>(look)] == 0) continue;
        const double width = 14 + metrics.horizontalAdvance(nameOfLook(look));
        if (!isColumn && x > 10 && x + width > m_area.width() - 10) {
            x = 10;
            y += line;
        }
        places.emplace_back(look, QRectF(x, y, width, metrics.height()));
        if (isColumn) {
            y += line;
        } else {
            x += width + kLegendGap;
        }
    }
    // Where type is large, the words themselves matter more than the names of their classes, which a hover tells too.
    if (!isColumn && y + line > m_area.height() / 3) return {};
    if (!isColumn) {
        const double up = m_area.height() - 5 - y - metrics.height();
        for (auto& [look, rect] : places) rect.translate(0, up);
    }
    return places;
}

/// What the legend leaves for the map.
QRectF WordMapPicture::mapRect() const {
    QRectF rect(QPointF(), m_area);
    const auto places = legend();
    if (places.empty()) return rect;
    const bool isColumn = places.back().second.bottom() < m_area.height() - 6;
    if (isColumn) {
        double right = 0;
        for (const auto& [look, name] : places) right = std::max(right, name.right());
        rect.setLeft(right + 8);
    } else {
        rect.setBottom(std::max(40.0, places[0].second.top() - 3));
    }
    return rect;
}

void WordMapPicture::layOut() {
    m_panes.clear();
    if (!m_map || m_map->places.count == 0 || m_sizes.empty()) return;
    const QRectF whole = mapRect();
    Pane first;
    first.rect = whole;
    if (hasOtherPane()) first.rect.setWidth(whole.width() / 2);
    if (m_isFitted) {
        const QRectF all = bounds();
        // Labels stand to the right of the last points.
        const double across = std::max(40.0, first.rect.width() - 2 * kMargin - 24);
        // Above and below are the names of the axes.
        const double up = std::max(40.0, first.rect.height() - 2 * (QFontMetricsF(m_font).height() + 10));
        m_centre = all.center();
        m_scale = std::min(all.width() > 0 ? across / all.width() : INFINITY,
                           all.height() > 0 ? up / all.height() : INFINITY);
        if (!std::isfinite(m_scale)) m_scale = 1;
    }
    const auto pixels = [&](const double* place) { return QPointF(place[0] * m_scale, -place[1] * m_scale); };
    for (int word = 0; word < m_map->cloud->count(); ++word) {
        first.words.push_back(word);
        first.points.push_back(pixels(m_map->places.row(word)));
    }
    m_panes.push_back(std::move(first));
    if (hasOtherPane()) {
        Pane second;
        second.isOther = true;
        second.rect = whole.adjusted(whole.width() / 2, 0, 0, 0);
        for (std::size_t i = 0; i < m_map->shared.size(); ++i) {
            second.words.push_back(m_map->shared[i].first);
            second.points.push_back(pixels(m_map->otherPlaces.row(static_cast<std::int64_t>(i))));
        }
        m_panes.push_back(std::move(second));
    }
    layOutLabels();
}

void WordMapPicture::layOutLabels() {
    for (Pane& pane : m_panes) {
        std::vector<int> at(m_sizes.size(), -1);
        std::vector<QSizeF> sizes;
        for (std::size_t i = 0; i < pane.words.size(); ++i) {
            at[static_cast<std::size_t>(pane.words[i])] = static_cast<int>(i);
            sizes.push_back(m_sizes[static_cast<std::size_t>(pane.words[i])]);
        }
        std::vector<int> order;
        const auto take = [&](int word) {
            int& place = at[static_cast<std::size_t>(word)];
            if (place >= 0) order.push_back(std::exchange(place, -1));
        };
        for (const int word : m_marks.sentence) take(word);
        for (const int word : m_map->cloud->byImportance) take(word);
        pane.labels = placedLabels(pane.points, sizes, order, kGap);
    }
}

QPointF WordMapPicture::offset(const Pane& pane) const {
    return pane.rect.center() - QPointF(m_centre.x() * m_scale, -m_centre.y() * m_scale);
}

void WordMapPicture::pan(QPointF pixels) {
    m_isFitted = false;
    m_centre -= QPointF(pixels.x() / m_scale, -pixels.y() / m_scale);
}

void WordMapPicture::zoom(double factor, QPointF about) {
    if (m_panes.empty()) return;
    const Pane* const pane = paneAt(about);
    const QPointF fromCentre = about - (pane ? *pane : m_panes.front()).rect.center();
    const QRectF all = bounds();
    const double size = std::max({all.width(), all.height(), 1e-12});
    // From the whole as large as a thumb to a thousandth of it over the page.
    const double scale = std::clamp(m_scale * factor, 40 / size, 1000 * m_area.width() / size);
    const QPointF move = fromCentre / m_scale - fromCentre / scale;
    m_centre += QPointF(move.x(), -move.y());
    m_scale = scale;
    m_isFitted = false;
    layOut();
}

void WordMapPicture::fit() {
    m_isFitted = true;
    layOut();
}

void WordMapPicture::frame(const std::vector<QPointF>& places) {
    if (m_panes.empty() || places.empty()) return;
    const QRectF box = QPolygonF(QList<QPointF>(places.begin(), places.end())).boundingRect();
    const QRectF& room = m_panes.front().rect;
    const QRectF all = bounds();
    const double whole =
        std::min(room.width() / std::max(all.width(), 1e-12), room.height() / std::max(all.height(), 1e-12));
    constexpr double kShare = 0.55, kLargest = 12;
    m_scale = std::min({kShare * room.width() / std::max(box.width(), 1e-12),
                        kShare * room.height() / std::max(box.height(), 1e-12), kLargest * whole});
    m_centre = box.center();
    m_isFitted = false;
    layOut();
}

void WordMapPicture::bringIntoSight(int word) {
    if (m_panes.empty()) return;
    const QRectF room = m_panes.front().rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QPointF place = placeOf(word);
    if (room.contains(place)) return;
    pan({std::clamp(place.x(), room.left(), room.right()) - place.x(),
         std::clamp(place.y(), room.top(), room.bottom()) - place.y()});
}

const WordMapPicture::Pane* WordMapPicture::paneAt(QPointF position) const {
    const auto found = std::ranges::find_if(m_panes, [&](const Pane& pane) { return pane.rect.contains(position); });
    return found == m_panes.end() ? nullptr : &*found;
}

std::optional<int> WordMapPicture::wordAt(QPointF position) const {
    const Pane* const pane = paneAt(position);
    if (!pane) return std::nullopt;
    const QPointF inMap = position - offset(*pane);
    std::optional<int> nearest;
    double least = kReach * kReach;
    for (std::size_t i = 0; i < pane->points.size(); ++i) {
        const QPointF way = pane->points[i] - inMap;
        const double distance = QPointF::dotProduct(way, way);
        if (distance < least) {
            least = distance;
            nearest = pane->words[i];
        }
    }
    if (nearest) return nearest;
    for (const PlacedLabel& label : pane->labels) {
        if (label.rect.contains(inMap)) return pane->words[static_cast<std::size_t>(label.point)];
    }
    return std::nullopt;
}

std::vector<int> WordMapPicture::wordsIn(const QPolygonF& lasso) const {
    std::vector<int> words;
    if (lasso.isEmpty()) return words;
    const Pane* const pane = paneAt(lasso.first());
    if (!pane) return words;
    const QPolygonF inMap = lasso.translated(-offset(*pane));
    for (std::size_t i = 0; i < pane->points.size(); ++i) {
        if (inMap.containsPoint(pane->points[i], Qt::OddEvenFill)) words.push_back(pane->words[i]);
    }
    return words;
}

std::vector<int> WordMapPicture::wordsInSight() const {
    if (m_panes.empty()) return {};
    return wordsIn(QPolygonF(m_panes.front().rect.adjusted(0.5, 0.5, -0.5, -0.5)));
}

QPointF WordMapPicture::placeOf(int word) const {
    if (m_panes.empty()) return {};
    const Pane& pane = m_panes.front();
    return pane.points[static_cast<std::size_t>(word)] + offset(pane);
}

std::vector<PlacedLabel> WordMapPicture::labelsInSight() const {
    std::vector<PlacedLabel> seen;
    for (const Pane& pane : m_panes) {
        const QPointF move = offset(pane);
        for (const PlacedLabel& label : pane.labels) {
            const QRectF rect = label.rect.translated(move);
            if (pane.rect.contains(rect)) {
                seen.push_back({pane.words[static_cast<std::size_t>(label.point)], rect});
            }
        }
    }
    return seen;
}

}  // namespace attentarium
