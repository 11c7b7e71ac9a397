#include "ui/views/stage/page_columns.h"

#include <algorithm>
#include <cmath>

namespace attentarium {

qreal cellWidthFor(std::int64_t columns, qreal width) {
    const qreal cell = width / static_cast<qreal>(columns);
    return cell >= 1 ? std::min(14.0, std::round(cell)) : cell;
}

qreal aboveAndBelow(const StageFonts& fonts) {
    return fonts.line * 1.1 + 4 + fonts.smallLine * 1.2 + 12;
}

qreal rowHeightFor(const StageFonts& fonts, int tokens, int figures, qreal height, qreal largest) {
    const qreal room = height - figures * aboveAndBelow(fonts);
    return std::clamp(std::floor(room / (figures * std::max(1, tokens))), 5.0, largest);
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
    const qreal x = std::min(from.cellsSize().width(), to.cellsSize().width()) + from.pos().x() - 12;
    QPainterPath path({x, from.pos().y() + from.cellsSize().height() + 4});
    path.lineTo(x, to.pos().y() - 5);
    scene.addRibbon(path, from.content().node, to.content().node, colour);
}

void flowAround(StageScene& scene, const MatrixItem& from, const MatrixItem& to, qreal top, const QColor& colour) {
    constexpr qreal kRadius = 12, kLane = 12;
    const qreal left = from.pos().x() + from.cellsSize().width() + kLane;
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
