#include "engine/train/task_source.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/core/allocations.h"
#include "engine/core/error.h"
#include "engine/models/registry.h"
#include "engine/ops/cross_entropy.h"
#include "engine/text/special_tokens.h"
#include "engine/train/evaluation.h"
#include "engine/train/task_score.h"
#include "engine/train/trainer.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

std::shared_ptr<const Task> reverseTask() {
    TaskOptions options = defaultsOf(TaskName::Reverse);
    options.minLength = 1;
    options.maxLength = 4;
    options.alphabet = 5;
    return makeTask(options);
}

std::shared_ptr<const Task> bracketsTask() {
    TaskOptions options = defaultsOf(TaskName::Brackets);
    options.maxLength = 8;
    return makeTask(options);
}

std::vector<int> listed(std::span<const int> ids) {
    return {ids.begin(), ids.end()};
}

struct Encoded {
    Encoded(std::shared_ptr<const Task> task, TaskForm form, Family family, const Example& example)
        : vocabulary(task->vocabulary()) {
        Random random(1);
        TaskEncoder(std::move(task), vocabulary, form, family).encodeInto(texts, example, random);
    }
    int id(std::string_view token) const { return vocabulary.find(token).value(); }
    ExampleText text() const { return texts[0]; }

    Vocabulary vocabulary;
    ExampleTexts texts;
};

TEST_CASE("An encoder reads the question, and the decoder goes from begin and answer to answer and end") {
    const Encoded e(reverseTask(), TaskForm::Translate, Family::Transformer, {"abc", "cba"});
    const int a = e.id("a"), b = e.id("b"), c = e.id("c");
    CHECK(listed(e.text().source) == std::vector{a, b, c});
    CHECK(listed(e.text().tokens) == std::vector{e.id("<begin>"), c, b, a});
    CHECK(listed(e.text().targets) == std::vector{c, b, a, e.id("<end>")});
    CHECK(e.text().label == kNoTarget);
    CHECK(e.text().segments.empty());
}

TEST_CASE("A family that reads onward learns the answer behind the question, and nothing of the question") {
    const Encoded e(reverseTask(), TaskForm::Continue, Family::Gpt, {"ab", "ba"});
    const int a = e.id("a"), b = e.id("b");
    CHECK(e.text().source.empty());
    CHECK(listed(e.text().tokens) == std::vector{a, b, e.id("<separator>"), b, a});
    CHECK(listed(e.text().targets) == std::vector{kNoTarget, kNoTarget, b, a, e.id("<end>")});
}

TEST_CASE("A class is read in front of the question by bert, and behind it by gpt, which learns to continue it too") {
    const Example example{"[]", {}, 1};
    const Encoded bert(bracketsTask(), TaskForm::Classify, Family::Bert, example);
    const int open = bert.id("["), close = bert.id("]"), mark = bert.id("<class>");
    CHECK(listed(bert.text().tokens) == std::vector{mark, open, close});
    CHECK(bert.text().targets.empty());
    CHECK(bert.text().label == 1);
    const Encoded gpt(bracketsTask(), TaskForm::Classify, Family::Gpt, example);
    CHECK(listed(gpt.text().tokens) == std::vector{open, close, mark});
    CHECK(listed(gpt.text().targets) == std::vector{close, mark, kNoTarget});
    CHECK(gpt.text().label == 1);
}

TEST_CASE("Of proposed answers half are right, and the others look like answers") {
    const auto task = reverseTask();
    const Vocabulary vocabulary = task->vocabulary();
    const TaskEncoder encoder(task, vocabulary, TaskForm::Match, Family::Bert);
    const int separator = *vocabulary.find("<separator>");
    const ExampleTexts texts = taskExamples(encoder, TaskPart::Training, 4000, 1);
    double right = 0, sameLength = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ExampleText text = texts[i];
        REQUIRE(text.tokens.front() == *vocabulary.find("<class>"));
        const auto border = std::ranges::find(text.tokens, separator);
        std::vector<int> question(text.tokens.begin() + 1, border), proposal(border + 1, text.tokens.end());
        std::ranges::reverse(question);
        REQUIRE((question == proposal) == (text.label == 1));
        REQUIRE(text.segments.size() == text.tokens.size());
        const auto second = static_cast<std::size_t>(border + 1 - text.tokens.begin());
        for (std::size_t k = 0; k < text.segments.size(); ++k) REQUIRE(text.segments[k] == (k >= second ? 1 : 0));
        right += text.label;
        sameLength += text.label == 0 && question.size() == proposal.size();
    }
    // A wrong proposal is now and then right by chance.
    CHECK(right / 4000 > 0.5);
    CHECK(right / 4000 < 0.65);
    CHECK(sameLength > 400);
}

