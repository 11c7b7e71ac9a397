#pragma once

#include <QRectF>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

class QPainter;
class QWidget;

namespace attentarium {

class Session;
class WalkedSteps;

/// What can stand in the middle of the window. One sentence, one model and one selection are shared by all.
enum class WorkspaceKind { Stage, Attention, Tokens, Embeddings, Positions, Recurrence, Training };

inline constexpr WorkspaceKind kWorkspaces[] = {
    WorkspaceKind::Stage,     WorkspaceKind::Attention,  WorkspaceKind::Tokens,  WorkspaceKind::Embeddings,
    WorkspaceKind::Positions, WorkspaceKind::Recurrence, WorkspaceKind::Training};

/// `stage`, `attention`, `tokens` and so on: as on the command line and in the preferences.
QString nameOf(WorkspaceKind kind);
std::optional<WorkspaceKind> workspaceNamed(const QString& name);

/// One of them: views put together, and what the window's commands can ask of it.
class Workspace {
  public:
    virtual ~Workspace() = default;

    /// Belongs to the window once it stands in it.
    virtual QWidget* widget() = 0;
    /// The picture of what is shown, for a file or the clipboard.
    virtual void paint(QPainter& painter, const QRectF& target) = 0;
    virtual QSizeF pictureSize() = 0;
    /// The numbers that it shows large, as a table divided by commas; empty where there is no one such table.
    virtual QString csv() { return {}; }
    /// Whether it has such a table now.
    virtual bool hasNumbers() { return false; }
    /// Whether something that it shows is still being worked out.
    virtual bool isBusy() { return false; }
    /// Its pages, as on the command line; none where it has no pages.
    virtual QStringList pages() { return {}; }
    virtual void showPage(const QString& /*name*/) {}
    /// What the transport bar's keys move through here; null where that is the session's steps.
    virtual WalkedSteps* steps() { return nullptr; }
    /// Whether its picture can be enlarged.
    virtual bool canZoom() const { return true; }
    virtual void zoomIn() = 0;
    virtual void zoomOut() = 0;
    virtual void zoomToFit() = 0;
};

}  // namespace attentarium
