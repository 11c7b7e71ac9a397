#include "ui/views/stage/page_columns.h"

#include <algorithm>
#include <cmath>

#include "ui/explain/theme.h"

namespace attentarium {

qreal cellWidthFor(std::int64_t columns, qreal width) {
    const qreal cell = width / static_cast<qreal>(columns);
    return cell >= 2 ? std::min(14.0, std::floor(cell)) : cell;
}

qreal aboveAndBelow(const StageFonts& fonts) {
    return fonts.line * 1.1 + 4 + fonts.smallLine * 1.2 + 12;
}

qreal rowHeightFor(const StageScene& scene, int figures, std::int64_t rows, qreal height, qreal largest) {
    const StageFonts& fonts = scene.fonts();
    const qreal subtitle = scene.isCompact() ? 0 : fonts.smallLine;
    const qreal room = height - figures * (aboveAndBelow(fonts) + subtitle);
    const auto all = static_cast<qreal>(std::max<std::int64_t>(1, rows));
    return std::clamp(std::floor(room / all), scene.isCompact() ? 3.0 : 5.0, largest);
}

std::int64_t rowsOf(const StageScene& scene, const FigureSpec& spec) {
    return scene.reading().matrix(spec).window.rows;
}

std::int64_t rowsOf(const StageScene& scene, const std::vector<FigureSpec>& specs) {
    std::int64_t rows = 0;
    for (const FigureSpec& spec : specs) rows += rowsOf(scene, spec);
    return rows;
}

qreal rowLabelWidth(const StageFonts& fonts, const QStringList& labels) {
    qreal widest = 0;
    for (const QString& label : labels) widest = std::max(widest, widthOf(fonts.smallBold, label));
    return widest + 2;
}

QPointF leftOf(const MatrixItem& item) {
    return item.pos() + QPointF(-5, item.cellsSize().height() / 2);
}

QPointF rightOf(const MatrixItem& item) {
    return item.pos() + QPointF(item.cellsSize().width() + 5, item.cellsSize().height() / 2);
}

qreal bottomOf(const MatrixItem& item, const StageFonts& fonts) {
    return item.pos().y() + item.cellsSize().height() + fonts.smallLine * 1.2 + 8;
}

void flow(StageScene& scene, const MatrixItem& from, const MatrixItem& to, const QColor& colour) {
    scene.addRibbon(RibbonItem::curve(rightOf(from), leftOf(to)), from.content().node, to.content().node, colour);
}

void flowDown(StageScene& scene, const MatrixItem& from, const MatrixItem& to, const QColor& colour) {
    constexpr qreal kBulge = 18;
    const QPointF start = rightOf(from), end = rightOf(to);
    QPainterPath path(start);
    path.cubicTo(start + QPointF(kBulge, 0), end + QPointF(kBulge, 0), end);
    scene.addRibbon(path, from.content().node, to.content().node, colour);
}

void flowAround(StageScene& scene, const MatrixItem& from, const MatrixItem& to, qreal top, const QColor& colour) {
    constexpr qreal kRadius = 12, kLane = 22;
    const qreal left = from.pos().x() + from.cellsSize().width() + kLane - 4;
    const qreal right = rightOf(to).x() + kLane;
    QPainterPath path(rightOf(from));
    path.lineTo(left - kRadius / 2, path.currentPosition().y());
    path.quadTo({left, path.currentPosition().y()}, {left, path.currentPosition().y() - kRadius});
    path.lineTo(left, top + kRadius);
    path.quadTo({left, top}, {left + kRadius, top});
    path.lineTo(right - kRadius, top);
    path.quadTo({right, top}, {right, top + kRadius});
    path.lineTo(right, rightOf(to).y() - kRadius);
    path.quadTo({right, rightOf(to).y()}, {right - kRadius, rightOf(to).y()});
    scene.addRibbon(path, from.content().node, to.content().node, colour);
}

void flowBetween(StageScene& scene, const std::vector<MatrixItem*>& items, qreal top) {
    const StageMap& map = scene.map();
    for (std::size_t to = 0; to < items.size(); ++to) {
        for (std::size_t from = 0; from < to; ++from) {
            const auto all = scene.trace().acrossTime(items[to]->content().node);
            const bool feeds = std::ranges::any_of(all, [&](Var node) {
                const auto& sources = map.sourcesOf(node);
                return std::ranges::any_of(
                    sources, [&](Var source) { return map.figureOf(source) == items[from]->content().node; });
            });
            if (!feeds) continue;
            const bool sameColumn = std::abs(items[to]->pos().x() - items[from]->pos().x()) < 1;
            if (sameColumn && to == from + 1) {
                flowDown(scene, *items[from], *items[to], theme().mutedInk);
            } else if (!sameColumn && isResidual(scene.trace().site(items[to]->content().node)) && to > from + 1) {
                flowAround(scene, *items[from], *items[to], top, theme().mutedInk);
            } else if (!sameColumn) {
                flow(scene, *items[from], *items[to], theme().accent);
            }
        }
    }
}

BoxItem* addNeighbourBox(StageScene& scene, int direction, QPointF corner) {
    const auto other = scene.map().neighbour(scene.page(), direction);
    if (!other) return nullptr;
    const bool onward = direction > 0;
    QString label;
    switch (other->kind) {
        case StagePage::Kind::Attention: {
            const auto weights = scene.map().find(*other, Site::Weights);
            const bool crosses = weights && scene.trace().sideOf(*weights, Axis::Token) !=
                                                scene.trace().sideOf(*weights, Axis::KeyToken);
            if (onward) label = crosses ? StageScene::tr("Cross-attention ▸") : StageScene::tr("Self-attention ▸");
            if (!onward) label = crosses ? StageScene::tr("◂ Cross-attention") : StageScene::tr("◂ Self-attention");
            break;
        }
        case StagePage::Kind::FeedForward:
            label = onward ? StageScene::tr("Feed-forward ▸") : StageScene::tr("◂ Feed-forward");
            break;
        default:
            label = onward ? StageScene::tr("Further ▸") : StageScene::tr("◂ Before");
    }
    const StageFonts& fonts = scene.fonts();
    const QSizeF size(widthOf(fonts.smallBold, label) + fonts.line, fonts.line * 1.75);
    return scene.addBox(label, size, BoxItem::Shape::Box, scene.map().nodesOf(*other), corner);
}

std::optional<Var> enteringNode(const StageScene& scene) {
    const std::vector<Var> entering = scene.map().enteringOf(scene.page());
    return entering.empty() ? std::nullopt : std::optional(entering.front());
}

}  // namespace attentarium
