#pragma once

#include <memory>

#include "ui/workspaces/workspace.h"

namespace attentarium {

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
    bool isBusy() override {
        if constexpr (requires { m_view.isBusy(); }) return m_view.isBusy();
        return false;
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

/// What the view has no function for, the workspace cannot do.
template <typename View>
std::unique_ptr<Workspace> workspaceOf(View& view) {
    return std::make_unique<ViewWorkspace<View>>(view);
}

}  // namespace attentarium
