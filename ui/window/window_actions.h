#pragma once

#include <QAction>
#include <QObject>
#include <array>
#include <map>
#include <vector>

namespace attentarium {

/// Everything that can be asked of the window, in the order of the menus.
enum class Command {
    OpenFolder,
    OpenEnglish,
    OpenChinese,
    CompareModel,
    OpenSession,
    SaveSession,
    SaveModel,
    SavePng,
    SaveSvg,
    SavePdf,
    CopyPicture,
    SaveCsv,
    Quit,
    Undo,
    Redo,
    EditSentence,
    Pin,
    SetNumber,
    ResetChanges,
    ShowStage,
    ShowAttention,
    ShowTokens,
    ShowEmbeddings,
    ShowPositions,
    ShowRecurrence,
    ShowTraining,
    ThemeLight,
    ThemeDark,
    ThemeHighContrast,
    LargerText,
    SmallerText,
    UsualText,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    LevelModel,
    LevelBlock,
    LevelOperation,
    LevelCells,
    ShowAsThePassGoes,
    ShowValue,
    ShowGradient,
    ShowBoth,
    ShowChange,
    MiniMap,
    Animations,
    ShowLesson,
    ShowOutline,
    ShowInspector,
    ShowNextWords,
    ShowLoss,
    ShowPins,
    ShowChanges,
    ArrangeDocks,
    InterfaceEnglish,
    InterfaceChinese,
    FullScreen,
    PlayPause,
    Forward,
    Back,
    First,
    Last,
    ByOperation,
    ByLayer,
    ByToken,
    WalkBack,
    WalkForward,
    RunTraining,
    TrainOneStep,
    TrainOneEpoch,
    TrainUntil,
    ResetTraining,
    Shortcuts,
    About,
};

/// The commands that show the workspaces, in the order of `kWorkspaces`.
inline constexpr std::array kShowWorkspace{Command::ShowStage,      Command::ShowAttention, Command::ShowTokens,
                                           Command::ShowEmbeddings, Command::ShowPositions, Command::ShowRecurrence,
                                           Command::ShowTraining};

/// The menu that a command stands in.
enum class CommandGroup { File, Edit, View, Go, Help };

/// One `QAction` for each command, with its shortcut, its words in the language of the interface and its icon.
class WindowActions : public QObject {
    Q_OBJECT

  public:
    explicit WindowActions(QObject* parent = nullptr);

    QAction* operator[](Command command) const { return m_actions.at(command); }
    std::vector<Command> commandsOf(CommandGroup group) const;
    /// The title of a menu, with its mnemonic.
    static QString titleOf(CommandGroup group);
    /// What the menu bar shows, without mnemonics: for the shortcut list.
    static QString plainTitleOf(CommandGroup group);
    /// All keys of a command as they are written on the keyboard: `→`, `Page Down`.
    QStringList keysOf(Command command) const;

    /// What the command would do just now, behind its words in the menu; empty for nothing in particular.
    void setDetail(Command command, const QString& detail);

    void redrawIcons();

  protected:
    /// Hears of a new language before any widget does, so that those can show these words.
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Entry;
    static const std::vector<Entry>& entries();
    void retranslate();

    std::map<Command, QAction*> m_actions;
    std::map<Command, QString> m_details;
};

}  // namespace attentarium
