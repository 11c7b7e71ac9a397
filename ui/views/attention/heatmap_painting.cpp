#include "ui/views/attention/heatmap_painting.h"

#include <QPaintEngine>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

// In units of the type's height.
constexpr double kMostWord = 7, kGap = 0.4;
constexpr double kHatchedFrom = 7, kLinedFrom = 6;
/// Up to this many cells a vector picture has rectangles; beyond it an image, so that files stay small.
constexpr int kMostVectors = 64 * 64;

bool isVector(const QPainter& painter) {
    return painter.paintEngine() && painter.paintEngine()->type() != QPaintEngine::Raster;
}

QFont wordFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

double widest(const QFontMetricsF& metrics, const QStringList& words) {
    double most = 0;
    for (const QString& word : words) most = std::max(most, metrics.horizontalAdvance(word));
    return most;
}

}  // namespace

WordWidths::WordWidths(const QFont& base, const AttentionPicture& picture) {
    const QFontMetricsF metrics(wordFont(base));
    rows = widest(metrics, picture.rowWords);
    columns = widest(metrics, picture.columnWords);
}

HeatmapLook::HeatmapLook(const QFont& base, const WordWidths& widths, double cell)
    : word(wordFont(base)), number(base) {
    number.setPointSizeF(base.pointSizeF() * 0.78);
    const QFontMetricsF metrics(word);
    const double gap = metrics.height() * kGap, most = metrics.height() * kMostWord;
    side = std::min(widths.rows, most) + 2 * gap;
    upright = widths.columns + gap <= cell;
    top = (upright ? metrics.height() : std::min(widths.columns, most)) + 2 * gap;
    scale = QFontMetricsF(number).height() + 2 * gap;
}

QRectF HeatmapPainting::body() const {
    return area.adjusted(look.side, look.top, 0, -look.scale);
}

QRectF HeatmapPainting::rectOf(int row, int column) const {
    return {origin.x() + column * cell, origin.y() + row * cell, cell, cell};
}

void HeatmapPainting::visible(int& firstRow, int& lastRow, int& firstColumn, int& lastColumn) const {
    const QRectF shown = body();
    const auto place = [&](double at, double begin, int count) {
        return std::clamp(static_cast<int>(std::floor((at - begin) / cell)), 0, count - 1);
    };
    firstRow = place(shown.top(), origin.y(), picture.numbers.rowCount());
    lastRow = place(shown.bottom(), origin.y(), picture.numbers.rowCount());
    firstColumn = place(shown.left(), origin.x(), picture.numbers.columns);
    lastColumn = place(shown.right(), origin.x(), picture.numbers.columns);
}

void HeatmapPainting::paint(QPainter& painter) const {
    if (picture.isEmpty()) return;
    painter.save();
    painter.setClipRect(body());
    paintCells(painter);
    paintMarks(painter);
    painter.restore();
    paintSides(painter);
    paintScale(painter);
}

