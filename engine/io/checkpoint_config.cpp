#include "engine/io/checkpoint_config.h"

#include <cmath>
#include <unordered_set>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/byte_pair_json.h"
#include "engine/io/checkpoint_fields.h"
#include "engine/io/checkpoint_settings.h"
#include "engine/io/json_text.h"
#include "engine/text/tasks/task.h"

namespace attentarium {
namespace {

constexpr std::int64_t kFormat = 1;

void readText(Fields fields, CheckpointConfig& config) {
    const auto tokenizer = parseTokenizerKind(fields.text("tokenizer"));
    if (!tokenizer) fields.refuse(Damage::SettingOutOfRange, "tokenizer");
    config.tokenizer = *tokenizer;
    const auto language = parseLanguage(fields.text("language"));
    if (!language) fields.refuse(Damage::SettingOutOfRange, "language");
    config.language = *language;
    const bool bytePairs = config.tokenizer == TokenizerKind::BytePair;
    if (bytePairs && config.task) fields.refuse(Damage::SettingOutOfRange, "tokenizer");
    if (bytePairs) config.merges = readMergesField(fields);
    std::vector<std::string> tokens;
    std::unordered_set<std::string> seen;
    for (const auto& entry : fields.array("vocabulary")) {
        if (!entry.is_string()) fields.refuse(Damage::SettingOfWrongKind, "vocabulary");
        tokens.push_back(entry.get<std::string>());
        if (tokens.back().empty() || !seen.insert(tokens.back()).second) {
            fields.refuse(Damage::VocabularyBroken, "vocabulary");
        }
    }
    if (static_cast<std::int64_t>(tokens.size()) != config.model.vocabulary) {
        fields.refuse(Damage::SizesNotOfTheFile, "vocabulary");
    }
    if (config.task && makeTask(*config.task)->vocabulary().tokens() != tokens) {
        fields.refuse(Damage::VocabularyBroken, "vocabulary");
    }
    config.vocabulary = bytePairs ? readTokens(tokens, config.merges, fields.file(), fields.pathOf("vocabulary"))
                                  : Vocabulary(std::move(tokens));
    fields.refuseUnknown();
}

void readTraining(Fields fields, CheckpointConfig& config) {
    config.settings = readSettings(fields);
    if (config.settings.carry && !kRecurrent.contains(config.model.family)) {
        fields.refuse(Damage::SettingOutOfRange, "carry");
    }
    config.stepsDone = fields.integer("steps_done");
    config.corpus = fields.text("corpus");
    config.stories = fields.integer("stories");
    if (fields.has("task")) config.task = readTask(fields.object("task"));
    fields.refuseUnknown();
    if (config.stepsDone < 0 || config.stepsDone > config.settings.steps) {
        fields.refuse(Damage::SettingOutOfRange, "steps_done");
    }
    if (config.stories < 0) fields.refuse(Damage::SettingOutOfRange, "stories");
}

}  // namespace

std::string textOf(const CheckpointConfig& config) {
    using nlohmann::ordered_json;
    ordered_json measures = ordered_json::object();
    for (const auto& [name, value] : config.measures) {
        expects(std::isfinite(value), "[checkpoint] a measure is not a number");
        measures[name] = value;
    }
    ordered_json training{{"corpus", config.corpus}, {"stories", config.stories}, {"steps_done", config.stepsDone}};
    if (config.task) training["task"] = jsonOf(*config.task);
    writeSettings(config.settings, training);
    ordered_json text{{"tokenizer", tokenizerKindName(config.tokenizer)}, {"language", languageName(config.language)}};
    if (config.tokenizer == TokenizerKind::BytePair) {
        ordered_json& merges = text["merges"] = ordered_json::array();
        for (const BytePairMerge& merge : config.merges.list()) merges.push_back(writtenMerge(merge));
        text["vocabulary"] = writtenTokens(config.vocabulary, config.merges);
    } else {
        text["vocabulary"] = config.vocabulary.tokens();
    }
    const ordered_json all{
        {"format", kFormat}, {"model", jsonOf(config.model)}, {"training", training}, {"measures", measures},
        {"text", text},
    };
    // A file's name need not be UTF-8, JSON must.
    return all.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

CheckpointConfig readCheckpointConfig(const std::filesystem::path& path) {
    const std::string file = path.string();
    const nlohmann::json parsed = readJsonFile(path);
    Fields fields(parsed, file, {});
    if (fields.integer("format") != kFormat) fields.refuse(Damage::SettingOutOfRange, "format");
    CheckpointConfig config;
    config.model = readModelConfig(fields.object("model"));
    readTraining(fields.object("training"), config);
    readText(fields.object("text"), config);
    Fields measures = fields.object("measures");
    for (const std::string& name : measures.names()) config.measures[name] = measures.number(name);
    fields.refuseUnknown();
    return config;
}

}  // namespace attentarium
