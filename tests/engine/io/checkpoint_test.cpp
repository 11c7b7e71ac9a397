#include "engine/io/checkpoint.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "engine/io/corpus_source.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/full_disk.h"
#include "tests/engine/io/small_checkpoint.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

bool sameBits(const Tensor<float>& a, const Tensor<float>& b) {
    return a.shape() == b.shape() && std::memcmp(a.values().data(), b.values().data(), a.values().size_bytes()) == 0;
}

void checkSameBits(const std::vector<Tensor<float>>& a, const std::vector<Tensor<float>>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK(sameBits(a[i], b[i]));
}

const Names kFiles{"config.json", "model.safetensors", "training.safetensors"};

}  // namespace

TEST_CASE("A checkpoint comes back with every bit as it was") {
    const TemporaryFolder folder;
    for (const bool tied : {false, true}) {
        const Checkpoint saved = smallCheckpoint(tied);
        const auto path = folder / (tied ? "tied" : "untied");
        saveCheckpoint(path, saved);
        CHECK(namesIn(path) == kFiles);
        const Checkpoint loaded = loadCheckpoint(path, LoadTraining::Yes);
        CHECK(loaded.model->config() == saved.model->config());
        checkSameBits(loaded.model->parameters().values(), saved.model->parameters().values());
        CHECK(loaded.tokenizer->kind() == saved.tokenizer->kind());
        CHECK(loaded.tokenizer->vocabulary().tokens() == saved.tokenizer->vocabulary().tokens());
        CHECK(loaded.language == saved.language);
        CHECK(loaded.settings == saved.settings);
        CHECK(loaded.stepsDone == 3);
        CHECK(loaded.corpus == saved.corpus);
        CHECK(loaded.measures == saved.measures);
        CHECK(loaded.training->stepsDone == 3);
        CHECK(loaded.training->source.random == saved.training->source.random);
        checkSameBits(loaded.training->firstMoments, saved.training->firstMoments);
        checkSameBits(loaded.training->secondMoments, saved.training->secondMoments);
        CHECK_FALSE(loadCheckpoint(path).training);
    }
}

TEST_CASE("Equal checkpoints are equal files, and saving what was loaded changes no byte") {
    const TemporaryFolder folder;
    saveCheckpoint(folder / "a", smallCheckpoint());
    saveCheckpoint(folder / "b", smallCheckpoint());
    saveCheckpoint(folder / "c", loadCheckpoint(folder / "a", LoadTraining::Yes));
    for (const std::string& name : kFiles) {
        CHECK(contentOf(folder / "a" / name) == contentOf(folder / "b" / name));
        CHECK(contentOf(folder / "a" / name) == contentOf(folder / "c" / name));
    }
}

TEST_CASE("The models that come with the program load, though later versions know more settings") {
    for (const char* name : {"small-world-en", "small-world-zh"}) {
        const Checkpoint loaded =
            loadCheckpoint(std::filesystem::path(ATTENTARIUM_SOURCE_DIR) / "resources" / "checkpoints" / name);
        CHECK(loaded.model->config().positions == Positions::Learned);
        CHECK(loaded.settings.optimizer == OptimizerKind::AdamW);
        CHECK(loaded.settings.l2 == 0);
    }
}

TEST_CASE("Every way to train comes back, with the moments that its optimizer keeps") {
    const TemporaryFolder folder;
    for (const auto kind : {OptimizerKind::Sgd, OptimizerKind::Momentum, OptimizerKind::Adam, OptimizerKind::AdamW}) {
        Checkpoint saved = smallCheckpoint(false, {.batch = 2,
                                                   .steps = 10,
                                                   .objective = ObjectiveKind::SpanCorruption,
                                                   .optimizer = kind,
                                                   .l1 = 1.0 / 3,
                                                   .l2 = 0.1,
                                                   .dropout = 0.2,
                                                   .labelSmoothing = 0.3,
                                                   .taskWeight = 0.7});
        saveCheckpoint(folder / "c", saved);
        const Checkpoint loaded = loadCheckpoint(folder / "c", LoadTraining::Yes);
        CHECK(loaded.settings == saved.settings);
        CHECK(loaded.training->firstMoments.empty() == (kind == OptimizerKind::Sgd));
        CHECK(loaded.training->secondMoments.size() ==
              (keepsSecondMoment(kind) ? saved.model->parameters().size() : 0));
        checkSameBits(loaded.training->firstMoments, saved.training->firstMoments);
        checkSameBits(loaded.training->secondMoments, saved.training->secondMoments);
    }
}

TEST_CASE("A source that reads on is stored with its places") {
    const TemporaryFolder folder;
    Checkpoint checkpoint = smallCheckpoint();
    checkpoint.training->source.places = {3, 1, 1 << 20};
    saveCheckpoint(folder / "c", checkpoint);
    CHECK(loadCheckpoint(folder / "c", LoadTraining::Yes).training->source == checkpoint.training->source);
}

