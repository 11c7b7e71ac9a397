#include "ui/views/positions/plane_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

double lengthOf(const PlaneVector& vector) {
    return std::hypot(vector.x, vector.y);
}

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}

}  // namespace

PlanePlot::PlanePlot(QWidget* parent) : Plot(parent) {}

void PlanePlot::show(const RotaryFigure& figure, const QString& title, const QString& queryWord,
                     const QString& keyWord) {
    m_figure = figure;
    m_queryWord = queryWord;
    m_keyWord = keyWord;
    setTitle(title);
    update();
}

PlanePlot::Frame PlanePlot::frameIn(const QRectF& whole) const {
    const QRectF area = belowTitle(whole).adjusted(0, 4, 0, -QFontMetricsF(smallFont()).height() * 2.4);
    Frame frame;
    frame.middle = area.center();
    frame.radius = std::max(4.0, std::min(area.width(), area.height()) / 2 - 6);
    const double longest = std::max({lengthOf(m_figure.query), lengthOf(m_figure.key), 1e-9});
    frame.unit = frame.radius * 0.86 / longest;
    return frame;
}

void PlanePlot::paintIn(QPainter& painter, const QRectF& area) const {
    paintTitle(painter, area);
    if (isEmpty()) return;
    const Frame frame = frameIn(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().line, 1));
    for (const bool isQuery : {true, false}) {
        const double r = lengthOf(isQuery ? m_figure.query : m_figure.key) * frame.unit;
        painter.drawEllipse(frame.middle, r, r);
    }
    painter.drawLine(frame.middle - QPointF(frame.radius, 0), frame.middle + QPointF(frame.radius, 0));
    painter.drawLine(frame.middle - QPointF(0, frame.radius), frame.middle + QPointF(0, frame.radius));
    paintVector(painter, frame, true);
    paintVector(painter, frame, false);
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    double y = area.bottom() - metrics.height() * 2;
    for (const int row : {0, 1}) {
        painter.setPen(typeColour(row == 0 ? theme().query : theme().key));
        painter.drawText(QPointF(area.left(), y + metrics.ascent()),
                         metrics.elidedText(toldOf(row), Qt::ElideRight, area.width()));
        y += metrics.height();
    }
}

void PlanePlot::paintVector(QPainter& painter, const Frame& frame, bool isQuery) const {
    const QColor colour = isQuery ? theme().query : theme().key;
    const PlaneVector before = isQuery ? m_figure.query : m_figure.key;
    const PlaneVector after = isQuery ? m_figure.turnedQuery : m_figure.turnedKey;
    const double angle = isQuery ? m_figure.queryAngle : m_figure.keyAngle;
    painter.setPen(QPen(colour, 1.4, Qt::DashLine));
    painter.drawLine(frame.middle, frame.at(before));
    // The way it turned, as an arc; of more than one round, the rest.
    const double start = degrees(std::atan2(before.y, before.x)), span = std::fmod(degrees(angle), 360);
    const double r = frame.radius * (isQuery ? 0.26 : 0.36);
    painter.setPen(QPen(colour, 1.4));
    painter.drawArc(QRectF(frame.middle.x() - r, frame.middle.y() - r, 2 * r, 2 * r),
                    static_cast<int>(std::lround(start * 16)), static_cast<int>(std::lround(span * 16)));
    const QPointF tip = frame.at(after), way = tip - frame.middle;
    const double length = std::hypot(way.x(), way.y());
    painter.setPen(QPen(colour, 2.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(frame.middle, tip);
    if (length > 4) {
        const QPointF along = way / length, across(-along.y(), along.x());
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF{tip + along * 3, tip - along * 8 + across * 5, tip - along * 8 - across * 5});
        painter.setBrush(Qt::NoBrush);
    }
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(typeColour(colour));
    const QString name = isQuery ? QStringLiteral("q") : QStringLiteral("k");
    const QPointF out = length > 1 ? way / length * metrics.height() * 0.8 : QPointF(0, -metrics.height());
    painter.drawText(QRectF(tip + out - QPointF(20, metrics.height() / 2), QSizeF(40, metrics.height())),
                     Qt::AlignCenter, name);
}

QString PlanePlot::toldOf(int row) const {
    const bool isQuery = row == 0;
    const PlaneVector before = isQuery ? m_figure.query : m_figure.key;
    const PlaneVector after = isQuery ? m_figure.turnedQuery : m_figure.turnedKey;
    return tr("%1: (%2, %3) turned by %4° is (%5, %6)")
        .arg(rowName(row), shortNumber(before.x), shortNumber(before.y),
             shortNumber(degrees(isQuery ? m_figure.queryAngle : m_figure.keyAngle)), shortNumber(after.x),
             shortNumber(after.y));
}

QString PlanePlot::rowName(int row) const {
    return row == 0 ? tr("query of “%1”").arg(m_queryWord) : tr("key of “%1”").arg(m_keyWord);
}

QString PlanePlot::columnName(int column) const {
    return QStringList{tr("first coordinate"), tr("second coordinate"), tr("angle in radians"), tr("first, turned"),
                       tr("second, turned")}
        .value(column);
}

double PlanePlot::numberAt(int row, int column) const {
    const bool isQuery = row == 0;
    const PlaneVector before = isQuery ? m_figure.query : m_figure.key;
    const PlaneVector after = isQuery ? m_figure.turnedQuery : m_figure.turnedKey;
    const double angle = isQuery ? m_figure.queryAngle : m_figure.keyAngle;
    const std::array numbers{before.x, before.y, angle, after.x, after.y};
    return numbers[static_cast<std::size_t>(column)];
}

QString PlanePlot::cellText(int row, int column) const {
    return fullNumber(numberAt(row, column));
}

QRect PlanePlot::cellRect(int row, int) const {
    const Frame frame = frameIn(QRectF(rect()).adjusted(4, 2, -4, -2));
    const QPointF tip = frame.at(row == 0 ? m_figure.turnedQuery : m_figure.turnedKey);
    return QRectF(tip - QPointF(6, 6), QSizeF(12, 12)).toAlignedRect();
}

void PlanePlot::chooseCell(int row, int column) {
    m_row = row;
    m_column = column;
    Q_EMIT told(QStringLiteral("%1, %2: %3").arg(rowName(row), columnName(column), cellText(row, column)));
}

void PlanePlot::mouseMoveEvent(QMouseEvent* event) {
    if (isEmpty()) return;
    const Frame frame = frameIn(QRectF(rect()).adjusted(4, 2, -4, -2));
    const auto away = [&](const PlaneVector& vector) {
        const QPointF gap = frame.at(vector) - event->position();
        return std::hypot(gap.x(), gap.y());
    };
    const int row = away(m_figure.turnedQuery) <= away(m_figure.turnedKey) ? 0 : 1;
    QStringList parts;
    for (int column = 0; column < tableColumns(); ++column) {
        parts.append(QStringLiteral("%1 %2").arg(columnName(column), cellText(row, column)));
    }
    Q_EMIT told(rowName(row) + QStringLiteral(" – ") + parts.join(QStringLiteral(", ")));
}

void PlanePlot::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    Q_EMIT told({});
}

void PlanePlot::keyPressEvent(QKeyEvent* event) {
    const int across = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int down = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if ((across == 0 && down == 0) || isEmpty()) return QWidget::keyPressEvent(event);
    chooseCell(std::clamp(std::max(m_row, 0) + down, 0, 1), std::clamp(std::max(m_column, 0) + across, 0, 4));
}

}  // namespace attentarium
