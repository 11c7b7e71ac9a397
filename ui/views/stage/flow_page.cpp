#include <algorithm>
#include <map>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

/// One way from figure to figure; in time, to a later time step of the same layer.
struct Way {
    Var from, to;
    bool inTime = false;

    bool operator==(const Way&) const = default;
};

/// What a flow page shows, in columns from left to right: nothing stands left of what it was computed from.
struct FlowPlan {
    std::vector<std::vector<Var>> columns;
    std::vector<Way> ways;
};

std::vector<Way> waysBetween(const StageScene& scene, const std::vector<Var>& figures) {
    const StageMap& map = scene.map();
    const Trace& trace = scene.trace();
    std::vector<Way> ways;
    for (const Var figure : figures) {
        for (const Var node : trace.acrossTime(figure)) {
            for (const Var source : map.sourcesOf(node)) {
                const auto now = trace.timeOf(node), then = trace.timeOf(source);
                const Way way{map.figureOf(source), figure, now && then && now != then};
                if (std::ranges::find(ways, way) == ways.end()) ways.push_back(way);
            }
        }
    }
    return ways;
}

FlowPlan planOf(const StageScene& scene) {
    const std::vector<Var> figures = scene.map().figuresOf(scene.page());
    FlowPlan plan;
    plan.ways = waysBetween(scene, figures);
    // What comes in is shown, unless the first thing done is to take its rows apart.
    std::vector<Var> entering;
    for (const Var node : scene.map().enteringOf(scene.page())) {
        const bool isTakenApart = std::ranges::all_of(
            plan.ways, [&](const Way& way) { return way.from != node || scene.trace().op(way.to) == "select_time"; });
        if (!isTakenApart && scene.trace().shape(node).rank() > 0) entering.push_back(node);
    }
    std::map<std::int32_t, int> depth;
    for (const Var node : entering) depth[node.index] = 0;
    int deepest = 0;
    // Figures come in the order in which they were first computed, so that sources have their place already.
    for (const Var figure : figures) {
        int own = 0;
        for (const Way& way : plan.ways) {
            const auto from = depth.find(way.from.index);
            if (way.to == figure && !way.inTime && from != depth.end()) own = std::max(own, from->second + 1);
        }
        depth[figure.index] = own;
        deepest = std::max(deepest, own);
    }
    // What is read late stands right before it is read.
    for (const Var node : entering) {
        int first = deepest + 1;
        for (const Way& way : plan.ways) {
            if (way.from == node && !way.inTime) first = std::min(first, depth[way.to.index]);
        }
        depth[node.index] = std::max(0, first - 1);
    }
    plan.columns.resize(static_cast<std::size_t>(deepest) + 1);
    for (const Var node : entering) plan.columns[static_cast<std::size_t>(depth[node.index])].push_back(node);
    for (const Var figure : figures) plan.columns[static_cast<std::size_t>(depth[figure.index])].push_back(figure);
    return plan;
}

FigureSpec specOf(const StageScene& scene, Var node) {
    const bool hasHeads = isAttention(scene.trace().site(node)) || scene.trace().site(node) == Site::WeightedValues;
    return {node, hasHeads ? FigureSpec::Extent::HeadMatrix : FigureSpec::Extent::Whole};
}

/// As wide as the column is, where cells are too narrow for whole pixels to matter.
qreal narrowCellWidth(std::int64_t columns, qreal width) {
    const qreal cell = width / static_cast<qreal>(columns);
    return cell < 4 ? cell : cellWidthFor(columns, width);
}

/// The way of a state to the next time step: out at the right, back below everything, and in at the left.
QPainterPath loop(const MatrixItem& from, const MatrixItem& to, qreal lane) {
    constexpr qreal kOut = 9, kIn = 11, kRadius = 6;
    const QPointF start = rightOf(from), end = leftOf(to);
    QPainterPath path(start);
    path.lineTo(start.x() + kOut - kRadius, start.y());
    path.quadTo({start.x() + kOut, start.y()}, {start.x() + kOut, start.y() + kRadius});
    path.lineTo(start.x() + kOut, lane - kRadius);
    path.quadTo({start.x() + kOut, lane}, {start.x() + kOut - kRadius, lane});
    path.lineTo(end.x() - kIn + kRadius, lane);
    path.quadTo({end.x() - kIn, lane}, {end.x() - kIn, lane - kRadius});
    path.lineTo(end.x() - kIn, end.y() + kRadius);
    path.quadTo({end.x() - kIn, end.y()}, {end.x() - kIn + kRadius, end.y()});
    path.lineTo(end);
    return path;
}

}  // namespace

