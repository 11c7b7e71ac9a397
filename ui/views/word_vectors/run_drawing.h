#pragma once

#include "ui/session/word2vec_study.h"
#include "ui/views/word_vectors/vector_figure.h"

namespace attentarium {

/// The words as they lie now, along their first two principal components, and the loss since the beginning.
void drawRun(FigureSheet& sheet, const Word2VecStudy& study);
QString runTold(const Word2VecStudy& study);

}  // namespace attentarium
