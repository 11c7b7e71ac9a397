#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include "tests/support/catch.h"

namespace attentarium {
namespace {

const QString kSource = QStringLiteral(ATTENTARIUM_SOURCE_DIR);
const QString kTranslation = kSource + QStringLiteral("/resources/i18n/attentarium_zh_CN.ts");

QString content(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// The source texts of all messages that `marked` fits.
QString messagesWith(const QString& translation, const QString& marked) {
    static const QRegularExpression message(QStringLiteral("<message[^>]*>.*?</message>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression source(QStringLiteral("<source>(.*?)</source>"),
                                           QRegularExpression::DotMatchesEverythingOption);
    QString found;
    for (auto match = message.globalMatch(translation); match.hasNext();) {
        const QString one = match.next().captured();
        if (one.contains(QRegularExpression(marked))) found += source.match(one).captured(1) + QLatin1Char('\n');
    }
    return found;
}

TEST_CASE("Every text of the window is translated, and no translation is without its text") {
    const QString translation = content(kTranslation);
    CHECK(messagesWith(translation, QStringLiteral("type=\"(unfinished|obsolete|vanished)\"")).toStdString() == "");
    CHECK(messagesWith(translation, QStringLiteral("<translation>\\s*</translation>")).toStdString() == "");
}

TEST_CASE("The translation file has every text that is in the source, and no other") {
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("attentarium_zh_CN.ts"));
    REQUIRE(QFile::copy(kTranslation, copy));
    QProcess lupdate;
    lupdate.setWorkingDirectory(kSource);
    lupdate.start(
        QStringLiteral(ATTENTARIUM_LUPDATE),
        {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
         QStringLiteral("none"), QStringLiteral("ui"), QStringLiteral("app/desktop"), QStringLiteral("-ts"), copy});
    REQUIRE(lupdate.waitForFinished(60000));
    REQUIRE(lupdate.exitCode() == 0);
    CHECK(messagesWith(content(copy), QStringLiteral("type=\"")).toStdString() == "");
    CHECK((content(copy) == content(kTranslation)));
}

TEST_CASE("A translation keeps the places for values") {
    static const QRegularExpression message(
        QStringLiteral("<source>(.*?)</source>.*?<translation[^>]*>(.*?)</translation>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression place(QStringLiteral("%(L?[0-9]|n)"));
    const QString translation = content(kTranslation);
    for (auto match = message.globalMatch(translation); match.hasNext();) {
        const auto one = match.next();
        QStringList places[2];
        for (const int side : {0, 1}) {
            for (auto found = place.globalMatch(one.captured(side + 1)); found.hasNext();) {
                places[side].append(found.next().captured());
            }
            places[side].removeDuplicates();
            places[side].sort();
        }
        CAPTURE(one.captured(1).toStdString());
        CHECK(places[0] == places[1]);
    }
}

}  // namespace
}  // namespace attentarium
