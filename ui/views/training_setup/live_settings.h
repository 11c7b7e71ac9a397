#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/training_setup/setup_fields.h"

class QLabel;

namespace attentarium {

class NumberBox;
class Training;

/// What can be changed while a run goes on: the learning rate and what works against over-fitting.
class LiveSettings : public QWidget {
    Q_OBJECT

  public:
    explicit LiveSettings(Training& training, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    struct Field {
        const SetupField* field;
        QWidget* part;
        QLabel* label;
        NumberBox* box;
    };

    void retranslate();
    void refresh();
    void change(const SetupField& field, double number);

    Training& m_training;
    std::vector<Field> m_fields;
};

}  // namespace attentarium
