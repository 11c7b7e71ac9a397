#include "ui/views/answering/answering_view.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/answer_study.h"
#include "ui/session/session.h"
#include "ui/views/answering/answer_bar.h"
#include "ui/views/answering/answer_picture.h"
#include "ui/views/answering/beam_view.h"
#include "ui/views/answering/length_chart.h"
#include "ui/views/bundled_models.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/whole_page.h"

namespace attentarium {
namespace {

constexpr int kProposals = 5;

const char* const kDates = QT_TRANSLATE_NOOP("attentarium::BundledModels", "Dates");
const char* const kReverse = QT_TRANSLATE_NOOP("attentarium::BundledModels", "Reversal");
const char* const kBottleneck = QT_TRANSLATE_NOOP("attentarium::BundledModels", "Reversal without attention");
const char* const kTranslate = QT_TRANSLATE_NOOP("attentarium::BundledModels", "English → Chinese");

template <typename Field>
QScrollArea* scrolled(Field* field, QWidget* parent) {
    auto* const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    area->horizontalScrollBar()->setFocusPolicy(Qt::NoFocus);
    area->setWidget(field);
    area->viewport()->setAutoFillBackground(false);
    field->setAutoFillBackground(false);
    QObject::connect(field, &Field::reached, area, [area](const QRect& place) {
        area->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
    return area;
}

}  // namespace

AnsweringView::AnsweringView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_study(new AnswerStudy(session, this)),
      m_models(new BundledModels(
          session,
          {{QStringLiteral("reverse"), kReverse, QStringLiteral("recurrence")},
           {QStringLiteral("reverse-bottleneck"), kBottleneck, QStringLiteral("recurrence")},
           {QStringLiteral("dates"), kDates, QStringLiteral("the 4th of March 1998")},
           {QStringLiteral("translate"), kTranslate, QStringLiteral("she reads very fast because she likes cakes.")}},
          this)),
      m_tabs(new QTabBar(this)),
      m_sentence(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_nothing(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_picture(new AnswerPicture(session, *m_study)),
      m_beams(new BeamView(session, *m_study)),
      m_chart(new LengthChart(*m_study)),
      m_told(new ElidedLabel(this)),
      m_widthName(new QLabel(this)),
      m_width(new QSpinBox(this)),
      m_proposed(new QLabel(this)),
      m_own(new FlatButton(this)),
      m_bar(new AnswerBar(*m_study, this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_tabs->setObjectName(QStringLiteral("answerTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (int i = 0; i < 3; ++i) m_tabs->addTab(QString());
    m_sentence->setObjectName(QStringLiteral("answerSentence"));
    m_sentence->setWordWrap(true);
    m_nothing->setObjectName(QStringLiteral("answerNeeded"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(30);
    m_told->setText(QStringLiteral(" "));
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_width->setObjectName(QStringLiteral("beamWidth"));
    m_width->setRange(1, AnswerStudy::kMostBeams);
    m_width->setValue(m_study->beams());
    m_widthName->setBuddy(m_width);
    m_own->setObjectName(QStringLiteral("ownAnswer"));
    m_stack->addWidget(scrolled(m_picture, m_stack));
    m_stack->addWidget(scrolled(m_beams, m_stack));
    m_stack->addWidget(m_chart);
    auto* const tries = new FlowLayout(nullptr, 6);
    for (QWidget* const one : std::initializer_list<QWidget*>{m_widthName, m_width, m_proposed}) tries->addWidget(one);
    for (int i = 0; i < kProposals; ++i) {
        auto* const button = new FlatButton(this);
        button->setObjectName(QStringLiteral("proposal%1").arg(i));
        connect(button, &FlatButton::clicked, this, [this, i] {
            if (i < static_cast<int>(m_proposedIds.size())) {
                m_study->force(m_study->step() - 1, m_proposedIds[static_cast<std::size_t>(i)]);
            }
        });
        tries->addWidget(button);
        m_proposals.push_back(button);
    }
    tries->addWidget(m_own);
    auto* const there = new QWidget(this);
    auto* const inner = new QVBoxLayout(there);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(4);
    auto* const head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_tabs);
    head->addWidget(m_told, 1);
    inner->addLayout(head);
    inner->addWidget(m_sentence);
    inner->addWidget(m_stack, 1);
    inner->addLayout(tries);
    inner->addWidget(m_bar);
    m_pages->addWidget(there);
    m_pages->addWidget(m_nothing);
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 12, 6);
    column->setSpacing(4);
    column->addWidget(m_models);
    column->addWidget(m_pages, 1);

    // Where type is large and the window low, the page is moved up and down.
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(wholePage(content, this));

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        if (page() == Page::Lengths) m_study->measure();
        refresh();
    });
    connect(m_width, &QSpinBox::valueChanged, m_study, &AnswerStudy::setBeams);
    connect(m_own, &FlatButton::clicked, m_study, &AnswerStudy::answerByItself);
    const auto tell = [this](const QString& told) { m_told->setText(told.isEmpty() ? QStringLiteral(" ") : told); };
    connect(m_picture, &AnswerPicture::told, m_told, tell);
    connect(m_beams, &BeamView::told, m_told, tell);
    connect(&session, &Session::traceChanged, this, &AnsweringView::read);
    connect(&session, &Session::modelChanged, this, &AnsweringView::read);
    connect(&session, &Session::textChanged, this, &AnsweringView::refresh);
    connect(m_study, &AnswerStudy::stepChanged, this, &AnsweringView::refresh);
    connect(m_study, &AnswerStudy::treeChanged, this, &AnsweringView::refresh);
    connect(m_study, &AnswerStudy::curvesChanged, this, &AnsweringView::refresh);
    retranslate();
}

AnsweringView::~AnsweringView() = default;

AnsweringView::Page AnsweringView::page() const {
    return static_cast<Page>(m_tabs->currentIndex());
}

void AnsweringView::showPage(Page page) {
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

WalkedSteps& AnsweringView::steps() {
    return *m_bar;
}

/// Takes up the run on screen, while one looks. A run of a model before has words that this one may lack.
void AnsweringView::read() {
    m_picture->show(isVisible() ? answerReading(m_session) : std::nullopt);
    if (!isVisible()) return;
    if (page() == Page::Lengths) m_study->measure();
    refresh();
}

QString AnsweringView::stepSentence() const {
    const auto& reading = m_picture->reading();
    if (!reading) return tr("The source is being read …");
    const auto words = static_cast<int>(reading->source.size());
    QString told;
    if (!reading->isRecurrent) {
        told =
            tr("No one vector stands between the two: each step of the decoder looks at all %1 vectors of the encoder.")
                .arg(words);
    } else {
        told = tr("The encoder read %1 tokens into %2 numbers, %3 for each token; from them the decoder starts.")
                   .arg(words)
                   .arg(reading->startNumbers)
                   .arg(shortNumber(static_cast<double>(reading->startNumbers) / words));
        if (!reading->looksBack()) told += QLatin1Char(' ') + tr("It cannot look back: this vector is all it knows.");
    }
    const int step = m_study->step() - 1;
    if (reading->looksBack() && step >= 0 && step < reading->steps()) {
        const auto& weights = reading->weights[static_cast<std::size_t>(step)];
        const auto most = static_cast<int>(std::ranges::max_element(weights) - weights.begin());
        const int id = reading->taken(step);
        told += QLatin1Char(' ') + tr("To write “%1” it gives “%2” %3 of its weight.")
                                       .arg(id < 0 ? QString() : m_session.wordOf(id), reading->source[most],
                                            percent(static_cast<double>(weights[static_cast<std::size_t>(most)])));
    }
    if (m_study->isForced()) told += QLatin1Char(' ') + tr("The answer was typed or forced.");
    return told;
}

QString AnsweringView::beamSentence() const {
    const auto& tree = m_study->tree();
    if (!tree) return tr("The search is under way …");
    const auto textOf = [&](int end) {
        QStringList words;
        for (const int node : tree->pathTo(end)) {
            const BeamNode& one = tree->nodes[static_cast<std::size_t>(node)];
            if (one.fate != BeamNode::Fate::Ended) words.append(m_session.wordOf(one.token));
        }
        // Letters and Chinese words stand without spaces.
        constexpr char16_t kFirstIdeograph = 0x2E80;
        const bool areClose = std::ranges::all_of(
            words, [](const QString& word) { return word.size() <= 1 || word[0].unicode() >= kFirstIdeograph; });
        return words.join(areClose ? QString() : QStringLiteral(" "));
    };
    const auto shareOf = [&](std::size_t place) {
        return percent(std::exp(tree->nodes[static_cast<std::size_t>(tree->ends[place])].logProbability));
    };
    if (tree->ends.empty()) return tr("No answer was found.");
    QString told = tr("With %1 beams the best answer is “%2”, with a probability of %3.")
                       .arg(m_study->beams())
                       .arg(textOf(tree->ends[0]), shareOf(0));
    if (tree->ends.size() > 1) {
        told += QLatin1Char(' ') + tr("The next is “%1” (%2).").arg(textOf(tree->ends[1]), shareOf(1));
    }
    return told + QLatin1Char(' ') + tr("Click a step to let the answer go that way.");
}

QString AnsweringView::lengthSentence() const {
    if (!m_study->canMeasure()) {
        return tr(
            "This model learned no task with known answers, so nothing can be counted. The buttons above open "
            "models that did.");
    }
    if (m_study->isMeasuring()) return tr("%1 held-out questions are being answered …").arg(AnswerStudy::kQuestions);
    QStringList parts;
    for (const RightByLength& curve : m_study->curves()) {
        parts.append(QStringLiteral("%1: %2 %").arg(LengthChart::titleOf(curve)).arg(100 * curve.share(), 0, 'f', 1));
    }
    return tr("Answers that are wholly right, of %1 held-out questions: %2.")
        .arg(AnswerStudy::kQuestions)
        .arg(parts.join(QStringLiteral(" · ")));
}

void AnsweringView::refresh() {
    const bool isThere = m_study->canStudy();
    m_pages->setCurrentIndex(isThere ? 0 : 1);
    m_nothing->setText(
        tr("Reading a source and answering it needs an encoder and a decoder: a seq2seq model, or a "
           "transformer with both. The buttons above open small ones."));
    if (!isThere) return;
    const QString sentences[] = {stepSentence(), beamSentence(), lengthSentence()};
    m_sentence->setText(sentences[m_tabs->currentIndex()]);
    m_widthName->setVisible(page() == Page::Beams);
    m_width->setVisible(page() == Page::Beams);
    m_bar->setVisible(page() == Page::Steps);
    m_own->setVisible(page() != Page::Lengths && m_study->isForced());
    showProposals();
}

/// What the step in question could write instead.
void AnsweringView::showProposals() {
    const auto& reading = m_picture->reading();
    const int step = m_study->step() - 1;
    const bool isThere = page() == Page::Steps && reading && step >= 0 && step < reading->steps();
    m_proposedIds.clear();
    const auto proposals = isThere ? reading->proposals(step, kProposals) : std::vector<Proposal>();
    m_proposed->setVisible(!proposals.empty());
    m_proposed->setText(tr("step %1 could write:").arg(step + 1));
    for (std::size_t i = 0; i < m_proposals.size(); ++i) {
        FlatButton* const button = m_proposals[i];
        button->setVisible(i < proposals.size());
        if (i >= proposals.size()) continue;
        m_proposedIds.push_back(proposals[i].id);
        const QString word = drawnToken(m_session.wordOf(proposals[i].id));
        button->setText(word);
        button->setDetail(percent(proposals[i].probability));
        button->setAccessibleName(
            tr("Force “%1” (%2) here and let the answer go on").arg(word, percent(proposals[i].probability)));
        button->setToolTip(button->accessibleName());
    }
}

QSizeF AnsweringView::pictureSize() const {
    const double head = fontMetrics().height() * 3.5;
    if (page() == Page::Lengths) return {760, 420 + head};
    const QSizeF whole = page() == Page::Beams ? m_beams->wholeSize() : m_picture->wholeSize();
    return {std::max(520.0, whole.width() + 16), whole.height() + head};
}

void AnsweringView::paint(QPainter& painter, const QRectF& target) {
    painter.fillRect(target, theme().stage);
    if (!m_study->canStudy()) return;
    const QSizeF size = pictureSize();
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    const double head = fontMetrics().height() * 3.5;
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(8, 6, size.width() - 16, head), Qt::TextWordWrap, m_sentence->text());
    painter.translate(4, head);
    if (page() == Page::Steps) m_picture->paintInto(painter);
    if (page() == Page::Beams) m_beams->paintInto(painter);
    if (page() == Page::Lengths) m_chart->paintInto(painter, {0, 0, size.width() - 8, size.height() - head});
    painter.restore();
}

bool AnsweringView::hasNumbers() const {
    switch (page()) {
        case Page::Steps:
            return m_picture->reading().has_value();
        case Page::Beams:
            return m_study->tree() != nullptr;
        case Page::Lengths:
            return !m_study->curves().empty();
    }
    return false;
}

bool AnsweringView::isBusy() const {
    return m_study->isBusy();
}

/// The picture keeps room for both rows, however large the type is.
void AnsweringView::fitType() {
    m_stack->setMinimumHeight(fontMetrics().height() * 10);
}

void AnsweringView::retranslate() {
    fitType();
    setAccessibleName(tr("Reading and answering"));
    m_tabs->setAccessibleName(tr("What is shown of the answer"));
    m_tabs->setTabText(0, tr("Step by step"));
    m_tabs->setTabText(1, tr("Beam search"));
    m_tabs->setTabText(2, tr("Right by length"));
    m_picture->setAccessibleName(tr("Encoder and decoder, step by step"));
    m_beams->setAccessibleName(tr("Beam search as a tree"));
    m_widthName->setText(tr("beams"));
    m_width->setAccessibleName(tr("Number of beams"));
    m_own->setText(tr("Its own answer"));
    m_own->setAccessibleName(tr("Let the model answer by itself again"));
    m_own->setToolTip(m_own->accessibleName());
    refresh();
}

void AnsweringView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) fitType();
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // Later: the views inside hear of the language only after this.
        QMetaObject::invokeMethod(this, &AnsweringView::refresh, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

void AnsweringView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
    m_study->want(true);
}

void AnsweringView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_study->want(false);
}

void AnsweringView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

void AnsweringView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (m_study->canStudy()) m_tabs->setFocus(event->reason());
}

}  // namespace attentarium