TEST_CASE("The form follows from the task and the family, and what a family cannot learn is refused by name") {
    const auto pairs = reverseTask(), classes = bracketsTask();
    const auto form = [](const Task& task, Family family, std::int64_t count = 0) {
        ModelConfig config;
        config.family = family;
        config.classes = count;
        return formFor(task, config);
    };
    CHECK(form(*pairs, Family::Transformer) == TaskForm::Translate);
    CHECK(form(*pairs, Family::Seq2Seq) == TaskForm::Translate);
    CHECK(form(*pairs, Family::Gpt) == TaskForm::Continue);
    CHECK(form(*pairs, Family::Lstm) == TaskForm::Continue);
    CHECK(form(*pairs, Family::Bert, 2) == TaskForm::Match);
    CHECK(form(*classes, Family::Gpt, 2) == TaskForm::Classify);
    CHECK(form(*classes, Family::Bert, 2) == TaskForm::Classify);
    const auto refused = [&](const Task& task, Family family, std::int64_t count = 0) {
        try {
            form(task, family, count);
        } catch (const Error& error) {
            return error.values().name;
        }
        return std::string("accepted");
    };
    CHECK(refused(*pairs, Family::Ngram) == "model");
    CHECK(refused(*pairs, Family::Bert) == "model");
    CHECK(refused(*classes, Family::Lstm) == "model");
    CHECK(refused(*classes, Family::Gpt) == "classes");
    CHECK(refused(*classes, Family::Bert, 3) == "classes");
    CHECK(refused(*pairs, Family::Bert, 3) == "classes");
}

TEST_CASE("No text is longer than the encoder says, in any task and form") {
    for (const std::string_view name : kTaskNames) {
        const std::shared_ptr<const Task> task = makeTask(defaultsOf(taskNamed(name)));
        for (const TaskForm form : {TaskForm::Translate, TaskForm::Continue, TaskForm::Classify, TaskForm::Match}) {
            if (task->hasClasses() != (form == TaskForm::Classify)) continue;
            for (const Family family : {Family::Gpt, Family::Bert}) {
                const TaskEncoder encoder(task, task->vocabulary(), form, family);
                const ExampleTexts texts = taskExamples(encoder, TaskPart::Training, 3000, 2);
                const std::int64_t longest = std::max(texts.longestSource(), texts.longestTokens());
                CHECK(longest <= encoder.longest());
                // The longest questions seldom have the longest answers.
                CHECK(longest >= encoder.longest() - 3);
            }
        }
    }
}

TEST_CASE("Batches are texts with their lengths and padding, and go on from a saved place") {
    const auto task = reverseTask();
    const TaskEncoder encoder(task, task->vocabulary(), TaskForm::Translate, Family::Transformer);
    TaskSource source(encoder, 500, 6, 3), other(encoder, 500, 6, 3);
    source.draw();
    source.draw();
    REQUIRE(other.canRestore(source.state()));
    other.restore(source.state());
    for (int i = 0; i < 25; ++i) {
        const TrainingBatch batch = source.draw(), same = other.draw();
        REQUIRE(batch.inputs.texts() == 6);
        REQUIRE(batch.inputs.source.texts() == 6);
        CHECK(listed(batch.inputs.tokens.ids) == listed(same.inputs.tokens.ids));
        CHECK(listed(batch.inputs.source.ids) == listed(same.inputs.source.ids));
        CHECK(batch.labels.empty());
        CHECK(batch.inputs.segments.empty());
        const std::int64_t length = batch.inputs.tokens.length;
        for (std::int64_t text = 0; text < 6; ++text) {
            const auto row = batch.targets.subspan(static_cast<std::size_t>(text * length));
            const auto used = static_cast<std::size_t>(batch.inputs.tokens.lengthOf(text));
            CHECK(batch.inputs.source.lengthOf(text) + 1 == batch.inputs.tokens.lengthOf(text));
            CHECK(row[used - 1] == *task->vocabulary().find("<end>"));
            for (const int target : row.first(static_cast<std::size_t>(length)).subspan(used))
                CHECK(target == kNoTarget);
        }
    }
    CHECK_THROWS_AS(TaskSource(encoder, 0, 6, 3), Error);
}

