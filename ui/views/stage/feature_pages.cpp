#include <algorithm>
#include <array>

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
    const std::vector<Var> figures = scene.map().figuresOf(scene.page());
    std::vector<MatrixItem*> items;
    qreal labels = 0;
    for (const Var node : figures) labels += rowLabelWidth(fonts, scene.reading().matrix({node}).rowLabels) + 12;
    const qreal gap = fonts.line * 2.4;
    const auto count = static_cast<qreal>(std::max<std::size_t>(3, figures.size()));
    const qreal column = std::clamp((area.width() - labels - (count - 1) * gap) / count, 96.0, 320.0);
    const qreal rows = rowHeightFor(scene, 1, rowsOf(scene, FigureSpec{figures.front()}), area.height() - fonts.line,
                                    fonts.line * 2.6);
    qreal x = area.left(), bottom = area.top();
    for (const Var node : figures) {
        const MatrixContent content = scene.reading().matrix({node, {}, {}, true});
        const qreal label = rowLabelWidth(fonts, content.rowLabels);
        x += label + 8;
        items.push_back(scene.addMatrix(
            {node, {}, {}, true},
            {.cellWidth = cellWidthFor(content.window.columns, column), .cellHeight = rows, .rowLabelWidth = label},
            {x, area.top() + fonts.line * 0.4}));
        const qreal title = std::max(widthOf(fonts.bold, content.title),
                                     std::min(widthOf(fonts.small, content.formula), fonts.line * kFormulaLines));
        x += std::max(items.back()->cellsSize().width(), title) + gap;
        bottom = std::max(bottom, bottomOf(*items.back(), fonts));
    }
    for (std::size_t i = 1; i < items.size(); ++i) {
        // Rows that are added up stand beside their sum; whatever else comes next follows from the one before.
        const Site site = scene.trace().site(figures[i]);
        const bool follows = site == Site::Normalised || site == Site::ScaledEmbedding;
        const QString sign = site == Site::Input ? QStringLiteral("=")
                             : follows           ? QStringLiteral("→")
                                                 : QStringLiteral("+");
        addSign(scene, sign, *items[i - 1], *items[i]);
    }
    return bottom + 6;
}

qreal layOutFeedForward(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const qreal gap = std::clamp(area.width() * 0.05, 34.0, 64.0);
    const qreal top = area.top() + 12, box = fonts.line * 1.75 + 8;
    const auto entering = enteringNode(scene);
    if (!entering) return top;
    // Before the hidden units, they themselves, what becomes of them, and behind.
    std::array<std::vector<Var>, 4> columns{{{*entering}, {}, {}, {}}};
    bool passed = false;
    for (const Var node : scene.map().figuresOf(scene.page())) {
        switch (scene.trace().site(node)) {
            case Site::Hidden:
            case Site::Gate:
                columns[1].push_back(node);
                passed = true;
                break;
            case Site::Activated:
            case Site::Gated:
                columns[2].push_back(node);
                break;
            default:
                columns[passed ? 3 : 0].push_back(node);
        }
    }
    const auto stacked = static_cast<int>(
        std::max({std::size_t{2}, columns[0].size(), columns[1].size(), columns[2].size(), columns[3].size()}));
    const std::int64_t tokens = rowsOf(scene, FigureSpec{*entering});
    const qreal rows = rowHeightFor(scene, stacked, stacked * tokens, area.height() - 20 - box, fonts.line * 1.4);
    const qreal labels = rowLabelWidth(fonts, scene.reading().matrix({*entering}).rowLabels);
    const qreal room = area.width() - labels - 8 - 3 * gap - 12;
    constexpr std::array kShares{0.18, 0.32, 0.32, 0.18};
    qreal x = area.left() + labels + 8, bottom = top;
    std::vector<MatrixItem*> items;
    for (std::size_t column = 0; column < columns.size(); ++column) {
        qreal y = top, widest = 0;
        for (const Var node : columns[column]) {
            const std::int64_t cells = scene.trace().shape(node).columns();
            const MatrixLayout layout{.cellWidth = cellWidthFor(cells, std::max(100.0, room * kShares[column])),
                                      .cellHeight = rows,
                                      .rowLabelWidth = column == 0 ? labels : 0};
            // A single matrix stands half-way down, between the two of its neighbours.
            const bool alone = columns[column].size() == 1;
            const qreal down = alone ? (rows * static_cast<qreal>(tokens) + aboveAndBelow(fonts)) / 2 : 0;
            items.push_back(scene.addMatrix({node}, layout, {x, y + down}));
            widest = std::max(widest, items.back()->cellsSize().width());
            y = bottomOf(*items.back(), fonts) + 6;
        }
        bottom = std::max(bottom, y);
        x += widest + gap;
    }
    flowBetween(scene, items, area.top());
    if (!addNeighbourBox(scene, -1, {items.front()->pos().x() - 2, bottom + 4})) return bottom;
    return bottom + 4 + box;
}

}  // namespace attentarium
