#include "ui/views/attention/score_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

constexpr int kLanes = 4;
constexpr double kMargin = 10, kLeastBar = 5, kMostBar = 48;
enum Lane { kLeft, kRight, kProduct, kSum };

/// The key that is looked at most, where no cell was chosen.
int strongestColumn(const AttentionChoices& choices, int row) {
    const auto weights = weightsRow(choices, choices.head(), row);
    return static_cast<int>(std::ranges::max_element(weights) - weights.begin());
}

}  // namespace

ScoreView::ScoreView(AttentionChoices& choices, QWidget* parent) : QAbstractScrollArea(parent), m_choices(choices) {
    installAccessibleParts();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    connect(&choices, &AttentionChoices::changed, this, &ScoreView::refresh);
}

void ScoreView::refresh() {
    if (!isVisible()) return;
    m_why = {};
    m_running.clear();
    m_lanes.clear();
    m_heading.clear();
    m_road.clear();
    m_hovered = -1;
    if (m_choices.hasAttention()) {
        const Trace& trace = m_choices.trace();
        const AttentionLayer& layer = m_choices.currentLayer();
        const int row = m_choices.chosenRow();
        const int column = m_choices.chosenColumn() >= 0 ? m_choices.chosenColumn() : strongestColumn(m_choices, row);
        const Cell cell = attentionCell(trace, layer.stages.front(), Quantity::Value, m_choices.head(), row, column);
        m_why = trace.explainValue(cell.node, cell.index);
        double sum = 0;
        for (const Term& term : m_why.terms) m_running.push_back(sum += term.product());
        const SentenceWords words(m_choices.session().tracedWords(), m_choices.session().tracedSource());
        m_heading = cellPlace(trace, cell.node, cell.index, words);
        m_road = roadOf(row, column);
        const auto nameOf = [&](const std::optional<Factor>& factor) {
            return factor ? titleOf(trace, factor->cell.node) : QString();
        };
        if (!m_why.terms.empty()) {
            m_lanes = {nameOf(m_why.terms.front().left), nameOf(m_why.terms.front().right), tr("product"),
                       tr("sum so far")};
        }
    }
    m_chosen = std::min(m_chosen, tableRows() - 1);
    setAccessibleName(m_heading.isEmpty() ? tr("Query × key") : m_heading);
    layOut();
    tell();
    viewport()->update();
}

QString ScoreView::roadOf(int row, int column) const {
    QStringList all;
    const Trace& trace = m_choices.trace();
    for (const Var stage : m_choices.currentLayer().stages) {
        const float value =
            attentionRow(trace, stage, Quantity::Value, m_choices.head(), row)[static_cast<std::size_t>(column)];
        all.append(QStringLiteral("%1 = %2").arg(stageSign(trace, stage), shortNumber(static_cast<double>(value))));
    }
    return all.join(QStringLiteral("   "));
}

double ScoreView::number(int term, int lane) const {
    const Term& one = m_why.terms[static_cast<std::size_t>(term)];
    switch (lane) {
        case kLeft:
            return one.left ? one.left->value : 1;
        case kRight:
            return one.right ? one.right->value : 1;
        case kProduct:
            return one.product();
        default:
            return m_running[static_cast<std::size_t>(term)];
    }
}

double ScoreView::labelWidth() const {
    double most = 0;
    for (const QString& lane : m_lanes) most = std::max(most, QFontMetricsF(font()).horizontalAdvance(lane));
    return std::min(most, QFontMetricsF(font()).height() * 7) + 12;
}

double ScoreView::lanesTop() const {
    return kMargin;
}

double ScoreView::barWidth(double width) const {
    return std::clamp((width - labelWidth() - 2 * kMargin) / std::max(1, tableRows()), kLeastBar, kMostBar);
}

double ScoreView::laneHeight(double height) const {
    const double line = QFontMetricsF(font()).height();
    return std::max(3 * line, (height - lanesTop() - 1.6 * line - kMargin) / kLanes);
}

