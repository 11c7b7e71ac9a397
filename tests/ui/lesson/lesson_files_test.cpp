#include <QDir>

#include "tests/support/catch.h"
#include "tests/support/world_session.h"
#include "ui/lesson/json_lines.h"
#include "ui/lesson/lesson.h"

namespace attentarium {
namespace {

/// The problems of a copy of the lesson in which one thing was replaced, a line each.
std::string problemsAfter(const char* file, const QByteArray& before, const QByteArray& after) {
    const LessonCopy copy;
    if (!copy.replace(QString::fromLatin1(file), before, after)) return "nothing was replaced";
    std::vector<LessonProblem> problems;
    readLesson(copy.folder(), problems);
    std::string all;
    for (const LessonProblem& problem : problems) all += problem.text().toStdString() + "\n";
    return all;
}

TEST_CASE("A cell is written with words, roles, heads and the largest") {
    const auto cell = parseCell(u"blocks.*.attention.weights[best, pronoun, largest nouns]");
    REQUIRE(cell);
    CHECK(cell->node == QStringLiteral("blocks.*.attention.weights"));
    REQUIRE(cell->indices.size() == 3);
    CHECK(cell->indices[0] == CellIndex{CellIndex::Kind::BestHead, 0, {}});
    CHECK(cell->indices[1] == CellIndex{CellIndex::Kind::Role, 0, QStringLiteral("pronoun")});
    CHECK(cell->indices[2] == CellIndex{CellIndex::Kind::Largest, 0, QStringLiteral("nouns")});

    const auto quoted = parseCell(u"logits[\",\", last]");
    REQUIRE(quoted);
    CHECK(quoted->indices[0] == CellIndex{CellIndex::Kind::Word, 0, QStringLiteral(",")});
    CHECK(quoted->indices[1].kind == CellIndex::Kind::Last);
    CHECK(parseIndex(u"best+3")->number == 3);
    CHECK(parseIndex(u"12")->number == 12);
    CHECK(parseCell(u"loss")->indices.empty());

    for (const char16_t* wrong : {u"", u"a b", u"weights[", u"weights[]", u"weights[1,]", u"weights[-1]", u"[1]"}) {
        CHECK_FALSE(parseCell(wrong));
    }
}

TEST_CASE("Lines are known for every value of a JSON text") {
    const JsonLines lines("{\n  \"a\": [1, {\"b\": \"}\\\"\"},\n    true],\n  \"c\": null, \"c\": {}\n}\n");
    CHECK(lines.line(QStringLiteral("a")) == 2);
    CHECK(lines.line(QStringLiteral("a/1/b")) == 2);
    CHECK(lines.line(QStringLiteral("a/2")) == 3);
    CHECK(lines.line(QStringLiteral("a/7/x")) == 2);
    REQUIRE(lines.repeated().size() == 1);
    CHECK(lines.repeated()[0] == std::pair(QStringLiteral("c"), 4));
}

TEST_CASE("The bundled lesson has no problem") {
    CHECK(problemsAfter("en.md", "# ", "# ") == "");
}

TEST_CASE("What is wrong in a lesson's files is told with file and line") {
    using Catch::Matchers::Contains;
    CHECK_THAT(problemsAfter("lesson.json", "\"groups\"", "groups"), Contains("lesson.json:25: This is not JSON"));
    CHECK_THAT(problemsAfter("lesson.json", "\"groups\"", "\"troops\""),
               Contains("lesson.json:25: “troops” is not known"));
    CHECK_THAT(problemsAfter("lesson.json", "\"id\": \"scores\"", "\"id\": \"weights\""),
               Contains("Two steps have the id “weights”"));
    CHECK_THAT(
        problemsAfter("lesson.json", "\"id\": \"self-attention\",", "\"id\": \"self-attention\", \"id\": \"b\","),
        Contains("lesson.json:2: The key “id” stands here twice"));
    CHECK_THAT(problemsAfter("lesson.json", "\"token\": \"pronoun\"", "\"token\": \"prenoun\""),
               Contains("No word has the role “prenoun”"));
    CHECK_THAT(problemsAfter("lesson.json", "\"step\": \"forward input\"", "\"step\": \"onward input\""),
               Contains("A step is a phase and a name"));
    CHECK_THAT(problemsAfter("en.md", "{#scores}", "{#score}"),
               Contains("en.md: The step “scores” of lesson.json has no text") && Contains("has no step “score”"));
    CHECK_THAT(problemsAfter("zh_CN.md", "{#task}", "{#tusk}"),
               Contains("zh_CN.md:") && Contains("A heading with ###"));
    CHECK_THAT(problemsAfter("zh_CN.md", "{#right}", "{#wrong}"), Contains("stands here twice"));
    CHECK_THAT(problemsAfter("en.md", "{number: words}", "{words}"),
               Contains("en.md:7: “{words}” is not a figure that a lesson can show"));
    CHECK_THAT(problemsAfter("en.md", "{number: words}", "{value: a[nobody]}"),
               Contains("en.md:7: No word has the role"));
    CHECK_THAT(problemsAfter("en.md", "# ", "\xff# "), Contains("en.md: This file is not UTF-8"));
}

TEST_CASE("A missing file of a lesson is named") {
    const LessonCopy copy;
    QFile::remove(copy.path(QStringLiteral("zh_CN.md")));
    std::vector<LessonProblem> problems;
    const Lesson lesson = readLesson(copy.folder(), problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == QStringLiteral("zh_CN.md"));
    CHECK(lesson.steps.size() == 11);
}

TEST_CASE("Any bytes as a lesson's files give problems and no crash") {
    Random random(11);
    const LessonCopy copy;
    for (const char* name : {"lesson.json", "en.md"}) {
        const QString file = QString::fromLatin1(name);
        const QByteArray content = copy.read(file);
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes =
                content.left(static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(content.size()))));
            for (int k = 0; k < 3 && !bytes.isEmpty(); ++k) {
                bytes[static_cast<qsizetype>(random.below(static_cast<std::uint64_t>(bytes.size())))] =
                    static_cast<char>(random.below(256));
            }
            copy.write(file, bytes);
            std::vector<LessonProblem> problems;
            readLesson(copy.folder(), problems);
        }
        copy.write(file, content);
    }
}

}  // namespace
}  // namespace attentarium
