#include "app/cli/train_options.h"

#include "app/cli/failure.h"
#include "app/cli/field_options.h"
#include "app/cli/options.h"
#include "engine/text/biased_world.h"

namespace attentarium::cli {

void TrainOptions::addTo(CLI::App& command) {
    m_command = &command;
    model.addTo(command, false);
    settings.addTo(command);
    command.add_option("--corpus", corpus, "UTF-8 file, small-world, small-school, or biased-world")
        ->capture_default_str();
    command.add_option("--language", language, "en or zh")->capture_default_str();
    command.add_option("--tokenizer", tokenizer, "char, word or bpe [char for a file, else word]");
    command.add_option("--vocabulary", vocabulary, "tokens of bpe, the 256 bytes included")->capture_default_str();
    command.add_option("--stories", stories, "texts of the small world or school")->capture_default_str();
    command.add_option("--bias", bias, "of biased-world, from 0 to 1: how much an occupation tells the pronoun")
        ->capture_default_str();
    task.addTo(command);
    addThreadsOption(command, threads);
    command.add_option("--stop-at", stopAt, "save and end after this step of all");
    command.add_flag("--resume", resume, "go on from the checkpoint in --out; what else is given must agree with it");
    command.add_option("--out", out, "folder of the checkpoint")->capture_default_str();
    addJsonFlag(command, json);
}

bool TrainOptions::isTyped(const std::string& option) const {
    return cli::isTyped(*m_command, option);
}

std::string TrainOptions::corpusName() const {
    if (!isTyped("--bias")) return corpus;
    if (corpus != kBiasedWorld) throw UsageError(std::string("--bias is for --corpus ") + kBiasedWorld + ".");
    return biasedWorldNamed(bias);
}

CorpusSource TrainOptions::corpusSource(ObjectiveKind objective) const {
    const std::string kind = tokenizer.empty() ? (isTold(corpus) ? "word" : "char") : tokenizer;
    const TokenizerKind chosen = tokenizerFrom(kind);
    if (chosen != TokenizerKind::BytePair && isTyped("--vocabulary")) {
        throw UsageError("--vocabulary is for --tokenizer bpe; the others take every token of the corpus.");
    }
    return {.corpus = corpusName(),
            .language = languageFrom(language),
            .tokenizer = chosen,
            .seed = settings.seed(),
            .stories = stories,
            .objective = objective,
            .vocabulary = vocabulary};
}

void TrainOptions::demandNoCorpus() const {
    for (const char* option : {"--corpus", "--tokenizer", "--vocabulary", "--stories", "--bias"}) {
        if (isTyped(option)) throw UsageError(std::string(option) + " is for a corpus, not for a task.");
    }
}

}  // namespace attentarium::cli
