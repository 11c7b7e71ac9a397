#include <QCoreApplication>
#include <algorithm>

#include "engine/ops/cross_entropy.h"
#include "ui/explain/site_words.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct Stories {
    Q_DECLARE_TR_FUNCTIONS(Stories)
};

/// Which words a word can attend to.
enum class Reach { Past, Whole, Source };

Reach reachOf(const Trace& trace, Var node) {
    const std::string& name = trace.name(node);
    const std::string scope = name.substr(0, name.rfind('.') + 1);
    const auto weights = trace.find(scope + "weights");
    if (!weights) return Reach::Past;
    if (trace.sideOf(*weights, Axis::Token) != trace.sideOf(*weights, Axis::KeyToken)) return Reach::Source;
    const bool masked = trace.site(trace.inputs(*weights)[0]) == Site::MaskedScores;
    return masked ? Reach::Past : Reach::Whole;
}

/// Whether a word's row may have gathered from later words too.
bool seesLater(const Trace& trace) {
    const auto nodes = trace.nodes();
    return std::ranges::any_of(nodes, [&](Var node) {
        return !trace.isParameter(node) && trace.site(node) == Site::Weights && reachOf(trace, node) == Reach::Whole;
    });
}

bool usedBy(const Trace& trace, Var node, std::initializer_list<Site> sites) {
    const std::vector<Var> users = trace.users(node);
    return std::ranges::any_of(users, [&](Var user) { return std::ranges::find(sites, trace.site(user)) != sites.end(); });
}

/// The op that a value's gradient comes back through; empty where it comes through several.
std::string_view onlyUserOf(const Trace& trace, Var node) {
    std::string_view only;
    for (const Var user : trace.users(node)) {
        if (trace.gradients(user).empty()) continue;
        if (!only.empty()) return {};
        only = trace.op(user);
    }
    return only;
}

QString normalisedStory(const Trace& trace, Var node) {
    const QString why =
        trace.op(node) == "rms_norm"
            ? Stories::tr("Each word's features are divided by their root mean square, so that their usual size is 1, "
                          "and scaled by a learned gain. So the numbers keep a size that the next part can work with.")
            : Stories::tr("Each word's features are shifted to mean 0 and stretched to variance 1, then scaled by a "
                          "learned gain and moved by a learned bias. So the numbers keep a size that the next part can "
                          "work with.");
    if (usedBy(trace, node, {Site::Logits})) {
        return why + Stories::tr(" What follows turns the result into next words.");
    }
    if (usedBy(trace, node, {Site::Query})) return why + Stories::tr(" Attention reads the result.");
    if (usedBy(trace, node, {Site::Hidden})) return why + Stories::tr(" The feed-forward layer reads the result.");
    return why;
}

QString reachingStory(const Trace& trace, Var node) {
    const Reach reach = reachOf(trace, node);
    switch (trace.site(node)) {
        case Site::Parameter:
            return Stories::tr("These numbers were learned in training. They are the same for every sentence.");
        case Site::TokenEmbedding:
            return Stories::tr(
                "Each word picks its own row of the embedding matrix. The row is all that the model knows of the word "
                "by itself: the same word gets the same row wherever it stands.");
        case Site::ScaledEmbedding:
            return Stories::tr(
                "Each number of the word's row is multiplied by the square root of the width, so that the row is "
                "not drowned out by what is added for its place.");
        case Site::PositionEmbedding:
            return Stories::tr(
                "Each place in the sentence picks its own row of the position matrix. Without it the model could not "
                "tell where in the sentence a word stands.");
        case Site::SegmentEmbedding:
            return Stories::tr(
                "Two texts stand one after the other. Each word picks the row of the text that it belongs to, so "
                "that the model can tell them apart.");
        case Site::Input:
            return Stories::tr(
                "The row of the word and the row of its place are added, number by number. From here on every word has "
                "one row of features that says both what it is and where it is.");
        case Site::Normalised:
            return normalisedStory(trace.name(node));
        case Site::Query:
            return reach == Reach::Whole
                       ? Stories::tr("Every word forms a query: what it is looking for in all words of the text. It is "
                                     "the word's row times a learned matrix, plus a bias. Each head owns some of the "
                                     "columns.")
                       : Stories::tr("Every word forms a query: what it is looking for in the source text. It is the "
                                     "word's row times a learned matrix, plus a bias. Each head owns some of the "
                                     "columns.");
        case Site::Key:
            return reach == Reach::Whole
                       ? Stories::tr("Every word forms a key: how it can be found by others. A word's query is compared "
                                     "with the keys of all words, and the better they fit, the more attention it pays.")
                       : Stories::tr("Every word of the source forms a key: how it can be found from the answer. The "
                                     "query of a word of the answer is compared with the keys of the source, and the "
                                     "better they fit, the more attention it pays.");
        default:
            return reach == Reach::Whole
                       ? Stories::tr("The softmax turns each row of scores into shares: none is negative, and each row "
                                     "adds up to 1. A row says how a word divides its attention among all words of the "
                                     "text.")
                       : Stories::tr("The softmax turns each row of scores into shares: none is negative, and each row "
                                     "adds up to 1. A row says how a word of the answer divides its attention among "
                                     "the words of the source.");
    }
}

