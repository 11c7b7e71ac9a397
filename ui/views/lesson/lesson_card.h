#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

namespace attentarium {

/// A rounded card in the lesson's panel with a heading and room below it.
class LessonCard : public QWidget {
    Q_OBJECT

  public:
    enum class Look {
        Notice,  ///< a question or a warning
        Quiet,
        Bare,  ///< no card around it
    };

    explicit LessonCard(Look look, QWidget* parent = nullptr);

    void setHeading(const QString& heading);
    /// Drawn before the heading: whether what the card asks is done.
    void setDone(bool done);
    QVBoxLayout& content() { return *m_content; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void restyle();

    Look m_look;
    bool m_done = false;
    QString m_text;
    QLabel* m_heading;
    QVBoxLayout* m_content;
};

}  // namespace attentarium
