#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/unrolled/fitted.h"
#include "ui/views/unrolled/time_bar.h"
#include "ui/views/unrolled/unrolled_canvas.h"
#include "ui/views/unrolled/unrolled_view.h"
#include "ui/views/unrolled/unrolled_words.h"

// What the page draws, from the trace and what is chosen.
namespace attentarium {
namespace {

/// Of a picture in a file, and the room for the sentences above it.
constexpr QSizeF kPictureRoom(1000, 620);
constexpr double kPictureHead = 60;

}  // namespace

int UnrolledView::liveliestUnit() const {
    const UnrolledLayer& now = layer();
    const auto units = static_cast<int>(m_trace->values(now.memory().nodes.front()).size());
    int liveliest = 0;
    double most = -1;
    for (int unit = 0; unit < units; ++unit) {
        double way = 0;
        for (int time = 0; time < now.steps(); ++time) {
            const MemoryStep step = memoryStep(*m_trace, now, time, unit);
            way += std::abs(step.now - step.before);
        }
        if (way > most) {
            most = way;
            liveliest = unit;
        }
    }
    return liveliest;
}

QStringList UnrolledView::linesBelow(const UnrolledLayer& layer, bool backward) const {
    if (!layer.isLast) return {};
    QStringList lines;
    const auto probabilities = m_trace->find(Site::Probabilities), losses = m_trace->find(Site::TokenLosses);
    for (int time = 0; time < layer.steps(); ++time) {
        // After the last word no next one is known.
        QString line = QStringLiteral("–");
        if (backward && losses && m_session.targetOf(time) >= 0) {
            const auto all = m_trace->values(*losses);
            if (static_cast<std::size_t>(time) < all.size()) {
                line = tr("loss") + QLatin1Char('\n') +
                       shortNumber(static_cast<double>(all[static_cast<std::size_t>(time)]));
            }
        } else if (!backward && probabilities) {
            const auto all = m_trace->values(*probabilities);
            const auto words = static_cast<std::size_t>(m_trace->shape(*probabilities)[-1]);
            const auto row = all.subspan(static_cast<std::size_t>(time) * words, words);
            const auto best = std::ranges::max_element(row);
            line = QStringLiteral("→ ") + m_session.wordOf(static_cast<int>(best - row.begin())) + QLatin1Char('\n') +
                   percent(static_cast<double>(*best));
        }
        lines.append(line);
    }
    return lines;
}

UnrolledPicture UnrolledView::picture() const {
    UnrolledPicture picture;
    if (m_layers.empty()) return picture;
    picture.trace = m_trace;
    picture.layer = layer();
    for (const StateRow& row : picture.layer.rows) {
        if (!row.isBetween || m_between->isChecked()) picture.rows.push_back(row);
    }
    picture.words = picture.layer.side == TextSide::Source ? m_session.tracedSource() : m_session.tracedWords();
    while (picture.words.size() < picture.layer.steps()) picture.words.append(QString());
    picture.words = picture.words.mid(0, picture.layer.steps());
    picture.backward = m_bar->isBackward();
    picture.done = m_bar->done();
    picture.below = linesBelow(picture.layer, picture.backward);
    picture.unit = std::max(0, m_unit);
    const QString unit = QString::number(picture.unit + 1);
    picture.lineTitle = picture.backward                            ? tr("gradient of unit %1 at each step").arg(unit)
                        : picture.layer.cell == RecurrentCell::Lstm ? tr("cell state of unit %1").arg(unit)
                                                                    : tr("hidden state of unit %1").arg(unit);
    const Selection& selection = m_session.selection();
    const Quantity quantity = picture.backward ? Quantity::Gradient : Quantity::Value;
    if (!selection.node || !selection.cell || selection.quantity != quantity) return picture;
    for (std::size_t row = 0; row < picture.rows.size(); ++row) {
        const auto& nodes = picture.rows[row].nodes;
        const auto found = std::ranges::find(nodes, *selection.node);
        if (found == nodes.end()) continue;
        picture.chosen = UnrolledPlace{static_cast<int>(row), static_cast<int>(found - nodes.begin()),
                                       static_cast<int>(*selection.cell)};
    }
    return picture;
}

QString UnrolledView::placeText() const {
    const UnrolledPicture& shown = m_canvas->picture();
    for (int time = 0; time < shown.steps(); ++time) {
        if (!shown.isNow(time)) continue;
        return shown.backward ? tr("back, step %1 of %2: the gradient has come to “%3”")
                                    .arg(shown.done)
                                    .arg(shown.steps())
                                    .arg(shown.words[time])
                              : tr("forward, step %1 of %2: “%3” is read")
                                    .arg(shown.done)
                                    .arg(shown.steps())
                                    .arg(shown.words[time]);
    }
    return {};
}

void UnrolledView::paint(QPainter& painter, const QRectF& target) {
    const UnrolledPicture shown = picture();
    if (shown.isEmpty()) return;
    const UnrolledPlan plan(shown, font(), kPictureRoom, 0);
    const QSizeF whole = pictureSize();
    painter.save();
    fitInto(painter, target, whole);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(12, 8, whole.width() - 24, kPictureHead - 8), Qt::AlignLeft | Qt::TextWordWrap,
                     titleOfLayer(*m_trace, shown.layer) + QStringLiteral(" — ") + summaryOf(shown));
    painter.translate(0, kPictureHead);
    paintUnrolled(painter, shown, plan, false);
    painter.restore();
}

QSizeF UnrolledView::pictureSize() const {
    const UnrolledPicture shown = picture();
    if (shown.isEmpty()) return size();
    return UnrolledPlan(shown, font(), kPictureRoom, 0).size + QSizeF(0, kPictureHead);
}

QString UnrolledView::csv() const {
    return csvOf(picture());
}

}  // namespace attentarium
