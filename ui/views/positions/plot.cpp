#include "ui/views/positions/plot.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/explain/theme.h"
#include "ui/views/spreadsheet_text.h"

namespace attentarium {

Plot::Plot(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    // Beside the pointer too, with the whole of what may be shortened on the sides.
    connect(this, &Plot::told, this,
            [this](const QString& sentence) { setToolTip(sentence.isEmpty() ? m_title : sentence); });
}

QSize Plot::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 6, line * m_leastLines};
}

QString Plot::csv() const {
    QStringList rows, columns;
    for (int row = 0; row < tableRows(); ++row) rows.append(rowName(row));
    for (int column = 0; column < tableColumns(); ++column) columns.append(columnName(column));
    return spreadsheetText(
        rows, columns, [this](int row, int column) { return numberAt(row, column); }, QLatin1Char(','));
}

void Plot::setTitle(const QString& title) {
    m_title = title;
    setAccessibleName(title);
    setToolTip(title);
}

QFont Plot::smallFont() const {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    return small;
}

QRectF Plot::belowTitle(const QRectF& area) const {
    return area.adjusted(0, QFontMetricsF(font()).height() * 1.25, 0, 0);
}

QRectF Plot::paintTitle(QPainter& painter, const QRectF& area) const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    painter.setFont(bold);
    painter.setPen(theme().ink);
    painter.drawText(area.topLeft() + QPointF(0, metrics.ascent()),
                     metrics.elidedText(m_title, Qt::ElideRight, area.width()));
    return belowTitle(area);
}

void Plot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme().stage);
    const QRectF area = QRectF(rect()).adjusted(4, 2, -4, -2);
    paintIn(painter, area);
    paintMarks(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

bool Plot::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Up:
            case Qt::Key_Down:
                event->accept();
                return true;
            default:
                break;
        }
    }
    return QWidget::event(event);
}

void Plot::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        forget();
        update();
    }
    QWidget::changeEvent(event);
}

void Plot::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void Plot::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace attentarium
