#include "ui/window/key_routing.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTabBar>

namespace attentarium {
namespace {

bool needs(const QWidget& widget, int key) {
    const auto isA = [&](const auto* one) { return one != nullptr; };
    const bool chooses =
        isA(qobject_cast<const QComboBox*>(&widget)) || isA(qobject_cast<const QTabBar*>(&widget)) ||
        isA(qobject_cast<const QAbstractItemView*>(&widget)) || isA(qobject_cast<const QAbstractSpinBox*>(&widget)) ||
        (isA(qobject_cast<const QAbstractSlider*>(&widget)) && !isA(qobject_cast<const QScrollBar*>(&widget)));
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const bool oneOfSeveral = button && button->autoExclusive();
    switch (key) {
        case Qt::Key_Space:
            return chooses || isA(button);
        case Qt::Key_Left:
        case Qt::Key_Right:
            return chooses || oneOfSeveral;
        case Qt::Key_Home:
        case Qt::Key_End:
            return chooses;
        default:
            return false;
    }
}

/// A presenter's clicker, help and full screen: no field for words may keep them.
bool isForWindow(int key) {
    return key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_F1 || key == Qt::Key_F11;
}

}  // namespace

KeyRouting::KeyRouting(QObject* parent) : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool KeyRouting::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || !watched->isWidgetType()) return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (isForWindow(key->key())) {
        event->ignore();
        return true;
    }
    if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier) return false;
    if (!needs(*static_cast<QWidget*>(watched), key->key())) return false;
    event->accept();
    return true;
}

}  // namespace attentarium
