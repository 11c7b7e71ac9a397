#include "ui/views/tokens/corpus_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/explain/numbers.h"
#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/elided_label.h"
#include "ui/views/tokens/token_words.h"
#include "ui/views/tokens/zipf_chart.h"

namespace attentarium {
namespace {

/// What stands before a word ends at the word, so its beginning is what has no room.
class BeforeDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideLeft;
    }
};

QTableWidgetItem* cell(const QString& text, Qt::Alignment alignment) {
    auto* const item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    // The whole of what may have no room.
    item->setToolTip(text);
    return item;
}

}  // namespace

QTableWidget* CorpusView::listWidget(int columns, const QString& name) {
    auto* const list = new QTableWidget(0, columns, this);
    list->setObjectName(name);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setTabKeyNavigation(false);
    list->setFrameShape(QFrame::NoFrame);
    list->setShowGrid(false);
    list->setWordWrap(false);
    list->verticalHeader()->hide();
    list->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    list->horizontalHeader()->setHighlightSections(false);
    // Only what is in sight is measured.
    list->horizontalHeader()->setResizeContentsPrecision(0);
    return list;
}

CorpusView::CorpusView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_study(session.textStudy()),
      m_figures(new QLabel(this)),
      m_chart(new ZipfChart(this)),
      m_words(listWidget(3, QStringLiteral("words"))),
      m_sought(new QLineEdit(this)),
      m_total(new ElidedLabel(this)),
      m_lines(listWidget(3, QStringLiteral("context"))) {
    m_figures->setWordWrap(true);
    m_figures->setObjectName(QStringLiteral("corpusFigures"));
    m_words->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_words->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_lines->horizontalHeader()->hide();
    m_lines->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_lines->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_lines->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_lines->setItemDelegateForColumn(0, new BeforeDelegate(m_lines));
    m_sought->setObjectName(QStringLiteral("sought"));
    m_sought->setClearButtonEnabled(true);
    auto* const upper = new QSplitter(this);
    upper->setChildrenCollapsible(false);
    upper->addWidget(m_chart);
    upper->addWidget(m_words);
    upper->setStretchFactor(0, 3);
    upper->setStretchFactor(1, 2);
    auto* const search = new QHBoxLayout;
    search->addWidget(m_sought, 1);
    search->addWidget(m_total, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(6);
    column->addWidget(m_figures);
    column->addWidget(upper, 3);
    column->addLayout(search);
    column->addWidget(m_lines, 2);
    connect(&m_study, &TextStudy::textChanged, this, &CorpusView::showFigures);
    connect(&m_study, &TextStudy::searched, this, &CorpusView::showFound);
    connect(m_sought, &QLineEdit::textChanged, &m_study, &TextStudy::search);
    // A word of the list is looked for in the text.
    connect(m_words, &QTableWidget::itemSelectionChanged, this, [this] {
        const QTableWidgetItem* const word = m_words->item(m_words->currentRow(), 0);
        if (word && m_words->hasFocus()) m_sought->setText(word->text());
    });
    retranslate();
}

QString CorpusView::figures() const {
    return m_figures->text();
}

void CorpusView::showFigures() {
    const auto& figures = m_study.figures();
    if (!figures || !isVisible()) return;
    m_figures->setText(QStringList{
        tr("bytes: %1").arg(grouped(figures->bytes)), tr("characters: %1").arg(grouped(figures->characters)),
        tr("words: %1").arg(grouped(figures->words)), tr("different words: %1").arg(grouped(figures->vocabulary)),
        tr("that stand only once: %1").arg(grouped(figures->once))}
                           .join(QStringLiteral(" · ")));
    m_chart->show(*figures);
    const QSignalBlocker quiet(m_words);
    m_words->setRowCount(static_cast<int>(figures->frequent.size()));
    for (int row = 0; row < m_words->rowCount(); ++row) {
        const CorpusFigures::Word& word = figures->frequent[static_cast<std::size_t>(row)];
        m_words->setItem(row, 0, cell(word.text, Qt::AlignLeft));
        m_words->setItem(row, 1, cell(grouped(word.count), Qt::AlignRight));
        m_words->setItem(
            row, 2, cell(QStringLiteral("%1 %").arg(shortNumber(100 * figures->share(word.count))), Qt::AlignRight));
    }
}

void CorpusView::showFound() {
    const auto& found = m_study.found();
    const bool isAsked = found && !found->sought.isEmpty();
    const QSignalBlocker quiet(m_lines);
    m_lines->setRowCount(isAsked ? static_cast<int>(found->lines.size()) : 0);
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const ContextLine& line = found->lines[static_cast<std::size_t>(row)];
        m_lines->setItem(row, 0, cell(line.before, Qt::AlignRight));
        QTableWidgetItem* const word = cell(line.word, Qt::AlignHCenter);
        QFont bold = m_lines->font();
        bold.setBold(true);
        word->setFont(bold);
        m_lines->setItem(row, 1, word);
        m_lines->setItem(row, 2, cell(line.after, Qt::AlignLeft));
        const QString whole = line.before + line.word + line.after;
        for (int column = 0; column < 3; ++column) m_lines->item(row, column)->setToolTip(whole);
    }
    if (!isAsked) {
        m_total->clear();
    } else if (found->total > static_cast<std::int64_t>(found->lines.size())) {
        m_total->setText(tr("found: %1 · the first %2 are shown").arg(grouped(found->total)).arg(found->lines.size()));
    } else {
        m_total->setText(tr("found: %1").arg(grouped(found->total)));
    }
}

void CorpusView::retranslate() {
    m_words->setHorizontalHeaderLabels({tr("word"), tr("count"), tr("share")});
    m_words->setAccessibleName(tr("The most frequent words"));
    m_sought->setPlaceholderText(tr("Search in context: a word or a phrase"));
    m_sought->setAccessibleName(tr("Search in context"));
    m_lines->setAccessibleName(tr("Where the word stands, with what is around it"));
    showFigures();
    showFound();
}

QString CorpusView::csv() const {
    QString table = QStringLiteral("rank,word,count,share\n");
    const auto& figures = m_study.figures();
    if (!figures) return {};
    int rank = 0;
    for (const CorpusFigures::Word& word : figures->frequent) {
        table += QStringLiteral("%1,%2,%3,%4\n")
                     .arg(++rank)
                     .arg(quoted(word.text))
                     .arg(word.count)
                     .arg(figures->share(word.count), 0, 'g', 17);
    }
    return table;
}

void CorpusView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showFigures();
}

void CorpusView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
