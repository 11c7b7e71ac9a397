#include <QFile>
#include <QTemporaryDir>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/corpus_figures.h"
#include "ui/session/text_file.h"

namespace attentarium::test {
namespace {

using Kind = TextFileProblem::Kind;

struct Files {
    QTemporaryDir folder;
    QString with(const std::string& bytes) const {
        const QString name = folder.filePath(QStringLiteral("file.txt"));
        QFile file(name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return name;
    }
};

TEST_CASE("A text file is read, whatever line ends and mark it has") {
    const Files files;
    const ReadText read = readText(files.with("\xEF\xBB\xBFone\r\ntwo\rthree\n你好"));
    CHECK_FALSE(read.problem);
    CHECK(read.text == "one\ntwo\nthree\n你好");
}

TEST_CASE("Chinese in GB18030 is recognised and can be read as that") {
    const Files files;
    // "小猫在花园里。" and "中国" in GB18030.
    const QString file = files.with("\xD0\xA1\xC3\xA8\xD4\xDA\xBB\xA8\xD4\xB0\xC0\xEF\xA1\xA3\n\xD6\xD0\xB9\xFA");
    const ReadText refused = readText(file);
    REQUIRE(refused.problem);
    CHECK(refused.problem->kind == Kind::OtherEncoding);
    CHECK(refused.problem->encoding == TextEncoding::Gb18030);
    CHECK(refused.text.empty());
    const ReadText read = readText(file, TextEncoding::Gb18030);
    CHECK_FALSE(read.problem);
    CHECK(read.text == "小猫在花园里。\n中国");
}

TEST_CASE("Latin-1 is recognised though its bytes could be Chinese, and can be read as that") {
    const Files files;
    const QString file = files.with(
        "Der K\xF6nig \xFC"
        "ber den Stra\xDF"
        "en. Caf\xE9, na\xEFve \x93quote\x94");
    const ReadText refused = readText(file);
    REQUIRE(refused.problem);
    CHECK(refused.problem->encoding == TextEncoding::Latin1);
    CHECK(readText(file, TextEncoding::Latin1).text == "Der König über den Straßen. Café, naïve “quote”");
}

TEST_CASE("What is no text is refused with the reason") {
    const Files files;
    const auto kindOf = [](const QString& file) {
        const ReadText read = readText(file);
        REQUIRE(read.problem);
        return read.problem->kind;
    };
    CHECK(kindOf(files.with("")) == Kind::Empty);
    CHECK(kindOf(files.with(" \n\t ")) == Kind::Empty);
    CHECK(kindOf(files.with(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16))) == Kind::Binary);
    CHECK(kindOf(files.with(std::string("text\0text", 9))) == Kind::Binary);
    CHECK(kindOf(files.folder.path()) == Kind::Unreadable);
    CHECK(kindOf(files.folder.filePath(QStringLiteral("nothing"))) == Kind::Unreadable);
    CHECK(readText(files.with("\xFF\xFEh\0i\0")).problem->encoding == TextEncoding::Utf16);
    CHECK(readText(files.with(std::string("\xFF\xFEh\0i\0", 6)), TextEncoding::Utf16).text == "hi");
}

TEST_CASE("A file of a gigabyte is refused") {
    const Files files;
    const QString name = files.with("a");
    QFile file(name);
    REQUIRE(file.resize(qint64{1} << 30));
    const ReadText read = readText(name);
    REQUIRE(read.problem);
    CHECK(read.problem->kind == Kind::TooLarge);
    CHECK(read.problem->bytes == qint64{1} << 30);
}

TEST_CASE("Words are found in context, whole and in any case, and Chinese has no gaps between words") {
    const Concordance found = concordance("The cat saw another cat.\nCats and CAT", QStringLiteral("cat"));
    CHECK(found.total == 3);
    CHECK(found.lines[0].before == QStringLiteral("The "));
    CHECK(found.lines[0].after == QStringLiteral(" saw another cat. Cats and CAT"));
    CHECK(found.lines[2].word == QStringLiteral("CAT"));
    CHECK(concordance("小猫看见小狗。小猫笑了。", QStringLiteral("小猫")).total == 2);
    CHECK(concordance("abc", {}).total == 0);
}

TEST_CASE("A text's words are counted without marks and line ends") {
    const auto text = std::make_shared<const std::string>("the cat saw the dog.\nthe end, the cat!");
    const CorpusFigures figures = figuresOf(*cutText(text, nullptr));
    CHECK(figures.bytes == 38);
    CHECK(figures.characters == 38);
    CHECK(figures.words == 9);
    CHECK(figures.vocabulary == 5);
    CHECK(figures.once == 3);
    CHECK(figures.frequent[0].text == QStringLiteral("the"));
    CHECK(figures.frequent[0].count == 4);
    CHECK(figures.counts == std::vector<std::int64_t>{4, 2, 1, 1, 1});
}

}  // namespace
}  // namespace attentarium::test
