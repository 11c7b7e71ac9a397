#pragma once

#include <QListWidget>

#include "engine/runs/history.h"

namespace attentarium {

/// What the model wrote or answered at each measurement, the newest first.
class Samples : public QListWidget {
    Q_OBJECT

  public:
    explicit Samples(QWidget* parent = nullptr);

    /// Of run `number`. Only what came since is added.
    void show(const History& history, int number);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void clearAll();
    void retranslate();
    QString textOf(const Evaluation& evaluation) const;

    int m_number = 0;
    std::vector<std::int64_t> m_steps;  ///< of the measurements that were taken up, also those without a sample
};

}  // namespace attentarium
