#pragma once

#include <QWidget>
#include <vector>

#include "engine/probe/unit_score.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QSpinBox;

namespace attentarium {

class FlatButton;
class FlowLayout;
class UnitStudy;

/// Finds where a pattern of units is on: one or more units, each above or below a number. What was found stands in its
/// context, and a click shows it in the text.
class UnitFinder : public QWidget {
    Q_OBJECT

  public:
    explicit UnitFinder(UnitStudy& study, QWidget* parent = nullptr);

    const std::vector<int>& found() const { return m_found; }

  Q_SIGNALS:
    void foundChanged();
    void shown(int token);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    UnitCondition typed() const;
    void proposeChosen();
    void add();
    void refreshConditions();
    void search();
    void retranslate();
    QString nameOf(const UnitCondition& condition) const;

    UnitStudy& m_study;
    QLabel* m_where;
    QSpinBox* m_unit;
    QComboBox* m_side;
    QDoubleSpinBox* m_threshold;
    FlatButton* m_add;
    FlowLayout* m_flow;
    std::vector<FlatButton*> m_chips;
    QLabel* m_total;
    QListWidget* m_list;
    std::vector<UnitCondition> m_conditions;  ///< besides the one that is typed
    std::vector<int> m_found;
    const void* m_ofStates = nullptr;
    int m_ofTable = -1;
};

}  // namespace attentarium
