#include "ui/views/unrolled/comparison_view.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/comparison_study.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/unrolled/comparison_table.h"
#include "ui/views/unrolled/fitted.h"

namespace attentarium {
namespace {

constexpr QSizeF kPictureRoom(1100, 460);
constexpr double kPictureHead = 56;

}  // namespace

ComparisonView::ComparisonView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_study(new ComparisonStudy(session)),
      m_sentence(new QLabel(this)),
      m_problem(new QLabel(this)),
      m_known(new FlatButton(this)),
      m_scroll(new QScrollArea(this)),
      m_table(new ComparisonTable),
      m_told(new QLabel(this)),
      m_note(new QLabel(this)) {
    m_study->setParent(this);
    setFocusPolicy(Qt::ClickFocus);
    m_sentence->setObjectName(QStringLiteral("comparisonSentence"));
    m_problem->setObjectName(QStringLiteral("comparisonProblem"));
    m_told->setObjectName(QStringLiteral("comparisonTold"));
    m_table->setObjectName(QStringLiteral("comparison"));
    for (QLabel* const label : {m_sentence, m_problem, m_told, m_note}) label->setWordWrap(true);
    m_problem->hide();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->horizontalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_scroll->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_table);
    m_scroll->viewport()->installEventFilter(this);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 6);
    column->setSpacing(4);
    column->addWidget(m_sentence);
    column->addWidget(m_problem);
    m_known->setObjectName(QStringLiteral("knownSentence"));
    m_known->hide();
    auto* const cure = new QHBoxLayout;
    cure->addWidget(m_known);
    cure->addStretch();
    column->addLayout(cure);
    connect(m_known, &FlatButton::clicked, this, [this] {
        const bool isChinese = m_session.checkpoint() && m_session.checkpoint()->language == Language::Chinese;
        const QString folder = resourceFolder(QStringLiteral("checkpoints")) +
                               (isChinese ? QStringLiteral("/lstm-zh") : QStringLiteral("/lstm-en"));
        m_session.setTextFor(folder, bundledSentence(isChinese ? Language::Chinese : Language::English));
        m_session.openModel(folder);
    });
    column->addWidget(m_scroll, 1);
    column->addWidget(m_told);
    column->addWidget(m_note);
    connect(m_study, &ComparisonStudy::changed, this, &ComparisonView::showComparison);
    connect(m_study, &ComparisonStudy::failed, this, [this](const Error& error) {
        m_problem->setText(sentenceFor(error));
        m_problem->show();
    });
    connect(&session, &Session::selectionChanged, this, &ComparisonView::followSelection);
    // The names of the models stay where they are.
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, m_table, qOverload<>(&QWidget::update));
    connect(m_table, &ComparisonTable::pointed, this, &ComparisonView::tell);
    connect(m_table, &ComparisonTable::wordChosen, this, [this](int word) {
        // The open model may read other words, or an answer's.
        if (word < m_session.tracedWords().size()) m_session.selectToken(word);
    });
    connect(m_table, &ComparisonTable::reached, this, [this](const QRect& place) {
        m_scroll->ensureVisible(place.center().x(), place.center().y(), place.width() / 2 + 4, place.height() / 2);
    });
    retranslate();
}

ComparisonView::~ComparisonView() = default;

void ComparisonView::showComparison() {
    const auto& comparison = m_study->comparison();
    m_table->show(comparison);
    m_scroll->setVisible(comparison && comparison->isPossible());
    if (!comparison) return;
    m_sentence->setText(sentenceOf(*comparison));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_table->setAccessibleDescription(m_sentence->text());
    m_problem->setText(problemOf(*comparison));
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_known->setVisible(!comparison->unknown.isEmpty());
    m_note->setVisible(comparison->isPossible());
    if (comparison->isPossible()) {
        const auto parameters = [](const ComparedModel& model) { return static_cast<double>(model.parameters); };
        m_note->setText(
            tr("Bold: the word that came. Bars: its loss. The GPT has %1 times as many parameters as the RNN. "
               "Times: the median here, one word at a time; for larger models they say little.")
                .arg(parameters(comparison->models.back()) / parameters(comparison->models.front()), 0, 'f', 1));
    }
    m_told->setVisible(comparison->isPossible());
    followSelection();
    tell();
}

void ComparisonView::followSelection() {
    const auto& comparison = m_study->comparison();
    if (!comparison || comparison->words != m_session.tracedWords()) return;
    m_table->markWord(m_session.selection().token);
    tell();
}

void ComparisonView::tell() {
    const QString text = m_table->told();
    m_told->setText(text.isEmpty() ? tr("Point at a word in a row for all its numbers.") : text);
}

QString ComparisonView::sentence() const {
    return m_sentence->text();
}

QString ComparisonView::problem() const {
    return m_problem->isVisible() ? m_problem->text() : QString();
}

QString ComparisonView::told() const {
    return m_told->text();
}

void ComparisonView::paint(QPainter& painter, const QRectF& target) {
    const auto& comparison = m_study->comparison();
    if (!comparison || !comparison->isPossible()) return;
    const QSizeF whole = pictureSize();
    painter.save();
    fitInto(painter, target, whole);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(12, 8, whole.width() - 24, kPictureHead - 8), Qt::AlignLeft | Qt::TextWordWrap,
                     sentenceOf(*comparison));
    painter.translate(0, kPictureHead);
    m_table->paint(painter, kPictureRoom);
    painter.restore();
}

QSizeF ComparisonView::pictureSize() const {
    return m_table->sizeIn(kPictureRoom) + QSizeF(0, kPictureHead);
}

QString ComparisonView::csv() const {
    return m_study->comparison() ? csvOf(*m_study->comparison()) : QString();
}

bool ComparisonView::hasNumbers() const {
    return m_study->comparison() && m_study->comparison()->isPossible();
}

bool ComparisonView::isBusy() const {
    return m_study->isBusy();
}

void ComparisonView::retranslate() {
    setAccessibleName(tr("Models side by side"));
    //: a button that opens a bundled model with its sentence
    m_known->setText(tr("Open the LSTM with a sentence that all four know"));
    m_known->setAccessibleName(m_known->text());
    m_table->setAccessibleName(tr("Next words and losses of each model"));
    showComparison();
    tell();
}

void ComparisonView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ComparisonView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study->want(true);
    followSelection();
}

void ComparisonView::hideEvent(QHideEvent* event) {
    m_study->want(false);
    QWidget::hideEvent(event);
}

void ComparisonView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (m_scroll->isVisible()) m_table->setFocus(event->reason());
}

bool ComparisonView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        m_table->setRoom(m_scroll->maximumViewportSize());
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace attentarium
