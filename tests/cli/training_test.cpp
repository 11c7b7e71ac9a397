#include <nlohmann/json.hpp>

#include "engine/io/checkpoint.h"
#include "engine/text/small_world.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;
using nlohmann::json;

namespace {

const Names kFiles{"config.json", "model.safetensors", "training.safetensors"};

void checkSameFiles(const std::filesystem::path& a, const std::filesystem::path& b) {
    for (const std::string& name : kFiles) {
        INFO(name);
        CHECK((contentOf(a / name) == contentOf(b / name)));
    }
}

void checkTrains(const Arguments& arguments) {
    const Outcome outcome = run(arguments);
    INFO(outcome.err);
    CHECK(outcome.exitCode == 0);
}

}  // namespace

TEST_CASE("Training prints one line of JSON and leaves a checkpoint") {
    const TemporaryFolder folder;
    const Outcome outcome = run(quickTraining(folder / "model", {"--json"}));
    INFO(outcome.err);
    REQUIRE(outcome.exitCode == 0);
    REQUIRE(std::ranges::count(outcome.out, '\n') == 1);
    const json all = json::parse(outcome.out);
    CHECK(all["steps"] == 6);
    CHECK(all["seconds"].get<double>() > 0);
    CHECK(outcome.err.find("step 6 of 6") != std::string::npos);
    CHECK(namesIn(folder.path()) == Names{"model"});
    CHECK(namesIn(folder / "model") == kFiles);
    const Checkpoint checkpoint = loadCheckpoint(folder / "model", LoadTraining::Yes);
    CHECK(checkpoint.corpus == "small-world");
    CHECK(checkpoint.stories == 60);
    CHECK(checkpoint.settings.finalRate == Approx(1e-4));
    CHECK(checkpoint.tokenizer->kind() == TokenizerKind::Word);
    CHECK(checkpoint.measures.at("held_out_loss") == all["held_out_loss"]);
    CHECK(checkpoint.measures.at("train_loss") == all["train_loss"]);
}

TEST_CASE("The same seed trains the same files on any number of threads, another seed others") {
    const TemporaryFolder folder;
    checkTrains(quickTraining(folder / "one", {"--batch", "7", "--tie"}));
    checkTrains(quickTraining(folder / "three", {"--batch", "7", "--tie", "--threads", "3"}));
    checkTrains(quickTraining(folder / "seed", {"--batch", "7", "--tie", "--seed", "2"}));
    checkSameFiles(folder / "one", folder / "three");
    CHECK((contentOf(folder / "one" / kModelFile) != contentOf(folder / "seed" / kModelFile)));
}

TEST_CASE("Stopped and resumed equals uninterrupted in every byte") {
    const TemporaryFolder folder;
    checkTrains(quickTraining(folder / "whole"));
    checkTrains(quickTraining(folder / "parts", {"--stop-at", "3"}));
    CHECK(loadCheckpoint(folder / "parts").stepsDone == 3);
    checkTrains(quickTraining(folder / "parts", {"--resume", "--stop-at", "4", "--threads", "2"}));
    // What is not said again comes from the checkpoint.
    checkTrains({"train", "--resume", "--out", (folder / "parts").string(), "--threads", "1"});
    checkSameFiles(folder / "whole", folder / "parts");
    checkTrains(quickTraining(folder / "parts", {"--resume"}));
    checkSameFiles(folder / "whole", folder / "parts");
}

TEST_CASE("A file is learned from by characters, in any language, and found again by name") {
    const TemporaryFolder folder;
    put(folder / "text.txt", smallWorldCorpus(Language::Chinese, 1, 40));
    const std::string corpus = (folder / "text.txt").string();
    checkTrains(quickTraining(folder / "whole", {"--corpus", corpus, "--language", "zh_CN"}));
    checkTrains(quickTraining(folder / "parts", {"--corpus", corpus, "--language", "zh", "--stop-at", "2"}));
    const Checkpoint checkpoint = loadCheckpoint(folder / "parts");
    CHECK(checkpoint.tokenizer->kind() == TokenizerKind::Character);
    CHECK(checkpoint.corpus == "text.txt");
    CHECK(checkpoint.language == Language::Chinese);
    checkTrains({"train", "--resume", "--corpus", corpus, "--out", (folder / "parts").string()});
    checkSameFiles(folder / "whole", folder / "parts");
    const Outcome lost = run({"train", "--resume", "--out", (folder / "parts").string()});
    CHECK(lost.exitCode == 2);
    CHECK(lost.err.find("text.txt") != std::string::npos);
    checkTrains(quickTraining(folder / "words", {"--corpus", corpus, "--language", "zh", "--tokenizer", "word"}));
}

TEST_CASE("What contradicts the checkpoint is refused, and the checkpoint stays") {
    const TemporaryFolder folder;
    checkTrains(quickTraining(folder / "model", {"--stop-at", "2"}));
    const std::string before = contentOf(folder / "model" / kConfigFile);
    const std::vector<Arguments> contradictions{
        {"--width", "16"},  {"--lr", "0.5"},         {"--steps", "7"},     {"--seed", "2"},    {"--tie"},
        {"--batch", "3"},   {"--tokenizer", "char"}, {"--language", "zh"}, {"--stories", "9"}, {"--corpus", "x.txt"},
        {"--beta2", "0.5"}, {"--final-lr", "nan"},   {"--warmup", "2"}};
    for (const Arguments& more : contradictions) {
        Arguments all = quickTraining(folder / "model", more);
        all.push_back("--resume");
        const Outcome outcome = run(all);
        INFO(outcome.err);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.err.find(more.front()) != std::string::npos);
    }
    CHECK((contentOf(folder / "model" / kConfigFile) == before));
}

TEST_CASE("Ctrl-C saves and ends cleanly, and training goes on from there") {
    const TemporaryFolder folder;
    const Arguments command = quickTraining(folder / "model", {"--steps", "1000000", "--json"});
    for (const int signal : {SIGINT, SIGTERM}) {
        Arguments arguments = command;
        if (signal == SIGTERM) arguments.push_back("--resume");
        Program program(arguments);
        REQUIRE(program.awaitProgress("step "));
        program.signal(signal);
        const Outcome outcome = program.end();
        INFO(outcome.err);
        CHECK(outcome.exitCode == 0);
        CHECK(outcome.err.find("Stopped at step") != std::string::npos);
        CHECK(json::parse(outcome.out)["steps"] == loadCheckpoint(folder / "model", LoadTraining::Yes).stepsDone);
    }
    CHECK(namesIn(folder.path()) == Names{"model"});
}

TEST_CASE("A loss that stops being a number is reported, and the last good state is kept") {
    const TemporaryFolder folder;
    const Outcome outcome =
        run(quickTraining(folder / "model", {"--lr", "10", "--weight-decay", "100", "--steps", "5000", "--warmup", "0",
                                             "--final-lr", "10", "--clip", "1000000"}));
    INFO(outcome.err);
    CHECK(outcome.exitCode == 1);
    CHECK(outcome.err.find("stopped being a number at step") != std::string::npos);
    CHECK(outcome.out.empty());
    CHECK(loadCheckpoint(folder / "model", LoadTraining::Yes).stepsDone > 0);
}
