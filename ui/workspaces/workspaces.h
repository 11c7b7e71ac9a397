#pragma once

#include <QImage>
#include <QStackedWidget>
#include <map>
#include <memory>

#include "ui/workspaces/workspace.h"

namespace attentarium {

class AttentionView;
class StageView;
class TokensView;
class TrainingPage;

/// All workspaces, one of them shown.
class Workspaces : public QStackedWidget {
    Q_OBJECT

  public:
    explicit Workspaces(Session& session, QWidget* parent = nullptr);
    ~Workspaces() override;

    WorkspaceKind kind() const { return m_kind; }
    Workspace& current() { return *m_workspaces.at(m_kind); }
    void show(WorkspaceKind kind);
    using QStackedWidget::show;

    StageView& stage() { return *m_stage; }
    AttentionView& attention() { return *m_attention; }
    TokensView& tokens() { return *m_tokens; }
    TrainingPage& training() { return *m_training; }

  Q_SIGNALS:
    void kindChanged();  ///< another workspace is shown, or another page of it

  private:
    void add(WorkspaceKind kind, std::unique_ptr<Workspace> workspace);
    /// What was looked at last beside the training, as a frame of a film.
    QImage frame();

    StageView* m_stage;
    AttentionView* m_attention;
    TokensView* m_tokens;
    TrainingPage* m_training;
    std::map<WorkspaceKind, std::unique_ptr<Workspace>> m_workspaces;
    WorkspaceKind m_kind = WorkspaceKind::Stage;
    WorkspaceKind m_filmed = WorkspaceKind::Stage;  ///< the last one that was shown and shows what a model does
};

}  // namespace attentarium
