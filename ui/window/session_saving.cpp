#include "ui/window/session_saving.h"

#include <QFileDialog>
#include <QFileInfo>
#include <utility>

#include "ui/explain/words.h"
#include "ui/window/message_bar.h"
#include "ui/window/preferences.h"
#include "ui/window/session_file.h"

namespace attentarium {
namespace {

const QString kPurpose = QStringLiteral("sessions");

}  // namespace

SessionSaving::SessionSaving(Session& session, std::function<void(const StoredSession&)> open, Preferences& preferences,
                             MessageBar& messages, QWidget* window)
    : QObject(window),
      m_session(session),
      m_open(std::move(open)),
      m_preferences(preferences),
      m_messages(messages),
      m_window(window) {}

void SessionSaving::askWhereTo() {
    auto* dialog = new QFileDialog(m_window, tr("Save the session"), m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(kSessionEnding));
    //: %1 is the pattern of file names
    dialog->setNameFilter(tr("Session (%1)").arg(QStringLiteral("*.") + QString::fromLatin1(kSessionEnding)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(file).path());
        save(file);
    });
    dialog->open();
}

void SessionSaving::askWhich() {
    auto* dialog = new QFileDialog(m_window, tr("Open a session"), m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Session (%1)").arg(QStringLiteral("*.") + QString::fromLatin1(kSessionEnding)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(file).path());
        open(file);
    });
    dialog->open();
}

void SessionSaving::save(QString file) {
    const auto stored = storedSession(m_session);
    if (!stored) return;
    if (QFileInfo(file).suffix().isEmpty()) file += QLatin1Char('.') + QString::fromLatin1(kSessionEnding);
    try {
        writeSession(file, *stored);
        m_messages.show(MessageBar::Kind::Done, [file] { return tr("The session is in %1.").arg(file); });
    } catch (const Error& error) {
        m_messages.show(MessageBar::Kind::Problem, [error] { return sentenceFor(error); });
    }
}

void SessionSaving::open(const QString& file) {
    try {
        m_open(readSession(file));
    } catch (const Error& error) {
        m_messages.show(MessageBar::Kind::Problem, [error] { return sentenceFor(error); });
    }
}

}  // namespace attentarium
