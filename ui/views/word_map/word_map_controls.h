#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace attentarium {

class FlatButton;
class WordMapStudy;

/// Which vectors are mapped, and in which way; below it what that way needs: the perplexity and the running of t-SNE,
/// or the words that make two directions.
class WordMapControls : public QWidget {
    Q_OBJECT

  public:
    explicit WordMapControls(WordMapStudy& study, QWidget* parent = nullptr);

    /// A way to open a bundled model, offered at the end.
    void offer(const QString& text);
    /// Puts a known word in the place of an unknown one among the directions, and uses them.
    void replaceWord(const QString& unknown, const QString& known);

  Q_SIGNALS:
    void offerTaken();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showTables();
    void showState();
    void showMap();
    void takePerplexity();
    void takeDirections();
    void retranslate();

    WordMapStudy& m_study;
    QLabel* m_tableName;
    QComboBox* m_tables;
    QLabel* m_kindName;
    QComboBox* m_kinds;
    QWidget* m_running;
    QLabel* m_perplexityName;
    QLineEdit* m_perplexity;
    FlatButton *m_play, *m_step, *m_cancel;
    QWidget* m_pairs;
    QLineEdit* m_words[4];
    QLabel* m_signs[4];
    FlatButton* m_offer;
};

}  // namespace attentarium
