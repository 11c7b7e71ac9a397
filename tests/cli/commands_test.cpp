#include <nlohmann/json.hpp>
#include <sstream>

#include "engine/io/checkpoint.h"
#include "engine/io/safetensors.h"
#include "engine/text/biased_world.h"
#include "engine/text/small_school.h"
#include "engine/text/small_world.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;
using nlohmann::json;

namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// A small checkpoint that all tests of a kind share.
const std::filesystem::path& trained() {
    static const TemporaryFolder folder;
    static const std::filesystem::path path = folder / "model";
    if (!std::filesystem::exists(path)) {
        const Outcome outcome = run(quickTraining(path));
        INFO(outcome.err);
        REQUIRE(outcome.exitCode == 0);
    }
    return path;
}

}  // namespace

TEST_CASE("Help goes to stdout and is no failure, but no command is one") {
    const Outcome help = run({"--help"});
    CHECK(help.exitCode == 0);
    for (const char* command : {"train", "evaluate", "generate", "trace", "inspect", "world", "check", "bench"}) {
        CHECK(help.out.find(command) != std::string::npos);
    }
    CHECK(run({"train", "--help"}).out.find("--final-lr") != std::string::npos);
    CHECK(run({"--version"}).exitCode == 0);
    CHECK(run({}).exitCode == 2);
}

TEST_CASE("Stories are told line by line, in both languages the same ones") {
    const Outcome english = run({"world", "--stories", "3", "--seed", "7"});
    CHECK(english.exitCode == 0);
    CHECK(english.out == smallWorldCorpus(Language::English, 7, 3));
    const Outcome chinese = run({"world", "--stories", "3", "--seed", "7", "--language", "zh"});
    CHECK(chinese.out == smallWorldCorpus(Language::Chinese, 7, 3));
    const auto both = linesOf(run({"world", "--stories", "3", "--seed", "7", "--language", "both"}).out);
    REQUIRE(both.size() == 6);
    CHECK(both[2] == linesOf(english.out)[1]);
    CHECK(both[3] == linesOf(chinese.out)[1]);
}

TEST_CASE("Sentences of the biased world are told with the bias that is asked for, and learned from") {
    const Outcome usual = run({"world", "--corpus", "biased-world", "--stories", "5", "--seed", "7"});
    CHECK(usual.exitCode == 0);
    CHECK(usual.out == biasedWorldCorpus(Language::English, kUsualBias, 7, 5));
    const Outcome even =
        run({"world", "--corpus", "biased-world", "--bias", "0", "--stories", "40", "--language", "zh"});
    CHECK(even.out == biasedWorldCorpus(Language::Chinese, 0, 1, 40));
    const TemporaryFolder folder;
    const std::string out = folder / "model";
    const Outcome learned =
        run({"train",        "--model", "skipgram",    "--width",   "4",        "--context", "16",
             "--window",     "2",       "--negatives", "2",         "--passes", "1",         "--corpus",
             "biased-world", "--bias",  "0.5",         "--stories", "400",      "--out",     out});
    CHECK(learned.exitCode == 0);
    CHECK(biasOf(loadCheckpoint(out).corpus) == 0.5);
}

TEST_CASE("Lessons are given line by line, of one kind where one is named") {
    const Outcome all =
        run({"world", "--corpus", "small-school", "--stories", "40", "--language", "both", "--seed", "4"});
    CHECK(all.exitCode == 0);
    CHECK(linesOf(all.out).size() == 80);
    const Outcome sums = run({"world", "--kind", "arithmetic", "--stories", "3", "--seed", "4"});
    CHECK(sums.exitCode == 0);
    CHECK(sums.out == smallSchoolCorpus(Language::English, 4, 3, Knowledge::Arithmetic));
    const Outcome unknown = run({"world", "--kind", "geography"});
    CHECK(unknown.exitCode != 0);
    CHECK(unknown.err.find("geography") != std::string::npos);
    CHECK(unknown.err.find("word-meaning") != std::string::npos);
    CHECK(run({"world", "--corpus", "large-world"}).exitCode != 0);
}

