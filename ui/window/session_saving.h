#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "ui/window/stored_session.h"

class QWidget;

namespace attentarium {

class MessageBar;
class Preferences;

/// Puts the session into a file that the user names, and asks for one to open.
class SessionSaving : public QObject {
    Q_OBJECT

  public:
    /// `open` is given what a file holds.
    SessionSaving(Session& session, std::function<void(const StoredSession&)> open, Preferences& preferences,
                  MessageBar& messages, QWidget* window);

    void askWhereTo();
    void askWhich();
    void save(QString file);
    void open(const QString& file);

  private:
    Session& m_session;
    std::function<void(const StoredSession&)> m_open;
    Preferences& m_preferences;
    MessageBar& m_messages;
    QWidget* m_window;
};

}  // namespace attentarium
