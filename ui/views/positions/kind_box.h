#pragma once

#include <QComboBox>
#include <vector>

#include "ui/session/position_models.h"

namespace attentarium {

class Session;

/// Whose positions are shown: those of the model that is open, or of a bundled one of a kind.
class KindBox : public QComboBox {
    Q_OBJECT

  public:
    KindBox(Session& session, std::vector<PositionChoice> choices, QWidget* parent);

    void choose(PositionChoice choice);

  Q_SIGNALS:
    void chosen(attentarium::PositionChoice choice);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    Session& m_session;
    std::vector<PositionChoice> m_choices;
};

}  // namespace attentarium
