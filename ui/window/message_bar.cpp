#include "ui/window/message_bar.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/window/icons.h"

namespace attentarium {
namespace {

constexpr int kDoneStays = 6000;

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_sign(new QLabel(this)), m_text(new QLabel(this)), m_close(new QToolButton(this)) {
    setAutoFillBackground(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(10);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDoneStays);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::dismiss);
    recolour();
    retranslate();
    hide();
}

void MessageBar::show(Kind kind, std::function<QString()> sentence) {
    m_kind = kind;
    m_sentence = std::move(sentence);
    kind == Kind::Done ? m_timer.start() : m_timer.stop();
    recolour();
    retranslate();
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::dismiss() {
    m_sentence = nullptr;
    m_timer.stop();
    m_text->clear();
    hide();
}

QString MessageBar::message() const {
    return m_text->text();
}

void MessageBar::retranslate() {
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    m_sign->setAccessibleName(m_kind == Kind::Problem ? tr("Problem") : tr("Done"));
    if (!m_sentence) return;
    m_text->setText(m_sentence());
    setAccessibleName(m_text->text());
}

void MessageBar::recolour() {
    // Setting it tells of a change again.
    const QColor behind = m_kind == Kind::Problem ? theme().notice : theme().accentSoft;
    if (palette().color(QPalette::Window) != behind) {
        QPalette colours;
        colours.setColor(QPalette::Window, behind);
        setPalette(colours);
    }
    const int size = fontMetrics().height();
    m_sign->setPixmap(
        icon(m_kind == Kind::Problem ? QStringLiteral("warning") : QStringLiteral("done")).pixmap(size, size));
    m_close->setIcon(icon(QStringLiteral("close")));
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) recolour();
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        dismiss();
    } else {
        QFrame::keyPressEvent(event);
    }
}

}  // namespace attentarium
