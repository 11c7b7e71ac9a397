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
