#include "ui/views/attention/head_colours.h"

#include "ui/explain/theme.h"

namespace attentarium {

QColor headColour(int head, bool alone) {
    if (alone) return theme().attention;
    // Okabe and Ito's, the yellow darker on white.
    static constexpr QRgb kLight[] = {0x9a4f96, 0x0072b2, 0xd55e00, 0x009e73, 0xb07d00, 0x2f8fcb, 0x7a6a00, 0x4a4a4a};
    static constexpr QRgb kDark[] = {0xcc86c8, 0x56b4e9, 0xff8a3d, 0x2fc79a, 0xf0b43c, 0x8fd0ff, 0xf0e442, 0xd0d0d0};
    return QColor::fromRgb((theme().isDark() ? kDark : kLight)[head % 8]);
}

Qt::PenStyle headStroke(int head, bool alone) {
    if (alone) return Qt::SolidLine;
    static constexpr Qt::PenStyle kStrokes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return kStrokes[(head + head / 8) % 4];
}

}  // namespace attentarium
