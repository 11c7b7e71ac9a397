#include "ui/views/training_setup/setup_form.h"

#include <QDragEnterEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <functional>
#include <utility>

#include "engine/runs/presets.h"
#include "ui/session/session.h"
#include "ui/session/training.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/field_row.h"
#include "ui/views/training_setup/fold.h"
#include "ui/views/training_setup/preset_button.h"
#include "ui/views/training_setup/setup_source.h"

namespace attentarium {
namespace {

constexpr int kMostStories = 1'000'000;
// Every byte is a token before any pair is.
constexpr int kFewestTokens = 256;
constexpr int kMostSeed = 1'000'000'000;

/// The fields that stand open; the others are found under "More".
bool isCommon(std::string_view field) {
    constexpr std::string_view kCommon[] = {
        "layers",  "heads",        "width", "context", "window",          "hidden", "negatives",
        "cell",    "alignment",    "steps", "batch",   "peak_rate",       "passes", "optimizer",
        "dropout", "weight_decay", "l1",    "l2",      "label_smoothing",
    };
    const SetupField* const known = setupField(field);
    return std::ranges::find(kCommon, field) != std::end(kCommon) ||
           (known && known->part == SetupField::Part::Task && field != "held_out_share");
}

/// Whatever takes the keyboard, as it stands from above.
void collectStops(QWidget& widget, std::vector<QWidget*>& stops) {
    if (widget.focusPolicy() & Qt::TabFocus) {
        stops.push_back(&widget);
        return;
    }
    const std::function<void(QLayout&)> walk = [&](QLayout& layout) {
        for (int i = 0; i < layout.count(); ++i) {
            if (QWidget* const inner = layout.itemAt(i)->widget()) collectStops(*inner, stops);
            if (QLayout* const inner = layout.itemAt(i)->layout()) walk(*inner);
        }
    };
    if (widget.layout()) walk(*widget.layout());
}

/// Tab goes as one reads, in whichever order the parts were made.
void orderTabs(QWidget& content) {
    std::vector<QWidget*> stops;
    collectStops(content, stops);
    for (std::size_t i = 1; i < stops.size(); ++i) QWidget::setTabOrder(stops[i - 1], stops[i]);
}

}  // namespace

SetupForm::SetupForm(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_training(session.training()) {
    setAcceptDrops(true);
    build();
    connect(&m_training, &Training::setupChanged, this, &SetupForm::refresh);
    connect(&m_training, &Training::estimateChanged, this, &SetupForm::showEstimate);
    connect(&session, &Session::modelChanged, this, &SetupForm::speakAsShown);
    retranslate();
}

template <typename Edit>
void SetupForm::edit(const Edit& change) {
    m_touched = true;
    RunSetup setup = m_training.setup();
    change(setup);
    m_training.setSetup(setup);
}

void SetupForm::build() {
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    m_first = new QLabel(content);
    m_first->setWordWrap(true);
    column->addWidget(m_first);
    buildPresets(*column);
    for (int i = 0; i < kGroups; ++i) {
        const bool open = static_cast<Group>(i) != Group::Regularisers;
        m_groups[i] = new Fold(open ? Fold::AtFirst::Open : Fold::AtFirst::Closed, Fold::Look::Group, content);
        m_more[i] = new Fold(Fold::AtFirst::Closed, Fold::Look::Quiet, content);
        column->addWidget(m_groups[i]);
    }
    buildLearned();
    buildModel();
    addFields(Group::Optimizer);
    m_seed = new WholeRow(0, kMostSeed, this);
    m_groups[static_cast<int>(Group::Optimizer)]->add(m_seed);
    connect(m_seed, &WholeRow::edited, this, [this](int seed) {
        edit([&](RunSetup& setup) { setup.settings.seed = static_cast<std::uint64_t>(seed); });
    });
    addFields(Group::Regularisers);
    for (int i = 0; i < kGroups; ++i) m_groups[i]->add(m_more[i]);
    column->addStretch();

    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_estimate = new QLabel(this);
    m_estimate->setObjectName(QStringLiteral("estimate"));
    m_estimate->setWordWrap(true);
    m_estimate->setContentsMargins(12, 6, 12, 8);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_estimate);
    m_convert = new FlatButton(this);
    m_convert->setObjectName(QStringLiteral("convert"));
    m_convert->hide();
    auto* const cure = new QHBoxLayout;
    cure->setContentsMargins(12, 0, 12, 8);
    cure->addWidget(m_convert);
    cure->addStretch();
    whole->addLayout(cure);
    connect(m_convert, &FlatButton::clicked, this, [this] { m_training.convertCorpus(); });
    orderTabs(*content);
}

void SetupForm::buildPresets(QVBoxLayout& column) {
    m_language = new ChoiceRow(this);
    m_language->setObjectName(QStringLiteral("language"));
    for (const Preset& preset : presets()) {
        auto* const button = new PresetButton(this);
        button->setObjectName(QString::fromUtf8(preset.name));
        column.addWidget(button);
        m_presets.push_back(button);
        connect(button, &PresetButton::clicked, this, [this, name = preset.name] {
            m_touched = true;
            m_training.setSetup(
                setupOf(name, languageIn(m_training.setup()).value_or(m_training.setup().corpus.language)));
            refresh();
        });
    }
    column.addWidget(m_language);
    connect(m_language, &ChoiceRow::chosen, this, [this](int place) {
        edit([&](RunSetup& setup) {
            const int source = sourceOf(setup);
            setup.corpus.language = kLanguages[place];
            if (source < kOwnFile) setup.corpus.corpus = corpusAt(source, kLanguages[place]);
            if (setup.task) setup.task->language = kLanguages[place];
        });
    });
}

void SetupForm::buildLearned() {
    Fold& group = *m_groups[static_cast<int>(Group::Learned)];
    m_source = new ChoiceRow(this);
    m_source->setObjectName(QStringLiteral("source"));
    m_file = new FlatButton(this);
    m_file->setObjectName(QStringLiteral("file"));
    m_tokenizer = new ChoiceRow(this);
    m_tokenizer->setObjectName(QStringLiteral("tokenizer"));
    m_vocabulary = new WholeRow(kFewestTokens, kMostBytePairTokens, this);
    m_vocabulary->setObjectName(QStringLiteral("bytePairTokens"));
    m_stories = new WholeRow(1, kMostStories, this);
    group.add(m_source);
    group.add(m_file);
    group.add(m_tokenizer);
    group.add(m_vocabulary);
    group.add(m_stories);
    addFields(Group::Learned);
    connect(m_source, &ChoiceRow::chosen, this, &SetupForm::chooseSource);
    connect(m_file, &FlatButton::clicked, this, &SetupForm::askForFile);
    connect(m_tokenizer, &ChoiceRow::chosen, this, [this](int place) {
        edit([&](RunSetup& setup) { setup.corpus.tokenizer = tokenizerKinds()[static_cast<std::size_t>(place)]; });
    });
    connect(m_vocabulary, &WholeRow::edited, this,
            [this](int tokens) { edit([&](RunSetup& setup) { setup.corpus.vocabulary = tokens; }); });
    connect(m_stories, &WholeRow::edited, this,
            [this](int stories) { edit([&](RunSetup& setup) { setup.corpus.stories = stories; }); });
}

void SetupForm::buildModel() {
    Fold& group = *m_groups[static_cast<int>(Group::Model)];
    m_objective = new ChoiceRow(this);
    m_objective->setObjectName(QStringLiteral("objective"));
    m_family = new ChoiceRow(this);
    m_family->setObjectName(QStringLiteral("family"));
    group.add(m_objective);
    group.add(m_family);
    addFields(Group::Model);
    connect(m_objective, &ChoiceRow::chosen, this, [this](int place) {
        const auto objective = static_cast<ObjectiveKind>(place);
        // The best known family of that objective.
        for (const Family family : {Family::Gpt, Family::Bert, Family::Transformer}) {
            const bool isNew = m_training.setup().settings.objective != objective;
            if (isNew && objectiveOf(family) == objective) edit([&](RunSetup& setup) { chooseFamily(setup, family); });
        }
    });
    connect(m_family, &ChoiceRow::chosen, this, [this](int place) {
        edit([&](RunSetup& setup) { chooseFamily(setup, trainableFamilies()[static_cast<std::size_t>(place)]); });
    });
}

void SetupForm::addFields(Group group) {
    for (const SetupField& field : setupFields()) {
        Group own = field.part == SetupField::Part::Model  ? Group::Model
                    : field.part == SetupField::Part::Task ? Group::Learned
                                                           : Group::Optimizer;
        for (const char* const name : {"dropout", "weight_decay", "l1", "l2", "label_smoothing"}) {
            if (field.name == name) own = Group::Regularisers;
        }
        for (const char* const name :
             {"mask_share", "masked_share", "replaced_share", "span_length", "examples", "task_weight", "subsample"}) {
            if (field.name == name) own = Group::Learned;
        }
        if (own != group) continue;
        auto* const row = new FieldRow(field, this);
        (isCommon(field.name) ? m_groups : m_more)[static_cast<int>(group)]->add(row);
        m_fields.push_back(row);
        connect(row, &FieldRow::edited, this,
                [this, &field](double number) { edit([&](RunSetup& setup) { setNumber(setup, field, number); }); });
    }
}

void SetupForm::chooseSource(int place) {
    edit([&](RunSetup& setup) {
        if (place >= kFirstTask) {
            chooseTask(setup, static_cast<TaskName>(place - kFirstTask));
        } else {
            chooseTask(setup, std::nullopt);
            // Which file is asked for with a button, so that the keys can pass by.
            setup.corpus.corpus = corpusAt(place, setup.corpus.language);
            // A model this small learns no words from a few pages.
            if (setup.corpus.tokenizer != TokenizerKind::BytePair) {
                setup.corpus.tokenizer = isTold(setup.corpus.corpus) ? TokenizerKind::Word : TokenizerKind::Character;
            }
            setup.settings.objective = objectiveOf(setup.model.family);
        }
    });
}

void SetupForm::askForFile() {
    auto* const dialog = new QFileDialog(this, tr("A text to learn from"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Texts (*.txt *.md)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SetupForm::takeFile);
    dialog->open();
}

void SetupForm::takeFile(const QString& path) {
    edit([&](RunSetup& setup) {
        chooseTask(setup, std::nullopt);
        setup.corpus.corpus = path.toStdString();
        setup.settings.objective = objectiveOf(setup.model.family);
    });
}

void SetupForm::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    speakAsShown();
    if (!m_training.estimate() && !m_training.setupProblem()) m_training.setSetup(m_training.setup());
}

void SetupForm::speakAsShown() {
    const Checkpoint* const shown = m_session.checkpoint();
    const RunSetup& setup = m_training.setup();
    const bool isPreset = std::ranges::any_of(m_presets, &PresetButton::isChecked);
    const bool untouched = !m_touched && isPreset && m_training.runs().empty();
    if (!isVisible() || !untouched || !shown || setup.task || setup.corpus.language == shown->language) return;
    RunSetup changed = setup;
    changed.corpus.language = shown->language;
    m_training.setSetup(changed);
}

void SetupForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void SetupForm::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && QFileInfo(urls.first().toLocalFile()).isFile()) event->acceptProposedAction();
}

void SetupForm::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    takeFile(event->mimeData()->urls().first().toLocalFile());
}

}  // namespace attentarium
