#include <nlohmann/json.hpp>

#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/io/safetensors.h"
#include "engine/models/family.h"
#include "engine/text/small_world.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;
using nlohmann::json;

namespace {

/// `train` of a family with sizes that take no time.
Arguments quickFamily(Family family, const std::filesystem::path& out, const Arguments& more = {}) {
    Arguments all{
        "train", "--model",   std::string(nameOf(family)), "--stories", "60", "--context", "8", "--threads", "1",
        "--out", out.string()};
    if (family != Family::Ngram) all.insert(all.end(), {"--width", "8"});
    if (kTransformers.contains(family)) all.insert(all.end(), {"--layers", "1", "--heads", "2"});
    const bool inPairs = kWordVectors.contains(family) && std::ranges::find(more, "--negatives") == more.end();
    if (inPairs) {
        all.insert(all.end(), {"--passes", "1"});
    } else if (family != Family::Ngram) {
        all.insert(all.end(), {"--batch", "2", "--warmup", "1", "--steps", "6"});
    }
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

Outcome succeeds(const Arguments& arguments) {
    std::string command;
    for (const std::string& argument : arguments) command += argument + ' ';
    Outcome outcome = run(arguments);
    INFO(command << "\n" << outcome.err);
    CHECK(outcome.exitCode == 0);
    return outcome;
}

void isRefused(const Arguments& arguments, const std::string& part) {
    std::string command;
    for (const std::string& argument : arguments) command += argument + ' ';
    const Outcome outcome = run(arguments);
    INFO(command << "\n" << outcome.err);
    CHECK(outcome.exitCode == 2);
    CHECK(outcome.err.find(part) != std::string::npos);
    CHECK(outcome.err.find("mistake in the program") == std::string::npos);
    CHECK(outcome.out.empty());
}

void checkSameFiles(const std::filesystem::path& a, const std::filesystem::path& b) {
    for (const char* name : {kConfigFile, kModelFile, kTrainingFile}) {
        INFO(name);
        CHECK((contentOf(a / name) == contentOf(b / name)));
    }
}

}  // namespace

TEST_CASE("Every family is trained, inspected, scored and used from the command line") {
    const TemporaryFolder folder;
    for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
        const auto family = static_cast<Family>(i);
        INFO(kFamilyNames[i]);
        const auto path = folder / std::string(kFamilyNames[i]);
        const json trained = json::parse(succeeds(quickFamily(family, path, {"--json"})).out);
        CHECK(trained["held_out_loss"].get<double>() > 0);
        const json scored = json::parse(succeeds({"evaluate", path.string(), "--json"}).out);
        CHECK(scored["held_out_loss"].get<double>() == Approx(trained["held_out_loss"].get<double>()).epsilon(1e-6));
        const json inspected = json::parse(succeeds({"inspect", path.string(), "--json"}).out);
        CHECK(inspected["model"] == kFamilyNames[i]);
        CHECK(inspected["count"].get<std::int64_t>() > 0);
        const bool masks = family == Family::Bert;
        if (family != Family::Ngram) {
            const std::string file = (folder / "trace").string();
            Arguments trace{"trace",      path.string(), "--text", masks ? "Anna <mask> Tom" : "Anna and Tom",
                            "--backward", "--out",       file};
            if (masks) trace.insert(trace.end(), {"--answer", "likes"});
            succeeds(trace);
            const SafetensorsFile traced = SafetensorsFile::read(file);
            CHECK(traced.find("loss"));
            CHECK(traced.tensor<float>("grad/loss", {}).values()[0] == 1.0f);
            CHECK(traced.tensors().size() > 10);
        }
        const Arguments generate{
            "generate", path.string(), "--prompt", masks ? "Anna <mask> Tom" : "Anna and Tom", "--tokens", "5"};
        if (kWordVectors.contains(family)) {
            const Outcome outcome = run(generate);
            INFO(outcome.err);
            CHECK(outcome.exitCode == 1);
            CHECK(outcome.err.find("does not say what comes next") != std::string::npos);
        } else {
            const std::string text = succeeds(generate).out;
            CHECK(text == succeeds(generate).out);
            CHECK(text.starts_with("Anna") != kEncoderDecoders.contains(family));
            CHECK(text.find("<mask>") == std::string::npos);
        }
    }
}

TEST_CASE("Stopped and resumed equals uninterrupted for every family, carried states and optimizers included") {
    const TemporaryFolder folder;
    int number = 0;
    const auto check = [&](Family family, const Arguments& more) {
        INFO(nameOf(family) << ' ' << (more.empty() ? "" : more.front()));
        const auto whole = folder / ("whole" + std::to_string(++number)),
                   parts = folder / ("parts" + std::to_string(number));
        Arguments stopping = more;
        stopping.insert(stopping.end(), {"--stop-at", "3"});
        succeeds(quickFamily(family, whole, more));
        succeeds(quickFamily(family, parts, stopping));
        succeeds({"train", "--resume", "--out", parts.string(), "--threads", "2"});
        checkSameFiles(whole, parts);
    };
    for (const Family family :
         {Family::MlpLm, Family::Rnn, Family::Lstm, Family::Gru, Family::Seq2Seq, Family::Bert, Family::Transformer}) {
        check(family, {});
    }
    for (const Family family : {Family::Rnn, Family::Lstm, Family::Gru}) check(family, {"--carry"});
    check(Family::Lstm, {"--optimizer", "sgd", "--dropout", "0.3"});
    check(Family::Gpt, {"--optimizer", "momentum", "--l2", "0.01"});
    check(Family::Transformer, {"--label-smoothing", "0.1", "--dropout", "0.2"});
    check(Family::SkipGram, {"--negatives", "0"});
}

