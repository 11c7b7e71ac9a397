#include "engine/io/tokenizer_files.h"

#include <nlohmann/json.hpp>

#include "engine/core/random.h"
#include "engine/io/damage.h"
#include "engine/text/byte_pair/byte_letters.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/small_world.h"
#include "engine/text/special_tokens.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

using nlohmann::ordered_json;

std::string reason(Damage damage) {
    return damageReasons()[static_cast<std::size_t>(damage)];
}

BytePairTokenizer learned(bool special) {
    const BytePairMerges merges =
        learnBytePairs(smallWorldCorpus(Language::English, 1, 30) + smallWorldCorpus(Language::Chinese, 1, 30), 200);
    return BytePairTokenizer(merges, special ? withSpecialTokens(merges.vocabulary()) : merges.vocabulary());
}

void checkSame(const BytePairTokenizer& read, const BytePairTokenizer& written) {
    CHECK((read.merges() == written.merges()));
    CHECK((read.vocabulary().tokens() == written.vocabulary().tokens()));
    const std::string text = smallWorldCorpus(Language::Chinese, 7, 3) + "<mask> \xFF don't 🐈";
    CHECK((read.encode(text) == written.encode(text)));
}

/// As Hugging Face's library writes it, in a few tokens: the bytes, `th` and ` th`, and a token of its own.
ordered_json theirs() {
    ordered_json vocabulary;
    vocabulary["<|endoftext|>"] = 0;
    for (const char byte : bytesInLetterOrder()) {
        vocabulary[lettersOf({&byte, 1})] = vocabulary.size();
    }
    vocabulary["th"] = 257;
    vocabulary["Ġth"] = 258;
    return ordered_json::parse(R"({
        "version": "1.0", "truncation": null, "padding": null,
        "added_tokens": [{"id": 0, "content": "<|endoftext|>", "single_word": false, "lstrip": false,
                          "rstrip": false, "normalized": true, "special": true}],
        "normalizer": null,
        "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true},
        "post_processor": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": false},
        "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true},
        "model": {"dropout": null, "unk_token": null, "continuing_subword_prefix": "", "end_of_word_suffix": "",
                  "fuse_unk": false, "vocab": )" +
                               vocabulary.dump() + R"(, "merges": ["t h", "Ġ th"]}})");
}

/// A file to be changed.
class Patient {
  public:
    Patient() { put(path(), theirs().dump()); }
    std::filesystem::path path() const { return m_folder / kTokenizerFile; }

    std::shared_ptr<const BytePairTokenizer> with(const std::string& place, const ordered_json& value) const {
        ordered_json changed = theirs();
        changed[ordered_json::json_pointer(place)] = value;
        put(path(), changed.dump());
        return loadTokenizer(path());
    }
    void isOfAnotherKind(const std::string& place, const ordered_json& value, const std::string& name,
                         const std::string& shown) const {
        INFO(place << " = " << value.dump());
        const ErrorValues values = errorOf(ErrorKind::TokenizerUnsupported, [&] { with(place, value); });
        CHECK(values.file == path().string());
        CHECK(values.name == name);
        CHECK(values.value == shown);
    }
    void isDamaged(const std::string& place, const ordered_json& value, Damage damage, const std::string& name) const {
        INFO(place << " = " << value.dump());
        const ErrorValues values = errorOf(ErrorKind::FileDamaged, [&] { with(place, value); });
        CHECK(values.file == path().string());
        CHECK(values.reason == reason(damage));
        CHECK(values.name == name);
    }

  private:
    TemporaryFolder m_folder;
};

}  // namespace

TEST_CASE("a tokenizer comes back from each of the files it was written to") {
    for (const bool special : {false, true}) {
        const TemporaryFolder folder;
        const BytePairTokenizer tokenizer = learned(special);
        saveTokenizer(folder / "t", tokenizer);
        CHECK(namesIn(folder / "t") == Names{"merges.txt", "tokenizer.json", "vocab.json"});
        checkSame(*loadTokenizer(folder / "t"), tokenizer);
        checkSame(*loadTokenizer(folder / "t" / kTokenizerFile), tokenizer);
        checkSame(*loadTokenizer(folder / "t" / kVocabularyFile, folder / "t" / kMergesFile), tokenizer);
        const std::string before = contentOf(folder / "t" / kTokenizerFile);
        saveTokenizer(folder / "t", *loadTokenizer(folder / "t"));
        CHECK(contentOf(folder / "t" / kTokenizerFile) == before);
        std::filesystem::remove(folder / "t" / kTokenizerFile);
        checkSame(*loadTokenizer(folder / "t"), tokenizer);
        std::filesystem::remove(folder / "t" / kMergesFile);
        CHECK(errorOf(ErrorKind::FileMissing, [&] { loadTokenizer(folder / "t"); }).file ==
              (folder / "t" / kMergesFile).string());
    }
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "other");
    put(folder / "other" / "a.txt", "mine");
    errorOf(ErrorKind::FolderExists, [&] { saveTokenizer(folder / "other", learned(false)); });
}

