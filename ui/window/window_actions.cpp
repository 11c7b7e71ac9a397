#include "ui/window/window_actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QKeySequence>
#include <utility>

#include "ui/views/training_setup/run_keys.h"
#include "ui/window/icons.h"

namespace attentarium {

struct WindowActions::Entry {
    Command command;
    CommandGroup group;
    const char* text;
    const char* icon;
    QList<QKeySequence> keys;
    bool checkable = false;
};

const std::vector<WindowActions::Entry>& WindowActions::entries() {
    using enum Command;
    using enum CommandGroup;
    static const std::vector<Entry> all{
        {OpenFolder, File, QT_TR_NOOP("&Open a model folder…"), "open", {Qt::CTRL | Qt::Key_O}},
        {OpenEnglish, File, QT_TR_NOOP("Bundled model, &English"), "model", {Qt::CTRL | Qt::SHIFT | Qt::Key_O}},
        {OpenChinese, File, QT_TR_NOOP("Bundled model, &Chinese"), "model", {Qt::CTRL | Qt::ALT | Qt::Key_O}},
        {CompareModel, File, QT_TR_NOOP("Compare with another &model…"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_B}},
        {OpenSession, File, QT_TR_NOOP("Open a sess&ion…"), "open", {Qt::CTRL | Qt::SHIFT | Qt::Key_S}},
        {SaveSession, File, QT_TR_NOOP("Save &the session…"), "export", {Qt::CTRL | Qt::Key_S}},
        {SaveModel, File, QT_TR_NOOP("Save the mo&del…"), "export", {Qt::CTRL | Qt::ALT | Qt::Key_M}},
        {SavePng, File, QT_TR_NOOP("Save the picture as P&NG…"), "picture", {Qt::CTRL | Qt::Key_E}},
        {SaveSvg, File, QT_TR_NOOP("Save the picture as &SVG…"), "export", {Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
        {SavePdf, File, QT_TR_NOOP("Save the picture as &PDF…"), "export", {Qt::CTRL | Qt::Key_P}},
        {CopyPicture, File, QT_TR_NOOP("Cop&y the picture"), "copy", {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {SaveCsv, File, QT_TR_NOOP("Save the numbers as CS&V…"), "export", {Qt::CTRL | Qt::ALT | Qt::Key_S}},
        {Quit, File, QT_TR_NOOP("&Quit"), "", {Qt::CTRL | Qt::Key_Q}},
        {Undo, Edit, QT_TR_NOOP("&Undo"), "undo", {Qt::CTRL | Qt::Key_Z}},
        {Redo, Edit, QT_TR_NOOP("&Redo"), "redo", {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},
        {EditSentence, Edit, QT_TR_NOOP("Edit the &sentence"), "", {Qt::CTRL | Qt::Key_L}},
        {Pin, Edit, QT_TR_NOOP("&Pin this tensor"), "", {Qt::CTRL | Qt::Key_D}},
        {SetNumber, Edit, QT_TR_NOOP("Set this &number…"), "", {Qt::Key_F2, Qt::Key_Equal}},
        {ResetChanges, Edit, QT_TR_NOOP("Take back a&ll changes"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_R}},
        {ShowStage, View, QT_TR_NOOP("Sta&ge"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_1}, true},
        {ShowAttention, View, QT_TR_NOOP("Attenti&on"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_2}, true},
        {ShowTokens, View, QT_TR_NOOP("To&kens"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_3}, true},
        {ShowEmbeddings, View, QT_TR_NOOP("Em&beddings"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_4}, true},
        {ShowPositions, View, QT_TR_NOOP("Positions"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_5}, true},
        {ShowRecurrence, View, QT_TR_NOOP("Recurrence"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_6}, true},
        {ShowTraining, View, QT_TR_NOOP("Trainin&g"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_7}, true},
        {ThemeLight, View, QT_TR_NOOP("&Light"), "", {Qt::CTRL | Qt::ALT | Qt::Key_1}, true},
        {ThemeDark, View, QT_TR_NOOP("&Dark"), "", {Qt::CTRL | Qt::ALT | Qt::Key_2}, true},
        {ThemeHighContrast, View, QT_TR_NOOP("&High contrast"), "", {Qt::CTRL | Qt::ALT | Qt::Key_3}, true},
        {LargerText, View, QT_TR_NOOP("L&arger text"), "larger", {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}},
        {SmallerText, View, QT_TR_NOOP("S&maller text"), "smaller", {Qt::CTRL | Qt::Key_Minus}},
        {UsualText, View, QT_TR_NOOP("&Usual text size"), "", {Qt::CTRL | Qt::Key_0}},
        {ZoomIn,
         View,
         QT_TR_NOOP("Enlarge the &picture"),
         "",
         {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal}},
        {ZoomOut, View, QT_TR_NOOP("&Reduce the picture"), "", {Qt::CTRL | Qt::ALT | Qt::Key_Minus}},
        {ZoomToFit, View, QT_TR_NOOP("F&it the picture"), "", {Qt::CTRL | Qt::ALT | Qt::Key_0}},
        {LevelModel, View, QT_TR_NOOP("Stage: whole model"), "", {Qt::Key_F5}, true},
        {LevelBlock, View, QT_TR_NOOP("Stage: one block"), "", {Qt::Key_F6}, true},
        {LevelOperation, View, QT_TR_NOOP("Stage: one operation"), "", {Qt::Key_F7}, true},
        {LevelCells, View, QT_TR_NOOP("Stage: cells"), "", {Qt::Key_F8}, true},
        {ShowAsThePassGoes, View, QT_TR_NOOP("Show what the pass is at"), "", {Qt::CTRL | Qt::ALT | Qt::Key_5}, true},
        {ShowValue, View, QT_TR_NOOP("Show values"), "", {Qt::CTRL | Qt::ALT | Qt::Key_6}, true},
        {ShowGradient, View, QT_TR_NOOP("Show gradients"), "", {Qt::CTRL | Qt::ALT | Qt::Key_7}, true},
        {ShowBoth, View, QT_TR_NOOP("Show values and gradients"), "", {Qt::CTRL | Qt::ALT | Qt::Key_8}, true},
        {ShowChange, View, QT_TR_NOOP("Show what changed"), "", {Qt::CTRL | Qt::ALT | Qt::Key_9}, true},
        {MiniMap, View, QT_TR_NOOP("Mini-map"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_M}, true},
        {Animations, View, QT_TR_NOOP("Animations"), "", {Qt::CTRL | Qt::ALT | Qt::Key_A}, true},
        {ShowLesson, View, QT_TR_NOOP("L&esson"), "", {Qt::CTRL | Qt::Key_1}, true},
        {ShowOutline, View, QT_TR_NOOP("&Outline"), "", {Qt::CTRL | Qt::Key_2}, true},
        {ShowInspector, View, QT_TR_NOOP("&This number"), "", {Qt::CTRL | Qt::Key_3}, true},
        {ShowNextWords, View, QT_TR_NOOP("&Next words"), "", {Qt::CTRL | Qt::Key_4}, true},
        {ShowLoss, View, QT_TR_NOOP("Lo&ss"), "", {Qt::CTRL | Qt::Key_5}, true},
        {ShowPins, View, QT_TR_NOOP("Pi&nned"), "", {Qt::CTRL | Qt::Key_7}, true},
        {ShowChanges, View, QT_TR_NOOP("&What if"), "", {Qt::CTRL | Qt::Key_6}, true},
        {ArrangeDocks, View, QT_TR_NOOP("&Arrange as at first"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_0}},
        {InterfaceEnglish, View, QT_TR_NOOP("&English"), "", {Qt::CTRL | Qt::ALT | Qt::Key_E}, true},
        {InterfaceChinese, View, QT_TR_NOOP("&Chinese"), "", {Qt::CTRL | Qt::ALT | Qt::Key_C}, true},
        {FullScreen, View, QT_TR_NOOP("&Full screen"), "full-screen", {Qt::Key_F11}, true},
        {PlayPause, Go, QT_TR_NOOP("&Play or pause"), "play", {Qt::Key_Space}},
        {Forward, Go, QT_TR_NOOP("One step &forward"), "forward", {Qt::Key_Right, Qt::Key_PageDown}},
        {Back, Go, QT_TR_NOOP("One step &back"), "back", {Qt::Key_Left, Qt::Key_PageUp}},
        {First, Go, QT_TR_NOOP("F&irst step"), "first", {Qt::Key_Home}},
        {Last, Go, QT_TR_NOOP("&Last step"), "last", {Qt::Key_End}},
        {ByOperation, Go, QT_TR_NOOP("Step by &operation"), "", {Qt::ALT | Qt::Key_1}, true},
        {ByLayer, Go, QT_TR_NOOP("Step by l&ayer"), "", {Qt::ALT | Qt::Key_2}, true},
        {ByToken, Go, QT_TR_NOOP("Step by &token"), "", {Qt::ALT | Qt::Key_3}, true},
        {WalkBack, Go, QT_TR_NOOP("Back to the &number before"), "", {Qt::ALT | Qt::Key_Left, Qt::Key_Back}},
        {WalkForward, Go, QT_TR_NOOP("Forward to the n&ext number"), "", {Qt::ALT | Qt::Key_Right, Qt::Key_Forward}},
        {RunTraining, Go, QT_TR_NOOP("&Run or pause training"), "", {kRunKey}},
        {TrainOneStep, Go, QT_TR_NOOP("Train one step"), "", {kOneStepKey}},
        {TrainOneEpoch, Go, QT_TR_NOOP("Train one epoch"), "", {kOneEpochKey}},
        {TrainUntil, Go, QT_TR_NOOP("Train &until…"), "", {kRunUntilKey}},
        {ResetTraining, Go, QT_TR_NOOP("Begin a new run"), "", {kResetRunKey}},
        {Shortcuts, Help, QT_TR_NOOP("&Keyboard shortcuts"), "keyboard", {Qt::Key_F1}},
        {About, Help, QT_TR_NOOP("&About Attentarium"), "", {Qt::SHIFT | Qt::Key_F1}},
    };
    return all;
}

namespace {

/// Without the mark of its mnemonic; in Chinese that is a letter in brackets at the end.
QString withoutMnemonic(QString text) {
    const qsizetype bracket = text.indexOf(QStringLiteral("(&"));
    if (bracket >= 0) text.remove(bracket, 4);
    return text.remove(QLatin1Char('&'));
}

QString written(const QKeySequence& key) {
    if (key == QKeySequence(Qt::Key_Right)) return QStringLiteral("→");
    if (key == QKeySequence(Qt::Key_Left)) return QStringLiteral("←");
    return key.toString(QKeySequence::NativeText);
}

}  // namespace

WindowActions::WindowActions(QObject* parent) : QObject(parent) {
    for (const Entry& entry : entries()) {
        auto* action = new QAction(this);
        action->setShortcuts(entry.keys);
        action->setCheckable(entry.checkable);
        m_actions[entry.command] = action;
    }
    // So that no system moves it to a menu of its own by guessing from its words.
    for (const auto& [command, action] : m_actions) action->setMenuRole(QAction::NoRole);
    // Of these one at a time holds.
    using enum Command;
    const std::vector<Command> choices[] = {{ThemeLight, ThemeDark, ThemeHighContrast},
                                            {InterfaceEnglish, InterfaceChinese},
                                            {ByOperation, ByLayer, ByToken},
                                            {LevelModel, LevelBlock, LevelOperation, LevelCells},
                                            {ShowAsThePassGoes, ShowValue, ShowGradient, ShowBoth, ShowChange},
                                            {kShowWorkspace.begin(), kShowWorkspace.end()}};
    for (const std::vector<Command>& choice : choices) {
        auto* group = new QActionGroup(this);
        for (const Command command : choice) group->addAction(m_actions.at(command));
    }
    retranslate();
    redrawIcons();
    QCoreApplication::instance()->installEventFilter(this);
}

bool WindowActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance()) retranslate();
    return false;
}

std::vector<Command> WindowActions::commandsOf(CommandGroup group) const {
    std::vector<Command> commands;
    for (const Entry& entry : entries()) {
        if (entry.group == group) commands.push_back(entry.command);
    }
    return commands;
}

QString WindowActions::titleOf(CommandGroup group) {
    switch (group) {
        case CommandGroup::File:
            return tr("&File");
        case CommandGroup::Edit:
            return tr("&Edit");
        case CommandGroup::View:
            return tr("&View");
        //: The menu that moves through the steps.
        case CommandGroup::Go:
            return tr("&Go");
        case CommandGroup::Help:
            return tr("&Help");
    }
    return {};
}

QString WindowActions::plainTitleOf(CommandGroup group) {
    return withoutMnemonic(titleOf(group));
}

QStringList WindowActions::keysOf(Command command) const {
    QStringList keys;
    for (const QKeySequence& key : m_actions.at(command)->shortcuts()) keys.append(written(key));
    return keys;
}

void WindowActions::retranslate() {
    for (const Entry& entry : entries()) {
        QAction* action = m_actions.at(entry.command);
        const QString text = tr(entry.text);
        QString detail = m_details[entry.command];
        detail.replace(QLatin1Char('&'), QStringLiteral("&&"));
        action->setText(detail.isEmpty() ? text : text + QStringLiteral(" · ") + detail);
        QString plain = withoutMnemonic(text);
        if (plain.endsWith(QStringLiteral("…"))) plain.chop(1);
        action->setIconText(plain);
        action->setToolTip(tr("%1 (%2)").arg(plain, keysOf(entry.command).first()));
        action->setStatusTip({});
    }
}

void WindowActions::setDetail(Command command, const QString& detail) {
    if (std::exchange(m_details[command], detail) != detail) retranslate();
}

void WindowActions::redrawIcons() {
    for (const Entry& entry : entries()) {
        if (*entry.icon) m_actions.at(entry.command)->setIcon(icon(QLatin1String(entry.icon)));
    }
}

}  // namespace attentarium
