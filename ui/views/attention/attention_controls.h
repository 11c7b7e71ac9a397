#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/attention/attention_choices.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace attentarium {

/// What stands above the pictures of the heads: which attention, and in what order.
class GroupControls : public QWidget {
    Q_OBJECT

  public:
    explicit GroupControls(AttentionChoices& choices, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();

    AttentionChoices& m_choices;
    QComboBox* m_group;
    QLabel* m_orderTitle;
    QComboBox* m_order;
    QLabel* m_source;
};

/// What stands above the large picture: which matrix of the heads, at which stage, value or gradient, from which
/// strength on.
class MatrixControls : public QWidget {
    Q_OBJECT

  public:
    explicit MatrixControls(AttentionChoices& choices, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    QToolButton* pill();

    AttentionChoices& m_choices;
    QComboBox* m_mix;
    QHBoxLayout* m_row;
    std::vector<QToolButton*> m_stages;
    QToolButton* m_value;
    QToolButton* m_gradient;
    QLabel* m_thresholdTitle;
    QSlider* m_threshold;
    QLabel* m_thresholdText;
};

}  // namespace attentarium
