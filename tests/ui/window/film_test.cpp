#include <QFile>

#include "tests/engine/runs/small_runs.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/training.h"
#include "ui/views/training_charts/film_recorder.h"
#include "ui/views/training_charts/time_machine.h"
#include "ui/workspaces/training_page.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {

TEST_CASE("A film of any workspace is saved, with another run to compare and of a run whose model is not on screen") {
    OpenWindow open;
    Training& training = open.session->training();
    const auto finish = [&] {
        training.run();
        return waitUntil([&] { return training.current()->state == RunState::Finished; });
    };
    training.setSetup(smallRun(12));
    REQUIRE(finish());
    // Letters, in another vocabulary.
    RunSetup letters = smallRun(12);
    letters.corpus.tokenizer = TokenizerKind::Character;
    training.setSetup(letters);
    training.reset();
    REQUIRE(finish());
    training.setCompared({1});
    open.session->setText(QStringLiteral("Anna"));
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    int number = 0;
    for (const WorkspaceKind filmed : {WorkspaceKind::Stage, WorkspaceKind::Attention}) {
        for (const bool watched : {true, false}) {
            open.window->showWorkspace(filmed);
            open.window->showWorkspace(WorkspaceKind::Training);
            training.setWatched(watched);
            const QString file = open.folder.filePath(QStringLiteral("film-%1.webp").arg(number++));
            TimeMachine& machine = open.window->workspaces().training().timeMachine();
            machine.saveFilm(FilmKind::WebP, file);
            CHECK(waitUntil([&] { return QFile::exists(file); }));
            CHECK(waitUntil([&] { return !machine.recorder().isRecording(); }));
            CAPTURE(number, watched);
            CHECK(QFile(file).size() > 2000);
        }
    }
}

}  // namespace attentarium::test