qreal layOutFlow(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const FlowPlan plan = planOf(scene);
    const auto count = static_cast<int>(plan.columns.size());
    const bool loops = std::ranges::any_of(plan.ways, &Way::inTime);
    const qreal top = area.top() + 8;
    const qreal below = loops ? fonts.smallLine * 2.6 : 0;

    // The words stand before the first column that has rows of them.
    qreal labels = 0, columnLabels = 0;
    int labelled = -1;
    std::int64_t widest = 1;
    qreal rows = fonts.line * 1.6;
    for (int column = 0; column < count; ++column) {
        std::int64_t own = 0;
        for (const Var node : plan.columns[static_cast<std::size_t>(column)]) {
            const MatrixContent content = scene.reading().matrix(specOf(scene, node));
            if (labelled < 0 && !content.rowLabels.isEmpty()) labelled = column;
            if (labelled == column) labels = std::max(labels, rowLabelWidth(fonts, content.rowLabels));
            if (!content.columnLabels.isEmpty()) {
                columnLabels =
                    std::max(columnLabels, rowLabelWidth(fonts, content.columnLabels) * 0.82 + fonts.smallLine);
            }
            own += content.window.rows;
            widest = std::max<std::int64_t>(widest, content.window.columns);
        }
        const auto figures = static_cast<int>(plan.columns[static_cast<std::size_t>(column)].size());
        rows = std::min(rows, rowHeightFor(scene, figures, own, area.height() - 8 - below - columnLabels, rows));
    }
    const qreal gap = std::clamp(area.width() / count * 0.24, 20.0, 60.0);
    const qreal column = std::clamp((area.width() - labels - 8 - (count - 1) * gap - 8) / count, 44.0, 220.0);

    std::map<std::int32_t, MatrixItem*> items;
    std::vector<std::vector<MatrixItem*>> placed(plan.columns.size());
    qreal x = area.left(), bottom = top;
    for (int at = 0; at < count; ++at) {
        if (at == labelled) x += labels + 8;
        qreal y = top, own = 0;
        for (const Var node : plan.columns[static_cast<std::size_t>(at)]) {
            const FigureSpec spec = specOf(scene, node);
            const MatrixContent content = scene.reading().matrix(spec);
            const bool keys = !content.columnLabels.isEmpty();
            MatrixItem* const item = scene.addMatrix(spec,
                                                     {.cellWidth = narrowCellWidth(content.window.columns, column),
                                                      .cellHeight = rows,
                                                      .rowLabelWidth = at == labelled ? labels : 0,
                                                      .columnLabelHeight = keys ? columnLabels : 0,
                                                      .slantedColumns = keys,
                                                      .brief = true,
                                                      .titleOverhang = gap - 8},
                                                     {x, y});
            items[node.index] = item;
            placed[static_cast<std::size_t>(at)].push_back(item);
            own = std::max(own, item->cellsSize().width());
            y = bottomOf(*item, fonts) + 6;
        }
        bottom = std::max(bottom, y);
        x += std::max(own, std::min(column, 60.0)) + gap;
    }
    // Short columns stand half-way down beside the longest.
    for (const auto& stack : placed) {
        if (stack.empty()) continue;
        const qreal down = (bottom - bottomOf(*stack.back(), fonts) - 6) / 2;
        for (MatrixItem* item : stack) item->moveBy(0, down);
    }

    std::vector<Var> returning;
    for (const Way& way : plan.ways) {
        const auto from = items.find(way.from.index), to = items.find(way.to.index);
        if (from == items.end() || to == items.end()) continue;
        if (!way.inTime) {
            const bool sameColumn = from->second->pos().x() == to->second->pos().x();
            sameColumn ? flowDown(scene, *from->second, *to->second, theme().accent)
                       : flow(scene, *from->second, *to->second, theme().accent);
            continue;
        }
        if (std::ranges::find(returning, way.from) == returning.end()) returning.push_back(way.from);
        const auto lane = std::ranges::find(returning, way.from) - returning.begin();
        scene.addRibbon(loop(*from->second, *to->second, bottom + 4 + static_cast<qreal>(lane) * 5), way.from, way.to,
                        theme().mutedInk);
    }
    if (returning.empty()) return bottom;
    //: Under a line between a state of a recurrent network and where it is used next; gradients take it the other way.
    const QString text = StageScene::tr("from one time step to the next");
    const qreal lanes = bottom + 4 + static_cast<qreal>(returning.size()) * 5;
    scene.addText(text, fonts.small, theme().mutedInk,
                  {area.left() + (area.width() - widthOf(fonts.small, text)) / 2, lanes});
    return lanes + fonts.smallLine * 1.3;
}

}  // namespace attentarium
