#pragma once

#include <QWidget>
#include <vector>

class QBoxLayout;
class QLabel;

namespace attentarium {

class ChangeRow;
class EffectSection;
class FlatButton;
class Session;
class TrySection;

/// "What if": what is done to the run that the model would not do by itself, and what came of it.
class ChangesPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ChangesPanel(Session& session, QWidget* parent = nullptr);

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void retranslate();
    void refresh();
    ChangeRow* addRow();
    void focusRow(int place);
    /// To the number that a change is about.
    void goTo(int place);

    Session& m_session;
    QLabel* m_empty;
    QLabel* m_count;
    QBoxLayout* m_list;
    ChangeRow* m_moved;
    std::vector<ChangeRow*> m_rows;
    QLabel* m_note;
    FlatButton* m_reset;
    QLabel* m_other;
    FlatButton* m_dropRun;
    EffectSection* m_effect;
    TrySection* m_try;
};

}  // namespace attentarium