const TrainingSettings kSettings{.batch = 32, .steps = 300, .warmup = 20, .peakRate = 3e-3, .finalRate = 3e-4};

/// A small gpt that learns to reverse.
struct Run {
    explicit Run(const std::shared_ptr<const Task>& task)
        : encoder(task, task->vocabulary(), TaskForm::Continue, Family::Gpt),
          model(makeModel<float>({.layers = 2, .heads = 2, .width = 32, .context = 9, .vocabulary = 10})),
          source(encoder, 2000, kSettings.batch, 1),
          trainer((fresh(), *model), source, kSettings, parallel) {}
    void fresh() {
        Random random(1);
        model->initialise(random);
    }

    Parallel parallel{2};
    TaskEncoder encoder;
    std::unique_ptr<Model<float>> model;
    TaskSource source;
    Trainer trainer;
};

TEST_CASE("A model learns a task, and its score is what greedy decoding gives") {
    Run run(reverseTask());
    for (int i = 0; i < 110; ++i) run.trainer.step();
    const ExampleTexts texts = taskExamples(run.encoder, TaskPart::HeldOut, 150, 5);
    const TaskScore score = scoreOn(*run.model, texts, run.parallel);
    // Not so good that nothing is wrong, nor so bad that nothing is right.
    CHECK(score.right > 0.3);
    CHECK(score.right < 1);
    REQUIRE(score.texts.size() == 150);
    int separator = *run.encoder.task().vocabulary().find("<separator>"), right = 0;
    Tape<float> tape(Purpose::Training, run.parallel);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const ExampleText text = texts[i];
        const auto question = static_cast<std::size_t>(std::ranges::find(text.tokens, separator) - text.tokens.begin());
        std::vector<int> written(text.tokens.begin(), text.tokens.begin() + static_cast<std::ptrdiff_t>(question) + 1);
        std::vector<int> answer;
        while (written.size() <= 9 && (answer.empty() || answer.back() != text.targets.back())) {
            tape.clear();
            const Var logits = run.model->run(tape, batchOf(written, static_cast<std::int64_t>(written.size()))).logits;
            const std::span<const float> last(tape.value(logits).row(static_cast<std::int64_t>(written.size()) - 1),
                                              10);
            answer.push_back(static_cast<int>(std::ranges::max_element(last) - last.begin()));
            written.push_back(answer.back());
        }
        const bool exact = answer == listed(text.targets.subspan(question));
        CHECK(exact == (score.texts[i] == 1));
        right += exact;
    }
    CHECK(score.right == Approx(right / 150.0));
    TaskSource heldOut(run.encoder, 500, 50, 9);
    CHECK(score.tokenLoss < 1.5);
    CHECK(score.taskLoss == 0);
    CHECK(evaluate(*run.model, heldOut, 10, run.parallel).tokens < 1.5);
}

TEST_CASE("A score's loss is the mean over the same targets that training takes") {
    Run run(reverseTask());
    const ExampleTexts texts = taskExamples(run.encoder, TaskPart::Training, 40, 5);
    PaddedBatch batch(40, 0, texts.longestTokens());
    for (std::size_t i = 0; i < texts.size(); ++i) batch.set(static_cast<std::int64_t>(i), texts[i]);
    struct Once final : BatchSource {
        explicit Once(TrainingBatch only) : batch(only) {}
        TrainingBatch draw() override { return batch; }
        SourceState state() const override { return {}; }
        void restore(const SourceState&) override {}
        TrainingBatch batch;
    } once(batch.all());
    const double expected = evaluate(*run.model, once, 1, run.parallel).tokens;
    CHECK(scoreOn(*run.model, texts, run.parallel).tokenLoss == Approx(expected).epsilon(1e-5));
    CHECK(expected == Approx(std::log(10.0)).epsilon(0.1));
}

TEST_CASE("After batches of all lengths, learning a task asks for no memory") {
    if (!allocationsAreCounted()) return;
    Run run(reverseTask());
    for (int i = 0; i < 32; ++i) run.trainer.step();
    const std::int64_t before = allocationCount();
    for (int i = 0; i < 32; ++i) run.trainer.step();
    CHECK(allocationCount() == before);
}

}  // namespace
}  // namespace attentarium
