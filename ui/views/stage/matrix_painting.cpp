#include <QFontInfo>
#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/stage/matrix_item.h"

namespace attentarium {
namespace {

constexpr qreal kSmallestCell = 4;   ///< below, cells are the pixels of an image
constexpr int kMostCells = 64 * 64;  ///< above, too
constexpr qreal kRoundedFrom = 12;   ///< smaller cells are plain squares
constexpr double kDimmed = 0.62;     ///< how far a dimmed tensor fades into the stage
constexpr qreal kCurrentFrame = 2.5;
constexpr qreal kOutlinedFrom = 8;  ///< thinner rows are marked beside them

bool isRaster(const QPainter& painter) {
    return painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
}

/// The outlines of neighbouring cells as one: runs in a row, joined downwards where they are equally wide.
std::vector<QRect> joined(std::vector<CellPlace> cells) {
    std::ranges::sort(cells,
                      [](CellPlace a, CellPlace b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    std::vector<QRect> runs;
    for (const CellPlace cell : cells) {
        if (!runs.empty() && runs.back().top() == cell.row && runs.back().right() >= cell.column - 1) {
            runs.back().setRight(cell.column);
        } else {
            runs.emplace_back(cell.column, cell.row, 1, 1);
        }
    }
    std::vector<QRect> all;
    for (const QRect& run : runs) {
        const auto above = std::ranges::find_if(all, [&](const QRect& other) {
            return other.left() == run.left() && other.right() == run.right() && other.bottom() == run.top() - 1;
        });
        if (above != all.end()) {
            above->setBottom(run.bottom());
        } else {
            all.push_back(run);
        }
    }
    return all;
}

}  // namespace

QRgb MatrixItem::colourAt(int row, int column) const {
    if (m_content.isPending(row)) return theme().stage.rgb();
    const double value = m_content.numberAt(row, column);
    const QRgb full = m_content.scale == ColourScale::Diverging
                          ? diverging(value, m_content.limit)
                          : sequential(m_content.limit > 0 ? value / m_content.limit : 0, m_content.scaleColour);
    return dimmed(full);
}

QRgb MatrixItem::dimmed(QRgb full) const {
    if (m_content.presence != Presence::Dimmed) return full;
    return faded(QColor::fromRgb(full), theme().stage, kDimmed).rgb();
}

void MatrixItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    painter->setRenderHint(QPainter::Antialiasing);
    paintHeader(*painter);
    if (m_content.window.isEmpty()) return;
    m_inView = QRect(0, 0, m_content.window.columns, m_content.window.rows);
    if (m_layout.printed && option) {
        const QRectF seen = option->exposedRect;
        m_inView &= QRect(QPoint(static_cast<int>(std::floor(seen.left() / m_layout.cellWidth)),
                                 static_cast<int>(std::floor(seen.top() / m_layout.cellHeight))),
                          QPoint(static_cast<int>(std::floor(seen.right() / m_layout.cellWidth)),
                                 static_cast<int>(std::floor(seen.bottom() / m_layout.cellHeight))));
    } else {
        paintLabels(*painter);
    }
    if (m_content.presence == Presence::Pending) {
        paintPending(*painter);
        return;
    }
    const std::int64_t cells = std::int64_t{m_content.window.rows} * m_content.window.columns;
    const qreal smallest = std::min(m_layout.cellWidth, m_layout.cellHeight);
    if (m_layout.printed) {
        paintCells(*painter);
        paintPrinted(*painter);
    } else if (smallest < kSmallestCell || cells > kMostCells) {
        paintImage(*painter);
    } else {
        paintCells(*painter);
        paintNumbers(*painter);
    }
    paintFrame(*painter);
    paintOutlines(*painter);
    if (m_layout.withScale) paintScale(*painter);
}

void MatrixItem::paintHeader(QPainter& painter) const {
    const bool quiet = m_content.presence == Presence::Dimmed || m_content.presence == Presence::Pending;
    qreal y = -headerHeight() + m_fonts.line * 0.85;
    painter.setFont(titleFont());
    painter.setPen(quiet ? theme().mutedInk : m_content.titleColour);
    painter.drawText(QPointF(0, y), shownTitle());
    painter.setFont(m_fonts.small);
    painter.setPen(theme().mutedInk);
    QString below = m_content.subtitle;
    if (shapeBesideTitle()) {
        const qreal right = std::max(cellsSize().width(), titleWidth());
        painter.drawText(QPointF(right - widthOf(m_fonts.small, m_content.shape), y), m_content.shape);
    } else {
        below += (below.isEmpty() ? QString() : QStringLiteral("  ")) + m_content.shape;
    }
    if (m_layout.withSubtitle) {
        y += m_fonts.smallLine;
        painter.drawText(QPointF(0, y), below);
    }
    if (m_content.formula.isEmpty()) return;
    y += m_fonts.smallLine * 1.15;
    painter.drawText(QPointF(0, y), shownFormula());
}

void MatrixItem::paintLabels(QPainter& painter) const {
    const qreal ascent = QFontMetricsF(m_fonts.small).capHeight();
    const bool allRows = m_layout.cellHeight >= m_fonts.smallLine * 0.72;
    for (int row = 0; m_layout.rowLabelWidth > 0 &&
                      row < std::min<int>(m_content.window.rows, static_cast<int>(m_content.rowLabels.size()));
         ++row) {
        const bool bold = row == m_content.boldRow;
        // Rows that are too thin for type name the chosen one alone.
        if (!bold && !allRows) continue;
        painter.setFont(bold ? m_fonts.smallBold : m_fonts.small);
        painter.setPen(bold ? m_content.titleColour : theme().ink);
        const QString& label = m_content.rowLabels[row];
        const qreal y = (row + 0.5) * m_layout.cellHeight + ascent / 2;
        painter.drawText(QPointF(-8 - widthOf(painter.font(), label), y), label);
    }
    // Type needs its own height beside the next: slanted where there is room, upright in narrow columns, and in still
    // narrower ones the chosen column alone is named.
    const qreal type = QFontInfo(m_fonts.small).pixelSize();
    const bool slanted = m_layout.cellWidth * 0.82 >= type;
    const bool allColumns = m_layout.cellWidth >= type * 0.95 || !m_layout.slantedColumns;
    for (int column = 0;
         m_layout.columnLabelHeight > 0 &&
         column < std::min<int>(m_content.window.columns, static_cast<int>(m_content.columnLabels.size()));
         ++column) {
        const bool bold = column == m_content.boldColumn;
        if (!bold && !allColumns) continue;
        painter.setFont(bold ? m_fonts.smallBold : m_fonts.small);
        painter.setPen(bold ? m_content.titleColour : theme().ink);
        const QString& label = m_content.columnLabels[column];
        const qreal middle = (column + 0.5) * m_layout.cellWidth;
        if (!m_layout.slantedColumns) {
            painter.drawText(QPointF(middle - widthOf(painter.font(), label) / 2, -7), label);
            continue;
        }
        painter.save();
        painter.translate(middle + ascent / 2, -7);
        painter.rotate(slanted ? -55 : -90);
        painter.drawText(QPointF(), label);
        painter.restore();
    }
}

void MatrixItem::paintPending(QPainter& painter) const {
    const QRectF frame(QPointF(), cellsSize());
    painter.setPen(QPen(theme().line, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    //: In the empty frame of a tensor that the walk has not reached.
    const QString text = m_content.pendingText.isEmpty() ? tr("not computed yet") : m_content.pendingText;
    painter.setFont(m_fonts.small);
    painter.setPen(theme().mutedInk);
    const QRectF needed = QFontMetricsF(m_fonts.small)
                              .boundingRect(frame.adjusted(2, 0, -2, 0), Qt::AlignCenter | Qt::TextWordWrap, text);
    const bool fits = needed.width() <= frame.width() - 4 && needed.height() <= frame.height();
    painter.drawText(frame, Qt::AlignCenter | Qt::TextWordWrap, fits ? text : QStringLiteral("…"));
}

void MatrixItem::paintCells(QPainter& painter) const {
    const bool rounded = std::min(m_layout.cellWidth, m_layout.cellHeight) >= kRoundedFrom;
    const qreal gap = std::min(m_layout.cellWidth, m_layout.cellHeight) >= 6 ? 1 : 0.5;
    painter.setPen(Qt::NoPen);
    const QColor hidden = faded(theme().line, theme().stage, 0.6);
    const QPen hatch(faded(theme().mutedInk, theme().stage, 0.45), 1);
    painter.setRenderHint(QPainter::Antialiasing, rounded || !isRaster(painter));
    for (int row = m_inView.top(); row <= m_inView.bottom(); ++row) {
        if (m_content.isPending(row)) continue;
        for (int column = m_inView.left(); column <= m_inView.right(); ++column) {
            const QRectF cell = cellRect({row, column}).adjusted(0, 0, -gap, -gap);
            const bool masked = m_content.isHidden(row, column);
            const QColor colour = masked ? hidden : QColor::fromRgb(colourAt(row, column));
            if (rounded) {
                painter.setBrush(colour);
                painter.drawRoundedRect(cell, 2, 2);
            } else {
                painter.fillRect(cell, colour);
            }
            if (m_content.second && !masked) paintSecondHalf(painter, {row, column}, cell);
            if (!masked) continue;
            painter.setPen(hatch);
            const qreal inset = std::min(cell.width(), cell.height()) * 0.3;
            painter.drawLine(cell.bottomLeft() + QPointF(inset, -inset), cell.topRight() + QPointF(-inset, inset));
            painter.setPen(Qt::NoPen);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void MatrixItem::paintImage(QPainter& painter) const {
    const CellWindow& window = m_content.window;
    // Where cells are smaller than pixels, a pixel shows the largest number of its cells, so that no row of a sparse
    // gradient is lost.
    const qreal zoom = isRaster(painter) ? std::max(1.0, painter.worldTransform().m11()) : 4;
    const int width = std::clamp(static_cast<int>(cellsSize().width() * zoom), 1, window.columns);
    const int height = std::clamp(static_cast<int>(cellsSize().height() * zoom), 1, window.rows);
    if (m_content.second) {
        paintBands(painter, width, static_cast<int>(cellsSize().height() * zoom));
        return;
    }
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            const CellPlace place = largestIn(y * window.rows / height, (y + 1) * window.rows / height,
                                              x * window.columns / width, (x + 1) * window.columns / width);
            line[x] = colourAt(place.row, place.column);
        }
    }
    // Viewers of vector files smooth what they enlarge, so those get an image whose cells are already large.
    if (!isRaster(painter)) image = image.scaled(image.size() * std::max(1, 1024 / std::max(width, height)));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(QPointF(), cellsSize()), image);
}

CellPlace MatrixItem::largestIn(int top, int bottom, int left, int right, bool second) const {
    CellPlace largest{top, left};
    if (bottom - top <= 1 && right - left <= 1) return largest;
    double most = -1;
    for (int row = top; row < bottom; ++row) {
        for (int column = left; column < right; ++column) {
            const double number =
                second ? m_content.secondAt(row, column).value_or(0) : m_content.numberAt(row, column);
            const double size = m_content.isPending(row) ? -1 : std::abs(number);
            if (size > most) {
                most = size;
                largest = {row, column};
            }
        }
    }
    return largest;
}

void MatrixItem::paintNumbers(QPainter& painter) const {
    const int exponent = cellExponent(m_content.limit);
    const QFontMetricsF metrics(m_fonts.tiny);
    const QString widest = m_content.scale == ColourScale::Sequential ? QStringLiteral(".88") : QStringLiteral("−.88");
    if (m_layout.cellWidth < metrics.horizontalAdvance(widest) + 4 || m_layout.cellHeight < metrics.capHeight() * 1.7) {
        return;
    }
    painter.setFont(m_fonts.tiny);
    // Two numbers in a cell need twice the height.
    if (m_content.second && m_layout.cellHeight < metrics.capHeight() * 3.4) return;
    const double secondLimit = m_content.second ? m_content.second->limit : 0;
    const auto write = [&](const QString& text, const QRectF& cell, QRgb background) {
        painter.setPen(m_content.presence == Presence::Dimmed ? theme().mutedInk : inkOn(background));
        painter.drawText(QPointF(cell.center().x() - metrics.horizontalAdvance(text) / 2 - 0.5,
                                 cell.center().y() + metrics.capHeight() / 2 - 0.5),
                         text);
    };
    for (int row = 0; row < m_content.window.rows; ++row) {
        if (m_content.isPending(row)) continue;
        for (int column = 0; column < m_content.window.columns; ++column) {
            if (m_content.isHidden(row, column)) continue;
            const QRectF cell = cellRect({row, column});
            if (const auto second = m_content.secondAt(row, column)) {
                write(cellNumber(*second, cellExponent(secondLimit)), halfOf(cell, true),
                      secondColourAt(row, column, 0));
            }
            const QString text = cellNumber(m_content.numberAt(row, column), exponent);
            if (text == QLatin1String("0") && m_content.scale == ColourScale::Sequential) continue;
            write(text, m_content.second ? halfOf(cell, false) : cell, colourAt(row, column));
        }
    }
}

void MatrixItem::paintFrame(QPainter& painter) const {
    const QRectF frame = QRectF(QPointF(), cellsSize()).adjusted(-2, -2, 1, 1);
    painter.setBrush(Qt::NoBrush);
    if (m_content.presence == Presence::Current) {
        painter.setPen(QPen(m_content.frameColour, kCurrentFrame));
        painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), 5, 5);
    } else if (m_content.isSource) {
        painter.setPen(QPen(m_content.frameColour, 1.5, Qt::DashLine));
        painter.drawRoundedRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4);
    } else {
        // The plain frame is drawn a dozen times in each picture: sharp lines cost a tenth of smooth curves.
        painter.setRenderHint(QPainter::Antialiasing, !isRaster(painter));
        painter.setPen(QPen(theme().line, 1));
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
        painter.setRenderHint(QPainter::Antialiasing);
    }
    if (!hasFocus()) return;
    painter.setPen(QPen(theme().accent, 1.5, Qt::DotLine));
    // Close to the frame: the words of the rows begin right beside it.
    painter.drawRoundedRect(frame.adjusted(-3.5, -3.5, 3.5, 3.5), 5, 5);
}

void MatrixItem::paintOutlines(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    const auto outline = [&](const QRectF& cells, qreal width) {
        // A light line outside the dark one shows on every colour.
        painter.setPen(QPen(theme().panel, width + 2));
        painter.drawRoundedRect(cells, 2, 2);
        painter.setPen(QPen(theme().ink, width));
        painter.drawRoundedRect(cells, 2, 2);
    };
    const bool hasRow = m_content.outlinedRow >= 0 && m_content.outlinedRow < m_content.window.rows;
    if (hasRow && m_layout.cellHeight < kOutlinedFrom) {
        // An outline would cover a row that is so thin: marks at both ends point at it.
        const qreal middle = (m_content.outlinedRow + 0.5) * m_layout.cellHeight, width = cellsSize().width();
        constexpr qreal kMark = 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().ink);
        painter.drawPolygon(QPolygonF({{-1, middle}, {-1 - kMark, middle - kMark}, {-1 - kMark, middle + kMark}}));
        painter.drawPolygon(
            QPolygonF({{width, middle}, {width + kMark, middle - kMark}, {width + kMark, middle + kMark}}));
        painter.setBrush(Qt::NoBrush);
    } else if (hasRow) {
        const QRectF first = cellRect({m_content.outlinedRow, 0});
        outline({first.topLeft(), QSizeF(cellsSize().width(), first.height())}, 1.5);
    }
    for (const QRect& run : joined(m_content.lit)) {
        outline({run.left() * m_layout.cellWidth - 0.5, run.top() * m_layout.cellHeight - 0.5,
                 run.width() * m_layout.cellWidth, run.height() * m_layout.cellHeight},
                1.2);
    }
    if (m_content.selected) outline(cellRect(*m_content.selected).adjusted(-1, -1, 0, 0), 2.5);
}