void ScoreView::layOut() {
    const double content = labelWidth() + 2 * kMargin + barWidth(viewport()->width()) * tableRows();
    horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(content) - viewport()->width()));
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width()));
    horizontalScrollBar()->setSingleStep(20);
}

QSizeF ScoreView::sizeOfAll() const {
    return {labelWidth() + 2 * kMargin + std::max(12.0, barWidth(800)) * tableRows(), 420};
}

void ScoreView::paintLane(QPainter& painter, const QRectF& lane, int which, double bar, int marked) const {
    double most = 0;
    for (int term = 0; term < tableRows(); ++term) most = std::max(most, std::abs(number(term, which)));
    const double middle = lane.center().y(), half = lane.height() / 2 - 4;
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(lane.left(), middle), QPointF(lane.left() + bar * tableRows(), middle));
    const QColor flat = which == kLeft ? theme().query : which == kRight ? theme().key : QColor();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.75);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    // All numbers of a lane or none, so that none seems to be missing.
    bool fits = which != kSum;
    for (int term = 0; fits && term < tableRows(); ++term) {
        fits = metrics.horizontalAdvance(shortNumber(number(term, which))) + 2 <= bar;
    }
    QPointF before(lane.left(), middle);
    for (int term = 0; term < tableRows(); ++term) {
        const double value = number(term, which);
        const double tall = most > 0 ? value / most * half : 0;
        const double x = lane.left() + term * bar;
        if (which == kSum) {
            const QPointF now(x + bar / 2, middle - tall);
            painter.setPen(QPen(theme().ink, 1.6));
            painter.drawLine(before, now);
            if (bar >= 7) painter.drawEllipse(now, 1.5, 1.5);
            before = now;
        } else {
            const QRectF box = QRectF(QPointF(x + 0.5, middle), QPointF(x + bar - 0.5, middle - tall)).normalized();
            painter.fillRect(box, flat.isValid() ? flat : QColor::fromRgb(diverging(value, most)));
            if (!flat.isValid()) {
                // So that a pale bar can be seen too.
                painter.setPen(QPen(theme().mutedInk, 0.5));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(box);
            }
        }
        if (fits) {
            const QString text = shortNumber(value);
            painter.setPen(theme().ink);
            const double y = value >= 0 ? middle + metrics.ascent() + 1 : middle - 3;
            painter.drawText(QPointF(x + (bar - metrics.horizontalAdvance(text)) / 2, y), text);
        }
    }
    if (marked >= 0) {
        painter.setPen(QPen(theme().mutedInk, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(lane.left() + marked * bar, lane.top() + 1, bar, lane.height() - 2));
    }
}

void ScoreView::paintOn(QPainter& painter, const QRectF& area, double left, double bar, int marked) const {
    if (m_why.terms.empty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double lane = laneHeight(area.height());
    const double line = QFontMetricsF(font()).height();
    painter.save();
    painter.setClipRect(QRectF(area.left() + kMargin + labelWidth(), area.top(), area.width(), area.height()));
    for (int i = 0; i < kLanes; ++i) {
        paintLane(painter, QRectF(left, area.top() + lanesTop() + i * lane, area.right() - left, lane), i, bar, marked);
    }
    // The numbers of the dimensions, as many as there is room for.
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.75);
    painter.setFont(small);
    painter.setPen(theme().mutedInk);
    const int apart = std::max(
        1, static_cast<int>(std::ceil((QFontMetricsF(small).horizontalAdvance(QStringLiteral("888")) + 4) / bar)));
    for (int term = 0; term < tableRows(); term += apart) {
        painter.drawText(QRectF(left + (term - 2) * bar, area.top() + lanesTop() + kLanes * lane, 5 * bar, line),
                         Qt::AlignCenter, QString::number(term + 1));
    }
    painter.restore();
    for (int i = 0; i < kLanes; ++i) {
        const QRectF box(area.left() + kMargin, area.top() + lanesTop() + i * lane, labelWidth() - 8, lane);
        painter.setFont(font());
        painter.setPen(i == kLeft ? typeColour(theme().query) : i == kRight ? typeColour(theme().key) : theme().ink);
        const QString sum = i == kSum ? QStringLiteral("\n= ") + shortNumber(m_why.total) : QString();
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_lanes.value(i) + sum);
    }
}

