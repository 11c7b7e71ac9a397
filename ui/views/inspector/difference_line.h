#pragma once

#include <QLabel>

#include "engine/trace/trace.h"

namespace attentarium {

class Session;

/// What a number was in the run that this one is compared with, and whether it was set by hand. Hidden where there is
/// nothing to tell.
class DifferenceLine : public QLabel {
    Q_OBJECT

  public:
    explicit DifferenceLine(const Session& session, QWidget* parent = nullptr);

    void show(const Cell& cell);

  private:
    const Session& m_session;
};

}  // namespace attentarium
