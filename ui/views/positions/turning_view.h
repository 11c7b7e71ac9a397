#pragma once

#include "ui/session/position_figures.h"
#include "ui/views/positions/position_page.h"

class QComboBox;
class QSlider;
class QSpinBox;
class QTabBar;

namespace attentarium {

class LinePlot;
class MatrixPlot;
class PlanePlot;

/// Two ways to put places into the attention instead of the words: rotary positions turn pairs of coordinates, so that
/// a score depends on distance alone; ALiBi lowers scores by distance. From the open model where it is of that kind,
/// else from the bundled one.
class TurningView : public PositionPage {
    Q_OBJECT

  public:
    explicit TurningView(Session& session, QWidget* parent = nullptr);
    ~TurningView() override;

    enum class Form { Rotary, Alibi };
    Form form() const;
    void showForm(Form form);
    bool isBusy() const { return m_rotary.isBusy() || m_alibi.isBusy(); }

    PositionStudy& study() { return form() == Form::Rotary ? m_rotary : m_alibi; }
    const std::optional<RotaryFigure>& rotary() const { return m_rotaryFigure; }
    const std::optional<AlibiFigure>& alibi() const { return m_alibiFigure; }
    const RotaryChoice& choice() const { return m_choice; }

  protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void takeOwn();
    void refresh();
    void fillControls(const PositionLook& look);
    void showRotary(const PositionLook& look);
    void showAlibi(const PositionLook& look);
    QString whose(const PositionLook& look) const;

    Session& m_session;
    PositionStudy m_rotary, m_alibi;
    QTabBar* m_forms;
    QComboBox *m_queries, *m_keys, *m_layers, *m_heads;
    QSpinBox* m_pairs;
    QSlider* m_shift;
    QLabel *m_queriesName, *m_keysName, *m_layersName, *m_headsName, *m_pairsName, *m_shiftName;
    PlanePlot* m_plane;
    LinePlot *m_scores, *m_slopes;
    MatrixPlot* m_bias;
    RotaryChoice m_choice;
    bool m_isKeyChosen = false;
    std::optional<RotaryFigure> m_rotaryFigure;
    std::optional<AlibiFigure> m_alibiFigure;
};

}  // namespace attentarium
