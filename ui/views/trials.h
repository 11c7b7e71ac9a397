#pragma once

#include <QString>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/tape/interventions.h"
#include "ui/views/number_field.h"

namespace attentarium {

class Session;

/// Does this change.
struct DoChange {
    Intervention change;
};
/// Takes a change back.
struct TakeBack {
    int place;
};
/// Asks for a number first.
struct AskNumber {
    QString question;
    double now;
    NumberField::Accepts accepts;
    std::function<Intervention(double)> make;
};
/// Asks which of several changes.
struct ChooseChange {
    std::vector<std::pair<QString, Intervention>> choices;
};
/// Keeps the run on screen as the one to compare with, or does so no longer.
struct KeepRun {
    bool keep;
};

/// One thing that can be tried on what is chosen.
struct Trial {
    const char* name;  ///< for tests and accessibility tools: "setNumber"
    QString text;      ///< on its button
    std::variant<DoChange, TakeBack, AskNumber, ChooseChange, KeepRun> act;
};

/// What can be tried on the chosen cell or tensor, or on what the step shows, the nearest thing first.
std::vector<Trial> trialsFor(const Session& session);

}  // namespace attentarium