QString activatedStory(std::string_view op) {
    if (op == "relu") {
        return Stories::tr(
            "ReLU bends each number: what is below 0 becomes 0, the rest passes as it is. Without such a bend two "
            "layers could do no more than one.");
    }
    if (op == "tanh") {
        return Stories::tr(
            "The hyperbolic tangent bends each number into the range from −1 to 1. Without such a bend two layers "
            "could do no more than one.");
    }
    if (op == "silu") {
        return Stories::tr(
            "SiLU bends each number: large ones pass, very negative ones become almost 0. The result says how far "
            "the gate of each hidden unit is open.");
    }
    return Stories::tr(wordsOf(Site::Activated).forward);
}

QString outcomeStory(const Trace& trace, Var node) {
    const bool inPlace = trace.text().inPlace;
    switch (trace.site(node)) {
            return Stories::tr(
                "Every word forms a key: how it can be found by others. A word's query is compared with the keys of "
                "the words up to it, and the better they fit, the more attention it pays.");
        case Site::Value:
            return Stories::tr(
                "Every word forms a value: what it hands over to a word that attends to it. The key decides how much "
                "is taken, the value what is taken.");
        case Site::RotatedQuery:
            return Stories::tr(
                "The features of each head are turned in pairs, by an angle that grows with the word's place. A "
                "query and a key turned like this compare by how far apart the words stand.");
        case Site::RotatedKey:
            return Stories::tr("Keys are turned in the same way as queries, each by the angle of its own place.");
        case Site::RememberedKey:
            return Stories::tr(
                "The keys of the words before were kept, so that they need not be worked out again. The new "
                "word's key is put behind them.");
        case Site::RememberedValue:
            return Stories::tr(
                "The values of the words before were kept as well. The new word's value is put behind them.");
        case Site::Scores:
            return Stories::tr(
                "The query of each word is compared with the key of each word: both are multiplied number by number "
                "and added up. A large score means that they fit. Each head does this with its own features.");
        case Site::ScaledScores:
            return Stories::tr(
                "All scores are divided by the square root of the number of features in a head. Sums of more products "
                "grow larger; the division keeps the softmax from giving everything to one word.");
        case Site::BiasedScores:
            return Stories::tr(
                "Something is taken away from each score that grows with the distance of the two words. Each "
                "head has a steepness of its own, so some heads look far and others stay near.");
        case Site::MaskedScores:
            return Stories::tr(
                "A word may not look at later words, because it is those that the model learns to predict. Their "
                "scores become minus infinity, so that the softmax gives them exactly nothing.");
        case Site::Weights:
            return Stories::tr(
                "The softmax turns each row of scores into shares: none is negative, and each row adds up to 1. A row "
                "says how a word divides its attention among itself and the words before it.");
        case Site::WeightedValues:
            return Stories::tr(
                "Each word takes the values of the words it attends to, each times its share, and adds them up. This "
                "is where information moves from one word to another.");
        case Site::Concatenated:
            return Stories::tr(
                "The results of all heads are laid side by side. No number changes: every word has one row again, "
                "with a stretch for each head.");
        case Site::Projected:
            return Stories::tr(
                "A learned matrix mixes what the heads found into one row of features for each word. It is what "
                "attention has to say about the word.");
        case Site::AttentionResidual:
            return Stories::tr(
                "What attention found is added to the row that came in. The row is not replaced, so nothing is lost, "
                "and the gradient has a straight way back.");
        case Site::CrossResidual:
            return Stories::tr(
                "What was found in the source text is added to the row that came in. The row is not replaced, so "
                "nothing is lost.");
        case Site::Hidden:
            return Stories::tr(
                "The feed-forward layer works on each word by itself. A learned matrix spreads its features over four "
                "times as many hidden units; each unit reacts to a pattern of its own.");
        case Site::Gate:
            return Stories::tr(
                "A second learned matrix makes one more number for each hidden unit: how far its gate is to "
                "open.");
        case Site::Activated:
            return Stories::tr(
                "GELU bends each number: large ones pass, very negative ones become almost 0. Without such a bend two "
                "layers could do no more than one.");
        case Site::Gated:
            return Stories::tr(
                "Each hidden unit is multiplied by its gate. What meets a closed gate has no part in what "
                "follows.");
        case Site::FeedForwardOutput:
            return Stories::tr(
                "A second learned matrix brings the hidden units back to the width of a word's row. It is what the "
                "feed-forward layer has to say about the word.");
        case Site::FeedForwardResidual:
            return Stories::tr(
                "What the feed-forward layer found is added to the row that came in. This is what the block hands on: "
                "one row of features for each word, as before, but knowing more of the words before it.");
        case Site::Pooled:
            return Stories::tr(
                "The row of one word stands for the whole text. A learned matrix prepares it for the question "
                "about the text.");
        case Site::Logits:
            return Stories::tr(
                "Each word's row is compared with every word of the vocabulary: a dot product gives each of them one "
                "number. The larger the number, the more the model believes that this word belongs in the place.");
        case Site::Probabilities:
            return inPlace ? Stories::tr("The softmax turns each row of logits into shares that add up to 1: how likely "
                                         "the model finds each word in this place. What matters is the row of the "
                                         "word that is missing.")
                           : QString();
            return Stories::tr(
                "The softmax turns each row of logits into shares that add up to 1: how likely the model finds each "
                "word as the next. The row of the last word says how the sentence may go on.");
        case Site::ClassLogits:
            return Stories::tr(
                "The text's row is compared with every class: a dot product gives each of them one number. The "
                "larger the number, the more the model believes in that class.");
        case Site::ClassProbabilities:
            return Stories::tr(
                "The softmax turns the class logits into shares that add up to 1: how likely the model finds "
                "each class.");
        case Site::TokenLosses:
            return Stories::tr(
                "We know which word is missing. Its loss is minus the logarithm of the probability that the model gave "
                "it: 0 for certainty, more the more it was surprised. The other words do not count.");
        default:
            return Stories::tr(
                "The losses of the missing words are averaged to one number. Training means making this number "
                "smaller. From here the way leads back.");
    }
}

