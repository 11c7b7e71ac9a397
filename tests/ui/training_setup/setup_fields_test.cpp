#include "ui/views/training_setup/setup_fields.h"

#include <limits>

#include "tests/support/catch.h"
#include "ui/explain/field_words.h"
#include "ui/views/training_setup/run_words.h"

using namespace attentarium;

TEST_CASE("Every field of a setup and every choice has words") {
    for (const SetupField& field : setupFields()) {
        CAPTURE(std::string(field.name));
        CHECK_FALSE(labelOf(field.name).isEmpty());
        CHECK(helpOf(field.name).endsWith(QLatin1Char('.')));
        for (const std::string_view choice : field.choices) {
            CAPTURE(std::string(choice));
            CHECK(hasChoiceLabel(field.name, choice));
        }
    }
    for (const std::string_view name : kFamilyNames) CHECK(hasChoiceLabel("family", name));
    for (const std::string_view name : kTaskNames) CHECK(hasChoiceLabel("task", name));
    for (const TokenizerKind kind : tokenizerKinds()) CHECK(hasChoiceLabel("tokenizer", tokenizerKindName(kind)));
    CHECK(labelOf("nothing of that name").isEmpty());
}

TEST_CASE("Every field can be read and written, and none changes another") {
    RunSetup setup;
    setup.task = TaskOptions();
    for (const SetupField& field : setupFields()) {
        CAPTURE(std::string(field.name));
        const RunSetup before = setup;
        const double was = numberIn(setup, field);
        const bool few = field.kind == SetupField::Kind::Flag || field.kind == SetupField::Kind::Choice;
        const double other = few ? (was == 0 ? 1 : 0) : was + 1;
        setNumber(setup, field, other);
        CHECK(numberIn(setup, field) == other);
        CHECK_FALSE(setup == before);
        setNumber(setup, field, was);
        CHECK(setup == before);
    }
}

TEST_CASE("Fields are asked for only where they change something") {
    const auto used = [](const RunSetup& setup, const char* name) { return isUsed(setup, *setupField(name)); };
    RunSetup setup;
    CHECK(used(setup, "heads"));
    CHECK_FALSE(used(setup, "cell"));
    CHECK_FALSE(used(setup, "vocabulary"));
    CHECK_FALSE(used(setup, "mask_share"));
    CHECK_FALSE(used(setup, "digits"));
    CHECK(used(setup, "weight_decay"));
    setup.settings.optimizer = OptimizerKind::Sgd;
    CHECK_FALSE(used(setup, "weight_decay"));
    CHECK_FALSE(used(setup, "beta1"));
    chooseFamily(setup, Family::Bert);
    CHECK(setup.settings.objective == ObjectiveKind::MaskedToken);
    CHECK(used(setup, "masked_share"));
    chooseFamily(setup, Family::SkipGram);
    setup.model.negatives = 5;
    CHECK(used(setup, "passes"));
    CHECK_FALSE(used(setup, "steps"));
    chooseFamily(setup, Family::Gpt);
    chooseTask(setup, TaskName::Addition);
    CHECK(used(setup, "digits"));
    CHECK_FALSE(used(setup, "carry"));
    CHECK(setup.model.context >= 12);
}

TEST_CASE("Another family keeps the sizes that both have and takes its own published choices") {
    RunSetup setup;
    setup.model.width = 48;
    setup.model.layers = 3;
    setup.model.positions = Positions::Alibi;
    chooseFamily(setup, Family::Lstm);
    CHECK(setup.model.width == 48);
    CHECK(setup.model.layers == 3);
    chooseFamily(setup, Family::Transformer);
    CHECK(setup.model.positions == defaultConfig(Family::Transformer).positions);
}

TEST_CASE("Times and sizes are told as people say them") {
    CHECK(durationWords(0.4) == QStringLiteral("0 s"));
    CHECK(durationWords(58.2) == QStringLiteral("58 s"));
    CHECK(durationWords(250) == QStringLiteral("4 min"));
    CHECK(durationWords(4800) == QStringLiteral("1 h 20 min"));
    CHECK(bytesWords(12.3e6) == QStringLiteral("12 MB"));
    CHECK(bytesWords(1.234e6) == QStringLiteral("1.23 MB"));
    CHECK(countWords(24512) == QStringLiteral("24,512"));
}
