#pragma once

#include <QWidget>

#include "ui/views/pins/number_table_view.h"

class QLabel;

namespace attentarium {

class ElidedLabel;

/// A table with a letter, what it is and which run it is from.
class PinCard : public QWidget {
    Q_OBJECT

  public:
    explicit PinCard(QWidget* parent = nullptr);

    void show(const QString& letter, const QString& title, const QString& run, NumberTable table, bool shares);
    /// Whether it can be taken away.
    void setRemovable(bool removable);
    const NumberTableView& numbers() const { return *m_numbers; }

  Q_SIGNALS:
    void removed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    QString m_name;
    QLabel* m_letter;
    ElidedLabel* m_title;
    ElidedLabel* m_run;
    class FlatButton* m_remove;
    NumberTableView* m_numbers;
};

}  // namespace attentarium
