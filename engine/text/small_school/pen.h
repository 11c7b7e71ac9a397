#pragma once

#include <array>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/language.h"

namespace attentarium::small_school {

/// Of which combinations a text may be: those of lessons, those that are held out from them, or both.
enum class Part { Taught, HeldOut, Any };

/// The choices made in a text, the same in both languages.
class Choices {
  public:
    static constexpr int kMost = 8;

    bool has(int slot) const { return m_values[static_cast<std::size_t>(slot)] != kOpen; }
    int operator[](int slot) const { return m_values[static_cast<std::size_t>(slot)]; }
    void set(int slot, int value) { m_values[static_cast<std::size_t>(slot)] = value; }

  private:
    static constexpr int kOpen = -1;
    std::array<int, kMost> m_values = [] {
        std::array<int, kMost> open{};
        open.fill(kOpen);
        return open;
    }();
};

/// Writes one text from left to right. Every choice is told by the words that it writes, so whoever reads a text knows
/// the choices, and with them its probability. A phrase is words with spaces between them.
class Pen {
  public:
    Pen(Language language, Part part) : m_language(language), m_part(part) {}
    virtual ~Pen() = default;
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    Language language() const { return m_language; }
    bool english() const { return m_language == Language::English; }
    Part part() const { return m_part; }

    void write(std::string_view phrase);
    void write(std::string_view englishPhrase, std::string_view chinesePhrase) {
        write(english() ? englishPhrase : chinesePhrase);
    }
    /// Chooses one of `values`, all equally likely, and writes its phrase. No two phrases may be the same. Returns it.
    int pick(int slot, std::span<const int> values, const std::function<std::string(int)>& phrase);
    /// Writes the word that the text so far asks for, which is one of `choices`.
    virtual void answer(const std::string& word, const std::vector<std::string>& choices);
    /// What one language told by another choice, for the other one.
    void note(int slot, int value) { m_choices.set(slot, value); }

    /// Those of 0 … `count` − 1 that this part allows.
    template <typename HeldOut>
    std::vector<int> allowed(int count, HeldOut isHeldOut) const {
        std::vector<int> values;
        for (int value = 0; value < count; ++value) {
            if (m_part == Part::Any || isHeldOut(value) == (m_part == Part::HeldOut)) values.push_back(value);
        }
        return values;
    }

  protected:
    /// Which of `phrases` is written: an index. It has to be put.
    virtual std::size_t choose(int slot, std::span<const int> values, const std::vector<std::string>& phrases) = 0;
    virtual void put(std::string_view word) = 0;

    Choices m_choices;

  private:
    Language m_language;
    Part m_part;
};

/// Draws a text.
class DrawingPen final : public Pen {
  public:
    /// `choices`: those that are made already.
    DrawingPen(Language language, Part part, Random& random, const Choices& choices = {})
        : Pen(language, part), m_random(random) {
        m_choices = choices;
    }

    void answer(const std::string& word, const std::vector<std::string>& choices) override;

    const Choices& choices() const { return m_choices; }
    std::vector<std::string> tokens;
    std::size_t answerPlace = 0;  ///< of the answer among the tokens; 0 for a text without one
    std::vector<std::string> answerChoices;

  private:
    std::size_t choose(int slot, std::span<const int> values, const std::vector<std::string>& phrases) override;
    void put(std::string_view word) override { tokens.emplace_back(word); }

    Random& m_random;
};

/// Follows a text as long as it can.
class FollowingPen final : public Pen {
  public:
    /// Borrows `tokens`.
    FollowingPen(Language language, Part part, std::span<const std::string> tokens)
        : Pen(language, part), m_tokens(tokens) {}

    /// Of the tokens that could be followed, each given those before it.
    std::vector<double> probabilities;
    /// What comes after the tokens, where all could be followed and there is more.
    std::map<std::string, double> next;

  private:
    std::size_t choose(int slot, std::span<const int> values, const std::vector<std::string>& phrases) override;
    void put(std::string_view word) override;

    std::span<const std::string> m_tokens;
    bool m_ended = false;  ///< the text or what can be followed of it
};

/// The words of a phrase.
std::vector<std::string_view> wordsOf(std::string_view phrase);

}  // namespace attentarium::small_school
