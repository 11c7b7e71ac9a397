#pragma once

#include <QWidget>
#include <optional>

#include "engine/core/error.h"
#include "ui/views/training_charts/run_curves.h"

class QCheckBox;
class QLayout;
class QLabel;
class QSlider;
class QStackedWidget;
class QTabBar;

namespace attentarium {

enum class ValueKind;
class ChartCard;
class Samples;
class StripsCard;

/// What the charts show. The histories live elsewhere.
struct ChartsContent {
    std::vector<ShownRun> runs;       ///< the current one first
    std::optional<Error> problem;     ///< why the current one failed
    std::optional<double> shownStep;  ///< of the moment that is shown; none while the latest is followed
    QString difference;               ///< what is set differently in the compared runs, in words
};

/// All charts of a run, on pages: loss and knowledge first, the others a click away.
class ChartBoard : public QWidget {
    Q_OBJECT

  public:
    enum class Page { Loss, Knowledge, Gradients, Weights, Samples, Now };

    /// `now` is the page that is there while `setNowPage` says so.
    explicit ChartBoard(QWidget* now, QWidget* parent = nullptr);

    /// Draws the page that is seen; the others when they are turned to.
    void show(const ChartsContent& content);
    void turnTo(Page page);
    Page page() const;
    void setNowPage(bool visible);
    /// Over about how many steps the training loss is smoothed.
    double smoothing() const;
    /// What is to be said of the runs above the charts: a failure, over-fitting, what differs.
    QString remarks() const;

  Q_SIGNALS:
    /// In a chart, with Enter or a double click.
    void stepChosen(double step);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void addPages(QWidget* now);
    QLayout* controls();
    ChartCard* makeCard(ValueKind kind, const char* name);
    void showControls();
    void retranslate();
    void refresh();
    void refreshLoss(const std::vector<StepMark>& marks);
    void refreshKnowledge(const std::vector<StepMark>& marks);
    std::vector<StepMark> marks() const;

    ChartsContent m_content;
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    QLabel* m_remarks;
    ChartCard *m_loss, *m_besideLoss, *m_knowledge, *m_shares, *m_rate, *m_gradients;
    StripsCard *m_weights, *m_activations;
    Samples* m_samples;
    QLabel* m_smoothingName;
    QSlider* m_smoothing;
    QLabel* m_smoothed;
    QCheckBox *m_logSteps, *m_logValues;
};

}  // namespace attentarium
