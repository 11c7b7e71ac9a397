#include "tests/ui/walk/random_walk.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QFileDialog>
#include <QGraphicsObject>
#include <QGraphicsView>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>
#include <QTimer>
#include <QWheelEvent>
#include <algorithm>
#include <tuple>

#include "tests/support/families.h"
#include "ui/session/resources.h"
#include "ui/session/training.h"
#include "ui/window/message_bar.h"

namespace attentarium::test {
namespace {

QString named(const QObject& object) {
    return QString::fromLatin1(object.metaObject()->className()).section(QLatin1Char(':'), -1) +
           (object.objectName().isEmpty() ? QString() : QLatin1Char('#') + object.objectName());
}

QString written(QPoint at) {
    return QStringLiteral("(%1,%2)").arg(at.x()).arg(at.y());
}

void moveTo(QWidget& widget, QPoint at, Qt::MouseButtons buttons, Qt::KeyboardModifiers modifiers = {}) {
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons, modifiers);
    QApplication::sendEvent(&widget, &event);
}

}  // namespace

RandomWalk::RandomWalk(OpenWindow& window, std::uint64_t seed) : m_window(window), m_random(seed) {
    m_ways = {{26, [this] { clickAnywhere(); }}, {14, [this] { clickItem(); }},   {6, [this] { drag(); }},
              {4, [this] { turnWheel(); }},      {18, [this] { pressKey(); }},    {5, [this] { typeWords(); }},
              {14, [this] { triggerAction(); }}, {6, [this] { editSentence(); }}, {6, [this] { useSession(); }},
              {2, [this] { moveDock(); }},       {1, [this] { resize(); }},       {2, [this] { openModel(); }},
              {1, [this] { drop(); }},           {1, [this] { savePicture(); }}};
    m_models = {bundledCheckpoint(Language::English), bundledCheckpoint(Language::Chinese),
                window.model(Language::English), window.folder.filePath(QStringLiteral("missing"))};
    int number = 0;
    for (const FamilySample& sample : familySamples()) {
        m_models += window.folder.filePath(QStringLiteral("family-%1").arg(number++));
        saveCheckpoint(m_models.last().toStdString(), sampleCheckpoint(sample));
    }
    // Panels that glide would be elsewhere in every run.
    window.window->setAnimated(false);
    // What is typed into a list would otherwise be one word or two, as the machine is slow or fast.
    QApplication::setKeyboardInputInterval(0);
    QApplication::setQuitOnLastWindowClosed(false);
    QTest::qWait(200);
    rest();
}

void RandomWalk::act() {
    m_done.clear();
    ++m_actions;
    // Now and then things come faster than the window can follow.
    const std::size_t inARow = below(6) == 0 ? 2 + below(4) : 1;
    for (std::size_t i = 0; i < inARow; ++i) actOnce();
    playOn();
    rest();
    if (!m_window.window->isVisible()) reopen();
    // Messages go by themselves after seconds; here after a number of actions, which is the same in every run.
    if (m_actions % 10 == 0) m_window.window->messages().dismiss();
}

void RandomWalk::actOnce() {
    // A menu that waits for a choice gets one. The timer can come due only in the menu's own loop.
    QTimer waiting;
    QObject::connect(&waiting, &QTimer::timeout, &waiting, [this] {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            actOnPopup(*popup);
        } else if (QWidget* dialog = QApplication::activeModalWidget()) {
            dialog->close();
        }
    });
    waiting.start(0);
    if (QWidget* popup = QApplication::activePopupWidget()) return actOnPopup(*popup);
    if (QWidget* dialog = QApplication::activeModalWidget()) return actOnDialog(*dialog);
    std::size_t all = 0;
    for (const Way& way : m_ways) all += way.weight;
    std::size_t chosen = below(all);
    for (const Way& way : m_ways) {
        if (chosen < way.weight) return way.go();
        chosen -= way.weight;
    }
}

void RandomWalk::rest() {
    QElapsedTimer clock;
    clock.start();
    Session& session = *m_window.session;
    // A run would go on for a minute, and all that shows it with it.
    session.training().pause();
    int quiet = 0;
    while (quiet < 5 && clock.elapsed() < 60'000) {
        // As long as one thing leads to another; but what repeats by itself, as a cursor that blinks, is not waited
        // for.
        for (int i = 0; i < 40 && QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents); ++i) {
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        quiet = session.isBusy() || session.isGenerating() ? 0 : quiet + 1;
        if (quiet == 0) QTest::qSleep(1);
    }
    m_cameToRest = quiet > 0;
}

void RandomWalk::playOn() {
    Playback& playback = m_window.session->playback();
    if (!playback.isPlaying()) return;
    // The clock would bring as many steps as the machine has time for.
    const std::size_t steps = below(4);
    for (std::size_t i = 0; i < steps; ++i) Q_EMIT playback.due();
    playback.pause();
    note(QStringLiteral("%1 steps of playing").arg(steps));
}

