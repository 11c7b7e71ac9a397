#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/random.h"
#include "engine/text/small_world/grammar.h"

namespace attentarium::small_world {

/// The words of a planned story. Choices that the plan leaves open are drawn and entered.
std::vector<Piece> write(Plan& plan, Language language, Random& random);

/// All ways in which the grammar can have written the words so far, each with its probability. Adding the words of a
/// story one by one gives the exact probability of each, whatever the number of ways.
class Derivations {
  public:
    explicit Derivations(Language language);

    /// Every word that may follow, with probabilities that sum to 1; empty after the end of a story.
    std::vector<std::pair<std::string_view, double>> next() const;
    /// Goes on with `word` and returns its probability: 0 when it cannot follow, and then nothing can.
    double add(std::string_view word);

  private:
    struct Way {
        Plan plan;
        std::vector<Piece> rest;  ///< what is still to be written, the next piece last
        double probability;
    };
    void spread(Way way);

    Language m_language;
    std::vector<Way> m_ways;  ///< each with a word as its next piece
};

}  // namespace attentarium::small_world
