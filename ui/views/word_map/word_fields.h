#pragma once

#include <QWidget>
#include <array>

class QComboBox;
class QLabel;
class QLineEdit;

namespace attentarium {

class FlatButton;
class WordMapStudy;
struct WordCloud;

/// What is sought on the map: a word, the answer to an analogy, and a second model beside this one.
class WordFields : public QWidget {
    Q_OBJECT

  public:
    explicit WordFields(WordMapStudy& study, QWidget* parent = nullptr);

    QString sought() const;
    void setSought(const QString& word);
    /// The words of a − b + c, as typed.
    std::array<QString, 3> analogy() const;
    void setAnalogy(const std::array<QString, 3>& words);
    /// An analogy whose words are known, as long as nobody typed another one.
    void suggest(const WordCloud& cloud);
    bool isOtherAsArrows() const;

  Q_SIGNALS:
    void searched(bool isTyping);  ///< while it is typed, then with Enter
    void analogyAsked();
    void formChanged();  ///< how the second model is drawn

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fillModels();
    void chooseModel(int index);
    void retranslate();

    WordMapStudy& m_study;
    QLineEdit* m_search;
    QLabel* m_analogyName;
    QLineEdit* m_words[3];
    QLabel* m_signs[3];
    std::array<QString, 3> m_suggested;
    FlatButton* m_solve;
    QLabel* m_besideName;
    QComboBox* m_models;
    QComboBox* m_forms;
};

}  // namespace attentarium
