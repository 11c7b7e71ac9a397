#pragma once

#include <QObject>
#include <QString>

#include "engine/text/language.h"
#include "ui/session/session.h"

class QMenu;
class QMimeData;
class QWidget;

namespace attentarium {

class MessageBar;
class Preferences;

/// All ways to a model, and one to keep it: its folder by dialog, by drop or from the list of recent ones, and the two
/// bundled models. What cannot be opened is said in the message bar, and what was open stays.
class ModelOpening : public QObject {
    Q_OBJECT

  public:
    ModelOpening(Session& session, Preferences& preferences, MessageBar& messages, QWidget* window);

    void open(const QString& folder);
    void openBundled(Language language);
    /// Opens `folder`, or the bundled model of `otherwise` when that fails.
    void openOr(const QString& folder, Language otherwise);
    void ask();
    /// Asks for a folder, new or of a model that it takes the place of, for the model on screen: a moment of training
    /// too.
    void askWhereToSave();
    /// Asks for a model to compare the open one with.
    void askToCompare();
    void fillRecent(QMenu& menu);
    void fillBundled(QMenu& menu);
    /// What was dropped onto the window: a model's folder, or a text whose first line becomes the sentence.
    void take(const QMimeData& data);

  private:
    /// A dialog for a folder, which `use` then gets.
    void askForFolder(const QString& title, void (ModelOpening::*use)(const QString&));
    void compare(const QString& folder);
    void adopted();
    void failed(const Error& error);

    Session& m_session;
    Preferences& m_preferences;
    MessageBar& m_messages;
    QWidget* m_window;
    QString m_asked;
    std::optional<Language> m_otherwise;
    bool m_hadChanges = false;
    bool m_failed = false;  ///< whether the message in the bar is about a model that did not open
};

}  // namespace attentarium
