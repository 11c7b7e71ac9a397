#include "ui/views/positions/line_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

/// 1, 2 or 5 times a power of ten, so that about `count` steps fill `range`.
double niceStep(double range, int count) {
    const double rough = range / std::max(1, count), power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power) return factor * power;
    }
    return 10 * power;
}

void paintMarker(QPainter& painter, PlotMarker marker, const QPointF& at, double r) {
    switch (marker) {
        case PlotMarker::None:
            return;
        case PlotMarker::Circle:
            painter.drawEllipse(at, r, r);
            return;
        case PlotMarker::Square:
            painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
            return;
        case PlotMarker::Triangle:
            painter.drawPolygon(QPolygonF{at + QPointF(0, -r), at + QPointF(r, r), at + QPointF(-r, r)});
            return;
        case PlotMarker::Diamond:
            painter.drawPolygon(
                QPolygonF{at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)});
            return;
        case PlotMarker::Cross:
            painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r));
            painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r));
            return;
    }
}

}  // namespace

LinePlot::LinePlot(QWidget* parent) : Plot(parent) {}

void LinePlot::show(PlottedLines lines) {
    m_lines = std::move(lines);
    m_places.clear();
    for (const PlottedLine& line : m_lines.lines) {
        for (const QPointF& point : line.points) m_places.push_back(point.x());
    }
    std::ranges::sort(m_places);
    m_places.erase(std::unique(m_places.begin(), m_places.end()), m_places.end());
    setTitle(m_lines.title);
    update();
}

bool LinePlot::isEmpty() const {
    return m_places.empty();
}

void LinePlot::readAt(std::optional<double> across) {
    m_read = across;
    update();
}

QPointF LinePlot::Frame::at(const QPointF& point) const {
    return {body.left() + (point.x() - left) / (right - left) * body.width(),
            body.bottom() - (point.y() - bottom) / (top - bottom) * body.height()};
}

LinePlot::Frame LinePlot::frameIn(const QRectF& whole) const {
    const QFontMetricsF metrics(smallFont());
    const QRectF area = belowTitle(whole);
    Frame frame;
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const PlottedLine& line : m_lines.lines) {
        for (const QPointF& point : line.points) {
            least = std::min(least, point.y());
            most = std::max(most, point.y());
        }
    }
    if (!std::isfinite(least)) least = 0, most = 1;
    if (most - least < 1e-9) least -= 0.5, most += 0.5;
    const double margin = (most - least) * 0.06;
    frame.bottom = m_lines.bottom.value_or(least - margin);
    frame.top = m_lines.top.value_or(most + margin);
    if (!m_places.empty()) {
        frame.left = m_places.front();
        frame.right = std::max(m_places.back(), frame.left + 1e-9);
    }
    double names = 0;
    for (const PlottedLine& line : m_lines.lines) names = std::max(names, metrics.horizontalAdvance(line.name));
    names = std::min(names, area.width() * 0.3) + (names > 0 ? metrics.height() : metrics.height() * 0.4);
    const double side = metrics.horizontalAdvance(QStringLiteral("−0.0000")) + 4;
    const double above = m_lines.marks.empty() && m_lines.upTitle.isEmpty() ? 2 : metrics.height() + 2;
    frame.body = area.adjusted(side, above, -names, -metrics.height() * 2.3);
    return frame;
}

LinePlot::Frame LinePlot::frame() const {
    return frameIn(QRectF(rect()).adjusted(4, 2, -4, -2));
}