TEST_CASE("what Hugging Face writes is read, in the layouts of old and of new versions") {
    const Patient patient;
    const auto tokenizer = loadTokenizer(patient.path());
    CHECK(tokenizer->vocabulary().size() == 259);
    CHECK(tokenizer->encode("the th") == std::vector<int>{257, 'e' - '!' + 1, 258});
    CHECK(tokenizer->encode("<|endoftext|>").front() == 0);
    CHECK(tokenizer->specialTokens() == std::vector<int>{0});
    const auto same = [&](const std::string& place, const ordered_json& value) {
        INFO(place);
        CHECK((patient.with(place, value)->encode("the th") == tokenizer->encode("the th")));
    };
    same("/model/merges", ordered_json::parse(R"([["t", "h"], ["Ġ", "th"]])"));
    same("/model/type", "BPE");
    same("/model/ignore_merges", false);
    same("/model/continuing_subword_prefix", nullptr);
    same("/model/unk_token", "<|endoftext|>");
    same("/post_processor", nullptr);
    same("/pre_tokenizer/use_regex", true);
    const ordered_json token = theirs()["added_tokens"][0];
    ordered_json second = token;
    second["id"] = 259;
    second["content"] = "<面具>";
    const auto added = patient.with("/added_tokens", {token, second});
    CHECK(added->encode("th<面具>") == std::vector<int>{257, 259});
}

TEST_CASE("whatever would cut texts otherwise is refused by name") {
    const Patient patient;
    patient.isOfAnotherKind("/normalizer", {{"type", "NFC"}}, "normalizer", R"({"type":"NFC"})");
    patient.isOfAnotherKind("/truncation", {{"max_length", 5}}, "truncation", R"({"max_length":5})");
    patient.isOfAnotherKind("/pre_tokenizer/add_prefix_space", true, "pre_tokenizer.add_prefix_space", "true");
    patient.isOfAnotherKind("/pre_tokenizer/use_regex", false, "pre_tokenizer.use_regex", "false");
    patient.isOfAnotherKind("/pre_tokenizer", {{"type", "Whitespace"}}, "pre_tokenizer.type", "\"Whitespace\"");
    patient.isOfAnotherKind("/pre_tokenizer", nullptr, "pre_tokenizer", "null");
    patient.isOfAnotherKind("/post_processor", {{"type", "TemplateProcessing"}}, "post_processor.type",
                            "\"TemplateProcessing\"");
    patient.isOfAnotherKind("/decoder", nullptr, "decoder", "null");
    patient.isOfAnotherKind("/model/type", "WordPiece", "model.type", "\"WordPiece\"");
    patient.isOfAnotherKind("/model/dropout", 0.1, "model.dropout", "0.1");
    patient.isOfAnotherKind("/model/end_of_word_suffix", "</w>", "model.end_of_word_suffix", "\"</w>\"");
    patient.isOfAnotherKind("/model/ignore_merges", true, "model.ignore_merges", "true");
    patient.isOfAnotherKind("/added_tokens/0/lstrip", true, "added_tokens.0.lstrip", "true");
    patient.isOfAnotherKind("/added_tokens", ordered_json::array(), "model.vocab", "\"<|endoftext|>\"");
    ordered_json token = theirs()["added_tokens"][0];
    token["id"] = 257;
    token["content"] = "th";
    patient.isOfAnotherKind("/added_tokens/-", token, "added_tokens", "\"th\"");
}

