#pragma once

#include <QProxyStyle>

namespace attentarium {

/// Fusion with the calm of the design: buttons are rounded cards with a hairline, docks are divided by hairlines.
/// A button with the property `primary` is filled with the accent.
class CalmStyle : public QProxyStyle {
    Q_OBJECT

  public:
    CalmStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    void polish(QWidget* widget) override;
    using QProxyStyle::polish;
};

/// Marks the one button of a panel that leads on.
void makePrimary(QWidget* button);

/// The style, the type and the theme of a program's first moment, in `main` and in tests.
void prepareApplication();

}  // namespace attentarium
