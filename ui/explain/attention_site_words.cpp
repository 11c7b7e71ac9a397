#include <QtGlobal>

#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

constexpr SiteWords kWords[] = {
    {Site::Query,
     //: of attention: what a word asks for
     QT_TRANSLATE_NOOP("Words", "query"), "Q",
     QT_TRANSLATE_NOOP("Stories",
                       "Every word forms a query: what it is looking for in the words before it and in itself. It is "
                       "the word's row times a learned matrix, plus a bias. Each head owns some of the columns."),
     QT_TRANSLATE_NOOP("Stories",
                       "A word's query made all the scores of its row. Its gradient adds up the gradients of those "
                       "scores, each times the key that the query was compared with.")},
    {Site::Key,
     //: of attention: what a word offers to be found by
     QT_TRANSLATE_NOOP("Words", "key"), "K",
     QT_TRANSLATE_NOOP(
         "Stories",
         "Every word forms a key: how it can be found by others. A word's query is compared with the keys "
         "of the words up to it, and the better they fit, the more attention it pays."),
     QT_TRANSLATE_NOOP("Stories",
                       "A word's key made all the scores of its column. Its gradient adds up the gradients of those "
                       "scores, each times the query that asked.")},
    {Site::Value,
     //: of attention: what a word hands over
     QT_TRANSLATE_NOOP("Words", "value"), "V",
     QT_TRANSLATE_NOOP("Stories",
                       "Every word forms a value: what it hands over to a word that attends to it. The key decides how "
                       "much is taken, the value what is taken."),
     QT_TRANSLATE_NOOP("Stories",
                       "A word's value went to every word that attended to it. Its gradient adds up theirs, each times "
                       "the share of attention that was paid.")},
    {Site::RotatedQuery, QT_TRANSLATE_NOOP("Words", "rotated query"), "Q′",
     QT_TRANSLATE_NOOP("Stories",
                       "The features of each head are turned in pairs, by an angle that grows with the word's place. A "
                       "query and a key turned like this compare by how far apart the words stand."),
     QT_TRANSLATE_NOOP("Stories",
                       "A word's turned query made all the scores of its row. Its gradient adds up the gradients of "
                       "those scores, each times the turned key that it was compared with.")},
    {Site::RotatedKey, QT_TRANSLATE_NOOP("Words", "rotated key"), "K′",
     QT_TRANSLATE_NOOP("Stories",
                       "Keys are turned in the same way as queries, each by the angle of its own place. Words that "
                       "stand equally far apart then have the same angle between them, wherever they stand."),
     QT_TRANSLATE_NOOP("Stories",
                       "A word's turned key made all the scores of its column. Its gradient adds up the gradients of "
                       "those scores, each times the turned query that asked.")},
    {Site::RememberedKey, QT_TRANSLATE_NOOP("Words", "remembered keys"), "K",
     QT_TRANSLATE_NOOP("Stories",
                       "The keys of the words before were kept, so that they need not be worked out again. The new "
                       "word's key is put behind them."),
     QT_TRANSLATE_NOOP("Stories",
                       "Only the new word's key is part of this step. It gets its part of the gradient; what was "
                       "remembered gets none.")},
    {Site::RememberedValue, QT_TRANSLATE_NOOP("Words", "remembered values"), "V",
     QT_TRANSLATE_NOOP("Stories",
                       "The values of the words before were kept as well. The new word's value is put behind them."),
     QT_TRANSLATE_NOOP("Stories",
                       "Only the new word's value is part of this step. It gets its part of the gradient; what was "
                       "remembered gets none.")},
    {Site::Scores, QT_TRANSLATE_NOOP("Words", "attention scores"), QT_TRANSLATE_NOOP("Formulas", "scores"),
     QT_TRANSLATE_NOOP("Stories",
                       "The query of each word is compared with the key of each word: both are multiplied number by "
                       "number and added up. A large score means that they fit. Each head does this with its own "
                       "features."),
     QT_TRANSLATE_NOOP("Stories",
                       "On the way forward the scores were divided by the square root of the head's width. On the way "
                       "back their gradients are divided by the same number.")},
    {Site::ScaledScores, QT_TRANSLATE_NOOP("Words", "scaled scores"), QT_TRANSLATE_NOOP("Formulas", "scaled scores"),
     QT_TRANSLATE_NOOP("Stories",
                       "All scores are divided by the square root of the number of features in a head. Sums of more "
                       "products grow larger; the division keeps the softmax from giving everything to one word."),
     QT_TRANSLATE_NOOP("Stories",
                       "Where the mask let a score through, its gradient passes unchanged. Hidden scores changed "
                       "nothing, so their gradient is 0.")},
    {Site::BiasedScores, QT_TRANSLATE_NOOP("Words", "scores with distance bias"),
     QT_TRANSLATE_NOOP("Formulas", "biased scores"),
     QT_TRANSLATE_NOOP("Stories",
                       "Something is taken away from each score that grows with the distance of the two words. Each "
                       "head has a steepness of its own, so some heads look far and others stay near."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "What was taken away did not depend on the score, so the gradient passes unchanged. Where a mask "
         "hid the score, it is 0.")},
    {Site::MaskedScores, QT_TRANSLATE_NOOP("Words", "masked scores"), QT_TRANSLATE_NOOP("Formulas", "masked scores"),
     QT_TRANSLATE_NOOP(
         "Stories",
         "A word may not look at later words, because it is those that the model learns to predict. Their "
         "scores become minus infinity, so that the softmax gives them exactly nothing."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "Shares of a softmax compete: raising one score takes from all others of its row. So each score "
         "gets its share times the difference between its own gradient and the row's average, weighted by "
         "the shares. Each row adds up to 0.")},
    {Site::Weights, QT_TRANSLATE_NOOP("Words", "attention weights"), QT_TRANSLATE_NOOP("Formulas", "weights"),
     QT_TRANSLATE_NOOP("Stories",
                       "The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. "
                       "A row says how a word divides its attention among itself and the words before it."),
     QT_TRANSLATE_NOOP("Stories",
                       "This says how the loss would change if a word paid a little more attention to another. It is "
                       "the gradient behind, multiplied number by number by the other word's value, and added up.")},
    {Site::WeightedValues, QT_TRANSLATE_NOOP("Words", "weighted values"), "Z",
     QT_TRANSLATE_NOOP("Stories",
                       "Each word takes the values of the words it attends to, each times its share, and adds them up. "
                       "This is where information moves from one word to another."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is cut into one stretch for each head, as the heads were laid side by side. No "
                       "number changes.")},
    {Site::Concatenated, QT_TRANSLATE_NOOP("Words", "concatenated heads"), "C",
     QT_TRANSLATE_NOOP("Stories",
                       "The results of all heads are laid side by side. No number changes: every word has one row "
                       "again, with a stretch for each head."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each number of the heads fed all features of the output. Its gradient adds up theirs, each "
                       "times the weight that linked the two.")},
    {Site::Projected, QT_TRANSLATE_NOOP("Words", "attention output"), "a",
     QT_TRANSLATE_NOOP("Stories",
                       "A learned matrix mixes what the heads found into one row of features for each word. It is what "
                       "attention has to say about the word."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals the "
                       "one behind the sum.")},
    {Site::AttentionResidual, QT_TRANSLATE_NOOP("Words", "input + attention"), "x′",
     QT_TRANSLATE_NOOP("Stories",
                       "What attention found is added to the row that came in. The row is not replaced, so nothing is "
                       "lost, and the gradient has a straight way back."),
     QT_TRANSLATE_NOOP("Stories",
                       "The row was used twice: it went straight on to the next sum, and through a LayerNorm into the "
                       "part beside it. The gradients of both ways are added up.")},
    {Site::CrossResidual, QT_TRANSLATE_NOOP("Words", "input + cross-attention"), "x″",
     QT_TRANSLATE_NOOP(
         "Stories",
         "What was found in the source text is added to the row that came in. The row is not replaced, so "
         "nothing is lost."),
     QT_TRANSLATE_NOOP("Stories",
                       "The row was used twice: it went straight on to the next sum, and through a LayerNorm into the "
                       "part beside it. The gradients of both ways are added up.")},
};

}  // namespace

std::span<const SiteWords> attentionSiteWords() {
    return kWords;
}

}  // namespace attentarium
