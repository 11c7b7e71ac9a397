#include "engine/io/checkpoint_config.h"

#include <cmath>
#include <unordered_set>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/checkpoint_fields.h"
#include "engine/io/json_text.h"

namespace attentarium {
namespace {

constexpr std::int64_t kFormat = 1;

ModelConfig readModel(Fields fields, const std::string& file) {
    ModelConfig config;
    const std::string family = fields.text("family");
    const std::optional<Family> known = named<Family>(family);
    if (!known) throw Error(ErrorKind::FamilyUnknown, {.file = file, .name = family});
    config.family = *known;
    config.layers = fields.integer("layers");
    config.heads = fields.integer("heads");
    config.width = fields.integer("width");
    config.context = fields.integer("context");
    config.vocabulary = fields.integer("vocabulary");
    config.tied = fields.flag("tied");
    fields.refuseUnknown();
    try {
        validate(config);
    } catch (const Error& error) {
        // On the command line the same sizes would be somebody's typing; here they are damage.
        fields.refuse(Damage::SettingOutOfRange, error.values().name.empty() ? "width" : error.values().name);
    }
    return config;
}

void readText(Fields fields, CheckpointConfig& config) {
    const auto tokenizer = parseTokenizerKind(fields.text("tokenizer"));
    if (!tokenizer) fields.refuse(Damage::SettingOutOfRange, "tokenizer");
    config.tokenizer = *tokenizer;
    const auto language = parseLanguage(fields.text("language"));
    if (!language) fields.refuse(Damage::SettingOutOfRange, "language");
    config.language = *language;
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
    config.vocabulary = Vocabulary(std::move(tokens));
    fields.refuseUnknown();
}

void readTraining(Fields fields, CheckpointConfig& config) {
    TrainingSettings& s = config.settings;
    s.batch = fields.integer("batch");
    s.steps = fields.integer("steps");
    s.warmup = fields.integer("warmup");
    s.peakRate = fields.number("peak_rate");
    s.finalRate = fields.number("final_rate");
    s.beta1 = fields.number("beta1");
    s.beta2 = fields.number("beta2");
    s.epsilon = fields.number("epsilon");
    s.weightDecay = fields.number("weight_decay");
    s.clip = fields.number("clip");
    s.seed = fields.unsignedInteger("seed");
    config.stepsDone = fields.integer("steps_done");
    config.corpus = fields.text("corpus");
    config.stories = fields.integer("stories");
    fields.refuseUnknown();
    try {
        validate(s);
    } catch (const Error& error) {
        fields.refuse(Damage::SettingOutOfRange, error.values().name);
    }
    if (config.stepsDone < 0 || config.stepsDone > s.steps) fields.refuse(Damage::SettingOutOfRange, "steps_done");
    if (config.stories < 0) fields.refuse(Damage::SettingOutOfRange, "stories");
}

}  // namespace

std::string textOf(const CheckpointConfig& config) {
    using nlohmann::ordered_json;
    const ModelConfig& m = config.model;
    const TrainingSettings& s = config.settings;
    ordered_json measures = ordered_json::object();
    for (const auto& [name, value] : config.measures) {
        expects(std::isfinite(value), "[checkpoint] a measure is not a number");
        measures[name] = value;
    }
    const ordered_json all{
        {"format", kFormat},
        {"model",
         {{"family", nameOf(m.family)},
          {"layers", m.layers},
          {"heads", m.heads},
          {"width", m.width},
          {"context", m.context},
          {"vocabulary", m.vocabulary},
          {"tied", m.tied}}},
        {"training",
         {{"corpus", config.corpus},
          {"stories", config.stories},
          {"steps_done", config.stepsDone},
          {"steps", s.steps},
          {"batch", s.batch},
          {"warmup", s.warmup},
          {"peak_rate", s.peakRate},
          {"final_rate", s.finalRate},
          {"beta1", s.beta1},
          {"beta2", s.beta2},
          {"epsilon", s.epsilon},
          {"weight_decay", s.weightDecay},
          {"clip", s.clip},
          {"seed", s.seed}}},
        {"measures", measures},
        {"text",
         {{"tokenizer", tokenizerKindName(config.tokenizer)},
          {"language", languageName(config.language)},
          {"vocabulary", config.vocabulary.tokens()}}},
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
    config.model = readModel(fields.object("model"), file);
    readTraining(fields.object("training"), config);
    readText(fields.object("text"), config);
    Fields measures = fields.object("measures");
    for (const std::string& name : measures.names()) config.measures[name] = measures.number(name);
    fields.refuseUnknown();
    return config;
}

}  // namespace attentarium
