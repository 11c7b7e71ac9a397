#pragma once

#include <QString>
#include <optional>

#include "ui/models/number_table_model.h"
#include "ui/session/pins.h"

namespace attentarium {

/// The numbers of a pin, of one head where it has heads, with the words of its own run for rows and columns.
NumberTable tableOf(const Pin& pin);

/// `left` − `right`, cell by cell, with the names of `left`; what the mask hides on either side is hidden. None where
/// they differ in size.
std::optional<NumberTable> differenceOf(const NumberTable& left, const NumberTable& right);

/// What was pinned: "attention weights, block 1, head 3"; of a gradient with "gradient of" before it.
QString titleOf(const Pin& pin);
/// The run it is from: its sentence and its model.
QString runOf(const Pin& pin);

}  // namespace attentarium
