#include "ui/window/picture_saving.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <utility>

#include "ui/explain/words.h"
#include "ui/window/message_bar.h"
#include "ui/window/preferences.h"
#include "ui/window/step_name.h"

namespace attentarium {
namespace {

// Sharp on a projector and in print.
constexpr double kScale = 2;

const QString kPurpose = QStringLiteral("pictures");
const QString kNumbers = QStringLiteral("csv");

}  // namespace

PictureSaving::PictureSaving(Session& session, Picture picture, Preferences& preferences, MessageBar& messages,
                             QWidget* window)
    : QObject(window),
      m_session(session),
      m_picture(std::move(picture)),
      m_preferences(preferences),
      m_messages(messages),
      m_window(window) {}

QString PictureSaving::suggestedName(const QString& ending) const {
    QString name = nameOfStep(m_session);
    if (name.isEmpty()) name = QStringLiteral("attentarium");
    name.replace(QLatin1Char('.'), QLatin1Char('-')).replace(QLatin1Char(':'), QLatin1Char('-'));
    return name + QLatin1Char('.') + ending;
}

void PictureSaving::ask(PictureFormat format) {
    auto* dialog = new QFileDialog(m_window, tr("Save the picture"), m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(format));
    //: %1 is PNG, SVG or PDF, %2 the pattern of file names
    dialog->setNameFilter(
        tr("%1 picture (%2)").arg(endingOf(format).toUpper(), QStringLiteral("*.") + endingOf(format)));
    dialog->selectFile(suggestedName(endingOf(format)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& file) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(file).path());
        save(file, format);
    });
    dialog->open();
}

void PictureSaving::save(QString file, PictureFormat format) {
    if (QFileInfo(file).suffix().isEmpty()) file += QLatin1Char('.') + endingOf(format);
    try {
        writePicture(file, drawnPicture(m_picture.paint, m_picture.size(), formatOf(file).value_or(format), kScale));
        m_messages.show(MessageBar::Kind::Done, [file] { return tr("The picture is in %1.").arg(file); });
    } catch (const Error& error) {
        m_messages.show(MessageBar::Kind::Problem, [error] { return sentenceFor(error); });
    }
}

void PictureSaving::askForNumbers() {
    auto* dialog = new QFileDialog(m_window, tr("Save the numbers"), m_preferences.lastFolder(kPurpose));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(kNumbers);
    //: %1 the pattern of file names
    dialog->setNameFilter(tr("table, divided by commas (%1)").arg(QStringLiteral("*.") + kNumbers));
    dialog->selectFile(suggestedName(kNumbers));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_preferences.setLastFolder(kPurpose, QFileInfo(file).path());
        saveNumbers(file);
    });
    dialog->open();
}

void PictureSaving::saveNumbers(QString file) {
    if (QFileInfo(file).suffix().isEmpty()) file += QLatin1Char('.') + kNumbers;
    try {
        writePicture(file, m_picture.numbers().toUtf8());
        m_messages.show(MessageBar::Kind::Done, [file] { return tr("The numbers are in %1.").arg(file); });
    } catch (const Error& error) {
        m_messages.show(MessageBar::Kind::Problem, [error] { return sentenceFor(error); });
    }
}

void PictureSaving::copy() {
    QGuiApplication::clipboard()->setImage(drawnImage(m_picture.paint, m_picture.size(), kScale));
    m_messages.show(MessageBar::Kind::Done, [] { return tr("The picture is on the clipboard."); });
}

}  // namespace attentarium
