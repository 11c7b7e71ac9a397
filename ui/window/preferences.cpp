#include "ui/window/preferences.h"

#include <QDir>
#include <QStandardPaths>

#include "ui/window/interface_language.h"
#include "ui/window/text_size.h"

namespace attentarium {
namespace {

constexpr int kRecentModels = 8;

/// A number from the file, or the fallback where someone wrote something else there.
int number(const QSettings& settings, const QString& key, int fallback, int least, int most) {
    bool right = false;
    const int value = settings.value(key).toInt(&right);
    return right && value >= least && value <= most ? value : fallback;
}

}  // namespace

QString Preferences::usualFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/attentarium/attentarium.ini");
}

QString Preferences::runsFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/attentarium/runs");
}

Preferences::Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

std::optional<Language> Preferences::language() const {
    return parseLanguage(m_settings.value(QStringLiteral("language")).toString().toStdString());
}

void Preferences::setLanguage(Language language) {
    m_settings.setValue(QStringLiteral("language"), nameOf(language));
}

ThemeKind Preferences::theme() const {
    return themeNamed(m_settings.value(QStringLiteral("theme")).toString()).value_or(ThemeKind::Light);
}

void Preferences::setTheme(ThemeKind kind) {
    m_settings.setValue(QStringLiteral("theme"), nameOf(kind));
}

int Preferences::textSize() const {
    return number(m_settings, QStringLiteral("textSize"), kUsualTextSize, 50, 400);
}

void Preferences::setTextSize(int percent) {
    m_settings.setValue(QStringLiteral("textSize"), percent);
}

bool Preferences::miniMap() const {
    return m_settings.value(QStringLiteral("miniMap"), true).toBool();
}

void Preferences::setMiniMap(bool shown) {
    m_settings.setValue(QStringLiteral("miniMap"), shown);
}

bool Preferences::animations() const {
    return m_settings.value(QStringLiteral("animations"), true).toBool();
}

void Preferences::setAnimations(bool wanted) {
    m_settings.setValue(QStringLiteral("animations"), wanted);
}

QByteArray Preferences::geometry() const {
    return m_settings.value(QStringLiteral("window/geometry")).toByteArray();
}

QByteArray Preferences::docks() const {
    return m_settings.value(QStringLiteral("window/docks")).toByteArray();
}

void Preferences::setWindow(const QByteArray& geometry, const QByteArray& docks) {
    m_settings.setValue(QStringLiteral("window/geometry"), geometry);
    m_settings.setValue(QStringLiteral("window/docks"), docks);
}

QString Preferences::workspace() const {
    return m_settings.value(QStringLiteral("workspace")).toString();
}

void Preferences::setWorkspace(const QString& name) {
    m_settings.setValue(QStringLiteral("workspace"), name);
}

QStringList Preferences::recentModels() const {
    QStringList present;
    for (const QString& folder : m_settings.value(QStringLiteral("recentModels")).toStringList()) {
        if (QDir(folder).exists()) present.append(folder);
    }
    return present;
}

void Preferences::addRecentModel(const QString& folder) {
    const QString path = QDir::cleanPath(QDir(folder).absolutePath());
    QStringList recent = recentModels();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(QStringLiteral("recentModels"), QStringList(recent.mid(0, kRecentModels)));
}

QString Preferences::lastFolder(const QString& purpose) const {
    const QString folder = m_settings.value(QStringLiteral("lastFolder/") + purpose).toString();
    return QDir(folder).exists() && !folder.isEmpty() ? folder : QDir::homePath();
}

void Preferences::setLastFolder(const QString& purpose, const QString& folder) {
    m_settings.setValue(QStringLiteral("lastFolder/") + purpose, folder);
}

std::optional<StoredSession> Preferences::session() const {
    const auto value = [this](const char* key) {
        return m_settings.value(QStringLiteral("session/") + QLatin1String(key));
    };
    const auto whole = [this](const char* key, int most) {
        return number(m_settings, QStringLiteral("session/") + QLatin1String(key), 0, 0, most);
    };
    if (value("folder").toString().isEmpty()) return std::nullopt;
    StoredSession stored{.folder = value("folder").toString(),
                         .text = value("text").toString(),
                         .phase = whole("phase", static_cast<int>(Phase::Update)),
                         .step = value("step").toString(),
                         .stepUnit = whole("stepUnit", static_cast<int>(StepUnit::Token)),
                         .node = value("node").toString(),
                         .quantity = whole("quantity", static_cast<int>(Quantity::Gradient)),
                         .head = whole("head", 1000),
                         .token = whole("token", 1000000),
                         .changes = value("changes").toString()};
    bool hasCell = false;
    const qint64 cell = value("cell").toLongLong(&hasCell);
    if (hasCell) stored.cell = cell;
    return stored;
}

void Preferences::setSession(const StoredSession& stored) {
    m_settings.beginGroup(QStringLiteral("session"));
    m_settings.setValue(QStringLiteral("folder"), stored.folder);
    m_settings.setValue(QStringLiteral("text"), stored.text);
    m_settings.setValue(QStringLiteral("phase"), stored.phase);
    m_settings.setValue(QStringLiteral("step"), stored.step);
    m_settings.setValue(QStringLiteral("stepUnit"), stored.stepUnit);
    m_settings.setValue(QStringLiteral("node"), stored.node);
    m_settings.setValue(QStringLiteral("quantity"), stored.quantity);
    m_settings.setValue(QStringLiteral("cell"), stored.cell ? QVariant::fromValue(qint64{*stored.cell}) : QVariant());
    m_settings.setValue(QStringLiteral("head"), stored.head);
    m_settings.setValue(QStringLiteral("token"), stored.token);
    m_settings.setValue(QStringLiteral("changes"), stored.changes);
    m_settings.endGroup();
    m_settings.sync();
}

QString nameOf(ThemeKind kind) {
    switch (kind) {
        case ThemeKind::Light:
            return QStringLiteral("light");
        case ThemeKind::Dark:
            return QStringLiteral("dark");
        case ThemeKind::HighContrast:
            return QStringLiteral("contrast");
    }
    return {};
}

std::optional<ThemeKind> themeNamed(const QString& name) {
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        if (nameOf(kind) == name) return kind;
    }
    return std::nullopt;
}

}  // namespace attentarium
