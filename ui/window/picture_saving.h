#pragma once

#include <QObject>
#include <QString>

#include "ui/session/session.h"
#include "ui/window/picture_export.h"

class QWidget;

namespace attentarium {

class MessageBar;
class Preferences;

/// Puts the picture of the workspace, or its numbers, into a file that the user names, or onto the clipboard.
class PictureSaving : public QObject {
    Q_OBJECT

  public:
    struct Picture {
        Paint paint;
        std::function<QSizeF()> size;
        std::function<QString()> numbers;  ///< of what is shown, divided by commas; empty where there are none
    };

    PictureSaving(Session& session, Picture picture, Preferences& preferences, MessageBar& messages, QWidget* window);

    void ask(PictureFormat format);
    /// The file's ending says the format; `format` where it has none.
    void save(QString file, PictureFormat format);
    void copy();
    /// The same for the numbers of what is shown.
    void askForNumbers();
    void saveNumbers(QString file);

  private:
    QString suggestedName(const QString& ending) const;

    Session& m_session;
    Picture m_picture;
    Preferences& m_preferences;
    MessageBar& m_messages;
    QWidget* m_window;
};

}  // namespace attentarium