QString forwardStory(const Trace& trace, Var node) {
    const Site site = trace.site(node);
    const QString usual = Stories::tr(wordsOf(site).forward);
    switch (site) {
        case Site::Normalised:
            return normalisedStory(trace, node);
        case Site::Activated:
            return activatedStory(trace.op(node));
        case Site::Query:
        case Site::Key:
        case Site::Weights:
            return reachOf(trace, node) == Reach::Past ? usual : reachingStory(trace, node);
        case Site::Hidden:
            if (trace.shape(node)[-1] == 4 * trace.shape(trace.inputs(node)[0])[-1]) return usual;
            return Stories::tr(
                "A learned matrix turns the row of each word into hidden units. Each unit reacts to a pattern of its "
                "own.");
        case Site::FeedForwardResidual:
            if (!seesLater(trace)) return usual;
            return Stories::tr(
                "What the feed-forward layer found is added to the row that came in. This is what the block hands on: "
                "one row of features for each word, as before, but knowing more of the words around it.");
        case Site::Logits:
        case Site::Probabilities:
        case Site::TokenLosses:
        case Site::Loss:
            if (trace.text().inPlace) return outcomeStory(trace, node);
            if (site == Site::TokenLosses && trace.text().targets.back() == kNoTarget) {
                return usual + Stories::tr(" After the last word nothing is known yet, so nothing counts there.");
            }
            if (site == Site::Loss && trace.op(node) == "add") {
                return Stories::tr(
                    "The loss of the words and λ times the loss of the task are added to one number. Training means "
                    "making this number smaller. From here the way leads back.");
            }
            return usual;
        default:
            return usual;
    }
}

