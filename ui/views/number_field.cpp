#include "ui/views/number_field.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <cmath>
#include <limits>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {

NumberField::NumberField(QWidget* parent)
    : QWidget(parent), m_question(new QLabel(this)), m_line(new QLineEdit(this)), m_hint(new QLabel(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QLabel* const label : {m_question, m_hint}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextFormat(Qt::PlainText);
    }
    column->addWidget(m_question);
    column->addWidget(m_line);
    column->addWidget(m_hint);
    m_line->setObjectName(QStringLiteral("number"));
    m_hint->setObjectName(QStringLiteral("hint"));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &NumberField::showHint);
    connect(m_line, &QLineEdit::returnPressed, this, &NumberField::takeNumber);
    retranslate();
}

void NumberField::ask(const QString& question, double now, Accepts accepts) {
    m_accepts = accepts;
    m_question->setText(question);
    m_line->setAccessibleName(question);
    m_line->setText(fullNumber(now));
    showHint();
    show();
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

std::optional<double> NumberField::number() const {
    // As it is shown elsewhere, with a true minus sign, and as it is typed on a Chinese keyboard.
    QString text = m_line->text().trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-')).replace(QChar(0xFF0D), QLatin1Char('-'));
    text.replace(QChar(0x3002), QLatin1Char('.')).replace(QChar(0xFF0E), QLatin1Char('.'));
    bool right = false;
    const double number = text.toDouble(&right);
    if (!right || !std::isfinite(number) || std::abs(number) > static_cast<double>(std::numeric_limits<float>::max())) {
        return std::nullopt;
    }
    if (m_accepts == Accepts::AboveZero && number <= 0) return std::nullopt;
    return number;
}

void NumberField::showHint() {
    const bool right = number().has_value();
    m_hint->setText(right ? tr("Enter sets it, Esc leaves it, ↑ and ↓ change it by a tenth.")
                    : m_accepts == Accepts::AboveZero ? tr("⚠ Type a number above 0, such as 0.5.")
                                                      : tr("⚠ Type a number, such as −0.25 or 1e-3."));
    m_line->setAccessibleDescription(m_hint->text());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, right ? theme().mutedInk : theme().ink);
    m_hint->setPalette(colours);
}

void NumberField::nudge(int direction) {
    const std::optional<double> now = number();
    if (!now) return;
    const double moved = *now == 0 ? 0.1 * direction : *now * (1 + 0.1 * direction * (*now > 0 ? 1 : -1));
    m_line->setText(QString::number(moved, 'g', 7));
    m_line->selectAll();
}

void NumberField::takeNumber() {
    if (const auto typed = number()) Q_EMIT entered(*typed);
}

void NumberField::retranslate() {
    showHint();
}

bool NumberField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_Escape) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (key == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else {
        nudge(key == Qt::Key_Up ? +1 : -1);
    }
    return true;
}

void NumberField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_hint) showHint();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
