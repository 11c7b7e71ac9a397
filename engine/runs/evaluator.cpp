#include "engine/runs/evaluator.h"

#include <map>

#include "engine/probe/head_roles.h"
#include "engine/probe/referent.h"
#include "engine/probe/stories.h"
#include "engine/runs/sample.h"
#include "engine/train/look.h"

namespace attentarium {
namespace {

// Not a seed that one would train with.
constexpr std::uint64_t kStoriesSeed = 1'000'003;
constexpr int kStories = 40;
constexpr int kQuestionsOfEachKind = 30;

}  // namespace

Evaluator::Evaluator(const TrainingRun& run) : m_layers(run.model().parameters()) {
    const Material& material = run.material();
    const ModelConfig& config = run.model().config();
    if (material.name == kSmallSchool && answersQuestions(config.family)) {
        m_questions.emplace(*material.tokenizer, material.language, config.context, kQuestionsOfEachKind);
    }
    const bool readsOnward = config.family == Family::Gpt;
    if (readsOnward && readsSmallWorld(run.checkpoint({}))) {
        m_stories = tellStories(material.language, kStoriesSeed, kStories);
        const auto context = static_cast<std::size_t>(config.context);
        std::erase_if(m_stories, [context](const Story& story) { return story.tokens.size() > context; });
    }
}

std::map<std::string, ReachableShare> Evaluator::reachable() const {
    std::map<std::string, ReachableShare> shares;
    if (!m_questions) return shares;
    for (const KnowledgeScore& kind : m_questions->unanswered()) {
        if (kind.asked > 0) shares[std::string(nameOf(kind.kind))] = {kind.chance, kind.best};
    }
    return shares;
}

std::optional<Evaluation> Evaluator::evaluate(const TrainingRun& run, const std::function<bool()>& goesOn) const {
    const auto stopped = [&] { return goesOn && !goesOn(); };
    Evaluation evaluation{.step = run.stepsDone()};
    evaluation.measures = run.measures(MeasuredPart::Glance);
    if (stopped()) return {};
    const Sample sample = sampleOf(run.model(), run.material());
    evaluation.sample = sample.text;
    evaluation.samplePrompt = sample.prompt;
    if (stopped()) return {};
    if (m_questions) {
        Parallel parallel(1);
        for (const KnowledgeScore& score : m_questions->score(run.model(), parallel)) {
            if (score.asked > 0) evaluation.knowledge[std::string(nameOf(score.kind))] = score.right;
        }
    }
    if (stopped()) return {};
    if (!m_stories.empty()) {
        const ReferentScore best = bestReferentHead(referentScores(run.model(), *run.material().tokenizer, m_stories));
        evaluation.referentLayer = best.layer;
        evaluation.referentHead = best.head;
        evaluation.referentShare = best.pronouns;
    }
    if (stopped()) return {};
    evaluation.gradientNorms = m_layers.norms(run.gradientNorms());
    evaluation.weights = m_layers.distributions(run.model().parameters());
    evaluation.activations = activations(run, sample.tokens);
    return evaluation;
}

std::vector<Distribution> Evaluator::activations(const TrainingRun& run, std::vector<int> tokens) const {
    const Family family = run.model().config().family;
    if (tokens.empty() || kEncoderDecoders.contains(family) || kWordVectors.contains(family)) return {};
    const auto trace = look(run.model(), TracedText{.tokens = std::move(tokens)}, LookDepth::Forward);
    // What a layer hands on is the last thing it computes, at every time step.
    std::map<std::string, Var> last;
    for (const Var node : trace->nodes()) {
        if (!trace->isParameter(node)) last[layerOf(trace->name(node))] = node;
    }
    std::vector<Distribution> distributions;
    for (const std::string& layer : m_layers.names()) {
        std::vector<std::span<const float>> numbers;
        if (const auto found = last.find(layer); found != last.end()) {
            for (const Var node : trace->acrossTime(found->second)) numbers.push_back(trace->values(node));
        }
        distributions.push_back(distributionOf(numbers));
    }
    return distributions;
}

}  // namespace attentarium
