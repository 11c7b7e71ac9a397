#include <nlohmann/json.hpp>

#include "engine/io/checkpoint.h"
#include "engine/text/small_world.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;
using nlohmann::json;

namespace {

Outcome succeeds(const Arguments& arguments) {
    Outcome outcome = run(arguments);
    INFO(arguments.front() << ": " << outcome.err);
    CHECK(outcome.exitCode == 0);
    return outcome;
}

void refused(int exitCode, const Arguments& arguments, const std::string& part) {
    const Outcome outcome = run(arguments);
    INFO(outcome.err);
    CHECK(outcome.exitCode == exitCode);
    CHECK(outcome.err.find(part) != std::string::npos);
    CHECK(outcome.out.empty());
}

}  // namespace

TEST_CASE("A model of byte pairs is trained, goes on, is evaluated, inspected and made to write") {
    const TemporaryFolder folder;
    put(folder / "text.txt", smallWorldCorpus(Language::Chinese, 1, 60));
    const std::string corpus = (folder / "text.txt").string(), model = (folder / "model").string();
    const Arguments bytePairs{"--corpus", corpus, "--language", "zh", "--tokenizer", "bpe", "--vocabulary", "300"};
    const auto with = [&](Arguments more) {
        more.insert(more.begin(), bytePairs.begin(), bytePairs.end());
        return more;
    };
    succeeds(quickTraining(folder / "whole", bytePairs));
    succeeds(quickTraining(model, with({"--stop-at", "3"})));
    succeeds(quickTraining(model, with({"--resume"})));
    CHECK((contentOf(folder / "whole" / kModelFile) == contentOf(folder / "model" / kModelFile)));
    CHECK(contentOf(folder / "whole" / kConfigFile) == contentOf(folder / "model" / kConfigFile));
    const Checkpoint checkpoint = loadCheckpoint(model);
    CHECK(checkpoint.tokenizer->kind() == TokenizerKind::BytePair);
    CHECK(checkpoint.model->config().vocabulary == 300);
    const json evaluated = json::parse(succeeds({"evaluate", model, "--corpus", corpus, "--json"}).out);
    CHECK(evaluated["held_out_loss"].get<double>() > 0);
    CHECK(json::parse(succeeds({"inspect", model, "--json"}).out)["vocabulary"] == 300);
    CHECK(succeeds({"generate", model, "--prompt", "小狗\xFF", "--tokens", "5"}).out.starts_with("小狗\xFF"));
    succeeds({"trace", model, "--text", "小", "--out", (folder / "t.safetensors").string()});
    refused(2, {"trace", model, "--text", "\xFF", "--out", (folder / "u").string()}, "UTF-8");
    refused(2, quickTraining(model, {"--resume", "--vocabulary", "280"}), "--vocabulary is 280; it must be 300");
    refused(2, quickTraining(folder / "no", {"--vocabulary", "300"}), "--tokenizer bpe");
    refused(2, quickTraining(folder / "no", {"--tokenizer", "bpe", "--vocabulary", "255"}), "from 256 to 65536");
    refused(2, quickTraining(folder / "no", {"--tokenizer", "bytes"}), "char, word or bpe");
    CHECK_FALSE(std::filesystem::exists(folder / "no"));
    const json shown = json::parse(succeeds({"tokenizer", "show", model, "--text", "小狗", "--json"}).out);
    CHECK(shown["tokenizer"] == "bpe");
    CHECK(shown["vocabulary"] == 300);
    CHECK(shown["tokens"].back()["at"].get<int>() + shown["tokens"].back()["bytes"].get<int>() == 6);
    const Outcome counted = run(
        {"train", "--model", "ngram", "--corpus", corpus, "--tokenizer", "bpe", "--out", (folder / "counts").string()});
    CHECK(counted.exitCode == 0);
    CHECK(
        succeeds({"generate", (folder / "counts").string(), "--prompt", "小", "--tokens", "3"}).out.starts_with("小"));
}

TEST_CASE("Byte pairs are learned from a text, written in the files of others, and shown") {
    const TemporaryFolder folder;
    put(folder / "text.txt", "low lower lowest, low lower lowest\n");
    const std::string text = (folder / "text.txt").string(), out = (folder / "t").string();
    const Outcome learned = succeeds({"tokenizer", "learn", text, "--vocabulary", "258", "--out", out});
    CHECK(learned.out.starts_with("258 tokens, 2 of them merged"));
    CHECK(learned.err.find("merge 1: l + o") != std::string::npos);
    CHECK(namesIn(folder / "t") == Names{"merges.txt", "tokenizer.json", "vocab.json"});
    CHECK(contentOf(folder / "t" / "merges.txt") == "#version: 0.2\nl o\nlo w\n");
    const json shown = json::parse(succeeds({"tokenizer", "show", out, "--text", "a low", "--json"}).out);
    REQUIRE(shown["tokens"].size() == 3);
    CHECK(shown["tokens"][1]["token"] == "Ġ");
    CHECK(shown["tokens"][2] == json{{"id", 257}, {"token", "low"}, {"at", 2}, {"bytes", 3}});
    CHECK(succeeds({"tokenizer", "show", out + "/tokenizer.json", "--text", "low"}).out.find("1 tokens") !=
          std::string::npos);
    refused(2, {"tokenizer", "learn", text, "--vocabulary", "3", "--out", out}, "--vocabulary is 3");
    refused(1, {"tokenizer", "learn", (folder / "none").string(), "--out", out}, "none");
    refused(1, {"tokenizer", "show", (folder / "none").string(), "--text", "a"}, "none");
    const json bench =
        json::parse(succeeds({"bench", "tokens", text, "--merges", "2", "--repeats", "1", "--json"}).out);
    CHECK(bench["merges"] == 2);
    CHECK(bench["encode_mb_per_s"].get<double>() > 0);
}
