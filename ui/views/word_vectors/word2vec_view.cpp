#include "ui/views/word_vectors/word2vec_view.h"

#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/play_signs.h"
#include "ui/views/spreadsheet_text.h"
#include "ui/views/word_vectors/run_drawing.h"
#include "ui/views/word_vectors/word_walk_bar.h"

namespace attentarium {

Word2VecView::Word2VecView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_study(new Word2VecStudy(session, this)),
      m_forms(new QTabBar(this)),
      m_kindName(new QLabel(this)),
      m_textName(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_text(new QComboBox(this)),
      m_remark(new QLabel(this)),
      m_run(new FlatButton(this, FlatButton::Look::Primary)),
      m_step(new FlatButton(this)),
      m_reset(new FlatButton(this)),
      m_figure(new VectorFigure([this](FigureSheet& sheet) { draw(sheet); })),
      m_told(new ElidedLabel(this)),
      m_runBar(new QWidget(this)),
      m_bar(new WordWalkBar(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_forms->setObjectName(QStringLiteral("word2vecForms"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    m_forms->addTab(QString());
    m_forms->addTab(QString());
    m_kind->setObjectName(QStringLiteral("word2vecKind"));
    m_text->setObjectName(QStringLiteral("word2vecText"));
    m_run->setObjectName(QStringLiteral("word2vecRun"));
    m_step->setObjectName(QStringLiteral("word2vecStep"));
    m_reset->setObjectName(QStringLiteral("word2vecReset"));
    m_remark->setObjectName(QStringLiteral("word2vecRemark"));
    m_remark->setWordWrap(true);
    for (QComboBox* const box : {m_kind, m_text}) {
        box->addItem(QString());
        box->addItem(QString());
        connect(box, &QComboBox::activated, this, &Word2VecView::choose);
    }
    m_kindName->setBuddy(m_kind);
    m_textName->setBuddy(m_text);
    const auto number = [this](Number& made, const char* name, int least, int most) {
        made.name = new QLabel(this);
        made.box = new QSpinBox(this);
        made.box->setObjectName(QLatin1String(name));
        made.box->setRange(least, most);
        made.box->setKeyboardTracking(false);
        made.name->setBuddy(made.box);
        connect(made.box, &QSpinBox::valueChanged, this, &Word2VecView::choose);
    };
    number(m_width, "word2vecWidth", 2, 32);
    number(m_window, "word2vecWindow", 1, 8);
    number(m_negatives, "word2vecNegatives", 0, 15);
    number(m_seed, "word2vecSeed", 0, 9999);
    auto* const tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 0, 12, 0);
    tabs->setSpacing(8);
    tabs->addWidget(m_forms);
    tabs->addStretch();
    tabs->addWidget(m_kindName);
    tabs->addWidget(m_kind);
    tabs->addWidget(m_textName);
    tabs->addWidget(m_text);
    auto* const numbers = new QWidget(this);
    auto* const flow = new FlowLayout(numbers, 8);
    for (const Number& one : {m_width, m_window, m_negatives, m_seed}) {
        auto* const pair = new QWidget(numbers);
        auto* const row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        row->addWidget(one.name);
        row->addWidget(one.box);
        flow->addWidget(pair);
    }
    auto* const chosen = new QHBoxLayout;
    chosen->setContentsMargins(12, 0, 12, 0);
    chosen->addWidget(numbers, 1);
    auto* const remark = new QHBoxLayout;
    remark->setContentsMargins(12, 0, 12, 0);
    remark->addWidget(m_remark);
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 0);
    below->addWidget(m_told);
    auto* const runRow = new QHBoxLayout(m_runBar);
    runRow->setContentsMargins(12, 6, 12, 6);
    for (FlatButton* const button : {m_run, m_step, m_reset}) runRow->addWidget(button);
    runRow->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(tabs);
    column->addLayout(chosen);
    column->addLayout(remark);
    column->addWidget(scrolled(m_figure, this), 1);
    column->addLayout(below);
    column->addWidget(m_runBar);
    column->addWidget(m_bar);
    connect(m_forms, &QTabBar::currentChanged, this, [this] {
        m_bar->stop();
        m_study->pause();
        refresh();
    });
    connect(m_run, &FlatButton::clicked, this, &Word2VecView::playOrPause);
    connect(m_step, &FlatButton::clicked, m_study, &Word2VecStudy::stepOnce);
    connect(m_reset, &FlatButton::clicked, m_study, &Word2VecStudy::reset);
    connect(m_bar, &WordWalkBar::moved, this, &Word2VecView::showPlace);
    connect(m_study, &Word2VecStudy::pairsChanged, this, &Word2VecView::refresh);
    connect(m_study, &Word2VecStudy::momentChanged, this, &Word2VecView::showRun);
    connect(m_study, &Word2VecStudy::runningChanged, this, &Word2VecView::refresh);
    connect(m_figure, &VectorFigure::told, this,
            [this](const QString& told) { m_told->setText(told.isEmpty() ? QStringLiteral(" ") : told); });
    m_told->setText(QStringLiteral(" "));
    retranslate();
}

Word2VecView::Form Word2VecView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void Word2VecView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

int Word2VecView::stage() const {
    return m_bar->place() % kPairStages;
}

int Word2VecView::pair() const {
    return m_bar->place() / kPairStages;
}

void Word2VecView::choose() {
    Word2VecChoices next = m_study->choices();
    next.family = m_kind->currentIndex() == 1 ? Family::Cbow : Family::SkipGram;
    next.isBiased = m_text->currentIndex() == 1;
    next.width = m_width.box->value();
    next.window = m_window.box->value();
    next.negatives = m_negatives.box->value();
    next.seed = m_seed.box->value();
    m_study->choose(next);
}

void Word2VecView::refresh() {
    const Word2VecChoices& now = m_study->choices();
    const std::pair<QSpinBox*, int> numbers[] = {
        {m_width.box, now.width}, {m_window.box, now.window}, {m_negatives.box, now.negatives}, {m_seed.box, now.seed}};
    for (const auto& [box, value] : numbers) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
    m_kind->setCurrentIndex(now.family == Family::Cbow ? 1 : 0);
    m_text->setCurrentIndex(now.isBiased ? 1 : 0);
    const bool isRun = form() == Form::Run;
    m_runBar->setVisible(isRun);
    m_bar->setVisible(!isRun);
    QString remark;
    if (isRun && !m_study->canRun()) {
        remark =
            tr("A run needs words drawn against the one that came: with 0 of them, the full softmax, a pair can be "
               "stepped through only.");
    } else if (!isRun && !m_study->isSessionsSentence()) {
        remark = tr("The sentence above has words that this text does not know, so another one is shown.");
    }
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_run->setEnabled(m_study->canRun());
    m_step->setEnabled(m_study->canRun());
    const bool running = m_study->isRunning();
    m_run->setText(running ? tr("Pause") : tr("Run"));
    m_run->setSign(running ? pauseSign() : playSign());
    m_run->setAccessibleName(m_run->text());
    m_run->updateGeometry();
    {
        const QSignalBlocker quiet(m_bar);
        m_bar->setCount(static_cast<int>(m_study->pairs().size()) * kPairStages);
    }
    showPlace();
}

void Word2VecView::showPlace() {
    if (!isVisible()) return;
    if (form() == Form::Run) return showRun();
    m_picture = pairPicture(*m_study, static_cast<std::size_t>(pair()));
    if (m_picture.isEmpty()) {
        m_bar->setTold(QStringLiteral(" "));
    } else {
        m_bar->setTold(tr("pair %1 of %2, step %3 of %4: %5")
                           .arg(pair() + 1)
                           .arg(m_study->pairs().size())
                           .arg(stage() + 1)
                           .arg(kPairStages)
                           .arg(pairStageName(m_picture, stage())));
    }
    m_figure->setAccessibleDescription(pairTold(m_picture, stage()));
    m_figure->refresh();
}

void Word2VecView::showRun() {
    if (!isVisible() || form() != Form::Run) return;
    m_figure->setAccessibleDescription(runTold(*m_study));
    m_figure->refresh();
}

void Word2VecView::draw(FigureSheet& sheet) {
    if (form() == Form::Run) return drawRun(sheet, *m_study);
    drawPair(sheet, m_picture, stage(), [this](int one) { m_bar->goTo(pair() * kPairStages + one); });
}

void Word2VecView::goToFirst() {
    if (form() == Form::Pair) return m_bar->goToFirst();
    m_study->reset();
}

void Word2VecView::stepBack() {
    if (form() == Form::Pair) m_bar->stepBack();
}

void Word2VecView::playOrPause() {
    if (form() == Form::Pair) return m_bar->playOrPause();
    m_study->isRunning() ? m_study->pause() : m_study->run();
}

void Word2VecView::stepForward() {
    if (form() == Form::Pair) return m_bar->stepForward();
    m_study->stepOnce();
}

void Word2VecView::goToLast() {
    if (form() == Form::Pair) m_bar->goToLast();
}

void Word2VecView::paint(QPainter& painter, const QRectF& target) {
    m_figure->paintAll(painter, target);
}

QSizeF Word2VecView::pictureSize() const {
    return m_figure->sizeOfAll();
}

bool Word2VecView::hasNumbers() const {
    return form() == Form::Run ? m_study->moment() != nullptr : !m_picture.isEmpty();
}

QString Word2VecView::csv() const {
    if (!hasNumbers()) return {};
    if (form() == Form::Run) {
        const Points& places = m_study->moment()->places;
        return spreadsheetText(
            m_study->vocabulary(), {QStringLiteral("component_1"), QStringLiteral("component_2")},
            [&](int row, int column) { return places[row][static_cast<std::size_t>(column)]; }, QLatin1Char(','));
    }
    QStringList names, features;
    std::vector<const std::vector<double>*> rows;
    for (const auto& row : m_picture.moved) {
        const QString table = row.isInput ? QStringLiteral("input") : QStringLiteral("output");
        for (const auto& [kind, numbers] :
             {std::pair{"before", &row.before}, {"gradient", &row.gradient}, {"after", &row.after}}) {
            names.append(QStringLiteral("%1 %2 %3").arg(row.word, table, QLatin1String(kind)));
            rows.push_back(numbers);
        }
    }
    for (std::size_t i = 0; i < m_picture.hidden.size(); ++i) features.append(QString::number(i + 1));
    return spreadsheetText(
        names, features,
        [&](int row, int column) { return (*rows[static_cast<std::size_t>(row)])[static_cast<std::size_t>(column)]; },
        QLatin1Char(','));
}

void Word2VecView::retranslate() {
    setAccessibleName(tr("word2vec"));
    m_forms->setAccessibleName(tr("How the training is shown"));
    m_forms->setTabText(0, tr("One pair"));
    m_forms->setTabText(1, tr("Running"));
    m_kindName->setText(tr("Kind:"));
    m_kind->setItemText(0, tr("skip-gram"));
    m_kind->setItemText(1, tr("CBOW"));
    m_kind->setAccessibleName(tr("Kind of word vectors"));
    m_textName->setText(tr("Text:"));
    m_text->setItemText(0, tr("small world"));
    m_text->setItemText(1, tr("biased world"));
    m_text->setAccessibleName(tr("Text that is learned"));
    const auto name = [](const Number& number, const QString& label, const QString& whole) {
        number.name->setText(label);
        number.box->setAccessibleName(whole);
        number.box->setToolTip(whole);
    };
    name(m_width, tr("Features:"), tr("Features of each vector"));
    name(m_window, tr("Window:"), tr("Words on each side that count as neighbours"));
    name(m_negatives, tr("Negatives:"), tr("Words drawn against each one that came; 0: the full softmax"));
    name(m_seed, tr("Seed:"), tr("Seed of the fresh vectors and of what is drawn"));
    m_step->setText(tr("Step"));
    m_step->setAccessibleName(tr("Learn from the next 500 words"));
    m_step->setToolTip(m_step->accessibleName());
    m_reset->setText(tr("Reset"));
    m_reset->setAccessibleName(tr("Back to the fresh vectors of the seed"));
    m_reset->setToolTip(m_reset->accessibleName());
    m_figure->setAccessibleName(tr("word2vec as it trains"));
    m_bar->setName(tr("Step of a pair"));
    refresh();
}

void Word2VecView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void Word2VecView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study->want(true);
    refresh();
}

void Word2VecView::hideEvent(QHideEvent* event) {
    m_study->want(false);
    QWidget::hideEvent(event);
}

void Word2VecView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_forms->setFocus(event->reason());
}

void Word2VecView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

}  // namespace attentarium
