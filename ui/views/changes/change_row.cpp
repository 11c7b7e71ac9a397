#include "ui/views/changes/change_row.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/change_words.h"
#include "ui/views/flat_button.h"

namespace attentarium {
namespace {

QPainterPath crossSign() {
    QPainterPath path;
    for (const double turn : {45.0, -45.0}) {
        QTransform turned;
        turned.translate(12, 12);
        turned.rotate(turn);
        QPainterPath line;
        line.addRect(-8, -1.3, 16, 2.6);
        path = path.united(turned.map(line));
    }
    return path;
}

bool isOwnKey(int key) {
    return key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Up || key == Qt::Key_Down;
}

}  // namespace

ChangeRow::ChangeRow(const Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_text(new QLabel(this)),
      m_remove(new FlatButton(this, FlatButton::Look::Plain)) {
    setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName(QStringLiteral("words"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setTextFormat(Qt::RichText);
    m_remove->setObjectName(QStringLiteral("remove"));
    m_remove->setSign(crossSign());
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 4, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_remove, &FlatButton::clicked, this, &ChangeRow::removeAsked);
}

void ChangeRow::show(const Intervention& change, bool applies) {
    const ChangeWords words = wordsOf(m_session, change);
    const QString quiet = theme().mutedInk.name();
    QString numbers;
    if (words.after) {
        numbers = words.before ? tr("%1 → %2").arg(shortNumber(*words.before), shortNumber(*words.after))
                               : QStringLiteral("= ") + shortNumber(*words.after);
    }
    // The two numbers stay side by side.
    const QString together = QString(numbers).replace(QLatin1Char(' '), QChar(0x00A0));
    QString html = QStringLiteral("<div>%1 <b>%2</b></div>").arg(words.what.toHtmlEscaped(), together);
    if (!words.where.isEmpty()) {
        html += QStringLiteral("<div style='color:%1'>%2</div>").arg(quiet, words.where.toHtmlEscaped());
    }
    const QString lost = applies ? QString() : tr("⚠ does not apply to this sentence");
    if (!applies) html += QStringLiteral("<div>%1</div>").arg(lost);
    m_text->clear();
    m_text->setText(html);
    setToolTip(tr("Click, or press Enter, to see the number in the picture"));
    nameParts(lineOf(m_session, change), QStringList({numbers, lost}).join(QLatin1Char(' ')).trimmed());
}

void ChangeRow::showMoved(const QString& before) {
    const QString what = tr("Words moved");
    //: %1 is the sentence before any of its words was moved
    const QString was = tr("before: %1").arg(before);
    m_text->setText(QStringLiteral("<div>%1</div><div style='color:%2'>%3</div>")
                        .arg(what, theme().mutedInk.name(), was.toHtmlEscaped()));
    nameParts(what, was);
}

void ChangeRow::nameParts(const QString& name, const QString& description) {
    setAccessibleName(name);
    setAccessibleDescription(description);
    m_remove->setAccessibleName(tr("Take back: %1").arg(name));
    m_remove->setToolTip(tr("Take this change back (Delete)"));
    QWidget::show();
}

void ChangeRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(hasFocus() ? theme().accent : theme().line, hasFocus() ? 2 : 1));
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(frame, 6, 6);
}

void ChangeRow::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            Q_EMIT removeAsked();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT chosen();
            return;
        case Qt::Key_Up:
            Q_EMIT moveAsked(-1);
            return;
        case Qt::Key_Down:
            Q_EMIT moveAsked(+1);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void ChangeRow::mouseReleaseEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) Q_EMIT chosen();
}

void ChangeRow::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ChangeRow::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

bool ChangeRow::event(QEvent* event) {
    // While it has the focus these keys are not the window's.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(static_cast<QKeyEvent*>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace attentarium
