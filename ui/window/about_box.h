#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace attentarium {

/// The name, the version, what it is, and under which licence.
class AboutBox : public QDialog {
    Q_OBJECT

  public:
    explicit AboutBox(QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    /// Makes room for the text, at any size of type.
    void fit();

    QLabel* m_text;
    QPushButton* m_close;
};

}  // namespace attentarium
