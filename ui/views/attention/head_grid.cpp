#include "ui/views/attention/head_grid.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/head_remark.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr double kLeastSide = 26, kMostSide = 96, kGap = 8, kMargin = 8;
/// A thumbnail needs no more pixels than this, however long the text.
constexpr int kMostPixels = 128;

QFont smallFont(const QFont& base, bool bold) {
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.85);
    font.setBold(bold);
    return font;
}

}  // namespace

HeadGrid::HeadGrid(AttentionChoices& choices, QWidget* parent) : QAbstractScrollArea(parent), m_choices(choices) {
    installAccessibleParts();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&choices, &AttentionChoices::changed, this, &HeadGrid::refresh);
    refresh();
}

void HeadGrid::refresh() {
    m_places = m_choices.hasAttention() ? orderedHeads(m_choices) : std::vector<HeadPlace>();
    const Trace* trace = m_choices.hasAttention() ? &m_choices.trace() : nullptr;
    const Var stage = trace ? m_choices.stage() : Var();
    const bool same = trace && trace == m_drawn && m_drawnStage == stage && m_drawnQuantity == m_choices.quantity() &&
                      m_drawnThreshold == m_choices.threshold();
    // Heads of another layer at the same stage look as they did.
    const bool sameSite = trace && trace == m_drawn && trace->site(stage) == trace->site(m_drawnStage) &&
                          m_drawnQuantity == m_choices.quantity() && m_drawnThreshold == m_choices.threshold();
    if (!same && !sameSite) m_images.clear();
    m_drawn = trace;
    m_focused = std::clamp(m_focused, 0, std::max(0, itemCount() - 1));
    m_drawnStage = stage;
    m_drawnQuantity = m_choices.quantity();
    m_drawnThreshold = m_choices.threshold();
    if (!hasFocus()) m_focused = std::max(0, chosenItem());
    m_focused = std::clamp(m_focused, 0, std::max(0, itemCount() - 1));
    setAccessibleName(tr("Heads"));
    m_hasCaptions = false;
    for (int item = 0; item < itemCount(); ++item) m_hasCaptions = m_hasCaptions || !captionOf(item).isEmpty();
    layOut();
    viewport()->update();
}

int HeadGrid::chosenItem() const {
    if (!m_choices.hasAttention()) return -1;
    const auto found = std::ranges::find(m_places, m_choices.place());
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

double HeadGrid::itemHeight() const {
    const double line = QFontMetricsF(smallFont(font(), true)).height();
    return m_side + line * (m_hasCaptions ? 2 : 1) + kGap;
}

void HeadGrid::layOut() {
    if (m_places.empty()) return;
    const double room = maximumViewportSize().width() - 2 * kMargin - verticalScrollBar()->sizeHint().width() - 2;
    if (m_choices.order() == HeadOrder::Layer) {
        m_columns = 1;
        for (const HeadPlace& place : m_places) m_columns = std::max(m_columns, place.head + 1);
    } else {
        m_columns = std::max(1, static_cast<int>(room / (64 + kGap)));
    }
    m_side = std::clamp((room - (m_columns - 1) * kGap) / m_columns, kLeastSide, kMostSide);
    const int rows = (itemCount() + m_columns - 1) / m_columns;
    const QSizeF content(2 * kMargin + m_columns * (m_side + kGap) - kGap, 2 * kMargin + rows * itemHeight());
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(content.width()) - viewport()->width()));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(content.height()) - viewport()->height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(itemHeight() / 2));
    horizontalScrollBar()->setPageStep(viewport()->width());
    verticalScrollBar()->setPageStep(viewport()->height());
}

int HeadGrid::itemCount() const {
    // While nobody sees it, the heads of an earlier trace may stand here.
    const bool current = m_choices.hasAttention() && m_drawn == &m_choices.trace();
    return current ? static_cast<int>(m_places.size()) : 0;
}

int HeadGrid::comfortableWidth() const {
    constexpr double kComfortable = 32;
    return static_cast<int>(2 * kMargin + m_columns * (kComfortable + kGap)) + 20;
}

