#include "ui/views/word_map/word_list.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/explain/numbers.h"

namespace attentarium {

WordList::WordList(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_table(new QTableWidget(0, 2, this)) {
    m_title->setObjectName(QStringLiteral("listTitle"));
    m_title->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("wordList"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setResizeContentsPrecision(0);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    const auto choose = [this](int row) {
        if (row >= 0 && row < static_cast<int>(m_rows.size()))
            Q_EMIT chosen(m_rows[static_cast<std::size_t>(row)].word);
    };
    connect(m_table, &QTableWidget::cellClicked, this, choose);
    connect(m_table, &QTableWidget::cellActivated, this, choose);
    retranslate();
}

QString WordList::title() const {
    return m_title->text();
}

void WordList::show(const QString& title, const std::vector<Row>& rows) {
    m_title->setText(title);
    m_table->setAccessibleName(title.isEmpty() ? tr("Words") : title);
    if (m_rows == rows) return;
    m_rows = rows;
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const Row& row = rows[static_cast<std::size_t>(i)];
        auto* const word = new QTableWidgetItem(row.text);
        word->setToolTip(row.hint);
        auto* const number = new QTableWidgetItem(row.number ? shortNumber(*row.number) : QString());
        number->setToolTip(row.number ? fullNumber(*row.number) : row.hint);
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(i, 0, word);
        m_table->setItem(i, 1, number);
    }
    m_table->scrollToTop();
}

void WordList::retranslate() {
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    if (m_title->text().isEmpty()) m_table->setAccessibleName(tr("Words"));
}

void WordList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
