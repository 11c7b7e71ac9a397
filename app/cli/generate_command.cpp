#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/judgement.h"
#include "app/cli/opening.h"
#include "app/cli/options.h"
#include "engine/core/error.h"
#include "engine/decode/beam_search.h"
#include "engine/decode/generator.h"

namespace attentarium::cli {
namespace {

struct GenerateOptions {
    std::string folder;
    std::string prompt;
    std::int64_t tokens = 100;
    SamplingSettings sampling{.topK = 40};
    BeamSettings beam{.beams = 0};  ///< 0 beams: draw instead
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

/// Writes each token as soon as it is drawn.
void draw(Opening opening, const GenerateOptions& options) {
    TextStream stream(*opening.tokenizer);
    Generator generator(std::move(opening.reader), std::move(opening.prompt), options.sampling, options.seed);
    const auto shown = [&] { return std::span(generator.tokens()).subspan(opening.shownFrom); };
    stream.write(shown());
    for (std::int64_t i = 0; i < options.tokens && std::cout; ++i) {
        if (generator.next() == opening.end) break;
        stream.write(shown());
    }
    if (!stream.atLineStart()) std::cout << '\n';
}

/// Writes the best continuation that a beam search finds; it ends with the line where nothing else ends it.
void search(const Opening& opening, const GenerateOptions& options) {
    BeamSettings settings = options.beam;
    settings.mostTokens = options.tokens;
    settings.end = opening.end ? opening.end : opening.tokenizer->vocabulary().find("\n");
    std::vector<int> text = opening.prompt;
    if (options.tokens > 0) {
        const Continuation best = beamSearch(*opening.reader, opening.prompt, settings).front();
        text.insert(text.end(), best.tokens.begin(), best.tokens.end() - (best.ended ? 1 : 0));
    }
    std::cout << opening.tokenizer->decode(std::span(text).subspan(opening.shownFrom)) << '\n';
}

void run(const GenerateOptions& options) {
    if (options.tokens < 0) {
        throw Error(ErrorKind::OptionOutOfRange,
                    {.name = "tokens", .value = std::to_string(options.tokens), .limit = "0 or more"});
    }
    validate(options.sampling);
    if (const auto said = judgement(options.folder, options.prompt)) {
        std::cout << *said << (said->ends_with('\n') ? "" : "\n");
        return;
    }
    Opening opening = openText(options.folder, options.prompt);
    if (options.beam.beams != 0) {
        search(opening, options);
    } else {
        draw(std::move(opening), options);
    }
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
    CLI::Option* beams =
        command->add_option("--beams", options->beam.beams, "follow so many continuations and take the best; 0: draw");
    command
        ->add_option("--length-penalty", options->beam.lengthPenalty,
                     "of beams: the larger, the more long continuations are favoured")
        ->capture_default_str()
        ->needs(beams);
    for (const char* drawing : {"--temperature", "--top-k", "--top-p"}) beams->excludes(command->get_option(drawing));
    addSeedOption(*command, options->seed, "the same seed gives the same text");
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