QSize HeadGrid::sizeHint() const {
    return {static_cast<int>(std::clamp(2 * kMargin + m_columns * (40 + kGap), 200.0, 520.0)), 300};
}

QRectF HeadGrid::box(int item) const {
    return {kMargin + item % m_columns * (m_side + kGap), kMargin + item / m_columns * itemHeight(), m_side,
            itemHeight() - kGap};
}

QSizeF HeadGrid::sizeOfAll() const {
    const int rows = (itemCount() + m_columns - 1) / std::max(1, m_columns);
    return {2 * kMargin + m_columns * (m_side + kGap), 2 * kMargin + rows * itemHeight()};
}

const QImage& HeadGrid::imageOf(HeadPlace place) const {
    auto found = m_images.find(place);
    if (found == m_images.end()) {
        found = m_images.emplace(place, matrixImage(headNumbers(m_choices, place), kMostPixels)).first;
    }
    return found->second;
}

QString HeadGrid::captionOf(int item) const {
    const HeadPlace place = m_places[static_cast<std::size_t>(item)];
    if (m_choices.order() != HeadOrder::Layer) return measureText(m_choices, place, m_choices.order());
    if (const QString remark = remarkOn(m_choices, place); !remark.isEmpty()) {
        const bool fits = QFontMetricsF(smallFont(font(), false)).horizontalAdvance(remark) <= m_side + kGap - 1;
        const Var weights = m_choices.layers()[static_cast<std::size_t>(place.layer)].weights();
        return fits ? remark : headSigns(m_choices.trace(), weights, place.head);
    }
    const auto role = roleOf(m_choices, place);
    return role ? titleOf(*role) : QString();
}

void HeadGrid::paintItem(QPainter& painter, int item, QPointF corner) const {
    const HeadPlace place = m_places[static_cast<std::size_t>(item)];
    const bool chosen = item == chosenItem();
    const QRectF picture(corner, QSizeF(m_side, m_side));
    const QImage& image = imageOf(place);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, image.width() > m_side);
    painter.drawImage(picture, image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(chosen ? theme().attention : theme().line, chosen ? 2.5 : 1));
    painter.drawRoundedRect(picture.adjusted(-2, -2, 2, 2), 3, 3);
    const QFont font = smallFont(this->font(), chosen);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(chosen ? theme().attention : theme().ink);
    const double top = picture.bottom() + 3;
    QString name = shortName(m_choices, place);
    // In the order of a measure, its number stands where the remark would.
    if (m_choices.order() != HeadOrder::Layer) {
        const QString whole = name + QLatin1Char(' ') + remarkOn(m_choices, place);
        const bool fits = metrics.horizontalAdvance(whole) <= m_side + kGap;
        const Var weights = m_choices.layers()[static_cast<std::size_t>(place.layer)].weights();
        name = (fits ? whole : name + QLatin1Char(' ') + headSigns(m_choices.trace(), weights, place.head)).trimmed();
    }
    painter.drawText(QRectF(picture.left() - kGap / 2, top, m_side + kGap, metrics.height()), Qt::AlignCenter, name);
    painter.setFont(smallFont(this->font(), false));
    painter.setPen(theme().mutedInk);
    painter.drawText(QRectF(picture.left() - kGap / 2, top + metrics.height(), m_side + kGap, metrics.height()),
                     Qt::AlignCenter,
                     QFontMetricsF(painter.font()).elidedText(captionOf(item), Qt::ElideRight, m_side + kGap - 1));
}

void HeadGrid::paintAll(QPainter& painter, QPointF corner) const {
    for (int item = 0; item < itemCount(); ++item) paintItem(painter, item, corner + box(item).topLeft());
}

void HeadGrid::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().stage);
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (int item = 0; item < itemCount(); ++item) {
        const QRectF shown = box(item).translated(-scrolled);
        if (!shown.adjusted(-8, -8, 8, 8).intersects(viewport()->rect())) continue;
        paintItem(painter, item, shown.topLeft());
        if (hasFocus() && item == m_focused) {
            painter.setPen(QPen(theme().accent, 1.5, Qt::DotLine));
            painter.drawRoundedRect(QRectF(shown.topLeft(), QSizeF(m_side, m_side)).adjusted(-5, -5, 5, 5), 4, 4);
        }
    }
}

