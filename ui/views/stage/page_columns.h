#pragma once

#include "ui/views/stage/stage_scene.h"

namespace attentarium {

// What the pages share.

/// The cells' width for `columns` features in about `width`: whole pixels where they are wide enough.
qreal cellWidthFor(std::int64_t columns, qreal width);
/// The cells' height where `figures` matrices of together `rows` rows stand above each other in `height`.
qreal rowHeightFor(const StageScene& scene, int figures, std::int64_t rows, qreal height, qreal largest);
/// The rows that a figure has.
std::int64_t rowsOf(const StageScene& scene, const FigureSpec& spec);
/// Those of the figures together.
std::int64_t rowsOf(const StageScene& scene, const std::vector<FigureSpec>& specs);
/// The room that a matrix needs besides its cells: title, shape, scale.
qreal aboveAndBelow(const StageFonts& fonts);
/// The width of the widest of the sentence's words as a row label.
qreal rowLabelWidth(const StageFonts& fonts, const QStringList& labels);

QPointF leftOf(const MatrixItem& item);
QPointF rightOf(const MatrixItem& item);
qreal bottomOf(const MatrixItem& item, const StageFonts& fonts);

/// A curve from one matrix's right side to the next one's left side.
void flow(StageScene& scene, const MatrixItem& from, const MatrixItem& to, const QColor& colour);
/// A bow from one matrix to the one below it.
void flowDown(StageScene& scene, const MatrixItem& from, const MatrixItem& to, const QColor& colour);
/// The way around: above everything from one matrix to the right side of another, as a residual connection goes.
void flowAround(StageScene& scene, const MatrixItem& from, const MatrixItem& to, qreal top, const QColor& colour);

/// A ribbon for every way that one of the page's figures goes into another: to the right, down in the same column, or
/// around above `top` where others stand between.
void flowBetween(StageScene& scene, const std::vector<MatrixItem*>& items, qreal top);

/// A box that leads to the page after (+1) or before (−1) this one in the same part; none where there is none.
BoxItem* addNeighbourBox(StageScene& scene, int direction, QPointF corner);

/// The first input of the page's first value: what flows into the block.
std::optional<Var> enteringNode(const StageScene& scene);

}  // namespace attentarium