void ScoreView::paintAll(QPainter& painter, const QRectF& area) const {
    paintOn(painter, area, area.left() + kMargin + labelWidth(), std::max(12.0, barWidth(800)), m_chosen);
}

void ScoreView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme().stage);
    paintOn(painter, viewport()->rect(), kMargin + labelWidth() - horizontalScrollBar()->value(),
            barWidth(viewport()->width()), m_hovered >= 0 ? m_hovered : m_chosen);
}

int ScoreView::termAt(QPoint place) const {
    const double from = kMargin + labelWidth() - horizontalScrollBar()->value();
    const auto term = static_cast<int>(std::floor((place.x() - from) / barWidth(viewport()->width())));
    return place.x() >= kMargin + labelWidth() && term < tableRows() ? term : -1;
}

QString ScoreView::rowName(int row) const {
    return tr("dimension %1").arg(row + 1);
}

QString ScoreView::columnName(int column) const {
    return m_lanes.value(column);
}

QString ScoreView::cellText(int row, int column) const {
    return row < tableRows() ? shortNumber(number(row, column)) : QString();
}

QRect ScoreView::cellRect(int row, int column) const {
    const double bar = barWidth(viewport()->width()), lane = laneHeight(viewport()->height());
    return QRectF(kMargin + labelWidth() - horizontalScrollBar()->value() + row * bar, lanesTop() + column * lane, bar,
                  lane)
        .toAlignedRect()
        .intersected(viewport()->rect());
}

void ScoreView::chooseCell(int row, int) {
    walk(row);
}

void ScoreView::walk(int to) {
    if (tableRows() == 0) return;
    m_chosen = std::clamp(to, 0, tableRows() - 1);
    const double bar = barWidth(viewport()->width());
    const double room = viewport()->width() - labelWidth() - 2 * kMargin;
    QScrollBar* scroll = horizontalScrollBar();
    if (m_chosen * bar < scroll->value()) scroll->setValue(static_cast<int>(m_chosen * bar));
    if ((m_chosen + 1) * bar > scroll->value() + room) {
        scroll->setValue(static_cast<int>(std::ceil((m_chosen + 1) * bar - room)));
    }
    tell();
    viewport()->update();
}

void ScoreView::tell() {
    const int term = m_hovered >= 0 ? m_hovered : m_chosen;
    if (term < 0 || term >= tableRows()) {
        Q_EMIT told(m_road);
        return;
    }
    Q_EMIT told(QStringLiteral("%1   %2 × %3 = %4   %5 %6")
                    .arg(rowName(term), cellText(term, kLeft), cellText(term, kRight), cellText(term, kProduct),
                         columnName(kSum), cellText(term, kSum)));
}

void ScoreView::mouseMoveEvent(QMouseEvent* event) {
    const int term = termAt(event->pos());
    if (term == m_hovered) return;
    m_hovered = term;
    tell();
    viewport()->update();
}

void ScoreView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && termAt(event->pos()) >= 0) walk(termAt(event->pos()));
}

void ScoreView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return walk(m_chosen - 1);
        case Qt::Key_Right:
            return walk(m_chosen + 1);
        case Qt::Key_Home:
            return walk(0);
        case Qt::Key_End:
            return walk(tableRows() - 1);
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

bool ScoreView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool own = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Home ||
                         key->key() == Qt::Key_End;
        if (own && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    const bool done = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::Show) refresh();
    return done;
}

bool ScoreView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && m_hovered >= 0) {
        m_hovered = -1;
        tell();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ScoreView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void ScoreView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) refresh();
}

void ScoreView::scrollContentsBy(int, int) {
    viewport()->update();
}

void ScoreView::focusInEvent(QFocusEvent*) {
    viewport()->update();
}

void ScoreView::focusOutEvent(QFocusEvent*) {
    viewport()->update();
}

}  // namespace attentarium
