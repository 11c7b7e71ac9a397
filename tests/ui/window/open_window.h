#pragma once

#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <memory>

#include "tests/support/application.h"
#include "ui/session/session.h"
#include "ui/views/stage/stage_view.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/model_opening.h"
#include "ui/window/preferences.h"

namespace attentarium::test {

/// The application as the program prepares it: in English, light, at the usual text size.
void prepare();

/// Waits until `holds`; false after ten seconds.
bool waitUntil(const std::function<bool()>& holds);

/// Until what is waiting has been done: layouts, paintings, the end of old widgets.
void settle();

/// A checkpoint in `folder`: a small model with random weights, always the same, that knows the small world's words.
void saveSmallModel(const QString& folder, Language language);

/// The real window on a small model, with preferences of its own.
struct OpenWindow {
    explicit OpenWindow(Language modelLanguage = Language::English, QSize size = QSize(1280, 720));
    ~OpenWindow();

    /// Closes the window and opens a new one with the same preferences, as the next start does.
    void restart();
    void open();
    QString model(Language language) const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Changes the language of the interface and lets every widget hear of it.
    void speak(Language language);
    /// Drags `data` over the window and lets it go.
    void drop(const QMimeData& data);
    bool isBusy() const { return session->isBusy(); }

    QTemporaryDir folder;
    QSize size;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
};

}  // namespace attentarium::test
