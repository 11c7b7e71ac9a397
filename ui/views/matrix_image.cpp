#include "ui/views/matrix_image.h"

#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr double kPale = 0.8;

/// The colours of one matrix, looked up instead of worked out: a picture has up to a million cells.
class Colours {
  public:
    explicit Colours(const MatrixNumbers& numbers)
        : m_numbers(numbers), m_shares(sequentialTable(numbers.hue)), m_pale(m_shares) {
        const QColor zero = QColor::fromRgb(m_shares[0]);
        for (QRgb& colour : m_pale) colour = faded(QColor::fromRgb(colour), zero, kPale).rgb();
    }

    QRgb of(float value) const {
        if (!m_numbers.isShare) return diverging(static_cast<double>(value), m_numbers.limit);
        if (std::isnan(value)) return theme().mutedInk.rgb();
        const auto step = static_cast<std::size_t>(std::clamp(value, 0.0f, 1.0f) * 255 + 0.5f);
        return (static_cast<double>(value) < m_numbers.faintBelow ? m_pale : m_shares)[step];
    }

  private:
    const MatrixNumbers& m_numbers;
    std::array<QRgb, 256> m_shares, m_pale;
};

bool isMinusInfinity(float value) {
    return std::isinf(value) && value < 0;
}

}  // namespace

bool MatrixNumbers::isHidden(int row, int column) const {
    return !mask.empty() && isMinusInfinity(mask[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
}

QRgb MatrixNumbers::colourAt(int row, int column) const {
    return Colours(*this).of(at(row, column));
}

double largestOf(const MatrixNumbers& numbers) {
    double largest = 0;
    for (const auto row : numbers.rows) {
        for (const float value : row) {
            if (std::isfinite(value)) largest = std::max(largest, std::abs(static_cast<double>(value)));
        }
    }
    return largest;
}

QImage matrixImage(const MatrixNumbers& numbers, int most) {
    if (numbers.isEmpty()) return {};
    const auto side = [most](int count) { return most > 0 ? std::min(count, most) : count; };
    const int height = side(numbers.rowCount()), width = side(numbers.columns);
    QImage image(width, height, QImage::Format_RGB32);
    const Colours colours(numbers);
    const QRgb hidden = faded(theme().line, theme().stage, 0.6).rgb();
    const bool whole = height == numbers.rowCount() && width == numbers.columns;
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        const auto first = static_cast<int>(static_cast<std::int64_t>(y) * numbers.rowCount() / height);
        const auto last = static_cast<int>(static_cast<std::int64_t>(y + 1) * numbers.rowCount() / height);
        for (int x = 0; x < width; ++x) {
            if (whole && numbers.rows[static_cast<std::size_t>(y)].empty()) {
                line[x] = theme().stage.rgb();
                continue;
            }
            if (whole) {
                line[x] = numbers.isHidden(y, x) ? hidden : colours.of(numbers.at(y, x));
                continue;
            }
            const auto from = static_cast<int>(static_cast<std::int64_t>(x) * numbers.columns / width);
            const auto to = static_cast<int>(static_cast<std::int64_t>(x + 1) * numbers.columns / width);
            float strongest = 0;
            bool any = false;
            for (int row = first; row < last; ++row) {
                for (int column = from; column < to; ++column) {
                    if (numbers.isHidden(row, column)) continue;
                    const float value = numbers.at(row, column);
                    if (!any || std::abs(value) > std::abs(strongest)) strongest = value;
                    any = true;
                }
            }
            line[x] = any ? colours.of(strongest) : hidden;
        }
    }
    return image;
}

}  // namespace attentarium
