// What the commands of the window do, and the menus they stand in.

#include <QMenu>
#include <QStackedWidget>
#include <algorithm>
#include <array>
#include <utility>

#include "ui/explain/words.h"
#include "ui/session/change_command.h"
#include "ui/session/training.h"
#include "ui/views/change_words.h"
#include "ui/views/inspector/inspector.h"
#include "ui/views/stage/stage_view.h"
#include "ui/views/token_strip/token_strip.h"
#include "ui/views/tokens/tokens_view.h"
#include "ui/views/training_setup/run_bar.h"
#include "ui/views/walked_steps.h"
#include "ui/window/about_box.h"
#include "ui/window/docks.h"
#include "ui/window/interface_language.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/model_opening.h"
#include "ui/window/picture_saving.h"
#include "ui/window/preferences.h"
#include "ui/window/session_saving.h"
#include "ui/window/shortcut_list.h"
#include "ui/window/text_size.h"
#include "ui/window/top_bar.h"
#include "ui/workspaces/training_page.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium {
namespace {

// In the order of `kStageLevels` and `kShown`.
constexpr std::array kLevels{Command::LevelModel, Command::LevelBlock, Command::LevelOperation, Command::LevelCells};
constexpr std::array kQuantities{Command::ShowAsThePassGoes, Command::ShowValue, Command::ShowGradient,
                                 Command::ShowBoth, Command::ShowChange};

/// In milliseconds. The session is a few lines of a file.
constexpr int kStoringDelay = 2000;

/// What stands between two lines of a menu belongs together.
bool beginsPart(Command command) {
    switch (command) {
        case Command::OpenEnglish:
        case Command::SavePng:
        case Command::Quit:
        case Command::OpenSession:
        case Command::EditSentence:
        case Command::WalkBack:
        case Command::ThemeLight:
        case Command::LargerText:
        case Command::ZoomIn:
        case Command::LevelModel:
        case Command::ShowAsThePassGoes:
        case Command::MiniMap:
        case Command::ShowLesson:
        case Command::InterfaceEnglish:
        case Command::FullScreen:
        case Command::First:
        case Command::RunTraining:
        case Command::ByOperation:
        case Command::About:
            return true;
        default:
            return false;
    }
}

/// Which change an edit of the list made; empty for edits of the sentence.
QString editInWords(const Session& session, const QUndoCommand* edit) {
    const auto* const command = dynamic_cast<const ChangeCommand*>(edit);
    if (!command) return {};
    const Interventions &before = command->before(), &after = command->after();
    if (after.empty() && before.size() > 1) return MainWindow::tr("taking back all changes");
    for (const Intervention& one : after) {
        if (std::ranges::find(before, one) == before.end()) return lineOf(session, one);
    }
    for (const Intervention& one : before) {
        const bool isGone = std::ranges::find(after, one) == after.end();
        //: %1: a change, such as "head 3 is silent"
        if (isGone) return MainWindow::tr("taking back “%1”").arg(lineOf(session, one));
    }
    return {};
}

}  // namespace

void MainWindow::buildMenus() {
    for (const CommandGroup group :
         {CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Go, CommandGroup::Help}) {
        auto* menu = new QMenu(this);
        menu->menuAction()->setData(static_cast<int>(group));
        m_topBar->mainMenu().addMenu(menu);
        for (const Command command : m_actions.commandsOf(group)) {
            if (beginsPart(command)) menu->addSeparator();
            menu->addAction(m_actions[command]);
            if (command == Command::OpenFolder) {
                m_recent = menu->addMenu(QString());
                connect(m_recent, &QMenu::aboutToShow, this, [this] { m_models->fillRecent(*m_recent); });
            }
            if (command == Command::OpenChinese) {
                m_bundled = menu->addMenu(QString());
                connect(m_bundled, &QMenu::aboutToShow, this, [this] { m_models->fillBundled(*m_bundled); });
            }
        }
    }
    QMenu& models = m_topBar->modelMenu();
    models.addAction(m_actions[Command::OpenFolder]);
    models.addMenu(m_recent);
    models.addSeparator();
    models.addAction(m_actions[Command::OpenEnglish]);
    models.addAction(m_actions[Command::OpenChinese]);
    models.addMenu(m_bundled);
    // Also the keys of commands whose menus are closed.
    for (const CommandGroup group :
         {CommandGroup::File, CommandGroup::Edit, CommandGroup::View, CommandGroup::Go, CommandGroup::Help}) {
        for (const Command command : m_actions.commandsOf(group)) addAction(m_actions[command]);
    }
}

