#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/io/checkpoint.h"

namespace attentarium::cli {
namespace {

struct InspectOptions {
    std::string folder;
    bool json = false;
};

void printJson(const Checkpoint& checkpoint) {
    const ParameterSet<float>& parameters = checkpoint.model->parameters();
    auto list = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        auto sizes = nlohmann::ordered_json::array();
        const Shape& shape = parameters[i].value.shape();
        for (int axis = 0; axis < shape.rank(); ++axis) sizes.push_back(shape[axis]);
        list.push_back({{"name", parameters[i].name}, {"shape", sizes}});
    }
    const ModelConfig& config = checkpoint.model->config();
    const nlohmann::ordered_json all{
        {"model", nameOf(config.family)},
        {"layers", config.layers},
        {"heads", config.heads},
        {"width", config.width},
        {"context", config.context},
        {"vocabulary", config.vocabulary},
        {"tied", config.tied},
        {"steps", checkpoint.stepsDone},
        {"count", parameters.count()},
        {"measures", checkpoint.measures},
        {"parameters", list},
    };
    std::cout << all.dump() << '\n';
}

void printTable(const Checkpoint& checkpoint) {
    const ModelConfig& config = checkpoint.model->config();
    std::cout << nameOf(config.family) << ", " << config.layers << " layers, " << config.heads << " heads, width "
              << config.width << ", context " << config.context << ", vocabulary " << config.vocabulary
              << (config.tied ? ", tied" : "") << ", trained for " << checkpoint.stepsDone << " of "
              << checkpoint.settings.steps << " steps on " << checkpoint.corpus << '\n';
    for (const auto& [name, value] : checkpoint.measures) std::cout << name << ' ' << value << '\n';
    const ParameterSet<float>& parameters = checkpoint.model->parameters();
    std::size_t widest = 0;
    for (std::size_t i = 0; i < parameters.size(); ++i) widest = std::max(widest, parameters[i].name.size());
    const auto row = [&](const std::string& name, std::int64_t count, const std::string& shape) {
        std::cout << std::left << std::setw(static_cast<int>(widest)) << name << "  " << std::right << std::setw(10)
                  << count << (shape.empty() ? "" : "  ") << shape << '\n';
    };
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        row(parameters[i].name, parameters[i].value.count(), parameters[i].value.shape().text());
    }
    row("total", parameters.count(), {});
}

}  // namespace

void addInspectCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("inspect", "Lists the parameters of a checkpoint");
    const auto options = std::make_shared<InspectOptions>();
    addFolderArgument(*command, options->folder);
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] {
        chosen = [options] {
            const Checkpoint checkpoint = loadCheckpoint(options->folder);
            options->json ? printJson(checkpoint) : printTable(checkpoint);
        };
    });
}

}  // namespace attentarium::cli
