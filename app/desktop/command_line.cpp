#include "app/desktop/command_line.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include "ui/window/picture_export.h"
#include "ui/window/preferences.h"

namespace attentarium {
namespace {

// A picture must be readable, and fit into memory.
constexpr QSize kLeastStage(320, 240);
constexpr QSize kLeastWindow(960, 600);
constexpr int kMostSide = 8192;

QSize parseSize(const QString& text, const QSize& least) {
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{1,6})x([0-9]{1,6})$"));
    const QRegularExpressionMatch match = pattern.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < least.width() || size.height() < least.height() ||
        size.width() > kMostSide || size.height() > kMostSide) {
        throw ArgumentProblem(QStringLiteral("--size is %1; it must be WIDTHxHEIGHT from %2x%3 to %4x%4.")
                                  .arg(text)
                                  .arg(least.width())
                                  .arg(least.height())
                                  .arg(kMostSide));
    }
    return size;
}

Language parseLanguageOption(const QString& text) {
    if (const auto language = parseLanguage(text.toStdString())) return *language;
    throw ArgumentProblem(QStringLiteral("--language is %1; it must be en or zh.").arg(text));
}

ThemeKind parseTheme(const QString& text) {
    if (const auto kind = themeNamed(text)) return *kind;
    throw ArgumentProblem(QStringLiteral("--theme is %1; it must be light, dark or contrast.").arg(text));
}

/// The place of `text` among the words of an option.
int parseChoice(const QString& option, const QString& text, const QStringList& choices) {
    const auto place = choices.indexOf(text);
    if (place >= 0) return static_cast<int>(place);
    throw ArgumentProblem(
        QStringLiteral("--%1 is %2; it must be %3.").arg(option, text, choices.join(QStringLiteral(", "))));
}

WorkspaceKind parseWorkspace(const QString& text) {
    if (const auto kind = workspaceNamed(text)) return *kind;
    QStringList names;
    for (const WorkspaceKind kind : kWorkspaces) names.append(nameOf(kind));
    throw ArgumentProblem(
        QStringLiteral("--workspace is %1; it must be one of %2.").arg(text, names.join(QStringLiteral(", "))));
}

}  // namespace

