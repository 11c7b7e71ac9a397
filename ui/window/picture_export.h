#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QSizeF>
#include <QString>
#include <functional>
#include <optional>

namespace attentarium {

enum class PictureFormat { Png, Svg, Pdf };

/// Something that paints itself into a rectangle, at any scale.
using Paint = std::function<void(QPainter& painter, const QRectF& target)>;

/// By the ending of a file's name; none for any other ending.
std::optional<PictureFormat> formatOf(const QString& file);
/// `png`, `svg`, `pdf`.
QString endingOf(PictureFormat format);

/// `scale` pixels for each unit of `size`.
QImage drawnImage(const Paint& paint, const QSizeF& size, double scale);
/// The bytes of a file: the image, or vectors on a page as large as the picture.
QByteArray drawnPicture(const Paint& paint, const QSizeF& size, PictureFormat format, double scale);

/// Puts a picture into its file, whole or not at all. Throws `Error` FileUnwritable.
void writePicture(const QString& file, const QByteArray& picture);

}  // namespace attentarium
