#include "ui/views/stage/segment_row.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

QFont boldOf(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace

SegmentButton::SegmentButton(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize SegmentButton::sizeHint() const {
    const QFontMetrics metrics(boldOf(font()));
    return {metrics.horizontalAdvance(text()) + metrics.height(), metrics.height() + 8};
}

QSize SegmentButton::minimumSizeHint() const {
    return {fontMetrics().height() * 2, sizeHint().height()};
}

void SegmentButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 1.5, -0.5, -1.5);
    painter.setPen(QPen(isChecked()    ? theme().accent
                        : underMouse() ? theme().mutedInk
                                       : theme().line,
                        isChecked() ? 1.5 : 1));
    painter.setBrush(isChecked() ? theme().accentSoft : theme().panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(isChecked() ? boldOf(font()) : font());
    painter.setPen(isChecked() ? theme().ink : theme().mutedInk);
    painter.drawText(rect(), Qt::AlignCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 6));
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3);
}

SegmentRow::SegmentRow(int count, QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (int i = 0; i < count; ++i) {
        m_buttons.push_back(new SegmentButton(this));
        row->addWidget(m_buttons.back());
        connect(m_buttons.back(), &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
    }
}

void SegmentRow::setTexts(const QStringList& titles, const QStringList& hints) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(titles.value(static_cast<qsizetype>(i)));
        m_buttons[i]->setToolTip(hints.value(static_cast<qsizetype>(i)));
        m_buttons[i]->setAccessibleDescription(hints.value(static_cast<qsizetype>(i)));
        m_buttons[i]->updateGeometry();
    }
}

void SegmentRow::setChosen(int choice) {
    m_buttons[static_cast<std::size_t>(choice)]->setChecked(true);
}

}  // namespace attentarium
