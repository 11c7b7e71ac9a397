// What the form shows: words, values, which lines are there, and what is wrong.

#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

#include "engine/runs/presets.h"
#include "ui/explain/field_words.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/field_row.h"
#include "ui/views/training_setup/fold.h"
#include "ui/views/training_setup/preset_button.h"
#include "ui/views/training_setup/run_words.h"
#include "ui/views/training_setup/setup_form.h"
#include "ui/views/training_setup/setup_source.h"

namespace attentarium {

void SetupForm::retranslate() {
    m_first->setText(tr("Choose how long it may take, then press Run."));
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        const Preset& preset = presets()[i];
        QString story;
        if (preset.name == "ten-seconds") story = tr("Words written backwards: watch attention turn round.");
        if (preset.name == "one-minute") story = tr("The small school: a head learns whom “she” stands for, and more.");
        if (preset.name == "five-minutes") story = tr("The same school, a larger model, more time.");
        const QString title = preset.seconds < 60    ? tr("About %1 seconds").arg(preset.seconds)
                              : preset.seconds == 60 ? tr("About 1 minute")
                                                     : tr("About %1 minutes").arg(preset.seconds / 60);
        m_presets[i]->setWords(title, story);
    }
    const QString titles[] = {tr("What is learned"), tr("Model"), tr("Optimizer and schedule"),
                              tr("Against over-fitting")};
    for (int i = 0; i < kGroups; ++i) {
        m_groups[i]->setTitle(titles[i]);
        m_more[i]->setTitle(tr("More"));
    }
    for (FieldRow* const row : m_fields) row->retranslate();
    m_language->setWords(labelOf("language"), helpOf("language"));
    m_source->setWords(tr("Learn from"), tr("A text, or a task with known answers. A file can also be dropped here."));
    m_tokenizer->setWords(labelOf("tokenizer"), helpOf("tokenizer"));
    m_stories->setWords(labelOf("stories"), helpOf("stories"));
    m_vocabulary->setWords(tr("Tokens"), tr("How many tokens the byte pairs are to have, the 256 bytes included."));
    m_objective->setWords(labelOf("objective"), helpOf("objective"));
    m_family->setWords(labelOf("family"), helpOf("family"));
    m_seed->setWords(labelOf("seed"), helpOf("seed"));
    m_scroll->setAccessibleName(tr("Setup of a run"));
    refresh();
}

void SetupForm::showChoices(const RunSetup& setup) {
    QStringList languages, sources{tr("Small world"), tr("Small school"), tr("Biased world")}, tokenizers, objectives, families;
    sources << tr("Fables") << tr("Dialogues") << tr("Recipes") << tr("Letters") << tr("My own text…");
    for (const Language language : kLanguages) languages.append(choiceLabel("language", languageName(language)));
    const Language language = languageIn(setup).value_or(setup.corpus.language);
    m_language->setChoices(languages, language == Language::Chinese ? 1 : 0);
    m_language->setVisible(languageIn(setup).has_value());
    for (const std::string_view task : kTaskNames) sources.append(choiceLabel("task", task));
    m_source->setChoices(sources, sourceOf(setup));
    for (const TokenizerKind kind : tokenizerKinds()) {
        tokenizers.append(choiceLabel("tokenizer", tokenizerKindName(kind)));
    }
    const auto kind = std::ranges::find(tokenizerKinds(), setup.corpus.tokenizer);
    m_tokenizer->setChoices(tokenizers, static_cast<int>(kind - tokenizerKinds().begin()));
    m_tokenizer->setVisible(!setup.task);
    for (const std::string_view objective : kObjectiveNames) objectives.append(choiceLabel("objective", objective));
    m_objective->setChoices(objectives, static_cast<int>(setup.settings.objective));
    m_objective->setVisible(!setup.task);
    for (const Family family : trainableFamilies()) families.append(choiceLabel("family", nameOf(family)));
    const auto family = std::ranges::find(trainableFamilies(), setup.model.family);
    m_family->setChoices(families, static_cast<int>(family - trainableFamilies().begin()));
}

