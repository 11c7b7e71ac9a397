#include "ui/views/play_signs.h"

namespace attentarium {
namespace {

QPainterPath triangle(double from, double to) {
    QPainterPath path;
    path.moveTo(from, 4);
    path.lineTo(to, 12);
    path.lineTo(from, 20);
    path.closeSubpath();
    return path;
}

QPainterPath bar(double left, double width) {
    QPainterPath path;
    path.addRect(left, 4, width, 16);
    return path;
}

}  // namespace

QPainterPath backSign() {
    return triangle(18, 6);
}

QPainterPath forwardSign() {
    return triangle(6, 18);
}

QPainterPath playSign() {
    return triangle(6, 20);
}

QPainterPath pauseSign() {
    QPainterPath path = bar(6, 4.5);
    path.addPath(bar(13.5, 4.5));
    return path;
}

QPainterPath endSign(bool forwards) {
    QPainterPath path = forwards ? triangle(4, 16) : triangle(20, 8);
    path.addPath(bar(forwards ? 17 : 4, 3));
    return path;
}

}  // namespace attentarium
