#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/options.h"
#include "engine/core/demand.h"
#include "engine/io/checkpoint.h"
#include "engine/io/corpus_source.h"
#include "engine/io/ngram_checkpoint.h"
#include "engine/io/tokenizer_files.h"
#include "engine/text/byte_pair/byte_letters.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/corpus.h"

namespace attentarium::cli {
namespace {

constexpr std::int64_t kBytes = 256;

struct LearnOptions {
    std::string file;
    std::int64_t vocabulary = CorpusSource().vocabulary;
    std::string out;
};

struct ShowOptions {
    std::string from;
    std::string text;
    bool json = false;
};

void learn(const LearnOptions& o) {
    demand("vocabulary", o.vocabulary, o.vocabulary >= kBytes && o.vocabulary <= kMostBytePairTokens,
           "from " + std::to_string(kBytes) + " to " + std::to_string(kMostBytePairTokens));
    BytePairLearning learning(readTextFile(o.file));
    const auto bytes = static_cast<double>(learning.text().size());
    while (learning.vocabularySize() < o.vocabulary && learning.merge()) {
        const BytePairMerge last = learning.lastMerge();
        std::cerr << "merge " << learning.mergesDone() << ": " << lettersOf(last.left) << " + " << lettersOf(last.right)
                  << '\n';
    }
    const BytePairMerges merges = learning.merges();
    saveTokenizer(o.out, BytePairTokenizer(merges, merges.vocabulary()));
    std::cout << learning.vocabularySize() << " tokens, " << merges.size() << " of them merged, in " << o.out << "; "
              << bytes / static_cast<double>(learning.tokenCount()) << " bytes for each token of the text\n";
    if (learning.vocabularySize() < o.vocabulary) std::cerr << "No other pair stands twice in this text.\n";
}

/// Of a checkpoint of any kind, or of Hugging Face's files.
std::shared_ptr<const Tokenizer> openTokenizer(const std::filesystem::path& from) {
    if (!std::filesystem::exists(from / kConfigFile)) return loadTokenizer(from);
    return holdsNgrams(from) ? loadNgrams(from).tokenizer : loadCheckpoint(from).tokenizer;
}

void show(const ShowOptions& o) {
    const std::shared_ptr<const Tokenizer> tokenizer = openTokenizer(o.from);
    const auto written = [&](const std::string& token) {
        return tokenizer->kind() == TokenizerKind::BytePair ? lettersOf(token) : token;
    };
    const std::vector<Token> tokens = tokenizer->split(o.text);
    if (o.json) {
        nlohmann::ordered_json all{{"tokenizer", tokenizerKindName(tokenizer->kind())},
                                   {"vocabulary", tokenizer->vocabulary().size()},
                                   {"tokens", nlohmann::ordered_json::array()}};
        for (const Token& token : tokens) {
            all["tokens"].push_back({{"id", token.id ? nlohmann::ordered_json(*token.id) : nullptr},
                                     {"token", written(token.text)},
                                     {"at", token.byteOffset},
                                     {"bytes", token.byteLength}});
        }
        std::cout << all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return;
    }
    std::cout << "   id    at  bytes  token\n";
    for (const Token& token : tokens) {
        std::cout << std::setw(5) << (token.id ? std::to_string(*token.id) : "none") << std::setw(6) << token.byteOffset
                  << std::setw(7) << token.byteLength << "  " << written(token.text) << '\n';
    }
    std::cout << tokens.size() << " tokens\n";
}

}  // namespace

void addTokenizerCommand(CLI::App& app, Run& chosen) {
    CLI::App* command = app.add_subcommand("tokenizer", "Learns byte pairs from a text, and shows how a text is cut");
    CLI::App* learning = command->add_subcommand(
        "learn", "Learns byte pairs from a text and writes tokenizer.json, vocab.json and merges.txt");
    const auto learnOptions = std::make_shared<LearnOptions>();
    learning->add_option("FILE", learnOptions->file, "UTF-8 text to learn from")->required();
    learning->add_option("--vocabulary", learnOptions->vocabulary, "tokens, the 256 bytes included")
        ->capture_default_str();
    learning->add_option("--out", learnOptions->out, "folder of the tokenizer")->required();
    learning->callback([learnOptions, &chosen] { chosen = [learnOptions] { learn(*learnOptions); }; });
    CLI::App* showing = command->add_subcommand("show", "Shows the tokens of a text");
    const auto showOptions = std::make_shared<ShowOptions>();
    showing
        ->add_option("FROM", showOptions->from,
                     "a tokenizer.json, a folder with one or with vocab.json and merges.txt, or a checkpoint")
        ->required();
    showing->add_option("--text", showOptions->text, "the text to cut")->required();
    addJsonFlag(*showing, showOptions->json);
    showing->callback([showOptions, &chosen] { chosen = [showOptions] { show(*showOptions); }; });
}

}  // namespace attentarium::cli