TEST_CASE("a damaged tokenizer is refused with the place of the damage") {
    const Patient patient;
    patient.isDamaged("/model/merges", {"t h", "t h"}, Damage::MergeBroken, "model.merges.1");
    patient.isDamaged("/model/merges", {"th e"}, Damage::MergeBroken, "model.merges.0");
    patient.isDamaged("/model/merges", {"th"}, Damage::MergeBroken, "model.merges.0");
    patient.isDamaged("/model/merges", {"t 中"}, Damage::MergeBroken, "model.merges.0");
    patient.isDamaged("/model/merges", {"t h", 3}, Damage::SettingOfWrongKind, "model.merges.1");
    patient.isDamaged("/model/merges", {"t h", "Ġ th", "a b"}, Damage::VocabularyWithoutMerged, "model.vocab");
    // Of two tokens with one id the later one, in the order of their names.
    patient.isDamaged("/model/vocab/th", 258, Damage::SettingOutOfRange, "Ġth");
    patient.isDamaged("/model/vocab/th", -1, Damage::SettingOfWrongKind, "th");
    patient.isDamaged("/model/vocab/th", 300, Damage::SettingOutOfRange, "th");
    patient.isDamaged("/model/vocab", 3, Damage::SettingOfWrongKind, "model.vocab");
    patient.isDamaged("/added_tokens/0/id", 4, Damage::SettingOutOfRange, "added_tokens.0.id");
    patient.isDamaged("/added_tokens/0/more", 4, Damage::SettingUnknown, "added_tokens.0.more");
    patient.isDamaged("/model/more", 4, Damage::SettingUnknown, "model.more");
    patient.isDamaged("/more", 4, Damage::SettingUnknown, "more");
    // A token in characters instead of letters would be the merged one once more.
    ordered_json twice = theirs();
    twice["model"]["merges"] = {"t h", "Ġ th", "ä ¸", "ä¸ Ń"};
    for (const char* token : {"ä¸", "ä¸Ń", "中"}) twice["model"]["vocab"][token] = twice["model"]["vocab"].size();
    put(patient.path(), twice.dump());
    const ErrorValues values = errorOf(ErrorKind::FileDamaged, [&] { loadTokenizer(patient.path()); });
    CHECK(values.reason == reason(Damage::VocabularyBroken));
}

TEST_CASE("damaged merges are refused with their line") {
    const TemporaryFolder folder;
    saveTokenizer(folder / "t", learned(false));
    const std::filesystem::path vocabulary = folder / "t" / kVocabularyFile, merges = folder / "t" / kMergesFile;
    const std::string whole = contentOf(merges);
    const auto refused = [&](const std::string& content) {
        put(merges, content);
        const ErrorValues values = errorOf(ErrorKind::FileDamaged, [&] { loadTokenizer(vocabulary, merges); });
        CHECK(values.file == merges.string());
        CHECK(values.reason == reason(Damage::MergeBroken));
        return values.name;
    };
    CHECK(refused("#version: 0.2\na b\na  b\n") == "line 3");
    CHECK(refused("a b\nab\n") == "line 2");
    CHECK(refused("a b\r\n") == "line 1");
    CHECK(refused("a b\n\nc d\n") == "line 2");
    CHECK(refused("#version: 0.2\na b\nabc d\n") == "line 3");
    CHECK(refused("a \xFF\n") == "line 1");
    put(merges, whole + "! !\n");
    const ErrorValues values = errorOf(ErrorKind::FileDamaged, [&] { loadTokenizer(vocabulary, merges); });
    CHECK(values.file == vocabulary.string());
    CHECK(values.reason == reason(Damage::VocabularyWithoutMerged));
    // Cut anywhere, files are refused or are those of fewer merges, whose tokens then would be special: never a crash.
    for (std::size_t length = 0; length < whole.size(); length += 37) {
        put(merges, whole.substr(0, length));
        try {
            loadTokenizer(vocabulary, merges);
        } catch (const Error& error) {
            CHECK((error.kind() == ErrorKind::FileDamaged || error.kind() == ErrorKind::FileTruncated));
        }
    }
}

TEST_CASE("a tokenizer with any bytes changed is read or refused, and never breaks the program") {
    const TemporaryFolder folder;
    saveTokenizer(folder / "t", learned(true));
    const std::filesystem::path file = folder / "t" / kTokenizerFile;
    const std::string whole = contentOf(file);
    Random random(8);
    for (int round = 0; round < 150; ++round) {
        std::string changed = whole;
        for (std::uint64_t i = random.below(4) + 1; i > 0; --i) {
            changed[random.below(changed.size())] = static_cast<char>(random.below(round % 2 ? 256 : 128));
        }
        put(file, changed);
        try {
            const auto tokenizer = loadTokenizer(file);
            CHECK(tokenizer->decode(tokenizer->encode("小狗 the\xFF")) == "小狗 the\xFF");
        } catch (const Error&) {
        }
    }
}