void LinePlot::paintAxes(QPainter& painter, const Frame& frame) const {
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const int ups = std::max(2, static_cast<int>(frame.body.height() / (metrics.height() * 2.2)));
    const double up = niceStep(frame.top - frame.bottom, ups);
    for (double value = std::ceil(frame.bottom / up) * up; value <= frame.top + up * 1e-9; value += up) {
        const double y = frame.at({frame.left, value}).y();
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(frame.body.left(), y), QPointF(frame.body.right(), y));
        painter.setPen(theme().mutedInk);
        painter.drawText(QRectF(frame.body.left() - 104, y - metrics.height() / 2, 100, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shortNumber(std::abs(value) < up * 1e-6 ? 0 : value));
    }
    const int acrosses = std::max(2, static_cast<int>(frame.body.width() / (metrics.height() * 3.5)));
    const double across = std::max(1.0, niceStep(frame.right - frame.left, acrosses));
    for (double value = std::ceil(frame.left / across) * across; value <= frame.right + 1e-9; value += across) {
        const double x = frame.at({value, frame.bottom}).x();
        painter.setPen(QPen(theme().line, 1));
        painter.drawLine(QPointF(x, frame.body.bottom()), QPointF(x, frame.body.bottom() + 4));
        painter.setPen(theme().mutedInk);
        painter.drawText(QRectF(x - 60, frame.body.bottom() + 4, 120, metrics.height()), Qt::AlignHCenter,
                         QString::number(std::lround(value)));
    }
    painter.setPen(theme().mutedInk);
    painter.drawText(
        QRectF(frame.body.left(), frame.body.bottom() + metrics.height() * 1.15, frame.body.width(), metrics.height()),
        Qt::AlignRight, m_lines.acrossTitle);
    painter.drawText(
        QRectF(frame.body.left() + 2, frame.body.top() - metrics.height() - 1, frame.body.width(), metrics.height()),
        Qt::AlignLeft, m_lines.upTitle);
    painter.setPen(QPen(theme().mutedInk, 1));
    painter.drawLine(frame.body.bottomLeft(), frame.body.bottomRight());
    for (const auto& [place, text] : m_lines.marks) {
        const double x = frame.at({place, frame.bottom}).x();
        painter.setPen(QPen(theme().ink, 1, Qt::DashLine));
        painter.drawLine(QPointF(x, frame.body.top() - metrics.height() * 0.4), QPointF(x, frame.body.bottom()));
        painter.setPen(theme().ink);
        painter.drawText(
            QRectF(x + 4, frame.body.top() - metrics.height() - 1, frame.body.right() - x + 40, metrics.height()),
            Qt::AlignLeft, text);
    }
}

