#include "engine/io/checkpoint.h"
#include "engine/text/small_world.h"
#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

/// Lines on stderr that are a message and no progress.
std::int64_t messages(const std::string& err) {
    std::int64_t count = 0;
    for (std::size_t at = err.find("attentarium-cli: "); at != std::string::npos;
         at = err.find("attentarium-cli: ", at + 1)) {
        ++count;
    }
    return count;
}

/// Checks the exit code, that there is one message with `part` in it, and that nothing went to stdout.
void refused(int exitCode, const Arguments& arguments, const std::string& part, rlim_t fileBytes = RLIM_INFINITY) {
    std::string command;
    for (const std::string& argument : arguments) command += argument + ' ';
    const Outcome outcome = run(arguments, fileBytes);
    INFO(command << "\n" << outcome.err);
    CHECK(outcome.exitCode == exitCode);
    CHECK(messages(outcome.err) == 1);
    CHECK(outcome.err.find(part) != std::string::npos);
    CHECK(outcome.err.find("mistake in the program") == std::string::npos);
    // Not after hours of work.
    CHECK(outcome.err.find("step 1 of") == std::string::npos);
    CHECK(outcome.out.empty());
}

}  // namespace

TEST_CASE("Impossible sizes and numbers that are none are bad arguments and leave nothing behind") {
    const TemporaryFolder folder;
    const auto train = [&](const Arguments& more, const std::string& part) {
        refused(2, quickTraining(folder / "model", more), part);
    };
    for (const char* value : {"nan", "inf", "-1", "0", "1e99", "abc", ""}) {
        train({"--lr=" + std::string(value)}, "--lr");
    }
    train({"--final-lr=nan"}, "--final-lr is nan; it must be");
    train({"--final-lr=1"}, "--final-lr is 1; it must be from 0 to the learning rate");
    train({"--clip=nan"}, "clip");
    train({"--weight-decay=-1"}, "--weight-decay");
    train({"--beta1=1"}, "--beta1");
    train({"--beta2=nan"}, "--beta2");
    for (const char* name : {"--layers", "--heads", "--width", "--context", "--batch", "--steps", "--stories"}) {
        for (const char* value : {"0", "-3", "999999999999", "99999999999999999999999", "1.5", "x"}) {
            train({name, value}, std::string(name).substr(2));
        }
    }
    train({"--width", "9"}, "heads");
    train({"--layers", "1000", "--width", "8192"}, "parameters");
    train({"--batch", "60000", "--context", "4096", "--width", "2048"}, "memory");
    train({"--model", "mamba"}, "mamba");
    train({"--language", "fr"}, "language");
    train({"--tokenizer", "bytes"}, "tokenizer");
    train({"--threads", "0"}, "threads");
    train({"--threads", "100000"}, "threads");
    train({"--stop-at", "0"}, "--stop-at");
    train({"--stop-at", "7"}, "--stop-at");
    train({"--seed", "-1"}, "--seed");
    train({"--surprise"}, "--surprise");
    refused(2, {"bench", "train", "--width", "10"}, "heads");
    refused(2, {"bench", "train", "--vocabulary", "0"}, "vocabulary");
    refused(2, {"bench", "train", "--steps", "0"}, "steps");
    refused(2, {"world", "--stories", "0"}, "stories");
    refused(2, {"world", "--language", "fr"}, "language");
    refused(2, {"world", "--corpus", "biased-world", "--bias", "2"}, "bias");
    train({"--corpus", "biased-world", "--bias", "-0.1"}, "bias");
    train({"--bias", "0.5"}, "--bias");
    train({"--seed", "18446744073709551616"}, "--seed");
    refused(2, {"dance"}, "dance");
    refused(2, {}, "Name a command");
    refused(2, {"bench"}, "Name a command");
    refused(2, {"check", "everything"}, "everything");
    CHECK(namesIn(folder.path()).empty());
}

TEST_CASE("A corpus that is missing, empty, not UTF-8 or too short is refused and leaves nothing behind") {
    const TemporaryFolder folder;
    put(folder / "empty", "");
    put(folder / "blank", " \n\t\n");
    put(folder / "latin1", "first line\nna\xefve\n");
    put(folder / "short", "abcabcabc");
    const Names before = namesIn(folder.path());
    const auto train = [&](const std::string& name, const std::string& part) {
        refused(1, quickTraining(folder / "model", {"--corpus", (folder / name).string()}), part);
    };
    train("missing", "no file");
    train("empty", "no text");
    train("blank", "no text");
    train("latin1", "line 2");
    train("short", "9 tokens; at least 90");
    train(".", "folder");
    refused(1, quickTraining(folder / "model", {"--stories", "1"}), "at least 90");
    CHECK(namesIn(folder.path()) == before);
}

