#include "ui/views/trials.h"

#include <cmath>
#include <set>

#include "engine/train/look.h"
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "ui/session/session.h"
#include "ui/views/change_words.h"

#include <QTemporaryDir>
#include <QTest>

using namespace attentarium;

namespace {

/// The changes that a trial leads to.
Interventions changesOf(const Trial& trial) {
    if (const auto* one = std::get_if<DoChange>(&trial.act)) return {one->change};
    if (const auto* question = std::get_if<AskNumber>(&trial.act)) return {question->make(0.5)};
    Interventions all;
    if (const auto* choice = std::get_if<ChooseChange>(&trial.act)) {
        for (const auto& [text, change] : choice->choices) all.push_back(change);
    }
    return all;
}

}  // namespace

TEST_CASE("whatever is offered on whatever number of whatever family, the model runs with it") {
    testApplication();
    for (const FamilySample& sample : familySamples()) {
        INFO(sample.name);
        QTemporaryDir folder;
        const QString model = folder.filePath(QStringLiteral("model"));
        saveCheckpoint(model.toStdString(), sampleCheckpoint(sample));
        Session session;
        session.setText(QStringLiteral("the fox saw a red apple and"));
        session.openModel(model);
        REQUIRE(QTest::qWaitFor([&] { return session.trace() != nullptr; }, 20000));
        const auto trace = session.trace();
        const bool hasLoss = trace->find("loss").has_value();
        const auto lossOf = [](const Trace& run) { return run.values(*run.find("loss"))[0]; };
        std::set<std::pair<Site, std::string_view>> seen;
        int tried = 0, effective = 0;
        for (const Var node : trace->nodes()) {
            const bool isParameter = trace->isParameter(node);
            if (!isParameter && !seen.emplace(trace->site(node), trace->op(node)).second) continue;
            session.selectCell(node, Quantity::Value, trace->shape(node).count() / 2);
            for (const Trial& trial : trialsFor(session)) {
                for (const Intervention& change : changesOf(trial)) {
                    INFO(trial.name << " at " << trace->name(node));
                    const auto changed = look(*session.checkpoint()->model, trace->text(), LookDepth::Update,
                                              session.checkpoint()->settings, {change});
                    CHECK(changed->wasApplied(0));
                    CHECK_FALSE(wordsOf(session, change).what.isEmpty());
                    ++tried;
                    if (hasLoss && lossOf(*changed) != lossOf(*trace)) ++effective;
                }
            }
        }
        CHECK(tried > 5);
        if (hasLoss) CHECK(effective > 2);
    }
}
