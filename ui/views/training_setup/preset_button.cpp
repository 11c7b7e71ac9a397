#include "ui/views/training_setup/preset_button.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include "ui/explain/theme.h"

namespace attentarium {

PresetButton::PresetButton(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PresetButton::setWords(const QString& title, const QString& story) {
    setText(title);
    m_story = story;
    setAccessibleName(title);
    setAccessibleDescription(story);
    updateGeometry();
    update();
}

QFont PresetButton::titleFont() const {
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

int PresetButton::heightForWidth(int width) const {
    const QRect room(0, 0, width - 2 * padding(), 10'000);
    return QFontMetrics(titleFont()).height() + fontMetrics().boundingRect(room, Qt::TextWordWrap, m_story).height() +
           2 * padding() + 2;
}

QSize PresetButton::sizeHint() const {
    const int width = fontMetrics().height() * 15;
    return {width, heightForWidth(width)};
}

QSize PresetButton::minimumSizeHint() const {
    return {QFontMetrics(titleFont()).horizontalAdvance(text()) + 2 * padding(), heightForWidth(width())};
}

void PresetButton::paintEvent(QPaintEvent*) {
    const Theme& colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = isDown() || isChecked() || underMouse();
    const double edge = hasFocus() || isChecked() ? 2 : 1;
    painter.setPen(QPen(isChecked() || hasFocus() ? colours.accent : colours.line, edge));
    painter.setBrush(lit ? colours.accentSoft : colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRect room = rect().adjusted(padding(), padding(), -padding(), -padding());
    painter.setPen(colours.ink);
    painter.setFont(titleFont());
    // What is chosen has a sign too.
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop, isChecked() ? QStringLiteral("✓ ") + text() : text());
    painter.setFont(font());
    painter.drawText(room.adjusted(0, QFontMetrics(titleFont()).height() + 2, 0, 0), Qt::TextWordWrap, m_story);
}

void PresetButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

void PresetButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        // The arrows belong to whoever steps through the trace.
        event->ignore();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

}  // namespace attentarium
