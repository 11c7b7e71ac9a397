#include "ui/views/flat_button.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/explain/theme.h"

namespace attentarium {

FlatButton::FlatButton(QWidget* parent, Look look) : QAbstractButton(parent), m_look(look) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FlatButton::setLook(Look look) {
    m_look = look;
    update();
}

void FlatButton::setSign(const QPainterPath& sign) {
    m_sign = sign;
    updateGeometry();
    update();
}

void FlatButton::setDetail(const QString& detail) {
    m_detail = detail;
    updateGeometry();
    update();
}

int FlatButton::padding() const {
    return fontMetrics().height() / 2;
}

int FlatButton::signSize() const {
    return m_sign.isEmpty() ? 0 : fontMetrics().height() * 7 / 8;
}

QSize FlatButton::sizeHint() const {
    const QFontMetrics metrics = fontMetrics();
    int width = 2 * padding() + metrics.horizontalAdvance(text()) + signSize();
    if (!text().isEmpty() && !m_sign.isEmpty()) width += padding() / 2;
    if (!m_detail.isEmpty()) width += padding() / 2 + metrics.horizontalAdvance(m_detail);
    return {width, metrics.height() + padding() * 5 / 4};
}

void FlatButton::paintEvent(QPaintEvent*) {
    const Theme& colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = m_look == Look::Primary && isEnabled();
    const bool framed = m_look != Look::Plain;
    const bool lit = isDown() || isChecked() || (underMouse() && isEnabled());
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (framed || lit) {
        QColor fill = primary ? colours.accent : lit ? colours.accentSoft : colours.panel;
        if (primary && isDown()) fill = fill.darker(115);
        painter.setPen(QPen(primary ? colours.accent : isChecked() ? colours.accent : colours.line, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(frame, 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(primary ? colours.onAccent : colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), 4.5, 4.5);
    }
    const QColor ink = !isEnabled() ? colours.mutedInk : primary ? colours.onAccent : colours.ink;
    // Sign, text and detail stand in the middle together.
    int x = (width() - (sizeHint().width() - 2 * padding())) / 2;
    if (!m_sign.isEmpty()) {
        painter.save();
        painter.translate(x, (height() - signSize()) / 2.0);
        painter.scale(signSize() / 24.0, signSize() / 24.0);
        painter.fillPath(m_sign, isEnabled() ? ink : colours.line);
        painter.restore();
        x += signSize() + padding() / 2;
    }
    const auto write = [&](const QString& words, const QColor& colour) {
        const int space = fontMetrics().horizontalAdvance(words);
        painter.setPen(colour);
        painter.drawText(QRect(x, 0, space + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, words);
        x += space + padding() / 2;
    };
    if (!text().isEmpty()) write(text(), ink);
    if (!m_detail.isEmpty()) write(m_detail, primary ? ink : colours.mutedInk);
}

void FlatButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

void FlatButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    // The arrows belong to whoever steps through the trace, not to a walk between neighbouring buttons.
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            event->ignore();
            return;
        default:
            QAbstractButton::keyPressEvent(event);
    }
}

bool FlatButton::event(QEvent* event) {
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::Enter ||
        event->type() == QEvent::Leave) {
        update();
    }
    return QAbstractButton::event(event);
}

}  // namespace attentarium
