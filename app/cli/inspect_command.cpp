#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/field_options.h"
#include "app/cli/options.h"
#include "engine/io/checkpoint.h"
#include "engine/io/ngram_checkpoint.h"

namespace attentarium::cli {
namespace {

using Json = nlohmann::ordered_json;

struct InspectOptions {
    std::string folder;
    bool json = false;
};

/// What a model is made of: its learned tensors, or the n-grams of each length.
struct Part {
    std::string name;
    std::vector<std::int64_t> shape;
    std::int64_t count = 0;
    std::string size;  ///< the shape for people
};

struct Inspected {
    ModelConfig config;
    std::int64_t steps = 0;
    std::string training;  ///< what it learned, for people
    std::map<std::string, double> measures;
    std::vector<Part> parts;
};

Inspected inspect(const Checkpoint& checkpoint) {
    Inspected all{.config = checkpoint.model->config(), .steps = checkpoint.stepsDone, .measures = checkpoint.measures};
    all.training = "trained for " + std::to_string(checkpoint.stepsDone) + " of " +
                   std::to_string(checkpoint.settings.steps) + " steps on " + checkpoint.corpus;
    const ParameterSet<float>& parameters = checkpoint.model->parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Shape& shape = parameters[i].value.shape();
        Part& part = all.parts.emplace_back(parameters[i].name, std::vector<std::int64_t>{},
                                            parameters[i].value.count(), shape.text());
        for (int axis = 0; axis < shape.rank(); ++axis) part.shape.push_back(shape[axis]);
    }
    return all;
}

Inspected inspect(const NgramCheckpoint& checkpoint) {
    Inspected all{.config = checkpoint.model->config(),
                  .training = "counted on " + checkpoint.corpus,
                  .measures = checkpoint.measures};
    const NgramCounts& counts = checkpoint.model->counts();
    for (int length = 1; length <= counts.order(); ++length) {
        const auto count = static_cast<std::int64_t>(counts.level(length).size());
        all.parts.emplace_back("n-grams of " + std::to_string(length), std::vector{count, std::int64_t{length}}, count,
                               std::string());
    }
    return all;
}

std::int64_t countOf(const Inspected& all) {
    std::int64_t count = 0;
    for (const Part& part : all.parts) count += part.count;
    return count;
}

void printJson(const Inspected& all) {
    Json json{{"model", nameOf(all.config.family)}};
    forEachField(all.config, [&](const ConfigField& field, const auto& value) {
        if (!field.families.contains(all.config.family)) return;
        if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(value)>>) {
            json[std::string(field.name)] = nameOf(value);
        } else {
            json[std::string(field.name)] = value;
        }
    });
    json["steps"] = all.steps;
    json["count"] = countOf(all);
    json["measures"] = all.measures;
    auto& list = json["parameters"] = Json::array();
    for (const Part& part : all.parts) list.push_back({{"name", part.name}, {"shape", part.shape}});
    std::cout << json.dump() << '\n';
}

void printTable(const Inspected& all) {
    std::cout << nameOf(all.config.family);
    forEachField(all.config, [&](const ConfigField& field, const auto& value) {
        if (!field.families.contains(all.config.family)) return;
        std::cout << ", " << optionOf(field) << ' ' << written(value);
    });
    std::cout << ", " << all.training << '\n';
    for (const auto& [name, value] : all.measures) std::cout << name << ' ' << value << '\n';
    std::size_t widest = 5;
    for (const Part& part : all.parts) widest = std::max(widest, part.name.size());
    const auto row = [&](const std::string& name, std::int64_t count, const std::string& size) {
        std::cout << std::left << std::setw(static_cast<int>(widest)) << name << "  " << std::right << std::setw(10)
                  << count << (size.empty() ? "" : "  ") << size << '\n';
    };
    for (const Part& part : all.parts) row(part.name, part.count, part.size);
    row("total", countOf(all), {});
}

}  // namespace

void addInspectCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("inspect", "Lists the parameters of a checkpoint, or its n-grams");
    const auto options = std::make_shared<InspectOptions>();
    addFolderArgument(*command, options->folder);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] {
        chosen = [options] {
            const Inspected all = holdsNgrams(options->folder) ? inspect(loadNgrams(options->folder))
                                                               : inspect(loadCheckpoint(options->folder));
            options->json ? printJson(all) : printTable(all);
        };
    });
}

}  // namespace attentarium::cli
