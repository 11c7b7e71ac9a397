#include "ui/views/answering/length_chart.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/answer_study.h"

namespace attentarium {

LengthChart::LengthChart(AnswerStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&study, &AnswerStudy::curvesChanged, this, [this] {
        describe();
        update();
    });
    describe();
}

QString LengthChart::titleOf(const RightByLength& curve) {
    if (curve.isOpen) return curve.looksBack ? tr("this model, with attention") : tr("this model, without attention");
    return curve.looksBack ? tr("bundled, with attention") : tr("bundled, without attention");
}

void LengthChart::describe() {
    setAccessibleName(tr("Answers wholly right, by the length of the source"));
    QStringList all;
    for (const RightByLength& curve : m_study.curves()) {
        QStringList points;
        for (const auto& point : curve.points)
            points.append(tr("%1: %2").arg(point.length).arg(percent(point.share())));
        all.append(titleOf(curve) + QStringLiteral(": ") + points.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(all.join(QStringLiteral("; ")));
}

int LengthChart::shortest() const {
    int least = 1 << 20;
    for (const RightByLength& curve : m_study.curves()) {
        if (!curve.points.empty()) least = std::min(least, curve.points.front().length);
    }
    return least;
}

int LengthChart::longest() const {
    int most = 0;
    for (const RightByLength& curve : m_study.curves()) {
        if (!curve.points.empty()) most = std::max(most, curve.points.back().length);
    }
    return most;
}

QRectF LengthChart::plotIn(const QRectF& area) const {
    const QFontMetricsF metrics(font());
    return area.adjusted(metrics.horizontalAdvance(QStringLiteral("100 %")) + 16, metrics.height() * 1.8, -16,
                         -metrics.height() * 2.6);
}

void LengthChart::paintInto(QPainter& painter, const QRectF& area) const {
    if (m_study.curves().empty()) return;
    const Theme& colours = theme();
    const QFontMetricsF metrics(font());
    const QRectF plot = plotIn(area);
    const int first = shortest(), last = std::max(longest(), first + 1);
    const auto at = [&](double length, double share) {
        return QPointF(plot.left() + plot.width() * (length - first) / (last - first),
                       plot.bottom() - plot.height() * share);
    };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(at(first, share), at(last, share));
        painter.setPen(colours.mutedInk);
        painter.drawText(QRectF(area.left(), at(0, share).y() - metrics.height() / 2, plot.left() - area.left() - 6,
                                metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("%1 %").arg(qRound(100 * share)));
    }
    const int step =
        std::max(1, static_cast<int>(std::ceil((last - first) * metrics.averageCharWidth() * 4 / plot.width())));
    for (int length = first; length <= last; length += step) {
        painter.drawText(QRectF(at(length, 0).x() - 30, plot.bottom() + 2, 60, metrics.height()), Qt::AlignCenter,
                         QString::number(length));
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + metrics.height() * 1.2, plot.width(), metrics.height() * 1.2),
                     Qt::AlignCenter, tr("tokens of the source"));
    double legend = plot.left();
    for (const RightByLength& curve : m_study.curves()) {
        const QColor colour = curve.looksBack ? colours.attention : colours.key;
        const Qt::PenStyle style = curve.isOpen ? Qt::SolidLine : Qt::DashLine;
        QPolygonF line;
        for (const auto& point : curve.points) line.append(at(point.length, point.share()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 2.5, style));
        painter.drawPolyline(line);
        painter.setBrush(colour);
        painter.setPen(Qt::NoPen);
        for (const QPointF& point : line) painter.drawEllipse(point, 3.5, 3.5);
        painter.setPen(QPen(colour, 2.5, style));
        const double y = area.top() + metrics.height() * 0.7;
        painter.drawLine(QPointF(legend, y), QPointF(legend + 26, y));
        painter.setPen(colours.ink);
        painter.drawText(QPointF(legend + 32, y + metrics.ascent() / 2 - 1), titleOf(curve));
        legend += 32 + metrics.horizontalAdvance(titleOf(curve)) + 24;
    }
}

void LengthChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(painter, rect());
}

QString LengthChart::tellAt(const QPointF& place) const {
    const QRectF plot = plotIn(rect());
    if (m_study.curves().empty() || plot.width() <= 0) return {};
    const int first = shortest(), last = std::max(longest(), first + 1);
    const int length = first + qRound((place.x() - plot.left()) / plot.width() * (last - first));
    QStringList told;
    for (const RightByLength& curve : m_study.curves()) {
        const auto point = std::ranges::find(curve.points, length, &RightByLength::Point::length);
        if (point == curve.points.end()) continue;
        told.append(tr("%1: %2 of %3 right (%4)")
                        .arg(titleOf(curve))
                        .arg(point->right)
                        .arg(point->asked)
                        .arg(percent(point->share())));
    }
    return told.isEmpty() ? QString()
                          : tr("%1 tokens").arg(length) + QStringLiteral("\n") + told.join(QLatin1Char('\n'));
}

bool LengthChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QString told = tellAt(help->pos());
        told.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), told, this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange) describe();
    return QWidget::event(event);
}

}  // namespace attentarium
