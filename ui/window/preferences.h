#pragma once

#include <QSettings>
#include <QStringList>
#include <optional>

#include "engine/text/language.h"
#include "ui/explain/theme.h"
#include "ui/window/stored_session.h"

namespace attentarium {

/// What comes back at the next start. Kept in one plain file, so that it can be read, copied and deleted.
class Preferences {
  public:
    /// In the user's configuration folder.
    static QString usualFile();
    /// Where runs are saved as they go: in the user's data folder.
    static QString runsFolder();

    explicit Preferences(const QString& file);

    /// None before the first start has ended.
    std::optional<Language> language() const;
    void setLanguage(Language language);
    ThemeKind theme() const;
    void setTheme(ThemeKind kind);
    int textSize() const;
    void setTextSize(int percent);
    /// Whether the stage has its small map, and its levels open by growing.
    bool miniMap() const;
    void setMiniMap(bool shown);
    bool animations() const;
    void setAnimations(bool wanted);

    QByteArray geometry() const;
    QByteArray docks() const;
    void setWindow(const QByteArray& geometry, const QByteArray& docks);

    /// The name of the workspace that was open last; empty before any was.
    QString workspace() const;
    void setWorkspace(const QString& name);

    /// Folders of models, the latest first; those that are gone are left out.
    QStringList recentModels() const;
    void addRecentModel(const QString& folder);
    /// Where models were last looked for, and pictures last put.
    QString lastFolder(const QString& purpose) const;
    void setLastFolder(const QString& purpose, const QString& folder);

    std::optional<StoredSession> session() const;
    void setSession(const StoredSession& session);

  private:
    QSettings m_settings;
};

/// `light`, `dark`, `contrast`: as on the command line.
QString nameOf(ThemeKind kind);
std::optional<ThemeKind> themeNamed(const QString& name);

}  // namespace attentarium
