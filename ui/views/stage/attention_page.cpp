#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

using Extent = FigureSpec::Extent;

/// The column of the page's largest matrix, with what stands below it.
struct Detail {
    MatrixItem* matrix = nullptr;
    qreal right = 0;
    qreal lane = 0;  ///< where the values' ribbon passes, between the buttons and the heads
    qreal bottom = 0;
};

struct Stage {
    Site site;
    QString label;
};

std::vector<Stage> stages() {
    return {{Site::Scores, QStringLiteral("Q · Kᵀ")},
            {Site::ScaledScores, QStringLiteral("÷ √d")},
            //: One of the four stages of attention: later words are hidden.
            {Site::MaskedScores, StageScene::tr("mask")},
            {Site::Weights, QStringLiteral("softmax")}};
}

qreal layOutPills(StageScene& scene, QPointF corner) {
    const StageFonts& fonts = scene.fonts();
    for (const auto& [site, label] : stages()) {
        const auto node = scene.map().find(scene.page(), site);
        if (!node) continue;
        const QSizeF size(widthOf(fonts.smallBold, label) + fonts.line * 0.8, fonts.line * 1.5);
        scene.addBox(label, size, BoxItem::Shape::Pill, {*node}, corner);
        corner.rx() += size.width() + 6;
    }
    return corner.x();
}

qreal layOutHeads(StageScene& scene, QPointF corner, qreal width, qreal* right) {
    const StageFonts& fonts = scene.fonts();
    const int block = scene.map().parts()[static_cast<std::size_t>(scene.page().part)].number + 1;
    scene.addText(StageScene::tr("Heads of block %1").arg(block), fonts.smallBold, theme().mutedInk, corner);
    corner.ry() += fonts.smallLine * 1.9;
    const int count = scene.reading().headCount();
    const qreal gap = fonts.line * 0.9;
    const qreal label = widthOf(fonts.smallBold, StageScene::tr("head %1").arg(count));
    const int perRow = std::max(1, std::min(count, static_cast<int>((width + gap) / (label + gap))));
    const qreal side = std::clamp((width - gap * (perRow - 1)) / perRow, label, fonts.line * 4.2);
    for (int head = 0; head < count; ++head) {
        const qreal x = corner.x() + (head % perRow) * (side + gap);
        scene.addHead(head, side, {x, corner.y() + head / perRow * (side + fonts.smallLine * 2)});
        *right = std::max(*right, x + side);
    }
    return corner.y() + (count + perRow - 1) / perRow * (side + fonts.smallLine * 2);
}

Detail layOutDetail(StageScene& scene, Var attention, QPointF corner, qreal width, qreal height) {
    const StageFonts& fonts = scene.fonts();
    const MatrixContent content = scene.reading().matrix({attention, Extent::HeadMatrix});
    const int tokens = std::max(1, content.window.columns);
    const qreal widest = rowLabelWidth(fonts, content.columnLabels);
    const qreal heads = fonts.line * 4.2 + fonts.smallLine * 4 + fonts.line * 1.5 + 30;
    qreal cell = std::min(width, height - heads - aboveAndBelow(fonts) - fonts.smallLine * 3) / tokens;
    // A matrix of few words need not fill the page, one of many is scrolled.
    cell = std::clamp(std::floor(cell), std::floor(fonts.line * 0.75), fonts.line * 2.6);
    const bool slanted = widest + 2 > cell;
    const qreal labels = slanted ? widest * 0.82 + fonts.smallLine : fonts.smallLine + 8;
    Detail detail;
    detail.matrix = scene.addMatrix({attention, Extent::HeadMatrix, FigureSpec::Role::Tensor, true},
                                    {.cellWidth = cell,
                                     .cellHeight = cell,
                                     .rowLabelWidth = rowLabelWidth(fonts, content.rowLabels),
                                     .columnLabelHeight = labels,
                                     .slantedColumns = slanted},
                                    corner);
    const qreal cells = cell * tokens;
    detail.right = corner.x() + cells + (slanted ? labels * 0.5 : 0);
    qreal y = bottomOf(*detail.matrix, fonts) + 6;
    detail.right = std::max(detail.right, layOutPills(scene, {corner.x(), y}));
    detail.lane = y + fonts.line * 1.5 + 9;
    detail.bottom =
        layOutHeads(scene, {corner.x(), detail.lane + 8}, std::max(cells, fonts.line * 11.5), &detail.right);
    return detail;
}

/// The values flow below the matrix of weights to what they are mixed into.
void flowOfValues(StageScene& scene, const MatrixItem& values, const MatrixItem& mixed, const Detail& detail) {
    const QPointF from = rightOf(values), to = leftOf(mixed);
    const QPointF left(detail.matrix->pos().x() - 10, detail.lane), right(detail.right + 2, detail.lane);
    QPainterPath path = RibbonItem::curve(from, left);
    path.lineTo(right);
    path.connectPath(RibbonItem::curve(right, to));
    scene.addRibbon(path, values.content().node, mixed.content().node, theme().value);
}

}  // namespace

