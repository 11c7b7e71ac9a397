#pragma once

#include <QString>
#include <optional>

#include "engine/trace/trace.h"

namespace attentarium {

class Session;

/// The address of a cell in a link: `cell/12/value/345`.
QString linkTo(const Cell& cell);
std::optional<Cell> cellOfLink(const QString& link);

/// What the cell stands for, with the words of the sentence and of the vocabulary: `she → fox, head 3`.
QString placeOfCell(const Session& session, const Cell& cell);
/// The place and the tensor: `query: she, feature 12`.
QString nameOfCell(const Session& session, const Cell& cell);
/// The number in it.
double numberIn(const Trace& trace, const Cell& cell);

}  // namespace attentarium