void MainWindow::connectActions() {
    const auto on = [this](Command command, auto&& act) {
        connect(m_actions[command], &QAction::triggered, this, std::forward<decltype(act)>(act));
    };
    const auto opening = [this](auto&& act) {
        return [this, act] {
            if (isWelcoming()) setWelcoming(false);
            act();
        };
    };
    on(Command::OpenFolder, [this] { m_models->ask(); });
    on(Command::OpenEnglish, opening([this] { m_models->openBundled(Language::English); }));
    on(Command::OpenChinese, opening([this] { m_models->openBundled(Language::Chinese); }));
    on(Command::SavePng, [this] { m_pictures->ask(PictureFormat::Png); });
    on(Command::SaveSvg, [this] { m_pictures->ask(PictureFormat::Svg); });
    on(Command::SavePdf, [this] { m_pictures->ask(PictureFormat::Pdf); });
    on(Command::CopyPicture, [this] { m_pictures->copy(); });
    on(Command::Quit, [this] { close(); });
    on(Command::Undo, [this] { m_session.undoStack().undo(); });
    on(Command::Redo, [this] { m_session.undoStack().redo(); });
    on(Command::CompareModel, [this] { m_models->askToCompare(); });
    on(Command::Pin, [this] { m_session.pin(); });
    on(Command::EditSentence, [this] { m_tokens->setFocus(Qt::ShortcutFocusReason); });
    on(Command::ThemeLight, [this] { chooseTheme(ThemeKind::Light); });
    on(Command::ThemeDark, [this] { chooseTheme(ThemeKind::Dark); });
    on(Command::ThemeHighContrast, [this] { chooseTheme(ThemeKind::HighContrast); });
    on(Command::LargerText, [this] { chooseTextSize(textSizeBeside(textSize(), +1)); });
    on(Command::SmallerText, [this] { chooseTextSize(textSizeBeside(textSize(), -1)); });
    on(Command::UsualText, [this] { chooseTextSize(kUsualTextSize); });
    const auto onStage = [this](auto&& act) {
        return [this, act] {
            showWorkspace(WorkspaceKind::Stage);
            act(m_workspaces->stage());
        };
    };
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        on(kLevels[i], onStage([level = kStageLevels[i]](StageView& stage) { stage.setLevel(level); }));
    }
    for (std::size_t i = 0; i < kQuantities.size(); ++i) {
        on(kQuantities[i], onStage([shown = kShown[i]](StageView& stage) { stage.setShown(shown); }));
    }
    on(Command::MiniMap, [this](bool checked) {
        m_workspaces->stage().setMapped(checked);
        m_preferences.setMiniMap(checked);
    });
    on(Command::Animations, [this](bool checked) {
        m_workspaces->stage().setAnimated(checked);
        m_preferences.setAnimations(checked);
    });
    StageView& stage = m_workspaces->stage();
    stage.setMapped(m_preferences.miniMap());
    stage.setAnimated(m_preferences.animations());
    connect(&stage, &StageView::levelChanged, this, &MainWindow::showChoices);
    connect(&stage, &StageView::shownChanged, this, &MainWindow::showChoices);
    on(Command::ZoomIn, [this] { m_workspaces->current().zoomIn(); });
    on(Command::ZoomOut, [this] { m_workspaces->current().zoomOut(); });
    on(Command::ZoomToFit, [this] { m_workspaces->current().zoomToFit(); });
    for (std::size_t i = 0; i < kShowWorkspace.size(); ++i) {
        on(kShowWorkspace[i], [this, kind = kWorkspaces[i]] { showWorkspace(kind); });
    }
    connect(&m_workspaces->tokens(), &TokensView::readyToTrain, this,
            [this] { showWorkspace(WorkspaceKind::Training); });
    RunBar& runBar = m_workspaces->training().runBar();
    on(Command::RunTraining, [&runBar] { runBar.runOrPause(); });
    on(Command::TrainOneStep, [&runBar] { runBar.stepOnce(); });
    on(Command::TrainOneEpoch, [&runBar] { runBar.runEpoch(); });
    on(Command::TrainUntil, [this, &runBar] {
        showWorkspace(WorkspaceKind::Training);
        runBar.askUntil();
    });
    on(Command::ResetTraining, [&runBar] { runBar.reset(); });
    on(Command::SaveCsv, [this] { m_pictures->askForNumbers(); });
    on(Command::ArrangeDocks, [this] { m_docks->arrange(); });
    on(Command::InterfaceEnglish, [this] { chooseLanguage(Language::English); });
    on(Command::InterfaceChinese, [this] { chooseLanguage(Language::Chinese); });
    on(Command::FullScreen, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on(Command::PlayPause, [this] {
        if (WalkedSteps* const steps = m_workspaces->current().steps()) return steps->playOrPause();
        Playback& playback = m_session.playback();
        playback.isPlaying() ? playback.pause() : playback.play();
    });
    // Where a workspace has something else to move through, the same keys move through that.
    const auto onSteps = [this, on](Command command, void (WalkedSteps::*there)(), void (Session::*otherwise)()) {
        on(command, [this, there, otherwise] {
            WalkedSteps* const steps = m_workspaces->current().steps();
            steps ? (steps->*there)() : (m_session.*otherwise)();
        });
    };
    onSteps(Command::Forward, &WalkedSteps::stepForward, &Session::stepForward);
    onSteps(Command::Back, &WalkedSteps::stepBack, &Session::stepBack);
    onSteps(Command::First, &WalkedSteps::goToFirst, &Session::goToFirst);
    onSteps(Command::Last, &WalkedSteps::goToLast, &Session::goToLast);
    on(Command::ByOperation, [this] { m_session.setStepUnit(StepUnit::Operation); });
    on(Command::ByLayer, [this] { m_session.setStepUnit(StepUnit::Layer); });
    on(Command::ByToken, [this] { m_session.setStepUnit(StepUnit::Token); });
    on(Command::OpenSession, [this] { m_saving->askWhich(); });
    on(Command::SaveSession, [this] { m_saving->askWhereTo(); });
    on(Command::SaveModel, [this] { m_models->askWhereToSave(); });
    on(Command::WalkBack, [this] { m_inspector->goBack(); });
    on(Command::WalkForward, [this] { m_inspector->goForward(); });
    on(Command::SetNumber, [this] {
        showPanel(Command::ShowInspector);
        m_inspector->askForNumber();
    });
    on(Command::ResetChanges, [this] { m_session.resetAll(); });
    on(Command::Shortcuts, [this] {
        if (!m_shortcuts) m_shortcuts = new ShortcutList(m_actions, this);
        m_shortcuts->show();
        m_shortcuts->raise();
    });
    on(Command::About, [this] {
        if (!m_about) m_about = new AboutBox(this);
        m_about->show();
        m_about->raise();
    });

    connect(&m_session, &Session::traceChanged, this, [this] {
        showState();
        const bool isThere = m_session.trace() && m_returnTo && m_returnTo->folder == m_session.folder();
        if (isThere) returnTo(*std::exchange(m_returnTo, std::nullopt), m_session);
    });
    connect(&m_session, &Session::failed, this, [this] { m_returnTo.reset(); });
    const Training& training = m_session.training();
    connect(&training, &Training::runsChanged, this, &MainWindow::showState);
    connect(&training, &Training::currentChanged, this, &MainWindow::showState);
    connect(&training, &Training::failed, this, [this](const Error& error) {
        m_messages->show(MessageBar::Kind::Problem, [error] { return sentenceFor(error); });
    });
    m_storing.setSingleShot(true);
    m_storing.setInterval(kStoringDelay);
    connect(&m_storing, &QTimer::timeout, this, &MainWindow::storeSession);
    for (const auto signal : {&Session::traceChanged, &Session::stepChanged, &Session::selectionChanged}) {
        connect(&m_session, signal, this, [this] {
            if (!m_storing.isActive()) m_storing.start();
        });
    }
    connect(&m_session, &Session::modelChanged, this, &MainWindow::retranslate);
    connect(&m_session, &Session::stepUnitChanged, this, &MainWindow::showChoices);
    connect(&m_session.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::showState);
    connect(&m_session.playback(), &Playback::changed, this, &MainWindow::showState);
    connect(&m_session, &Session::changesChanged, this, [this, any = false]() mutable {
        showState();
        // Nobody shall forget that the run is not the model's own.
        const bool before = std::exchange(any, !m_session.changes().empty());
        if (any && !before && !m_lessons.isPlaying()) m_docks->bringForward(Command::ShowChanges);
    });
    connect(&m_session, &Session::selectionChanged, this, &MainWindow::showState);
}

