#pragma once

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace attentarium {

class Session;

/// How *Generate* draws words: how many, temperature, top-k, top-p and the seed.
class GenerateForm : public QFrame {
    Q_OBJECT

  public:
    explicit GenerateForm(QWidget* parent = nullptr);

    /// Continues the session's sentence with what the form says.
    void generate(Session& session) const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QFormLayout* m_rows;
    QSpinBox* m_count;
    QDoubleSpinBox* m_temperature;
    QSpinBox* m_topK;
    QDoubleSpinBox* m_topP;
    QSpinBox* m_seed;
};

}  // namespace attentarium
