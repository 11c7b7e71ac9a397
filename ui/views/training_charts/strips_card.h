#pragma once

#include <QWidget>

#include "ui/views/training_charts/strips.h"

class QLabel;

namespace attentarium {

class ElidedLabel;

/// Strips with their title above and what is read of them below.
class StripsCard : public QWidget {
    Q_OBJECT

  public:
    explicit StripsCard(Strips::Numbers numbers, QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& none);
    void show(const History& history);

  private:
    Strips::Numbers m_numbers;
    QLabel* m_title;
    QLabel* m_nothing;
    Strips* m_strips;
    ElidedLabel* m_reading;
};

}  // namespace attentarium
