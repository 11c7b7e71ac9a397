#include "ui/views/positions/matrix_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/matrix_image.h"

namespace attentarium {
namespace {

constexpr double kMostCell = 46;
/// Cells of this many pixels a side and more are drawn one by one, so that a file gets them as vectors.
constexpr int kMostPainted = 4096;

/// Black or white, whichever stands out more: one of them always does by 4.5 : 1 (WCAG 2).
QColor readableOn(QRgb background) {
    const auto linear = [](int channel) {
        const double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    const double light =
        0.2126 * linear(qRed(background)) + 0.7152 * linear(qGreen(background)) + 0.0722 * linear(qBlue(background));
    return light > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

double widest(const QFontMetricsF& metrics, const QStringList& names) {
    double most = 0;
    for (const QString& name : names) most = std::max(most, metrics.horizontalAdvance(name));
    return most;
}

/// Every how many names there is room for one.
int strideFor(double need, double cell) {
    return std::max(1, static_cast<int>(std::ceil(need / std::max(cell, 0.01))));
}

}  // namespace

bool PlottedMatrix::isHidden(int row, int column) const {
    return !hidden.empty() && hidden[static_cast<std::size_t>(row * columns() + column)] != 0;
}

float PlottedMatrix::at(int row, int column) const {
    return numbers[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
                   static_cast<std::size_t>(column)];
}

MatrixPlot::MatrixPlot(QWidget* parent) : Plot(parent) {}

void MatrixPlot::show(PlottedMatrix matrix) {
    m_matrix = std::move(matrix);
    m_image = {};
    if (m_row >= m_matrix.rows()) m_row = -1;
    if (m_column >= m_matrix.columns()) m_column = -1;
    if (m_row < 0 || m_column < 0) m_row = m_column = -1;
    m_markedRow = m_markedColumn = -1;
    m_hovered.reset();
    setTitle(m_matrix.title);
    update();
}

void MatrixPlot::mark(int row, int column) {
    m_markedRow = row < m_matrix.rows() ? row : -1;
    m_markedColumn = column < m_matrix.columns() ? column : -1;
    update();
}

double MatrixPlot::limit() const {
    if (m_matrix.limit > 0) return m_matrix.limit;
    double largest = 0;
    for (const float number : m_matrix.numbers) {
        if (std::isfinite(number)) largest = std::max(largest, std::abs(static_cast<double>(number)));
    }
    return largest > 0 ? largest : 1;
}

MatrixPlot::Frame MatrixPlot::frameIn(const QRectF& whole) const {
    const QFontMetricsF metrics(smallFont());
    const QRectF area = belowTitle(whole);
    const double gap = metrics.height() * 0.3;
    const double side = std::min(widest(metrics, m_matrix.rowNames), area.width() * 0.3) + gap;
    const double names = widest(metrics, m_matrix.columnNames);
    Frame frame;
    const double room = std::max(1.0, area.width() - side);
    frame.isUpright = !m_matrix.hasWordsAbove || names + gap <= room / std::max(1, m_matrix.columns());
    const double top = frame.isUpright ? metrics.height() : std::min(names, area.height() * 0.4);
    const double below = m_matrix.hasScale ? metrics.height() * 1.4 : 2;
    frame.body = QRectF(area.left() + side, area.top() + top + 2, room, std::max(1.0, area.height() - top - below - 2));
    frame.width = frame.body.width() / std::max(1, m_matrix.columns());
    frame.height = std::min(kMostCell, frame.body.height() / std::max(1, m_matrix.rows()));
    if (m_matrix.isSquare) frame.width = frame.height = std::min(frame.width, frame.height);
    frame.body.setSize({frame.width * m_matrix.columns(), frame.height * m_matrix.rows()});
    return frame;
}

MatrixPlot::Frame MatrixPlot::frame() const {
    return frameIn(QRectF(rect()).adjusted(4, 2, -4, -2));
}

void MatrixPlot::paintIn(QPainter& painter, const QRectF& area) const {
    paintTitle(painter, area);
    if (isEmpty()) return;
    const Frame frame = frameIn(area);
    MatrixNumbers numbers{.columns = m_matrix.columns(),
                          .rows = {},
                          .mask = {},
                          .isShare = m_matrix.isShare,
                          .limit = limit(),
                          .hue = theme().attention};
    for (int row = 0; row < m_matrix.rows(); ++row) {
        numbers.rows.push_back(std::span(m_matrix.numbers)
                                   .subspan(static_cast<std::size_t>(row * m_matrix.columns()),
                                            static_cast<std::size_t>(m_matrix.columns())));
    }
    if (m_image.isNull()) m_image = matrixImage(numbers, 1024);
    const bool isVector = painter.device() != this && m_matrix.rows() * m_matrix.columns() <= kMostPainted;
    if (isVector) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int row = 0; row < m_matrix.rows(); ++row) {
            for (int column = 0; column < m_matrix.columns(); ++column) {
                painter.fillRect(QRectF(frame.body.left() + column * frame.width, frame.body.top() + row * frame.height,
                                        frame.width, frame.height),
                                 QColor::fromRgb(m_image.pixel(column, row)));
            }
        }
        painter.restore();
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(frame.body, m_image);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row < m_matrix.rows() && !m_matrix.hidden.empty(); ++row) {
        for (int column = 0; column < m_matrix.columns(); ++column) {
            if (!m_matrix.isHidden(row, column)) continue;
            const QRectF cell(frame.body.left() + column * frame.width, frame.body.top() + row * frame.height,
                              frame.width, frame.height);
            painter.fillRect(cell, theme().panel);
            painter.fillRect(cell, QBrush(theme().line, Qt::BDiagPattern));
        }
    }
    painter.restore();
    painter.setPen(QPen(theme().line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame.body);
    paintNumbers(painter, frame);
    paintNames(painter, frame, area);
    if (m_matrix.hasScale) paintScale(painter, frame);
}

bool MatrixPlot::hasNumbersIn(const Frame& frame) const {
    QFont small = smallFont();
    small.setPointSizeF(small.pointSizeF() * 0.95);
    const QFontMetricsF metrics(small);
    return metrics.horizontalAdvance(QStringLiteral("−.88")) + 3 <= frame.width && metrics.height() <= frame.height;
}

void MatrixPlot::paintNumbers(QPainter& painter, const Frame& frame) const {
    QFont small = smallFont();
    small.setPointSizeF(small.pointSizeF() * 0.95);
    if (!hasNumbersIn(frame)) return;
    painter.setFont(small);
    const int exponent = m_matrix.isShare ? 0 : cellExponent(limit());
    for (int row = 0; row < m_matrix.rows(); ++row) {
        for (int column = 0; column < m_matrix.columns(); ++column) {
            if (m_matrix.isHidden(row, column)) continue;
            const double number = numberAt(row, column);
            painter.setPen(readableOn(m_image.pixel(column, row)));
            painter.drawText(QRectF(frame.body.left() + column * frame.width, frame.body.top() + row * frame.height,
                                    frame.width, frame.height),
                             Qt::AlignCenter, cellNumber(number, exponent));
        }
    }
}

void MatrixPlot::paintNames(QPainter& painter, const Frame& frame, const QRectF& area) const {
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(theme().mutedInk);
    const double gap = metrics.height() * 0.3, side = frame.body.left() - area.left() - gap;
    const int rowStride = strideFor(metrics.height(), frame.height);
    for (int row = 0; row < m_matrix.rows(); row += rowStride) {
        painter.drawText(QRectF(area.left(), frame.body.top() + (row + 0.5) * frame.height - metrics.height() / 2, side,
                                metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(m_matrix.rowNames[row], Qt::ElideRight, side));
    }
    const double widestName = widest(metrics, m_matrix.columnNames);
    const int stride = strideFor(frame.isUpright ? widestName + gap : metrics.height(), frame.width);
    const double top = belowTitle(area).top();
    for (int column = 0; column < m_matrix.columns(); column += stride) {
        const double middle = frame.body.left() + (column + 0.5) * frame.width;
        const QString& name = m_matrix.columnNames[column];
        if (frame.isUpright) {
            painter.drawText(QRectF(middle - widestName, top, 2 * widestName, frame.body.top() - top),
                             Qt::AlignHCenter | Qt::AlignBottom, name);
            continue;
        }
        painter.save();
        painter.translate(middle, frame.body.top() - 2);
        painter.rotate(-90);
        painter.drawText(QPointF(0, metrics.ascent() / 2 - 1),
                         metrics.elidedText(name, Qt::ElideRight, frame.body.top() - top));
        painter.restore();
    }
}

void MatrixPlot::paintScale(QPainter& painter, const Frame& frame) const {
    const QFont small = smallFont();
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(theme().mutedInk);
    const int exponent = m_matrix.isShare || !hasNumbersIn(frame) ? 0 : cellExponent(limit());
    const QString low = m_matrix.isShare ? QStringLiteral("0") : shortNumber(-limit());
    QString high = m_matrix.isShare ? QStringLiteral("1") : shortNumber(limit());
    const double top = frame.body.bottom() + metrics.height() * 0.3, gap = metrics.height() * 0.3;
    const QPointF corner(frame.body.left(), top);
    painter.drawText(corner + QPointF(0, metrics.ascent()), low);
    const QRectF bar(corner.x() + metrics.horizontalAdvance(low) + gap, top + metrics.height() * 0.2,
                     metrics.height() * 4, metrics.height() * 0.6);
    QImage ramp(64, 1, QImage::Format_RGB32);
    for (int i = 0; i < ramp.width(); ++i) {
        const double share = i / (ramp.width() - 1.0);
        ramp.setPixel(i, 0, m_matrix.isShare ? sequential(share, theme().attention) : diverging(2 * share - 1, 1));
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(bar, ramp);
    painter.setPen(QPen(theme().line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    painter.setPen(theme().mutedInk);
    if (exponent != 0) high += QStringLiteral("  (×10^%1)").arg(exponent);
    painter.drawText(QPointF(bar.right() + gap, top + metrics.ascent()), high);
}

void MatrixPlot::paintMarks(QPainter& painter) const {
    if (isEmpty()) return;
    const Frame now = frame();
    painter.setBrush(Qt::NoBrush);
    const auto outline = [&](int row, int column) {
        if (row < 0 && column < 0) return;
        const double left = column >= 0 ? column * now.width : 0, top = row >= 0 ? row * now.height : 0;
        painter.setPen(QPen(theme().accent, 2));
        painter.drawRect(QRectF(now.body.left() + left, now.body.top() + top,
                                column >= 0 ? now.width : now.body.width(), row >= 0 ? now.height : now.body.height()));
    };
    outline(m_markedRow, m_markedColumn);
    outline(m_row, m_column);
    if (!m_hovered) return;
    painter.setPen(QPen(theme().ink, 1));
    painter.drawRect(QRectF(now.body.left() + m_hovered->x() * now.width, now.body.top() + m_hovered->y() * now.height,
                            now.width, now.height));
}

QString MatrixPlot::cellText(int row, int column) const {
    if (row < 0 || column < 0 || row >= m_matrix.rows() || column >= m_matrix.columns()) return {};
    if (m_matrix.isHidden(row, column)) return QStringLiteral("−∞");
    return fullNumber(numberAt(row, column));
}

QRect MatrixPlot::cellRect(int row, int column) const {
    const Frame now = frame();
    return QRectF(now.body.left() + column * now.width, now.body.top() + row * now.height, now.width, now.height)
        .toAlignedRect();
}

void MatrixPlot::chooseCell(int row, int column) {
    if (row < 0 || column < 0 || row >= m_matrix.rows() || column >= m_matrix.columns()) return;
    m_row = row;
    m_column = column;
    update();
    if (m_matrix.tell) Q_EMIT told(m_matrix.tell(row, column));
    Q_EMIT chosen(row, column);
}

std::optional<QPoint> MatrixPlot::cellAt(const QPointF& place) const {
    if (isEmpty()) return std::nullopt;
    const Frame now = frame();
    const auto row = static_cast<int>(std::floor((place.y() - now.body.top()) / now.height));
    const auto column = static_cast<int>(std::floor((place.x() - now.body.left()) / now.width));
    if (row < 0 || column < 0 || row >= m_matrix.rows() || column >= m_matrix.columns()) return std::nullopt;
    return QPoint(column, row);
}

void MatrixPlot::mouseMoveEvent(QMouseEvent* event) {
    const auto cell = cellAt(event->position());
    if (cell == m_hovered) return;
    m_hovered = cell;
    update();
    Q_EMIT told(cell && m_matrix.tell ? m_matrix.tell(cell->y(), cell->x()) : QString());
}

void MatrixPlot::mousePressEvent(QMouseEvent* event) {
    if (const auto cell = cellAt(event->position())) chooseCell(cell->y(), cell->x());
}

void MatrixPlot::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (!std::exchange(m_hovered, std::nullopt)) return;
    update();
    Q_EMIT told({});
}

void MatrixPlot::keyPressEvent(QKeyEvent* event) {
    const int across = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int down = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if ((across == 0 && down == 0) || isEmpty()) return QWidget::keyPressEvent(event);
    chooseCell(std::clamp(std::max(m_row, 0) + down, 0, m_matrix.rows() - 1),
               std::clamp(std::max(m_column, 0) + across, 0, m_matrix.columns() - 1));
}

}  // namespace attentarium
