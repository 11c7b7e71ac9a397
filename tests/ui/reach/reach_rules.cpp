#include "tests/ui/reach/reach_rules.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QGraphicsObject>
#include <QGraphicsView>
#include <QHash>
#include <QImage>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "tests/ui/reach/painted_texts.h"
#include "ui/views/stage/matrix_item.h"

namespace attentarium::test {
namespace {

QString described(const QObject& object) {
    const QString name = object.objectName();
    QString text = QString::fromLatin1(object.metaObject()->className()).section(QLatin1Char(':'), -1);
    if (!name.isEmpty()) text += QLatin1Char('#') + name;
    if (const QVariant words = object.property("text"); words.isValid())
        text += QStringLiteral(" “%1”").arg(words.toString().left(30));
    if (const QObject* parent = object.parent()) {
        text += QStringLiteral(" in %1").arg(QString::fromLatin1(parent->metaObject()->className()));
    }
    return text;
}

std::vector<QWidget*> seen(const QWidget& window) {
    std::vector<QWidget*> found;
    for (QWidget* child : window.findChildren<QWidget*>()) {
        if (child->window() == &window && child->isVisible() && !child->visibleRegion().isEmpty()) {
            found.push_back(child);
        }
    }
    return found;
}

/// What covers a widget altogether may be a part of it, as of one that scrolls.
bool isSeen(const QWidget& widget) {
    if (!widget.visibleRegion().isEmpty()) return true;
    return std::ranges::any_of(widget.findChildren<QWidget*>(),
                               [](const QWidget* part) { return !part->visibleRegion().isEmpty(); });
}

/// Whether there is more of the widget's content than can be seen, which scrolling shows.
bool scrolls(const QWidget& widget, Qt::Orientation direction) {
    for (const QWidget* one = &widget; one; one = one->parentWidget()) {
        const auto* area = qobject_cast<const QAbstractScrollArea*>(one);
        if (!area) continue;
        const QScrollBar* bar = direction == Qt::Horizontal ? area->horizontalScrollBar() : area->verticalScrollBar();
        if (bar->maximum() > bar->minimum()) return true;
    }
    return false;
}

/// Whether every item of a list says its whole text when the mouse rests on it.
bool tellsItems(const QWidget& viewport) {
    const auto* view = qobject_cast<const QAbstractItemView*>(viewport.parentWidget());
    if (!view || !view->model()) return false;
    const QModelIndex first = view->model()->index(0, 0, view->rootIndex());
    return !view->model()->data(first, Qt::ToolTipRole).toString().isEmpty();
}

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// The colour of most pixels of `rect`.
QColor background(const QImage& image, const QRect& rect) {
    QHash<QRgb, int> counts;
    QRgb most = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (++counts[pixel] > counts.value(most)) most = pixel;
        }
    }
    return QColor(most);
}

QColor over(const QColor& front, const QColor& back) {
    const auto mixed = [&](float f, float b) { return f * front.alphaF() + b * (1 - front.alphaF()); };
    return QColor::fromRgbF(mixed(front.redF(), back.redF()), mixed(front.greenF(), back.greenF()),
                            mixed(front.blueF(), back.blueF()));
}

}  // namespace

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QStringList cutTexts(QWidget& window) {
    QStringList found;
    for (QWidget* widget : seen(window)) {
        const bool wide = scrolls(*widget, Qt::Horizontal), high = scrolls(*widget, Qt::Vertical);
        for (const PaintedText& text : textsPainted(*widget)) {
            // What is scrolled away altogether is not cut off.
            if (!text.clip.intersects(text.ink)) continue;
            // Slanted letters lean over the edge a little.
            const QRectF room = text.clip.adjusted(-3.5, -1.5, 1.5, 1.5);
            const bool fitsWidth = wide || (text.ink.left() >= room.left() && text.ink.right() <= room.right());
            const bool fitsHeight = high || (text.ink.top() >= room.top() && text.ink.bottom() <= room.bottom());
            if (!fitsWidth || !fitsHeight) {
                found.append(QStringLiteral("“%1” is cut off in %2").arg(text.text, described(*widget)));
            }
            const bool shortened = text.text.endsWith(QChar(0x2026)) && text.text.size() > 1 &&
                                   !widget->property("text").toString().contains(text.text) &&
                                   !widget->inherits("attentarium::ElidedLabel") && !widget->inherits("QMenu");
            const auto* tabs = qobject_cast<const QTabBar*>(widget);
            const bool told =
                !widget->toolTip().isEmpty() || (tabs && !tabs->tabToolTip(0).isEmpty()) || tellsItems(*widget);
            if (shortened && !told) {
                found.append(QStringLiteral("“%1” is shortened in %2").arg(text.text, described(*widget)));
            }
        }
    }
    found.removeDuplicates();
    return found;
}

