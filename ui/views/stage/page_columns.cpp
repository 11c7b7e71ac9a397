#include "ui/views/stage/page_columns.h"

#include <algorithm>
#include <cmath>

namespace attentarium {

qreal cellWidthFor(std::int64_t columns, qreal width) {
    const qreal cell = width / static_cast<qreal>(columns);
    return cell >= 2 ? std::min(14.0, std::floor(cell)) : cell;
}

qreal aboveAndBelow(const StageFonts& fonts) {
    return fonts.line * 1.1 + 4 + fonts.smallLine * 1.2 + 12;
}

qreal rowHeightFor(const StageScene& scene, int figures, qreal height, qreal largest) {
    const StageFonts& fonts = scene.fonts();
    const qreal subtitle = scene.isCompact() ? 0 : fonts.smallLine;
    const qreal room = height - figures * (aboveAndBelow(fonts) + subtitle);
    const auto tokens = static_cast<qreal>(scene.trace().tokens().size());
    return std::clamp(std::floor(room / (figures * tokens)), scene.isCompact() ? 3.0 : 5.0, largest);
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

std::optional<Var> enteringNode(const StageScene& scene) {
    const std::vector<Var> nodes = scene.map().nodesOf(scene.page());
    if (nodes.empty()) return {};
    for (const Var input : scene.trace().inputs(nodes.front())) {
        if (input && !scene.trace().isParameter(input)) return input;
    }
    return {};
}

}  // namespace attentarium
