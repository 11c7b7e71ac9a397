#include "ui/views/answering/beam_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/answer_study.h"
#include "ui/session/session.h"
#include "ui/views/answering/answer_reading.h"

namespace attentarium {

BeamView::BeamView(Session& session, AnswerStudy& study, QWidget* parent)
    : QWidget(parent), m_session(session), m_study(study) {
    installAccessibleParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&study, &AnswerStudy::treeChanged, this, [this] {
        m_current = 0;
        layOut();
    });
    layOut();
}

void BeamView::layOut() {
    m_rects.clear();
    m_isBest.clear();
    if (const auto& tree = m_study.tree()) {
        const QFontMetricsF metrics(font());
        m_top = metrics.height() * 1.6;
        const double row = metrics.height() * 2.5, gap = metrics.height() * 1.5;
        std::vector<double> widths(static_cast<std::size_t>(tree->places()),
                                   metrics.horizontalAdvance(QStringLiteral("100 %")) + 10);
        for (const BeamNode& node : tree->nodes) {
            double& width = widths[static_cast<std::size_t>(node.place)];
            width = std::max(width, metrics.horizontalAdvance(drawnToken(m_session.wordOf(node.token))) + 12);
        }
        std::vector<double> lefts;
        double left = gap;
        for (const double width : widths) {
            lefts.push_back(left);
            left += width + gap;
        }
        for (const BeamNode& node : tree->nodes) {
            const auto place = static_cast<std::size_t>(node.place);
            m_rects.emplace_back(lefts[place], m_top + node.rank * row, widths[place], row - metrics.height() * 0.4);
        }
        m_isBest.assign(tree->nodes.size(), 0);
        if (!tree->ends.empty()) {
            for (const int node : tree->pathTo(tree->ends.front())) m_isBest[static_cast<std::size_t>(node)] = 1;
        }
    }
    updateGeometry();
    update();
}

QSizeF BeamView::wholeSize() const {
    double right = 240, bottom = 120;
    for (const QRectF& rect : m_rects) {
        right = std::max(right, rect.right());
        bottom = std::max(bottom, rect.bottom());
    }
    return {right + 16, bottom + 8};
}

QSize BeamView::sizeHint() const {
    return wholeSize().toSize();
}

int BeamView::itemCount() const {
    return static_cast<int>(m_rects.size());
}

QRect BeamView::itemRect(int item) const {
    return m_rects[static_cast<std::size_t>(item)].toAlignedRect();
}

QString BeamView::itemName(int item) const {
    const BeamTree& tree = *m_study.tree();
    const BeamNode& node = tree.nodes[static_cast<std::size_t>(item)];
    QStringList words;
    for (const int one : tree.pathTo(item)) {
        words.append(m_session.wordOf(tree.nodes[static_cast<std::size_t>(one)].token));
    }
    const QString fate = node.fate == BeamNode::Fate::Kept    ? tr("kept")
                         : node.fate == BeamNode::Fate::Ended ? tr("kept, the answer ends here")
                                                              : tr("cut: others were likelier");
    return tr("“%1” · this token %2 · log-probability of all %3 · rank %4 · %5")
        .arg(words.join(QLatin1Char(' ')), percent(node.probability), shortNumber(node.logProbability))
        .arg(node.rank + 1)
        .arg(fate);
}

void BeamView::pressItem(int item) {
    if (item < 0 || item >= itemCount()) return;
    moveTo(item);
    m_study.follow(item);
}

void BeamView::moveTo(int node) {
    if (itemCount() == 0) return;
    m_current = std::clamp(node, 0, itemCount() - 1);
    update();
    Q_EMIT reached(itemRect(m_current));
    Q_EMIT told(itemName(m_current));
}

int BeamView::nodeAt(const QPointF& place) const {
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].contains(place)) return static_cast<int>(i);
    }
    return -1;
}

int BeamView::besideInRank(int by) const {
    const auto& nodes = m_study.tree()->nodes;
    const int there = m_current + by;
    const bool isThere =
        there >= 0 && there < itemCount() &&
        nodes[static_cast<std::size_t>(there)].place == nodes[static_cast<std::size_t>(m_current)].place;
    return isThere ? there : m_current;
}

int BeamView::firstChild() const {
    const auto& nodes = m_study.tree()->nodes;
    const auto child = std::ranges::find(nodes, m_current, &BeamNode::parent);
    return child == nodes.end() ? m_current : static_cast<int>(child - nodes.begin());
}

