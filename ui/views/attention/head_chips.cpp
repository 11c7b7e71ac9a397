#include "ui/views/attention/head_chips.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/explain/colour_map.h"
#include "ui/explain/head_remark.h"
#include "ui/explain/theme.h"
#include "ui/views/attention/head_colours.h"

namespace attentarium {
namespace {

constexpr int kGap = 4, kStroke = 22;

}  // namespace

HeadChip::HeadChip(int head, QWidget* parent) : QAbstractButton(parent), m_head(head) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    name();
}

void HeadChip::name() {
    setText(m_signs.isEmpty() ? QString::number(m_head + 1) : QStringLiteral("%1 %2").arg(m_head + 1).arg(m_signs));
    const QString remark = m_remark.isEmpty() ? QString() : QStringLiteral(", ") + m_remark;
    setAccessibleName(tr("Lines of head %1").arg(m_head + 1) + remark);
    setToolTip(tr("Head %1: click to switch its lines, double-click for it alone").arg(m_head + 1) + remark);
}

void HeadChip::setAlone(bool alone) {
    m_alone = alone;
    update();
}

void HeadChip::setRemark(const QString& signs, const QString& remark) {
    m_signs = signs;
    m_remark = remark;
    name();
}

QSize HeadChip::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text()) + kStroke + 18, metrics.height() + 8};
}

void HeadChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(isChecked() ? headColour(m_head, m_alone) : theme().line, isChecked() ? 1.6 : 1));
    painter.setBrush(isChecked() ? theme().panel : theme().stage);
    painter.drawRoundedRect(box, 6, 6);
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 1.5, Qt::DotLine));
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5);
    }
    painter.setPen(QPen(isChecked() ? headColour(m_head, m_alone) : faded(theme().mutedInk, theme().stage, 0.5), 2,
                        headStroke(m_head, m_alone && isChecked())));
    painter.drawLine(QPointF(8, box.center().y()), QPointF(8 + kStroke - 4, box.center().y()));
    painter.setPen(isChecked() ? theme().ink : theme().mutedInk);
    painter.drawText(QRectF(8 + kStroke, 0, width() - 8 - kStroke - 6, height()), Qt::AlignCenter, text());
}

void HeadChip::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT soloed(true);
}

void HeadChip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT soloed(false);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void HeadChip::changeEvent(QEvent* event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) name();
}

HeadChips::HeadChips(AttentionChoices& choices, QWidget* parent) : QWidget(parent), m_choices(choices) {
    connect(&choices, &AttentionChoices::changed, this, &HeadChips::refresh);
    refresh();
}

void HeadChips::refresh() {
    const int heads = m_choices.hasAttention() ? m_choices.currentLayer().heads : 0;
    while (static_cast<int>(m_chips.size()) < heads) {
        const int head = static_cast<int>(m_chips.size());
        auto* chip = new HeadChip(head, this);
        connect(chip, &HeadChip::clicked, &m_choices, [this, head] { m_choices.toggleHead(head); });
        connect(chip, &HeadChip::soloed, &m_choices, [this, head](bool afterClick) {
            if (afterClick) m_choices.toggleHead(head);
            m_choices.soloHead(head);
        });
        m_chips.push_back(chip);
    }
    for (int head = 0; head < static_cast<int>(m_chips.size()); ++head) {
        HeadChip* chip = m_chips[static_cast<std::size_t>(head)];
        chip->setVisible(head < heads);
        chip->setChecked(m_choices.litHeads().contains(head));
        chip->setAlone(m_choices.litHeads().size() == 1);
        if (head >= heads) continue;
        const Var weights = m_choices.currentLayer().weights();
        chip->setRemark(headSigns(m_choices.trace(), weights, head), headRemark(m_choices.trace(), weights, head));
    }
    updateGeometry();
    arrange(width(), true);
}

int HeadChips::arrange(int width, bool apply) const {
    int x = 8, y = 0, line = 0;
    for (HeadChip* chip : m_chips) {
        if (chip->isHidden()) continue;
        const QSize size = chip->sizeHint();
        if (x > 8 && x + size.width() > width - 8) {
            x = 8;
            y += line + kGap;
        }
        if (apply) chip->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + kGap;
        line = size.height();
    }
    return y + line;
}

QSize HeadChips::sizeHint() const {
    return {300, heightForWidth(300)};
}

int HeadChips::heightForWidth(int width) const {
    return arrange(width, false);
}

void HeadChips::resizeEvent(QResizeEvent*) {
    arrange(width(), true);
}

}  // namespace attentarium
