#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/session/session.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace attentarium {

class FlatButton;
class PinCard;

/// What is pinned, side by side, or two of it subtracted: tensors of one run or of several, of one model or of several.
class PinsView : public QWidget {
    Q_OBJECT

  public:
    explicit PinsView(Session& session, QWidget* parent = nullptr);

    enum class Display { SideBySide, Difference };
    void setDisplay(Display display);
    const std::vector<PinCard*>& cards() const { return m_cards; }

    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void retranslate();
    void rebuild();
    void showSides();
    void showDifference();
    void arrange();
    /// Whether the run at hand is one of the two sides.
    bool subtractsNow() const;
    /// With the same choices where they are kept, else the first two.
    void fillChoices(bool keep);
    PinCard* addCard();
    /// The pin with this letter, or what its tensor is in the run at hand.
    std::optional<Pin> chosen(const QComboBox& choice) const;
    /// The tensor of a pin in the run at hand; none where that has no such tensor.
    std::optional<Pin> nowOf(const Pin& pin) const;

    Session& m_session;
    FlatButton* m_pin;
    FlatButton* m_clear;
    QComboBox* m_display;
    QComboBox* m_left;
    QLabel* m_minus;
    QComboBox* m_right;
    QLabel* m_hint;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QGridLayout* m_grid;
    std::vector<PinCard*> m_cards;
    bool m_subtracted = false;
};

}  // namespace attentarium