CommandLine parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const auto option = [&](const QString& name, bool takesValue) {
        parser.addOption(QCommandLineOption(name, QString(), takesValue ? name : QString()));
        return name;
    };
    const QString help = option(QStringLiteral("help"), false);
    const QString shortHelp = option(QStringLiteral("h"), false);
    const QString version = option(QStringLiteral("version"), false);
    const QString render = option(QStringLiteral("render"), true);
    const QString window = option(QStringLiteral("window"), true);
    const QString text = option(QStringLiteral("text"), true);
    const QString step = option(QStringLiteral("step"), true);
    const QString workspace = option(QStringLiteral("workspace"), true);
    const QString page = option(QStringLiteral("page"), true);
    const QString size = option(QStringLiteral("size"), true);
    const QString language = option(QStringLiteral("language"), true);
    const QString theme = option(QStringLiteral("theme"), true);
    const QString level = option(QStringLiteral("level"), true);
    const QString shown = option(QStringLiteral("show"), true);
    if (!parser.parse(arguments)) throw ArgumentProblem(parser.errorText() + QStringLiteral(" See --help."));

    CommandLine asked;
    if (parser.isSet(help) || parser.isSet(shortHelp)) {
        asked.action = CommandLine::Action::PrintHelp;
        return asked;
    }
    if (parser.isSet(version)) {
        asked.action = CommandLine::Action::PrintVersion;
        return asked;
    }
    for (const QString& name : {render, window, text, step, workspace, page, size, language, theme, level, shown}) {
        if (parser.values(name).size() > 1) {
            throw ArgumentProblem(QStringLiteral("--%1 is given more than once.").arg(name));
        }
    }
    if (parser.isSet(render) && parser.isSet(window)) {
        throw ArgumentProblem(QStringLiteral("--render and --window exclude each other."));
    }
    if (parser.isSet(render)) asked.action = CommandLine::Action::DrawStage;
    if (parser.isSet(window)) asked.action = CommandLine::Action::DrawWindow;
    const bool draws = asked.action != CommandLine::Action::OpenWindow;
    if (draws) {
        asked.output = parser.value(parser.isSet(render) ? render : window);
        if (!formatOf(asked.output)) {
            throw ArgumentProblem(QStringLiteral("The picture %1 must end in .png, .svg or .pdf.").arg(asked.output));
        }
    }
    for (const QString& name : {step, workspace, page, size, level, shown}) {
        if (!draws && parser.isSet(name)) {
            throw ArgumentProblem(QStringLiteral("--%1 goes with --render or --window.").arg(name));
        }
    }
    const QStringList folders = parser.positionalArguments();
    if (folders.size() > 1) {
        throw ArgumentProblem(QStringLiteral("One model folder at most, but there are %1.").arg(folders.size()));
    }
    if (!folders.isEmpty()) asked.folder = folders.first();
    if (parser.isSet(text)) asked.text = parser.value(text);
    if (parser.isSet(language)) asked.language = parseLanguageOption(parser.value(language));
    if (parser.isSet(theme)) asked.theme = parseTheme(parser.value(theme));
    if (parser.isSet(workspace)) asked.workspace = parseWorkspace(parser.value(workspace));
    if (parser.isSet(page)) asked.page = parser.value(page);
    if (parser.isSet(step)) asked.step = parser.value(step);
    if (parser.isSet(level)) {
        const QStringList names{QStringLiteral("model"), QStringLiteral("block"), QStringLiteral("operation"),
                                QStringLiteral("cells")};
        asked.level = kStageLevels[static_cast<std::size_t>(parseChoice(level, parser.value(level), names))];
    }
    if (parser.isSet(shown)) {
        const QStringList names{QStringLiteral("auto"), QStringLiteral("value"), QStringLiteral("gradient"),
                                QStringLiteral("both"), QStringLiteral("change")};
        asked.shown = kShown[static_cast<std::size_t>(parseChoice(shown, parser.value(shown), names))];
    }
    const bool isWindow = asked.action == CommandLine::Action::DrawWindow;
    if (parser.isSet(size)) asked.size = parseSize(parser.value(size), isWindow ? kLeastWindow : kLeastStage);
    return asked;
}

QString helpText() {
    return QStringLiteral(
        "Watch a language model think and learn.\n"
        "\n"
        "  attentarium [DIR] [--text T] [--language L] [--theme T]\n"
        "      opens the window, with the model in the folder DIR\n"
        "  attentarium --render OUT.png|svg|pdf [DIR] [--text T] [--step S] [--size 1600x960] ...\n"
        "      draws the stage, or the picture of another workspace, to a file\n"
        "  attentarium --window OUT.png|svg|pdf ...\n"
        "      draws the whole window to a file\n"
        "\n"
        "  --text T       the sentence, in words that the model knows\n"
        "  --language L   en or zh: of the window and, without DIR, of the model\n"
        "  --theme T      light, dark or contrast\n"
        "  --workspace W  stage, attention, tokens, embeddings, positions, recurrence or training:\n"
        "                 what stands in the middle\n"
        "  --page P       the page of a workspace that has several\n"
        "  --size WxH     of the picture, in pixels\n"
        "  --step S       a number from 1; first or last; forward, backward or update, where that begins;\n"
        "                 or what the step shows: blocks.0.attention.weights, loss,\n"
        "                 backward:blocks.0.attention.weights, update:blocks.0.attention.query.weight\n"
        "  --level L      of the stage: model, block, operation or cells\n"
        "  --show Q       what its figures show: auto, value, gradient, both or change\n"
        "  --version, --help\n"
        "\n"
        "Ends with 0 when all went well, 1 when something failed, 2 when an argument was wrong.\n");
}

}  // namespace attentarium
