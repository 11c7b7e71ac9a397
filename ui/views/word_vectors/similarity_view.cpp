#include "ui/views/word_vectors/similarity_view.h"

#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "engine/geometry/similarity.h"
#include "engine/text/word_class.h"
#include "ui/explain/theme.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/session/word_table.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/spreadsheet_text.h"

namespace attentarium {
namespace {

constexpr int kMostWords = 40;

QStringList splitWords(const QString& text) {
    static const QRegularExpression gaps(QStringLiteral("[\\s,，、;；]+"));
    QStringList words = text.split(gaps, Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

}  // namespace

SimilarityView::SimilarityView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_forms(new QTabBar(this)),
      m_addName(new QLabel(this)),
      m_orderName(new QLabel(this)),
      m_pairsName(new QLabel(this)),
      m_wordsName(new QLabel(this)),
      m_add(new QLineEdit(this)),
      m_pairs(new QLineEdit(this)),
      m_words(new QLineEdit(this)),
      m_order(new QComboBox(this)),
      m_remark(new QLabel(this)),
      m_again(new FlatButton(this)),
      m_open(new FlatButton(this)),
      m_figure(new VectorFigure([this](FigureSheet& sheet) { draw(sheet); })),
      m_told(new ElidedLabel(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_forms->setObjectName(QStringLiteral("similarityForms"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    m_forms->addTab(QString());
    m_forms->addTab(QString());
    m_add->setObjectName(QStringLiteral("addWords"));
    m_pairs->setObjectName(QStringLiteral("biasPairs"));
    m_words->setObjectName(QStringLiteral("biasWords"));
    m_order->setObjectName(QStringLiteral("wordOrder"));
    m_remark->setObjectName(QStringLiteral("similarityRemark"));
    m_again->setObjectName(QStringLiteral("wordsAgain"));
    m_open->setObjectName(QStringLiteral("openBiased"));
    m_told->setObjectName(QStringLiteral("similarityTold"));
    m_addName->setBuddy(m_add);
    m_orderName->setBuddy(m_order);
    m_pairsName->setBuddy(m_pairs);
    m_wordsName->setBuddy(m_words);
    m_remark->setWordWrap(true);
    m_order->addItem(QString());
    m_order->addItem(QString());
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(12, 0, 12, 0);
    top->setSpacing(8);
    top->addWidget(m_forms);
    top->addWidget(m_addName);
    top->addWidget(m_add, 1);
    top->addWidget(m_orderName);
    top->addWidget(m_order);
    top->addStretch(0);
    top->addWidget(m_again);
    auto* const lists = new QGridLayout;
    lists->setContentsMargins(12, 0, 12, 0);
    lists->setSpacing(4);
    lists->addWidget(m_pairsName, 0, 0);
    lists->addWidget(m_pairs, 0, 1);
    lists->addWidget(m_wordsName, 1, 0);
    lists->addWidget(m_words, 1, 1);
    lists->setColumnStretch(1, 1);
    auto* const remark = new QHBoxLayout;
    remark->setContentsMargins(12, 0, 12, 0);
    remark->addWidget(m_remark, 1);
    remark->addWidget(m_open);
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 6);
    below->addWidget(m_told);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(top);
    column->addLayout(lists);
    column->addLayout(remark);
    column->addWidget(scrolled(m_figure, this), 1);
    column->addLayout(below);
    connect(m_forms, &QTabBar::currentChanged, this, &SimilarityView::refresh);
    connect(m_add, &QLineEdit::returnPressed, this, &SimilarityView::addWords);
    connect(m_order, &QComboBox::activated, this, &SimilarityView::refresh);
    connect(m_pairs, &QLineEdit::textEdited, this, [this] {
        m_hasOwnPairs = true;
        refresh();
    });
    connect(m_words, &QLineEdit::textEdited, this, [this] {
        m_hasOwnWords = true;
        refresh();
    });
    connect(m_again, &FlatButton::clicked, this, [this] {
        m_isOwn = m_hasOwnPairs = m_hasOwnWords = false;
        m_refused.clear();
        m_pair = {-1, -1};
        refresh();
    });
    connect(m_open, &FlatButton::clicked, this, [this] {
        const Checkpoint* const open = m_session.checkpoint();
        const QString name = open && open->language == Language::Chinese ? QStringLiteral("/biased-world-zh")
                                                                         : QStringLiteral("/biased-world-en");
        m_session.openModel(resourceFolder(QStringLiteral("checkpoints")) + name);
    });
    connect(m_figure, &VectorFigure::told, this,
            [this](const QString& told) { m_told->setText(told.isEmpty() ? QStringLiteral(" ") : told); });
    connect(&session, &Session::modelChanged, this, [this] {
        m_isOwn = m_hasOwnPairs = m_hasOwnWords = false;
        m_refused.clear();
        m_pair = {-1, -1};
        m_told->setText(QStringLiteral(" "));
        refresh();
    });
    connect(&session, &Session::traceChanged, this, &SimilarityView::refresh);
    m_told->setText(QStringLiteral(" "));
    retranslate();
}

SimilarityView::Form SimilarityView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void SimilarityView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

void SimilarityView::addWords() {
    const WordTable table(m_session);
    m_refused.clear();
    for (const QString& word : splitWords(m_add->text())) {
        if (table.find(word) < 0 || (m_chosen.size() >= kMostWords && !m_chosen.contains(word))) {
            m_refused.append(word);
        } else if (!m_chosen.contains(word)) {
            m_chosen.append(word);
            m_isOwn = true;
        }
    }
    m_add->setText(m_refused.join(QLatin1Char(' ')));
    m_pair = {-1, -1};
    refresh();
}

void SimilarityView::readSimilarity() {
    const WordTable table(m_session);
    if (!m_isOwn) m_chosen = table.wordsToCompare();
    m_similarity = {};
    const auto groupOf = [&](const QString& word) -> int {
        const auto kind = wordClass(word.toStdString(), table.language());
        return kind ? static_cast<int>(*kind) : 100;
    };
    m_similarity.words = m_chosen;
    if (m_order->currentIndex() == 1) {
        std::ranges::stable_sort(m_similarity.words, {}, groupOf);
        const QStringList titles{tr("people"),     tr("animals"),  tr("things"),         tr("places"), tr("verbs"),
                                 tr("adjectives"), tr("pronouns"), tr("function words"), tr("marks")};
        for (const QString& word : m_similarity.words) {
            m_similarity.groups.append(groupOf(word) < titles.size() ? titles[groupOf(word)] : tr("others"));
        }
    }
    std::vector<int> ids;
    for (const QString& word : m_similarity.words) ids.push_back(table.find(word));
    const Points points = table.rows(ids);
    for (std::int64_t row = 0; row < points.count; ++row) {
        for (std::int64_t column = 0; column < points.count; ++column) {
            m_similarity.cosines.push_back(row == column ? 1 : cosine(points[row], points[column]));
        }
    }
}

void SimilarityView::readBias() {
    const WordTable table(m_session);
    const auto fill = [](QLineEdit* line, const QStringList& words) {
        line->setText(words.join(QStringLiteral(", ")));
        line->setCursorPosition(0);
    };
    if (!m_hasOwnPairs) fill(m_pairs, table.pairsOfGender());
    if (!m_hasOwnWords) fill(m_words, table.wordsThatMayLean());
    m_report = table.isEmpty() ? WordBiasReport()
                               : wordBiasReport(table, splitWords(m_pairs->text()), splitWords(m_words->text()));
}

void SimilarityView::refresh() {
    if (!isVisible()) return;
    const bool bias = form() == Form::Bias;
    const bool isEmpty = WordTable(m_session).isEmpty();
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_addName, m_add, m_orderName, m_order}) {
        widget->setVisible(!bias && !isEmpty);
    }
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_pairsName, m_pairs, m_wordsName, m_words}) {
        widget->setVisible(bias && !isEmpty);
    }
    QString remark;
    if (isEmpty) {
        remark = tr("No model with word vectors is open.");
    } else if (bias) {
        readBias();
        if (!m_report.unknown.isEmpty()) {
            remark = tr("Left out, since the model does not know it or it is no pair of words: %1.")
                         .arg(m_report.unknown.join(QStringLiteral(", ")));
        } else if (!m_report.knownBias) {
            remark = tr("What the text of this model says of these words is not known. In the biased world it is.");
        }
    } else {
        readSimilarity();
        if (!m_refused.isEmpty()) {
            remark = m_chosen.size() >= kMostWords
                         ? tr("There is room for %1 words: take some away first.").arg(kMostWords)
                         : tr("The model does not know %1.").arg(m_refused.join(QStringLiteral(", ")));
        }
    }
    m_again->setVisible(bias ? m_hasOwnPairs || m_hasOwnWords : m_isOwn);
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_open->setVisible(bias && !isEmpty && !m_report.knownBias);
    m_figure->setAccessibleDescription(isEmpty ? remark
                                       : bias  ? biasTold(m_report)
                                               : similarityTold(m_similarity, m_pair));
    m_figure->refresh();
}

void SimilarityView::draw(FigureSheet& sheet) {
    if (WordTable(m_session).isEmpty()) return;
    if (form() == Form::Bias) return drawBias(sheet, m_report);
    drawSimilarity(
        sheet, m_similarity, m_pair,
        [this](int word) {
            m_chosen.removeAll(m_similarity.words[word]);
            m_isOwn = true;
            m_pair = {-1, -1};
            refresh();
        },
        [this](int row, int column) {
            m_pair = {row, column};
            // A word of the sentence is then the one in question everywhere.
            const auto place = m_session.tracedWords().indexOf(m_similarity.words[row]);
            if (place >= 0) m_session.selectToken(static_cast<int>(place));
            refresh();
        });
}

void SimilarityView::paint(QPainter& painter, const QRectF& target) {
    m_figure->paintAll(painter, target);
}

QSizeF SimilarityView::pictureSize() const {
    return m_figure->sizeOfAll();
}

QString SimilarityView::csv() const {
    if (form() == Form::Similarity) {
        return spreadsheetText(
            m_similarity.words, m_similarity.words,
            [this](int row, int column) { return m_similarity.at(row, column); }, QLatin1Char(','));
    }
    QStringList words;
    for (const auto& word : m_report.words) words.append(word.text);
    return spreadsheetText(
        words,
        {QStringLiteral("before"), QStringLiteral("after"), QStringLiteral("nearer_before"),
         QStringLiteral("nearer_after"), QStringLiteral("known_share")},
        [this](int row, int column) {
            const auto& word = m_report.words[static_cast<std::size_t>(row)];
            const double numbers[] = {word.before, word.after, word.nearBefore, word.nearAfter,
                                      word.known.value_or(std::nan(""))};
            return numbers[column];
        },
        QLatin1Char(','));
}

void SimilarityView::retranslate() {
    setAccessibleName(tr("Similarity and bias"));
    m_forms->setAccessibleName(tr("What is compared"));
    m_forms->setTabText(0, tr("Similarity"));
    m_forms->setTabText(1, tr("Bias"));
    m_addName->setText(tr("Add:"));
    m_add->setAccessibleName(tr("Words to add"));
    m_add->setPlaceholderText(tr("words, then Enter"));
    m_orderName->setText(tr("Order:"));
    m_order->setItemText(0, tr("as given"));
    m_order->setItemText(1, tr("by group"));
    m_order->setAccessibleName(tr("Order of the words"));
    m_pairsName->setText(tr("Pairs:"));
    m_pairs->setAccessibleName(tr("Pairs of words that define the direction"));
    m_pairs->setToolTip(tr("Pairs such as she/he, divided by commas"));
    m_wordsName->setText(tr("Words:"));
    m_words->setAccessibleName(tr("Words to lay along the direction"));
    m_words->setToolTip(tr("Words divided by commas"));
    m_again->setText(tr("Start again"));
    m_again->setAccessibleName(tr("The words of the beginning again"));
    m_open->setText(tr("Open the biased world's vectors"));
    m_open->setAccessibleName(m_open->text());
    m_figure->setAccessibleName(tr("Cosines between words"));
    refresh();
}

void SimilarityView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void SimilarityView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void SimilarityView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    m_forms->setFocus(event->reason());
}

void SimilarityView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

}  // namespace attentarium