TEST_CASE("A folder that cannot take a checkpoint is refused before training and stays as it is") {
    const TemporaryFolder folder;
    const Arguments endless{"--steps", "1000000000"};
    std::filesystem::create_directory(folder / "photos");
    put(folder / "photos" / "cat.jpg", "a cat");
    put(folder / "file", "x");
    refused(1, quickTraining(folder / "photos", endless), "already exists");
    refused(1, quickTraining(folder / "file", endless), "file");
    refused(1, quickTraining(folder / "missing" / "model", endless), "missing");
    refused(1, quickTraining("", endless), "Cannot write");
    refused(1, quickTraining(folder / "model", {"--resume"}), "no file");
    CHECK(run(quickTraining(folder / "model")).exitCode == 0);
    const std::string before = contentOf(folder / "model" / kConfigFile);
    refused(1, quickTraining(folder / "model", endless), "already exists");
    CHECK((contentOf(folder / "model" / kConfigFile) == before));
    CHECK(namesIn(folder.path()) == Names{"file", "model", "photos"});
    CHECK(namesIn(folder / "photos") == Names{"cat.jpg"});
}

TEST_CASE("A full disk fails the run and loses nothing") {
    const TemporaryFolder folder;
    for (const rlim_t size : {rlim_t{1000}, rlim_t{8000}}) {
        const Outcome outcome = run(quickTraining(folder / "new"), size);
        INFO(outcome.err);
        CHECK(outcome.exitCode == 1);
        CHECK(messages(outcome.err) == 1);
        CHECK(outcome.err.find("Cannot write") != std::string::npos);
    }
    CHECK(namesIn(folder.path()).empty());
    CHECK(run(quickTraining(folder / "model", {"--stop-at", "2"})).exitCode == 0);
    const std::string before = contentOf(folder / "model" / kModelFile);
    CHECK(run(quickTraining(folder / "model", {"--resume"}), 8000).exitCode == 1);
    CHECK((contentOf(folder / "model" / kModelFile) == before));
    const std::string trace = (folder / "trace").string();
    refused(1, {"trace", (folder / "model").string(), "--text", "Anna and Tom", "--out", trace}, "Cannot write", 3000);
    CHECK(namesIn(folder.path()) == Names{"model"});
    CHECK(loadCheckpoint(folder / "model", LoadTraining::Yes).stepsDone == 2);
}

TEST_CASE("A checkpoint that is missing or damaged, and a text it cannot take, is refused in one sentence") {
    const TemporaryFolder folder;
    const std::string model = (folder / "model").string(), out = (folder / "trace").string();
    REQUIRE(run(quickTraining(model)).exitCode == 0);
    put(folder / "text", "Anna likes zebras.\n");
    const std::string zebras = (folder / "text").string();
    const std::string nine = "Anna and Tom and Anna and Tom and Anna";
    refused(1, {"generate", model, "--prompt", ""}, "empty");
    refused(1, {"generate", model, "--prompt", "  "}, "empty");
    refused(1, {"generate", model, "--prompt", "the zebra"}, "zebra");
    refused(1, {"generate", model, "--prompt", "a\xff"}, "know");
    refused(2, {"generate", model, "--prompt", "Anna", "--temperature=nan"}, "temperature");
    refused(2, {"generate", model, "--prompt", "Anna", "--temperature=-1"}, "temperature");
    refused(2, {"generate", model, "--prompt", "Anna", "--top-k=-1"}, "top-k");
    refused(2, {"generate", model, "--prompt", "Anna", "--top-p=0"}, "top-p");
    refused(2, {"generate", model, "--prompt", "Anna", "--tokens=-1"}, "tokens");
    refused(2, {"generate", model}, "--prompt");
    refused(1, {"trace", model, "--text", "", "--out", out}, "empty");
    refused(1, {"trace", model, "--text", "the zebra", "--out", out}, "zebra");
    refused(1, {"trace", model, "--text", nine, "--out", out}, "9 tokens; the model sees at most 8");
    refused(1, {"evaluate", model, "--corpus", zebras}, "know");
    refused(1, {"evaluate", model, "--corpus", (folder / "none").string()}, "no file");
    put(folder / "text", "Anna and Tom\n");
    refused(1, {"evaluate", model, "--corpus", zebras}, "at least 9");
    for (const Arguments& command :
         {Arguments{"inspect"}, Arguments{"generate", "--prompt", "Anna"}, Arguments{"evaluate", "--corpus", zebras},
          Arguments{"trace", "--text", "Anna", "--out", out}}) {
        Arguments missing = command;
        missing.push_back((folder / "none").string());
        refused(1, missing, "no file");
    }
    CHECK(namesIn(folder.path()) == Names{"model", "text"});

    const std::string whole = contentOf(folder / "model" / kModelFile);
    const auto damaged = [&](const std::string& bytes, const std::string& part) {
        put(folder / "model" / kModelFile, bytes);
        refused(1, {"inspect", model}, part);
    };
    damaged(whole.substr(0, whole.size() / 2), "cut off");
    damaged(whole + "x", "after its end");
    damaged(std::string(8, '\xff') + whole.substr(8), "damaged");
    std::filesystem::remove(folder / "model" / kModelFile);
    refused(1, {"inspect", model}, "no file");
    put(folder / "model" / kModelFile, whole);
    std::string config = contentOf(folder / "model" / kConfigFile);
    put(folder / "model" / kConfigFile, config.replace(config.find("\"width\": 8"), 10, "\"width\": 9"));
    refused(1, {"inspect", model}, "model.width");
}
