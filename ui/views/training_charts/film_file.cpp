#include "ui/views/training_charts/film_file.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <QBuffer>
#include <QPainter>

#include "engine/core/error.h"
#include "engine/io/atomic_file.h"
#include "engine/io/atomic_folder.h"

namespace attentarium {
namespace {

/// `frame` as opaque pixels of that size; one of another shape stands in the middle.
QImage fitted(const QImage& frame, const QSize& size) {
    if (frame.size() == size) return frame.convertToFormat(QImage::Format_RGB32);
    QImage image(size, QImage::Format_RGB32);
    image.fill(frame.pixelColor(0, 0));
    const QImage scaled = frame.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&image);
    painter.drawImage((size.width() - scaled.width()) / 2, (size.height() - scaled.height()) / 2, scaled);
    return image;
}

/// What libwebp says when a film cannot be made.
[[noreturn]] void refuse(const QString& target, const char* reason) {
    throw Error(ErrorKind::FileUnwritable, {.file = target.toStdString(), .reason = reason});
}

class WebPFilm : public FilmFile {
  public:
    explicit WebPFilm(const QString& target) : m_target(target), m_file(target.toStdString()) {
        // Lines and letters stay as sharp as they are; a quick search keeps up with the pictures.
        WebPConfigInit(&m_config);
        WebPConfigLosslessPreset(&m_config, 1);
    }
    ~WebPFilm() override { WebPAnimEncoderDelete(m_encoder); }

    void add(const QImage& frame, int milliseconds) override {
        if (!m_encoder) begin(frame.size());
        const QImage image = fitted(frame, m_size);
        WebPPicture picture;
        if (!WebPPictureInit(&picture)) refuse(m_target, "another libwebp");
        picture.use_argb = 1;
        picture.width = image.width();
        picture.height = image.height();
        const bool added = WebPPictureImportBGRX(&picture, image.constBits(), static_cast<int>(image.bytesPerLine())) &&
                           WebPAnimEncoderAdd(m_encoder, &picture, m_time, &m_config);
        WebPPictureFree(&picture);
        if (!added) refuse(m_target, WebPAnimEncoderGetError(m_encoder));
        m_time += milliseconds;
    }

    void finish() override {
        WebPData data;
        WebPDataInit(&data);
        const bool made = m_encoder && WebPAnimEncoderAdd(m_encoder, nullptr, m_time, nullptr) &&
                          WebPAnimEncoderAssemble(m_encoder, &data);
        if (!made) refuse(m_target, m_encoder ? WebPAnimEncoderGetError(m_encoder) : "no picture in it");
        const std::unique_ptr<WebPData, void (*)(WebPData*)> kept(&data, WebPDataClear);
        m_file.write(std::as_bytes(std::span(data.bytes, data.size)));
        m_file.commit();
    }

  private:
    void begin(const QSize& size) {
        m_size = size;
        WebPAnimEncoderOptions options;
        if (!WebPAnimEncoderOptionsInit(&options)) refuse(m_target, "another libwebp");
        m_encoder = WebPAnimEncoderNew(size.width(), size.height(), &options);
        if (!m_encoder) refuse(m_target, "no memory");
    }

    QString m_target;
    AtomicFile m_file;
    WebPConfig m_config;
    WebPAnimEncoder* m_encoder = nullptr;
    QSize m_size;
    int m_time = 0;
};

/// `frame-0001.png` and so on.
std::vector<std::string> frameNames(int frames) {
    std::vector<std::string> names;
    for (int i = 1; i <= frames; ++i) {
        names.push_back(QStringLiteral("frame-%1.png").arg(i, 4, 10, QLatin1Char('0')).toStdString());
    }
    return names;
}

class PngFilm : public FilmFile {
  public:
    PngFilm(const QString& target, int frames)
        : m_target(target), m_names(frameNames(frames)), m_folder(target.toStdString(), m_names) {}

    void add(const QImage& frame, int) override {
        if (m_next == 0) m_size = frame.size();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (m_next == m_names.size() || !fitted(frame, m_size).save(&buffer, "PNG")) refuse(m_target, "no memory");
        m_folder.write(m_names[m_next],
                       std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
        ++m_next;
    }
    void finish() override { m_folder.commit(); }

  private:
    QString m_target;
    std::vector<std::string> m_names;
    AtomicFolder m_folder;
    QSize m_size;
    std::size_t m_next = 0;
};

}  // namespace

std::unique_ptr<FilmFile> openFilm(FilmKind kind, const QString& target, int frames) {
    if (kind == FilmKind::WebP) return std::make_unique<WebPFilm>(target);
    return std::make_unique<PngFilm>(target, frames);
}

}  // namespace attentarium
