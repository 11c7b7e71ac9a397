#include "ui/window/session_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <span>

#include "engine/io/atomic_file.h"
#include "engine/io/damage.h"
#include "engine/io/interventions_json.h"
#include "ui/session/resources.h"
#include "ui/window/interface_language.h"

namespace attentarium {
namespace {

constexpr int kVersion = 1;
const QString kBundled = QStringLiteral("bundled:");
// A session is a page of numbers; what is larger is something else.
constexpr qint64 kLargest = 64 << 20;

/// A whole number of the object; `least` where it has none.
int number(const QJsonObject& object, const char* key, int least, int most) {
    const QJsonValue value = object[QLatin1String(key)];
    return value.isDouble() ? std::clamp(value.toInt(least), least, most) : least;
}

/// A bundled model lies elsewhere on another machine, so it goes by its name.
QString portable(const QString& folder, const QString& file) {
    for (const Language language : {Language::English, Language::Chinese}) {
        if (folder == bundledCheckpoint(language)) return kBundled + nameOf(language);
    }
    const QString inside = QFileInfo(file).dir().relativeFilePath(folder);
    return inside.startsWith(QStringLiteral("..")) ? folder : inside;
}

QString folderHere(const QString& model, const QString& file) {
    for (const Language language : {Language::English, Language::Chinese}) {
        if (model == kBundled + nameOf(language)) return bundledCheckpoint(language);
    }
    return QDir::isRelativePath(model) ? QDir::cleanPath(QFileInfo(file).dir().filePath(model)) : model;
}

}  // namespace

void writeSession(const QString& file, const StoredSession& session) {
    QJsonObject object{{QStringLiteral("attentarium_session"), kVersion},
                       {QStringLiteral("model"), portable(session.folder, file)},
                       {QStringLiteral("text"), session.text},
                       {QStringLiteral("phase"), session.phase},
                       {QStringLiteral("step"), session.step},
                       {QStringLiteral("step_unit"), session.stepUnit},
                       {QStringLiteral("node"), session.node},
                       {QStringLiteral("quantity"), session.quantity},
                       {QStringLiteral("head"), session.head},
                       {QStringLiteral("token"), session.token}};
    if (session.cell) object[QStringLiteral("cell")] = static_cast<qint64>(*session.cell);
    if (!session.changes.isEmpty()) object[QStringLiteral("changes")] = session.changes;
    const QByteArray bytes = QJsonDocument(object).toJson();
    writeFileAtomically(file.toStdString(),
                        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
}

StoredSession readSession(const QString& file) {
    const std::string name = file.toStdString();
    QFile opened(file);
    if (!opened.exists()) throw Error(ErrorKind::FileMissing, {.file = name});
    if (!opened.open(QIODevice::ReadOnly)) {
        throw Error(ErrorKind::FileUnreadable, {.file = name, .reason = opened.errorString().toStdString()});
    }
    if (opened.size() > kLargest) throwDamaged(name, Damage::JsonTooLong);
    const QByteArray bytes = opened.readAll();
    if (bytes.trimmed().isEmpty()) throw Error(ErrorKind::FileTruncated, {.file = name});
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) throwDamaged(name, Damage::NotJson);
    const QJsonObject object = document.object();
    const auto text = [&](const char* key, bool needed) {
        const QJsonValue value = object[QLatin1String(key)];
        if (needed && value.isUndefined()) throwDamaged(name, Damage::SettingMissing, key);
        if (!value.isUndefined() && !value.isString()) throwDamaged(name, Damage::SettingOfWrongKind, key);
        return value.toString();
    };
    if (object[QLatin1String("attentarium_session")].toInt() != kVersion) {
        throwDamaged(
            name,
            object.contains(QLatin1String("attentarium_session")) ? Damage::SettingOutOfRange : Damage::SettingMissing,
            "attentarium_session");
    }
    StoredSession session{.folder = text("model", true),
                          .text = text("text", true),
                          .phase = number(object, "phase", 0, static_cast<int>(Phase::Update)),
                          .step = text("step", false),
                          .stepUnit = number(object, "step_unit", 0, static_cast<int>(StepUnit::Token)),
                          .node = text("node", false),
                          .quantity = number(object, "quantity", 0, static_cast<int>(Quantity::Gradient)),
                          .head = number(object, "head", 0, 1000),
                          .token = number(object, "token", 0, 1000000),
                          .changes = text("changes", false)};
    if (object[QLatin1String("cell")].isDouble()) session.cell = object[QLatin1String("cell")].toInteger();
    session.folder = folderHere(session.folder, file);
    // Said here, with the file's name, rather than when the changes are made.
    if (!session.changes.isEmpty()) static_cast<void>(interventionsFromJson(session.changes.toStdString(), name));
    return session;
}

}  // namespace attentarium
