#include "ui/explain/head_remark.h"

#include <QCoreApplication>
#include <QStringList>
#include <variant>

#include "engine/tape/interventions.h"

namespace attentarium {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Done {
    bool isSilent = false, isFrozen = false, isSwapped = false;
};

Done doneTo(const Trace& trace, Var attention, int head) {
    Done done;
    const std::string& name = trace.name(attention);
    const std::string scope = name.substr(0, name.rfind('.'));
    const Interventions& all = trace.interventions();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!trace.wasApplied(i)) continue;
        if (const auto* silence = std::get_if<SilenceHead>(&all[i])) {
            done.isSilent = done.isSilent || (silence->attention == scope && silence->head == head);
        } else if (const auto* freeze = std::get_if<FreezeHead>(&all[i])) {
            done.isFrozen = done.isFrozen || (freeze->attention == scope && freeze->head == head);
        } else if (const auto* swap = std::get_if<SwapHeads>(&all[i])) {
            const bool isOne = swap->first == head || swap->second == head;
            done.isSwapped = done.isSwapped || (swap->attention == scope && swap->first != swap->second && isOne);
        }
    }
    return done;
}

}  // namespace

QString headRemark(const Trace& trace, Var attention, int head) {
    const Done done = doneTo(trace, attention, head);
    QStringList words;
    //: of a head of attention
    if (done.isSilent) words += Words::tr("⊘ silent");
    //: of a head of attention
    if (done.isFrozen) words += Words::tr("‖ frozen");
    //: of a head of attention, with another one
    if (done.isSwapped) words += Words::tr("⇄ swapped");
    return words.join(QStringLiteral(", "));
}

QString headSigns(const Trace& trace, Var attention, int head) {
    const Done done = doneTo(trace, attention, head);
    QStringList signs;
    if (done.isSilent) signs += QStringLiteral("⊘");
    if (done.isFrozen) signs += QStringLiteral("‖");
    if (done.isSwapped) signs += QStringLiteral("⇄");
    return signs.join(QLatin1Char(' '));
}

}  // namespace attentarium
