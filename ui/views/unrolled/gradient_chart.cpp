#include "ui/views/unrolled/gradient_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/views/unrolled/gradient_plan.h"

namespace attentarium {

GradientChart::GradientChart(QWidget* parent) : QWidget(parent) {
    installAccessibleParts();
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void GradientChart::show(std::shared_ptr<const GradientAnswer> answer, double clip) {
    m_answer = std::move(answer);
    m_clip = clip;
    const int last = m_answer ? static_cast<int>(m_answer->words.size()) - 1 : -1;
    m_chosen = std::min(m_chosen, last);
    if (m_hovered > last) m_hovered = -1;
    update();
}

QSize GradientChart::minimumSizeHint() const {
    // The table and the axis have nine lines.
    return {320, (fontMetrics().height() + 4) * 9 + 110};
}

GradientChart::Plan GradientChart::planIn(const QRectF& area) const {
    return {*m_answer, font(), area};
}

QPoint GradientChart::placeOf(int back) const {
    if (!m_answer) return {};
    const Plan plan = planIn(rect());
    return QPointF(plan.x(back), plan.plot.center().y()).toPoint();
}

int GradientChart::stepAt(QPointF place) const {
    if (!m_answer) return -1;
    const Plan plan = planIn(rect());
    if (!plan.plot.adjusted(-8, -8, 8, 24).contains(place)) return -1;
    const double along = (plan.plot.right() - place.x()) / plan.plot.width();
    return std::clamp(static_cast<int>(std::lround(along * (plan.steps - 1))), 0, plan.steps - 1);
}

void GradientChart::mouseMoveEvent(QMouseEvent* event) {
    const int step = stepAt(event->position());
    if (std::exchange(m_hovered, step) == step) return;
    update();
    Q_EMIT pointed();
}

void GradientChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_chosen = stepAt(event->position());
    update();
    Q_EMIT pointed();
}

void GradientChart::leaveEvent(QEvent*) {
    if (std::exchange(m_hovered, -1) < 0) return;
    update();
    Q_EMIT pointed();
}

void GradientChart::keyPressEvent(QKeyEvent* event) {
    const bool isLeft = event->key() == Qt::Key_Left;
    if (!m_answer || (!isLeft && event->key() != Qt::Key_Right)) return QWidget::keyPressEvent(event);
    const int last = static_cast<int>(m_answer->words.size()) - 1;
    m_chosen = m_chosen < 0 ? 0 : std::clamp(m_chosen + (isLeft ? 1 : -1), 0, last);
    update();
    Q_EMIT pointed();
}

bool GradientChart::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void GradientChart::focusInEvent(QFocusEvent*) {
    update();
}

void GradientChart::focusOutEvent(QFocusEvent*) {
    update();
}

void GradientChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
    update();
}

QString GradientChart::rowName(int row) const {
    return nameOfFamily(m_answer->curves[static_cast<std::size_t>(row)].family);
}

QString GradientChart::columnName(int column) const {
    const QStringList names{tr("units"), tr("spectral radius"), tr("half-life in steps"), tr("gradient norm"),
                            tr("after clipping")};
    return names.value(column);
}

QString GradientChart::cellText(int row, int column) const {
    if (!m_answer || row >= tableRows()) return {};
    const GradientCurve& curve = m_answer->curves[static_cast<std::size_t>(row)];
    switch (column) {
        case 0:
            return QString::number(curve.width);
        case 1:
            return shortNumber(curve.radius);
        case 2:
            if (curve.decay.halfLife == 0) return QStringLiteral("–");
            //: in place of a half-life, where a gradient grows
            return curve.decay.grows ? tr("doubles in %1").arg(shortNumber(curve.decay.halfLife))
                                     : shortNumber(curve.decay.halfLife);
        case 3:
            return shortNumber(curve.flow.parameters);
        case 4: {
            const double clipped = clippedNorm(curve.flow.parameters, m_clip);
            return clipped < curve.flow.parameters ? shortNumber(clipped)
                                                   : tr("%1, as it is").arg(shortNumber(clipped));
        }
        default:
            return {};
    }
}

QRect GradientChart::cellRect(int row, int column) const {
    if (!m_answer) return {};
    return planIn(rect()).cell(row, column).toAlignedRect();
}

}  // namespace attentarium
