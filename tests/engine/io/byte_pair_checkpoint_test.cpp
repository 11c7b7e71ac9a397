#include <nlohmann/json.hpp>

#include "engine/io/checkpoint.h"
#include "engine/io/corpus_source.h"
#include "engine/io/damage.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/small_world.h"
#include "engine/text/special_tokens.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

using nlohmann::ordered_json;

Checkpoint bytePairCheckpoint() {
    BytePairMerges merges = learnBytePairs(smallWorldCorpus(Language::Chinese, 1, 30), 40);
    Vocabulary vocabulary = withSpecialTokens(merges.vocabulary());
    const ModelConfig config{.layers = 1, .heads = 2, .width = 4, .context = 3, .vocabulary = vocabulary.size()};
    const std::shared_ptr<Model<float>> model = makeModel<float>(config);
    Random random(5);
    model->initialise(random);
    Checkpoint checkpoint;
    checkpoint.model = model;
    checkpoint.tokenizer =
        makeTokenizer(TokenizerKind::BytePair, Language::Chinese, std::move(vocabulary), std::move(merges));
    checkpoint.language = Language::Chinese;
    checkpoint.corpus = "text.txt";
    return checkpoint;
}

}  // namespace

TEST_CASE("byte pairs come back from a checkpoint") {
    const TemporaryFolder folder;
    const Checkpoint checkpoint = bytePairCheckpoint();
    saveCheckpoint(folder / "c", checkpoint);
    const Checkpoint read = loadCheckpoint(folder / "c");
    CHECK(read.tokenizer->kind() == TokenizerKind::BytePair);
    CHECK((read.tokenizer->vocabulary().tokens() == checkpoint.tokenizer->vocabulary().tokens()));
    CHECK(mergesOf(*read.tokenizer).size() == 40);
    CHECK((mergesOf(*read.tokenizer) == mergesOf(*checkpoint.tokenizer)));
    const std::string text = smallWorldCorpus(Language::Chinese, 4, 3) + "<mask>\xFF";
    CHECK((read.tokenizer->encode(text) == checkpoint.tokenizer->encode(text)));
    saveCheckpoint(folder / "again", read);
    CHECK(contentOf(folder / "again" / kConfigFile) == contentOf(folder / "c" / kConfigFile));
    // In letters, so that the file is text whatever the tokens are.
    const ordered_json config = ordered_json::parse(contentOf(folder / "c" / kConfigFile));
    CHECK(config["text"]["tokenizer"] == "bpe");
    CHECK(config["text"]["vocabulary"][0] == "!");
    CHECK(config["text"]["vocabulary"].back() == "<class>");
    CHECK(config["text"]["merges"].size() == 40);
}

TEST_CASE("a checkpoint whose byte pairs are damaged is refused with the setting's name") {
    const TemporaryFolder folder;
    saveCheckpoint(folder / "c", bytePairCheckpoint());
    const ordered_json whole = ordered_json::parse(contentOf(folder / "c" / kConfigFile));
    const auto refused = [&](const std::string& name, Damage damage, auto&& change) {
        ordered_json changed = whole;
        change(changed["text"]);
        put(folder / "c" / kConfigFile, changed.dump());
        const ErrorValues values = errorOf(ErrorKind::FileDamaged, [&] { loadCheckpoint(folder / "c"); });
        CHECK(values.name == name);
        CHECK(values.reason == damageReasons()[static_cast<std::size_t>(damage)]);
    };
    refused("text.merges", Damage::SettingMissing, [](ordered_json& text) { text.erase("merges"); });
    refused("text.merges", Damage::SettingOfWrongKind, [](ordered_json& text) { text["merges"] = "a b"; });
    refused("text.merges.1", Damage::MergeBroken, [](ordered_json& text) { text["merges"][1] = text["merges"][0]; });
    refused("text.merges.0", Damage::MergeBroken, [](ordered_json& text) { text["merges"][0] = "ab c"; });
    refused("text.merges.2", Damage::SettingOfWrongKind, [](ordered_json& text) { text["merges"][2] = 7; });
    refused("text.merges", Damage::SettingUnknown, [](ordered_json& text) { text["tokenizer"] = "char"; });
    refused("text.vocabulary", Damage::VocabularyWithoutMerged,
            [](ordered_json& text) { text["vocabulary"][0] = "<x>"; });
    refused("text.vocabulary", Damage::VocabularyBroken,
            [](ordered_json& text) { text["vocabulary"][0] = text["vocabulary"][1]; });
    refused("text.vocabulary", Damage::SizesNotOfTheFile,
            [](ordered_json& text) { text["vocabulary"].push_back("<more>"); });
    put(folder / "c" / kConfigFile, whole.dump());
    CHECK_NOTHROW(loadCheckpoint(folder / "c"));
}

TEST_CASE("a corpus is opened with as many byte-pair tokens as were wished") {
    const TemporaryFolder folder;
    put(folder / "text.txt", smallWorldCorpus(Language::English, 3, 60));
    CorpusSource source{
        .corpus = (folder / "text.txt").string(), .tokenizer = TokenizerKind::BytePair, .vocabulary = 300};
    const TokenizedCorpus corpus = openCorpus(source, 8);
    CHECK(corpus.tokenizer->vocabulary().size() == 300);
    CHECK(mergesOf(*corpus.tokenizer).size() == 44);
    CHECK(corpus.tokenizer->decode(corpus.tokens) == contentOf(folder / "text.txt"));
    CHECK(corpus.starts.empty());
    source.objective = ObjectiveKind::SpanCorruption;
    const TokenizedCorpus marked = openCorpus(source, 8);
    CHECK(marked.tokenizer->vocabulary().size() == 300);
    CHECK(marked.tokenizer->vocabulary().find("<gap9>"));
    CHECK(mergesOf(*marked.tokenizer).size() == 29);
    source.vocabulary = 270;
    CHECK(errorOf(ErrorKind::OptionOutOfRange, [&] { openCorpus(source, 8); }).limit == "from 271 to 65536");
    source.objective = ObjectiveKind::NextToken;
    source.vocabulary = 65536;
    const TokenizedCorpus all = openCorpus(source, 8);
    CHECK(all.tokenizer->vocabulary().size() < 2000);
    source.vocabulary = 65537;
    CHECK(errorOf(ErrorKind::OptionOutOfRange, [&] { openCorpus(source, 8); }).name == "vocabulary");
}