void HeatmapPainting::paintCells(QPainter& painter) const {
    const MatrixNumbers& numbers = picture.numbers;
    int firstRow, lastRow, firstColumn, lastColumn;
    visible(firstRow, lastRow, firstColumn, lastColumn);
    const bool asVectors = isVector(painter) && numbers.rowCount() * numbers.columns <= kMostVectors;
    const auto each = [&](auto&& act) {
        for (int row = firstRow; row <= lastRow; ++row) {
            for (int column = firstColumn; column <= lastColumn; ++column) act(row, column);
        }
    };
    if (asVectors) {
        each([&](int row, int column) {
            painter.fillRect(rectOf(row, column), QColor::fromRgb(image.pixel(column, row)));
        });
    } else {
        // Only what is shown, and without smoothing unless a pixel has several cells.
        const QRect source(firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1);
        const QRectF target(rectOf(firstRow, firstColumn).topLeft(), QSizeF(source.size()) * cell);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, cell < 1);
        const bool vector = isVector(painter);
        painter.drawImage(
            target, vector ? image.scaled(image.size() * std::max(1, 1024 / image.width())) : image,
            vector ? QRectF(QPointF(), QSizeF(image.size() * std::max(1, 1024 / image.width()))) : QRectF(source));
    }
    if (cell >= kLinedFrom) {
        painter.setPen(QPen(theme().stage, 1));
        QVector<QLineF> lines;
        const QRectF all(rectOf(firstRow, firstColumn).topLeft(), rectOf(lastRow, lastColumn).bottomRight());
        for (int row = firstRow; row <= lastRow + 1; ++row) {
            const double y = origin.y() + row * cell;
            lines.append(QLineF(all.left(), y, all.right(), y));
        }
        for (int column = firstColumn; column <= lastColumn + 1; ++column) {
            const double x = origin.x() + column * cell;
            lines.append(QLineF(x, all.top(), x, all.bottom()));
        }
        painter.drawLines(lines);
    }
    paintHatching(painter, firstRow, lastRow, firstColumn, lastColumn);
    const QFontMetricsF metrics(look.number);
    const bool printsAll =
        cell >= metrics.height() * 1.3 &&
        cell >= metrics.horizontalAdvance(numbers.isShare ? QStringLiteral(".88") : QStringLiteral("−88.8")) + 4;
    if (!printsAll) return;
    painter.setFont(look.number);
    each([&](int row, int column) {
        const auto value = static_cast<double>(numbers.at(row, column));
        if (numbers.isHidden(row, column) || (numbers.isShare && value < std::max(0.005, numbers.faintBelow))) return;
        painter.setPen(inkOn(image.pixel(column, row)));
        const QString text = numbers.isShare ? cellNumber(value) : shortNumber(value);
        // One that has no room would lie on its neighbours.
        if (metrics.horizontalAdvance(text) + 2 <= cell) painter.drawText(rectOf(row, column), Qt::AlignCenter, text);
    });
}

void HeatmapPainting::paintHatching(QPainter& painter, int firstRow, int lastRow, int firstColumn,
                                    int lastColumn) const {
    if (picture.numbers.mask.empty()) return;
    QVector<QLineF> hatches;
    const bool single = cell >= kHatchedFrom;
    // Where cells are small a line runs through all that are hidden along a diagonal, and only every few diagonals.
    const int every = single ? 1 : static_cast<int>(std::ceil(kHatchedFrom / cell));
    const double inset = single ? cell * 0.3 : 0;
    for (int sum = firstRow + firstColumn; sum <= lastRow + lastColumn; ++sum) {
        if (sum % every != 0) continue;
        std::optional<QPointF> from;
        QPointF to;
        const auto end = [&] {
            if (from) hatches.append(QLineF(*from, to));
            from.reset();
        };
        const int last = std::max(firstRow, sum - lastColumn);
        for (int row = std::min(lastRow, sum - firstColumn); row >= last; --row) {
            if (!picture.numbers.isHidden(row, sum - row)) {
                end();
                continue;
            }
            const QRectF box = rectOf(row, sum - row);
            if (!from) from = box.bottomLeft() + QPointF(inset, -inset);
            to = box.topRight() + QPointF(-inset, inset);
            if (single) end();
        }
        end();
    }
    painter.setPen(QPen(faded(theme().mutedInk, theme().stage, 0.45), 1));
    painter.setRenderHint(QPainter::Antialiasing, single);
    painter.drawLines(hatches);
}

void HeatmapPainting::paintMarks(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF whole(origin, QSizeF(picture.numbers.columns, picture.numbers.rowCount()) * cell);
    painter.setPen(QPen(theme().line, 1));
    painter.drawRect(whole);
    if (hovered && hovered->row >= 0 && hovered->column >= 0) {
        painter.setPen(QPen(theme().mutedInk, 1, Qt::DashLine));
        painter.drawRect(QRectF(whole.left(), rectOf(hovered->row, 0).top(), whole.width(), cell));
        painter.drawRect(QRectF(rectOf(0, hovered->column).left(), whole.top(), cell, whole.height()));
    }
    if (range.isEmpty()) return;
    const QRectF chosen(rectOf(range.firstRow, range.firstColumn).topLeft(),
                        rectOf(range.lastRow, range.lastColumn).bottomRight());
    painter.setPen(QPen(theme().ink, 2, focused ? Qt::SolidLine : Qt::DashLine));
    painter.drawRect(chosen.adjusted(-1, -1, 1, 1));
}

