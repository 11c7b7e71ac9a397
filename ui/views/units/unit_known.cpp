#include "ui/views/units/unit_known.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <array>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/units/unit_words.h"

namespace attentarium {
namespace {

constexpr int kBins = 40;

}  // namespace

struct UnitKnown::Bins {
    std::array<int, kBins> yes{}, no{};
    int allYes = 0, allNo = 0;
    double low = 0, high = 1;

    double lowOf(int bin) const { return low + (high - low) * bin / kBins; }
};

UnitKnown::UnitKnown(UnitStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const auto refresh = [this] {
        describe();
        update();
    };
    connect(&study, &UnitStudy::changed, this, refresh);
    connect(&study, &UnitStudy::unitChanged, this, refresh);
}

void UnitKnown::describe() {
    setAccessibleName(tr("Values where it is so, and where it is not"));
    setAccessibleDescription(scoreSentence(m_study));
}

UnitKnown::Bins UnitKnown::count() const {
    Bins bins;
    const StateTable& states = m_study.states();
    const auto& labels = m_study.labels()->labels;
    bins.high = isGate(states.site) ? 1 : limitOf(states, m_study.unit());
    bins.low = isGate(states.site) ? 0 : -bins.high;
    for (std::size_t token = 0; token < states.tokens(); ++token) {
        if (labels[token] < 0) continue;
        const double share =
            (static_cast<double>(states.at(token, m_study.unit())) - bins.low) / (bins.high - bins.low);
        const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(share * kBins), 0, kBins - 1));
        ++(labels[token] == 1 ? bins.yes : bins.no)[bin];
        ++(labels[token] == 1 ? bins.allYes : bins.allNo);
    }
    return bins;
}

QRectF UnitKnown::plotIn(const QRectF& area) const {
    const double line = fontMetrics().height() * 1.3;
    return area.adjusted(8, line, -8, -line);
}

void UnitKnown::paintInto(QPainter& painter, const QRectF& area) const {
    if (!m_study.hasStates() || !m_study.labels()) return;
    const Theme& colours = theme();
    const Bins bins = count();
    const QRectF plot = plotIn(area);
    const double zero = plot.center().y(), half = plot.height() / 2 - 2;
    const auto share = [](int count, int all) { return all == 0 ? 0.0 : static_cast<double>(count) / all; };
    double most = 0;
    for (std::size_t i = 0; i < kBins; ++i) {
        most = std::max({most, share(bins.yes[i], bins.allYes), share(bins.no[i], bins.allNo)});
    }
    if (most == 0) return;
    const double step = plot.width() / kBins;
    for (std::size_t i = 0; i < kBins; ++i) {
        const double left = plot.left() + step * static_cast<double>(i);
        const double up = half * share(bins.yes[i], bins.allYes) / most;
        const double down = half * share(bins.no[i], bins.allNo) / most;
        if (up > 0) painter.fillRect(QRectF(left, zero - up, step - 1, up), colours.value);
        if (down > 0) {
            painter.fillRect(QRectF(left, zero, step - 1, down), colours.key);
        }
    }
    painter.setPen(QPen(colours.mutedInk, 1));
    painter.drawLine(QPointF(plot.left(), zero), QPointF(plot.right(), zero));
    painter.setFont(font());
    painter.setPen(colours.ink);
    const QString truth = titleOf(m_study.labels()->truth);
    const QString heads = tr("▲ so (%1): “%2”   ▼ not so (%3)").arg(bins.allYes).arg(truth).arg(bins.allNo);
    const QFontMetrics metrics = fontMetrics();
    painter.drawText(QRectF(plot.left(), area.top(), plot.width(), plot.top() - area.top()), Qt::AlignVCenter,
                     metrics.elidedText(heads, Qt::ElideMiddle, static_cast<int>(plot.width())));
    const double line = metrics.height() * 1.3;
    painter.setPen(colours.mutedInk);
    const QRectF scale(plot.left(), plot.bottom(), plot.width(), line);
    painter.drawText(scale, Qt::AlignVCenter | Qt::AlignLeft, shortNumber(bins.low));
    painter.drawText(scale, Qt::AlignVCenter | Qt::AlignRight, shortNumber(bins.high));
    const UnitScore* const score = m_study.scoreOf(m_study.unit());
    if (!score || score->threshold < bins.low || score->threshold > bins.high) return;
    const double x = plot.left() + plot.width() * (score->threshold - bins.low) / (bins.high - bins.low);
    painter.setPen(QPen(colours.ink, 2, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    painter.setPen(colours.ink);
    const QString at = tr("threshold %1").arg(shortNumber(score->threshold));
    const double width = metrics.horizontalAdvance(at);
    const double left = std::clamp(x - width / 2, scale.left() + metrics.horizontalAdvance(shortNumber(bins.low)) + 8,
                                   std::max(scale.left(), scale.right() - width - 60));
    painter.drawText(QRectF(left, scale.top(), width + 2, scale.height()), Qt::AlignVCenter, at);
}

void UnitKnown::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintInto(painter, rect());
}

bool UnitKnown::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_study.hasStates() && m_study.labels()) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const QRectF plot = plotIn(rect());
        const int bin = static_cast<int>((help->pos().x() - plot.left()) / plot.width() * kBins);
        if (bin < 0 || bin >= kBins) return true;
        const Bins bins = count();
        const auto place = static_cast<std::size_t>(bin);
        QToolTip::showText(help->globalPos(),
                           tr("from %1 to %2: so %3 times, not so %4 times")
                               .arg(shortNumber(bins.lowOf(bin)), shortNumber(bins.lowOf(bin + 1)))
                               .arg(bins.yes[place])
                               .arg(bins.no[place]),
                           this);
        return true;
    }
    if (event->type() == QEvent::LanguageChange) describe();
    return QWidget::event(event);
}

}  // namespace attentarium
