#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/continuation.h"
#include "app/cli/options.h"
#include "engine/core/error.h"

namespace attentarium::cli {
namespace {

struct GenerateOptions {
    std::string folder;
    std::string prompt;
    std::int64_t tokens = 100;
    SamplingSettings sampling{.topK = 40};
    std::uint64_t seed = 1;
};

/// Writes a growing text as far as it is new.
class TextStream {
  public:
    explicit TextStream(const Tokenizer& tokenizer) : m_tokenizer(tokenizer) {}

    void write(std::span<const int> tokens) {
        // What stands between two tokens depends on those before them, so the line is put together again each time.
        const std::string text = m_tokenizer.decode(tokens.subspan(m_lineStart));
        std::cout << std::string_view(text).substr(m_written) << std::flush;
        m_written = text.size();
        if (!text.ends_with('\n')) return;
        m_lineStart = tokens.size();
        m_written = 0;
    }
    bool atLineStart() const { return m_written == 0; }

  private:
    const Tokenizer& m_tokenizer;
    std::size_t m_lineStart = 0;
    std::size_t m_written = 0;
};

void write(const GenerateOptions& options, Continuation& continuation) {
    TextStream stream(continuation.tokenizer());
    stream.write(continuation.shown());
    for (std::int64_t i = 0; i < options.tokens && std::cout && continuation.grow(); ++i) {
        stream.write(continuation.shown());
    }
    if (!stream.atLineStart()) std::cout << '\n';
}

void run(const GenerateOptions& options) {
    if (options.tokens < 0) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "tokens", .value = std::to_string(options.tokens), .limit = "0 or more"});
    }
    validate(options.sampling);
    if (holdsNgrams(options.folder)) {
        const NgramCheckpoint checkpoint = loadNgrams(options.folder);
        return write(options, *continuationOf(checkpoint, options.prompt, options.sampling, options.seed));
    }
    const Checkpoint checkpoint = loadCheckpoint(options.folder);
    if (const auto said = judgement(checkpoint, options.prompt)) {
        std::cout << *said << (said->ends_with('\n') ? "" : "\n");
        return;
    }
    write(options, *continuationOf(checkpoint, options.prompt, options.sampling, options.seed));
}

}  // namespace

void addGenerateCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("generate", "Continues a text, answers a question, or fills in what is missing");
    const auto options = std::make_shared<GenerateOptions>();
    addFolderArgument(*command, options->folder);
    command->add_option("--prompt", options->prompt, "the text to continue, the question, or a text with <mask>")->required();
    command->add_option("--tokens", options->tokens, "how many to add")->capture_default_str();
    command->add_option("--temperature", options->sampling.temperature, "0 always takes the likeliest")
        ->capture_default_str();
    command->add_option("--top-k", options->sampling.topK, "draw from the k likeliest; 0: from all")
        ->capture_default_str();
    command->add_option("--top-p", options->sampling.topP, "draw from the likeliest that reach this share")
        ->capture_default_str();
    addSeedOption(*command, options->seed, "the same seed gives the same text");
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
