#include "ui/views/token_strip/token_chip.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <utility>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr int kFarAway = 1 << 20;

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.78);
    return font;
}

int boxHeight(const QFont& font) {
    return QFontMetrics(font).height() * 3 / 2;
}

/// A soft tint that stays with a word: the same id has the same one everywhere.
QColor tintOf(int id) {
    const Theme& colours = theme();
    const std::array tints{colours.query, colours.key, colours.value, colours.attention, colours.backward};
    QColor tint = tints[static_cast<std::size_t>(id) % tints.size()];
    tint.setAlphaF(colours.isDark() ? 0.22F : 0.12F);
    return tint;
}

}  // namespace

TokenChip::TokenChip(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (std::exchange(m_focusedByThisClick, false)) {
            Q_EMIT chosen();
        } else {
            if (m_role != Role::Answer && m_role != Role::Arrow) Q_EMIT editAsked();
        }
    });
}

void TokenChip::show(const QString& word, std::optional<int> id, Role role) {
    if (word == text() && id == m_id && role == m_role) return;
    setText(word);
    m_id = id;
    m_role = role;
    if (const bool italic = role == Role::Answer; italic != font().italic()) {
        QFont own = font();
        own.setItalic(italic);
        setFont(own);
    }
    retranslate();
    updateGeometry();
    update();
}

void TokenChip::setSelected(bool selected) {
    if (std::exchange(m_selected, selected) != selected) update();
}

QString TokenChip::shownWord() const {
    // A space as a token of its own would be an empty box.
    QString word = text();
    word.replace(QLatin1Char(' '), QChar(0x2423));
    return isKnown() ? word : QStringLiteral("⚠ ") + word;
}

QString TokenChip::captionBelow() const {
    if (m_role == Role::Arrow) return {};
    if (!isKnown()) return QStringLiteral("?");
    const QString id = QString::number(*m_id);
    //: below the word that the model has to tell; %1 is its id
    return m_role == Role::Hidden ? tr("hidden %1").arg(id) : id;
}

void TokenChip::retranslate() {
    const QString word =
        isKnown() && m_id ? tr("%1, id %2").arg(shownWord()).arg(*m_id) : tr("%1, unknown to the model").arg(text());
    switch (m_role) {
        case Role::Word:
            setAccessibleName(word);
            break;
        case Role::Source:
            setAccessibleName(tr("source: %1").arg(word));
            break;
        case Role::Arrow:
            setAccessibleName(tr("The answer begins here"));
            setToolTip(
                tr("What stands before it is read, what stands behind it is the answer. Delete it, and the "
                   "model answers by itself."));
            return;
        case Role::Hidden:
            setAccessibleName(tr("hidden from the model: %1").arg(word));
            setToolTip(tr("The model does not see this word and has to tell it. Click another word to hide that one."));
            return;
        case Role::Answer:
            setAccessibleName(tr("the model's answer: %1").arg(word));
            setToolTip(tr("The model answers this by itself. Type → and words to give it another answer."));
            return;
    }
    setToolTip(isKnown()
                   ? tr("Click to choose this word, click again to change it. Drag it, or press Alt and an arrow, to "
                        "move it. Delete removes it.")
                   : tr("The model does not know this word. Click to choose it, click again to change it."));
}

QFont TokenChip::idFont() const {
    return smaller(font());
}

QRect TokenChip::box() const {
    return {0, 0, width(), boxHeight(font())};
}

int TokenChip::heightFor(const QFont& font) {
    return boxHeight(font) + QFontMetrics(smaller(font)).height();
}

QSize TokenChip::sizeHint() const {
    const int word = fontMetrics().horizontalAdvance(shownWord());
    const int padding = fontMetrics().height() * 3 / 4;
    const int below = QFontMetrics(idFont()).horizontalAdvance(captionBelow());
    return {std::max({word + 2 * padding, fontMetrics().height() * 2, below + 2}), heightFor(font())};
}