QString parameterGradientStory(const Trace& trace, Var node) {
    const std::string& name = trace.name(node);
    if (usedBy(trace, node, {Site::TokenEmbedding})) {
        return Stories::tr(
            "A word's row gets the gradients from all places where the word was used. Rows of words that played no "
            "part have gradient 0. If the matrix also makes the logits, that part is added.");
    }
    if (usedBy(trace, node, {Site::PositionEmbedding})) {
        return Stories::tr(
            "Each position's row gets the gradient of the input at that place. Positions beyond the end of the "
            "sentence have gradient 0.");
    }
    if (name.ends_with(".gain")) {
        return Stories::tr(
            "The gain multiplied a feature of every word. So its gradient adds up, over the words, the gradient behind "
            "it "
            "times the normalised number.");
    }
    if (name.ends_with("bias")) {
        return Stories::tr(
            "The bias was added to every word's row, so its gradient is the sum of what arrives at all words. It says "
            "how the loss would change if the bias grew a little.");
    }
    return Stories::tr(wordsOf(Site::Parameter).backward);
}

/// How the gradient comes back to a row that goes on through the blocks.
QString streamStory(const Trace& trace, Var node, const QString& usual) {
    if (trace.users(node).size() > 1) return usual;
    const std::string_view user = onlyUserOf(trace, node);
    if (user == "layer_norm") {
        return Stories::tr(
            "The row went into the LayerNorm behind it and nowhere else. Its gradient comes back through "
            "that: what would only shift or stretch the whole row is taken out, as the LayerNorm undoes it.");
    }
    if (user == "rms_norm") {
        return Stories::tr(
            "The row went into the RMSNorm behind it and nowhere else. Its gradient comes back through that: what "
            "would only stretch the whole row is taken out, as the RMSNorm undoes it.");
    }
    return Stories::tr(
        "Whatever read this row sends its gradient back, each number times the weight that linked the two. There was "
        "one way on, so there is one way back.");
}

/// How the gradient of scores comes back, by what was done to them next.
QString scoresStory(std::string_view user, const QString& usual) {
    if (user == "softmax") return Stories::tr(wordsOf(Site::MaskedScores).backward);
    if (user == "attention_mask" || user == "causal_mask") return Stories::tr(wordsOf(Site::ScaledScores).backward);
    if (user == "scale") return Stories::tr(wordsOf(Site::Scores).backward);
    return usual;
}

