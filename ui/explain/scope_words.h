#pragma once

#include <QString>
#include <QStringList>

#include "engine/trace/trace.h"

namespace attentarium {

/// One scope of a name: its label, and its number where it has one.
struct ScopeName {
    std::string label;
    std::optional<int> number;

    bool operator==(const ScopeName&) const = default;
};

/// The scopes of a value or parameter, the outermost first: `blocks.0.attention.query` has `blocks.0` and `attention`.
std::vector<ScopeName> scopeNamesOf(const Trace& trace, Var node);
/// What these scopes are called: "block 1", "attention". Scopes that hold nothing but one value are left out.
QStringList scopesOf(const Trace& trace, Var node);
/// "block 1", "encoder", "time step 3".
QString scopeTitle(const ScopeName& scope);

}  // namespace attentarium