void MainWindow::showState() {
    const bool hasTrace = m_session.trace() != nullptr && !isWelcoming();
    m_actions[Command::Undo]->setEnabled(m_session.undoStack().canUndo());
    m_actions[Command::Redo]->setEnabled(m_session.undoStack().canRedo());
    const QUndoStack& stack = m_session.undoStack();
    m_actions.setDetail(Command::Undo, editInWords(m_session, stack.command(stack.index() - 1)));
    m_actions.setDetail(Command::Redo, editInWords(m_session, stack.command(stack.index())));
    m_actions[Command::SetNumber]->setEnabled(hasTrace && m_session.selection().cell);
    m_actions[Command::ResetChanges]->setEnabled(!m_session.changes().empty() || m_session.unmovedWords());
    for (const Command command : {Command::RunTraining, Command::TrainOneStep, Command::TrainOneEpoch,
                                  Command::TrainUntil, Command::ResetTraining}) {
        m_actions[command]->setEnabled(!isWelcoming());
    }
    // A run is looked at whether or not its model has read the sentence yet.
    for (const Command command : kShowWorkspace) {
        m_actions[command]->setEnabled(m_session.checkpoint() || (command == Command::ShowTraining && !isWelcoming()));
    }
    // The curves of a run are there whether or not its model has read the sentence yet.
    const bool hasSource = hasTrace || m_workspaces->kind() == WorkspaceKind::Training;
    m_actions[Command::SaveCsv]->setEnabled(hasSource && m_workspaces->current().hasNumbers());
    for (const Command command : {Command::SaveSession, Command::SaveModel, Command::SavePng, Command::SaveSvg,
                                  Command::SavePdf, Command::CopyPicture, Command::EditSentence, Command::PlayPause}) {
        m_actions[command]->setEnabled(hasTrace);
    }
    for (const Command command : {Command::ZoomIn, Command::ZoomOut, Command::ZoomToFit}) {
        m_actions[command]->setEnabled(hasTrace && m_workspaces->current().canZoom());
    }
}

