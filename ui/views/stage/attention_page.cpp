#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

/// The column of the page's largest matrix, with what stands below it.
struct Detail {
    MatrixItem* matrix = nullptr;
    qreal right = 0;
    qreal lane = 0;  ///< where the values' ribbon passes, between the buttons and the heads
    qreal bottom = 0;
};

/// What is done to the scores on the way to the weights.
QString pillLabel(Site site) {
    switch (site) {
        case Site::Scores:
            return QStringLiteral("Q · Kᵀ");
        case Site::ScaledScores:
            return QStringLiteral("÷ √d");
        case Site::BiasedScores:
            //: One of the stages of attention: far words lose some of their score.
            return StageScene::tr("− distance");
        case Site::MaskedScores:
            //: One of the four stages of attention: later words are hidden.
            return StageScene::tr("mask");
        default:
            return QStringLiteral("softmax");
    }
}

qreal layOutPills(StageScene& scene, QPointF corner) {
    const StageFonts& fonts = scene.fonts();
    for (const Var node : scene.map().figuresOf(scene.page())) {
        const Site site = scene.trace().site(node);
        if (!isAttention(site)) continue;
        const QString label = pillLabel(site);
        const QSizeF size(widthOf(fonts.smallBold, label) + fonts.line * 0.8, fonts.line * 1.5);
        scene.addBox(label, size, BoxItem::Shape::Pill, {node}, corner);
        corner.rx() += size.width() + 6;
    }
    return corner.x();
}

qreal layOutHeads(StageScene& scene, QPointF corner, qreal width, qreal* right) {
    const StageFonts& fonts = scene.fonts();
    scene.addText(StageScene::tr("Heads of block %1").arg(scene.map().partOf(scene.page()).number + 1), fonts.smallBold,
                  theme().mutedInk, corner);
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
    const MatrixContent content = scene.reading().matrix({attention, FigureSpec::Extent::HeadMatrix});
    const int keys = std::max(1, content.window.columns), queries = std::max(1, content.window.rows);
    const qreal widest = rowLabelWidth(fonts, content.columnLabels);
    const qreal heads = fonts.line * 4.2 + fonts.smallLine * 4 + fonts.line * 1.5 + 30;
    qreal cell = std::min(width / keys, (height - heads - aboveAndBelow(fonts) - fonts.smallLine * 3) / queries);
    // A matrix of few words need not fill the page, one of many is scrolled.
    cell = std::clamp(std::floor(cell), std::floor(fonts.line * 0.75), fonts.line * 2.6);
    const bool slanted = widest + 2 > cell;
    const qreal labels = slanted ? widest * 0.82 + fonts.smallLine : fonts.smallLine + 8;
    Detail detail;
    detail.matrix = scene.addMatrix({attention, FigureSpec::Extent::HeadMatrix, FigureSpec::Role::Tensor, true},
                                    {.cellWidth = cell,
                                     .cellHeight = cell,
                                     .rowLabelWidth = rowLabelWidth(fonts, content.rowLabels),
                                     .columnLabelHeight = labels,
                                     .slantedColumns = slanted},
                                    corner);
    const qreal cells = cell * keys;
    detail.right = corner.x() + cells + (slanted ? labels * 0.5 : 0);
    qreal y = bottomOf(*detail.matrix, fonts) + 6;
    detail.right = std::max(detail.right, layOutPills(scene, {corner.x(), y}));
    detail.lane = y + fonts.line * 1.5 + 9;
    detail.bottom = detail.lane + 8;
    // One head needs no choice.
    if (scene.trace().shape(attention)[0] < 2) return detail;
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

/// What stands on the page before, among and behind the attention itself.
struct Figures {
    std::vector<FigureSpec> entering, roles, leaving;
};

Figures figuresOf(const StageScene& scene) {
    Figures figures;
    const StageMap& map = scene.map();
    for (const Var node : map.enteringOf(scene.page())) figures.entering.push_back({node});
    bool weighed = false;
    for (const Var node : map.figuresOf(scene.page())) {
        const Site site = scene.trace().site(node);
        switch (site) {
            case Site::Query:
            case Site::RotatedQuery:
            case Site::Key:
            case Site::RotatedKey:
            case Site::RememberedKey:
            case Site::Value:
            case Site::RememberedValue:
                figures.roles.push_back({node, FigureSpec::Extent::HeadColumns});
                break;
            default:
                weighed = weighed || isAttention(site);
                if (isAttention(site)) break;
                if (!weighed) figures.entering.push_back({node});
                if (weighed) {
                    figures.leaving.push_back({node, site == Site::WeightedValues ? FigureSpec::Extent::HeadMatrix
                                                                                  : FigureSpec::Extent::Whole});
                }
        }
    }
    // The source that is looked at stands below what looks at it.
    std::ranges::stable_sort(figures.entering, {}, [&](const FigureSpec& spec) {
        return scene.trace().sideOf(spec.node, Axis::Token) == TextSide::Source;
    });
    // Values below keys, whatever came between them.
    std::ranges::stable_sort(figures.roles, {}, [&](const FigureSpec& spec) {
        switch (scene.trace().site(spec.node)) {
            case Site::Query:
            case Site::RotatedQuery:
                return 0;
            case Site::Value:
            case Site::RememberedValue:
                return 2;
            default:
                return 1;
        }
    });
    return figures;
}

/// Whether the scores read the figure, or the mixture of values does.
bool isRead(const StageScene& scene, const MatrixItem& item, bool asValue) {
    for (const Var node : scene.map().figuresOf(scene.page())) {
        const bool mixes = scene.trace().site(node) == Site::WeightedValues;
        if (asValue ? !mixes : !isAttention(scene.trace().site(node))) continue;
        const auto& sources = scene.map().sourcesOf(node);
        if (std::ranges::find(sources, item.content().node) != sources.end()) return true;
    }
    return false;
}

}  // namespace

