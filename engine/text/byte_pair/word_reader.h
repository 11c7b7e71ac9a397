#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace attentarium {

/// Cuts a text into the words within which pairs are merged, by GPT-2's pattern (Radford et al., 2019): letters, digits
/// or marks in a row, each with the one space before them, English endings such as `'s`, and other spaces. The words
/// joined are the text. A byte that is not UTF-8 is a word of its own, and the text ends before it and begins anew
/// behind it.
class WordReader {
  public:
    /// `text` is borrowed.
    explicit WordReader(std::string_view text);
    ~WordReader();
    WordReader(const WordReader&) = delete;
    WordReader& operator=(const WordReader&) = delete;

    /// The next word, borrowed from the text; empty at its end.
    std::string_view next();
    /// From the beginning of another text.
    void restart(std::string_view text);

  private:
    struct Matching;

    std::unique_ptr<Matching> m_matching;
    std::string_view m_rest;       ///< what was not read yet
    std::size_t m_wellFormed = 0;  ///< bytes at the front of it that are UTF-8
};

}  // namespace attentarium
