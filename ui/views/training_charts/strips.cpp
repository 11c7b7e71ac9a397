#include "ui/views/training_charts/strips.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/training_charts/run_words.h"

namespace attentarium {
namespace {

// More columns than this could not be told from each other.
constexpr std::size_t kMostColumns = 300;

/// How densely the numbers lie around `value`, as a share of the densest part of the distribution.
double densityAt(const Distribution& distribution, double value, double densest) {
    const auto parts = static_cast<double>(distribution.counts.size());
    if (parts == 0 || value < distribution.least || value > distribution.most || densest == 0) return 0;
    const double range = distribution.most - distribution.least;
    const double place = range > 0 ? (value - distribution.least) / range * parts : 0;
    const auto part = static_cast<std::size_t>(std::min(place, parts - 1));
    return static_cast<double>(distribution.counts[part]) / densest;
}

}  // namespace

std::pair<double, double> middleHalf(const Distribution& distribution) {
    const auto all =
        static_cast<double>(std::accumulate(distribution.counts.begin(), distribution.counts.end(), std::int64_t{0}));
    const double width = (distribution.most - distribution.least) /
                         static_cast<double>(std::max<std::size_t>(1, distribution.counts.size()));
    const auto below = [&](double share) {
        double sum = 0;
        for (std::size_t i = 0; i < distribution.counts.size(); ++i) {
            const auto count = static_cast<double>(distribution.counts[i]);
            if (count > 0 && sum + count >= share * all) {
                return distribution.least + width * (static_cast<double>(i) + (share * all - sum) / count);
            }
            sum += count;
        }
        return distribution.most;
    };
    return {below(0.25), below(0.75)};
}

Strips::Strips(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QSize Strips::sizeHint() const {
    return {fontMetrics().height() * 30, fontMetrics().height() * 16};
}

QSize Strips::minimumSizeHint() const {
    return {1, fontMetrics().height() * 3 / 2 * std::max(1, stripCount())};
}

void Strips::show(const History& history, Numbers numbers) {
    const auto of = [numbers](const Evaluation& evaluation) -> const std::vector<Distribution>& {
        return numbers == Numbers::Weights ? evaluation.weights : evaluation.activations;
    };
    std::vector<const Evaluation*> measured;
    for (const Evaluation& evaluation : history.evaluations) {
        if (of(evaluation).size() == history.layers.size()) measured.push_back(&evaluation);
    }
    const Source source{&history, measured.size(), measured.empty() ? 0 : measured.back()->step};
    if (!measured.empty() && source == m_source) return;
    m_source = source;
    m_strips.clear();
    m_steps.clear();
    const std::size_t columns = std::min(kMostColumns, measured.size());
    for (std::size_t layer = 0; layer < history.layers.size() && columns > 0; ++layer) {
        Strip strip{layerTitle(history.layers[layer]), {}, INFINITY, -INFINITY, {}};
        for (std::size_t i = 0; i < columns; ++i) {
            // The last measurement is always among them.
            const Evaluation& evaluation = *measured[(i + 1) * measured.size() / columns - 1];
            if (layer == 0) m_steps.push_back(evaluation.step);
            const Distribution& distribution = of(evaluation)[layer];
            strip.columns.push_back(distribution);
            if (distribution.counts.empty()) continue;
            strip.least = std::min(strip.least, distribution.least);
            strip.most = std::max(strip.most, distribution.most);
        }
        if (strip.least <= strip.most) m_strips.push_back(std::move(strip));
    }
    m_readStrip = std::clamp(m_readStrip, 0, std::max(0, stripCount() - 1));
    if (m_readColumn >= static_cast<int>(m_steps.size())) m_readColumn = -1;
    setAccessibleDescription(reading());
    drawImages();
    updateGeometry();
    update();
    Q_EMIT readingChanged();
}

QRect Strips::areaOf(int strip) const {
    const int line = fontMetrics().height();
    const int top = strip * (height() - line) / std::max(1, stripCount());
    const int bottom = (strip + 1) * (height() - line) / std::max(1, stripCount());
    const int left = std::min(line * 9, width() / 3), right = std::min(line * 5, width() / 5);
    return {left, top + 2, std::max(1, width() - left - right), std::max(1, bottom - top - 4)};
}

void Strips::layOutColumns() {
    // Each column ends where it was measured; the first one stands for itself.
    const QRect area = areaOf(0);
    m_lefts.assign(m_steps.size(), area.left());
    const double last = m_steps.empty() ? 0 : static_cast<double>(m_steps.back());
    for (std::size_t i = 1; i < m_lefts.size(); ++i) {
        m_lefts[i] += area.width() * static_cast<double>(m_steps[i - 1]) / last;
    }
}

int Strips::columnAt(int x) const {
    const auto behind = std::upper_bound(m_lefts.begin() + 1, m_lefts.end(), x);
    return static_cast<int>(behind - m_lefts.begin()) - 1;
}

void Strips::drawImages() {
    layOutColumns();
    if (m_steps.empty()) return;
    const auto shades = sequentialTable(theme().accent);
    for (int i = 0; i < stripCount(); ++i) {
        Strip& strip = m_strips[static_cast<std::size_t>(i)];
        const QRect area = areaOf(i);
        strip.image = QImage(area.size(), QImage::Format_RGB32);
        std::vector<QRgb> column(static_cast<std::size_t>(area.height()));
        int drawn = -1;
        for (int x = 0; x < area.width(); ++x) {
            const int at = columnAt(area.left() + x);
            if (at != drawn) {
                drawn = at;
                const Distribution& distribution = strip.columns[static_cast<std::size_t>(at)];
                const double densest =
                    distribution.counts.empty() ? 0 : static_cast<double>(std::ranges::max(distribution.counts));
                for (int y = 0; y < area.height(); ++y) {
                    const double value =
                        strip.most - (strip.most - strip.least) * (y + 0.5) / static_cast<double>(area.height());
                    // The root keeps what is rare visible.
                    const double share = std::sqrt(densityAt(distribution, value, densest));
                    column[static_cast<std::size_t>(y)] = shades[static_cast<std::size_t>(share * 255)];
                }
            }
            for (int y = 0; y < area.height(); ++y) {
                reinterpret_cast<QRgb*>(strip.image.scanLine(y))[x] = column[static_cast<std::size_t>(y)];
            }
        }
    }
}

void Strips::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int line = fontMetrics().height();
    for (int i = 0; i < stripCount(); ++i) {
        const Strip& strip = m_strips[static_cast<std::size_t>(i)];
        const QRect area = areaOf(i);
        painter.drawImage(area.topLeft(), strip.image);
        const bool read = i == m_readStrip;
        painter.setPen(QPen(read && hasFocus() ? theme().accent : theme().line, read && hasFocus() ? 2 : 1));
        painter.drawRect(area.adjusted(0, 0, -1, -1));
        QFont named = font();
        named.setBold(read);
        painter.setFont(named);
        painter.setPen(theme().ink);
        painter.drawText(QRect(0, area.top(), area.left() - line / 2, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetrics(named).elidedText(strip.name, Qt::ElideMiddle, area.left() - line / 2));
        painter.setFont(font());
        painter.setPen(theme().mutedInk);
        const QRect right(area.right() + line / 3, area.top(), width() - area.right() - line / 3, area.height());
        painter.drawText(right, Qt::AlignLeft | Qt::AlignTop, shortNumber(strip.most));
        if (area.height() >= 2 * line)
            painter.drawText(right, Qt::AlignLeft | Qt::AlignBottom, shortNumber(strip.least));
    }
    if (m_steps.empty()) return;
    const QRect last = areaOf(stripCount() - 1);
    if (m_readColumn >= 0) {
        const auto at = static_cast<std::size_t>(m_readColumn);
        const double x = (m_lefts[at] + (at + 1 < m_lefts.size() ? m_lefts[at + 1] : last.right())) / 2;
        painter.setPen(QPen(theme().ink, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, last.bottom()));
    }
    painter.setPen(theme().mutedInk);
    const QRect below(last.left(), last.bottom() + 2, last.width(), line);
    painter.drawText(below, Qt::AlignLeft, tr("step %1").arg(m_steps.front()));
    painter.drawText(below, Qt::AlignRight, tr("step %1").arg(m_steps.back()));
}

QString Strips::readingAt(int strip, int column) const {
    if (strip < 0 || strip >= stripCount() || m_steps.empty()) return {};
    const auto at = column < 0 ? m_steps.size() - 1 : static_cast<std::size_t>(column);
    const Strip& layer = m_strips[static_cast<std::size_t>(strip)];
    const Distribution& distribution = layer.columns[at];
    const auto [low, high] = middleHalf(distribution);
    //: of the weights of a layer at a step: smallest, largest, and the ends of the middle half of them
    return tr("%1, step %2: from %3 to %4, the middle half between about %5 and %6")
        .arg(layer.name, QString::number(m_steps[at]), shortNumber(distribution.least), shortNumber(distribution.most),
             shortNumber(low), shortNumber(high));
}

QString Strips::reading() const {
    return readingAt(m_readStrip, m_readColumn);
}

void Strips::read(int strip, int column) {
    if (m_strips.empty()) return;
    strip = std::clamp(strip, 0, stripCount() - 1);
    column = std::clamp(column, 0, static_cast<int>(m_steps.size()) - 1);
    if (strip == m_readStrip && column == m_readColumn) return;
    m_readStrip = strip;
    m_readColumn = column;
    setAccessibleDescription(reading());
    update();
    Q_EMIT readingChanged();
}

void Strips::mouseMoveEvent(QMouseEvent* event) {
    if (m_strips.empty()) return;
    const QPoint at = event->position().toPoint();
    const int strip = at.y() * stripCount() / std::max(1, height() - fontMetrics().height());
    read(strip, columnAt(at.x()));
}

void Strips::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_steps.size()) - 1;
    const int column = m_readColumn < 0 ? last : m_readColumn;
    switch (event->key()) {
        case Qt::Key_Left:
            return read(m_readStrip, column - 1);
        case Qt::Key_Right:
            return read(m_readStrip, column + 1);
        case Qt::Key_Up:
            return read(m_readStrip - 1, column);
        case Qt::Key_Down:
            return read(m_readStrip + 1, column);
        case Qt::Key_Home:
            return read(m_readStrip, 0);
        case Qt::Key_End:
            return read(m_readStrip, last);
        default:
            QWidget::keyPressEvent(event);
    }
}

bool Strips::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down ||
            key == Qt::Key_Home || key == Qt::Key_End) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Strips::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    drawImages();
}

void Strips::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        drawImages();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace attentarium
