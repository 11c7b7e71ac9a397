#include "ui/window/calm_style.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolBar>

#include "ui/explain/theme.h"
#include "ui/window/icons.h"
#include "ui/window/text_size.h"

namespace attentarium {
namespace {

constexpr double kRadius = 6;

bool isPrimary(const QWidget* widget) {
    return widget && widget->property("primary").toBool();
}

/// A button's card: pressed and chosen ones are tinted, the one with the keyboard has a strong outline.
void drawCard(const QStyleOption& option, QPainter& painter, bool flat, bool primary) {
    const Theme& colours = theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const bool focused = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
    QColor fill = colours.panel;
    QColor edge = colours.line;
    if (primary && enabled) {
        fill = edge = down ? colours.accent.darker(115) : colours.accent;
        if (hovered) fill = fill.lighter(108);
    } else if (down) {
        fill = colours.accentSoft;
        edge = colours.accent;
    } else if (hovered) {
        fill = colours.accentSoft;
    } else if (flat) {
        fill = edge = Qt::transparent;
    }
    if (focused) edge = primary ? colours.ink : colours.accent;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, focused ? 2 : 1));
    painter.setBrush(fill);
    const double inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter.restore();
}

/// Without the line that Fusion draws below it.
void drawMenuTitle(const QStyleOptionMenuItem& item, QPainter& painter, const QStyle& style) {
    const bool chosen = item.state & (QStyle::State_Selected | QStyle::State_Sunken);
    if (chosen) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().accentSoft);
        painter.drawRoundedRect(item.rect, kRadius, kRadius);
        painter.restore();
    }
    const int mnemonic =
        style.styleHint(QStyle::SH_UnderlineShortcut, &item) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    style.drawItemText(&painter, item.rect, Qt::AlignCenter | mnemonic | Qt::TextSingleLine, item.palette,
                       item.state & QStyle::State_Enabled, item.text, QPalette::ButtonText);
}

/// The chosen tab is a card of the accent; the others are plain words.
void drawTab(const QStyleOptionTab& tab, QPainter& painter) {
    const bool chosen = tab.state & QStyle::State_Selected;
    const bool hovered = tab.state & QStyle::State_MouseOver;
    const bool focused = tab.state & QStyle::State_HasFocus;
    if (!chosen && !hovered) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(theme().accent, 2) : QPen(chosen ? theme().accent : Qt::transparent, 1));
    painter.setBrush(chosen ? theme().accentSoft : theme().stage);
    painter.drawRoundedRect(QRectF(tab.rect).adjusted(4.5, 3.5, -0.5, -3.5), kRadius, kRadius);
    painter.restore();
}

/// The handle alone: nobody presses the small arrows.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool lying = bar.orientation == Qt::Horizontal;
    const int length = lying ? bar.rect.width() : bar.rect.height();
    const int breadth = lying ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    const int handle = range == 0
                           ? length
                           : qBound(qMin(length, 24),
                                    static_cast<int>(qint64{length} * bar.pageStep / (range + bar.pageStep)), length);
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto piece = [&](int from, int to) {
        return lying ? QRect(from, 0, to - from, breadth) : QRect(0, from, breadth, to - from);
    };
    QRect rect;
    if (part == QStyle::SC_ScrollBarSlider) rect = piece(start, start + handle);
    if (part == QStyle::SC_ScrollBarGroove) rect = piece(0, length);
    if (part == QStyle::SC_ScrollBarSubPage) rect = piece(0, start);
    if (part == QStyle::SC_ScrollBarAddPage) rect = piece(start + handle, length);
    return rect.isEmpty() ? rect : QStyle::visualRect(bar.direction, bar.rect, rect.translated(bar.rect.topLeft()));
}

void drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter) {
    painter.fillRect(bar.rect, bar.palette.color(QPalette::Window));
    if (bar.maximum == bar.minimum) return;
    const bool held = bar.activeSubControls & QStyle::SC_ScrollBarSlider;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(held ? theme().mutedInk : theme().line);
    painter.drawRoundedRect(QRectF(scrollBarPart(bar, QStyle::SC_ScrollBarSlider)).adjusted(2, 2, -2, -2), 4, 4);
    painter.restore();
}

}  // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    switch (element) {
        case PE_PanelButtonCommand: {
            const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            const bool flat = button && (button->features & QStyleOptionButton::Flat);
            drawCard(*option, *painter, flat, isPrimary(widget));
            return;
        }
        case PE_PanelButtonTool:
            drawCard(*option, *painter, option->state & State_AutoRaise, isPrimary(widget));
            return;
        case PE_FrameDefaultButton:
            return;
        case PE_FrameLineEdit:
            // Fusion draws it darker than the window, which black cannot be.
            if (theme().kind != ThemeKind::HighContrast) break;
            painter->save();
            painter->setBrush(Qt::NoBrush);
            painter->setPen(option->state & State_HasFocus ? QPen(theme().accent, 2) : QPen(theme().line, 1));
            painter->drawRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
            painter->restore();
            return;
        case PE_FrameFocusRect:
            // Cards show the focus with their outline.
            if (widget && (widget->inherits("QPushButton") || widget->inherits("QToolButton"))) return;
            break;
        case PE_IndicatorDockWidgetResizeHandle:
        case PE_PanelToolBar:
        case PE_FrameTabBarBase:
            return;
        default:
            break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, theme().window);
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), theme().line);
        return;
    }
    if (element == CE_MenuBarEmptyArea) return;
    if (element == CE_MenuBarItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            drawMenuTitle(*item, *painter, *this);
            return;
        }
    }
    if (element == CE_TabBarTabShape) {
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            drawTab(*tab, *painter);
            return;
        }
    }
    if (element == CE_PushButtonLabel && isPrimary(widget) && (option->state & State_Enabled)) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText, theme().onAccent);
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const {
    if (control == CC_ToolButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
            // A button that opens a menu says so in its text, with a ▾ that grows with the type.
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            drawScrollBar(*bar, *painter);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) return scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const {
    if (hint == SH_UnderlineShortcut) return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_DockWidgetSeparatorExtent:
            return 6;
        case PM_ScrollBarExtent:
            return 12;
        case PM_ScrollBarSliderMin:
            return 24;
        case PM_TabBarTabShiftVertical:
        case PM_TabBarBaseOverlap:
        case PM_TabBarTabOverlap:
            return 0;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_ToolBarFrameWidth:
        case PM_ToolBarItemMargin:
        case PM_ToolBarItemSpacing:
            return 0;
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
            // Drawings grow with the type.
            return std::max(16, QFontMetrics(QApplication::font()).height());
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                  const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton) size += QSize(8, 4);
    if (type == CT_ToolButton) size += QSize(6, 2);
    if (type == CT_TabBarTab) size += QSize(8, 4);
    return size;
}

void CalmStyle::polish(QWidget* widget) {
    if (qobject_cast<QPushButton*>(widget)) widget->setAttribute(Qt::WA_Hover);
    QProxyStyle::polish(widget);
}

void makePrimary(QWidget* button) {
    button->setProperty("primary", true);
    // A font of its own in weight only: its size goes on following the application's.
    QFont font;
    font.setBold(true);
    button->setFont(font);
}

void prepareApplication() {
    QApplication::setStyle(new CalmStyle);
    // One family for both languages, so that a line of text keeps its height when the language changes.
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setStyleHint(QFont::SansSerif);
    QApplication::setFont(font);
    setTextSize(kUsualTextSize);
    setTheme(ThemeKind::Light);
    QApplication::setWindowIcon(programIcon());
}

}  // namespace attentarium
