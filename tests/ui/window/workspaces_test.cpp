#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QSvgRenderer>

#include "engine/io/checkpoint.h"
#include "tests/engine/runs/small_runs.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/visible_texts.h"
#include "ui/session/training.h"
#include "ui/views/attention/attention_choices.h"
#include "ui/views/attention/attention_view.h"
#include "ui/window/picture_saving.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

TEST_CASE("Workspaces are switched with a tab or a key, and the last one comes back at the next start") {
    OpenWindow open;
    CHECK(open.window->stage().isVisible());
    open.press(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(open.window->workspaces().kind() == WorkspaceKind::Attention);
    CHECK(open.window->workspaces().attention().isVisible());
    CHECK_FALSE(open.window->stage().isVisible());
    CHECK(open.window->actions()[Command::ShowAttention]->isChecked());
    open.restart();
    open.window->begin(std::nullopt, std::nullopt);
    REQUIRE(waitUntil([&] { return open.session->trace() != nullptr; }));
    CHECK(open.window->workspaces().kind() == WorkspaceKind::Attention);
    open.window->actions()[Command::ShowStage]->trigger();
    CHECK(open.window->stage().isVisible());
}

TEST_CASE("A head that is chosen in one workspace is the head of the other") {
    OpenWindow open;
    open.window->showWorkspace(WorkspaceKind::Attention);
    open.window->workspaces().attention().choices().chooseHead({1, 2});
    CHECK(open.session->selection().head == 2);
    open.window->showWorkspace(WorkspaceKind::Stage);
    // The step has gone with it, so the stage has that block open.
    CHECK(open.session->trace()->name(open.session->currentStep()->node) == "blocks.1.attention.weights");
    open.session->selectHead(3);
    open.session->goToStep(Phase::Forward, QStringLiteral("blocks.0.attention.weights"));
    open.window->showWorkspace(WorkspaceKind::Attention);
    CHECK(open.window->workspaces().attention().choices().place() == HeadPlace{0, 3});
}

TEST_CASE("Picture and numbers are those of the workspace that is shown") {
    OpenWindow open;
    CHECK_FALSE(open.window->actions()[Command::SaveCsv]->isEnabled());
    open.window->showWorkspace(WorkspaceKind::Attention);
    settle();
    CHECK(open.window->actions()[Command::SaveCsv]->isEnabled());
    open.window->pictures().save(open.folder.filePath(QStringLiteral("attention")), PictureFormat::Svg);
    QSvgRenderer svg(open.folder.filePath(QStringLiteral("attention.svg")));
    CHECK(svg.isValid());
    CHECK(svg.viewBox().width() == qRound(open.window->workspaces().attention().pictureSize().width()));
    open.window->pictures().saveNumbers(open.folder.filePath(QStringLiteral("attention")));
    QFile file(open.folder.filePath(QStringLiteral("attention.csv")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text == open.window->workspaces().attention().csv());
    CHECK(text.count(QLatin1Char('\n')) == open.session->tracedWords().size() + 1);
    CHECK(open.window->messages().message().contains(QStringLiteral("attention.csv")));
}

TEST_CASE("No text of the attention workspace is cut off, in either language and any form") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        open.window->showWorkspace(WorkspaceKind::Attention);
        open.session->goToStep(Phase::Backward, QStringLiteral("blocks.1.attention.weights"));
        AttentionView& view = open.window->workspaces().attention();
        for (const auto form :
             {AttentionView::Form::Heatmap, AttentionView::Form::Lines, AttentionView::Form::Scores}) {
            view.showForm(form);
            view.choices().setOrder(form == AttentionView::Form::Lines ? HeadOrder::Pronoun : HeadOrder::Entropy);
            REQUIRE(waitUntil([&] { return open.session->headStudy() != nullptr; }));
            settle();
            CHECK(clippedTexts(*open.window).join(QLatin1Char('\n')).toStdString() == "");
        }
    }
}

TEST_CASE("Training is a workspace, and its keys hold in the others too") {
    OpenWindow open;
    open.press(Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(open.window->workspaces().kind() == WorkspaceKind::Training);
    CHECK(open.preferences->workspace() == QStringLiteral("training"));
    CHECK(workspaceNamed(QStringLiteral("training")) == WorkspaceKind::Training);
    CHECK_FALSE(open.window->actions()[Command::ZoomIn]->isEnabled());
    CHECK_FALSE(open.window->actions()[Command::SaveCsv]->isEnabled());
    open.session->training().setSetup(smallRun(6));
    open.window->showWorkspace(WorkspaceKind::Stage);
    open.press(Qt::Key_F9, Qt::ShiftModifier);
    const auto& training = open.session->training();
    REQUIRE(waitUntil([&] { return training.current() && training.current()->history.stepsDone() == 1; }));
    open.press(Qt::Key_F9);
    REQUIRE(waitUntil([&] { return training.current()->state == RunState::Finished; }));
    open.window->showWorkspace(WorkspaceKind::Training);
    CHECK(open.window->actions()[Command::SaveCsv]->isEnabled());
    const QString text = open.window->workspaces().current().csv();
    CHECK(text.startsWith(QStringLiteral("step,loss,learning_rate,gradient_norm,")));
    CHECK(text.count(QLatin1Char('\n')) == 7);
}

TEST_CASE(
    "The model on screen, a moment of training too, is saved as a folder that opens, and no other folder is taken") {
    OpenWindow open;
    Training& training = open.session->training();
    training.setSetup(smallRun(6));
    training.run();
    REQUIRE(waitUntil([&] { return training.current()->state == RunState::Finished; }));
    training.showMoment(2);
    const std::int64_t step = training.shownStep();
    const QString folder = open.folder.filePath(QStringLiteral("kept"));
    const auto saveTo = [&](const QString& where) {
        open.window->actions()[Command::SaveModel]->trigger();
        auto* const dialog = open.window->findChild<QFileDialog*>();
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(where);
        dialog->close();
        settle();
    };
    REQUIRE(waitUntil([&] { return open.window->actions()[Command::SaveModel]->isEnabled(); }));
    saveTo(folder);
    REQUIRE(waitUntil([&] { return QFile::exists(folder + QStringLiteral("/model.safetensors")); }));
    CHECK(waitUntil([&] { return open.window->messages().isVisible(); }));
    const Checkpoint kept = loadCheckpoint(folder.toStdString());
    CHECK(kept.stepsDone == step);
    CHECK(kept.model->parameters()[0].value.values()[0] ==
          open.session->checkpoint()->model->parameters()[0].value.values()[0]);
    QDir(open.folder.path()).mkpath(QStringLiteral("photos"));
    QFile photo(open.folder.filePath(QStringLiteral("photos/one.png")));
    REQUIRE(photo.open(QIODevice::WriteOnly));
    saveTo(open.folder.filePath(QStringLiteral("photos")));
    QTest::qWait(100);
    CHECK(QDir(open.folder.filePath(QStringLiteral("photos"))).entryList(QDir::Files).size() == 1);
}

TEST_CASE("All menus open from one button, with F10 and with the keys of their mnemonics") {
    OpenWindow open;
    const auto openMenu = [] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        const int count = menu ? static_cast<int>(menu->actions().size()) : 0;
        if (menu) menu->close();
        return count;
    };
    open.press(Qt::Key_F10);
    CHECK(openMenu() == 5);
    open.press(Qt::Key_F, Qt::AltModifier);
    CHECK(openMenu() > 5);
}

}  // namespace
}  // namespace attentarium::test
