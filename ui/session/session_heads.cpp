#include <utility>

#include "ui/session/session.h"

// What the heads of the model do.
namespace attentarium {

void Session::wantHeadStudy(bool wanted) {
    if (std::exchange(m_wantsHeadStudy, wanted) == wanted) return;
    if (!m_headStudy) askForHeadStudy();
}

void Session::askForHeadStudy() {
    if (m_wantsHeadStudy && m_trace) m_worker.studyHeads(m_checkpoint, m_trace, m_worldRoles);
}

void Session::adoptHeadStudy(const std::shared_ptr<const HeadStudy>& study,
                             const std::shared_ptr<const WorldRoles>& world) {
    m_worldRoles = world;
    if (study->trace != m_trace) return;
    m_headStudy = study;
    Q_EMIT headStudyChanged();
}

}  // namespace attentarium
