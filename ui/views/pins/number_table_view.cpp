#include "ui/views/pins/number_table_view.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/spreadsheet_text.h"

namespace attentarium {
namespace {

/// In two digits; nothing where that would say too little.
QString inTwoDigits(double number) {
    const double size = std::abs(number);
    return number == 0 || (size >= 0.005 && size < 99.5) ? cellNumber(number) : QString();
}

/// A coloured cell; hatched where the mask hides the number, outlined where it is chosen.
class NumberCell : public QStyledItemDelegate {
  public:
    explicit NumberCell(const NumberTableView& view) : m_view(view) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const double number = index.data(NumberTableModel::NumberRole).toDouble();
        const QRectF cell = QRectF(option.rect);
        const QRgb colour = m_view.colourAt(number);
        if (std::isinf(number)) {
            painter->fillRect(cell, theme().panel);
            painter->fillRect(cell, QBrush(theme().line, Qt::BDiagPattern));
        } else {
            painter->fillRect(cell, QColor(colour));
            const QFontMetrics metrics(option.font);
            QString text = index.data().toString();
            // Two digits where three have no room.
            if (metrics.horizontalAdvance(text) + 4 > option.rect.width()) text = inTwoDigits(number);
            if (metrics.horizontalAdvance(text) + 2 <= option.rect.width()) {
                painter->setPen(inkOn(colour));
                painter->drawText(cell, Qt::AlignCenter, text);
            }
        }
        if (option.state & QStyle::State_Selected || option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme().ink, 2));
            painter->drawRect(cell.adjusted(1, 1, -1, -1));
        }
    }

  private:
    const NumberTableView& m_view;
};

}  // namespace

NumberTableView::NumberTableView(QWidget* parent)
    : QTableView(parent), m_model(new NumberTableModel({shortNumber, fullNumber}, this)) {
    setModel(m_model);
    auto* const cells = new NumberCell(*this);
    cells->setParent(this);
    setItemDelegate(cells);
    setShowGrid(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(4);
    verticalHeader()->setMinimumSectionSize(8);
}

void NumberTableView::setTable(NumberTable table, bool shares) {
    m_limit = table.largest();
    m_shares = shares;
    m_model->setTable(std::move(table));
    fit();
}

QRgb NumberTableView::colourAt(double number) const {
    return m_shares ? sequential(number, theme().attention) : diverging(number, m_limit);
}

void NumberTableView::copy() const {
    const NumberTable& all = m_model->table();
    QItemSelection chosen = selectionModel()->selection();
    if (selectionModel()->selectedIndexes().size() < 2 && all.rows > 0 && all.columns > 0) {
        chosen = QItemSelection(m_model->index(0, 0), m_model->index(all.rows - 1, all.columns - 1));
    }
    QString text;
    for (const QItemSelectionRange& range : chosen) {
        QStringList rows, columns;
        for (int row = range.top(); row <= range.bottom(); ++row) rows += all.rowName(row);
        for (int column = range.left(); column <= range.right(); ++column) columns += all.columnName(column);
        text += spreadsheetText(
            rows, columns, [&](int row, int column) { return all.at(range.top() + row, range.left() + column); },
            QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(text);
}

QSize NumberTableView::sizeHint() const {
    const int line = fontMetrics().height();
    const int rows = std::min(m_model->table().rows, 12);
    return {line * 14, std::max(line * 5, rows * verticalHeader()->defaultSectionSize() + line * 3)};
}

QSize NumberTableView::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 10, line * 5};
}

void NumberTableView::fit() {
    const int line = fontMetrics().height();
    // All rows at once where they can still be read, so that the last word is not out of sight.
    const int rows = std::max(1, m_model->table().rows);
    verticalHeader()->setDefaultSectionSize(std::clamp(viewport()->height() / rows, line, line * 5 / 4));
    // Printed where all columns have room for it, else as small as they can be seen.
    const int columns = std::max(1, m_model->table().columns);
    const int room = viewport()->width() / columns;
    const int printed = fontMetrics().horizontalAdvance(QStringLiteral("−0.000")) + 6;
    const int least = fontMetrics().horizontalAdvance(QStringLiteral("−.00")) + 4;
    horizontalHeader()->setDefaultSectionSize(std::clamp(room, least, printed * 2));
}

void NumberTableView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void NumberTableView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) fit();
}

void NumberTableView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QTableView::keyPressEvent(event);
}

}  // namespace attentarium