void BeamView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pressItem(nodeAt(event->position()));
}

void BeamView::mouseMoveEvent(QMouseEvent* event) {
    const int node = nodeAt(event->position());
    Q_EMIT told(node >= 0 ? itemName(node) : QString());
}

void BeamView::leaveEvent(QEvent*) {
    Q_EMIT told({});
}

void BeamView::keyPressEvent(QKeyEvent* event) {
    if (itemCount() == 0) return QWidget::keyPressEvent(event);
    const int parent = m_study.tree()->nodes[static_cast<std::size_t>(m_current)].parent;
    switch (event->key()) {
        case Qt::Key_Left:
            return moveTo(parent >= 0 ? parent : m_current);
        case Qt::Key_Right:
            return moveTo(firstChild());
        case Qt::Key_Up:
            return moveTo(besideInRank(-1));
        case Qt::Key_Down:
            return moveTo(besideInRank(+1));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return pressItem(m_current);
        default:
            QWidget::keyPressEvent(event);
    }
}

void BeamView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason) moveTo(m_current);
    update();
}

void BeamView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void BeamView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) layOut();
    QWidget::changeEvent(event);
}

bool BeamView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        node < 0 ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), itemName(node), this, itemRect(node));
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        if (isPlain && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void BeamView::paintEdges(QPainter& painter) const {
    const auto& nodes = m_study.tree()->nodes;
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].parent < 0) continue;
        const QRectF &from = m_rects[static_cast<std::size_t>(nodes[i].parent)], &to = m_rects[i];
        const bool isCut = nodes[i].fate == BeamNode::Fate::Cut, isBest = m_isBest[i] != 0;
        const QColor colour = isBest ? theme().accent : isCut ? theme().line : theme().mutedInk;
        painter.setPen(QPen(colour, isBest ? 3 : 1.2, isCut ? Qt::DotLine : Qt::SolidLine));
        const QPointF begin(from.right(), from.center().y()), end(to.left(), to.center().y());
        const double middle = (begin.x() + end.x()) / 2;
        QPainterPath road(begin);
        road.cubicTo(QPointF(middle, begin.y()), QPointF(middle, end.y()), end);
        painter.drawPath(road);
    }
}

void BeamView::paintNode(QPainter& painter, int place) const {
    const Theme& colours = theme();
    const auto index = static_cast<std::size_t>(place);
    const BeamNode& node = m_study.tree()->nodes[index];
    const QRectF rect = m_rects[index].adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isCut = node.fate == BeamNode::Fate::Cut, isEnd = node.fate == BeamNode::Fate::Ended;
    painter.setBrush(m_isBest[index] != 0 ? colours.accentSoft : isCut ? colours.stage : colours.panel);
    painter.setPen(QPen(m_isBest[index] != 0 ? colours.accent : colours.line, isEnd ? 2.5 : 1.2,
                        isCut ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(rect, 5, 5);
    // A second frame: the answer ends here.
    if (isEnd) painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 3, 3);
    const double half = rect.height() / 2;
    painter.setPen(isCut ? colours.mutedInk : colours.ink);
    painter.drawText(rect.adjusted(0, 1, 0, -half), Qt::AlignCenter | Qt::TextSingleLine,
                     drawnToken(m_session.wordOf(node.token)));
    painter.setPen(colours.mutedInk);
    painter.drawText(rect.adjusted(0, half - 1, 0, -2), Qt::AlignCenter | Qt::TextSingleLine,
                     percent(node.probability));
}

void BeamView::paintInto(QPainter& painter) const {
    if (!m_study.tree()) return;
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().mutedInk);
    int last = -1;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const int place = m_study.tree()->nodes[i].place;
        if (std::exchange(last, place) == place) continue;
        painter.drawText(QRectF(m_rects[i].left(), 0, m_rects[i].width(), m_top - 4), Qt::AlignCenter,
                         QString::number(place + 1));
    }
    paintEdges(painter);
    for (int i = 0; i < itemCount(); ++i) paintNode(painter, i);
}

void BeamView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(painter);
    if (!hasFocus() || itemCount() == 0) return;
    painter.setPen(QPen(theme().ink, 2, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(m_rects[static_cast<std::size_t>(m_current)].adjusted(-2, -2, 2, 2), 6, 6);
}

}  // namespace attentarium
