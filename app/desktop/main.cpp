#include <QApplication>
#include <QLoggingCategory>
#include <cstdio>
#include <cstdlib>

#include "app/desktop/command_line.h"
#include "app/desktop/picture_run.h"
#include "engine/core/error.h"
#include "ui/session/training.h"
#include "ui/window/calm_style.h"
#include "ui/window/interface_language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

namespace attentarium {
namespace {

enum ExitCode { kDone = 0, kFailed = 1, kWrongArguments = 2 };

int openWindow(const CommandLine& asked) {
    Preferences preferences(Preferences::usualFile());
    setInterfaceLanguage(asked.language.value_or(preferences.language().value_or(languageOfSystem())));
    setTheme(asked.theme.value_or(preferences.theme()));
    Session session;
    MainWindow window(session, preferences);
    window.chooseTextSize(preferences.textSize());
    session.training().setRunsFolder(Preferences::runsFolder());
    window.begin(asked.folder, asked.text);
    window.show();
    return QApplication::exec();
}

int run(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i) arguments.append(QString::fromLocal8Bit(argv[i]));
    const CommandLine asked = parseCommandLine(arguments);
    if (asked.action == CommandLine::Action::PrintHelp) {
        std::fputs(helpText().toUtf8().constData(), stdout);
        return kDone;
    }
    if (asked.action == CommandLine::Action::PrintVersion) {
        std::puts("attentarium " ATTENTARIUM_VERSION);
        return kDone;
    }
    const bool draws = asked.action != CommandLine::Action::OpenWindow;
    // A picture looks the same with and without a display.
    if (draws) {
        setenv("QT_QPA_PLATFORM", "offscreen", 0);
        // What Qt has to tell developers would stand beside the program's one message.
        QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Attentarium"));
    QApplication::setApplicationVersion(QStringLiteral(ATTENTARIUM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("attentarium"));
    prepareApplication();
    if (!draws) return openWindow(asked);
    setInterfaceLanguage(asked.language.value_or(languageOfSystem()));
    setTheme(asked.theme.value_or(ThemeKind::Light));
    drawPicture(asked);
    return kDone;
}

}  // namespace
}  // namespace attentarium

int main(int argc, char** argv) {
    using namespace attentarium;
    try {
        return run(argc, argv);
    } catch (const ArgumentProblem& problem) {
        std::fprintf(stderr, "attentarium: %s\n", problem.what());
        return kWrongArguments;
    } catch (const Error& error) {
        std::fprintf(stderr, "attentarium: %s\n", error.what());
        return kFailed;
    }
}
