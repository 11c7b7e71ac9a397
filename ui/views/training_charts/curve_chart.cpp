#include "ui/views/training_charts/curve_chart.h"

#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/chart_dress.h"
#include "ui/views/training_charts/curve_painting.h"

namespace attentarium {
namespace {

// About a point for two pixels: more would only make lines slow.
constexpr std::size_t kMostPoints = 400;
constexpr int kLinesForTitles = 14;

}  // namespace

CurveChart::CurveChart(ValueKind kind, QWidget* parent)
    : QChartView(new QChart, parent), m_kind(kind), m_axes(*chart(), kind) {
    prepareView(*this);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    connect(chart(), &QChart::plotAreaChanged, this, [this] { viewport()->update(); });
    draw();
}

QSize CurveChart::sizeHint() const {
    return {fontMetrics().height() * 30, fontMetrics().height() * 16};
}

void CurveChart::setTitles(const QString& steps, const QString& values) {
    m_stepsTitle = steps;
    m_valuesTitle = values;
    dressAxes();
}

void CurveChart::setLogarithmic(bool steps, bool values) {
    if (steps == m_axes.hasLogSteps() && values == m_axes.hasLogValues()) return;
    m_axes.setLogarithmic(steps, values);
    draw();
}

void CurveChart::show(std::vector<Curve> curves, std::vector<StepMark> marks) {
    if (m_kind == ValueKind::Share) {
        for (Curve& curve : curves) {
            for (QPointF& point : curve.points) point.ry() *= 100;
        }
    }
    m_curves = std::move(curves);
    m_marks = std::move(marks);
    draw();
    Q_EMIT readingChanged();
}

int CurveChart::drawnPoints(int curve) const {
    return static_cast<int>(m_drawn[static_cast<std::size_t>(curve)].points.size());
}

void CurveChart::draw() {
    dressChart(*chart(), font());
    dressAxes();
    while (m_series.size() > m_curves.size()) {
        chart()->removeSeries(m_series.back());
        delete m_series.back();
        m_series.pop_back();
    }
    double first = INFINITY, last = -INFINITY, least = INFINITY, most = -INFINITY;
    m_drawn.clear();
    for (const Curve& whole : m_curves) {
        m_drawn.push_back({whole.name, whole.colour, whole.dash, whole.marker, whole.width, whole.isNamed,
                           thinned(whole.points, kMostPoints, m_axes.hasLogSteps())});
        Curve& curve = m_drawn.back();
        if (m_axes.hasLogValues()) std::erase_if(curve.points, [](const QPointF& point) { return point.y() <= 0; });
        for (const QPointF& point : curve.points) {
            first = std::min(first, point.x());
            last = std::max(last, point.x());
            least = std::min(least, point.y());
            most = std::max(most, point.y());
        }
    }
    // The means of stretches end a little before the last step.
    last = std::max(last, lastStep());
    if (std::isfinite(first)) {
        if (!m_axes.hasLogSteps()) first = std::min(first, 0.0);
        const double margin = (most - least) * 0.05;
        if (m_kind == ValueKind::Share) {
            least = 0;
            most = 100;
        } else if (m_axes.hasLogValues()) {
            const double stretch = std::max(1.02, std::pow(most / least, 0.05));
            least /= stretch;
            most *= stretch;
        } else {
            least = least >= 0 && least < most * 0.4 ? 0 : least - margin;
            most += margin;
        }
        // Labels that stand too close would be cut to dots.
        const int ticks = std::clamp(height() / (fontMetrics().height() * 3), 1, 5);
        const double label = fontMetrics().horizontalAdvance(QString::number(last, 'f', 0)) + fontMetrics().height();
        const double room = width() - chart()->margins().right() - fontMetrics().averageCharWidth() * 8;
        const int stepTicks = std::clamp(static_cast<int>(room / label / 1.4), 2, 5);
        m_axes.setRanges(stepTicks, ticks, first, last, least, most);
    }
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const Curve& curve = m_drawn[i];
        if (i == m_series.size()) {
            m_series.push_back(new QLineSeries);
            chart()->addSeries(m_series.back());
            m_axes.attach(*m_series.back());
        }
        // A cosmetic pen of width 1 is drawn without being outlined first.
        m_series[i]->setPen(QPen(curve.colour, curve.width, curve.dash));
        m_series[i]->replace(QList<QPointF>(curve.points.begin(), curve.points.end()));
    }
    reserveRoom();
    viewport()->update();
}

void CurveChart::dressAxes() {
    // In a low chart the lines need the room more.
    const bool titled = height() > fontMetrics().height() * kLinesForTitles;
    m_axes.dress(font(), titled ? m_stepsTitle : QString(), titled ? m_valuesTitle : QString());
}

void CurveChart::reserveRoom() {
    double widest = 0;
    for (const Curve& curve : m_drawn) {
        if (curve.isNamed && !curve.points.empty()) {
            widest = std::max<double>(widest, fontMetrics().horizontalAdvance(curve.name));
        }
    }
    const double most = std::min<double>(fontMetrics().averageCharWidth() * kWidestName, width() * 0.3);
    const int right = static_cast<int>(std::min(widest, most)) + fontMetrics().height();
    const QMargins margins(2, 4, right, 2);
    if (chart()->margins() != margins) chart()->setMargins(margins);
}

