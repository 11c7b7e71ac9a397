#include "ui/views/training_charts/curve.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/explain/theme.h"

namespace attentarium {

std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t most, bool logarithmic) {
    std::vector<QPointF> kept;
    const auto counts = [logarithmic](const QPointF& point) {
        return std::isfinite(point.y()) && (!logarithmic || point.x() > 0);
    };
    if (points.size() <= most) {
        std::ranges::copy_if(points, std::back_inserter(kept), counts);
        return kept;
    }
    const auto first = std::ranges::find_if(points, counts);
    if (first == points.end()) return kept;
    const double last = points.back().x();
    kept.reserve(most);
    // The end of a stretch is worked out once for each, since a logarithm for each of many points would take long.
    const double from = first->x();
    const auto endOf = [&](std::size_t stretch) {
        const double share = static_cast<double>(stretch + 1) / static_cast<double>(most);
        return logarithmic ? from * std::pow(last / from, share) : from + (last - from) * share;
    };
    std::size_t stretch = 0;
    double end = endOf(0), x = 0, y = 0;
    int count = 0;
    const auto close = [&] {
        if (count > 0) kept.emplace_back(x / count, y / count);
        x = y = 0;
        count = 0;
    };
    for (const QPointF& point : std::span(first, points.end())) {
        if (!counts(point)) continue;
        while (point.x() > end && stretch + 1 < most) {
            close();
            end = endOf(++stretch);
        }
        x += point.x();
        y += point.y();
        ++count;
    }
    close();
    return kept;
}

std::vector<QPointF> smoothed(std::span<const QPointF> points, double steps) {
    std::vector<QPointF> means(points.begin(), points.end());
    if (steps <= 1) return means;
    const double stays = 1 - 1 / steps;
    double mean = 0, weight = 0;
    for (QPointF& point : means) {
        if (!std::isfinite(point.y())) continue;
        mean = stays * mean + (1 - stays) * point.y();
        weight = stays * weight + (1 - stays);
        point.setY(mean / weight);
    }
    return means;
}

const QPointF* pointAt(const Curve& curve, double step) {
    const auto behind = std::ranges::upper_bound(curve.points, step, {}, &QPointF::x);
    return behind == curve.points.begin() ? nullptr : &*std::prev(behind);
}

Qt::PenStyle dashOf(int place) {
    constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return kDashes[static_cast<std::size_t>(place) % kDashes.size()];
}

CurveMarker markerOf(int place) {
    constexpr std::array kMarkers{CurveMarker::Circle, CurveMarker::Square, CurveMarker::Triangle, CurveMarker::Diamond,
                                  CurveMarker::Cross};
    return kMarkers[static_cast<std::size_t>(place) % kMarkers.size()];
}

QColor colourOfCurve(int place) {
    const Theme& now = theme();
    const std::array colours{now.accent, now.backward, now.update, now.attention, now.key, now.mutedInk, now.ink};
    return colours[static_cast<std::size_t>(place) % colours.size()];
}

}  // namespace attentarium
