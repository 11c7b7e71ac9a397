#pragma once

#include <QString>
#include <optional>

#include "engine/tape/interventions.h"

namespace attentarium {

class Session;

/// A change of the run in words, and what it does to the number that it is about.
struct ChangeWords {
    QString what;   ///< "attention weights: she → fox, head 1"
    QString where;  ///< "block 2 › attention"; empty where it has no place
    std::optional<double> before;
    std::optional<double> after;
};

ChangeWords wordsOf(const Session& session, const Intervention& change);
/// In one line: "head 3 is silent (block 1 › attention)".
QString lineOf(const Session& session, const Intervention& change);

/// What the run on screen is compared with: "without the changes"; empty where it is with nothing.
QString referenceWords(const Session& session);

/// Two numbers and their difference, "4.0341", "4.0353" and "+0.0012": with as many decimals as the difference needs,
/// and the difference is that of what is printed.
struct NumberChange {
    QString before;
    QString after;
    QString difference;
};
NumberChange numberChange(double before, double after);
/// A difference of shares in percentage points: "+12", "−0.4".
QString points(double difference);

/// The factor of an attention's scores in the run without changes; none where it has no such step.
std::optional<double> usualScale(const Session& session, const std::string& attention);

}  // namespace attentarium
