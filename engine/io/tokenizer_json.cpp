#include "engine/io/tokenizer_json.h"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/byte_pair_json.h"
#include "engine/io/checkpoint_fields.h"
#include "engine/io/json_text.h"

namespace attentarium {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr const char* kByteLevel = "ByteLevel";

[[noreturn]] void refuse(const Fields& fields, std::string_view name, const json& value) {
    constexpr std::size_t kMostShown = 60;
    std::string shown = value.dump(-1, ' ', true);
    if (shown.size() > kMostShown) shown = shown.substr(0, kMostShown) + "…";
    throw Error(ErrorKind::TokenizerUnsupported,
                {.file = fields.file(), .name = fields.pathOf(name), .value = std::move(shown)});
}

/// The field must have one of these values, since others give other tokens.
void demandOneOf(Fields& fields, std::string_view name, std::initializer_list<json> accepted) {
    const json& value = fields.field(name);
    if (std::ranges::find(accepted, value) == accepted.end()) refuse(fields, name, value);
}

/// Newer versions have it; where it is missing, its value is one that is accepted.
void demandOneOfIfThere(Fields& fields, std::string_view name, std::initializer_list<json> accepted) {
    if (fields.has(name)) demandOneOf(fields, name, accepted);
}

void skipFlags(Fields& fields, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (fields.has(name)) fields.flag(name);
    }
}

/// An object of the type `ByteLevel`.
Fields byteLevel(Fields& fields, std::string_view name) {
    if (fields.field(name).is_null()) refuse(fields, name, nullptr);
    Fields part = fields.object(name);
    demandOneOf(part, "type", {kByteLevel});
    return part;
}

void readAround(Fields& fields) {
    demandOneOf(fields, "version", {"1.0"});
    demandOneOf(fields, "truncation", {nullptr});
    demandOneOf(fields, "padding", {nullptr});
    demandOneOf(fields, "normalizer", {nullptr});
    Fields before = byteLevel(fields, "pre_tokenizer");
    demandOneOf(before, "add_prefix_space", {false});
    demandOneOfIfThere(before, "use_regex", {true});
    // Offsets are none of the tokens' business.
    skipFlags(before, {"trim_offsets"});
    before.refuseUnknown();
    if (!fields.field("post_processor").is_null()) {
        Fields after = byteLevel(fields, "post_processor");
        skipFlags(after, {"add_prefix_space", "trim_offsets", "use_regex"});
        after.refuseUnknown();
    }
    Fields decoder = byteLevel(fields, "decoder");
    skipFlags(decoder, {"add_prefix_space", "trim_offsets", "use_regex"});
    decoder.refuseUnknown();
}

struct Model {
    BytePairMerges merges;
    std::vector<std::string> tokens;  ///< as they are written
};

Model readModel(Fields model) {
    demandOneOfIfThere(model, "type", {"BPE"});
    demandOneOf(model, "dropout", {nullptr});
    demandOneOf(model, "continuing_subword_prefix", {nullptr, ""});
    demandOneOf(model, "end_of_word_suffix", {nullptr, ""});
    demandOneOfIfThere(model, "ignore_merges", {false});
    // Where every byte is a token, nothing is unknown.
    if (!model.field("unk_token").is_null()) model.text("unk_token");
    skipFlags(model, {"fuse_unk", "byte_fallback"});
    Model read;
    read.merges = readMergesField(model);
    const json& vocabulary = model.field("vocab");
    if (!vocabulary.is_object()) model.refuse(Damage::SettingOfWrongKind, "vocab");
    read.tokens = tokensById(vocabulary, model.file());
    model.refuseUnknown();
    return read;
}

/// Adds to `tokens` those that the vocabulary lacks, and gives all.
std::vector<std::string> readAdded(Fields& fields, std::vector<std::string>& tokens) {
    std::vector<std::string> added;
    for (const json& entry : fields.array("added_tokens")) {
        Fields token(entry, fields.file(), fields.pathOf("added_tokens") + '.' + std::to_string(added.size()));
        added.push_back(token.text("content"));
        const std::uint64_t id = token.unsignedInteger("id");
        if (id == tokens.size()) tokens.push_back(added.back());
        if (id >= tokens.size() || tokens[id] != added.back()) token.refuse(Damage::SettingOutOfRange, "id");
        for (const char* name : {"single_word", "lstrip", "rstrip"}) demandOneOf(token, name, {false});
        skipFlags(token, {"normalized", "special"});
        token.refuseUnknown();
    }
    return added;
}

