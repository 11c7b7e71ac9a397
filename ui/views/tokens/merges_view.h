#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QTableWidget;

namespace attentarium {

class ElidedLabel;
class FlatButton;
class Session;
class TextStudy;
class TokenField;

/// Byte pairs learned merge by merge: the pairs with their counts, and the text as it is cut now.
class MergesView : public QWidget {
    Q_OBJECT

  public:
    explicit MergesView(Session& session, QWidget* parent = nullptr);

    TokenField& field() { return *m_field; }
    QTableWidget& table() { return *m_table; }
    QString told() const;
    QString csv() const;

  Q_SIGNALS:
    void openAsked();
    void saveAsked();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void showStory();
    void showTable();
    void showText();
    void showLearning();
    void outlineChosen();
    void tellChosen();
    void retranslate();

    TextStudy& m_study;
    QLabel* m_step;
    QTableWidget* m_table;
    TokenField* m_field;
    QProgressBar* m_progress;
    FlatButton* m_stop;
    QLabel* m_note;
    ElidedLabel* m_told;
    FlatButton *m_train, *m_open, *m_save, *m_learn;
    QLabel* m_outcome;  ///< of opening and saving
};

}  // namespace attentarium
