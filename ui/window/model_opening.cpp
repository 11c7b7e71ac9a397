#include "ui/window/model_opening.h"
#include "ui/explain/bundled_titles.h"
#include "ui/session/training.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <utility>

#include "ui/explain/words.h"
#include "ui/session/resources.h"
#include "ui/window/dropped.h"
#include "ui/window/message_bar.h"
#include "ui/window/preferences.h"

namespace attentarium {
namespace {

const QString kPurpose = QStringLiteral("models");

}  // namespace

ModelOpening::ModelOpening(Session& session, Preferences& preferences, MessageBar& messages, QWidget* window)
    : QObject(window), m_session(session), m_preferences(preferences), m_messages(messages), m_window(window) {
    connect(&session, &Session::modelChanged, this, &ModelOpening::adopted);
    connect(&session, &Session::failed, this, &ModelOpening::failed);
    connect(&session.training(), &Training::saved, this, [this](const QString& folder) {
        m_messages.show(MessageBar::Kind::Done, [folder] { return tr("The model is in %1.").arg(folder); });
    });
    connect(&session, &Session::changesChanged, this, [this] { m_hadChanges = !m_session.changes().empty(); });
}

void ModelOpening::open(const QString& folder) {
    m_asked = folder;
    m_otherwise.reset();
    m_session.openModel(folder);
}

void ModelOpening::openBundled(Language language) {
    open(bundledCheckpoint(language));
}

void ModelOpening::openOr(const QString& folder, Language otherwise) {
    open(folder);
    if (folder != bundledCheckpoint(otherwise)) m_otherwise = otherwise;
}

void ModelOpening::adopted() {
    m_otherwise.reset();
    // A run is opened from the list of runs.
    const RunEntry* run = m_session.training().current();
    const bool isRun =
        m_session.folder().isEmpty() || (run && !run->folder.isEmpty() && m_session.folder().startsWith(run->folder));
    if (!isRun) m_preferences.addRecentModel(m_session.folder());
    // The message about the model that failed stays when the bundled one took its place.
    if (m_failed && m_session.folder() == m_asked) m_messages.dismiss();
    m_failed = false;
    // Those of the model before: that there are none any more is told right after this.
    if (!m_hadChanges) return;
    m_messages.show(MessageBar::Kind::Done,
                    [] { return tr("The changes under “What if” were to the model before, so they are gone."); });
}

void ModelOpening::failed(const Error& error) {
    m_failed = true;
    const std::optional<Language> otherwise = std::exchange(m_otherwise, std::nullopt);
    const bool fallsBack = otherwise && !m_session.checkpoint();
    m_messages.show(MessageBar::Kind::Problem, [error, fallsBack] {
        const QString sentence = sentenceFor(error);
        return fallsBack ? tr("%1 The bundled model is open instead.").arg(sentence) : sentence;
    });
    if (!fallsBack) return;
    m_session.setText(bundledSentence(*otherwise));
    m_session.openModel(bundledCheckpoint(*otherwise));
}

void ModelOpening::ask() {
    askForFolder(tr("Open a model folder"), &ModelOpening::open);
}

void ModelOpening::askToCompare() {
    askForFolder(tr("Choose a model to compare with"), &ModelOpening::compare);
}

void ModelOpening::askWhereToSave() {
    if (!m_session.checkpoint()) return;
    auto* dialog = new QFileDialog(m_window, tr("Save the model as a folder"), m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    // What is on screen now, whatever training does while the dialog is open.
    connect(dialog, &QFileDialog::fileSelected, this, [this, model = *m_session.checkpoint()](const QString& folder) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(folder).path());
        m_session.training().saveModel(model, folder);
    });
    dialog->open();
}

void ModelOpening::compare(const QString& folder) {
    m_messages.dismiss();
    m_session.compareWith(folder);
}

void ModelOpening::askForFolder(const QString& title, void (ModelOpening::*use)(const QString&)) {
    auto* dialog = new QFileDialog(m_window, title, m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, use](const QString& folder) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(folder).path());
        (this->*use)(folder);
    });
    dialog->open();
}

void ModelOpening::fillRecent(QMenu& menu) {
    menu.clear();
    int number = 0;
    for (const QString& folder : m_preferences.recentModels()) {
        const QFileInfo info(folder);
        QString name = QFileInfo(info.path()).fileName() + QLatin1Char('/') + info.fileName();
        name.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action = menu.addAction(QStringLiteral("&%1  %2").arg(++number).arg(name));
        action->setToolTip(folder);
        connect(action, &QAction::triggered, this, [this, folder] { open(folder); });
    }
    if (number == 0) menu.addAction(tr("None yet"))->setEnabled(false);
}

void ModelOpening::fillBundled(QMenu& menu) {
    menu.clear();
    for (const TitledFolder& model : bundledFolders()) {
        QAction* const action = menu.addAction(model.title);
        action->setCheckable(true);
        action->setChecked(model.folder == m_session.folder());
        connect(action, &QAction::triggered, this, [this, folder = model.folder] { open(folder); });
    }
}

void ModelOpening::take(const QMimeData& data) {
    const Dropped dropped = meaningOf(data);
    if (const auto* model = std::get_if<DroppedModel>(&dropped)) {
        open(model->folder);
    } else if (const auto* text = std::get_if<DroppedText>(&dropped)) {
        m_session.setText(text->text);
    } else {
        const QString file = QFileInfo(std::get<DroppedNothing>(dropped).file).fileName();
        m_messages.show(MessageBar::Kind::Problem, [file] {
            if (file.isEmpty()) return tr("What was dropped holds no text. Drop a model folder or a text file.");
            return tr("%1 is neither a model nor a text. Drop a model folder or a UTF-8 text file.").arg(file);
        });
    }
}

}  // namespace attentarium
