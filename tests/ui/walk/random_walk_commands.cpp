// What the walk does beside clicks and single keys.

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>

#include "tests/ui/walk/random_walk.h"
#include "ui/window/model_opening.h"
#include "ui/window/picture_saving.h"

namespace attentarium::test {

QString RandomWalk::someText() {
    static const QStringList words{
        QStringLiteral("the"),     QStringLiteral("cat"),    QStringLiteral("fox"),  QStringLiteral("Rose"),
        QStringLiteral("she"),     QStringLiteral("a"),      QStringLiteral("red"),  QStringLiteral("apple"),
        QStringLiteral("."),       QStringLiteral(","),      QStringLiteral("→"),    QStringLiteral("zeppelin"),
        QStringLiteral("小猫"),    QStringLiteral("在"),     QStringLiteral("花园"), QStringLiteral("里"),
        QStringLiteral("她"),      QStringLiteral("。"),     QStringLiteral("飞机"), QStringLiteral("12"),
        QStringLiteral("<mask>"),  QStringLiteral("[MASK]"), QStringLiteral("\n"),   QStringLiteral("𝔘"),
        QStringLiteral("e\u0301"), QStringLiteral("&amp;"),  QStringLiteral("%1"),   QStringLiteral("saw")};
    static const QStringList whole{QString(),
                                   QStringLiteral("   "),
                                   QStringLiteral("in the garden, Rose meets the cat. she"),
                                   QStringLiteral("在花园里，罗丝遇见了小猫。她"),
                                   QStringLiteral("the little fox saw a red apple"),
                                   QStringLiteral("the little fox saw → she ate a red apple"),
                                   QStringLiteral("the ").repeated(70)};
    if (below(2) == 0) return anyOf(whole);
    QStringList text;
    for (std::size_t i = 0, count = 1 + below(9); i < count; ++i) text.append(anyOf(words));
    return text.join(QLatin1Char(' '));
}

void RandomWalk::typeWords() {
    QWidget* focused = QApplication::focusWidget();
    if (!focused) return;
    const QString text = someText().left(30);
    note(QStringLiteral("type “%1” into %2").arg(text, QString::fromLatin1(focused->metaObject()->className())));
    const QPointer<QWidget> there(focused);
    for (const QChar letter : text) {
        if (!there) return;
        // As an input method does it, which knows every sign.
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(there, &press);
    }
}

void RandomWalk::triggerAction() {
    std::vector<QAction*> actions;
    for (QAction* action : m_window.window->findChildren<QAction*>()) {
        if (action->isEnabled() && !action->isSeparator() && !action->menu()) actions.push_back(action);
    }
    if (actions.empty()) return;
    QAction& action = *anyOf(actions);
    note(QStringLiteral("“%1”").arg(action.text()));
    action.trigger();
}

void RandomWalk::editSentence() {
    Session& session = *m_window.session;
    const QString text = someText();
    const int chips = static_cast<int>(session.chips().size());
    switch (below(4)) {
        case 0:
            note(QStringLiteral("say “%1”").arg(text));
            session.setText(text);
            break;
        case 1: {
            const int first = static_cast<int>(below(static_cast<std::size_t>(chips) + 1));
            const int count = static_cast<int>(below(static_cast<std::size_t>(chips - first) + 1));
            note(QStringLiteral("replace %1 words from %2 by “%3”").arg(count).arg(first).arg(text));
            session.replaceWords(first, count, text);
            break;
        }
        case 2:
            note(QStringLiteral("undo"));
            session.undoStack().undo();
            break;
        default:
            note(QStringLiteral("redo"));
            session.undoStack().redo();
    }
}

void RandomWalk::useSession() {
    Session& session = *m_window.session;
    if (!session.trace()) return;
    const Trace& trace = *session.trace();
    switch (below(4)) {
        case 0: {
            const int step = static_cast<int>(below(static_cast<std::size_t>(session.stepCount())));
            note(QStringLiteral("go to step %1").arg(step));
            session.goToStep(step);
            break;
        }
        case 1: {
            const Var node = trace.nodes()[below(trace.nodes().size())];
            const auto cell = static_cast<std::int64_t>(below(trace.values(node).size()));
            const bool backward = !trace.gradients(node).empty() && below(2) == 0;
            note(QStringLiteral("choose %1[%2]").arg(QString::fromStdString(trace.name(node))).arg(cell));
            session.selectCell(node, backward ? Quantity::Gradient : Quantity::Value, cell);
            break;
        }
        case 2:
            note(QStringLiteral("nudge"));
            session.nudge();
            break;
        default:
            note(QStringLiteral("choose a word"));
            if (!session.chips().empty()) session.chooseChip(static_cast<int>(below(session.chips().size())));
    }
}

void RandomWalk::moveDock() {
    const QList<QDockWidget*> docks = m_window.window->findChildren<QDockWidget*>();
    if (docks.isEmpty() || m_window.window->isWelcoming()) return;
    QDockWidget& dock = *anyOf(docks);
    const std::size_t way = below(6);
    note(QStringLiteral("move the panel %1, way %2").arg(dock.objectName()).arg(way));
    switch (way) {
        case 0:
            return dock.setFloating(!dock.isFloating());
        case 1:
            return dock.setVisible(dock.isHidden());
        case 2:
            return m_window.window->tabifyDockWidget(&dock, anyOf(docks));
        default: {
            static const QList<Qt::DockWidgetArea> areas{Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                                         Qt::TopDockWidgetArea, Qt::BottomDockWidgetArea};
            const Qt::DockWidgetArea area = anyOf(areas);
            if (dock.isAreaAllowed(area)) m_window.window->addDockWidget(area, &dock);
        }
    }
}

void RandomWalk::resize() {
    const QSize size(static_cast<int>(960 + below(1000)), static_cast<int>(600 + below(600)));
    note(QStringLiteral("size %1×%2").arg(size.width()).arg(size.height()));
    m_window.window->setWindowState(Qt::WindowNoState);
    m_window.window->resize(size);
}

void RandomWalk::openModel() {
    const QString folder = anyOf(m_models);
    note(QStringLiteral("open %1").arg(folder.section(QLatin1Char('/'), -1)));
    m_window.window->models().open(folder);
}

void RandomWalk::drop() {
    QMimeData data;
    data.setText(someText());
    note(QStringLiteral("drop “%1”").arg(data.text()));
    m_window.drop(data);
}

void RandomWalk::savePicture() {
    if (!m_window.session->trace() || m_window.window->isWelcoming()) return;
    const auto format = static_cast<PictureFormat>(below(3));
    note(QStringLiteral("save the picture as %1").arg(endingOf(format)));
    m_window.window->pictures().save(m_window.folder.filePath(QStringLiteral("figure")), format);
}

}  // namespace attentarium::test
