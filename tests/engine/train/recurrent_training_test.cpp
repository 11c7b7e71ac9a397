#include <algorithm>

#include "engine/core/allocations.h"
#include "engine/models/registry.h"
#include "engine/train/random_batch.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// The same batch again and again; a text may go on where it ended.
class SameBatch final : public BatchSource {
  public:
    SameBatch(const ModelConfig& config, const RandomBatch::Sizes& sizes, bool goesOn, Random& random)
        : m_batch(config, sizes, random), m_goesOn(goesOn) {}

    TrainingBatch draw() override { return m_batch.view(); }
    bool continues() const override { return m_goesOn; }
    SourceState state() const override { return {}; }
    void restore(const SourceState&) override {}

  private:
    RandomBatch m_batch;
    bool m_goesOn;
};

struct Kind {
    Family family;
    Alignment alignment = Alignment::Dot;
    bool goesOn = false;
};

constexpr Kind kKinds[] = {{Family::Rnn},
                           {Family::Lstm},
                           {Family::Gru},
                           {Family::Lstm, Alignment::Dot, true},
                           {Family::Seq2Seq, Alignment::None},
                           {Family::Seq2Seq, Alignment::Additive},
                           {Family::Seq2Seq, Alignment::Dot},
                           {Family::Seq2Seq, Alignment::General}};

ModelConfig configOf(const Kind& kind) {
    ModelConfig config = defaultConfig(kind.family);
    config.width = 12;
    config.vocabulary = 7;
    config.alignment = kind.alignment;
    config.bidirectional = kind.alignment == Alignment::General;
    return config;
}

/// A step is 13 texts of 6 tokens, so that there are several pieces of work.
struct Run {
    Run(const Kind& kind, int threads, double dropout)
        : parallel(threads),
          model(makeModel<float>(configOf(kind))),
          random(4),
          source(model->config(), {13, 6, 5, false}, kind.goesOn, random),
          trainer((model->initialise(random), *model), source, settingsWith(dropout), parallel) {}

    static TrainingSettings settingsWith(double dropout) {
        TrainingSettings settings;
        settings.dropout = dropout;
        settings.peakRate = 1e-2;
        settings.warmup = 0;
        return settings;
    }

    Parallel parallel;
    std::unique_ptr<Model<float>> model;
    Random random;
    SameBatch source;
    Trainer trainer;
};

TEST_CASE("After the first steps, a step of any recurrent model asks for no memory") {
    if (!allocationsAreCounted()) return;
    for (const Kind& kind : kKinds) {
        INFO(nameOf(kind.family) << ", attention " << nameOf(kind.alignment));
        Run run(kind, 2, 0.1);
        run.trainer.step();
        run.trainer.step();
        const std::int64_t before = allocationCount();
        for (int i = 0; i < 4; ++i) run.trainer.step();
        CHECK(allocationCount() == before);
    }
}

TEST_CASE("Every recurrent model learns a batch by heart, the same on any number of threads") {
    for (const Kind& kind : kKinds) {
        if (kind.goesOn) continue;
        INFO(nameOf(kind.family) << ", attention " << nameOf(kind.alignment));
        Run run(kind, 1, 0), other(kind, 3, 0);
        double first = 0, last = 0;
        for (int i = 0; i < 200; ++i) {
            last = run.trainer.step().loss;
            if (i == 0) first = last;
            REQUIRE(other.trainer.step().loss == last);
        }
        CHECK(first < 3);
        CHECK(last < 0.8 * first);
    }
}

}  // namespace
}  // namespace attentarium
