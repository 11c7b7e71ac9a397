#include <nlohmann/json.hpp>

#include "engine/io/checkpoint.h"
#include "engine/io/safetensors.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;
using nlohmann::json;

namespace {

Outcome succeeds(const Arguments& arguments) {
    Outcome outcome = run(arguments);
    INFO(outcome.err);
    CHECK(outcome.exitCode == 0);
    return outcome;
}

Arguments learning(const std::filesystem::path& out, const Arguments& more) {
    Arguments all{"train", "--out", out.string(), "--threads", "2", "--warmup", "5", "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace

TEST_CASE("A task is learned, scored by length, and answers what it is asked") {
    const TemporaryFolder folder;
    const auto path = folder / "m";
    const Arguments options{"--task",  "reverse", "--model",    "seq2seq", "--width", "24",   "--max-length", "5",
                            "--batch", "64",      "--examples", "20000",   "--lr",    "0.01", "--steps",      "250"};
    const json trained = json::parse(succeeds(learning(path, options)).out);
    CHECK(trained["exact_match"].get<double>() > 0.9);
    const Checkpoint checkpoint = loadCheckpoint(path, LoadTraining::Yes);
    REQUIRE(checkpoint.task);
    CHECK(checkpoint.task->task == TaskName::Reverse);
    CHECK(checkpoint.task->maxLength == 5);
    CHECK(checkpoint.corpus == "reverse");
    CHECK(checkpoint.measures.at("exact_match") == trained["exact_match"]);

    const json scored = json::parse(succeeds({"evaluate", path.string(), "--questions", "300", "--json"}).out);
    CHECK(scored["exact_match"].get<double>() > 0.85);
    REQUIRE(scored["by_length"].size() == 3);
    std::int64_t questions = 0;
    double right = 0;
    for (const json& row : scored["by_length"]) {
        questions += row["questions"].get<std::int64_t>();
        right += row["right"].get<double>() * row["questions"].get<double>();
    }
    CHECK(questions == 300);
    CHECK(right / 300 == Approx(scored["exact_match"].get<double>()));
    CHECK(scored["by_length"][0]["length"] == 3);
    const Outcome longer =
        succeeds({"evaluate", path.string(), "--min-length", "6", "--max-length", "9", "--questions", "50"});
    CHECK(longer.out.find("length  questions  right") != std::string::npos);
    CHECK(longer.out.find("     9") != std::string::npos);
    CHECK(succeeds({"generate", path.string(), "--prompt", "abcd", "--temperature", "0"}).out == "dcba\n");
}

TEST_CASE("Every form of task runs: continued, translated, classified, matched") {
    const TemporaryFolder folder;
    const Arguments small{"--width", "8", "--layers", "1", "--heads",    "2",
                          "--steps", "3", "--batch",  "2", "--examples", "40"};
    int number = 0;
    const auto measures = [&](Arguments more) {
        more.insert(more.end(), small.begin(), small.end());
        const auto path = folder / std::to_string(++number);
        const json trained = json::parse(succeeds(learning(path, more)).out);
        const json scored = json::parse(succeeds({"evaluate", path.string(), "--questions", "20", "--json"}).out);
        CHECK(trained.contains("accuracy") == scored.contains("accuracy"));
        return trained;
    };
    CHECK(measures({"--task", "addition"}).contains("exact_match"));
    CHECK(measures({"--task", "dates", "--model", "transformer"}).contains("exact_match"));
    CHECK(measures({"--task", "translation", "--model", "transformer"}).contains("exact_match"));
    CHECK(measures({"--task", "brackets", "--model", "bert"}).contains("accuracy"));
    CHECK(measures({"--task", "sentiment", "--model", "gpt", "--language", "zh"}).contains("accuracy"));
    CHECK(
        measures({"--task", "sort", "--model", "gpt", "--classes", "2", "--task-weight", "0.5"}).contains("accuracy"));
    const Checkpoint joint = loadCheckpoint(folder / std::to_string(number));
    CHECK(joint.settings.taskWeight == 0.5);
    const std::string file = (folder / "trace").string();
    for (const auto& [model, text, answer, loss] :
         {std::tuple{"1", "123+456", "5790", "grad/loss"}, std::tuple{"2", "4 March 1998", "1998-03-04", "grad/loss"},
          std::tuple{"4", "(())", "balanced", "grad/task_loss"},
          std::tuple{"5", "安娜很开心。", "positive", "grad/loss"}}) {
        succeeds({"trace", (folder / model).string(), "--text", text, "--answer", answer, "--backward", "--out", file});
        CHECK(SafetensorsFile::read(file).find(loss));
        succeeds({"trace", (folder / model).string(), "--text", text, "--out", file});
    }
    CHECK(run({"trace", (folder / "4").string(), "--text", "(())", "--answer", "maybe", "--out", file}).exitCode == 2);
    const std::string said = succeeds({"generate", (folder / "4").string(), "--prompt", "(())"}).out;
    CHECK((said.starts_with("balanced ") || said.starts_with("unbalanced ")));
}

TEST_CASE("A task is resumed without a word about it") {
    const TemporaryFolder folder;
    const Arguments options{"--task",  "copy", "--model", "gpt", "--width",    "8",  "--layers", "1",
                            "--heads", "2",    "--batch", "4",   "--examples", "60", "--steps",  "6"};
    Arguments stopping = options;
    stopping.insert(stopping.end(), {"--stop-at", "2"});
    succeeds(learning(folder / "whole", options));
    succeeds(learning(folder / "parts", stopping));
    succeeds({"train", "--resume", "--out", (folder / "parts").string()});
    for (const char* name : {kConfigFile, kModelFile, kTrainingFile}) {
        CHECK((contentOf(folder / "whole" / name) == contentOf(folder / "parts" / name)));
    }
}
