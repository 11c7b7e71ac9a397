#pragma once

#include <QString>

#include "engine/trace/trace.h"

namespace attentarium {

class Session;

/// Puts the arithmetic behind one number into text: rich text in which every source cell is a link, and TSV.
class ArithmeticText {
  public:
    /// How many terms are listed before "… and 54 more".
    enum class Terms { Few, All };

    ArithmeticText(const Session& session, Terms terms) : m_session(session), m_terms(terms) {}

    /// Why the cell's value is what it is.
    QString value(const Cell& cell) const;
    /// What each user of the cell contributes to its gradient, with all the numbers.
    QString gradient(const Cell& cell) const;
    /// The same without the terms: one line for each user.
    QString gradientInShort(const Cell& cell) const;
    /// How the optimizer changed a parameter's cell; empty for other cells.
    QString update(const Cell& cell) const;
    /// The terms of the value or the gradient, one in a row.
    QString table(const Cell& cell) const;

  private:
    const Trace& trace() const;
    QString explained(const Explanation& why) const;
    QString sum(const Explanation& why) const;
    QString ratio(const Explanation& why) const;
    QString normalised(const Explanation& why) const;
    QString surprise(const Explanation& why) const;
    QString given(const Explanation& why) const;
    QString pointwise(const Explanation& why) const;
    /// What a place along the last axis of some shares is called: a word, a class.
    QString labelOf(Var shares, int place) const;
    QString number(const Factor& factor) const;

    const Session& m_session;
    Terms m_terms;
};

}  // namespace attentarium
