#pragma once

#include <QColor>
#include <QStringList>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/tape/explanation.h"
#include "ui/views/stage/cell_window.h"

namespace attentarium {

/// How far a tensor has come in the walk.
enum class Presence {
    Pending,  ///< not computed yet: an empty frame
    Dimmed,   ///< there, but not what the step is about
    Shown,
    Current,  ///< complete in this very step
};

enum class ColourScale { Diverging, Sequential };

/// The other quantity of the same cells, where a figure shows both: gradients below values.
struct SecondQuantity {
    std::span<const float> numbers;
    std::shared_ptr<const std::vector<float>> own;
    std::vector<bool> pendingRows;
    double limit = 1;
    bool pending = false;  ///< the backward pass has not come by
};

/// Everything that a matrix on the stage shows at one step.
struct MatrixContent {
    Var node;
    /// Where a value is repeated at every time step, a row shows each of them: whose rows they are. Empty: all of
    /// `node`.
    std::vector<Var> rowNodes;
    std::vector<bool> pendingRows;  ///< of these, those that are not computed yet
    Quantity quantity = Quantity::Value;
    Quantity chosenQuantity = Quantity::Value;  ///< of a cell that is clicked
    std::optional<SecondQuantity> second;
    /// Whether a click can choose a cell; not where the numbers are an update's and in no tensor of the pass.
    bool selectable = true;
    CellWindow window;
    std::span<const float> numbers;                 ///< of the whole tensor
    std::shared_ptr<const std::vector<float>> own;  ///< keeps `numbers` alive where no trace does
    std::span<const float> mask;                    ///< −∞ where a cell is hidden; empty where none is
    ColourScale scale = ColourScale::Diverging;
    double limit = 1;
    QString title;
    QString symbol;  ///< the letter that formulas have for it
    QString shape;
    QString subtitle;  ///< the plain words where the title is a letter
    QString formula;
    QString name;  ///< the whole, for a screen reader
    QStringList rowLabels;
    QStringList columnLabels;
    QColor titleColour;
    QColor scaleColour;  ///< the full colour of a sequential scale
    QColor frameColour;  ///< of the phase
    Presence presence = Presence::Shown;
    QString pendingText;    ///< why there is nothing to see yet; empty: not computed yet
    bool isSource = false;  ///< the step reads it
    bool isChange = false;  ///< the numbers are what changed against another run
    int boldRow = -1;
    int boldColumn = -1;
    int outlinedRow = -1;
    std::optional<CellPlace> selected;
    std::vector<CellPlace> lit;

    /// Whether `other` paints the same picture, what is lit left aside. Numbers count as the same where they are.
    bool paintsLike(const MatrixContent& other) const;
    bool isHidden(int row, int column) const;
    bool isPending(int row) const { return !pendingRows.empty() && pendingRows[static_cast<std::size_t>(row)]; }
    /// Which number of which tensor a place shows, and the other way round.
    Cell cellAt(CellPlace place) const;
    std::optional<CellPlace> placeOf(const Cell& cell) const;
    double numberAt(int row, int column) const;
    /// Of the second quantity; none where there is none, or none yet.
    std::optional<double> secondAt(int row, int column) const;
};

}  // namespace attentarium
