#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/failure.h"
#include "app/cli/options.h"
#include "app/cli/told_text.h"
#include "engine/io/checkpoint.h"
#include "engine/io/safetensors.h"
#include "engine/text/utf8.h"
#include "engine/train/look.h"

namespace attentarium::cli {
namespace {

struct TraceOptions {
    std::string folder;
    std::string text;
    std::string answer;
    std::string out;
    bool backward = false;
};

NamedTensor tensorOf(const Trace& trace, Var node, std::string name, std::span<const float> values) {
    return namedTensor(std::move(name), TensorView<const float>{values.data(), trace.shape(node)});
}

void run(const TraceOptions& options) {
    // Byte pairs have tokens for any bytes, but the text goes into the file's header.
    if (firstBadByte(options.text)) throw UsageError("--text must be UTF-8.");
    const Checkpoint checkpoint = loadCheckpoint(options.folder);
    const auto answer = options.answer.empty() ? std::nullopt : std::optional(options.answer);
    const auto trace = look(*checkpoint.model, toldText(checkpoint, options.text, answer),
                            options.backward ? LookDepth::Backward : LookDepth::Forward);
    std::vector<NamedTensor> tensors;
    for (const Var node : trace->nodes()) {
        tensors.push_back(tensorOf(*trace, node, trace->name(node), trace->values(node)));
    }
    for (const Var node : trace->nodes()) {
        if (trace->gradients(node).empty()) continue;
        tensors.push_back(tensorOf(*trace, node, "grad/" + trace->name(node), trace->gradients(node)));
    }
    if (options.backward && !trace->hasBackward()) {
        std::cerr << "There is nothing to tell in this text, so there is no loss and no gradient.\n";
    }
    writeSafetensors(options.out, tensors, {{"text", options.text}});
    std::cout << tensors.size() << " tensors in " << options.out << '\n';
}

}  // namespace

void addTraceCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("trace", "Writes every named value of one text's way through a model");
    const auto options = std::make_shared<TraceOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--text", options->text, "the text")->required();
    command->add_option("--answer", options->answer,
                        "what is to be told: the answer to the text, the words behind its <mask>s, or its class");
    command->add_flag("--backward", options->backward, "gradients too, under grad/NAME");
    command->add_option("--out", options->out, "safetensors file to write")->required();
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
