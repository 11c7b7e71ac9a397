#include "ui/session/word2vec_run.h"

#include <algorithm>

#include "engine/geometry/similarity.h"
#include "engine/models/registry.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/biased_world.h"
#include "engine/text/small_world.h"
#include "engine/train/look.h"

namespace attentarium {
namespace {

constexpr std::int64_t kStories = 1000, kSentences = 3000, kPasses = 30, kTokensPerStep = 500;
constexpr std::uint64_t kTextSeed = 1;

}  // namespace

Word2VecRun::Word2VecRun(const Word2VecChoices& chosen) : choices(chosen) {
    const Language language = choices.language;
    const std::string text = choices.isBiased ? biasedWorldCorpus(language, kUsualBias, kTextSeed, kSentences)
                                              : smallWorldCorpus(language, kTextSeed, kStories);
    tokenizer = std::make_unique<WordTokenizer>(
        language, choices.isBiased ? BiasedWorld(language).lexicon() : SmallWorld().lexicon(language));
    tokens = tokenizer->encode(text);
    const int end = tokenizer->vocabulary().find("\n").value();
    std::vector<std::int64_t> starts{0};
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i] == end) starts.push_back(static_cast<std::int64_t>(i) + 1);
    }
    ModelConfig config = defaultConfig(choices.family);
    config.width = choices.width;
    config.window = choices.window;
    config.negatives = choices.negatives;
    config.vocabulary = tokenizer->vocabulary().size();
    config.context = 64;
    model = makeModel<float>(config);
    Random random(static_cast<std::uint64_t>(choices.seed));
    model->initialise(random);
    tokensInAll = kPasses * static_cast<std::int64_t>(tokens.size());
    if (choices.negatives == 0) return;
    trainer = std::make_unique<WordVectorTrainer>(*model, tokens, std::move(starts),
                                                  WordVectorSettings{.passes = kPasses,
                                                                     .peakRate = kWord2VecRate,
                                                                     .finalRate = 0.0001,
                                                                     .subsample = 0.01,
                                                                     .seed = static_cast<std::uint64_t>(choices.seed),
                                                                     .tokensPerStep = kTokensPerStep});
}

void Word2VecRun::step(int steps) {
    for (int i = 0; i < steps && trainer && !trainer->finished(); ++i) loss = trainer->step().loss;
    if (trainer) trainer->store();
}

std::shared_ptr<const Word2VecMoment> Word2VecRun::moment() {
    auto made = std::make_shared<Word2VecMoment>();
    made->tokensDone = trainer ? trainer->tokensDone() : 0;
    made->tokensInAll = tokensInAll;
    made->loss = loss;
    made->isFinished = trainer && trainer->finished();
    const TensorView<const float> table = model->parameters()[0].value.view();
    const Points points = pointsOf(table.data, table.rows(), table.columns());
    PrincipalComponents components = principalComponents(points, 2);
    // The map must not leap over to its mirror image between two moments.
    for (std::int64_t axis = 0; axes && axis < components.axes.count; ++axis) {
        if (dot(components.axes[axis], (*axes)[axis]) >= 0) continue;
        for (double& number : components.axes[axis]) number = -number;
    }
    axes = components.axes;
    made->places = projected(components, points);
    for (std::size_t i = 0; i < 2 && i < components.shares.size(); ++i) made->shares[i] = components.shares[i];
    return made;
}

std::vector<Word2VecPair> Word2VecRun::pairsOf(const std::vector<int>& sentence, std::size_t most) const {
    std::vector<Word2VecPair> pairs;
    const int length = static_cast<int>(sentence.size());
    const auto around = [&](int place) {
        std::vector<int> places;
        for (int j = std::max(0, place - choices.window); j <= std::min(length - 1, place + choices.window); ++j) {
            if (j != place) places.push_back(j);
        }
        return places;
    };
    for (int place = 0; place < length && length > 1; ++place) {
        if (choices.family == Family::Cbow) {
            pairs.push_back({place, around(place), place, {}, nullptr});
            continue;
        }
        for (const int other : around(place)) pairs.push_back({place, {place}, other, {}, nullptr});
    }
    if (pairs.size() > most) pairs.resize(most);

    const auto copy = makeModel<float>(model->config());
    copy->parameters().setValues(model->parameters().values());
    const NoiseWords noise(countsOf(tokens, model->config().vocabulary));
    Random random(static_cast<std::uint64_t>(choices.seed) + 17);
    TrainingSettings settings;
    settings.optimizer = OptimizerKind::Sgd;
    settings.peakRate = kWord2VecRate;
    settings.weightDecay = 0;
    settings.clip = 1e6;
    for (Word2VecPair& pair : pairs) {
        const int target = sentence[static_cast<std::size_t>(pair.target)];
        pair.candidates.push_back(target);
        for (int k = 0; k < choices.negatives; ++k) pair.candidates.push_back(noise.drawOther(target, random));
        WordPairs learned;
        const std::size_t rows = choices.family == Family::Cbow ? sentence.size() : 1;
        const std::size_t own = choices.family == Family::Cbow ? static_cast<std::size_t>(pair.target) : 0;
        learned.targets.assign(rows, kNoTarget);
        learned.targets[own] = target;
        if (choices.family == Family::SkipGram) learned.rows.push_back(pair.centre);
        if (choices.negatives > 0) {
            learned.candidates.assign(rows * pair.candidates.size(), kNoTarget);
            std::ranges::copy(pair.candidates,
                              learned.candidates.begin() + static_cast<std::ptrdiff_t>(own * pair.candidates.size()));
        }
        pair.trace = lookAtPairs(*copy, sentence, learned, settings);
        for (std::size_t i = 0; i < copy->parameters().size(); ++i) {
            copy->parameters()[i].value = pair.trace->update()->parameters[i].updated;
        }
    }
    return pairs;
}

}  // namespace attentarium
