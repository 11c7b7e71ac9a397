#pragma once

#include "ui/views/word_vectors/lookup_picture.h"
#include "ui/views/word_vectors/vector_figure.h"

namespace attentarium {

/// What pressing something in the figure does.
struct LookupActs {
    std::function<void(int word)> chooseWord;
    std::function<void(int feature)> chooseFeature;
    std::function<void(int stage)> chooseStage;
    std::function<void(Var node, std::int64_t cell)> chooseCell;
};

/// One-hot times table is a row of it: the look-up as a product, with the terms of one feature.
void drawLookup(FigureSheet& sheet, const LookupPicture& picture, int feature, const LookupActs& acts);
/// The word's vector at each stage, and the same word in the second sentence.
void drawStages(FigureSheet& sheet, const LookupPicture& picture, int stage, const LookupActs& acts);

/// One or two sentences on what is seen, with its numbers.
QString lookupTold(const LookupPicture& picture, int feature);
QString stagesTold(const LookupPicture& picture, int stage);

}  // namespace attentarium
