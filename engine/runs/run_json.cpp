#include "engine/runs/run_json.h"

#include <cmath>

#include "engine/io/checkpoint_settings.h"
#include "engine/io/json_text.h"

namespace attentarium {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::int64_t kFormat = 1;

ordered_json jsonOf(const CorpusSource& corpus) {
    return {{"name", corpus.corpus},
            {"language", languageName(corpus.language)},
            {"tokenizer", tokenizerKindName(corpus.tokenizer)},
            {"stories", corpus.stories},
            {"vocabulary", corpus.vocabulary}};
}

CorpusSource readCorpus(Fields fields) {
    CorpusSource corpus;
    corpus.corpus = fields.text("name");
    const auto language = parseLanguage(fields.text("language"));
    if (!language) fields.refuse(Damage::SettingOutOfRange, "language");
    const auto tokenizer = parseTokenizerKind(fields.text("tokenizer"));
    if (!tokenizer) fields.refuse(Damage::SettingOutOfRange, "tokenizer");
    corpus.language = *language;
    corpus.tokenizer = *tokenizer;
    corpus.stories = fields.integer("stories");
    corpus.vocabulary = fields.integer("vocabulary");
    fields.refuseUnknown();
    return corpus;
}

ordered_json jsonOf(const Distribution& distribution) {
    return {{"least", distribution.least}, {"most", distribution.most}, {"counts", distribution.counts}};
}

ordered_json jsonOf(const Evaluation& evaluation) {
    ordered_json object{{"step", evaluation.step},
                        {"measures", evaluation.measures},
                        {"knowledge", evaluation.knowledge},
                        {"referent_layer", evaluation.referentLayer},
                        {"referent_head", evaluation.referentHead},
                        {"referent_share", evaluation.referentShare},
                        {"prompt", evaluation.samplePrompt},
                        {"sample", evaluation.sample},
                        {"gradient_norms", evaluation.gradientNorms},
                        {"weights", ordered_json::array()},
                        {"activations", ordered_json::array()}};
    for (const Distribution& layer : evaluation.weights) object["weights"].push_back(jsonOf(layer));
    for (const Distribution& layer : evaluation.activations) object["activations"].push_back(jsonOf(layer));
    return object;
}

/// Numbers of an array, each of them finite.
std::vector<double> numbersOf(Fields& fields, std::string_view name) {
    std::vector<double> numbers;
    for (const json& entry : fields.array(name)) {
        if (!entry.is_number()) fields.refuse(Damage::SettingOfWrongKind, name);
        numbers.push_back(entry.get<double>());
    }
    return numbers;
}

std::map<std::string, double> namedNumbers(Fields fields) {
    std::map<std::string, double> numbers;
    for (const std::string& name : fields.names()) numbers[name] = fields.number(name);
    return numbers;
}

std::vector<Distribution> readDistributions(Fields& fields, std::string_view name, const std::string& file) {
    std::vector<Distribution> all;
    for (const json& entry : fields.array(name)) {
        if (!entry.is_object()) fields.refuse(Damage::SettingOfWrongKind, name);
        Fields inner(entry, file, std::string(name));
        Distribution distribution{inner.number("least"), inner.number("most"), {}};
        for (const double count : numbersOf(inner, "counts")) {
            distribution.counts.push_back(static_cast<std::int64_t>(count));
        }
        inner.refuseUnknown();
        all.push_back(std::move(distribution));
    }
    return all;
}

Evaluation readEvaluation(const json& entry, const std::string& file) {
    Fields fields(entry, file, "evaluations");
    Evaluation evaluation;
    evaluation.step = fields.integer("step");
    evaluation.measures = namedNumbers(fields.object("measures"));
    evaluation.knowledge = namedNumbers(fields.object("knowledge"));
    evaluation.referentLayer = static_cast<int>(fields.integer("referent_layer"));
    evaluation.referentHead = static_cast<int>(fields.integer("referent_head"));
    evaluation.referentShare = fields.number("referent_share");
    evaluation.samplePrompt = fields.text("prompt");
    evaluation.sample = fields.text("sample");
    evaluation.gradientNorms = numbersOf(fields, "gradient_norms");
    evaluation.weights = readDistributions(fields, "weights", file);
    evaluation.activations = readDistributions(fields, "activations", file);
    fields.refuseUnknown();
    return evaluation;
}

ordered_json jsonOf(const History& history) {
    ordered_json object{{"seconds", history.seconds},
                        {"layers", history.layers},
                        {"points", ordered_json::array()},
                        {"evaluations", ordered_json::array()},
                        {"changes", ordered_json::array()}};
    for (const auto& [kind, share] : history.reachable) {
        object["reachable"][kind] = {{"chance", share.chance}, {"best", share.best}};
    }
    for (const TrainingPoint& point : history.points) {
        object["points"].push_back({point.step, point.loss, point.learningRate, point.gradientNorm});
    }
    for (const Evaluation& evaluation : history.evaluations) object["evaluations"].push_back(jsonOf(evaluation));
    for (const SettingsChange& change : history.changes) {
        object["changes"].push_back(
            {{"step", change.step}, {"setting", change.setting}, {"before", change.before}, {"after", change.after}});
    }
    return object;
}

History readHistory(Fields fields, const std::string& file) {
    History history;
    history.seconds = fields.number("seconds");
    for (const json& layer : fields.array("layers")) {
        if (!layer.is_string()) fields.refuse(Damage::SettingOfWrongKind, "layers");
        history.layers.push_back(layer.get<std::string>());
    }
    // Earlier runs do not have it.
    if (fields.has("reachable")) {
        Fields kinds = fields.object("reachable");
        for (const std::string& kind : kinds.names()) {
            Fields share = kinds.object(kind);
            history.reachable[kind] = {share.number("chance"), share.number("best")};
            share.refuseUnknown();
        }
    }
    for (const json& entry : fields.array("points")) {
        const bool fits = entry.is_array() && entry.size() == 4 && entry[0].is_number_integer() &&
                          entry[1].is_number() && entry[2].is_number() && entry[3].is_number();
        if (!fits) fields.refuse(Damage::SettingOfWrongKind, "points");
        history.points.push_back({entry[0], entry[1], entry[2], entry[3]});
    }
    for (const json& entry : fields.array("evaluations")) {
        if (!entry.is_object()) fields.refuse(Damage::SettingOfWrongKind, "evaluations");
        history.evaluations.push_back(readEvaluation(entry, file));
    }
    for (const json& entry : fields.array("changes")) {
        if (!entry.is_object()) fields.refuse(Damage::SettingOfWrongKind, "changes");
        Fields change(entry, file, "changes");
        history.changes.push_back(
            {change.integer("step"), change.text("setting"), change.number("before"), change.number("after")});
        change.refuseUnknown();
    }
    fields.refuseUnknown();
    return history;
}

}  // namespace

