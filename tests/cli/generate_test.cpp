#include "tests/cli/program.h"
#include "tests/support/catch.h"

using namespace attentarium::test;

namespace {

/// What a model trained with `options`, in a folder of its own, says to `asked`.
class Trained {
  public:
    explicit Trained(Arguments options) {
        options.insert(options.begin(), "train");
        options.insert(options.end(), {"--threads", "1", "--out", path()});
        const Outcome outcome = run(options);
        INFO(outcome.err);
        REQUIRE(outcome.exitCode == 0);
    }

    Outcome generate(const std::string& prompt, const Arguments& more = {}) const {
        Arguments all{"generate", path(), "--prompt", prompt};
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    }

  private:
    std::string path() const { return (m_folder / "model").string(); }
    TemporaryFolder m_folder;
};

const Trained& quick() {
    static const Trained model({"--layers", "1", "--heads", "2", "--width", "8", "--context", "8", "--batch", "2",
                                "--warmup", "1", "--steps", "6", "--stories", "60"});
    return model;
}

}  // namespace

TEST_CASE("A beam search writes the best it finds, whatever the seed") {
    const auto best = [](const Arguments& more) {
        Arguments all{"--tokens", "12"};
        all.insert(all.end(), more.begin(), more.end());
        const Outcome outcome = quick().generate("Anna", all);
        CHECK(outcome.exitCode == 0);
        CHECK(outcome.out.starts_with("Anna"));
        CHECK(outcome.out.ends_with('\n'));
        return outcome.out;
    };
    CHECK(best({"--beams", "4"}) == best({"--beams", "4", "--seed", "2"}));
    const std::string greedy = best({"--temperature", "0"}), one = best({"--beams", "1"});
    // The search ends with the line; drawing goes on.
    CHECK(greedy.starts_with(one.substr(0, one.size() - 1)));
    CHECK(quick().generate("Anna", {"--beams", "2", "--tokens", "0"}).out == "Anna\n");
}

TEST_CASE("Impossible ways to generate are bad arguments") {
    for (const Arguments& wrong : {Arguments{"--beams", "-1"},
                                   {"--beams", "100000000"},
                                   {"--beams", "2", "--length-penalty", "-1"},
                                   {"--length-penalty", "1"},
                                   {"--beams", "2", "--top-k", "3"},
                                   {"--tokens", "-1"},
                                   {"--top-p", "0"}}) {
        INFO(wrong[0] << ' ' << wrong[1]);
        const Outcome outcome = quick().generate("Anna", wrong);
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("A model of counts continues a text too") {
    const Trained counted({"--model", "ngram", "--order", "3", "--stories", "60"});
    const Outcome outcome = counted.generate("Anna", {"--tokens", "20"});
    CHECK(outcome.exitCode == 0);
    CHECK(outcome.out.starts_with("Anna"));
    CHECK(counted.generate("Anna", {"--beams", "3"}).exitCode == 0);
}

TEST_CASE("A model that learned a task is asked, greedily and with one beam alike") {
    for (const char* family : {"seq2seq", "gpt"}) {
        INFO(family);
        const Trained reverser({"--model", family, "--task", "reverse", "--width", "16", "--layers", "1", "--batch",
                                "2", "--steps", "3", "--warmup", "1"});
        const Outcome drawn = reverser.generate("abc", {"--temperature", "0", "--tokens", "5"});
        INFO(drawn.err);
        CHECK(drawn.exitCode == 0);
        CHECK(reverser.generate("abc", {"--beams", "1", "--tokens", "5"}).out == drawn.out);
    }
}

TEST_CASE("A model that does not say what comes next is refused in one sentence") {
    const Trained vectors({"--model", "skipgram", "--width", "8", "--stories", "60", "--passes", "1"});
    const Outcome outcome = vectors.generate("Anna");
    CHECK(outcome.exitCode == 1);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("skipgram") != std::string::npos);
    CHECK(outcome.err.find("does not say what comes next") != std::string::npos);
}
