// What the cards of parts and tensors show.

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/head_remark.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/part_words.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {
namespace {

struct Stage {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

constexpr qreal kSmallestWithHeads = 90;  ///< of a card's height
constexpr int kMostHeads = 8;

FigureSpec smallSpec(const Trace& trace, Var node) {
    const bool parameter = trace.isParameter(node);
    const bool hasHeads = !parameter && (isAttention(trace.site(node)) || trace.site(node) == Site::WeightedValues);
    return {node, hasHeads ? FigureSpec::Extent::HeadMatrix : FigureSpec::Extent::Whole};
}

}  // namespace

QImage StageReading::thumbnail(const MatrixContent& content, const QSizeF& size) const {
    const CellWindow& window = content.window;
    if (window.isEmpty() || content.presence == Presence::Pending) return {};
    const bool both = content.second.has_value();
    const int width = std::clamp(static_cast<int>(size.width()), 1, window.columns);
    const int height = std::clamp(static_cast<int>(size.height()) / (both ? 2 : 1), 1, window.rows);
    QImage image(width, both ? 2 * height : height, QImage::Format_RGB32);
    // The largest number of the cells behind a pixel, by steps where there are very many of them.
    const auto largestIn = [&](int top, int bottom, int left, int right, bool second) {
        const int down = std::max(1, (bottom - top) / 8), along = std::max(1, (right - left) / 8);
        double largest = 0;
        for (int row = top; row < std::max(bottom, top + 1); row += down) {
            if (content.isPending(row)) continue;
            for (int column = left; column < std::max(right, left + 1); column += along) {
                const double number =
                    second ? content.secondAt(row, column).value_or(0) : content.numberAt(row, column);
                if (std::abs(number) > std::abs(largest)) largest = number;
            }
        }
        return largest;
    };
    for (int y = 0; y < image.height(); ++y) {
        const int band = both ? y / 2 : y;
        const bool second = both && y % 2 == 1;
        for (int x = 0; x < width; ++x) {
            const double number = largestIn(band * window.rows / height, (band + 1) * window.rows / height,
                                            static_cast<int>(std::int64_t{x} * window.columns / width),
                                            static_cast<int>(std::int64_t{x + 1} * window.columns / width), second);
            const bool isSigned = second || content.scale == ColourScale::Diverging;
            const QRgb full = isSigned ? diverging(number, second ? content.second->limit : content.limit)
                                       : sequential(number, content.scaleColour);
            const bool dim = content.presence == Presence::Dimmed;
            image.setPixel(x, y, dim ? faded(QColor::fromRgb(full), theme().panel, 0.5).rgb() : full);
        }
    }
    return image;
}

CardContent StageReading::nodeCard(Var node, const CardContent& before, const QSizeF& size) const {
    MatrixContent content;
    const FigureSpec spec = smallSpec(m_trace, node);
    content.node = node;
    content.quantity = quantityOf(node);
    fillPresence(content, spec);
    CardContent card;
    card.presence = content.presence;
    card.colour = colourOf(phase());
    card.title = titleOf(m_trace, node);
    if (!card.title.isEmpty()) card.title[0] = card.title[0].toUpper();
    const QString place = placeOf(m_trace, node);
    card.name = place.isEmpty() ? card.title : card.title + QStringLiteral(", ") + place;
    card.detail = QString::fromStdString(m_trace.shape(node).text());
    // One number is written, not painted.
    const bool single = m_trace.shape(node).count() == 1 && m_trace.acrossTime(node).size() == 1;
    if (content.presence == Presence::Pending) return card;
    if (single) {
        fillNumbers(content, spec);
        fillChange(content, spec);
        if (content.presence == Presence::Pending || content.numbers.empty()) return card;
        const QString sign = content.isChange                         ? QStringLiteral("Δ ")
                             : content.quantity == Quantity::Gradient ? QStringLiteral("∂ ")
                                                                      : QString();
        card.number = sign + shortNumber(static_cast<double>(content.numbers.front()));
        card.detail = card.number;
        return card;
    }
    fillTime(content);
    const auto pending = std::ranges::count(content.pendingRows, true);
    const Trace* const compared = m_shown == Shown::Change ? m_session.reference().get() : nullptr;
    card.key = QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8")
                   .arg(node.index)
                   .arg(static_cast<int>(content.quantity))
                   .arg(static_cast<int>(content.presence))
                   .arg(head())
                   .arg(pending)
                   .arg(static_cast<int>(m_shown))
                   .arg(m_shown == Shown::Both && hasGradient(node))
                   .arg(reinterpret_cast<std::uintptr_t>(compared));
    if (card.key == before.key) {
        card.picture = before.picture;
        return card;
    }
    fillNumbers(content, spec);
    fillChange(content, spec);
    fillWindow(content, spec);
    fillScale(content);
    fillSecond(content, spec);
    card.picture = thumbnail(content, size);
    return card;
}

Var StageReading::latestOf(const StagePart& part) const {
    const bool back = phase() == Phase::Backward;
    const auto& nodes = part.nodes;
    Var latest = nodes.front();
    int furthest = -1;
    for (const Var node : nodes) {
        const int step = back ? m_map.backwardStep(node) : m_map.forwardStep(node);
        if (step <= furthest || step > m_session.step()) continue;
        furthest = step;
        latest = node;
    }
    // What the way back has not come to shows what it ended in.
    return back && furthest < 0 ? nodes.back() : latest;
}

QString StageReading::detailOf(const StagePart& part, Var latest) const {
    std::size_t times = 0;
    for (const Var node : part.nodes) times = std::max(times, m_trace.acrossTime(node).size());
    //: On the card of a recurrent layer: it goes round once for each word.
    if (times > 1) return QStringLiteral("↻ ") + Stage::tr("%1 time steps").arg(times);
    if (presenceOf(latest) == Presence::Pending) return {};
    if (m_trace.site(latest) == Site::Probabilities) {
        const auto best = bestWords(1);
        const std::int64_t at = best.empty() ? 0 : token() * m_trace.shape(latest)[-1] + best.front();
        if (best.empty()) return {};
        return m_session.wordOf(static_cast<int>(best.front())) + QLatin1Char(' ') +
               percent(static_cast<double>(m_trace.values(latest)[static_cast<std::size_t>(at)]));
    }
    if (m_trace.shape(latest).count() == 1) return shortNumber(static_cast<double>(m_trace.values(latest)[0]));
    return titleOf(m_trace, latest);
}

CardContent StageReading::partCard(const StagePart& part, bool isOpen, const CardContent& before,
                                   const QSizeF& size) const {
    const Var latest = latestOf(part);
    CardContent card = nodeCard(m_map.figureOf(latest), before, size);
    card.title = labelOf(part, m_trace);
    card.detail = detailOf(part, latest);
    card.name = card.detail.isEmpty() ? card.title : card.title + QStringLiteral(", ") + card.detail;
    if (isOpen) {
        card.presence = Presence::Current;
    } else if (card.presence == Presence::Current) {
        card.presence = Presence::Shown;
    }
    if (size.height() < kSmallestWithHeads) return card;
    for (const Var node : part.nodes) {
        if (m_trace.site(node) != Site::Weights || m_trace.timeOf(node)) continue;
        for (int head = 0; head < static_cast<int>(m_trace.shape(node)[0]); ++head) {
            card.headSigns += headSigns(m_trace, node, head);
            if (card.headSigns.back().isEmpty()) continue;
            //: %1 is the number of a head, %2 what was done to it
            card.name +=
                QStringLiteral(", ") + Stage::tr("head %1: %2").arg(head + 1).arg(headRemark(m_trace, node, head));
        }
        const QString key =
            QStringLiteral("%1 %2").arg(static_cast<int>(quantityOf(node))).arg(static_cast<int>(presenceOf(node)));
        card.key += QLatin1Char(' ') + key;
        if (card.key == before.key) {
            card.heads = before.heads;
            break;
        }
        const int heads = std::min<int>(kMostHeads, static_cast<int>(m_trace.shape(node)[0]));
        for (int head = 0; head < heads; ++head) {
            const QImage image = headImage(node, head);
            if (!image.isNull()) card.heads.push_back(image);
        }
        break;
    }
    return card;
}

}  // namespace attentarium