void MatrixItem::paintRamp(QPainter& painter, const QRectF& bar) const {
    const bool signedScale = m_content.scale == ColourScale::Diverging;
    constexpr int kSteps = 24;
    QImage ramp(kSteps + 1, 1, QImage::Format_RGB32);
    for (int i = 0; i <= kSteps; ++i) {
        const double share = i / static_cast<double>(kSteps);
        ramp.setPixel(i, 0, signedScale ? diverging(2 * share - 1, 1) : sequential(share, m_content.scaleColour));
    }
    painter.drawImage(bar, ramp);
    painter.setPen(QPen(theme().line, 0.8));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

void MatrixItem::paintScale(QPainter& painter) const {
    const QFontMetricsF metrics(m_fonts.tiny);
    const bool signedScale = m_content.scale == ColourScale::Diverging;
    const QString high = shortNumber(m_content.limit);
    const QString low = signedScale ? shortNumber(-m_content.limit) : QStringLiteral("0");
    const qreal y = cellsSize().height() + 7, height = metrics.capHeight();
    const qreal wholeWidth = metrics.horizontalAdvance(low) + metrics.horizontalAdvance(high) + 34;
    if (m_content.second) paintSecondScale(painter, y + height + 5, height);
    // As wide as it is, it would come near the words of the next figure.
    const qreal room = m_layout.brief ? titleRoom() : std::max(cellsSize().width() + m_fonts.line, m_fonts.line * 5);
    if (wholeWidth > room) {
        paintBriefScale(painter, y, height);
        return;
    }
    const qreal left = metrics.horizontalAdvance(low) + 5;
    const int exponent = cellExponent(m_content.limit);
    // Beside the power of ten of a brief figure there is little room.
    const qreal longest = m_layout.brief && exponent != 0 ? 36.0 : 90.0;
    const qreal length = std::clamp(cellsSize().width() - left - metrics.horizontalAdvance(high) - 5, 24.0, longest);
    painter.setFont(m_fonts.tiny);
    painter.setPen(theme().mutedInk);
    painter.drawText(QPointF(0, y + height), low);
    painter.drawText(QPointF(left + length + 5, y + height), high);
    paintRamp(painter, {left, y, length, height});
    const bool numbered = m_layout.cellWidth >= metrics.horizontalAdvance(QStringLiteral("−.88")) + 4;
    if (exponent == 0 || !numbered || cellsSize().width() < m_fonts.line * 10) return;
    //: Under a matrix with very small or very large numbers: %1 is a power of ten, for example 10⁻³.
    const QString unit = tr("numbers × %1").arg(QStringLiteral("1e%1").arg(exponent));
    painter.setPen(theme().mutedInk);
    painter.drawText(QPointF(left + length + 5 + metrics.horizontalAdvance(high) + 12, y + height), unit);
}

}  // namespace attentarium