QString backwardStory(const Trace& trace, Var node) {
    const Site site = trace.site(node);
    const QString usual = Stories::tr(wordsOf(site).backward);
    switch (site) {
        case Site::Parameter:
            return parameterGradientStory(trace, node);
        case Site::AttentionResidual:
        case Site::FeedForwardResidual:
            return parameterGradientStory(trace.name(node));
        case Site::Loss:
            return Stories::tr(
                "The way back starts here. If the loss grows by a little, the loss grows by just that much: the "
                "gradient is 1. Every other gradient is worked out from this one.");
        case Site::TokenLosses:
            return Stories::tr(
                "The loss is a mean, so each word that counts has the same share in it: 1 divided by their number. The "
                "last word, which has no next one, has gradient 0.");
        case Site::Logits:
            return Stories::tr(
                "The gradient is the probability that the model gave a word, minus 1 for the word that really came, "
                "times the word's share in the mean. Going against it raises the right word and lowers the others.");
        case Site::Probabilities:
        case Site::ClassProbabilities:
            return Stories::tr(
                "The loss is worked out from the logits directly, so no gradient passes through the probabilities.");
        case Site::FeedForwardResidual:
        case Site::AttentionResidual:
        case Site::CrossResidual:
        case Site::Input:
            return streamStory(trace, node, usual);
        case Site::TokenEmbedding:
            // Where it was added to other rows, as those are told.
            return onlyUserOf(trace, node) == "add" ? Stories::tr(wordsOf(Site::PositionEmbedding).backward) : usual;
        case Site::Scores:
        case Site::ScaledScores:
        case Site::MaskedScores:
            return scoresStory(onlyUserOf(trace, node), usual);
        case Site::Hidden: {
            const std::string_view user = onlyUserOf(trace, node);
            if (user == "gelu") return usual;
            if (user == "multiply") {
                return Stories::tr(
                    "Each hidden unit was multiplied by its gate. So its gradient is the gradient behind, times that "
                    "gate: nothing passes back through a closed one.");
            }
            return Stories::tr(
                "The gradient behind the activation function is multiplied by the slope of that function at this very "
                "number. Where the curve is flat, almost nothing passes back.");
        }
        case Site::Activated:
            if (onlyUserOf(trace, node) != "multiply") return usual;
            return Stories::tr(
                "Each gate multiplied its hidden unit. So its gradient is the gradient behind, times that hidden "
                "unit.");
        case Site::TokenLosses:
            if (trace.text().inPlace || trace.text().targets.back() != kNoTarget) {
                return Stories::tr(
                    "The loss is a mean, so each word that counts has the same share in it: 1 divided by their "
                    "number. Words that do not count have gradient 0.");
            }
            return usual;
                "Each hidden unit fed all output features. Its gradient adds up theirs, each times the weight that "
                "linked the two: the same matrix as on the way forward, read the other way round.");
        case Site::Hidden:
            return Stories::tr(
                "The gradient behind GELU is multiplied by the slope of GELU at this very number. Where the curve is "
                "flat, almost nothing passes back.");
        case Site::Normalised:
            return Stories::tr(
                "Everything that read these features sends its gradient back through its own weights. After a "
                "LayerNorm before attention these are query, key and value: three parts, added up.");
        case Site::Concatenated:
            return Stories::tr(
                "Each number of the heads fed all features of the output. Its gradient adds up theirs, each times the "
                "weight that linked the two.");
        case Site::WeightedValues:
            return Stories::tr(
                "The gradient is cut into one stretch for each head, as the heads were laid side by side. No number "
                "changes.");
        case Site::Value:
        case Site::RememberedValue:
            return Stories::tr(
                "A word's value went to every word that attended to it. Its gradient adds up theirs, each times the "
                "share of attention that was paid.");
        case Site::Weights:
            return Stories::tr(
                "This says how the loss would change if a word paid a little more attention to another. It is the "
                "gradient "
                "behind, multiplied number by number by the other word's value, and added up.");
        case Site::MaskedScores:
            return Stories::tr(
                "Shares of a softmax compete: raising one score takes from all others of its row. So each score gets "
                "its share times the difference between its own gradient and the row's average, weighted by the "
                "shares. Each row adds up to 0.");
        case Site::ScaledScores:
        case Site::BiasedScores:
            return Stories::tr(
                "Where the mask let a score through, its gradient passes unchanged. Hidden scores changed nothing, so "
                "their gradient is 0.");
        case Site::Scores:
            return Stories::tr(
                "On the way forward the scores were divided by the square root of the head's width. On the way back "
                "their gradients are divided by the same number.");
        case Site::Query:
        case Site::RotatedQuery:
            return Stories::tr(
                "A word's query made all the scores of its row. Its gradient adds up the gradients of those scores, "
                "each times the key that the query was compared with.");
        case Site::Key:
        case Site::RotatedKey:
        case Site::RememberedKey:
            return Stories::tr(
                "A word's key made all the scores of its column. Its gradient adds up the gradients of those scores, "
                "each times the query that asked.");
        case Site::Gate:
            return Stories::tr(
                "The gate's gradient is that of the gated units, multiplied number by number by the hidden unit "
                "and by the slope of the activation function.");
        case Site::Gated:
            return Stories::tr(
                "Each gated unit fed all output features. Its gradient adds up theirs, each times the weight "
                "that linked the two.");
        case Site::Pooled:
        case Site::ClassLogits:
            return Stories::tr(
                "What the loss of the classes says comes back through the weights that made it, each gradient "
                "times its weight, added up.");
        case Site::TokenEmbedding:
        case Site::ScaledEmbedding:
        case Site::SegmentEmbedding:
        case Site::PositionEmbedding:
            return Stories::tr(
                "The input was the sum of both embeddings, so each gets the gradient of the input unchanged. From here "
                "it goes on into the row of the matrix that was picked.");
        default:
            return usual;
    }
}

QString updateStory(const Trace& trace, Var node) {
    const ParameterUpdate* update = trace.update(node);
    QString story = Stories::tr(
        "AdamW moves every number against its gradient, so that the loss would fall. It divides by the gradient's "
        "usual size, so that in a first step nearly every number moves by the learning rate η.");
    story += update && update->decays
                 ? Stories::tr(" As this is a matrix, weight decay also pulls each number a little towards 0.")
                 : Stories::tr(" Biases and gains are not pulled towards 0: weight decay is for matrices only.");
    return story + Stories::tr(" This is one step from zero moments, on a copy: the model itself is not changed.");
}

}  // namespace

QString storyOf(const Trace& trace, const Step& step) {
    switch (step.phase) {
        case Phase::Forward:
        case Phase::Loss:
            return forwardStory(trace, step.node);
        case Phase::Backward:
            return backwardStory(trace, step.node);
        case Phase::Update:
            return updateStory(trace, step.node);
    }
    return {};
}

}  // namespace attentarium