TEST_CASE("Options that do not apply are refused by name, and the default of each is its family's") {
    const TemporaryFolder folder;
    const auto train = [&](const Arguments& more, const std::string& part) {
        Arguments all{"train", "--out", (folder / "model").string()};
        all.insert(all.end(), more.begin(), more.end());
        isRefused(all, part);
    };
    train({"--order", "3"}, "--order is not for gpt but for ngram");
    train({"--model", "lstm", "--heads", "2"}, "--heads is not for lstm");
    train({"--model", "ngram", "--lr", "0.1"}, "--lr is not for ngram");
    train({"--model", "ngram", "--steps", "5"}, "--steps");
    train({"--model", "ngram", "--task", "copy"}, "--task");
    train({"--model", "ngram", "--order", "6"}, "--order is 6; it must be from 1 to 5");
    train({"--model", "cbow", "--steps", "5"}, "--steps");
    train({"--positions", "nowhere"}, "--positions");
    train({"--objective", "masked-token"}, "--objective masked-token is not for gpt");
    train({"--mask-share", "0.2"}, "--mask-share");
    train({"--model", "transformer", "--mask-share", "0"}, "--mask-share");
    train({"--carry"}, "--carry");
    train({"--optimizer", "sgd", "--beta1", "0.5"}, "--beta1");
    train({"--optimizer", "adam", "--weight-decay", "0.5"}, "--weight-decay");
    train({"--optimizer", "adagrad"}, "--optimizer");
    train({"--dropout", "1"}, "--dropout is 1; it must be from 0 to below 1");
    train({"--key-value-heads", "3"}, "3");
    train({"--task", "juggling"}, "juggling");
    train({"--task", "copy", "--corpus", "small-world"}, "--corpus");
    train({"--task", "copy", "--digits", "2"}, "--digits is for --task addition");
    train({"--task", "copy", "--max-length", "0"}, "--max-length");
    train({"--task", "copy", "--context", "5"}, "--context");
    train({"--task", "copy", "--model", "cbow"}, "--model");
    train({"--task", "brackets", "--model", "lstm"}, "--model");
    train({"--max-length", "5"}, "--max-length is for --task");
    train({"--examples", "5"}, "--examples");
    CHECK(namesIn(folder.path()).empty());
    succeeds(quickFamily(Family::Transformer, folder / "t"));
    const ModelConfig config = loadCheckpoint(folder / "t").model->config();
    CHECK(config.positions == Positions::Sinusoidal);
    CHECK(config.normPlace == NormPlace::After);
    CHECK(loadCheckpoint(folder / "t").settings.objective == ObjectiveKind::SpanCorruption);
}

TEST_CASE("What contradicts a checkpoint is refused for every list of options") {
    const TemporaryFolder folder;
    const auto path = folder / "m";
    const Arguments task{"train",   "--task",  "copy",    "--model",    "transformer", "--layers", "1",
                         "--heads", "2",       "--width", "8",          "--steps",     "4",        "--warmup",
                         "1",       "--batch", "2",       "--examples", "50",          "--out",    path.string()};
    succeeds(task);
    const auto contradicts = [&](const Arguments& more, const std::string& part) {
        Arguments all{"train", "--resume", "--out", path.string()};
        all.insert(all.end(), more.begin(), more.end());
        isRefused(all, part);
    };
    contradicts({"--task", "reverse"}, "--task is reverse; it must be copy, as in the checkpoint");
    contradicts({"--max-length", "9"}, "--max-length");
    contradicts({"--optimizer", "sgd"}, "--optimizer");
    contradicts({"--positions", "rotary"}, "--positions");
    contradicts({"--tie"}, "--tie");
    contradicts({"--corpus", "small-world"}, "--corpus");
}

TEST_CASE("An n-gram model is counted, and is no model of layers") {
    const TemporaryFolder folder;
    const auto path = folder / "n";
    const json counted = json::parse(
        succeeds({"train", "--model", "ngram", "--order", "2", "--stories", "300", "--out", path.string(), "--json"})
            .out);
    CHECK(counted["held_out_loss"].get<double>() < 2.5);
    const NgramCheckpoint loaded = loadNgrams(path);
    CHECK(loaded.model->config().order == 2);
    CHECK(loaded.measures.at("held_out_loss") == counted["held_out_loss"]);
    put(folder / "text", smallWorldCorpus(Language::English, 99, 20));
    const json scored =
        json::parse(succeeds({"evaluate", path.string(), "--corpus", (folder / "text").string(), "--json"}).out);
    CHECK(scored["held_out_loss"].get<double>() < 2.5);
    const Outcome probed = run({"probe", path.string()});
    CHECK(probed.exitCode == 1);
    CHECK(probed.err.find("counts and no layers") != std::string::npos);
    CHECK_THROWS_AS(loadCheckpoint(path), Error);
}
