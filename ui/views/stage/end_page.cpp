#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

/// The losses of the page below each other: a bar for each word, and one for each mean.
qreal layOutLosses(StageScene& scene, QPointF corner, qreal width, qreal height, qreal line) {
    const StageFonts& fonts = scene.fonts();
    qreal bottom = corner.y();
    for (const Var node : scene.map().figuresOf(scene.page())) {
        const Site site = scene.trace().site(node);
        if (site == Site::TokenLosses || site == Site::PairLosses) {
            const int count = std::max(1, static_cast<int>(scene.reading().tokenLosses(node).bars.size()));
            const qreal own = std::clamp((height - fonts.line * 9) / count, fonts.smallLine * 1.15, line);
            const BarsItem* each =
                scene.addBars(node, StageScene::BarsKind::TokenLosses, {width, own * count}, count, corner);
            corner.ry() = each->pos().y() + own * count + fonts.line * 1.2;
            bottom = corner.y();
        } else if (site == Site::ClassLosses || site == Site::TokenLoss || site == Site::TaskLoss ||
                   site == Site::Loss) {
            const BarsItem* one =
                scene.addBars(node, StageScene::BarsKind::OneLoss, {width, fonts.line * 1.7}, 1, corner);
            bottom = one->pos().y() + fonts.line * 1.7 + 12;
            corner.ry() = bottom + fonts.line * 0.4;
        }
    }
    return bottom;
}

/// What is said of the text as a whole: what was gathered, a number for each class, and the classes.
qreal layOutClasses(StageScene& scene, QPointF corner, qreal width, qreal line) {
    const StageFonts& fonts = scene.fonts();
    qreal bottom = corner.y();
    for (const Var node : scene.map().figuresOf(scene.page())) {
        const Site site = scene.trace().site(node);
        if (site == Site::Pooled || site == Site::ClassLogits) {
            const std::int64_t columns = scene.trace().shape(node).columns();
            const MatrixItem* item = scene.addMatrix(
                {node}, {.cellWidth = cellWidthFor(columns, width), .cellHeight = fonts.line * 1.2}, corner);
            bottom = bottomOf(*item, fonts) + 6;
            corner.ry() = bottom;
        } else if (site == Site::ClassProbabilities) {
            const auto count = static_cast<int>(scene.trace().shape(node).count());
            const BarsItem* bars =
                scene.addBars(node, StageScene::BarsKind::Classes, {width, line * count}, count, corner);
            bottom = bars->pos().y() + line * count + fonts.line;
            corner.ry() = bottom;
        }
    }
    return bottom;
}

}  // namespace

qreal layOutEnd(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const auto find = [&](Site site) { return scene.map().find(scene.page(), site); };
    const qreal gap = std::clamp(area.width() * 0.045, 30.0, 56.0);
    const qreal top = area.top() + 10;
    qreal x = area.left(), bottom = top;

    qreal labelHeight = 0;
    const auto logitsNode = find(Site::Logits);
    if (logitsNode) {
        const MatrixContent content = scene.reading().matrix({*logitsNode, FigureSpec::Extent::BestWords});
        labelHeight = rowLabelWidth(fonts, content.columnLabels) * 0.82 + fonts.smallLine;
    }
    // What the words are told from, as it comes in where nothing is done to it first.
    std::vector<Var> before;
    for (const Var node : scene.map().figuresOf(scene.page())) {
        if (entryOf(scene.trace().site(node)).rank < 2) break;
        if (node == logitsNode || scene.trace().site(node) == Site::Probabilities) break;
        before.push_back(node);
    }
    if (before.empty()) {
        for (const Var node : scene.map().enteringOf(scene.page())) {
            if (before.empty()) before.push_back(node);
        }
    }
    const std::int64_t tokens = before.empty() ? 1 : rowsOf(scene, FigureSpec{before.front()});
    const qreal rows = rowHeightFor(scene, 1, tokens, area.height() - labelHeight - fonts.line * 2, fonts.line * 2.6);
    MatrixItem* entering = nullptr;
    for (const Var node : before) {
        const qreal labels = rowLabelWidth(fonts, scene.reading().matrix({node}).rowLabels);
        if (!entering) x += labels + 8;
        const std::int64_t columns = scene.trace().shape(node).columns();
        MatrixItem* item =
            scene.addMatrix({node},
                            {.cellWidth = cellWidthFor(columns, std::clamp(area.width() * 0.14, 100.0, 170.0)),
                             .cellHeight = rows,
                             .rowLabelWidth = entering ? 0 : labels},
                            {x, top + labelHeight});
        if (entering) flow(scene, *entering, *item, theme().accent);
        entering = item;
        const qreal title = widthOf(fonts.bold, item->content().title) + 8;
        x += std::max(item->cellsSize().width() + gap, title);
        bottom = std::max(bottom, bottomOf(*item, fonts));
    }
    MatrixItem* logits = nullptr;
    if (logitsNode) {
        const qreal cell = std::clamp(area.width() * 0.022, fonts.line * 0.8, fonts.line * 1.9);
        logits = scene.addMatrix(
            {*logitsNode, FigureSpec::Extent::BestWords},
            {.cellWidth = cell, .cellHeight = rows, .columnLabelHeight = labelHeight, .slantedColumns = true},
            {x, top});
        x += std::max(logits->cellsSize().width() + labelHeight * 0.4, fonts.line * 9) + gap * 0.7;
        bottom = std::max(bottom, bottomOf(*logits, fonts));
        if (entering) flow(scene, *entering, *logits, theme().accent);
    }
    const int columns = (find(Site::Probabilities) ? 1 : 0) + 1;
    const qreal width =
        std::max(fonts.line * 8.5, (area.right() - x - (columns - 1) * gap - 12) / std::max(2, columns));
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
    if (find(Site::ClassLogits)) {
        const qreal classesBottom = layOutClasses(scene, {x, top}, width, line);
        return std::max(bottom, layOutLosses(scene, {x, classesBottom + fonts.line * 0.4}, width, area.height(), line));
    }
    return std::max(bottom, layOutLosses(scene, {x, top}, width, area.height(), line));
}

}  // namespace attentarium