void MainWindow::showChoices() {
    m_actions[Command::ThemeLight]->setChecked(theme().kind == ThemeKind::Light);
    m_actions[Command::ThemeDark]->setChecked(theme().kind == ThemeKind::Dark);
    m_actions[Command::ThemeHighContrast]->setChecked(theme().kind == ThemeKind::HighContrast);
    m_actions[Command::InterfaceEnglish]->setChecked(interfaceLanguage() == Language::English);
    m_actions[Command::InterfaceChinese]->setChecked(interfaceLanguage() == Language::Chinese);
    m_actions[Command::ByOperation]->setChecked(m_session.stepUnit() == StepUnit::Operation);
    m_actions[Command::ByLayer]->setChecked(m_session.stepUnit() == StepUnit::Layer);
    m_actions[Command::ByToken]->setChecked(m_session.stepUnit() == StepUnit::Token);
    m_actions[Command::FullScreen]->setChecked(isFullScreen());
    m_actions[kLevels[static_cast<std::size_t>(m_workspaces->stage().level())]]->setChecked(true);
    m_actions[kQuantities[static_cast<std::size_t>(m_workspaces->stage().shown())]]->setChecked(true);
    m_actions[Command::MiniMap]->setChecked(m_workspaces->stage().isMapped());
    m_actions[Command::Animations]->setChecked(m_workspaces->stage().isAnimated());
    m_actions[kShowWorkspace[static_cast<std::size_t>(m_workspaces->kind())]]->setChecked(true);
}

void MainWindow::retranslate() {
    const QString model = modelTitle(m_session);
    setWindowTitle(model.isEmpty() ? QStringLiteral("Attentarium") : QStringLiteral("Attentarium — ") + model);
    for (QAction* menu : m_topBar->mainMenu().actions()) {
        menu->setText(WindowActions::titleOf(static_cast<CommandGroup>(menu->data().toInt())));
    }
    m_topBar->bindMnemonics();
    m_recent->setTitle(tr("Open &recent"));
    m_bundled->setTitle(tr("More &bundled models"));
    m_docks->retranslate();
    showState();
    m_lessons.setLanguage(interfaceLanguage());
}

}  // namespace attentarium
