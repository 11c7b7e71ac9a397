#pragma once

#include <QWidget>

namespace attentarium {

class ChartBoard;
class NowCard;
class Session;

/// The charts of the current run, and of those that it is compared with, beside what the model does now.
class TrainingCharts : public QWidget {
    Q_OBJECT

  public:
    explicit TrainingCharts(Session& session, QWidget* parent = nullptr);

    ChartBoard& board() { return *m_board; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void showRuns();
    /// Shows the moment that is closest to a step.
    void showMomentAt(double step);

    Session& m_session;
    NowCard* m_nowPage;    ///< in a narrow window
    NowCard* m_nowBeside;  ///< in a wide one
    ChartBoard* m_board;
};

}  // namespace attentarium
