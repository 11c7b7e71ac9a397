// Figures are for other programs, so other programs open them here.

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>

#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/ui/reach/painted_texts.h"
#include "tests/ui/window/open_window.h"
#include "ui/window/picture_saving.h"
#include "ui/window/step_name.h"

namespace attentarium::test {
namespace {

constexpr qint64 kLargest = 2'000'000;

/// What `program` writes, or nothing where it failed.
QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0) return {};
    return process.readAllStandardOutput();
}

bool isThere(const char* program) {
    return !QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty();
}

/// A picture of one colour shows nothing.
std::size_t coloursIn(const QImage& image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
    }
    return static_cast<std::size_t>(colours.size());
}

/// The words that the stage writes, without what is too short to be looked for.
QStringList wordsOnStage(StageView& stage) {
    const QSize size = stage.pictureSize().toSize();
    QStringList words;
    for (const PaintedText& text :
         textsPainted(size, [&](QPainter& painter) { stage.paint(painter, QRectF(QPointF(), QSizeF(size))); })) {
        // Turned text comes out of a PDF letter by letter.
        if (text.upright && text.text.size() > 1) words.append(text.text.trimmed());
    }
    words.removeDuplicates();
    return words;
}

/// Without what Qt's PDF does not keep as text, though it draws it: the digits of the bold type, and dots in a row.
QString squeezed(const QString& text) {
    QString kept = text;
    kept = kept.remove(QStringLiteral("…")).normalized(QString::NormalizationForm_KC);
    kept.removeIf([](QChar letter) { return letter.isSpace() || letter.isDigit(); });
    return kept;
}

/// Whether `text` of a PDF has `word`. Letters that look like a radical, as 见 does, Qt's PDF keeps as the radical.
bool contains(const QString& text, const QString& word) {
    QString pattern;
    for (const QChar letter : word) {
        const bool han = letter.script() == QChar::Script_Han;
        pattern +=
            han ? QStringLiteral("[%1\\x{2e80}-\\x{2eff}]").arg(letter) : QRegularExpression::escape(QString(letter));
    }
    return text.contains(QRegularExpression(pattern));
}

/// Opens the figure of the present step in other programs.
void checkFigure(OpenWindow& open) {
    const QString folder = open.folder.path() + QStringLiteral("/figure");
    // The message that a file was written takes its room from the stage.
    if (!open.window->messages().isVisible()) open.window->pictures().save(folder, PictureFormat::Svg);
    settle();
    for (const PictureFormat format : {PictureFormat::Svg, PictureFormat::Pdf}) {
        open.window->pictures().save(folder, format);
    }
    const QString svg = folder + QStringLiteral(".svg"), pdf = folder + QStringLiteral(".pdf");
    const QString png = folder + QStringLiteral("-converted");
    CHECK(QFileInfo(svg).size() > 1000);
    CHECK(QFileInfo(svg).size() < kLargest);
    CHECK(QFileInfo(pdf).size() > 1000);
    CHECK(QFileInfo(pdf).size() < kLargest);
    const QSizeF size = open.window->stage().pictureSize();
    if (isThere("rsvg-convert")) {
        const QImage image = QImage::fromData(outputOf(QStringLiteral("rsvg-convert"), {svg}));
        CHECK(std::abs(image.width() / size.width() - image.height() / size.height()) < 0.01);
        CHECK(coloursIn(image) > 20);
    }
    if (isThere("pdftoppm")) {
        outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("50"),
                                              QStringLiteral("-singlefile"), pdf, png});
        const QImage image(png + QStringLiteral(".png"));
        CHECK(std::abs(image.width() / size.width() - image.height() / size.height()) < 0.01);
        CHECK(coloursIn(image) > 20);
    }
    if (isThere("pdftotext")) {
        const QByteArray output =
            outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
        const QString text = squeezed(QString::fromUtf8(output));
        QStringList missing;
        const QStringList words = wordsOnStage(open.window->stage());
        CHECK(words.size() > 10);
        for (const QString& word : words) {
            if (!contains(text, squeezed(word))) missing.append(word);
        }
        CHECK(missing.join(QStringLiteral(" | ")).toStdString() == "");
    }
}

TEST_CASE("Other programs open the figures, and find the words in them, Chinese too") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        for (const char* step : {"token_embedding", "blocks.0.attention.weights", "blocks.1.feed_forward.activated",
                                 "loss", "backward:blocks.0.attention.weights", "update"}) {
            CAPTURE(step);
            REQUIRE(goToStepNamed(*open.session, QString::fromLatin1(step)));
            settle();
            checkFigure(open);
        }
    }
}

TEST_CASE("The figures of every family open in other programs") {
    OpenWindow open;
    QSet<QByteArray> families;
    for (const FamilySample& sample : familySamples()) {
        if (families.contains(QByteArray(nameOf(sample.config.family).data()))) continue;
        families.insert(QByteArray(nameOf(sample.config.family).data()));
        const QString folder = open.folder.filePath(QStringLiteral("family-%1").arg(families.size()));
        saveCheckpoint(folder.toStdString(), sampleCheckpoint(sample));
        open.session->setText(sample.reads() ? QStringLiteral("the little fox → she ate")
                                             : QStringLiteral("the little fox saw a red apple"));
        open.window->models().open(folder);
        CAPTURE(sample.name);
        REQUIRE(waitUntil([&] { return open.session->folder() == folder && open.session->isTraceCurrent(); }));
        open.session->goToStep(open.session->stepCount() / 3);
        settle();
        checkFigure(open);
    }
}

}  // namespace
}  // namespace attentarium::test
