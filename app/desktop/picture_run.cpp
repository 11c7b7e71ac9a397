#include "app/desktop/picture_run.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QTemporaryDir>

#include "ui/session/resources.h"
#include "ui/session/text_study.h"
#include "ui/views/stage/stage_view.h"
#include "ui/window/interface_language.h"
#include "ui/window/main_window.h"
#include "ui/window/picture_export.h"
#include "ui/window/preferences.h"
#include "ui/window/step_name.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium {
namespace {

/// Until the sentence has run. Throws `Error` for whatever prevents it.
void waitForTrace(Session& session) {
    std::optional<Error> problem;
    QEventLoop loop;
    QObject::connect(&session, &Session::failed, &loop, [&](const Error& error) {
        problem = error;
        loop.quit();
    });
    QObject::connect(&session, &Session::textChanged, &loop, [&] {
        problem = session.problem();
        if (problem) loop.quit();
    });
    QObject::connect(&session, &Session::traceChanged, &loop, [&] {
        if (session.trace()) loop.quit();
    });
    loop.exec();
    if (problem) throw *problem;
}

void goToStep(Session& session, const QString& name) {
    if (goToStepNamed(session, name)) return;
    throw ArgumentProblem(QStringLiteral("There is no step “%1”. Steps are the numbers from 1 to %2, or names such as "
                                         "blocks.0.attention.weights, loss, backward:logits; see --help.")
                              .arg(name)
                              .arg(session.stepCount()));
}

void showPage(Workspace& workspace, const QString& name) {
    if (workspace.pages().contains(name)) return workspace.showPage(name);
    throw ArgumentProblem(QStringLiteral("--page is %1; this workspace has the pages: %2.")
                              .arg(name, workspace.pages().join(QStringLiteral(", "))));
}

}  // namespace

void drawPicture(const CommandLine& asked) {
    // Pictures neither use nor change what the user has chosen in the window.
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("attentarium.ini")));
    Session session;
    MainWindow window(session, preferences);
    window.setAttribute(Qt::WA_DontShowOnScreen);
    window.resize(asked.size);
    window.begin(asked.folder.value_or(bundledCheckpoint(interfaceLanguage())), asked.text);
    window.showWorkspace(asked.workspace);
    if (asked.page) showPage(window.workspaces().current(), *asked.page);
    window.show();
    waitForTrace(session);
    goToStep(session, asked.step);
    window.stage().setLevel(asked.level);
    window.stage().setShown(asked.shown);
    const bool isStage = asked.action == CommandLine::Action::DrawStage;
    // What follows a step waits in the queue: layouts, charts.
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::processEvents();
    // What the heads do is found out in the background.
    while (session.isBusy() || session.textStudy().isBusy() || window.workspaces().current().isBusy()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QCoreApplication::processEvents();
    const Paint paint = [&](QPainter& painter, const QRectF& target) {
        if (isStage) {
            window.workspaces().current().paint(painter, target);
        } else {
            window.render(&painter);
        }
    };
    writePicture(asked.output, drawnPicture(paint, asked.size, *formatOf(asked.output), 1));
}

}  // namespace attentarium
