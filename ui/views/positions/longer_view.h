#pragma once

#include "ui/session/length_study.h"
#include "ui/views/positions/position_page.h"

class QProgressBar;
class QSpinBox;

namespace attentarium {

class FlatButton;
class LinePlot;
class MatrixPlot;

/// Train short, test long: what each kind of positions costs at each place of texts eight times as long as those that
/// it was trained on.
class LongerView : public PositionPage {
    Q_OBJECT

  public:
    explicit LongerView(Session& session, QWidget* parent = nullptr);
    ~LongerView() override;

    bool isBusy() const { return m_study.isMeasuring(); }
    LengthStudy& study() { return m_study; }

  protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void refresh();
    void showProgress();
    void showCurves();
    void showTable();
    QString told() const;

    LengthStudy m_study;
    FlatButton *m_train, *m_cancel;
    QSpinBox* m_seed;
    QLabel* m_seedName;
    QProgressBar* m_progress;
    QLabel* m_state;
    LinePlot* m_curves;
    MatrixPlot* m_table;
};

}  // namespace attentarium
