#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace attentarium {

/// One place along an axis, as a lesson writes it.
struct CellIndex {
    enum class Kind {
        Number,        ///< `3`, counted from 0 as in names
        BestHead,      ///< `best`: the head that the lesson is about; along features its first one, `best+2` its third
        SelectedHead,  ///< `selected`: the head that the user has chosen
        First,         ///< `first`
        Last,          ///< `last`
        Word,          ///< `"fox"`: where the word stands; along the vocabulary its entry
        Role,          ///< `pronoun`: the same for the word that has this role in the lesson's sentence
        Largest,       ///< `largest`, `largest nouns`: where the value is largest, of all or of a group of roles
    };

    Kind kind = Kind::Number;
    int number = 0;  ///< itself, or what is added to a head's first feature
    QString name;    ///< the word, the role, or the group

    bool operator==(const CellIndex&) const = default;
};

/// A tensor of the trace, by its own name, and a cell of it or a part of it:
/// `blocks.*.attention.weights[best, pronoun, person]`. The star is the block of the best head.
struct CellExpression {
    QString node;
    std::vector<CellIndex> indices;  ///< fewer than the axes mean all cells along the rest

    bool operator==(const CellExpression&) const = default;
};

/// Nothing when `text` is not written so.
std::optional<CellExpression> parseCell(QStringView text);
std::optional<CellIndex> parseIndex(QStringView text);

}  // namespace attentarium