/// Special tokens are those that were added, and no others.
void demandSameSpecial(Fields& fields, const BytePairTokenizer& tokenizer, const std::vector<std::string>& added) {
    std::set<std::string> special;
    for (const int id : tokenizer.specialTokens()) special.insert(tokenizer.vocabulary().token(id));
    for (const std::string& token : added) {
        if (!special.contains(token)) refuse(fields, "added_tokens", token);
    }
    for (const std::string& token : special) {
        if (std::ranges::find(added, token) == added.end()) refuse(fields, "model.vocab", token);
    }
}

ordered_json addedTokens(const BytePairTokenizer& tokenizer) {
    ordered_json all = ordered_json::array();
    for (const int id : tokenizer.specialTokens()) {
        all.push_back({{"id", id},
                       {"content", tokenizer.vocabulary().token(id)},
                       {"single_word", false},
                       {"lstrip", false},
                       {"rstrip", false},
                       {"normalized", false},
                       {"special", true}});
    }
    return all;
}

}  // namespace

std::vector<std::string> tokensById(const json& vocabulary, const std::string& file) {
    std::vector<std::string> tokens(vocabulary.size());
    for (const auto& [token, id] : vocabulary.items()) {
        if (token.empty()) throwDamaged(file, Damage::VocabularyBroken);
        if (!id.is_number_unsigned()) throwDamaged(file, Damage::SettingOfWrongKind, token);
        const auto place = id.get<std::uint64_t>();
        if (place >= tokens.size() || !tokens[place].empty()) throwDamaged(file, Damage::SettingOutOfRange, token);
        tokens[place] = token;
    }
    return tokens;
}

ordered_json idsByToken(const BytePairTokenizer& tokenizer) {
    ordered_json::object_t ids;
    int id = 0;
    // Put at the end one by one: looking for each name first would take time by the square.
    for (std::string& token : writtenTokens(tokenizer.vocabulary(), tokenizer.merges())) {
        ids.emplace_back(std::move(token), id++);
    }
    return ids;
}

std::shared_ptr<const BytePairTokenizer> readTokenizerJson(const std::filesystem::path& path) {
    const std::string file = path.string();
    const json parsed = readJsonFile(path);
    Fields fields(parsed, file, {});
    readAround(fields);
    Model model = readModel(fields.object("model"));
    const std::vector<std::string> added = readAdded(fields, model.tokens);
    fields.refuseUnknown();
    Vocabulary vocabulary = readTokens(model.tokens, model.merges, file, "model.vocab");
    auto tokenizer = std::make_shared<const BytePairTokenizer>(std::move(model.merges), std::move(vocabulary));
    demandSameSpecial(fields, *tokenizer, added);
    return tokenizer;
}

std::string tokenizerJson(const BytePairTokenizer& tokenizer) {
    ordered_json merges = ordered_json::array();
    for (const BytePairMerge& merge : tokenizer.merges().list()) merges.push_back(writtenMerge(merge));
    const auto part = [](bool prefix) {
        return ordered_json{
            {"type", kByteLevel}, {"add_prefix_space", prefix}, {"trim_offsets", true}, {"use_regex", true}};
    };
    const ordered_json all{{"version", "1.0"},
                           {"truncation", nullptr},
                           {"padding", nullptr},
                           {"added_tokens", addedTokens(tokenizer)},
                           {"normalizer", nullptr},
                           {"pre_tokenizer", part(false)},
                           {"post_processor", nullptr},
                           {"decoder", part(true)},
                           {"model",
                            {{"type", "BPE"},
                             {"dropout", nullptr},
                             {"unk_token", nullptr},
                             {"continuing_subword_prefix", nullptr},
                             {"end_of_word_suffix", nullptr},
                             {"fuse_unk", false},
                             {"byte_fallback", false},
                             {"vocab", idsByToken(tokenizer)},
                             {"merges", std::move(merges)}}}};
    return all.dump(2) + '\n';
}

}  // namespace attentarium
