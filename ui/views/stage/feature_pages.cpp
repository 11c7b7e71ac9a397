#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

/// The sign between two matrices.
void addSign(StageScene& scene, const QString& sign, const MatrixItem& left, const MatrixItem& right) {
    QFont font = scene.fonts().bold;
    if (font.pixelSize() > 0) {
        font.setPixelSize(font.pixelSize() * 2);
    } else {
        font.setPointSizeF(font.pointSizeF() * 2);
    }
    // Halfway to the names of the rows, which stand before the matrix.
    const QPointF end = right.pos() + QPointF(right.boundingRect().left(), right.cellsSize().height() / 2);
    const QPointF middle = (rightOf(left) + end) / 2;
    const QFontMetricsF metrics(font);
    scene.addText(sign, font, theme().mutedInk,
                  middle - QPointF(metrics.horizontalAdvance(sign) / 2, metrics.height() / 2));
}

}  // namespace

qreal layOutEmbedding(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    std::vector<MatrixItem*> items;
    const std::vector<Site> sites{Site::TokenEmbedding, Site::PositionEmbedding, Site::Input};
    qreal labels = 0;
    for (const Site site : sites) {
        if (const auto node = scene.map().find(scene.page(), site)) {
            labels += rowLabelWidth(fonts, scene.reading().matrix({*node}).rowLabels) + 12;
        }
    }
    const qreal gap = fonts.line * 2.4;
    const qreal column = std::clamp((area.width() - labels - 2 * gap) / 3, 128.0, 320.0);
    const qreal rows = rowHeightFor(scene, 1, area.height() - fonts.line, fonts.line * 2.6);
    qreal x = area.left(), bottom = area.top();
    for (const Site site : sites) {
        const auto node = scene.map().find(scene.page(), site);
        if (!node) continue;
        const MatrixContent content = scene.reading().matrix({*node, {}, {}, true});
        const qreal label = rowLabelWidth(fonts, content.rowLabels);
        x += label + 8;
        items.push_back(scene.addMatrix(
            {*node, {}, {}, true},
            {.cellWidth = cellWidthFor(content.window.columns, column), .cellHeight = rows, .rowLabelWidth = label},
            {x, area.top() + fonts.line * 0.4}));
        const qreal title = std::max(widthOf(fonts.bold, content.title), widthOf(fonts.small, content.formula));
        x += std::max(items.back()->cellsSize().width(), title) + gap;
        bottom = std::max(bottom, bottomOf(*items.back(), fonts));
    }
    for (std::size_t i = 1; i < items.size(); ++i) {
        const bool sum = i + 1 == items.size();
        addSign(scene, sum ? QStringLiteral("=") : QStringLiteral("+"), *items[i - 1], *items[i]);
    }
    return bottom + 6;
}

qreal layOutFeedForward(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const int tokens = static_cast<int>(scene.trace().tokens().size());
    const auto find = [&](Site site) { return scene.map().find(scene.page(), site); };
    const qreal gap = std::clamp(area.width() * 0.05, 34.0, 64.0);
    const qreal top = area.top() + 12, box = fonts.line * 1.75 + 8;
    const qreal rows = rowHeightFor(scene, 2, area.height() - 20 - box, fonts.line * 1.4);
    const auto entering = enteringNode(scene);
    if (!entering) return top;
    const qreal labels = rowLabelWidth(fonts, scene.reading().matrix({*entering}).rowLabels);
    const qreal room = area.width() - labels - 8 - 3 * gap - 12;
    qreal x = area.left() + labels + 8, bottom = top;
    std::vector<MatrixItem*> items;
    const auto column = [&](const std::vector<std::optional<Var>>& nodes, qreal share, bool labelled) {
        qreal y = top, widest = 0;
        for (const auto& node : nodes) {
            if (!node) continue;
            const std::int64_t columns = scene.trace().shape(*node).columns();
            const MatrixLayout layout{.cellWidth = cellWidthFor(columns, std::max(100.0, room * share)),
                                      .cellHeight = rows,
                                      .rowLabelWidth = labelled ? labels : 0};
            // A single matrix stands half-way down, between the two of its neighbours.
            const bool alone = nodes.size() == 1;
            const qreal down = alone ? (rows * tokens + aboveAndBelow(fonts)) / 2 : 0;
            items.push_back(scene.addMatrix({*node}, layout, {x, y + down}));
            widest = std::max(widest, items.back()->cellsSize().width());
            y = bottomOf(*items.back(), fonts) + 6;
        }
        bottom = std::max(bottom, y);
        x += widest + gap;
    };
    column({entering, find(Site::Normalised)}, 0.18, true);
    column({find(Site::Hidden)}, 0.32, false);
    column({find(Site::Activated)}, 0.32, false);
    column({find(Site::FeedForwardOutput), find(Site::FeedForwardResidual)}, 0.18, false);
    if (items.size() == 6) {
        flowDown(scene, *items[0], *items[1], theme().mutedInk);
        flow(scene, *items[1], *items[2], theme().accent);
        flow(scene, *items[2], *items[3], theme().accent);
        flow(scene, *items[3], *items[4], theme().accent);
        flowDown(scene, *items[4], *items[5], theme().mutedInk);
        flowAround(scene, *items[0], *items[5], area.top(), theme().mutedInk);
    }
    StagePage before = scene.page();
    before.kind = StagePage::Kind::Attention;
    const QString label = StageScene::tr("◂ Self-attention");
    const QSizeF size(widthOf(fonts.smallBold, label) + fonts.line, fonts.line * 1.75);
    scene.addBox(label, size, BoxItem::Shape::Box, scene.map().nodesOf(before),
                 {items.front()->pos().x() - 2, bottom + 4});
    return bottom + 4 + box;
}