QPointF CurveChart::placeOf(const QPointF& stepAndValue) const {
    if (m_series.empty()) return {};
    return chart()->mapToPosition(stepAndValue, m_series.front());
}

double CurveChart::stepAt(const QPointF& place) const {
    return chart()->mapToValue(place, m_series.front()).x();
}

void CurveChart::drawForeground(QPainter* painter, const QRectF& rect) {
    QChartView::drawForeground(painter, rect);
    if (m_series.empty()) return;
    const auto place = [this](const QPointF& point) {
        // On a logarithmic axis there is no place for what is not above zero.
        return placeOf({m_axes.hasLogSteps() ? std::max(point.x(), 1e-9) : point.x(),
                        m_axes.hasLogValues() ? std::max(point.y(), 1e-9) : point.y()});
    };
    const CurvePainting painting{m_drawn, m_marks, chart()->plotArea(), QRectF(viewport()->rect()),
                                 font(),  place,   m_readStep,          hasFocus()};
    painting.paint(*painter);
}

QString CurveChart::valueText(double value) const {
    return m_kind == ValueKind::Share ? percent(value / 100) : shortNumber(value);
}

QString CurveChart::readingAt(double step) const {
    QStringList parts;
    for (const Curve& curve : m_curves) {
        const QPointF* const point = pointAt(curve, step);
        if (!point || curve.name.isEmpty()) continue;
        QString part = curve.name + QLatin1Char(' ') + valueText(point->y());
        //: behind a value that is not measured at each step
        if (point->x() != step) part += tr(" (measured at step %1)").arg(static_cast<qint64>(point->x()));
        parts.append(part);
    }
    //: the values of the lines of a chart at a step: "step 240: loss 2.31, held-out loss 2.40"
    return tr("step %1: %2").arg(static_cast<qint64>(step)).arg(parts.join(tr(", ")));
}

double CurveChart::lastStep() const {
    double last = 0;
    for (const Curve& curve : m_curves) {
        if (!curve.points.empty()) last = std::max(last, curve.points.back().x());
    }
    return last;
}

void CurveChart::readAt(std::optional<double> step) {
    if (step && m_series.empty()) step.reset();
    if (step) step = std::clamp(std::round(*step), 0.0, lastStep());
    if (step == m_readStep) return;
    m_readStep = step;
    viewport()->update();
    Q_EMIT readingChanged();
}

std::vector<double> CurveChart::drawnSteps() const {
    std::vector<double> steps;
    for (const Curve& curve : m_drawn) {
        if (curve.points.size() <= steps.size()) continue;
        steps.clear();
        for (const QPointF& point : curve.points) steps.push_back(std::round(point.x()));
    }
    return steps;
}

void CurveChart::move(int places) {
    const std::vector<double> steps = drawnSteps();
    if (steps.empty()) return;
    const auto last = static_cast<int>(steps.size()) - 1;
    const double now = m_readStep.value_or(places > 0 ? -INFINITY : INFINITY);
    // To the left begins at the first that is not before the step, to the right at the last that is not behind it.
    const int at = places < 0 ? static_cast<int>(std::ranges::lower_bound(steps, now) - steps.begin())
                              : static_cast<int>(std::ranges::upper_bound(steps, now) - steps.begin()) - 1;
    readAt(steps[static_cast<std::size_t>(std::clamp(at + places, 0, last))]);
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
    const int many = std::max<int>(1, static_cast<int>(drawnSteps().size()) / 10);
    switch (event->key()) {
        case Qt::Key_Left:
            return move(-1);
        case Qt::Key_Right:
            return move(+1);
        case Qt::Key_PageUp:
            return move(-many);
        case Qt::Key_PageDown:
            return move(+many);
        case Qt::Key_Home:
            return readAt(0);
        case Qt::Key_End:
            return readAt(INFINITY);
        case Qt::Key_Escape:
            if (!m_readStep) break;
            return readAt({});
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_readStep) Q_EMIT stepChosen(*m_readStep);
            return;
        default:
            break;
    }
    event->ignore();
}

bool CurveChart::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Left:
            case Qt::Key_Right:
            case Qt::Key_PageUp:
            case Qt::Key_PageDown:
            case Qt::Key_Home:
            case Qt::Key_End:
            case Qt::Key_Return:
            case Qt::Key_Enter:
                event->accept();
                return true;
            default:
                break;
        }
    }
    if (event->type() == QEvent::Resize) {
        draw();
    }
    return QChartView::event(event);
}

void CurveChart::mouseMoveEvent(QMouseEvent* event) {
    if (!m_series.empty()) readAt(stepAt(event->position()));
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_series.empty()) return;
    readAt(stepAt(event->position()));
    if (m_readStep) Q_EMIT stepChosen(*m_readStep);
}

void CurveChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    readAt({});
}

void CurveChart::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void CurveChart::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void CurveChart::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) draw();
}

}  // namespace attentarium