QStringList faintTexts(QWidget& window) {
    QStringList found;
    const QPixmap grabbed = window.grab();
    const double scale = grabbed.devicePixelRatio();
    const QImage image = grabbed.toImage().convertToFormat(QImage::Format_RGB32);
    for (QWidget* widget : seen(window)) {
        if (!widget->isEnabled()) continue;
        const QPoint origin = widget->mapTo(&window, QPoint());
        for (const PaintedText& text : textsPainted(*widget)) {
            const QRectF inWindow = (text.ink & text.clip & QRectF(widget->visibleRegion().boundingRect()))
                                        .adjusted(-1, -1, 1, 1)
                                        .translated(origin);
            const QRect pixels = QRectF(inWindow.topLeft() * scale, inWindow.size() * scale).toRect() & image.rect();
            if (pixels.width() < 4 || pixels.height() < 4) continue;
            const QColor behind = background(image, pixels);
            const QColor front = over(text.colour, behind);
            const double pixelSize = QFontInfo(text.font).pixelSize();
            const bool large = pixelSize >= 24 || (text.font.bold() && pixelSize >= 18.6);
            const double ratio = contrast(front, behind);
            if (ratio >= (large ? 3.0 : 4.5)) continue;
            found.append(QStringLiteral("%1 : 1 for “%2” (%3 on %4) in %5")
                             .arg(ratio, 0, 'f', 1)
                             .arg(text.text, front.name(), behind.name(), described(*widget)));
        }
    }
    found.removeDuplicates();
    return found;
}

QStringList namelessThings(QWidget& window) {
    QStringList found;
    const auto nameOf = [](QAccessibleInterface* interface) {
        return interface ? interface->text(QAccessible::Name).trimmed() : QString();
    };
    for (QWidget* widget : seen(window)) {
        // What is inside another widget speaks through that.
        if (widget->focusProxy() || !widget->isEnabled()) continue;
        const bool interactive = widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton*>(widget);
        // Qt keeps tab bars for later.
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget); tabs && tabs->count() == 0) continue;
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<QScrollBar*>(widget);
        if (interactive && !inner && nameOf(QAccessible::queryAccessibleInterface(widget)).isEmpty()) {
            found.append(QStringLiteral("%1 has no name").arg(described(*widget)));
        }
        const auto* view = qobject_cast<const QGraphicsView*>(widget);
        if (!view || !view->scene()) continue;
        for (QGraphicsItem* item : view->scene()->items()) {
            QGraphicsObject* object = item->toGraphicsObject();
            if (!object || !item->isVisible() || !item->flags().testFlag(QGraphicsItem::ItemIsFocusable)) continue;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(object);
            if (nameOf(interface).isEmpty()) found.append(QStringLiteral("%1 has no name").arg(described(*object)));
            if (qobject_cast<MatrixItem*>(object) && (!interface || !interface->tableInterface())) {
                found.append(QStringLiteral("%1 is no table").arg(described(*object)));
            }
        }
    }
    found.removeDuplicates();
    return found;
}

std::vector<QWidget*> tabCycle(const std::function<void(QWidget&)>& arrived) {
    std::vector<QWidget*> found;
    QWidget* first = QApplication::focusWidget();
    for (int i = 0; i < 600; ++i) {
        QWidget* now = QApplication::focusWidget();
        // Some widgets have parts that Tab walks through.
        const bool stays = !found.empty() && found.back() == now;
        if (!now || (!stays && std::ranges::find(found, now) != found.end())) break;
        if (!stays) {
            found.push_back(now);
            arrived(*now);
        }
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        QApplication::sendEvent(now, &tab);
    }
    if (first) first->setFocus();
    return found;
}

QStringList hiddenStops(QWidget& window) {
    QStringList found;
    tabCycle([&](QWidget& widget) {
        if (widget.window() != &window || isSeen(widget)) return;
        found.append(QStringLiteral("Tab goes to %1, which cannot be seen").arg(described(widget)));
    });
    return found;
}

QStringList unreachableThings(QWidget& window) {
    QStringList found;
    const std::vector<QWidget*> cycle = tabCycle();
    const QSet<const QWidget*> reached(cycle.begin(), cycle.end());
    for (const QWidget* widget : seen(window)) {
        if (!widget->isEnabled() || reached.contains(widget)) continue;
        // What hands the focus on is reached where that goes, if it goes anywhere.
        if (widget->focusProxy()) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        // Of choices that exclude each other one takes the focus, and the arrows move it.
        const bool grouped = button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !grouped;
        if (takesTab) found.append(QStringLiteral("Tab does not reach %1").arg(described(*widget)));
        if (!button || grouped || widget->focusPolicy() != Qt::NoFocus) continue;
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        const bool hasKeys = !button->shortcut().isEmpty() ||
                             (tool && tool->defaultAction() && !tool->defaultAction()->shortcuts().isEmpty());
        if (!hasKeys) found.append(QStringLiteral("no key for %1 “%2”").arg(described(*widget), button->text()));
    }
    found.removeDuplicates();
    return found;
}

}  // namespace attentarium::test
