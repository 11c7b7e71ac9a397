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
    return std::ranges::any_of(users,
                               [&](Var user) { return std::ranges::find(sites, trace.site(user)) != sites.end(); });
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
            ? Stories::tr(
                  "Each word's features are divided by their root mean square, so that their usual size is 1, "
                  "and scaled by a learned gain. So the numbers keep a size that the next part can work with.")
            : Stories::tr(
                  "Each word's features are shifted to mean 0 and stretched to variance 1, then scaled by a "
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
        case Site::Query:
            return reach == Reach::Whole
                       ? Stories::tr(
                             "Every word forms a query: what it is looking for in all words of the text. It is "
                             "the word's row times a learned matrix, plus a bias. Each head owns some of the "
                             "columns.")
                       : Stories::tr(
                             "Every word forms a query: what it is looking for in the source text. It is the "
                             "word's row times a learned matrix, plus a bias. Each head owns some of the "
                             "columns.");
        case Site::Key:
            return reach == Reach::Whole
                       ? Stories::tr(
                             "Every word forms a key: how it can be found by others. A word's query is compared "
                             "with the keys of all words, and the better they fit, the more attention it pays.")
                       : Stories::tr(
                             "Every word of the source forms a key: how it can be found from the answer. The "
                             "query of a word of the answer is compared with the keys of the source, and the "
                             "better they fit, the more attention it pays.");
        default:
            return reach == Reach::Whole
                       ? Stories::tr(
                             "The softmax turns each row of scores into shares: none is negative, and each row "
                             "adds up to 1. A row says how a word divides its attention among all words of the "
                             "text.")
                       : Stories::tr(
                             "The softmax turns each row of scores into shares: none is negative, and each row "
                             "adds up to 1. The row of the word that was just read says how the decoder divides "
                             "its attention among the words of the source, to tell the word after it.");
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
        case Site::Logits:
            return Stories::tr(
                "Each word's row is compared with every word of the vocabulary: a dot product gives each of them one "
                "number. The larger the number, the more the model believes that this word belongs in the place.");
        case Site::Probabilities:
            return inPlace ? Stories::tr(
                                 "The softmax turns each row of logits into shares that add up to 1: how likely "
                                 "the model finds each word in this place. What matters is the row of the "
                                 "word that is missing.")
                           : QString();
        case Site::TokenLosses:
            if (std::ranges::count_if(trace.text().targets, [](int id) { return id != kNoTarget; }) > 1) {
                return Stories::tr(
                    "Each word is to be told from its neighbours alone. Its loss is minus the logarithm of the "
                    "probability that the model gave it: 0 for certainty, more the more it was surprised.");
            }
            return Stories::tr(
                "We know which word is missing. Its loss is minus the logarithm of the probability that the model gave "
                "it: 0 for certainty, more the more it was surprised. The other words do not count.");
        default:
            return Stories::tr(
                "The losses of all words that were to be told are averaged to one number. Training means making this "
                "number "
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
            if (site == Site::Loss && !trace.text().rows.empty()) {
                return Stories::tr(
                    "The losses of all pairs are averaged to one number. Training means making this number smaller. "
                    "From here the way leads back.");
            }
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
        case Site::Input:
            return streamStory(trace, node, usual);
        case Site::TokenEmbedding:
            // Where it was added to other rows, as those are told.
            return onlyUserOf(trace, node) == "add" ? Stories::tr(wordsOf(Site::PositionEmbedding).backward) : usual;
        case Site::Logits:
            if (onlyUserOf(trace, node) != "scale") return usual;
            return Stories::tr("The logits were divided by the temperature, so their gradient is divided by it too.");
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
        default:
            return usual;
    }
}

QString optimizerStory(OptimizerKind optimizer) {
    switch (optimizer) {
        case OptimizerKind::Sgd:
            return Stories::tr(
                "Gradient descent moves every number against its gradient, so that the loss would fall: the learning "
                "rate η times the gradient.");
        case OptimizerKind::Momentum:
            return Stories::tr(
                "Momentum moves every number against a running sum of its gradients, so that what points the same way "
                "for many steps goes faster. In a first step that sum is the gradient itself.");
        case OptimizerKind::Adam:
            return Stories::tr(
                "Adam moves every number against its gradient, so that the loss would fall. It divides by the "
                "gradient's usual size, so that in a first step nearly every number moves by the learning rate η.");
        case OptimizerKind::AdamW:
            break;
    }
    return Stories::tr(
        "AdamW moves every number against its gradient, so that the loss would fall. It divides by the gradient's "
        "usual size, so that in a first step nearly every number moves by the learning rate η.");
}

QString updateStory(const Trace& trace, Var node) {
    const ParameterUpdate* update = trace.update(node);
    const UpdateSettings& settings = trace.update()->settings;
    QString story = optimizerStory(settings.optimizer);
    if (settings.optimizer == OptimizerKind::AdamW) {
        story += update && update->decays
                     ? Stories::tr(" As this is a matrix, weight decay also pulls each number a little towards 0.")
                     : Stories::tr(" Biases and gains are not pulled towards 0: weight decay is for matrices only.");
    }
    if (update && update->decays && (settings.l1 > 0 || settings.l2 > 0)) {
        story += Stories::tr(" As this is a matrix, the penalty on large weights is part of the gradient.");
    }
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
