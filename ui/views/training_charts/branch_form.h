#pragma once

#include <QWidget>
#include <optional>

#include "engine/runs/run_setup.h"

class QLabel;
class QLineEdit;

namespace attentarium {

class FlatButton;

/// Asks with which settings a run goes on from a moment: steps, rate, dropout, L1 and L2. All others, the seed too,
/// stay what they were.
class BranchForm : public QWidget {
    Q_OBJECT

  public:
    explicit BranchForm(QWidget* parent = nullptr);

    /// Begins with the settings of a run, to go on from `step`.
    void ask(const TrainingSettings& settings, std::int64_t step);
    /// As typed; none while something typed is impossible, which the form then says.
    std::optional<TrainingSettings> settings() const;

  Q_SIGNALS:
    void accepted(const attentarium::TrainingSettings& settings);
    void cancelled();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Field {
        const char* name;  ///< as `SettingsField::name`
        QLabel* label;
        QLineEdit* line;
    };

    void retranslate();
    void showProblem();
    void accept();
    /// What is wrong, in words; empty where nothing is.
    QString problem() const;

    TrainingSettings m_settings;
    std::int64_t m_step = 0;
    QLabel* m_question;
    std::vector<Field> m_fields;
    QLabel* m_problem;
    FlatButton* m_branch;
    FlatButton* m_cancel;
};

}  // namespace attentarium
