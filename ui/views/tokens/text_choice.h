#pragma once

#include <QPlainTextEdit>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;

namespace attentarium {

class FlatButton;
class Session;
class TextStudy;

/// Where a text is typed or pasted. A long one is not laid out here: it would take seconds.
class OwnTextField : public QPlainTextEdit {
    Q_OBJECT

  public:
    using QPlainTextEdit::QPlainTextEdit;

  Q_SIGNALS:
    void longTextPasted(const QString& text);

  protected:
    bool canInsertFromMimeData(const QMimeData* pasted) const override;
    void insertFromMimeData(const QMimeData* pasted) override;
};

/// Which text is studied: the sentence, an own one, a bundled one or a file; and what is wrong with a file.
class TextChoice : public QWidget {
    Q_OBJECT

  public:
    explicit TextChoice(Session& session, QWidget* parent = nullptr);

    OwnTextField& field() { return *m_field; }
    QComboBox& sources() { return *m_sources; }
    QString problem() const;

  Q_SIGNALS:
    void openAsked();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fill();
    void choose(int index);
    void showOrigin();
    void showProblem();
    void retranslate();
    void useOwn(const QString& text);

    TextStudy& m_study;
    QLabel* m_name;
    QComboBox* m_sources;
    FlatButton* m_open;
    OwnTextField* m_field;
    QLabel* m_pasted;  ///< what is said in place of a long text
    QWidget* m_trouble;
    QLabel* m_problem;
    FlatButton *m_convert, *m_dismiss;
    QTimer m_typed;
};

}  // namespace attentarium
