#include "ui/views/word_vectors/vector_figure.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr double kMargin = 12;
constexpr double kPictureWidth = 900;

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Black or white, whichever stands out more: at least 4.5 : 1, as WCAG 2 has it, since small type is printed so.
QColor printOn(const QColor& background) {
    const double light = luminance(background) + 0.05;
    return light / 0.05 > 1.05 / light ? QColor(Qt::black) : QColor(Qt::white);
}

/// An exponent as it is written above the line.
QString raised(int exponent) {
    const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
    for (const QChar digit : QString::number(std::abs(exponent))) text += digits[digit.digitValue()];
    return text;
}

}  // namespace

void FigureSheet::text(const QRectF& rect, const QString& text, int flags, Ink ink, bool bold) {
    if (!m_painter) return;
    QFont font = m_font;
    font.setBold(bold);
    m_painter->setFont(font);
    m_painter->setPen(ink == Ink::Plain ? theme().ink : theme().mutedInk);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width() + 1);
    m_painter->drawText(rect, flags | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void FigureSheet::paragraph(const QString& text, Ink ink, bool bold, double left) {
    QFont font = m_font;
    font.setBold(bold);
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF room(left, y, m_width - left, 10000);
    const QRectF needed = QFontMetricsF(font).boundingRect(room, kFlags, text);
    if (m_painter) {
        m_painter->setFont(font);
        m_painter->setPen(ink == Ink::Plain ? theme().ink : theme().mutedInk);
        m_painter->drawText(room, kFlags, text);
    }
    y += needed.height() + 2;
}

void FigureSheet::cells(const QRectF& rect, std::span<const double> numbers, double limit, bool printed) {
    if (!m_painter || numbers.empty()) return;
    const double width = rect.width() / static_cast<double>(numbers.size());
    // Rows of nothing but zeros have a limit that is no size.
    const bool isZero = std::ranges::all_of(numbers, [](double number) { return number == 0; });
    const int exponent = isZero ? 0 : cellExponent(limit);
    QFont small = m_font;
    small.setPointSizeF(std::max(6.5, m_font.pointSizeF() * 0.85));
    m_painter->setFont(small);
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const QRectF cell(rect.left() + static_cast<double>(i) * width, rect.top(), width, rect.height());
        const QRgb colour = diverging(numbers[i], limit);
        m_painter->fillRect(cell.adjusted(0, 0, width > 5 ? -1 : 0, 0), QColor(colour));
        if (!printed) continue;
        m_painter->setPen(printOn(QColor(colour)));
        m_painter->drawText(cell, Qt::AlignCenter | Qt::TextDontClip, cellNumber(numbers[i], exponent));
    }
    m_painter->setRenderHint(QPainter::Antialiasing, true);
    // What is printed is then in units of a power of ten.
    const QString unit = QStringLiteral("·10") + raised(exponent);
    if (!printed || exponent == 0 || rect.right() + 6 + widthOf(unit) > m_width) return;
    m_painter->setPen(theme().mutedInk);
    m_painter->drawText(QRectF(rect.right() + 4, rect.top(), widthOf(unit) + 4, rect.height()),
                        Qt::AlignLeft | Qt::AlignVCenter, unit);
}

void FigureSheet::line(const QPointF& from, const QPointF& to, const QColor& colour, double width, Qt::PenStyle style) {
    if (!m_painter) return;
    m_painter->setPen(QPen(colour, width, style));
    m_painter->drawLine(from, to);
}

void FigureSheet::frame(const QRectF& rect, const QColor& colour, double width) {
    if (!m_painter) return;
    m_painter->setPen(QPen(colour, width));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(rect);
}

void FigureSheet::box(const QRectF& rect, const QColor& colour) {
    if (!m_painter) return;
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(colour);
    m_painter->drawRoundedRect(rect, 4, 4);
}

VectorFigure::VectorFigure(Draw draw, QWidget* parent) : QWidget(parent), m_draw(std::move(draw)) {
    installAccessibleParts();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void VectorFigure::measure() {
    FigureSheet sheet(nullptr, std::max(280.0, width() - 2 * kMargin), font());
    m_draw(sheet);
    m_parts = std::move(sheet.parts);
    for (FigurePart& part : m_parts) part.rect.translate(kMargin, kMargin / 2);
    m_height = static_cast<int>(std::ceil(sheet.y + kMargin));
    m_part = std::clamp(m_part, 0, std::max(0, itemCount() - 1));
    m_cell = m_parts.empty() ? 0 : std::clamp(m_cell, 0, m_parts[static_cast<std::size_t>(m_part)].cells - 1);
}

void VectorFigure::refresh() {
    const int before = m_height;
    measure();
    if (m_height != before || minimumHeight() != m_height) {
        setFixedHeight(m_height);
        updateGeometry();
    }
    update();
}

QSizeF VectorFigure::sizeOfAll() const {
    FigureSheet sheet(nullptr, kPictureWidth, font());
    m_draw(sheet);
    return {kPictureWidth + 2 * kMargin, std::max(40.0, sheet.y + kMargin)};
}

void VectorFigure::paintAll(QPainter& painter, const QRectF& target) {
    const QSizeF size = sizeOfAll();
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    painter.fillRect(target, theme().stage);
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    painter.translate(kMargin, kMargin / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    FigureSheet sheet(&painter, kPictureWidth, font());
    m_draw(sheet);
    painter.restore();
}

void VectorFigure::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().stage);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(kMargin, kMargin / 2);
    FigureSheet sheet(&painter, std::max(280.0, width() - 2 * kMargin), font());
    m_draw(sheet);
    if (!hasFocus() || m_parts.empty()) return;
    painter.translate(-kMargin, -kMargin / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().accent, 2));
    painter.drawRect(cellRect(m_part, m_cell).adjusted(-1, -1, 1, 1));
}

