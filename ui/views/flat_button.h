#pragma once

#include <QAbstractButton>
#include <QPainterPath>

namespace attentarium {

/// The window's button: flat, rounded, in the colours of the theme, with an own drawn sign before its text and a
/// quieter detail behind it.
class FlatButton : public QAbstractButton {
    Q_OBJECT

  public:
    enum class Look {
        Framed,
        Primary,  ///< filled with the accent: the one thing to do here
        Plain,    ///< text only
    };

    explicit FlatButton(QWidget* parent = nullptr, Look look = Look::Framed);

    void setLook(Look look);
    /// A filled path in a square of 24 units.
    void setSign(const QPainterPath& sign);
    void setDetail(const QString& detail);
    QString detail() const { return m_detail; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    int padding() const;
    int signSize() const;

    Look m_look;
    QPainterPath m_sign;
    QString m_detail;
};

}  // namespace attentarium
