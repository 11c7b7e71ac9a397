#include <QtGlobal>

#include "ui/explain/site_words.h"

namespace attentarium {
namespace {

constexpr SiteWords kWords[] = {
    {Site::Normalised, QT_TRANSLATE_NOOP("Words", "normalised features"), "n",
     QT_TRANSLATE_NOOP("Stories",
                       "Each word's features are shifted to mean 0 and stretched to variance 1, then scaled by a "
                       "learned gain and moved by a learned bias. So the numbers keep a size that the next part can "
                       "work with."),
     QT_TRANSLATE_NOOP("Stories",
                       "Everything that read these features sends its gradient back through its own weights. Before "
                       "attention these are query, key and value: three parts, added up.")},
    {Site::Hidden, QT_TRANSLATE_NOOP("Words", "hidden units"), "h",
     QT_TRANSLATE_NOOP(
         "Stories",
         "The feed-forward layer works on each word by itself. A learned matrix spreads its features over "
         "four times as many hidden units; each unit reacts to a pattern of its own."),
     QT_TRANSLATE_NOOP("Stories",
                       "The gradient behind GELU is multiplied by the slope of GELU at this very number. Where the "
                       "curve is flat, almost nothing passes back.")},
    {Site::Gate, QT_TRANSLATE_NOOP("Words", "gate"), "z",
     QT_TRANSLATE_NOOP("Stories",
                       "A second learned matrix makes one more number for each hidden unit: how far its gate is to "
                       "open. The hidden unit itself is left as it is for now."),
     QT_TRANSLATE_NOOP(
         "Stories",
         "The gradient behind the activation function is multiplied by the slope of that function at this "
         "very number. Where the curve is flat, almost nothing passes back.")},
    {Site::Activated, QT_TRANSLATE_NOOP("Words", "hidden units after activation"), "g",
     QT_TRANSLATE_NOOP("Stories",
                       "GELU bends each number: large ones pass, very negative ones become almost 0. Without such a "
                       "bend two layers could do no more than one."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each hidden unit fed all output features. Its gradient adds up theirs, each times the weight "
                       "that linked the two: the same matrix as on the way forward, read the other way round.")},
    {Site::Gated, QT_TRANSLATE_NOOP("Words", "gated hidden units"), "u",
     QT_TRANSLATE_NOOP("Stories",
                       "Each hidden unit is multiplied by its gate. What meets a closed gate has no part in what "
                       "follows."),
     QT_TRANSLATE_NOOP("Stories",
                       "Each gated unit fed all output features. Its gradient adds up theirs, each times the weight "
                       "that linked the two.")},
    {Site::FeedForwardOutput, QT_TRANSLATE_NOOP("Words", "feed-forward output"), "f",
     QT_TRANSLATE_NOOP("Stories",
                       "A second learned matrix brings the hidden units back to the width of a word's row. It is what "
                       "the feed-forward layer has to say about the word."),
     QT_TRANSLATE_NOOP("Stories",
                       "A sum passes its gradient unchanged to everything that was added. So this gradient equals the "
                       "one behind the sum.")},
    {Site::FeedForwardResidual, QT_TRANSLATE_NOOP("Words", "input + feed-forward"), "x",
     QT_TRANSLATE_NOOP(
         "Stories",
         "What the feed-forward layer found is added to the row that came in. This is what the block "
         "hands on: one row of features for each word, as before, but knowing more of the words before it."),
     QT_TRANSLATE_NOOP("Stories",
                       "The row was used twice: it went straight on to the next sum, and through a LayerNorm into the "
                       "part beside it. The gradients of both ways are added up.")},
};

}  // namespace

std::span<const SiteWords> layerSiteWords() {
    return kWords;
}

}  // namespace attentarium