std::string textOf(const RunRecord& record) {
    ordered_json settings = ordered_json::object();
    writeSettings(record.setup.settings, settings);
    ordered_json all{{"format", kFormat},
                     {"is_running", record.isRunning},
                     {"parent", record.parent},
                     {"branched_at", record.branchedAt},
                     {"model", jsonOf(record.setup.model)},
                     {"settings", settings}};
    if (record.setup.task) {
        all["task"] = jsonOf(*record.setup.task);
    } else {
        all["corpus"] = jsonOf(record.setup.corpus);
    }
    all["history"] = jsonOf(record.history);
    // A file's name need not be UTF-8, JSON must. Without line ends: a long history has many short arrays.
    return all.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

RunRecord readRunRecord(const std::filesystem::path& path) {
    const std::string file = path.string();
    const json parsed = readJsonFile(path);
    Fields fields(parsed, file, {});
    if (fields.integer("format") != kFormat) fields.refuse(Damage::SettingOutOfRange, "format");
    RunRecord record;
    record.isRunning = fields.flag("is_running");
    record.parent = static_cast<int>(fields.integer("parent"));
    record.branchedAt = fields.integer("branched_at");
    record.setup.model = readModelConfig(fields.object("model"));
    Fields settings = fields.object("settings");
    record.setup.settings = readSettings(settings);
    settings.refuseUnknown();
    if (fields.has("task")) {
        record.setup.task = readTask(fields.object("task"));
    } else {
        record.setup.corpus = readCorpus(fields.object("corpus"));
    }
    record.setup.corpus.seed = record.setup.settings.seed;
    record.setup.corpus.objective = record.setup.settings.objective;
    record.history = readHistory(fields.object("history"), file);
    fields.refuseUnknown();
    return record;
}

}  // namespace attentarium
