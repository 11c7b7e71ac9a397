#include "ui/views/token_strip/word_edit.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <algorithm>

#include "ui/explain/theme.h"

namespace attentarium {

WordEdit::WordEdit(QWidget* parent) : QLineEdit(parent) {
    setFrame(false);
    setTextMargins(6, 0, 6, 0);
    setAutoFillBackground(false);
    connect(this, &QLineEdit::textChanged, this, &QWidget::updateGeometry);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (m_completes == Completes::AtCharacter && !m_composing) complete();
    });
}

void WordEdit::begin(const QString& word) {
    setText(word);
    selectAll();
    setFocus(Qt::OtherFocusReason);
}

QSize WordEdit::sizeHint() const {
    const QString widest = text().isEmpty() ? placeholderText() : text();
    const int height = fontMetrics().height();
    return {std::max(fontMetrics().horizontalAdvance(widest) + 5 * height / 2, 4 * height), height * 3 / 2};
}

void WordEdit::complete() {
    // Handing over may take the focus away, which must not hand over again.
    if (m_handingOver) return;
    const QScopedValueRollback guard(m_handingOver, true);
    Q_EMIT completed(text());
}

void WordEdit::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            complete();
            return;
        case Qt::Key_Escape:
            Q_EMIT cancelled();
            return;
        case Qt::Key_Space:
            if (m_composing || m_completes == Completes::AtCharacter || m_completes == Completes::AtEnter) break;
            if (!text().trimmed().isEmpty()) complete();
            return;
        case Qt::Key_Left:
        case Qt::Key_Backspace:
            if (cursorPosition() > 0 || hasSelectedText()) break;
            Q_EMIT leftAsked();
            return;
        default:
            break;
    }
    QLineEdit::keyPressEvent(event);
}

void WordEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_composing = !event->preeditString().isEmpty();
    const bool committed = !event->commitString().isEmpty() && !m_composing;
    QLineEdit::inputMethodEvent(event);
    if (committed && m_completes == Completes::AtCommit) complete();
}

void WordEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    m_composing = false;
    // A menu or another window over ours is no end of the word.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) complete();
}

void WordEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& colours = theme();
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(colours.mutedInk, 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
}

bool WordEdit::event(QEvent* event) {
    // Everything typed is text here, even what steps through the trace elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && key->key() != Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

}  // namespace attentarium
