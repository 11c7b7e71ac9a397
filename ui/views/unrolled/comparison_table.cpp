#include "ui/views/unrolled/comparison_table.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QStyle>
#include <algorithm>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/views/unrolled/comparison_plan.h"

namespace attentarium {

ComparisonTable::ComparisonTable(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QStringList ComparisonTable::headOf(const ComparedModel& model) {
    return {tr("parameters: %1").arg(QLocale(QLocale::English).toString(static_cast<qlonglong>(model.parameters))),
            tr("loss in all: %1").arg(shortNumber(model.total)),
            tr("%1 ms per word").arg(shortNumber(model.milliseconds))};
}

ComparisonTable::Plan ComparisonTable::planIn(QSizeF room) const {
    QStringList heads;
    for (const ComparedModel& model : m_comparison->models) heads += headOf(model);
    return {*m_comparison, font(), room, heads};
}

QSizeF ComparisonTable::sizeIn(QSizeF room) const {
    return tableRows() == 0 ? room : planIn(room).size;
}

void ComparisonTable::show(std::shared_ptr<const Comparison> comparison) {
    m_comparison = std::move(comparison);
    m_hoveredRow = m_hoveredWord = -1;
    if (m_word >= tableColumns() || m_row >= tableRows()) m_row = m_word = -1;
    layOut();
}

void ComparisonTable::setRoom(QSizeF room) {
    if (std::exchange(m_room, room) != room) layOut();
}

void ComparisonTable::layOut() {
    m_planned = m_room;
    if (tableRows() > 0 && sizeIn(m_room).width() > m_room.width()) {
        // A scroll bar takes some of the height.
        m_planned -= QSizeF(0, style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2);
    }
    setFixedSize(sizeIn(m_planned).toSize());
    update();
}

void ComparisonTable::markWord(int word) {
    if (std::exchange(m_word, word) != word) update();
}

QString ComparisonTable::told() const {
    const bool isHovered = m_hoveredRow >= 0;
    const int row = isHovered ? m_hoveredRow : m_row, word = isHovered ? m_hoveredWord : m_word;
    if (row < 0 || word < 0 || row >= tableRows() || word >= tableColumns()) return {};
    //: a model, the word it has just read, and what it says
    return tr("%1, after “%2”: %3").arg(rowName(row), columnName(word), cellText(row, word));
}

QString ComparisonTable::cellText(int row, int column) const {
    if (row >= tableRows() || column >= tableColumns()) return {};
    const ComparedStep& step =
        m_comparison->models[static_cast<std::size_t>(row)].steps[static_cast<std::size_t>(column)];
    QStringList parts;
    for (const auto& [word, share] : step.next) {
        parts.append(QStringLiteral("%1 %2").arg(word, QString::number(share * 100, 'f', 2) + QStringLiteral(" %")));
    }
    const QString next = parts.join(QStringLiteral(" · "));
    if (column + 1 >= tableColumns()) return next;
    return tr("%1; then came “%2” with %3 %, a loss of %4 nats")
        .arg(next, m_comparison->words[column + 1], QString::number(step.probability * 100, 'f', 2),
             QString::number(step.loss, 'f', 4));
}

QRect ComparisonTable::cellRect(int row, int column) const {
    return tableRows() == 0 ? QRect() : planIn(m_planned).cell(row, column).toAlignedRect();
}

void ComparisonTable::chooseCell(int row, int column) {
    if (row >= tableRows() || column >= tableColumns()) return;
    m_row = row;
    m_word = column;
    update();
    Q_EMIT wordChosen(column);
    Q_EMIT pointed();
}

std::pair<int, int> ComparisonTable::placeAt(QPointF place) const {
    if (tableRows() == 0) return {-1, -1};
    const Plan plan = planIn(m_planned);
    // What is scrolled under the names of the models cannot be seen.
    if (place.x() < plan.side + std::max(0, -x()) || place.y() < plan.top) return {-1, -1};
    const int row = static_cast<int>((place.y() - plan.top) / plan.row);
    const int word = static_cast<int>((place.x() - plan.side) / plan.column);
    return row < tableRows() && word < tableColumns() ? std::pair(row, word) : std::pair(-1, -1);
}

void ComparisonTable::mouseMoveEvent(QMouseEvent* event) {
    const auto [row, word] = placeAt(event->position());
    if (row == m_hoveredRow && word == m_hoveredWord) return;
    m_hoveredRow = row;
    m_hoveredWord = word;
    update();
    Q_EMIT pointed();
}

void ComparisonTable::mousePressEvent(QMouseEvent* event) {
    const auto [row, word] = placeAt(event->position());
    if (event->button() == Qt::LeftButton && row >= 0) chooseCell(row, word);
}

void ComparisonTable::leaveEvent(QEvent*) {
    m_hoveredRow = m_hoveredWord = -1;
    update();
    Q_EMIT pointed();
}

void ComparisonTable::keyPressEvent(QKeyEvent* event) {
    int rows = 0, words = 0;
    switch (event->key()) {
        case Qt::Key_Left:
            words = -1;
            break;
        case Qt::Key_Right:
            words = 1;
            break;
        case Qt::Key_Up:
            rows = -1;
            break;
        case Qt::Key_Down:
            rows = 1;
            break;
        default:
            return QWidget::keyPressEvent(event);
    }
    if (tableRows() == 0) return;
    const bool isFirst = m_row < 0;
    chooseCell(isFirst ? 0 : std::clamp(m_row + rows, 0, tableRows() - 1),
               isFirst ? std::max(0, m_word) : std::clamp(m_word + words, 0, tableColumns() - 1));
    Q_EMIT reached(cellRect(m_row, m_word));
}

bool ComparisonTable::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key >= Qt::Key_Left && key <= Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ComparisonTable::focusInEvent(QFocusEvent*) {
    update();
}

void ComparisonTable::focusOutEvent(QFocusEvent*) {
    update();
}

void ComparisonTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LanguageChange) {
        layOut();
    }
}

}  // namespace attentarium