TEST_CASE("A model of the school is asked what it was never taught, and one of the stories alone is not") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder / "school";
    const Outcome learned =
        run({"train", "--model", "gpt", "--layers", "1", "--heads", "2", "--width", "8", "--context", "40", "--steps",
             "3", "--corpus", "small-school", "--stories", "500", "--out", path});
    INFO(learned.err);
    REQUIRE(learned.exitCode == 0);
    const Outcome asked = run({"probe", path, "--stories", "5", "--questions", "20", "--record", "--json"});
    INFO(asked.err);
    REQUIRE(asked.exitCode == 0);
    const json found = json::parse(asked.out);
    for (const char* kind :
         {"facts", "agreement", "coreference", "word_meaning", "sentiment", "reasoning", "arithmetic"}) {
        const std::string name = std::string("knows_") + kind;
        REQUIRE(found.contains(name));
        CHECK(found[name] >= 0.0);
        CHECK(found[name] <= 1.0);
        CHECK(loadCheckpoint(path, LoadTraining::No).measures.at(name) == found[name]);
    }
    CHECK(found["best_reachable_lesson_loss"] < found["lesson_loss"]);
    CHECK(run({"probe", path, "--questions", "0"}).exitCode != 0);
    const std::filesystem::path world = folder / "world";
    const Outcome told = run({"train", "--model", "gpt", "--layers", "1", "--heads", "2", "--width", "8", "--context",
                              "40", "--steps", "3", "--stories", "500", "--out", world});
    REQUIRE(told.exitCode == 0);
    const Outcome stories = run({"probe", world, "--stories", "5", "--json"});
    INFO(stories.err);
    REQUIRE(stories.exitCode == 0);
    CHECK_FALSE(json::parse(stories.out).contains("knows_facts"));
}

TEST_CASE("The gradients of every op are printed, one a line, and pass") {
    const Outcome outcome = run({"check", "gradients"});
    CHECK(outcome.exitCode == 0);
    const auto lines = linesOf(outcome.out);
    CHECK(lines.size() >= 16);
    for (const std::string& line : lines) {
        std::istringstream fields(line);
        std::string op;
        double error = 1;
        fields >> op >> error;
        INFO(line);
        CHECK(error < 1e-6);
    }
}

TEST_CASE("Inspecting lists every parameter with its shape, and the total") {
    const auto model = loadCheckpoint(trained()).model;
    const Outcome outcome = run({"inspect", trained().string(), "--json"});
    CHECK(outcome.exitCode == 0);
    REQUIRE(linesOf(outcome.out).size() == 1);
    const json all = json::parse(outcome.out);
    REQUIRE(all["parameters"].size() == model->parameters().size());
    for (std::size_t i = 0; i < model->parameters().size(); ++i) {
        CHECK(all["parameters"][i]["name"] == model->parameters()[i].name);
        CHECK(static_cast<int>(all["parameters"][i]["shape"].size()) == model->parameters()[i].value.shape().rank());
    }
    const auto lines = linesOf(run({"inspect", trained().string()}).out);
    CHECK(lines.back().starts_with("total"));
    CHECK(lines.back().ends_with(std::to_string(model->parameters().count())));
}

TEST_CASE("A text is continued, the same for the same seed") {
    const auto generate = [](const Arguments& more) {
        Arguments all{"generate", trained().string(), "--prompt", "Anna", "--tokens", "20"};
        all.insert(all.end(), more.begin(), more.end());
        const Outcome outcome = run(all);
        CHECK(outcome.exitCode == 0);
        CHECK(outcome.out.starts_with("Anna"));
        CHECK(outcome.out.ends_with('\n'));
        return outcome.out;
    };
    const std::string text = generate({});
    CHECK(text == generate({}));
    CHECK(text != generate({"--seed", "2"}));
    CHECK(generate({"--temperature", "0"}) == generate({"--temperature", "0", "--seed", "9"}));
    CHECK(generate({"--top-k", "1", "--top-p", "0.5"}) == generate({"--temperature", "0"}));
    CHECK(run({"generate", trained().string(), "--prompt", "Anna", "--tokens", "0"}).out == "Anna\n");
}

TEST_CASE("A trace has every named value, and gradients under their own names") {
    const TemporaryFolder folder;
    const std::string file = (folder / "trace.safetensors").string(), text = "Anna and Tom see the dog";
    const Arguments command{"trace", trained().string(), "--text", text, "--out", file};
    CHECK(run(command).exitCode == 0);
    CHECK_FALSE(SafetensorsFile::read(file).find("grad/loss"));
    Arguments backward = command;
    backward.push_back("--backward");
    CHECK(run(backward).exitCode == 0);
    const SafetensorsFile trace = SafetensorsFile::read(file);
    CHECK(trace.metadata().at("text") == text);
    using Sizes = std::vector<std::int64_t>;
    CHECK(trace.find("blocks.0.attention.scores")->shape == Sizes{2, 6, 6});
    CHECK(trace.find("grad/blocks.0.attention.scores")->shape == Sizes{2, 6, 6});
    CHECK(trace.find("blocks.0.attention.query.weight")->shape == Sizes{8, 8});
    CHECK(trace.find("grad/blocks.0.attention.query.weight")->shape == Sizes{8, 8});
    CHECK(trace.find("logits")->shape.front() == 6);
    CHECK(trace.find("loss")->shape.empty());
    CHECK(trace.tensor<float>("grad/loss", {}).values()[0] == 1.0f);
    const Outcome alone = run({"trace", trained().string(), "--text", "Anna", "--backward", "--out", file});
    CHECK(alone.exitCode == 0);
    CHECK_FALSE(alone.err.empty());
    CHECK_FALSE(SafetensorsFile::read(file).find("grad/logits"));
}

