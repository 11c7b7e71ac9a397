#pragma once

#include <QWidget>

#include "engine/text/language.h"
#include "ui/explain/theme.h"

class QLabel;
class QPushButton;

namespace attentarium {

/// What the very first start shows instead of the stage: what this is, one large button that leads to the first step,
/// and the choices that one may want to make before.
class Welcome : public QWidget {
    Q_OBJECT

  public:
    explicit Welcome(QWidget* parent = nullptr);

  Q_SIGNALS:
    void begun();
    void lessonBegun();
    void languageChosen(attentarium::Language language);
    void themeChosen(attentarium::ThemeKind kind);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QPushButton* choice(QWidget* row, const QString& name);
    void retranslate();
    void resizeType();
    void showChoices();

    QLabel* m_name;
    QLabel* m_sentence;
    QPushButton* m_begin;
    QPushButton* m_lesson;
    QLabel* m_languageLabel;
    QPushButton* m_english;
    QPushButton* m_chinese;
    QLabel* m_themeLabel;
    QPushButton* m_light;
    QPushButton* m_dark;
    QPushButton* m_contrast;
    QLabel* m_later;
};

}  // namespace attentarium
