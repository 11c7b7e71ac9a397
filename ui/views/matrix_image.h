#pragma once

#include <QColor>
#include <QImage>
#include <span>
#include <vector>

namespace attentarium {

/// A matrix as rows of numbers that live elsewhere, with what a heatmap has to know of them.
struct MatrixNumbers {
    int columns = 0;
    std::vector<std::span<const float>> rows;  ///< an empty one is not computed yet
    std::vector<std::span<const float>> mask;  ///< −∞ where a cell is hidden; empty where none is
    bool isShare = false;                      ///< from 0 to 1, in `hue`; else signed, up to ±`limit`
    double limit = 1;
    QColor hue;
    double faintBelow = 0;  ///< shares under it are shown pale

    int rowCount() const { return static_cast<int>(rows.size()); }
    bool isEmpty() const { return rows.empty() || columns == 0; }
    float at(int row, int column) const {
        return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }
    bool isHidden(int row, int column) const;
    QRgb colourAt(int row, int column) const;
};

/// The largest absolute value that is finite; 0 where there is none.
double largestOf(const MatrixNumbers& numbers);

/// A pixel for each cell. With `most`, a larger matrix becomes a picture of at most that many pixels a side, each as
/// strong as the strongest of its cells, so that what is thin stays visible.
QImage matrixImage(const MatrixNumbers& numbers, int most = 0);

}  // namespace attentarium