void HeatmapPainting::paintSides(QPainter& painter) const {
    int firstRow, lastRow, firstColumn, lastColumn;
    visible(firstRow, lastRow, firstColumn, lastColumn);
    const QFontMetricsF metrics(look.word);
    const double gap = metrics.height() * kGap;
    const auto fontOf = [&](bool strong) {
        QFont font = look.word;
        font.setBold(strong);
        return font;
    };
    const auto inkOf = [&](bool strong) { return strong ? theme().attention : theme().ink; };
    painter.save();
    painter.setClipRect(QRectF(area.left(), body().top(), look.side, body().height()));
    // Where there is no room for each word, every few of them.
    const int rowsApart = std::max(1, static_cast<int>(std::ceil(metrics.height() * 0.85 / cell)));
    for (int row = firstRow; row <= lastRow; ++row) {
        const bool marked = (hovered && hovered->row == row) || row == boldRow ||
                            (row >= range.firstRow && row <= range.lastRow && !range.isEmpty() && rowsApart == 1);
        if (row % rowsApart != 0 && !(hovered && hovered->row == row)) continue;
        const QRectF box(area.left(), rectOf(row, 0).center().y() - metrics.height() / 2, look.side - gap,
                         metrics.height());
        if (rowsApart > 1 && marked) painter.fillRect(box, theme().stage);
        painter.setFont(fontOf(marked));
        painter.setPen(inkOf(marked));
        painter.drawText(
            box, Qt::AlignRight | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(picture.rowWords.value(row), Qt::ElideRight, look.side - gap));
    }
    painter.restore();
    painter.save();
    painter.setClipRect(QRectF(body().left(), area.top(), body().width(), look.top));
    const int columnsApart =
        look.upright ? 1 : std::max(1, static_cast<int>(std::ceil(metrics.height() * 0.85 / cell)));
    for (int column = firstColumn; column <= lastColumn; ++column) {
        const bool isHovered = hovered && hovered->column == column;
        const bool marked = isHovered || (column >= range.firstColumn && column <= range.lastColumn &&
                                          !range.isEmpty() && columnsApart == 1);
        if (column % columnsApart != 0 && !isHovered) continue;
        painter.setFont(fontOf(marked));
        painter.setPen(inkOf(marked));
        const QString word =
            QFontMetricsF(painter.font())
                .elidedText(picture.columnWords.value(column), Qt::ElideRight, look.upright ? cell : look.top - gap);
        const QPointF foot(rectOf(0, column).center().x(), area.top() + look.top - gap);
        if (look.upright) {
            painter.drawText(QRectF(foot.x() - cell / 2, foot.y() - metrics.height(), cell, metrics.height()),
                             Qt::AlignCenter, word);
            continue;
        }
        painter.save();
        painter.translate(foot);
        painter.rotate(-90);
        const QRectF box(0, -metrics.height() / 2, look.top - gap, metrics.height());
        if (columnsApart > 1 && marked) painter.fillRect(box, theme().stage);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, word);
        painter.restore();
    }
    painter.restore();
}

void paintColourScale(QPainter& painter, QPointF corner, const MatrixNumbers& numbers, const QFont& font) {
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme().mutedInk);
    const QString low = numbers.isShare ? QStringLiteral("0") : shortNumber(-numbers.limit);
    const QString high = numbers.isShare ? QStringLiteral("1") : shortNumber(numbers.limit);
    const double width = metrics.height() * 6, gap = metrics.height() * kGap;
    painter.drawText(corner + QPointF(0, metrics.ascent()), low);
    const QRectF bar(corner.x() + metrics.horizontalAdvance(low) + gap, corner.y() + metrics.height() * 0.2, width,
                     metrics.height() * 0.6);
    QImage ramp(64, 1, QImage::Format_RGB32);
    for (int i = 0; i < ramp.width(); ++i) {
        const double share = i / (ramp.width() - 1.0);
        ramp.setPixel(i, 0, numbers.isShare ? sequential(share, numbers.hue) : diverging(2 * share - 1, 1));
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(bar, ramp);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().line, 1));
    painter.drawRect(bar);
    painter.setPen(theme().mutedInk);
    painter.drawText(QPointF(bar.right() + gap, corner.y() + metrics.ascent()), high);
}

void HeatmapPainting::paintScale(QPainter& painter) const {
    const double gap = QFontMetricsF(look.number).height() * kGap;
    const double below = origin.y() + cell * picture.numbers.rowCount() + gap;
    paintColourScale(painter,
                     QPointF(std::max(origin.x(), body().left()), std::min(below, area.bottom() - look.scale + gap)),
                     picture.numbers, look.number);
}

}  // namespace attentarium
