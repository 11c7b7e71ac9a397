#pragma once

#include <QWidget>

class QLabel;
class QScrollArea;

namespace attentarium {

class ComparisonStudy;
class ComparisonTable;
class FlatButton;
class Session;

/// RNN, LSTM, GRU and GPT side by side on the sentence.
class ComparisonView : public QWidget {
    Q_OBJECT

  public:
    explicit ComparisonView(Session& session, QWidget* parent = nullptr);
    ~ComparisonView() override;

    void paint(QPainter& painter, const QRectF& target);
    QSizeF pictureSize() const;
    QString csv() const;
    bool hasNumbers() const;
    bool isBusy() const;

    ComparisonStudy& study() { return *m_study; }
    ComparisonTable& table() { return *m_table; }
    QString sentence() const;
    QString problem() const;
    QString told() const;

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void showComparison();
    void followSelection();
    void tell();
    void retranslate();

    Session& m_session;
    ComparisonStudy* m_study;
    QLabel* m_sentence;
    QLabel* m_problem;
    FlatButton* m_known;  ///< where they do not know a word
    QScrollArea* m_scroll;
    ComparisonTable* m_table;
    QLabel* m_told;
    QLabel* m_note;
};

}  // namespace attentarium
