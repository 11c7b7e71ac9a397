#include "ui/window/window_actions.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeySequence>

#include "ui/window/icons.h"

namespace attentarium {
namespace {

using Keys = QList<QKeySequence>;

struct Entry {
    Command command;
    CommandGroup group;
    const char* text;
    const char* icon;
    Keys keys;
    bool checkable = false;
};

constexpr auto kContext = "attentarium::WindowActions";

/// The words of an entry; lupdate finds them by this name.
#define WORDS(text) QT_TRANSLATE_NOOP("attentarium::WindowActions", text)

const std::vector<Entry>& entries() {
    using enum Command;
    using enum CommandGroup;
    static const std::vector<Entry> all{
        {OpenFolder, File, WORDS("&Open a model folder…"), "open", {Qt::CTRL | Qt::Key_O}},
        {OpenEnglish, File, WORDS("Bundled model, &English"), "model", {Qt::CTRL | Qt::SHIFT | Qt::Key_O}},
        {OpenChinese, File, WORDS("Bundled model, &Chinese"), "model", {Qt::CTRL | Qt::ALT | Qt::Key_O}},
        {SavePng, File, WORDS("Save the picture as P&NG…"), "picture", {Qt::CTRL | Qt::Key_E}},
        {SaveSvg, File, WORDS("Save the picture as &SVG…"), "export", {Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
        {SavePdf, File, WORDS("Save the picture as &PDF…"), "export", {Qt::CTRL | Qt::Key_P}},
        {CopyPicture, File, WORDS("Cop&y the picture"), "copy", {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        {Quit, File, WORDS("&Quit"), "", {Qt::CTRL | Qt::Key_Q}},
        {Undo, Edit, WORDS("&Undo"), "undo", {Qt::CTRL | Qt::Key_Z}},
        {Redo, Edit, WORDS("&Redo"), "redo", {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},
        {EditSentence, Edit, WORDS("Edit the &sentence"), "", {Qt::CTRL | Qt::Key_L}},
        {ThemeLight, View, WORDS("&Light"), "", {Qt::CTRL | Qt::ALT | Qt::Key_1}, true},
        {ThemeDark, View, WORDS("&Dark"), "", {Qt::CTRL | Qt::ALT | Qt::Key_2}, true},
        {ThemeHighContrast, View, WORDS("&High contrast"), "", {Qt::CTRL | Qt::ALT | Qt::Key_3}, true},
        {LargerText, View, WORDS("L&arger text"), "larger", {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}},
        {SmallerText, View, WORDS("S&maller text"), "smaller", {Qt::CTRL | Qt::Key_Minus}},
        {UsualText, View, WORDS("&Usual text size"), "", {Qt::CTRL | Qt::Key_0}},
        {ZoomIn,
         View,
         WORDS("Enlarge the &picture"),
         "",
         {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal}},
        {ZoomOut, View, WORDS("&Reduce the picture"), "", {Qt::CTRL | Qt::ALT | Qt::Key_Minus}},
        {ZoomToFit, View, WORDS("F&it the picture"), "", {Qt::CTRL | Qt::ALT | Qt::Key_0}},
        {ShowLesson, View, WORDS("L&esson"), "lesson", {Qt::CTRL | Qt::Key_1}, true},
        {ShowOutline, View, WORDS("&Outline"), "", {Qt::CTRL | Qt::Key_2}, true},
        {ShowInspector, View, WORDS("&This number"), "", {Qt::CTRL | Qt::Key_3}, true},
        {ShowNextWords, View, WORDS("&Next words"), "", {Qt::CTRL | Qt::Key_4}, true},
        {ShowLoss, View, WORDS("Lo&ss"), "", {Qt::CTRL | Qt::Key_5}, true},
        {ArrangeDocks, View, WORDS("&Arrange as at first"), "", {Qt::CTRL | Qt::SHIFT | Qt::Key_0}},
        {InterfaceEnglish, View, WORDS("&English"), "", {Qt::CTRL | Qt::ALT | Qt::Key_E}, true},
        {InterfaceChinese, View, WORDS("&Chinese"), "", {Qt::CTRL | Qt::ALT | Qt::Key_C}, true},
        {FullScreen, View, WORDS("&Full screen"), "full-screen", {Qt::Key_F11}, true},
        {PlayPause, Go, WORDS("&Play or pause"), "play", {Qt::Key_Space}},
        {Forward, Go, WORDS("One step &forward"), "forward", {Qt::Key_Right, Qt::Key_PageDown}},
        {Back, Go, WORDS("One step &back"), "back", {Qt::Key_Left, Qt::Key_PageUp}},
        {First, Go, WORDS("F&irst step"), "first", {Qt::Key_Home}},
        {Last, Go, WORDS("&Last step"), "last", {Qt::Key_End}},
        {ByOperation, Go, WORDS("Step by &operation"), "", {Qt::ALT | Qt::Key_1}, true},
        {ByLayer, Go, WORDS("Step by l&ayer"), "", {Qt::ALT | Qt::Key_2}, true},
        {ByToken, Go, WORDS("Step by &token"), "", {Qt::ALT | Qt::Key_3}, true},
        {Shortcuts, Help, WORDS("&Keyboard shortcuts"), "keyboard", {Qt::Key_F1}},
        {About, Help, WORDS("&About Attentarium"), "", {Qt::SHIFT | Qt::Key_F1}},
    };
    return all;
}

#undef WORDS

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
        const QString text = QCoreApplication::translate(kContext, entry.text);
        action->setText(text);
        QString plain = withoutMnemonic(text);
        if (plain.endsWith(QStringLiteral("…"))) plain.chop(1);
        action->setIconText(plain);
        action->setToolTip(tr("%1 (%2)").arg(plain, keysOf(entry.command).first()));
        action->setStatusTip({});
    }
}

void WindowActions::redrawIcons() {
    for (const Entry& entry : entries()) {
        if (*entry.icon) m_actions.at(entry.command)->setIcon(icon(QLatin1String(entry.icon)));
    }
}

}  // namespace attentarium
