#pragma once

#include <QAbstractButton>

namespace attentarium {

/// A large button: how long it takes, and below what one will see.
class PresetButton : public QAbstractButton {
    Q_OBJECT

  public:
    explicit PresetButton(QWidget* parent = nullptr);

    void setWords(const QString& title, const QString& story);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    int padding() const { return fontMetrics().height() / 2; }
    QFont titleFont() const;

    QString m_story;
};

}  // namespace attentarium
