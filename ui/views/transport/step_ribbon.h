#pragma once

#include <QWidget>
#include <vector>

#include "engine/trace/step.h"

namespace attentarium {

class Session;

/// All steps in a row, forward, loss, backward and update in their colours, with a handle to drag.
class StepRibbon : public QWidget {
    Q_OBJECT

  public:
    explicit StepRibbon(Session& session, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    Session& session() const { return m_session; }

    /// The step drawn at `x`.
    int stepAt(double x) const;
    /// The middle of a step.
    double centreOf(int step) const;
    /// Where a phase lies, below its name; empty for one that the trace does not have.
    QRectF areaOf(Phase phase) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Segment {
        Phase phase;
        int first = 0;
        int count = 0;
        double left = 0;
        double width = 0;
    };

    void layOut();
    void stepChanged();
    double barTop() const;
    double barHeight() const;

    Session& m_session;
    std::vector<Segment> m_segments;
};

}  // namespace attentarium