void LinePlot::paintIn(QPainter& painter, const QRectF& area) const {
    paintTitle(painter, area);
    if (isEmpty()) return;
    const Frame frame = frameIn(area);
    paintAxes(painter, frame);
    painter.save();
    painter.setClipRect(frame.body.adjusted(-1, -1, 8, 1));
    for (const PlottedLine& line : m_lines.lines) {
        QPolygonF polygon;
        for (const QPointF& point : line.points) polygon.append(frame.at(point));
        painter.setPen(QPen(line.colour, line.width, line.dash, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(polygon);
        if (line.marker == PlotMarker::None) continue;
        painter.setPen(QPen(line.colour, 1.5));
        painter.setBrush(line.dash == Qt::SolidLine ? QBrush(line.colour) : QBrush(theme().stage));
        const auto stride = std::max<qsizetype>(1, polygon.size() / 8);
        for (qsizetype i = 0; i < polygon.size(); i += stride) paintMarker(painter, line.marker, polygon[i], 3.5);
    }
    painter.restore();
    paintNames(painter, frame, area);
}

void LinePlot::paintNames(QPainter& painter, const Frame& frame, const QRectF& area) const {
    struct Name {
        const PlottedLine* line;
        double y;
    };
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    std::vector<Name> names;
    double freeBelow = 0;
    for (const PlottedLine& line : m_lines.lines) {
        if (line.name.isEmpty() || line.points.empty()) continue;
        const QPointF end = frame.at(line.points.back());
        if (end.x() > frame.body.right() - metrics.height() * 2) {
            names.push_back({&line, std::clamp(end.y(), frame.body.top(), frame.body.bottom())});
            continue;
        }
        // A line that ends early has its name below its end, where no other line hides it.
        const QRectF place(end.x(), std::max(freeBelow, end.y() + metrics.height() * 0.9),
                           metrics.horizontalAdvance(line.name) + 4, metrics.height());
        freeBelow = place.bottom();
        painter.fillRect(place, theme().stage);
        painter.setPen(typeColour(line.colour));
        painter.drawText(place, Qt::AlignCenter, line.name);
    }
    std::ranges::sort(names, {}, &Name::y);
    for (std::size_t i = 1; i < names.size(); ++i) names[i].y = std::max(names[i].y, names[i - 1].y + metrics.height());
    double lowest = frame.body.bottom();
    for (auto name = names.rbegin(); name != names.rend(); ++name, lowest -= metrics.height()) {
        name->y = std::min(name->y, lowest);
    }
    for (const Name& name : names) {
        const double x = frame.body.right() + metrics.height() * 0.5;
        painter.setPen(typeColour(name.line->colour));
        painter.drawText(QPointF(x, name.y + metrics.ascent() / 2 - 1),
                         metrics.elidedText(name.line->name, Qt::ElideRight, area.right() - x));
    }
}

void LinePlot::paintMarks(QPainter& painter) const {
    if (!m_read || isEmpty()) return;
    const Frame now = frame();
    const double x = now.at({*m_read, now.bottom}).x();
    painter.setPen(QPen(theme().ink, 1));
    painter.drawLine(QPointF(x, now.body.top()), QPointF(x, now.body.bottom()));
    for (const PlottedLine& line : m_lines.lines) {
        const auto point = pointAt(line, *m_read);
        if (!point) continue;
        painter.setPen(QPen(theme().stage, 1));
        painter.setBrush(line.colour);
        painter.drawEllipse(now.at(*point), 4, 4);
    }
}

std::optional<QPointF> LinePlot::pointAt(const PlottedLine& line, double across) const {
    for (const QPointF& point : line.points) {
        if (std::abs(point.x() - across) < 1e-9) return point;
    }
    return std::nullopt;
}

QPointF LinePlot::placeOf(const QPointF& point) const {
    return frame().at(point);
}

QString LinePlot::rowName(int row) const {
    const QString& name = m_lines.lines[static_cast<std::size_t>(row)].name;
    return name.isEmpty() ? title() : name;
}

QString LinePlot::columnName(int column) const {
    return QString::number(m_places[static_cast<std::size_t>(column)]);
}

double LinePlot::numberAt(int row, int column) const {
    const auto point =
        pointAt(m_lines.lines[static_cast<std::size_t>(row)], m_places[static_cast<std::size_t>(column)]);
    return point ? point->y() : std::numeric_limits<double>::quiet_NaN();
}

QString LinePlot::cellText(int row, int column) const {
    const double number = numberAt(row, column);
    return std::isnan(number) ? QStringLiteral("–") : fullNumber(number);
}

QRect LinePlot::cellRect(int row, int column) const {
    const auto point =
        pointAt(m_lines.lines[static_cast<std::size_t>(row)], m_places[static_cast<std::size_t>(column)]);
    if (!point) return {};
    const QPointF at = placeOf(*point);
    return QRectF(at.x() - 4, at.y() - 4, 8, 8).toAlignedRect();
}

bool LinePlot::isCellChosen(int, int column) const {
    return m_read && std::abs(m_places[static_cast<std::size_t>(column)] - *m_read) < 1e-9;
}

void LinePlot::chooseCell(int, int column) {
    const double place = m_places[static_cast<std::size_t>(column)];
    read(place);
    Q_EMIT chosen(place);
}

std::optional<double> LinePlot::nearest(const QPointF& place) const {
    const Frame now = frame();
    if (isEmpty() || !now.body.adjusted(-6, -6, 6, 6).contains(place)) return std::nullopt;
    const double across = now.left + (place.x() - now.body.left()) / now.body.width() * (now.right - now.left);
    return *std::ranges::min_element(m_places, {}, [&](double x) { return std::abs(x - across); });
}

void LinePlot::read(std::optional<double> across) {
    if (across == m_read) return;
    m_read = across;
    update();
    Q_EMIT told(across && m_lines.tell ? m_lines.tell(*across) : QString());
}

void LinePlot::mouseMoveEvent(QMouseEvent* event) {
    read(nearest(event->position()));
}

void LinePlot::mousePressEvent(QMouseEvent* event) {
    const auto place = nearest(event->position());
    if (!place) return;
    read(place);
    Q_EMIT chosen(*place);
}

void LinePlot::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    read(std::nullopt);
}

void LinePlot::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by == 0 || isEmpty()) return QWidget::keyPressEvent(event);
    int place = 0;
    if (m_read) {
        const auto found = std::ranges::lower_bound(m_places, *m_read - 1e-9);
        place = static_cast<int>(found - m_places.begin()) + by;
    }
    chooseCell(0, std::clamp(place, 0, static_cast<int>(m_places.size()) - 1));
}

}  // namespace attentarium
