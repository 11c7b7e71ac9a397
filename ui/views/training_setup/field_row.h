#pragma once

#include <QWidget>

#include "ui/views/training_setup/setup_fields.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace attentarium {

/// One line of the form: what it is called, something to choose or type it in, and what is wrong with it.
class FormRow : public QWidget {
    Q_OBJECT

  public:
    explicit FormRow(QWidget* parent = nullptr);

    void setWords(const QString& label, const QString& help);
    /// Beside the field; none where it is empty.
    void setProblem(const QString& problem);
    QString problem() const;

  protected:
    /// To be called once, with the field.
    void setEditor(QWidget* editor, bool hasOwnLabel = false);

  private:
    QWidget* m_editor = nullptr;
    QVBoxLayout* m_column;
    QLabel* m_label;
    QLabel* m_problem;
};

/// The line of a field of the engine's lists.
class FieldRow : public FormRow {
    Q_OBJECT

  public:
    explicit FieldRow(const SetupField& field, QWidget* parent = nullptr);

    const SetupField& field() const { return m_field; }
    void show(const RunSetup& setup);
    using QWidget::show;
    void retranslate();

  Q_SIGNALS:
    void edited(double number);

  private:
    const SetupField& m_field;
    QWidget* m_editor;
};

/// A line with a few things to choose from.
class ChoiceRow : public FormRow {
    Q_OBJECT

  public:
    explicit ChoiceRow(QWidget* parent = nullptr);

    void setChoices(const QStringList& choices, int chosen);
    QComboBox& box() { return *m_box; }

  Q_SIGNALS:
    void chosen(int place);

  private:
    QComboBox* m_box;
};

/// A line with a whole number.
class WholeRow : public FormRow {
    Q_OBJECT

  public:
    WholeRow(int least, int most, QWidget* parent = nullptr);

    void show(std::int64_t number);
    using QWidget::show;

  Q_SIGNALS:
    void edited(int number);

  private:
    QSpinBox* m_box;
};

}  // namespace attentarium