qreal layOutAttention(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const auto find = [&](Site site) { return scene.map().find(scene.page(), site); };
    const int tokens = static_cast<int>(scene.trace().tokens().size());
    const qreal gap = std::clamp(area.width() * 0.04, 24.0, 56.0);
    const qreal column = std::clamp(area.width() * 0.135, 100.0, 180.0);
    const qreal top = area.top() + 10;
    const qreal height = area.height() - 10;
    const qreal rows = rowHeightFor(scene, 3, height, fonts.line * 1.1);
    qreal x = area.left();
    qreal bottom = top;

    const auto stack = [&](std::vector<FigureSpec> specs, qreal labels, qreal rowHeight, qreal spread) {
        std::vector<MatrixItem*> items;
        qreal y = top;
        qreal widest = 0;
        for (const FigureSpec& spec : specs) {
            const std::int64_t columns = scene.reading().matrix(spec).window.columns;
            const MatrixLayout layout{
                .cellWidth = cellWidthFor(columns, column), .cellHeight = rowHeight, .rowLabelWidth = labels};
            items.push_back(scene.addMatrix(spec, layout, {x, y}));
            const qreal title = widthOf(fonts.bold, items.back()->content().title) - gap + 8;
            widest = std::max({widest, items.back()->cellsSize().width(), title});
            y = std::max(bottomOf(*items.back(), fonts) + 6, y + spread);
        }
        bottom = std::max(bottom, y);
        x += widest + gap;
        return items;
    };

    std::vector<FigureSpec> entering;
    if (const auto node = enteringNode(scene)) entering.push_back({*node});
    if (const auto node = find(Site::Normalised)) entering.push_back({*node});
    const qreal labels = rowLabelWidth(fonts, scene.reading().matrix(entering.front()).rowLabels);
    x += labels + 8;
    const qreal spread = aboveAndBelow(fonts) + rows * tokens + 6;
    const std::vector<MatrixItem*> first = stack(entering, labels, rows, spread);
    for (std::size_t i = 1; i < first.size(); ++i) flowDown(scene, *first[i - 1], *first[i], theme().mutedInk);

    std::vector<FigureSpec> roles;
    for (const Site site : {Site::Query, Site::Key, Site::Value}) {
        if (const auto node = find(site)) roles.push_back({*node, Extent::HeadColumns});
    }
    const std::vector<MatrixItem*> second = stack(roles, 0, rows, spread);
    for (const MatrixItem* item : second) {
        flow(scene, *first.back(), *item, colourOf(scene.trace().site(item->content().node)));
    }

    const auto attention = scene.reading().attentionOf(scene.page());
    if (!attention) return bottom;
    x += labels + 4;
    const qreal room = area.right() - x - gap * 1.6 - column;
    const Detail detail = layOutDetail(scene, *attention, {x, top}, room, height);
    bottom = std::max(bottom, detail.bottom);
    for (const MatrixItem* item : second) {
        const Site site = scene.trace().site(item->content().node);
        if (site == Site::Value) continue;
        const QPointF to = leftOf(*detail.matrix) + QPointF(-labels - 10, site == Site::Query ? -14 : 14);
        scene.addRibbon(RibbonItem::curve(rightOf(*item), to), item->content().node,
                        find(Site::Scores).value_or(*attention), colourOf(site));
    }

    x = detail.right + gap * 1.2;
    std::vector<FigureSpec> leaving;
    for (const Site site : {Site::WeightedValues, Site::Concatenated, Site::Projected, Site::AttentionResidual}) {
        const auto node = find(site);
        if (node) leaving.push_back({*node, site == Site::WeightedValues ? Extent::HeadMatrix : Extent::Whole});
    }
    const qreal box = fonts.line * 1.75 + 10;
    const std::vector<MatrixItem*> last =
        stack(leaving, 0, rowHeightFor(scene, 4, height - box - 24, fonts.line * 1.1), 0);
    if (last.empty()) return bottom;
    scene.addRibbon(RibbonItem::curve(rightOf(*detail.matrix), leftOf(*last.front())),
                    find(Site::Weights).value_or(*attention), last.front()->content().node, theme().attention);
    for (const MatrixItem* item : second) {
        if (scene.trace().site(item->content().node) == Site::Value) {
            flowOfValues(scene, *item, *last.front(), detail);
        }
    }
    for (std::size_t i = 1; i < last.size(); ++i) flowDown(scene, *last[i - 1], *last[i], theme().mutedInk);
    flowAround(scene, *first.front(), *last.back(), area.top(), theme().mutedInk);

    StagePage next = scene.page();
    next.kind = StagePage::Kind::FeedForward;
    const QString label = StageScene::tr("Feed-forward ▸");
    const QSizeF size(widthOf(fonts.smallBold, label) + fonts.line, fonts.line * 1.75);
    const qreal y = bottomOf(*last.back(), fonts) + 6;
    scene.addBox(label, size, BoxItem::Shape::Box, scene.map().nodesOf(next), {last.back()->pos().x() - 2, y});
    return std::max(bottom, y + box);
}

}  // namespace attentarium
