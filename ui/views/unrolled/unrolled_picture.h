#pragma once

#include <QFont>
#include <QRectF>
#include <QStringList>
#include <memory>
#include <optional>

#include "ui/views/unrolled/recurrent_layers.h"

class QPainter;

namespace attentarium {

/// A vector in the picture, and one of its numbers.
struct UnrolledPlace {
    int row = -1;  ///< of the rows that are shown; −1: the line through time
    int time = 0;
    int unit = 0;

    bool operator==(const UnrolledPlace&) const = default;
};

/// What is drawn: one layer over the words, as far as the walk has come.
struct UnrolledPicture {
    std::shared_ptr<const Trace> trace;
    UnrolledLayer layer;
    std::vector<StateRow> rows;  ///< of the layer, those that are shown
    QStringList words;           ///< in the order of the text
    QStringList below;           ///< a line below each word: what is told next, or the loss; empty for none
    QString lineTitle;           ///< what the line through time is called
    int unit = 0;
    bool backward = false;
    int done = 0;  ///< steps of this direction that were walked, the one it stands on included
    std::optional<UnrolledPlace> chosen, hovered;

    bool isEmpty() const { return rows.empty(); }
    int steps() const { return static_cast<int>(words.size()); }
    /// How many steps of the walk come before the one at `time`.
    int orderOf(int time) const { return backward ? steps() - 1 - layer.orderOf(time) : layer.orderOf(time); }
    bool isDone(int time) const { return orderOf(time) < done; }
    bool isNow(int time) const { return orderOf(time) == done - 1; }
    /// Values, or gradients on the way back; empty where the loss does not depend on them.
    std::span<const float> numbers(int row, int time) const;
    /// The largest absolute number of a row over all steps.
    double limitOf(int row) const;
    int widthOf(int row) const;
};

/// Where everything lies, for a given type and room.
struct UnrolledPlan {
    UnrolledPlan() = default;
    /// `cell` is the side of a number's square; 0: as large as the room allows.
    UnrolledPlan(const UnrolledPicture& picture, const QFont& font, QSizeF room, double cell);

    QSizeF size;
    QFont font, small;
    double cell = 5;
    int across = 1;  ///< numbers side by side in a vector's tile
    double side = 0, column = 0, gap = 0, top = 0;
    std::vector<double> rowTops, rowHeights;
    double belowTop = 0;
    QRectF line;  ///< of the line through time, words' columns only

    QRectF columnRect(int time) const;
    QRectF tile(int row, int time) const;
    QRectF square(int row, int time, int unit) const;
    std::optional<UnrolledPlace> placeAt(const UnrolledPicture& picture, QPointF at) const;
};

/// Paints the whole of it, in the colours of the theme. `left`: where names and scales stand, so that they stay in
/// sight.
void paintUnrolled(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, bool focused,
                   double left = 0);
/// The part below the vectors: one unit of the memory from step to step.
void paintMemoryLine(QPainter& painter, const UnrolledPicture& picture, const UnrolledPlan& plan, double left);

/// "forget gate f", with what it is on the way back.
QString titleOfRow(const UnrolledPicture& picture, int row);

}  // namespace attentarium
