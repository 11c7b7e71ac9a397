#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSvgRenderer>
#include <QtMath>

#include "tests/engine/io/full_disk.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/window/picture_saving.h"
#include "ui/window/step_name.h"

namespace attentarium::test {
namespace {

QByteArray content(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

TEST_CASE("The picture goes to PNG at twice its size, to SVG and to PDF") {
    OpenWindow open;
    REQUIRE(goToStepNamed(*open.session, QStringLiteral("blocks.0.attention.weights")));
    const QSizeF size = open.window->stage().pictureSize();
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        open.window->pictures().save(open.folder.filePath(QStringLiteral("figure")), format);
    }
    const QImage image(open.folder.filePath(QStringLiteral("figure.png")));
    REQUIRE_FALSE(image.isNull());
    CHECK(image.width() == qCeil(size.width() * 2));
    CHECK(image.height() == qCeil(size.height() * 2));
    QSvgRenderer svg(open.folder.filePath(QStringLiteral("figure.svg")));
    CHECK(svg.isValid());
    CHECK(svg.viewBox().width() == qRound(size.width()));
    const QByteArray pdf = content(open.folder.filePath(QStringLiteral("figure.pdf")));
    CHECK(pdf.startsWith("%PDF-"));
    CHECK(pdf.trimmed().endsWith("%%EOF"));
    CHECK(pdf.contains("/Font"));
    CHECK(open.window->messages().isVisible());
}

TEST_CASE("The picture goes to the clipboard with one key") {
    OpenWindow open;
    open.window->stage().setFocus();
    open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QImage image = QGuiApplication::clipboard()->image();
    CHECK(image.width() == qCeil(open.window->stage().pictureSize().width() * 2));
}

TEST_CASE("A picture that cannot be written is said, and leaves nothing") {
    OpenWindow open;
    open.window->pictures().save(open.folder.filePath(QStringLiteral("no-folder/figure.png")), PictureFormat::Png);
    CHECK(open.window->messages().message().contains(QStringLiteral("no-folder")));
    open.window->messages().dismiss();
    const QString old = open.folder.filePath(QStringLiteral("figure.png"));
    open.window->pictures().save(old, PictureFormat::Png);
    const QByteArray before = content(old);
    {
        const FullDisk full(1000);
        open.window->pictures().save(old, PictureFormat::Png);
    }
    CHECK(content(old) == before);
    CHECK(QDir(open.folder.path()).entryList({QStringLiteral("*figure*")}, QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("Every step has a name that leads to it") {
    OpenWindow open;
    for (int step = 0; step < open.session->stepCount(); ++step) {
        open.session->goToStep(step);
        const QString name = nameOfStep(*open.session);
        open.session->goToFirst();
        CAPTURE(name.toStdString());
        CHECK(goToStepNamed(*open.session, name));
        CHECK(nameOfStep(*open.session) == name);
        CHECK(goToStepNamed(*open.session, QString::number(step + 1)));
        CHECK(open.session->step() == step);
    }
    for (const char* name :
         {"", "0", "-1", "100000", "nan", "blocks.7.attention.weights", "backward:", "sideways:loss"}) {
        CHECK_FALSE(goToStepNamed(*open.session, QString::fromLatin1(name)));
    }
    CHECK(goToStepNamed(*open.session, QStringLiteral("update")));
    CHECK(open.session->currentStep()->phase == Phase::Update);
}

}  // namespace
}  // namespace attentarium::test
