#include "ui/workspaces/workspaces.h"

#include <utility>

#include "ui/views/attention/attention_view.h"
#include "ui/views/stage/stage_view.h"
#include "ui/views/tokens/tokens_view.h"

namespace attentarium {
namespace {

/// A workspace that is one view.
template <typename View>
class ViewWorkspace : public Workspace {
  public:
    explicit ViewWorkspace(View& view) : m_view(view) {}

    QWidget* widget() override { return &m_view; }
    void paint(QPainter& painter, const QRectF& target) override { m_view.paint(painter, target); }
    QSizeF pictureSize() override { return m_view.pictureSize(); }
    QString csv() override {
        if constexpr (requires { m_view.csv(); }) return m_view.csv();
        return {};
    }
    bool hasNumbers() override {
        if constexpr (requires { m_view.hasNumbers(); }) return m_view.hasNumbers();
        return false;
    }
    WalkedSteps* steps() override {
        if constexpr (requires { m_view.steps(); }) return &m_view.steps();
        return nullptr;
    }
    bool canZoom() const override { return kZooms; }
    void zoomIn() override {
        if constexpr (kZooms) m_view.zoomIn();
    }
    void zoomOut() override {
        if constexpr (kZooms) m_view.zoomOut();
    }
    void zoomToFit() override {
        if constexpr (kZooms) m_view.zoomToFit();
    }

  private:
    static constexpr bool kZooms = requires(View & view) { view.zoomIn(); };

    View& m_view;
};

template <typename View>
std::unique_ptr<Workspace> workspaceOf(View& view) {
    return std::make_unique<ViewWorkspace<View>>(view);
}

}  // namespace

Workspaces::Workspaces(Session& session, QWidget* parent)
    : QStackedWidget(parent),
      m_stage(new StageView(session)),
      m_attention(new AttentionView(session)),
      m_tokens(new TokensView(session)) {
    add(WorkspaceKind::Stage, workspaceOf(*m_stage));
    add(WorkspaceKind::Attention, workspaceOf(*m_attention));
    add(WorkspaceKind::Tokens, workspaceOf(*m_tokens));
    setFocusProxy(m_stage);
}

Workspaces::~Workspaces() = default;

void Workspaces::add(WorkspaceKind kind, std::unique_ptr<Workspace> workspace) {
    addWidget(workspace->widget());
    m_workspaces.emplace(kind, std::move(workspace));
}

void Workspaces::show(WorkspaceKind kind) {
    if (std::exchange(m_kind, kind) == kind) return;
    const QWidget* focused = window()->focusWidget();
    const bool hasFocus = focused && isAncestorOf(focused);
    setCurrentWidget(current().widget());
    setFocusProxy(current().widget());
    if (hasFocus) current().widget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT kindChanged();
}

}  // namespace attentarium
