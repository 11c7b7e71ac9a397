#include <QtGlobal>

#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

constexpr SiteWords kWords[] = {
    {Site::Logits,
     //: the scores of all words before the softmax
     QT_TRANSLATE_NOOP("Words", "logits"), QT_TRANSLATE_NOOP("Formulas", "logits"),
     QT_TRANSLATE_NOOP(
         "Stories",
         "Each word's row is compared with every word of the vocabulary: a dot product gives each of them "
         "one number. The larger the number, the more the model expects that word next."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gradient is the probability that the model gave a word, minus 1 for the word that really "
         "came, times the word's share in the mean. Going against it raises the right word and lowers the "
         "others.")},
    {Site::TemperedLogits,
     //: the logits divided by a temperature that the user set
     QT_TRANSLATE_NOOP("Words", "logits ÷ temperature"), QT_TRANSLATE_NOOP("Formulas", "tempered logits"),
     QT_TRANSLATE_NOOP("Stories",
                       "Every logit is divided by the temperature that you set. Above 1 they move together, and the "
                       "softmax spreads its shares; below 1 they move apart, and the likeliest word takes nearly all."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gradient is the probability that the model gave a word, minus 1 for the word that really "
         "came, times the word's share in the mean. Going against it raises the right word and lowers the "
         "others.")},
    {Site::Probabilities, QT_TRANSLATE_NOOP("Words", "probabilities of the next word"),
     QT_TRANSLATE_NOOP("Formulas", "probabilities"),
     QT_TRANSLATE_NOOP("Stories",
                       "The softmax turns each row of logits into shares that add up to 1: how likely the model finds "
                       "each word as the next. The row of the last word says how the sentence may go on."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss is worked out from the logits directly, so no gradient passes through the "
                       "probabilities.")},
    {Site::HiddenLogits, QT_TRANSLATE_NOOP("Words", "logits from the hidden layer"),
     QT_TRANSLATE_NOOP("Formulas", "logits"),
     QT_TRANSLATE_NOOP("Stories",
                       "Each hidden unit speaks for some words of the vocabulary and against others. Added up, this is "
                       "what the hidden layer expects next."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The logits are the sum of two parts, and a sum passes its gradient unchanged to everything that "
         "was added. So both parts have the gradient of the logits.")},
    {Site::DirectLogits, QT_TRANSLATE_NOOP("Words", "logits by the direct link"),
     QT_TRANSLATE_NOOP("Formulas", "logits"),
     QT_TRANSLATE_NOOP("Stories",
                       "The rows of the last words also speak for the next word without the hidden layer, through a "
                       "matrix of their own. What a single word makes likely is learned here more easily."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The logits are the sum of two parts, and a sum passes its gradient unchanged to everything that "
         "was added. So both parts have the gradient of the logits.")},
    {Site::CandidateScores, QT_TRANSLATE_NOOP("Words", "scores of the candidates"), "s",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The row is compared with the word that came and with a few words drawn at random. A dot product "
         "gives each of them one number: the larger, the better they fit."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is the model's belief that the candidate came, minus 1 for the word that did, "
                       "times the word's share in the mean. Going against it raises the score of that word and lowers "
                       "those of the drawn ones.")},
    {Site::CandidateLosses, QT_TRANSLATE_NOOP("Words", "loss of each candidate"), "c",
     QT_TRANSLATE_NOOP("Stories",
                       "The model must tell the word that came from those drawn against it. A candidate costs little "
                       "where a word that came has a large score, or a drawn one a very negative score."),
     QT_TRANSLATE_NOOP("Stories",
                       "The costs of a word's candidates were added up, and a sum passes its gradient on unchanged. So "
                       "all candidates of a word have the same gradient here.")},
    {Site::TokenLosses, QT_TRANSLATE_NOOP("Words", "loss of each word"), "ℓ",
     QT_TRANSLATE_NOOP("Stories",
                       "For each word we know which word really came next. Its loss is minus the logarithm of the "
                       "probability that the model gave it: 0 for certainty, more the more it was surprised."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss is a mean, so each word that counts has the same share in it: 1 divided by their "
                       "number. The last word, which has no next one, has gradient 0.")},
    {Site::Pooled, QT_TRANSLATE_NOOP("Words", "pooled text"), "r",
     QT_TRANSLATE_NOOP("Stories",
                       "The row of one word stands for the whole text. A learned matrix prepares it for the question "
                       "about the text."),
     QT_TRANSLATE_NOOP("Stories",
                       "The text's row was compared with every class. Its gradient adds up the gradients of the "
                       "classes, each times the weight that linked the two.")},
    {Site::ClassLogits, QT_TRANSLATE_NOOP("Words", "logits of the classes"),
     QT_TRANSLATE_NOOP("Formulas", "class logits"),
     QT_TRANSLATE_NOOP("Stories",
                       "The text's row is compared with every class: a dot product gives each of them one number. The "
                       "larger the number, the more the model believes in that class."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient is the probability that the model gave a class, minus 1 for the right one. Going "
                       "against it raises the right class and lowers the others.")},
    {Site::ClassProbabilities, QT_TRANSLATE_NOOP("Words", "probabilities of the classes"),
     QT_TRANSLATE_NOOP("Formulas", "class probabilities"),
     QT_TRANSLATE_NOOP("Stories",
                       "The softmax turns the class logits into shares that add up to 1: how likely the model finds "
                       "each class. The largest is its answer."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss is worked out from the logits directly, so no gradient passes through the "
                       "probabilities.")},
    {Site::ClassLosses, QT_TRANSLATE_NOOP("Words", "loss of the class"), "ℓ",
     QT_TRANSLATE_NOOP("Stories",
                       "The right class of the text is known. Its loss is minus the logarithm of the probability that "
                       "the model gave it: 0 for certainty, more the more it was surprised."),
     QT_TRANSLATE_NOOP(
         "Stories", "There is one text, so its loss is the whole loss of the task. Its gradient passes on unchanged.")},
    {Site::TokenLoss, QT_TRANSLATE_NOOP("Words", "loss of the words"), "L₁",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The losses of all words are averaged to one number. It is one of the two parts of the loss: how "
         "well the model tells the words."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss is a sum, so this part gets the gradient 1. From here it is shared among the words.")},
    {Site::TaskLoss, QT_TRANSLATE_NOOP("Words", "loss of the task"), "L₂",
     QT_TRANSLATE_NOOP("Stories",
                       "This is how badly the model told the class of the text. Where the words count as well, it is "
                       "one of the two parts of the loss."),
     QT_TRANSLATE_NOOP("Stories",
                       "The loss counts this part λ times, so its gradient is λ; where it is the whole loss, 1. From "
                       "here it goes back to the class logits.")},
    {Site::Loss, QT_TRANSLATE_NOOP("Words", "loss"), "L",
     QT_TRANSLATE_NOOP("Stories",
                       "The losses of all words that have a next one are averaged to one number. Training means making "
                       "this number smaller. From here the way leads back."),
     QT_TRANSLATE_NOOP("Stories",
                       "The way back starts here. If the loss grows by a little, the loss grows by just that much: the "
                       "gradient is 1. Every other gradient is worked out from this one.")},
};

}  // namespace

std::span<const SiteWords> outcomeSiteWords() {
    return kWords;
}

}  // namespace attentarium