void RandomWalk::reopen() {
    note(QStringLiteral("the window was closed, and opens again"));
    m_window.restart();
    m_window.window->setAnimated(false);
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.window->begin(std::nullopt, std::nullopt);
    rest();
}

std::vector<QWidget*> RandomWalk::targets() const {
    std::vector<QWidget*> found;
    std::vector<QWidget*> windows{m_window.window.get()};
    for (QWidget* child : m_window.window->findChildren<QWidget*>()) {
        if (child->isWindow() && child->isVisible()) windows.push_back(child);
    }
    for (const QWidget* window : windows) {
        for (QWidget* child : window->findChildren<QWidget*>()) {
            // Qt keeps tab bars for later, and which ones is up to the addresses they have.
            const auto* tabs = qobject_cast<const QTabBar*>(child);
            if (tabs && tabs->count() == 0) continue;
            if (child->isVisible() && child->isEnabled() && child->window() == window &&
                !child->visibleRegion().isEmpty()) {
                found.push_back(child);
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const QWidget* one) {
        const QPoint at = one->mapTo(one->window(), QPoint());
        return std::tuple(one->window()->isModal(), at.y(), at.x(), one->width(), one->height());
    });
    return found;
}

/// A point of a widget that can be seen, and the widget that is there.
QWidget* RandomWalk::place(QPoint& at) {
    const std::vector<QWidget*> all = targets();
    if (all.empty()) return nullptr;
    QWidget* chosen = anyOf(all);
    const QRect seen = chosen->visibleRegion().boundingRect();
    const QPoint point = seen.topLeft() + QPoint(static_cast<int>(below(static_cast<std::size_t>(seen.width()))),
                                                 static_cast<int>(below(static_cast<std::size_t>(seen.height()))));
    const QPoint inWindow = chosen->mapTo(chosen->window(), point);
    if (QWidget* there = chosen->window()->childAt(inWindow)) {
        at = there->mapFrom(there->window(), inWindow);
        return there->isEnabled() ? there : nullptr;
    }
    at = point;
    return chosen;
}

void RandomWalk::click(QWidget& widget, QPoint at) {
    const QPointer<QWidget> there(&widget);
    const Qt::KeyboardModifiers modifiers = below(8) == 0 ? someModifiers() : Qt::NoModifier;
    const std::size_t kind = below(12);
    note(QStringLiteral("click %1 at %2, kind %3").arg(named(widget), written(at)).arg(kind));
    moveTo(widget, at, Qt::NoButton, modifiers);
    const Qt::MouseButton button = kind == 0 ? Qt::RightButton : Qt::LeftButton;
    if (there) QTest::mouseClick(there, button, modifiers, at);
    if (there && kind == 1) QTest::mouseDClick(there, button, modifiers, at);
    if (there && kind == 0) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, there->mapToGlobal(at), modifiers);
        QApplication::sendEvent(there, &event);
    }
}

void RandomWalk::clickAnywhere() {
    QPoint at;
    if (QWidget* widget = place(at)) click(*widget, at);
}

void RandomWalk::clickItem() {
    std::vector<QGraphicsView*> views;
    for (QGraphicsView* view : m_window.window->findChildren<QGraphicsView*>()) {
        if (view->scene() && !view->viewport()->visibleRegion().isEmpty()) views.push_back(view);
    }
    if (views.empty()) return;
    QGraphicsView& view = *anyOf(views);
    std::vector<QGraphicsItem*> items;
    for (QGraphicsItem* item : view.scene()->items(Qt::AscendingOrder)) {
        if (item->isVisible() && !item->boundingRect().isEmpty()) items.push_back(item);
    }
    if (items.empty()) return;
    const QGraphicsItem& item = *anyOf(items);
    const QRectF rect = item.sceneBoundingRect();
    const QPointF point(rect.x() + m_random.uniform() * rect.width(), rect.y() + m_random.uniform() * rect.height());
    view.ensureVisible(QRectF(point, QSizeF(1, 1)), 8, 8);
    const QPoint at = view.mapFromScene(point);
    if (view.viewport()->rect().contains(at)) click(*view.viewport(), at);
}

void RandomWalk::drag() {
    QPoint from;
    const QPointer<QWidget> widget = place(from);
    if (!widget) return;
    note(QStringLiteral("drag %1 from %2").arg(named(*widget), written(from)));
    const Qt::KeyboardModifiers modifiers = below(4) == 0 ? someModifiers() : Qt::NoModifier;
    QTest::mousePress(widget, Qt::LeftButton, modifiers, from);
    QPoint at = from;
    for (std::size_t i = 0, moves = 1 + below(4); widget && i < moves; ++i) {
        at = QPoint(static_cast<int>(below(static_cast<std::size_t>(widget->width() + 60))) - 30,
                    static_cast<int>(below(static_cast<std::size_t>(widget->height() + 60))) - 30);
        moveTo(*widget, at, Qt::LeftButton, modifiers);
    }
    if (!widget) return;
    QMouseEvent event(QEvent::MouseButtonRelease, at, widget->mapToGlobal(at), Qt::LeftButton, Qt::NoButton, modifiers);
    QApplication::sendEvent(widget, &event);
}

