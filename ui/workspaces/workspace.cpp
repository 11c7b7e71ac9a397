#include "ui/workspaces/workspace.h"

namespace attentarium {

QString nameOf(WorkspaceKind kind) {
    switch (kind) {
        case WorkspaceKind::Stage:
            return QStringLiteral("stage");
        case WorkspaceKind::Attention:
            return QStringLiteral("attention");
        case WorkspaceKind::Tokens:
            return QStringLiteral("tokens");
        case WorkspaceKind::Embeddings:
            return QStringLiteral("embeddings");
        case WorkspaceKind::Positions:
            return QStringLiteral("positions");
        case WorkspaceKind::Recurrence:
            return QStringLiteral("recurrence");
        case WorkspaceKind::Training:
            return QStringLiteral("training");
    }
    return {};
}

std::optional<WorkspaceKind> workspaceNamed(const QString& name) {
    for (const WorkspaceKind kind : kWorkspaces) {
        if (nameOf(kind) == name) return kind;
    }
    return std::nullopt;
}

}  // namespace attentarium
