#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "engine/tape/explanation.h"
#include "engine/tape/site.h"
#include "ui/lesson/lesson.h"
#include "ui/session/session.h"

namespace attentarium {

/// The head that a lesson is about, counted from 0.
struct BestHead {
    int block = 0;
    int head = 0;
};

/// Why a name of a lesson stands for nothing just now.
struct NoMeaning {
    QString role;     ///< the sentence on the screen has no word with this role; putting the lesson's back helps
    QString message;  ///< the lesson's author has to mend this
};

/// A part of a tensor: all cells whose first places are these.
struct LivePlace {
    Var node;
    std::vector<std::int64_t> places;
    std::optional<std::int64_t> cell;  ///< row-major, when there is one place for every axis
};

/// A figure as it stands now.
struct LiveFigure {
    Figure::Kind kind = Figure::Kind::Value;
    double value = 0;
    QString word;              ///< for `Figure::Kind::Word`
    std::optional<Cell> cell;  ///< where the figure was read
    Site site = Site::Parameter;
    QString source;  ///< the tensor's name, or the placeholder as written
    std::optional<NoMeaning> trouble;
    int line = 0;
};

/// What a lesson's names mean for the model and the sentence that have been looked at. For use within one call:
/// it keeps references.
class LiveNames {
  public:
    /// The session must have a trace.
    LiveNames(const Lesson& lesson, const Session& session, BestHead best);

    /// Where the word with a role stands; nothing when the sentence has none.
    std::optional<int> positionOf(const QString& role) const;
    /// The word itself, or an empty text.
    QString wordOf(const QString& role) const;
    QString node(const QString& name) const;
    std::optional<LivePlace> place(const CellExpression& cell, NoMeaning& trouble) const;
    std::optional<std::int64_t> index(const CellIndex& index, Axis axis, std::int64_t size, NoMeaning& trouble) const;
    LiveFigure figure(const Figure& figure) const;

  private:
    QString number(const QString& name, double& value) const;
    std::optional<std::int64_t> largest(const CellIndex& index, const LivePlace& row, Axis axis,
                                        NoMeaning& trouble) const;
    void readCell(const Figure& figure, LiveFigure& live, NoMeaning& trouble) const;

    const Lesson& m_lesson;
    const Session& m_session;
    const Trace& m_trace;
    BestHead m_best;
};

}  // namespace attentarium
