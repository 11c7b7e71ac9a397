#pragma once

#include <QWidget>

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace attentarium {

class RunBar;
class RunsView;
class Session;
class SetupForm;
class TimeMachine;
class Training;
class TrainingCharts;

/// Watch a model learn: the run bar above, what is set up and the runs on the left, what is seen of the run on the
/// right.
class TrainingPage : public QWidget {
    Q_OBJECT

  public:
    explicit TrainingPage(Session& session, QWidget* parent = nullptr);

    RunBar& runBar() { return *m_bar; }
    SetupForm& form() { return *m_form; }
    RunsView& runs() { return *m_runs; }
    TrainingCharts& charts() { return *m_charts; }
    TimeMachine& timeMachine() { return *m_machine; }
    /// What stands on the left.
    enum class Side { Setup, Runs };
    void showSide(Side side);

    /// The charts.
    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    /// A line for each step of the current run.
    QString csv() const;
    bool hasNumbers() const;

    QSize sizeHint() const override { return {960, 640}; }
    QSize minimumSizeHint() const override { return {420, 320}; }

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

  private:
    void retranslate();
    void nameSides();

    Training& m_training;
    RunBar* m_bar;
    QSplitter* m_splitter;
    QTabBar* m_sides;
    QStackedWidget* m_side;
    SetupForm* m_form;
    RunsView* m_runs;
    QScrollArea* m_scroll;  ///< where the charts and the time machine need more room than there is
    QWidget* m_picture;
    TrainingCharts* m_charts;
    TimeMachine* m_machine;
};

}  // namespace attentarium
