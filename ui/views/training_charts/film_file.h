#pragma once

#include <QImage>
#include <QString>
#include <memory>

namespace attentarium {

/// A film on its way to the disk. Until `finish` nothing is to be seen of it; destroyed before, it leaves no trace.
class FilmFile {
  public:
    virtual ~FilmFile() = default;

    /// All frames have the size of the first; others are fitted into it. Throws `Error` FileUnwritable.
    virtual void add(const QImage& frame, int milliseconds) = 0;
    /// Throws `Error` FileUnwritable. Nothing may be added afterwards.
    virtual void finish() = 0;
};

enum class FilmKind {
    WebP,  ///< one file, an animated WebP
    Png,   ///< a folder with a picture for each frame
};

/// `target` is the file, or the folder. Throws `Error` FileUnwritable, or FolderExists for a folder of other things.
std::unique_ptr<FilmFile> openFilm(FilmKind kind, const QString& target, int frames);

}  // namespace attentarium