void TokenChip::paintEvent(QPaintEvent*) {
    const Theme& colours = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(box()).adjusted(1.5, 1.5, -1.5, -1.5);
    if (m_role == Role::Arrow) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.3);
        painter.setFont(large);
        painter.setPen(hasFocus() ? colours.accent : colours.mutedInk);
        painter.drawText(box(), Qt::AlignCenter | Qt::TextSingleLine, text());
        return;
    }
    const double corner = m_role == Role::Source ? 0 : 6;
    const Qt::PenStyle line = m_role == Role::Hidden || m_role == Role::Answer ? Qt::DashLine : Qt::SolidLine;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(frame, corner, corner);
    if (isKnown()) {
        painter.setBrush(tintOf(*m_id));
    } else {
        painter.setBrush(colours.notice);
        painter.drawRoundedRect(frame, corner, corner);
        painter.setBrush(QBrush(colours.noticeLine, Qt::BDiagPattern));
    }
    const bool standsOut = line == Qt::DashLine;
    const QColor border = m_selected  ? colours.ink
                          : standsOut ? colours.mutedInk
                          : isKnown() ? colours.line
                                      : colours.noticeLine;
    painter.setPen(QPen(border, m_selected ? 2.5 : standsOut ? 1.5 : 1, line));
    painter.drawRoundedRect(frame, corner, corner);
    if (m_role == Role::Source) {
        painter.setPen(QPen(colours.mutedInk, 2.5));
        painter.drawLine(frame.bottomLeft(), frame.bottomRight());
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 1.5, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), 4, 4);
    }
    if (!isKnown()) {
        // Type on hatching is hard to read from afar.
        const double space = fontMetrics().horizontalAdvance(shownWord()) + 8;
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.notice);
        painter.drawRect(QRectF(frame.center().x() - space / 2, frame.top() + 3, space, frame.height() - 6));
    }
    painter.setPen(m_role == Role::Hidden ? colours.mutedInk : colours.ink);
    painter.drawText(box(), Qt::AlignCenter | Qt::TextSingleLine, shownWord());
    painter.setFont(idFont());
    painter.setPen(colours.mutedInk);
    const QRect below(0, box().bottom() + 1, width(), height() - box().height());
    painter.drawText(below, Qt::AlignCenter | Qt::TextSingleLine, captionBelow());
}

void TokenChip::keyPressEvent(QKeyEvent* event) {
    const bool isFixed = m_role == Role::Answer;
    switch (event->key()) {
        case Qt::Key_F2:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!isFixed && m_role != Role::Arrow) Q_EMIT editAsked();
            return;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            if (!isFixed) Q_EMIT removeAsked();
            return;
        case Qt::Key_Left:
        case Qt::Key_Right: {
            const int places = event->key() == Qt::Key_Left ? -1 : +1;
            if (!(event->modifiers() & Qt::AltModifier)) {
                Q_EMIT moveAsked(places);
            } else if (isMovable()) {
                Q_EMIT wordMoveAsked(places);
            }
            return;
        }
        case Qt::Key_Home:
            Q_EMIT moveAsked(-kFarAway);
            return;
        case Qt::Key_End:
            Q_EMIT moveAsked(+kFarAway);
            return;
        default:
            if (!isFixed && m_role != Role::Arrow && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) &&
                !event->text().isEmpty() && event->text().front().isPrint() && event->key() != Qt::Key_Space) {
                Q_EMIT typed(event->text());
                return;
            }
            QAbstractButton::keyPressEvent(event);
    }
}

void TokenChip::mouseDoubleClickEvent(QMouseEvent*) {
    if (m_role != Role::Answer && m_role != Role::Arrow) Q_EMIT editAsked();
}

void TokenChip::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
    m_dragged = false;
    QAbstractButton::mousePressEvent(event);
}

void TokenChip::mouseMoveEvent(QMouseEvent* event) {
    const QPoint moved = event->position().toPoint() - m_pressed;
    const bool far = moved.manhattanLength() >= QApplication::startDragDistance();
    if (!(event->buttons() & Qt::LeftButton) || !isMovable() || (!m_dragged && !far)) {
        QAbstractButton::mouseMoveEvent(event);
        return;
    }
    if (!m_dragged) {
        m_dragged = true;
        setDown(false);
        setCursor(Qt::ClosedHandCursor);
        raise();
    }
    move(pos() + moved);
}

void TokenChip::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragged) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    m_dragged = false;
    unsetCursor();
    Q_EMIT droppedAt(mapToParent(event->position().toPoint()));
}

void TokenChip::contextMenuEvent(QContextMenuEvent* event) {
    if (!isMovable()) return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Swap with the next word")), &QAction::triggered, this,
            [this] { Q_EMIT wordMoveAsked(+1); });
    connect(menu->addAction(tr("Swap with the word before")), &QAction::triggered, this,
            [this] { Q_EMIT wordMoveAsked(-1); });
    menu->addSeparator();
    connect(menu->addAction(tr("Change this word")), &QAction::triggered, this, &TokenChip::editAsked);
    connect(menu->addAction(tr("Remove this word")), &QAction::triggered, this, &TokenChip::removeAsked);
    menu->popup(event->globalPos());
}

void TokenChip::focusInEvent(QFocusEvent* event) {
    m_focusedByThisClick = event->reason() == Qt::MouseFocusReason;
    QAbstractButton::focusInEvent(event);
}

void TokenChip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

bool TokenChip::event(QEvent* event) {
    // Keys that a window uses to step belong to the chip while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Home:
            case Qt::Key_End:
            case Qt::Key_Delete:
            case Qt::Key_Backspace:
            case Qt::Key_Return:
            case Qt::Key_Enter:
            case Qt::Key_F2:
            // An addition begins a word with it.
            case Qt::Key_Equal:
                event->accept();
                return true;
            default:
                break;
        }
    }
    return QAbstractButton::event(event);
}

}  // namespace attentarium