void SetupForm::refresh() {
    const RunSetup& setup = m_training.setup();
    showChoices(setup);
    const Language language = languageIn(setup).value_or(setup.corpus.language);
    for (std::size_t i = 0; i < m_presets.size(); ++i) {
        m_presets[i]->setChecked(setup == setupOf(presets()[i].name, language));
    }
    const bool own = sourceOf(setup) == kOwnFile;
    m_file->setVisible(own);
    const QString path = own ? QString::fromStdString(setup.corpus.corpus) : QString();
    m_file->setText(path.isEmpty() ? tr("Choose a file…") : QFileInfo(path).fileName());
    m_file->setLook(path.isEmpty() ? FlatButton::Look::Primary : FlatButton::Look::Framed);
    m_file->setToolTip(path.isEmpty() ? tr("It can also be dropped here") : tr("%1 · another file…").arg(path));
    m_file->setAccessibleName(path.isEmpty() ? m_file->text() : tr("Another file than %1").arg(m_file->text()));
    m_stories->show(setup.corpus.stories);
    m_stories->setVisible(!setup.task && isTold(setup.corpus.corpus));
    m_vocabulary->show(setup.corpus.vocabulary);
    m_vocabulary->setVisible(!setup.task && setup.corpus.tokenizer == TokenizerKind::BytePair);
    m_seed->show(static_cast<std::int64_t>(setup.settings.seed));
    for (FieldRow* const row : m_fields) {
        const bool used = isUsed(setup, row->field());
        if (used) row->show(setup);
        row->setVisible(used);
    }
    for (Fold* const more : m_more) more->hideIfEmpty();
    for (Fold* const group : m_groups) group->hideIfEmpty();
    showEstimate();
}

FormRow* SetupForm::rowOf(const Error& error) const {
    const auto named = [&](std::string_view name) -> FormRow* {
        for (FieldRow* const row : m_fields) {
            if (row->field().name == name || row->field().option == name) return row;
        }
        return nullptr;
    };
    switch (error.kind()) {
        case ErrorKind::OptionOutOfRange:
            if (error.values().name == "family" || error.values().name == "objective") return m_family;
            if (error.values().name == "stories") return m_stories;
            if (error.values().name == "vocabulary") return m_vocabulary;
            return named(error.values().name);
        case ErrorKind::WidthNotDivisible:
        case ErrorKind::HeadWidthOdd:
        case ErrorKind::ModelTooLarge:
            return named("width");
        case ErrorKind::HeadsNotDivisible:
            return named("key_value_heads");
        default:
            return m_source;
    }
}

void SetupForm::showEstimate() {
    const auto& estimate = m_training.estimate();
    const auto& problem = m_training.setupProblem();
    FormRow* const guilty = problem ? rowOf(*problem) : nullptr;
    const bool lacksFile = !m_training.setup().task && m_training.setup().corpus.corpus.empty();
    const QString wrong = !problem    ? QString()
                          : lacksFile ? tr("Choose the file to learn from.")
                                      : sentenceFor(*problem);
    for (FormRow* const row : findChildren<FormRow*>()) row->setProblem(row == guilty ? wrong : QString());
    // What is wrong may stand where nobody looks.
    for (Fold* const fold : findChildren<Fold*>()) {
        if (guilty && fold->isAncestorOf(guilty)) fold->setOpen(true);
    }
    m_estimate->setText(problem    ? QStringLiteral("⚠ ") + wrong
                        : estimate ? estimateWords(*estimate, m_training.setup())
                                   : tr("Working out what this takes …"));
    const auto& encoding = m_training.corpusEncoding();
    m_convert->setVisible(encoding.has_value());
    //: a button: the file to learn from is no UTF-8; %1 the encoding that it seems to have
    if (encoding) m_convert->setText(tr("Learn from a copy, read as %1").arg(nameOf(*encoding)));
    m_convert->setAccessibleName(m_convert->text());
    m_estimate->setToolTip(estimate && !problem ? tr("Measured on this computer, with a few steps that are forgotten.")
                                                : QString());
}

}  // namespace attentarium