qreal layOutAttention(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const auto find = [&](Site site) { return scene.map().find(scene.page(), site); };
    const Figures figures = figuresOf(scene);
    const qreal gap = std::clamp(area.width() * 0.04, 24.0, 56.0);
    const qreal column = std::clamp(area.width() * 0.135, 100.0, 180.0);
    const qreal top = area.top() + 10;
    const qreal height = area.height() - 10;
    const int stacked = std::max(3, static_cast<int>(figures.roles.size()));
    const std::int64_t tokens =
        rowsOf(scene, figures.entering.empty() ? figures.leaving.front() : figures.entering.front());
    const std::int64_t most = std::max({3 * tokens, rowsOf(scene, figures.roles), rowsOf(scene, figures.entering)});
    const qreal rows = rowHeightFor(scene, stacked, most, height, fonts.line * 1.1);
    qreal x = area.left();
    qreal bottom = top;

    const auto stack = [&](const std::vector<FigureSpec>& specs, qreal labels, qreal rowHeight, bool spread) {
        std::vector<MatrixItem*> items;
        qreal y = top;
        qreal widest = 0;
        for (const FigureSpec& spec : specs) {
            const MatrixContent content = scene.reading().matrix(spec);
            const MatrixLayout layout{.cellWidth = cellWidthFor(content.window.columns, column),
                                      .cellHeight = rowHeight,
                                      .rowLabelWidth = labels};
            items.push_back(scene.addMatrix(spec, layout, {x, y}));
            const qreal title = widthOf(fonts.bold, items.back()->content().title) - gap + 8;
            widest = std::max({widest, items.back()->cellsSize().width(), title});
            const qreal step = spread ? aboveAndBelow(fonts) + rowHeight * content.window.rows + 6 : 0;
            y = std::max(bottomOf(*items.back(), fonts) + 6, y + step);
        }
        bottom = std::max(bottom, y);
        x += widest + gap;
        return items;
    };

    qreal labels = 0;
    for (const FigureSpec& spec : figures.entering) {
        labels = std::max(labels, rowLabelWidth(fonts, scene.reading().matrix(spec).rowLabels));
    }
    x += labels + 8;
    const std::vector<MatrixItem*> first = stack(figures.entering, labels, rows, true);
    const std::vector<MatrixItem*> second = stack(figures.roles, 0, rows, true);
    const auto connect = [&](const MatrixItem& from, const MatrixItem& to, bool down) {
        const auto& sources = scene.map().sourcesOf(to.content().node);
        if (std::ranges::find(sources, from.content().node) == sources.end()) return;
        const Site site = scene.trace().site(to.content().node);
        const bool isRole = std::ranges::find(second, &to) != second.end();
        const QColor colour = isRole ? colourOf(site) : theme().mutedInk;
        down ? flowDown(scene, from, to, colour) : flow(scene, from, to, colour);
    };
    for (std::size_t i = 1; i < first.size(); ++i) connect(*first[i - 1], *first[i], true);
    for (const MatrixItem* to : second) {
        for (const MatrixItem* from : first) connect(*from, *to, false);
    }
    for (std::size_t i = 1; i < second.size(); ++i) connect(*second[i - 1], *second[i], true);

    const auto attention = scene.reading().attentionOf(scene.page());
    if (!attention) return bottom;
    const qreal words =
        rowLabelWidth(fonts, scene.reading().matrix({*attention, FigureSpec::Extent::HeadMatrix}).rowLabels);
    x += words + 4;
    const qreal room = area.right() - x - gap * 1.6 - column;
    const Detail detail = layOutDetail(scene, *attention, {x, top}, room, height);
    bottom = std::max(bottom, detail.bottom);
    // Whatever the scores or the mixture read, turned or remembered first or as it came.
    std::vector<MatrixItem*> read = first;
    read.insert(read.end(), second.begin(), second.end());
    bool asked = false;
    for (const MatrixItem* item : read) {
        if (!isRead(scene, *item, false)) continue;
        const Site site = scene.trace().site(item->content().node);
        const QPointF to = leftOf(*detail.matrix) + QPointF(-words - 10, std::exchange(asked, true) ? 14 : -14);
        scene.addRibbon(RibbonItem::curve(rightOf(*item), to), item->content().node,
                        find(Site::Scores).value_or(*attention), colourOf(site));
    }

    x = detail.right + gap * 1.2;
    const qreal box = fonts.line * 1.75 + 10;
    const auto leaves = std::max(4, static_cast<int>(figures.leaving.size()));
    const std::int64_t leavingRows = figures.leaving.empty() ? 1 : leaves * rowsOf(scene, figures.leaving.front());
    const std::vector<MatrixItem*> last =
        stack(figures.leaving, 0, rowHeightFor(scene, leaves, leavingRows, height - box - 24, fonts.line * 1.1), false);
    if (last.empty()) return bottom;
    scene.addRibbon(RibbonItem::curve(rightOf(*detail.matrix), leftOf(*last.front())),
                    find(Site::Weights).value_or(*attention), last.front()->content().node, theme().attention);
    for (const MatrixItem* item : read) {
        if (isRead(scene, *item, true)) flowOfValues(scene, *item, *last.front(), detail);
    }
    for (std::size_t i = 1; i < last.size(); ++i) {
        connect(*last[i - 1], *last[i], true);
        const auto& sources = scene.map().sourcesOf(last[i]->content().node);
        for (const MatrixItem* from : first) {
            if (std::ranges::find(sources, from->content().node) == sources.end()) continue;
            flowAround(scene, *from, *last[i], area.top(), theme().mutedInk);
        }
    }
    const qreal y = bottomOf(*last.back(), fonts) + 6;
    BoxItem* const onward = addNeighbourBox(scene, +1, {last.back()->pos().x() - 2, y});
    if (!onward) return bottom;
    if (y + box <= area.bottom()) return std::max(bottom, y + box);
    // Where it would be out of sight it stands below what came in.
    const qreal beside = first.empty() ? y : bottomOf(*first.back(), fonts) + 6;
    if (beside + box > area.bottom()) return std::max(bottom, y + box);
    onward->setPos(area.left(), beside);
    return bottom;
}

}  // namespace attentarium
