#include "ui/views/word_vectors/lookup_view.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/resources.h"
#include "ui/session/second_sentence.h"
#include "ui/session/session.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/spreadsheet_text.h"
#include "ui/views/word_vectors/lookup_drawing.h"
#include "ui/views/word_vectors/word_walk_bar.h"

namespace attentarium {
namespace {

/// Typing runs the model when the hand rests.
constexpr int kRest = 350;

}  // namespace

LookupView::LookupView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_second(new SecondSentence(session, this)),
      m_forms(new QTabBar(this)),
      m_secondName(new QLabel(this)),
      m_secondLine(new QLineEdit(this)),
      m_remark(new QLabel(this)),
      m_open(new FlatButton(this)),
      m_figure(new VectorFigure([this](FigureSheet& sheet) { draw(sheet); })),
      m_told(new ElidedLabel(this)),
      m_bar(new WordWalkBar(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_forms->setObjectName(QStringLiteral("lookupForms"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    m_forms->addTab(QString());
    m_forms->addTab(QString());
    m_secondLine->setObjectName(QStringLiteral("secondSentence"));
    m_secondLine->setClearButtonEnabled(false);
    m_secondName->setBuddy(m_secondLine);
    m_remark->setObjectName(QStringLiteral("lookupRemark"));
    m_remark->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openContext"));
    m_told->setObjectName(QStringLiteral("lookupTold"));
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->setSpacing(8);
    top->addWidget(m_forms);
    top->addWidget(m_secondName);
    top->addWidget(m_secondLine, 1);
    top->addStretch(0);
    auto* const remark = new QHBoxLayout;
    remark->setContentsMargins(12, 0, 12, 0);
    remark->addWidget(m_remark, 1);
    remark->addWidget(m_open);
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 0);
    below->addWidget(m_told);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(remark);
    column->addWidget(scrolled(m_figure, this), 1);
    column->addLayout(below);
    column->addWidget(m_bar);
    auto* const rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(kRest);
    connect(rest, &QTimer::timeout, this, [this] { m_second->setText(m_secondLine->text()); });
    connect(m_secondLine, &QLineEdit::textEdited, rest, qOverload<>(&QTimer::start));
    connect(m_secondLine, &QLineEdit::editingFinished, this, [this, rest] {
        if (rest->isActive()) m_second->setText(m_secondLine->text());
        rest->stop();
    });
    connect(m_second, &SecondSentence::changed, this, &LookupView::refresh);
    connect(&session, &Session::traceChanged, this, &LookupView::refresh);
    connect(&session, &Session::selectionChanged, this, &LookupView::refresh);
    connect(m_forms, &QTabBar::currentChanged, this, [this] {
        m_bar->stop();
        refresh();
    });
    connect(m_figure, &VectorFigure::told, this,
            [this](const QString& told) { m_told->setText(told.isEmpty() ? QStringLiteral(" ") : told); });
    connect(m_bar, &WordWalkBar::moved, this, [this](int place) {
        (form() == Form::Product ? m_feature : m_stage) = place;
        showPlace();
    });
    connect(m_open, &FlatButton::clicked, this, [this] {
        const Checkpoint* const open = m_session.checkpoint();
        const Language language = open ? open->language : Language::English;
        m_session.setTextFor(bundledCheckpoint(language), bundledSentence(language));
        m_session.openModel(bundledCheckpoint(language));
    });
    m_told->setText(QStringLiteral(" "));
    retranslate();
}

LookupView::~LookupView() = default;

LookupView::Form LookupView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void LookupView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

bool LookupView::isBusy() const {
    return m_second->isBusy();
}

WalkedSteps& LookupView::steps() {
    return *m_bar;
}

QString LookupView::remark() const {
    if (m_picture.isEmpty()) return tr("There is no sentence to look up yet: type one above.");
    if (form() == Form::Product) return {};
    if (!m_picture.hasContext()) {
        const Checkpoint* const open = m_session.checkpoint();
        if (open && kWordVectors.contains(open->model->config().family)) {
            return tr("Word vectors have no context: whatever stands around “%1”, its vector is the row of the table.")
                .arg(m_picture.word());
        }
        return tr(
            "This model joins the vectors of its last few words into one: behind the table no word has a vector of its "
            "own. A transformer or a recurrent network has one after every layer.");
    }
    if (m_second->problem()) return sentenceFor(*m_second->problem());
    if (m_second->text().isEmpty()) {
        return m_second->isBusy() ? QString()
                                  : tr("Type a second sentence that has “%1” too, to see what its neighbours do to it.")
                                        .arg(m_picture.word());
    }
    if (m_second->trace() && m_picture.secondPlace < 0) {
        return tr("“%1” does not stand in the second sentence: type one that has it, or choose another word.")
            .arg(m_picture.word());
    }
    return {};
}

void LookupView::refresh() {
    if (!isVisible()) return;
    m_picture = lookupPicture(m_session, *m_second);
    m_feature = std::clamp(m_feature, 0, std::max(0, m_picture.width - 1));
    m_stage = std::clamp(m_stage, 0, std::max(0, static_cast<int>(m_picture.stages.size()) - 1));
    const bool stages = form() == Form::Stages;
    const bool alone = !m_picture.isEmpty() && !m_picture.hasContext();
    m_secondName->setVisible(stages && !alone);
    m_secondLine->setVisible(stages && !alone);
    if (!m_secondLine->hasFocus() || !m_second->isTyped()) {
        if (m_secondLine->text() != m_second->text() && !m_second->isBusy()) {
            m_secondLine->setText(m_second->text());
            m_secondLine->setCursorPosition(0);
        }
    }
    const QString words = remark();
    m_remark->setText(words);
    m_remark->setVisible(!words.isEmpty());
    m_open->setVisible(stages && alone);
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->setCount(m_picture.isEmpty() ? 0
                        : stages            ? static_cast<int>(m_picture.stages.size())
                                            : std::min(m_picture.width, 128));
        m_bar->goTo(stages ? m_stage : m_feature);
    }
    showPlace();
}

void LookupView::showPlace() {
    if (m_picture.isEmpty()) {
        m_bar->setTold({});
    } else if (form() == Form::Product) {
        m_bar->setTold(tr("feature %1 of %2").arg(m_feature + 1).arg(m_picture.width));
    } else {
        m_bar->setTold(tr("stage %1 of %2: %3")
                           .arg(m_stage + 1)
                           .arg(m_picture.stages.size())
                           .arg(m_picture.stages[static_cast<std::size_t>(m_stage)].name));
    }
    m_figure->setAccessibleDescription(form() == Form::Product ? lookupTold(m_picture, m_feature)
                                                               : stagesTold(m_picture, m_stage));
    m_figure->refresh();
}

void LookupView::draw(FigureSheet& sheet) {
    if (m_picture.isEmpty()) return;
    const LookupActs acts{
        .chooseWord = [this](int word) { m_second->choose(word); },
        .chooseFeature = [this](int feature) { form() == Form::Product ? m_bar->goTo(feature) : void(); },
        .chooseStage = [this](int stage) { m_bar->goTo(stage); },
        .chooseCell = [this](Var node, std::int64_t cell) { m_session.selectCell(node, Quantity::Value, cell); }};
    if (form() == Form::Product) return drawLookup(sheet, m_picture, m_feature, acts);
    drawStages(sheet, m_picture, m_stage, acts);
}

void LookupView::paint(QPainter& painter, const QRectF& target) {
    m_figure->paintAll(painter, target);
}

QSizeF LookupView::pictureSize() const {
    return m_figure->sizeOfAll();
}

QString LookupView::csv() const {
    if (m_picture.isEmpty()) return {};
    QStringList names, features;
    std::vector<const std::vector<double>*> rows;
    if (form() == Form::Product) {
        for (const auto& row : m_picture.rows) {
            names.append(row.word);
            rows.push_back(&row.numbers);
        }
    } else {
        for (const auto& stage : m_picture.stages) {
            names.append(stage.name);
            rows.push_back(&stage.first);
            if (stage.second.empty()) continue;
            names.append(stage.name + QStringLiteral(" (2)"));
            rows.push_back(&stage.second);
        }
    }
    std::size_t most = 0;
    for (const auto* row : rows) most = std::max(most, row->size());
    for (std::size_t i = 0; i < most; ++i) features.append(QString::number(i + 1));
    return spreadsheetText(
        names, features,
        [&](int row, int column) {
            const auto& numbers = *rows[static_cast<std::size_t>(row)];
            const auto place = static_cast<std::size_t>(column);
            return place < numbers.size() ? numbers[place] : std::nan("");
        },
        QLatin1Char(','));
}

void LookupView::retranslate() {
    setAccessibleName(tr("Look-up and layers"));
    m_forms->setAccessibleName(tr("What is shown of the word"));
    m_forms->setTabText(0, tr("Look-up"));
    m_forms->setTabText(1, tr("Through the layers"));
    m_secondName->setText(tr("Second sentence:"));
    m_secondLine->setAccessibleName(tr("Second sentence"));
    m_secondLine->setPlaceholderText(tr("another sentence with the same word"));
    m_secondLine->setToolTip(tr("The same model reads it; emptied, it is told anew."));
    m_figure->setAccessibleName(tr("The word's vectors"));
    m_bar->setName(tr("Step"));
    m_open->setText(tr("Open the small world's GPT"));
    m_open->setAccessibleName(m_open->text());
    refresh();
}

void LookupView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void LookupView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_second->want(true);
    refresh();
}

void LookupView::hideEvent(QHideEvent* event) {
    m_second->want(false);
    QWidget::hideEvent(event);
}

void LookupView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_forms->setFocus(event->reason());
}

void LookupView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

}  // namespace attentarium
