#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/token_strip/token_chip.h"

class QScrollArea;

namespace attentarium {

class FlatButton;
class FlowLayout;
class GenerateForm;
class NextWords;
class ProblemLine;
class Session;
class WordEdit;

/// The sentence as chips that can be chosen, changed in place and added to; at its right what may come next.
class TokenStrip : public QWidget {
    Q_OBJECT

  public:
    explicit TokenStrip(Session& session, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void build();
    /// A chip as it is to be shown; behind those that were typed stand those of the model's own answer.
    struct Shown {
        QString text;
        std::optional<int> id;
        TokenChip::Role role;
    };

    std::vector<Shown> shownChips() const;
    void showChips();
    void showSelection();
    void showGenerating();
    void retranslate();
    void fitHeight();
    TokenChip* addChip();
    int placeOf(const TokenChip* chip) const;
    int focusedChip() const;
    void choose(int place);
    void edit(int place);
    void endEditing(bool keepFocus);
    void commitEdit(const QString& text);
    void append(const QString& text);
    void remove(int place);
    /// The chip at a place of the strip, or the nearest.
    int chipAt(const QPoint& place, const TokenChip* otherwise) const;
    void moveWord(int from, int to);

    Session& m_session;
    QScrollArea* m_scroll;
    QWidget* m_content;
    FlowLayout* m_flow;
    std::vector<TokenChip*> m_chips;
    WordEdit* m_end;
    WordEdit* m_inPlace;
    int m_edited = -1;
    NextWords* m_next;
    FlatButton* m_generate;
    FlatButton* m_settings;
    GenerateForm* m_form;
    ProblemLine* m_problem;
};

}  // namespace attentarium