TEST_CASE("Without its training state a checkpoint can be used but not trained on") {
    const TemporaryFolder folder;
    Checkpoint checkpoint = smallCheckpoint();
    saveCheckpoint(folder / "c", checkpoint);
    checkpoint.training.reset();
    saveCheckpoint(folder / "c", checkpoint);
    // The state that belonged to the one before is gone.
    CHECK(namesIn(folder / "c") == Names{"config.json", "model.safetensors"});
    CHECK(loadCheckpoint(folder / "c").stepsDone == 3);
    errorOf(ErrorKind::FileMissing, [&] { loadCheckpoint(folder / "c", LoadTraining::Yes); });
}

TEST_CASE("A corpus whose name is not UTF-8 can be learned from") {
    const TemporaryFolder folder;
    Checkpoint checkpoint = smallCheckpoint();
    checkpoint.corpus = "a\xff.txt";
    saveCheckpoint(folder / "c", checkpoint);
    CHECK(loadCheckpoint(folder / "c").corpus == "a\xef\xbf\xbd.txt");
}

TEST_CASE("A parameter that is no number is not saved, and what was there stays") {
    const TemporaryFolder folder;
    saveCheckpoint(folder / "c", smallCheckpoint());
    const std::string before = contentOf(folder / "c" / "model.safetensors");
    Checkpoint broken = smallCheckpoint();
    auto model = makeModel<float>(broken.model->config());
    model->parameters()[2].value.mutableView().data[1] = std::numeric_limits<float>::quiet_NaN();
    const std::string name = model->parameters()[2].name;
    broken.model = std::move(model);
    CHECK(errorOf(ErrorKind::LossNotFinite, [&] { saveCheckpoint(folder / "c", broken); }).name == name);
    CHECK(errorOf(ErrorKind::LossNotFinite, [&] { saveCheckpoint(folder / "new", broken); }).value == "3");
    CHECK(contentOf(folder / "c" / "model.safetensors") == before);
    CHECK(namesIn(folder.path()) == Names{"c"});
}

TEST_CASE("A full disk and a folder that is none of ours leave everything as it was") {
    const TemporaryFolder folder;
    saveCheckpoint(folder / "c", smallCheckpoint());
    std::vector<std::string> before;
    for (const std::string& name : kFiles) before.push_back(contentOf(folder / "c" / name));
    for (const rlim_t size : {rlim_t{0}, rlim_t{600}, rlim_t{3000}}) {
        const FullDisk full(size);
        errorOf(ErrorKind::FileUnwritable, [&] { saveCheckpoint(folder / "c", smallCheckpoint(true)); });
        errorOf(ErrorKind::FileUnwritable, [&] { saveCheckpoint(folder / "new", smallCheckpoint()); });
    }
    for (std::size_t i = 0; i < 3; ++i) CHECK(contentOf(folder / "c" / kFiles[i]) == before[i]);
    std::filesystem::create_directory(folder / "photos");
    put(folder / "photos" / "cat.jpg", "a cat");
    errorOf(ErrorKind::FolderExists, [&] { saveCheckpoint(folder / "photos", smallCheckpoint()); });
    CHECK(namesIn(folder.path()) == Names{"c", "photos"});
    CHECK(namesIn(folder / "photos") == Names{"cat.jpg"});
}

TEST_CASE("A story of the small world begins where a window begins, characters and files anywhere") {
    const TokenizedCorpus words = openCorpus({.stories = 50}, 16);
    REQUIRE(words.starts.size() == 50);
    const int end = words.tokenizer->vocabulary().find("\n").value();
    CHECK(words.starts.front() == 0);
    for (std::size_t i = 1; i < words.starts.size(); ++i) {
        CHECK(words.tokens[static_cast<std::size_t>(words.starts[i]) - 1] == end);
    }
    CHECK(openCorpus({.tokenizer = TokenizerKind::Character, .stories = 50}, 16).starts.empty());
    CHECK(openCorpus({.language = Language::Chinese, .stories = 50}, 16).starts.size() == 50);

    const TemporaryFolder folder;
    put(folder / "text", "one two three four five six seven\n");
    const std::string file = (folder / "text").string();
    const TokenizedCorpus read = openCorpus({.corpus = file, .tokenizer = TokenizerKind::Character}, 2);
    CHECK(read.starts.empty());
    CHECK(read.tokens.size() == 34);
    // Held out are 3 of them: a window of 2 and the next, not one of 3.
    const auto values = errorOf(ErrorKind::CorpusTooShort,
                                [&] { openCorpus({.corpus = file, .tokenizer = TokenizerKind::Character}, 3); });
    CHECK(values.limit == "40");
    CHECK(values.file == file);
    errorOf(ErrorKind::WordUnknown, [&] { openCorpus({.corpus = file}, 2, words.tokenizer); });
    errorOf(ErrorKind::OptionOutOfRange, [&] { openCorpus({.stories = 0}, 2); });
}
