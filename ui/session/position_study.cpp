#include "ui/session/position_study.h"

#include <algorithm>

#include "engine/probe/position_vectors.h"
#include "engine/train/look.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

Tensor<float> firstRows(const Tensor<float>& rows, std::int64_t most) {
    if (rows.count() == 0 || rows.shape()[0] <= most) return rows;
    Tensor<float> first({most, rows.shape()[1]});
    std::ranges::copy(rows.values().first(static_cast<std::size_t>(first.count())), first.mutableView().data);
    return first;
}

}  // namespace

PositionStudy::PositionStudy(Session& session, PositionChoice first)
    : m_session(session), m_choice(first), m_background(*this, [this](const Error& error) {
          m_problem = error;
          m_isBusy = false;
          m_look.reset();
          Q_EMIT changed();
      }) {
    connect(&session, &Session::modelChanged, this, &PositionStudy::restart);
    connect(&session, &Session::traceChanged, this, &PositionStudy::restart);
}

PositionStudy::~PositionStudy() {
    ++m_latest;
}

void PositionStudy::want(bool wanted) {
    m_wanted = wanted;
    if (wanted && m_isStale) restart();
}

void PositionStudy::choose(PositionChoice choice) {
    if (std::exchange(m_choice, choice) != choice) restart();
}

bool PositionStudy::isWithoutPlaces() const {
    return m_choice == PositionChoice::Own && m_session.checkpoint() && !ownKind(m_session.checkpoint());
}

void PositionStudy::restart() {
    m_isStale = true;
    if (!m_wanted || !m_session.checkpoint()) return;
    m_isStale = false;
    m_problem.reset();
    const int job = ++m_latest;
    if (isWithoutPlaces()) {
        m_look.reset();
        m_isBusy = false;
        Q_EMIT changed();
        return;
    }
    auto look = std::make_shared<PositionLook>();
    look->choice = m_choice;
    if (m_choice == PositionChoice::Own) {
        look->checkpoint = std::make_shared<const Checkpoint>(*m_session.checkpoint());
        look->trace = m_session.trace();
        look->words = look->readsSource() ? m_session.tracedSource() : m_session.tracedWords();
    }
    m_isBusy = true;
    m_background.enqueue([this, job, look, words = m_session.words(), language = m_session.checkpoint()->language] {
        if (job != m_latest) return;
        if (const auto kind = bundledKind(look->choice)) {
            look->checkpoint = m_models.open(*kind, language);
            const KnownSentence sentence = knownSentence(*look->checkpoint, words);
            look->trace = attentarium::look(*look->checkpoint->model, sentence.ids, LookDepth::Forward);
            look->words = sentence.words;
            look->isSessionsSentence = sentence.isSessions;
        }
        look->kind = look->config().positions;
        look->vectors = positionVectors(*look->checkpoint->model);
        if (look->vectors.count() > 0) {
            look->products = dotProducts(firstRows(look->vectors, PositionLook::kMostPlaces));
            look->byDistance = meanByDistance(look->products);
        }
        m_background.post([this, job, look] {
            if (job != m_latest) return;
            m_look = look;
            m_problem.reset();
            m_isBusy = false;
            Q_EMIT changed();
        });
    });
}

}  // namespace attentarium
