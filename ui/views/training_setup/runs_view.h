#pragma once

#include <QWidget>
#include <set>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace attentarium {

class FlatButton;
class RunsModel;
class Session;
class Training;

/// All runs, to choose from, to compare and to remove; above them the offer to go on with those that did not end by
/// themselves.
class RunsView : public QWidget {
    Q_OBJECT

  public:
    explicit RunsView(Session& session, QWidget* parent = nullptr);

    QTableView& table() { return *m_table; }

  Q_SIGNALS:
    /// A run that was found at the start goes on.
    void continued();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    void retranslate();
    void refresh();
    void offer();
    void chooseRow(int row);
    void toggleCompared();
    void askToRemove();
    void endAsking();

    Training& m_training;
    RunsModel* m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QVBoxLayout* m_offers;
    FlatButton* m_remove;
    QWidget* m_question;
    QLabel* m_questionText;
    FlatButton* m_yes;
    FlatButton* m_no;
    int m_asked = 0;       ///< number of the run that would be removed
    std::set<int> m_left;  ///< numbers of runs that are not to be gone on with
};

}  // namespace attentarium