QRectF VectorFigure::cellRect(int part, int cell) const {
    const FigurePart& one = m_parts[static_cast<std::size_t>(part)];
    const double width = one.rect.width() / std::max(1, one.cells);
    return {one.rect.left() + cell * width, one.rect.top(), width, one.rect.height()};
}

bool VectorFigure::placeAt(const QPointF& point, int& part, int& cell) const {
    for (int i = itemCount() - 1; i >= 0; --i) {
        const FigurePart& one = m_parts[static_cast<std::size_t>(i)];
        if (!one.rect.contains(point)) continue;
        part = i;
        cell = std::clamp(static_cast<int>((point.x() - one.rect.left()) / one.rect.width() * one.cells), 0,
                          one.cells - 1);
        return true;
    }
    return false;
}

QString VectorFigure::toldOf(int part, int cell) const {
    if (part < 0 || part >= itemCount()) return {};
    const FigurePart& one = m_parts[static_cast<std::size_t>(part)];
    return one.told ? one.told(cell) : one.name;
}

void VectorFigure::moveTo(int part, int cell) {
    if (m_parts.empty()) return;
    m_part = std::clamp(part, 0, itemCount() - 1);
    m_cell = std::clamp(cell, 0, m_parts[static_cast<std::size_t>(m_part)].cells - 1);
    update();
    Q_EMIT reached(cellRect(m_part, m_cell).toRect());
    Q_EMIT told(toldOf(m_part, m_cell));
}

void VectorFigure::press(int part, int cell) {
    if (part < 0 || part >= itemCount()) return;
    // Pressing may draw the figure anew, and with it the part.
    const auto press = m_parts[static_cast<std::size_t>(part)].press;
    if (press) press(cell);
}

void VectorFigure::mouseMoveEvent(QMouseEvent* event) {
    int part = 0, cell = 0;
    const bool found = placeAt(event->position(), part, cell);
    setCursor(found && m_parts[static_cast<std::size_t>(part)].press ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT told(found ? toldOf(part, cell) : QString());
}

void VectorFigure::mouseReleaseEvent(QMouseEvent* event) {
    int part = 0, cell = 0;
    if (event->button() != Qt::LeftButton || !placeAt(event->position(), part, cell)) return;
    m_part = part;
    m_cell = cell;
    press(part, cell);
    update();
}

void VectorFigure::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    Q_EMIT told({});
}

void VectorFigure::keyPressEvent(QKeyEvent* event) {
    if (m_parts.empty()) return QWidget::keyPressEvent(event);
    const int cells = m_parts[static_cast<std::size_t>(m_part)].cells;
    switch (event->key()) {
        case Qt::Key_Left:
            return m_cell > 0 ? moveTo(m_part, m_cell - 1) : moveTo(m_part - 1, m_part > 0 ? 1 << 20 : 0);
        case Qt::Key_Right:
            return m_cell + 1 < cells ? moveTo(m_part, m_cell + 1)
                                      : moveTo(m_part + 1, m_part + 1 < itemCount() ? 0 : m_cell);
        case Qt::Key_Up:
            return moveTo(m_part - 1, m_cell);
        case Qt::Key_Down:
            return moveTo(m_part + 1, m_cell);
        case Qt::Key_Home:
            return moveTo(0, 0);
        case Qt::Key_End:
            return moveTo(itemCount() - 1, 0);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return press(m_part, m_cell);
        default:
            QWidget::keyPressEvent(event);
    }
}

void VectorFigure::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) moveTo(m_part, m_cell);
    update();
}

void VectorFigure::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void VectorFigure::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) refresh();
}

void VectorFigure::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) refresh();
}

bool VectorFigure::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        int part = 0, cell = 0;
        if (placeAt(help->pos(), part, cell)) {
            QToolTip::showText(help->globalPos(), toldOf(part, cell), this, cellRect(part, cell).toRect());
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    // The keys that step move among the parts while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        switch (key->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_Up:
            case Qt::Key_Down:
            case Qt::Key_Home:
            case Qt::Key_End:
                if (isPlain) event->accept();
                return isPlain;
            default:
                break;
        }
    }
    return QWidget::event(event);
}

QWidget* scrolled(VectorFigure* figure, QWidget* parent) {
    auto* const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    area->setWidget(figure);
    area->viewport()->setAutoFillBackground(false);
    figure->setAutoFillBackground(false);
    QObject::connect(figure, &VectorFigure::reached, area, [area](const QRect& place) {
        area->ensureVisible(place.center().x(), place.center().y(), place.width() / 2, place.height());
    });
    return area;
}

}  // namespace attentarium
