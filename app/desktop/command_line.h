#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <stdexcept>

#include "engine/text/language.h"
#include "ui/explain/theme.h"
#include "ui/views/stage/stage_level.h"
#include "ui/workspaces/workspace.h"

namespace attentarium {

/// What the arguments of the program ask for.
struct CommandLine {
    enum class Action { OpenWindow, DrawStage, DrawWindow, PrintHelp, PrintVersion };

    Action action = Action::OpenWindow;
    QString output;  ///< of a picture
    std::optional<QString> folder;
    std::optional<QString> text;
    std::optional<Language> language;
    std::optional<ThemeKind> theme;
    QString step = QStringLiteral("first");
    StageLevel level = StageLevel::Block;
    Shown shown = Shown::AsThePassGoes;
    WorkspaceKind workspace = WorkspaceKind::Stage;
    std::optional<QString> page;  ///< of the workspace
    QSize size{1600, 960};
};

/// An argument that cannot be meant; one English sentence. The program ends with 2.
class ArgumentProblem : public std::runtime_error {
  public:
    explicit ArgumentProblem(const QString& sentence) : std::runtime_error(sentence.toStdString()) {}
};

/// `arguments` begins with the program's name. Throws `ArgumentProblem`.
CommandLine parseCommandLine(const QStringList& arguments);

QString helpText();

}  // namespace attentarium
