#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"
#include "ui/views/stage/part_words.h"

namespace attentarium {
namespace {

/// How many cards stand beside each other, and how large they are.
struct Grid {
    int perRow = 1;
    int rows = 1;
    qreal gap = 22;
    QSizeF card;
};

constexpr qreal kRowGap = 26, kNarrowGap = 13;
constexpr std::size_t kManyCards = 16;

/// The largest cards with which all lines fit into the room.
Grid gridFor(const StageScene& scene, const std::vector<std::vector<int>>& lines, const QSizeF& room) {
    const qreal line = scene.fonts().line;
    std::size_t longest = 1;
    for (const auto& each : lines) longest = std::max(longest, each.size());
    Grid best;
    const qreal gap = longest > kManyCards ? kNarrowGap : best.gap;
    qreal most = -1;
    for (int perRow = 1; perRow <= static_cast<int>(longest); ++perRow) {
        int rows = 0;
        for (const auto& each : lines) rows += (static_cast<int>(each.size()) + perRow - 1) / perRow;
        const QSizeF card(std::min((room.width() - (perRow - 1) * gap) / perRow, line * 13),
                          std::min((room.height() - (rows - 1) * kRowGap) / rows, line * 11));
        // Titles need some width, pictures some height.
        const qreal worth = std::min(card.width() / (line * 8), card.height() / (line * 6));
        if (worth > most) {
            most = worth;
            best = {perRow, rows, gap, card};
        }
    }
    best.card = best.card.expandedTo({line * 3.4, line * 2.2});
    return best;
}

void addArrow(StageScene& scene, const QPainterPath& way, QPointF tip, bool down) {
    QPainterPath path = way;
    path.moveTo(tip + (down ? QPointF(-4, -5) : QPointF(-5, -4)));
    path.lineTo(tip);
    path.lineTo(tip + (down ? QPointF(4, -5) : QPointF(-5, 4)));
    scene.addPath(path, QPen(theme().mutedInk, 1.5))->setZValue(-1);
}

/// From one card to the next, which stands beside it or begins the next row.
void connectCards(StageScene& scene, const QRectF& from, const QRectF& to) {
    if (to.left() > from.right()) {
        QPainterPath path({from.right() + 3, from.center().y()});
        const QPointF tip(to.left() - 3, to.center().y());
        path.lineTo(tip);
        addArrow(scene, path, tip, false);
        return;
    }
    const qreal lane = (from.bottom() + to.top()) / 2;
    QPainterPath path({from.center().x(), from.bottom() + 3});
    path.lineTo(from.center().x(), lane);
    path.lineTo(to.center().x(), lane);
    const QPointF tip(to.center().x(), to.top() - 3);
    path.lineTo(tip);
    addArrow(scene, path, tip, true);
}

/// The parts that read from the other side of an encoder–decoder, each with the part that it reads.
std::vector<std::pair<int, int>> bridgesOf(const StageScene& scene) {
    const StageMap& map = scene.map();
    std::vector<std::pair<int, int>> bridges;
    for (std::size_t to = 0; to < map.parts().size(); ++to) {
        for (const Var node : map.parts()[to].nodes) {
            for (const Var source : map.sourcesOf(node)) {
                const int from = map.partOf(source);
                if (from < 0 || from == static_cast<int>(to)) continue;
                const StagePart& other = map.parts()[static_cast<std::size_t>(from)];
                if (other.tower.empty() || map.parts()[to].tower.empty() || other.tower == map.parts()[to].tower) {
                    continue;
                }
                const std::pair bridge(from, static_cast<int>(to));
                if (std::ranges::find(bridges, bridge) == bridges.end()) bridges.push_back(bridge);
            }
        }
    }
    return bridges;
}

}  // namespace

qreal layOutModel(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const auto lines = scene.partLines();
    const bool towers = lines.size() > 1;
    const qreal heading = towers ? fonts.line * 1.6 : 0;
    const QSizeF room(area.width(), area.height() - static_cast<qreal>(lines.size()) * heading - 8);
    const Grid grid = gridFor(scene, lines, room);
    std::vector<QRectF> places(scene.map().parts().size());
    qreal y = area.top() + 4;
    for (const auto& line : lines) {
        if (towers) {
            const StagePart& first = scene.map().parts()[static_cast<std::size_t>(line.front())];
            scene.addText(towerLabel(first.tower), fonts.bold, theme().mutedInk, {area.left(), y});
            y += heading;
        }
        for (std::size_t i = 0; i < line.size(); ++i) {
            const int column = static_cast<int>(i) % grid.perRow;
            if (i > 0 && column == 0) y += grid.card.height() + kRowGap;
            const QRectF place({area.left() + column * (grid.card.width() + grid.gap), y}, grid.card);
            places[static_cast<std::size_t>(line[i])] = place;
            scene.addPartCard(line[i], grid.card, place.topLeft());
            if (i > 0) connectCards(scene, places[static_cast<std::size_t>(line[i - 1])], place);
        }
        y += grid.card.height() + kRowGap;
    }
    for (const auto& [from, to] : bridgesOf(scene)) {
        const QRectF& source = places[static_cast<std::size_t>(from)];
        const QRectF& target = places[static_cast<std::size_t>(to)];
        const QPointF start(source.center().x() + source.width() * 0.25, source.bottom() + 3);
        const QPointF end(target.center().x() + target.width() * 0.25, target.top() - 3);
        QPainterPath path(start);
        const qreal middle = (start.y() + end.y()) / 2;
        path.cubicTo({start.x(), middle}, {end.x(), middle}, end);
        scene.addRibbon(path, scene.map().parts()[static_cast<std::size_t>(from)].nodes.back(),
                        scene.map().parts()[static_cast<std::size_t>(to)].nodes.front(), theme().value);
    }
    return y;
}

}  // namespace attentarium
