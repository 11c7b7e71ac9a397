#include "ui/window/text_size.h"

#include <QApplication>
#include <QFont>
#include <algorithm>
#include <iterator>

namespace attentarium {
namespace {

constexpr int kSizes[] = {80, 90, 100, 110, 125, 140, 160, 180, 200, 225, 250};
constexpr double kUsualPoints = 10;

int& current() {
    static int percent = kUsualTextSize;
    return percent;
}

}  // namespace

int textSize() {
    return current();
}

void setTextSize(int percent) {
    current() = std::clamp(percent, *std::begin(kSizes), *(std::end(kSizes) - 1));
    QFont font = QApplication::font();
    font.setPointSizeF(kUsualPoints * current() / 100);
    QApplication::setFont(font);
}

int textSizeBeside(int percent, int direction) {
    if (direction > 0) {
        const auto* larger = std::upper_bound(std::begin(kSizes), std::end(kSizes), percent);
        return larger == std::end(kSizes) ? percent : *larger;
    }
    const auto* here = std::lower_bound(std::begin(kSizes), std::end(kSizes), percent);
    return here == std::begin(kSizes) ? percent : *(here - 1);
}

}  // namespace attentarium
