#pragma once

#include <QTableView>

#include "ui/models/number_table_model.h"

namespace attentarium {

/// A matrix as a coloured table: numbers are printed where cells have room for them, and told as tooltips always.
class NumberTableView : public QTableView {
    Q_OBJECT

  public:
    explicit NumberTableView(QWidget* parent = nullptr);

    /// Colours are those of a share where all numbers are between 0 and 1 and `shares` says so, else of signed values.
    void setTable(NumberTable table, bool shares);
    const NumberTable& table() const { return m_model->table(); }
    QRgb colourAt(double number) const;
    /// What is selected, or everything, as a spreadsheet reads it, with words for rows and columns.
    void copy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void fit();

    NumberTableModel* m_model;
    double m_limit = 1;
    bool m_shares = false;
};

}  // namespace attentarium