qreal layOutEnd(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const int tokens = static_cast<int>(scene.trace().tokens().size());
    const auto find = [&](Site site) { return scene.map().find(scene.page(), site); };
    const qreal gap = std::clamp(area.width() * 0.045, 30.0, 56.0);
    const qreal top = area.top() + 10;
    qreal x = area.left(), bottom = top;

    MatrixItem* logits = nullptr;
    qreal labelHeight = 0;
    if (const auto node = find(Site::Logits)) {
        const MatrixContent content = scene.reading().matrix({*node, FigureSpec::Extent::BestWords});
        labelHeight = rowLabelWidth(fonts, content.columnLabels) * 0.82 + fonts.smallLine;
    }
    const qreal rows = rowHeightFor(scene, 1, area.height() - labelHeight - fonts.line * 2, fonts.line * 2.6);
    MatrixItem* normalised = nullptr;
    if (const auto node = find(Site::Normalised)) {
        const qreal labels = rowLabelWidth(fonts, scene.reading().matrix({*node}).rowLabels);
        x += labels + 8;
        const std::int64_t columns = scene.trace().shape(*node).columns();
        normalised = scene.addMatrix({*node},
                                     {.cellWidth = cellWidthFor(columns, std::clamp(area.width() * 0.14, 100.0, 170.0)),
                                      .cellHeight = rows,
                                      .rowLabelWidth = labels},
                                     {x, top + labelHeight});
        const qreal title = widthOf(fonts.bold, normalised->content().title) + 8;
        x += std::max(normalised->cellsSize().width() + gap, title);
        bottom = std::max(bottom, bottomOf(*normalised, fonts));
    }
    if (const auto node = find(Site::Logits)) {
        const qreal cell = std::clamp(area.width() * 0.022, fonts.line * 0.8, fonts.line * 1.9);
        logits = scene.addMatrix(
            {*node, FigureSpec::Extent::BestWords},
            {.cellWidth = cell, .cellHeight = rows, .columnLabelHeight = labelHeight, .slantedColumns = true},
            {x, top});
        x += std::max(logits->cellsSize().width() + labelHeight * 0.4, fonts.line * 9) + gap * 0.7;
        bottom = std::max(bottom, bottomOf(*logits, fonts));
        if (normalised) flow(scene, *normalised, *logits, theme().accent);
    }
    const qreal width = std::max(fonts.line * 8.5, (area.right() - x - gap - 12) / 2);
    const qreal line = std::clamp((area.height() - fonts.line * 4) / 12, fonts.smallLine * 1.2, fonts.line * 2.1);
    if (const auto node = find(Site::Probabilities)) {
        BarsItem* words = scene.addBars(*node, StageScene::BarsKind::NextWords, {width, line * 12}, 12, {x, top});
        bottom = std::max(bottom, words->pos().y() + line * 12 + 12);
        if (logits) {
            const QPointF to = words->pos() + QPointF(-8, line * 6);
            scene.addRibbon(RibbonItem::curve(rightOf(*logits), to), logits->content().node, *node, theme().accent);
        }
        x += width + gap;
    }
    const auto losses = find(Site::TokenLosses), loss = find(Site::Loss);
    if (!losses || !loss) return bottom;
    const int count = std::max(1, tokens - 1);
    const qreal lossLine = std::clamp((area.height() - fonts.line * 9) / count, fonts.smallLine * 1.15, line);
    BarsItem* each =
        scene.addBars(*losses, StageScene::BarsKind::TokenLosses, {width, lossLine * count}, count, {x, top});
    const qreal below = each->pos().y() + lossLine * count + fonts.line * 1.2;
    BarsItem* mean = scene.addBars(*loss, StageScene::BarsKind::MeanLoss, {width, fonts.line * 1.7}, 1, {x, below});
    return std::max(bottom, mean->pos().y() + fonts.line * 1.7 + 12);
}

}  // namespace attentarium