int HeadGrid::itemAt(QPoint place) const {
    for (int item = 0; item < itemCount(); ++item) {
        if (itemRect(item).contains(place)) return item;
    }
    return -1;
}

QRect HeadGrid::itemRect(int item) const {
    return box(item)
        .translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value())
        .toAlignedRect()
        .intersected(viewport()->rect());
}

QString HeadGrid::itemName(int item) const {
    if (item >= itemCount()) return {};
    const HeadPlace place = m_places[static_cast<std::size_t>(item)];
    QString name = longName(m_choices, place);
    if (const QString remark = remarkOn(m_choices, place); !remark.isEmpty()) name += QStringLiteral(", ") + remark;
    if (m_choices.order() != HeadOrder::Layer) {
        const QString measure = measureText(m_choices, place, m_choices.order());
        if (!measure.isEmpty()) name += QStringLiteral(", %1 %2").arg(titleOf(m_choices.order()), measure);
        return name;
    }
    for (const HeadOrder order : {HeadOrder::PreviousWord, HeadOrder::FirstWord, HeadOrder::SameWord,
                                  HeadOrder::Pronoun, HeadOrder::Induction, HeadOrder::Entropy, HeadOrder::Distance}) {
        const QString measure = measureText(m_choices, place, order);
        if (!measure.isEmpty()) name += QStringLiteral("\n%1: %2").arg(titleOf(order), measure);
    }
    return name;
}

bool HeadGrid::isItemChosen(int item) const {
    return item == chosenItem();
}

bool HeadGrid::isItemFocused(int item) const {
    return hasFocus() && item == m_focused;
}

void HeadGrid::pressItem(int item) {
    if (item < 0 || item >= itemCount()) return;
    m_focused = item;
    m_choices.chooseHead(m_places[static_cast<std::size_t>(item)]);
}

void HeadGrid::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pressItem(itemAt(event->pos()));
}

void HeadGrid::mouseMoveEvent(QMouseEvent* event) {
    viewport()->setCursor(itemAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void HeadGrid::moveFocus(int by) {
    if (m_places.empty()) return;
    m_focused = std::clamp(m_focused + by, 0, itemCount() - 1);
    const QRectF shown = box(m_focused);
    const auto reveal = [](QScrollBar* bar, double begin, double end, double room) {
        if (begin < bar->value()) bar->setValue(static_cast<int>(begin));
        if (end > bar->value() + room) bar->setValue(static_cast<int>(std::ceil(end - room)));
    };
    reveal(horizontalScrollBar(), shown.left() - kMargin, shown.right() + kMargin, viewport()->width());
    reveal(verticalScrollBar(), shown.top() - kMargin, shown.bottom() + kMargin, viewport()->height());
    // To look at a head is to choose it: arrows walk through the pictures.
    pressItem(m_focused);
}

void HeadGrid::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return moveFocus(-1);
        case Qt::Key_Right:
            return moveFocus(1);
        case Qt::Key_Up:
            return moveFocus(-m_columns);
        case Qt::Key_Down:
            return moveFocus(m_columns);
        case Qt::Key_Home:
            return moveFocus(-itemCount());
        case Qt::Key_End:
            return moveFocus(itemCount());
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return pressItem(m_focused);
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool HeadGrid::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool own = (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down) || key->key() == Qt::Key_Home ||
                         key->key() == Qt::Key_End || key->key() == Qt::Key_Space;
        if (own && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int item = itemAt(help->pos());
        QToolTip::showText(help->globalPos(), item < 0 ? QString() : itemName(item), this);
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void HeadGrid::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void HeadGrid::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) m_images.clear();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

void HeadGrid::scrollContentsBy(int, int) {
    viewport()->update();
}

void HeadGrid::focusInEvent(QFocusEvent*) {
    viewport()->update();
}

void HeadGrid::focusOutEvent(QFocusEvent*) {
    viewport()->update();
}

}  // namespace attentarium
