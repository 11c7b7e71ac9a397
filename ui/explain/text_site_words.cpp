#include <QtGlobal>

#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

constexpr SiteWords kWords[] = {
    {Site::Parameter, QT_TRANSLATE_NOOP("Words", "parameter"), "W",
     QT_TRANSLATE_NOOP("Stories", "These numbers were learned in training. They are the same for every sentence."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "Each weight linked one input feature with one output feature, for every word. Its gradient adds "
         "up, over the words, the input times the gradient of the output. It says how the loss would "
         "change if the weight grew a little.")},
    {Site::TokenEmbedding, QT_TRANSLATE_NOOP("Words", "token embedding"), "e",
     QT_TRANSLATE_NOOP(
         "Stories",
         "Each word picks its own row of the embedding matrix. The row is all that the model knows of the "
         "word by itself: the same word gets the same row wherever it stands."),
     QT_TRANSLATE_NOOP("Stories",
                       "Whatever read the word's row sends its gradient back to it. From here it goes on into the row "
                       "of the matrix that was picked.")},
    {Site::ScaledEmbedding, QT_TRANSLATE_NOOP("Words", "scaled token embedding"), "e′",
     QT_TRANSLATE_NOOP(
         "Stories",
         "Each number of the word's row is multiplied by the square root of the width, so that the row is "
         "not drowned out by what is added for its place. The direction of the row stays the same."),
     QT_TRANSLATE_NOOP("Stories",
                       "On the way forward the row was multiplied by the square root of the width. On the way back its "
                       "gradient is multiplied by the same number.")},
    {Site::PositionEmbedding, QT_TRANSLATE_NOOP("Words", "position embedding"), "p",
     QT_TRANSLATE_NOOP(
         "Stories",
         "Each place in the sentence picks its own row of the position matrix. Without it the model could "
         "not tell where in the sentence a word stands."),
     QT_TRANSLATE_NOOP("Stories",
                       "The input was the sum of both embeddings, so each gets the gradient of the input unchanged. "
                       "From here it goes on into the row of the matrix that was picked.")},
    {Site::SegmentEmbedding, QT_TRANSLATE_NOOP("Words", "segment embedding"), "g",
     QT_TRANSLATE_NOOP(
         "Stories",
         "Where two texts stand one after the other, each word picks the row of the text that it belongs to, so "
         "that the model can tell them apart. In a text alone all words pick the same row."),
     QT_TRANSLATE_NOOP("Stories",
                       "The input was a sum, so this row gets the gradient of the input unchanged. All words of one "
                       "text pass theirs on into the same row of the segment matrix.")},
    {Site::Input, QT_TRANSLATE_NOOP("Words", "input"), "x",
     QT_TRANSLATE_NOOP("Stories",
                       "The row of the word and the row of its place are added, number by number. From here on every "
                       "word has one row of features that says both what it is and where it is."),
     QT_TRANSLATE_NOOP("Stories",
                       "The row was used twice: it went straight on to the next sum, and through a LayerNorm into the "
                       "part beside it. The gradients of both ways are added up.")},
    {Site::RecentWords, QT_TRANSLATE_NOOP("Words", "the last words side by side"), "w",
     QT_TRANSLATE_NOOP("Stories",
                       "The rows of the last few words are laid side by side, the oldest first. That is all this model "
                       "sees; before the beginning of the text there are zeros."),
     QT_TRANSLATE_NOOP("Stories",
                       "Every hidden unit read all of these numbers. Each gets back the gradients of the units, times "
                       "the weights that linked them, added up.")},
    {Site::ContextMean, QT_TRANSLATE_NOOP("Words", "mean of the neighbours"), "m",
     QT_TRANSLATE_NOOP("Stories",
                       "The rows of the words around a place are averaged; the word itself is left out. The order of "
                       "the neighbours does not matter, only which they are."),
     QT_TRANSLATE_NOOP("Stories",
                       "The mean was compared with every candidate. Its gradient adds up their rows, each times how "
                       "wrong the model was about that candidate.")},
    {Site::PairVectors, QT_TRANSLATE_NOOP("Words", "vector of each pair's word"), "u",
     QT_TRANSLATE_NOOP("Stories",
                       "A word and one of its neighbours are a pair, from which something can be learned. Each pair "
                       "takes the row of its word, so a word with many neighbours is here many times."),
     QT_TRANSLATE_NOOP("Stories",
                       "The row of the word was compared with every candidate. Its gradient adds up their rows, each "
                       "times how wrong the model was about that candidate.")},
    {Site::PairLogits, QT_TRANSLATE_NOOP("Words", "logits of each pair"), QT_TRANSLATE_NOOP("Formulas", "logits"),
     QT_TRANSLATE_NOOP("Stories",
                       "A word and one of its neighbours are a pair, from which something can be learned. Each pair "
                       "takes the row of its word, so a word with many neighbours is here many times."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is the probability that the model gave a word, minus 1 for the neighbour that was "
                       "there, times the pair's share in the mean. What a word gets from its pairs is added up.")},
    {Site::PairLosses, QT_TRANSLATE_NOOP("Words", "loss of each pair"), "ℓ",
     QT_TRANSLATE_NOOP("Stories",
                       "The word of a pair should predict the neighbour. The loss is minus the logarithm of the "
                       "probability that it did: the less the neighbour was expected, the more it costs."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss is a mean over the pairs, so each has the same share in it. That share, 1 divided by "
                       "the number of pairs, is the gradient.")},
};

}  // namespace

std::span<const SiteWords> textSiteWords() {
    return kWords;
}

}  // namespace attentarium