void RandomWalk::turnWheel() {
    QPoint at;
    QWidget* widget = place(at);
    if (!widget) return;
    const int by = (static_cast<int>(below(9)) - 4) * 120;
    const Qt::KeyboardModifiers modifiers = someModifiers();
    note(QStringLiteral("wheel %1 by %2").arg(named(*widget)).arg(by));
    QWheelEvent event(at, widget->mapToGlobal(at), {}, below(4) == 0 ? QPoint(by, 0) : QPoint(0, by), Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

Qt::KeyboardModifiers RandomWalk::someModifiers() {
    static const QList<Qt::KeyboardModifiers> all{Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier,
                                                  Qt::ControlModifier | Qt::ShiftModifier,
                                                  Qt::ControlModifier | Qt::AltModifier};
    return below(2) == 0 ? Qt::KeyboardModifiers(Qt::NoModifier) : anyOf(all);
}

void RandomWalk::pressKey() {
    static const QList<Qt::Key> keys{
        Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,     Qt::Key_Down,     Qt::Key_Left,      Qt::Key_Right,
        Qt::Key_Up,     Qt::Key_Down,   Qt::Key_Tab,    Qt::Key_Tab,      Qt::Key_Tab,       Qt::Key_Backtab,
        Qt::Key_Return, Qt::Key_Return, Qt::Key_Space,  Qt::Key_Escape,   Qt::Key_Backspace, Qt::Key_Delete,
        Qt::Key_Home,   Qt::Key_End,    Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_F1,        Qt::Key_F6,
        Qt::Key_Menu,   Qt::Key_Plus,   Qt::Key_Minus,  Qt::Key_0,        Qt::Key_1,         Qt::Key_2,
        Qt::Key_3,      Qt::Key_4,      Qt::Key_5,      Qt::Key_A,        Qt::Key_C,         Qt::Key_V,
        Qt::Key_X,      Qt::Key_Y,      Qt::Key_Z,      Qt::Key_Slash,    Qt::Key_Period,    Qt::Key_Comma};
    QWidget* focused = QApplication::focusWidget();
    QWidget& receiver = focused ? *focused : *m_window.window;
    const Qt::Key key = anyOf(keys);
    const Qt::KeyboardModifiers modifiers = below(4) == 0 ? someModifiers() : Qt::NoModifier;
    note(QStringLiteral("key %1 on %2").arg(QKeySequence(key | modifiers).toString(), named(receiver)));
    QTest::keyClick(&receiver, key, modifiers);
}

void RandomWalk::actOnPopup(QWidget& popup) {
    auto* menu = qobject_cast<QMenu*>(&popup);
    const QPointer<QWidget> there(&popup);
    if (below(2) == 0 || popup.width() < 2 || popup.height() < 2) {
        note(QStringLiteral("leave %1").arg(named(popup)));
        QTest::keyClick(there, Qt::Key_Escape);
        if (there && there == QApplication::activePopupWidget()) there->close();
        return;
    }
    if (menu && !menu->actions().isEmpty()) {
        QAction* action = anyOf(menu->actions());
        note(QStringLiteral("choose “%1” of a menu").arg(action->text()));
        if (!action->isEnabled() || action->isSeparator()) return;
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        return;
    }
    const QPoint at(static_cast<int>(below(static_cast<std::size_t>(popup.width()))),
                    static_cast<int>(below(static_cast<std::size_t>(popup.height()))));
    QWidget* child = popup.childAt(at);
    QWidget& target = child ? *child : popup;
    note(QStringLiteral("click %1 in a popup").arg(named(target)));
    QTest::mouseClick(&target, Qt::LeftButton, {}, target.mapFrom(&popup, at));
}

void RandomWalk::actOnDialog(QWidget& dialog) {
    // Files are touched in the test's own folder alone.
    if (auto* files = qobject_cast<QFileDialog*>(&dialog)) {
        const bool saves = files->acceptMode() == QFileDialog::AcceptSave;
        const QString file = saves ? m_window.folder.filePath(QStringLiteral("asked")) : anyOf(m_models);
        const bool takes = below(2) == 0;
        note(takes ? QStringLiteral("take a file") : QStringLiteral("take no file"));
        if (takes) Q_EMIT files->fileSelected(file);
        return files->reject();
    }
    const QList<QWidget*> children = dialog.findChildren<QWidget*>();
    if (below(3) == 0 || children.isEmpty()) {
        note(QStringLiteral("leave %1").arg(named(dialog)));
        dialog.close();
        return;
    }
    QWidget& child = *anyOf(children);
    if (child.isVisible() && child.isEnabled()) click(child, child.rect().center());
}

}  // namespace attentarium::test
