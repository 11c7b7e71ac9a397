#include "app/desktop/command_line.h"

#include "tests/support/catch.h"

namespace attentarium {
namespace {

CommandLine parsed(const QStringList& arguments) {
    return parseCommandLine(QStringList(QStringLiteral("attentarium")) + arguments);
}

QStringList words(const char* line) {
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

TEST_CASE("Without arguments the window opens, and nothing is chosen for the user") {
    const CommandLine asked = parsed({});
    CHECK(asked.action == CommandLine::Action::OpenWindow);
    CHECK_FALSE(asked.folder);
    CHECK_FALSE(asked.text);
    CHECK_FALSE(asked.language);
    CHECK_FALSE(asked.theme);
}

TEST_CASE("A picture's arguments are read") {
    const CommandLine asked =
        parsed(words("--render a.svg model --step loss --size 800x600 --language zh_CN --theme dark"));
    CHECK(asked.action == CommandLine::Action::DrawStage);
    CHECK(asked.output == QStringLiteral("a.svg"));
    CHECK(asked.folder == QStringLiteral("model"));
    CHECK(asked.step == QStringLiteral("loss"));
    CHECK(asked.size == QSize(800, 600));
    CHECK(asked.language == Language::Chinese);
    CHECK(asked.theme == ThemeKind::Dark);
    CHECK(parsed(words("--window=b.png")).action == CommandLine::Action::DrawWindow);
    CHECK(parsed({QStringLiteral("--text"), QString()}).text == QString());
    CHECK(parsed({QStringLiteral("--text"), QStringLiteral("the cat")}).text == QStringLiteral("the cat"));
    CHECK(parsed(words("-h")).action == CommandLine::Action::PrintHelp);
}

TEST_CASE("What cannot be meant is refused with a sentence that names it") {
    for (const char* line :
         {"--render", "--render a", "--render a.gif", "--render a.png --window b.png", "--render a.png --size 1x1",
          "--render a.png --size 100000x100000", "--render a.png --size nan", "--render a.png --size 800",
          "--size 800x600", "--render a.png --size -800x600", "--render a.png --size 99999999999x99999999999",
          "--window a.png --size 640x480", "--step loss", "--language fr", "--theme pink", "--frobnicate", "one two",
          "--theme dark --theme light"}) {
        CAPTURE(line);
        CHECK_THROWS_AS(parsed(words(line)), ArgumentProblem);
    }
}

}  // namespace
}  // namespace attentarium
