#include "ui/window/picture_export.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <cmath>
#include <filesystem>

#include "engine/io/atomic_file.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

// A unit of a picture is a pixel of the usual screen; 96 of them are an inch.
constexpr int kUnitsPerInch = 96;

QByteArray drawnSvg(const Paint& paint, const QSizeF& size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(QSize(qRound(size.width()), qRound(size.height())));
    generator.setViewBox(QRectF({}, size));
    generator.setResolution(kUnitsPerInch);
    generator.setTitle(QStringLiteral("Attentarium"));
    QPainter painter(&generator);
    painter.fillRect(QRectF({}, size), theme().stage);
    paint(painter, QRectF({}, size));
    painter.end();
    return bytes;
}

QByteArray drawnPdf(const Paint& paint, const QSizeF& size) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(QStringLiteral("Attentarium"));
    writer.setCreator(QStringLiteral("Attentarium"));
    writer.setResolution(kUnitsPerInch);
    // The page is the picture.
    writer.setPageSize(QPageSize(size / kUnitsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.fillRect(QRectF({}, size), theme().stage);
    paint(painter, QRectF({}, size));
    painter.end();
    return bytes;
}

}  // namespace

std::optional<PictureFormat> formatOf(const QString& file) {
    const QString ending = QFileInfo(file).suffix().toLower();
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf}) {
        if (ending == endingOf(format)) return format;
    }
    return std::nullopt;
}

QString endingOf(PictureFormat format) {
    switch (format) {
        case PictureFormat::Png:
            return QStringLiteral("png");
        case PictureFormat::Svg:
            return QStringLiteral("svg");
        case PictureFormat::Pdf:
            return QStringLiteral("pdf");
    }
    return {};
}

QImage drawnImage(const Paint& paint, const QSizeF& size, double scale) {
    const QSize pixels(static_cast<int>(std::ceil(size.width() * scale)),
                       static_cast<int>(std::ceil(size.height() * scale)));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme().stage);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, QRectF({}, size));
    return image;
}

QByteArray drawnPicture(const Paint& paint, const QSizeF& size, PictureFormat format, double scale) {
    if (format == PictureFormat::Svg) return drawnSvg(paint, size);
    if (format == PictureFormat::Pdf) return drawnPdf(paint, size);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    drawnImage(paint, size, scale).save(&buffer, "PNG");
    return bytes;
}

void writePicture(const QString& file, const QByteArray& picture) {
    writeFileAtomically(std::filesystem::path(file.toStdString()),
                        std::as_bytes(std::span(picture.data(), picture.size())));
}

}  // namespace attentarium
