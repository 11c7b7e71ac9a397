#include "ui/window/step_name.h"

#include <algorithm>

namespace attentarium {
namespace {

const QString kBackward = QStringLiteral("backward");
const QString kUpdate = QStringLiteral("update");

bool goToPhase(Session& session, Phase phase) {
    const auto steps = session.trace()->steps();
    const auto found = std::ranges::find(steps, phase, &Step::phase);
    if (found == steps.end()) return false;
    session.goToStep(static_cast<int>(found - steps.begin()));
    return true;
}

}  // namespace

bool goToStepNamed(Session& session, const QString& name) {
    if (!session.trace()) return false;
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    if (isNumber) {
        if (number < 1 || number > session.stepCount()) return false;
        session.goToStep(number - 1);
        return true;
    }
    if (name == QStringLiteral("first")) {
        session.goToFirst();
        return true;
    }
    if (name == QStringLiteral("last")) {
        session.goToLast();
        return true;
    }
    if (name == QStringLiteral("forward")) return goToPhase(session, Phase::Forward);
    if (name == kBackward) return goToPhase(session, Phase::Backward);
    if (name == kUpdate) return goToPhase(session, Phase::Update);
    const qsizetype colon = name.indexOf(QLatin1Char(':'));
    if (colon < 0) return session.goToStep(Phase::Forward, name) || session.goToStep(Phase::Loss, name);
    const QString phase = name.left(colon);
    const QString shown = name.mid(colon + 1);
    if (phase == kBackward) return session.goToStep(Phase::Backward, shown);
    return phase == kUpdate && session.goToStep(Phase::Update, shown);
}

QString nameOfStep(const Session& session) {
    const Step* step = session.currentStep();
    if (!step) return {};
    const QString name = QString::fromStdString(session.trace()->name(step->node));
    if (step->phase == Phase::Backward) return kBackward + QLatin1Char(':') + name;
    if (step->phase == Phase::Update) return kUpdate + QLatin1Char(':') + name;
    return name;
}

}  // namespace attentarium