TEST_CASE("A whole text is scored") {
    const TemporaryFolder folder;
    put(folder / "text", smallWorldCorpus(Language::English, 99, 20));
    const Arguments command{"evaluate", trained().string(), "--corpus", (folder / "text").string()};
    Arguments asJson = command;
    asJson.push_back("--json");
    const Outcome outcome = run(asJson);
    CHECK(outcome.exitCode == 0);
    REQUIRE(linesOf(outcome.out).size() == 1);
    const json all = json::parse(outcome.out);
    CHECK(all["steps"] == 6);
    CHECK(all["held_out_loss"].get<double>() > 1);
    CHECK(all["train_loss"].get<double>() > 1);
    CHECK(all["seconds"].get<double>() >= 0);
    asJson.insert(asJson.end(), {"--threads", "3"});
    CHECK(json::parse(run(asJson).out)["held_out_loss"] == all["held_out_loss"]);
    CHECK(run(command).out.find("held-out loss") != std::string::npos);
}

TEST_CASE("Without a text the held-out part of what was learned is scored") {
    const json all = json::parse(run({"evaluate", trained().string(), "--json"}).out);
    CHECK(all["held_out_loss"] == loadCheckpoint(trained()).measures.at("held_out_loss"));
}

TEST_CASE("The bench times every family's training, in the shapes that it is told", "[many]") {
    const auto timed = [](const Arguments& more) {
        Arguments all{"bench", "train", "--width", "8", "--batch", "2", "--steps", "3", "--threads", "1", "--json"};
        all.insert(all.end(), more.begin(), more.end());
        const Outcome outcome = run(all);
        INFO(more[1] << ' ' << outcome.err);
        CHECK(outcome.exitCode == 0);
        return json::parse(outcome.out);
    };
    for (const char* family : {"mlp-lm", "rnn", "lstm", "gru"}) CHECK(timed({"--model", family})["ms_per_step"] > 0.0);
    for (const char* family : {"gpt", "bert"}) {
        CHECK(timed({"--model", family, "--heads", "2", "--layers", "1"})["gflops"] > 0.0);
    }
    for (const char* family : {"seq2seq", "transformer"}) {
        const json all =
            timed({"--model", family, "--layers", "1", "--source-length", "6", "--length", "3", "--vocabulary", "40"});
        CHECK(all["ms_per_step"] > 0.0);
        CHECK(all["gflops"].is_null());
    }
    CHECK(timed({"--model", "cbow", "--negatives", "0"})["tokens_per_s"] > 0.0);
    CHECK(timed({"--model", "skipgram"})["ns_per_pair"] > 0.0);
    for (const Arguments& more : {Arguments{"--source-length", "6"}, Arguments{"--model", "ngram"},
                                  Arguments{"--length", "9", "--context", "8"}}) {
        Arguments all{"bench", "train"};
        all.insert(all.end(), more.begin(), more.end());
        CHECK(run(all).exitCode == 2);
    }
}

TEST_CASE("The bench says how fast training is", "[many]") {
    const Outcome outcome = run({"bench", "train", "--layers", "1", "--heads", "2", "--width", "16", "--context", "8",
                                 "--batch", "2", "--steps", "5", "--threads", "2", "--json"});
    INFO(outcome.err);
    CHECK(outcome.exitCode == 0);
    REQUIRE(linesOf(outcome.out).size() == 1);
    const json all = json::parse(outcome.out);
    for (const char* key : {"ms_per_step", "tokens_per_s", "gflops", "sgemm_gflops", "peak_rss_mb"}) {
        CHECK(all[key].get<double>() > 0);
    }
    // Under the sanitizers nobody counts.
    if (!all["allocations_per_step"].is_null()) CHECK(all["allocations_per_step"] == 0.0);
}
