#pragma once

#include <QFont>
#include <QImage>
#include <QPainter>
#include <optional>

#include "ui/views/attention/attention_reading.h"

namespace attentarium {

struct HeatmapPlace {
    int row = 0;     ///< −1: a word above a column
    int column = 0;  ///< −1: a word beside a row

    bool operator==(const HeatmapPlace&) const = default;
};

/// Rows and columns that are chosen together, both ends included.
struct HeatmapRange {
    int firstRow = -1, lastRow = -1;
    int firstColumn = -1, lastColumn = -1;

    bool isEmpty() const { return firstRow < 0; }
    bool contains(int row, int column) const {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn && !isEmpty();
    }
    bool operator==(const HeatmapRange&) const = default;
};

/// How much room the widest words of a picture take. It does not depend on the zoom.
struct WordWidths {
    WordWidths() = default;
    WordWidths(const QFont& base, const AttentionPicture& picture);

    double rows = 0;
    double columns = 0;
};

/// Type and room of a heatmap's sides.
struct HeatmapLook {
    HeatmapLook() = default;
    /// `cell` is the side of a cell.
    HeatmapLook(const QFont& base, const WordWidths& widths, double cell);

    QFont word, number;
    double side = 0;      ///< room for the words beside the rows
    double top = 0;       ///< and above the columns
    double scale = 0;     ///< and below, for the scale
    bool upright = true;  ///< whether the words above are read from left to right
};

/// Paints the part of a heatmap that `area` shows. `origin` is where its first cell begins, in `area`'s places.
struct HeatmapPainting {
    const AttentionPicture& picture;
    const QImage& image;  ///< a pixel for each cell
    const HeatmapLook& look;
    double cell = 10;
    QRectF area;  ///< with the words and the scale
    QPointF origin;
    HeatmapRange range = {};
    std::optional<HeatmapPlace> hovered = {};
    int boldRow = -1;
    bool focused = false;

    void paint(QPainter& painter) const;
    QRectF body() const;

  private:
    void paintCells(QPainter& painter) const;
    void paintHatching(QPainter& painter, int firstRow, int lastRow, int firstColumn, int lastColumn) const;
    void paintMarks(QPainter& painter) const;
    void paintSides(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    QRectF rectOf(int row, int column) const;
    void visible(int& firstRow, int& lastRow, int& firstColumn, int& lastColumn) const;
};

/// The bar that says which colour is which number, with its two ends written beside it.
void paintColourScale(QPainter& painter, QPointF corner, const MatrixNumbers& numbers, const QFont& font);

}  // namespace attentarium
