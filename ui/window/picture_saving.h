#pragma once

#include <QObject>
#include <QString>

#include "ui/session/session.h"
#include "ui/window/picture_export.h"

class QWidget;

namespace attentarium {

class MessageBar;
class Preferences;

/// Puts the stage's picture into a file that the user names, or onto the clipboard.
class PictureSaving : public QObject {
    Q_OBJECT

  public:
    struct Picture {
        Paint paint;
        std::function<QSizeF()> size;
    };

    PictureSaving(Session& session, Picture picture, Preferences& preferences, MessageBar& messages, QWidget* window);

    void ask(PictureFormat format);
    /// The file's ending says the format; `format` where it has none.
    void save(QString file, PictureFormat format);
    void copy();

  private:
    QString suggestedName(PictureFormat format) const;

    Session& m_session;
    Picture m_picture;
    Preferences& m_preferences;
    MessageBar& m_messages;
    QWidget* m_window;
};

}  // namespace attentarium
