#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"

namespace attentarium::test {
namespace {

struct Ended {
    int code;
    QString said;  ///< on stderr
};

Ended run(const QStringList& arguments, const QString& folder = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(QStringLiteral(ATTENTARIUM_BINARY_DIR "/attentarium"), arguments);
    REQUIRE(process.waitForFinished(60000));
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardError())};
}

struct Models {
    Models() {
        saveSmallModel(en(), Language::English);
        saveSmallModel(zh(), Language::Chinese);
    }
    QString en() const { return folder.filePath(QStringLiteral("en")); }
    QString zh() const { return folder.filePath(QStringLiteral("zh")); }
    QString file(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir folder;
};

TEST_CASE("The program draws the stage and the window in the size that was asked for") {
    const Models models;
    const Ended stage =
        run({QStringLiteral("--render"), models.file("stage.png"), models.en(), QStringLiteral("--size"),
             QStringLiteral("1200x700"), QStringLiteral("--step"), QStringLiteral("blocks.0.attention.weights")});
    CHECK(stage.code == 0);
    CHECK(stage.said.toStdString() == "");
    CHECK(QImage(models.file("stage.png")).size() == QSize(1200, 700));
    const Ended window = run({QStringLiteral("--window"), models.file("window.png"), models.zh(),
                              QStringLiteral("--language"), QStringLiteral("zh_CN"), QStringLiteral("--theme"),
                              QStringLiteral("dark"), QStringLiteral("--text"), QStringLiteral("小猫睡得很好")});
    CHECK(window.code == 0);
    CHECK(window.said.toStdString() == "");
    CHECK(QImage(models.file("window.png")).size() == QSize(1600, 960));
}

TEST_CASE("A wrong argument ends the program with 2 and one line, and writes nothing") {
    const Models models;
    const QString out = models.file("out.png");
    const QList<QStringList> wrong{
        {QStringLiteral("--frobnicate")},
        {QStringLiteral("--render"), models.file("out.gif"), models.en()},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--size"), QStringLiteral("1x1")},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--step"), QStringLiteral("nan")},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--step"), QStringLiteral("no.such.step")},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--language"), QStringLiteral("tlh")},
    };
    for (const QStringList& arguments : wrong) {
        const Ended ended = run(arguments);
        CAPTURE(arguments.join(QLatin1Char(' ')).toStdString(), ended.said.toStdString());
        CHECK(ended.code == 2);
        CHECK(ended.said.count(QLatin1Char('\n')) == 1);
        CHECK_FALSE(QFile::exists(out));
    }
}

TEST_CASE("What fails in the world ends the program with 1 and one line, and writes nothing") {
    const Models models;
    const QString out = models.file("out.png");
    QFile cut(models.zh() + QStringLiteral("/model.safetensors"));
    REQUIRE(cut.open(QIODevice::ReadWrite));
    cut.resize(100);
    cut.close();
    const QList<QStringList> failing{
        {QStringLiteral("--render"), out, models.file("missing")},
        {QStringLiteral("--render"), out, models.zh()},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--text"), QStringLiteral("the zeppelin")},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--text"), QString()},
        {QStringLiteral("--render"), out, models.en(), QStringLiteral("--text"), QStringLiteral("the ").repeated(49)},
        {QStringLiteral("--render"), models.file("missing/out.png"), models.en()},
        {QStringLiteral("--window"), models.file("missing/out.pdf"), models.en()},
    };
    for (const QStringList& arguments : failing) {
        const Ended ended = run(arguments);
        CAPTURE(arguments.join(QLatin1Char(' ')).toStdString(), ended.said.toStdString());
        CHECK(ended.code == 1);
        CHECK(ended.said.count(QLatin1Char('\n')) == 1);
        CHECK_FALSE(QFile::exists(out));
    }
}

TEST_CASE("Help and version need no display") {
    CHECK(run({QStringLiteral("--help")}).code == 0);
    CHECK(run({QStringLiteral("--version")}).code == 0);
}

}  // namespace
}  // namespace attentarium::test
