#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "engine/tape/scope_names.h"
#include "ui/explain/contribution_words.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/words.h"
#include "ui/session/references.h"
#include "ui/views/stage/largest.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {
namespace {

struct Stage {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

}  // namespace

void StageReading::fillPresence(MatrixContent& content, const FigureSpec& spec) const {
    using Role = FigureSpec::Role;
    const Presence own = spec.alone ? ownPresenceOf(spec.node) : presenceOf(spec.node);
    const bool reached = spec.alone ? ownGradient(spec.node) : hasGradient(spec.node);
    content.presence = Presence::Shown;
    if (spec.role == Role::After) content.presence = Presence::Current;
    if (spec.role == Role::Gradient && phase() == Phase::Backward) {
        content.presence = reached ? own : Presence::Pending;
    }
    if (spec.role != Role::Tensor) return;
    content.presence = own;
    if (m_shown == Shown::AsThePassGoes) return;
    // What was asked for is never dim: only what is not there yet.
    if (own == Presence::Dimmed) content.presence = Presence::Shown;
    if (content.quantity == Quantity::Gradient && !reached) content.presence = Presence::Pending;
    if (content.presence == Presence::Pending && own != Presence::Pending) {
        content.pendingText = m_trace.gradients(spec.node).empty() ? Stage::tr("the loss does not depend on it")
                                                                   : Stage::tr("no gradient yet");
    }
}

std::shared_ptr<const std::vector<float>> StageReading::changeOf(const MatrixContent& content) const {
    const Trace* const reference = m_session.reference().get();
    auto change = std::make_shared<std::vector<float>>();
    const auto nodes = content.rowNodes.empty() ? std::vector<Var>{content.node} : content.rowNodes;
    for (const Var node : nodes) {
        const auto now = content.quantity == Quantity::Gradient ? m_trace.gradients(node) : m_trace.values(node);
        const auto before = comparedNumbers(reference, m_trace, node, content.quantity);
        if (now.empty() || before.size() != now.size()) return nullptr;
        for (std::size_t i = 0; i < now.size(); ++i) {
            // Hidden in both, it is the same.
            change->push_back(now[i] == before[i] ? 0 : now[i] - before[i]);
        }
    }
    return change;
}

void StageReading::fillChange(MatrixContent& content, const FigureSpec& spec) const {
    if (m_shown != Shown::Change || spec.role != FigureSpec::Role::Tensor) return;
    if (content.presence == Presence::Pending) return;
    const auto change = changeOf(content);
    if (!change) {
        content.presence = Presence::Pending;
        content.pendingText =
            m_session.reference() ? Stage::tr("the other run has none like it") : Stage::tr("nothing to compare with");
        return;
    }
    content.isChange = true;
    content.own = change;
    content.numbers = *change;
}

void StageReading::fillSecond(MatrixContent& content, const FigureSpec& spec) const {
    if (m_shown != Shown::Both || spec.role != FigureSpec::Role::Tensor) return;
    SecondQuantity second;
    second.pending = spec.alone ? !ownGradient(spec.node) : !hasGradient(spec.node);
    second.numbers = m_trace.gradients(spec.node);
    if (!content.rowNodes.empty()) {
        second.own = joined(spec.node, Quantity::Gradient);
        second.numbers = *second.own;
        for (const Var node : content.rowNodes) second.pendingRows.push_back(!ownGradient(node));
    }
    MatrixContent gradients;
    gradients.numbers = second.numbers;
    second.limit = largestOf(gradients);
    if (!second.pending && phase() == Phase::Backward) content.chosenQuantity = Quantity::Gradient;
    content.second = std::move(second);
}

double StageReading::largestOf(const MatrixContent& content) const {
    // The numbers of a trace stay as they are; those made for one picture do not.
    if (content.own || content.numbers.empty()) return largest(content.numbers);
    const auto known = m_limits.try_emplace(content.numbers.data(), -1).first;
    if (known->second < 0) known->second = largest(content.numbers);
    return known->second;
}

const std::vector<Contribution>& StageReading::contributionsTo(Var node) const {
    const auto known = m_contributions.find(node.index);
    if (known != m_contributions.end()) return known->second;
    return m_contributions[node.index] = m_trace.contributions(node);
}

std::vector<std::size_t> StageReading::mainContributions(Var node, std::size_t most) const {
    const auto& all = contributionsTo(node);
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (order.size() <= most) return order;
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return largest(all[i].numbers); });
    order.resize(most);
    std::ranges::sort(order);
    return order;
}

int StageReading::contributorCount(Var node) const {
    if (m_trace.gradients(node).empty()) return 0;
    return static_cast<int>(
        std::ranges::count_if(m_trace.users(node), [&](Var user) { return !m_trace.gradients(user).empty(); }));
}

Var StageReading::namedUser(Var user) const {
    Var named = user;
    while (std::ranges::find(m_trace.nodes(), named) == m_trace.nodes().end() && !m_trace.users(named).empty()) {
        named = m_trace.users(named).front();
    }
    return named;
}

QString StageReading::plainTitle(Var named) const {
    // A gate says more than the sum before it.
    const bool isSum = m_trace.op(named) == "gate_sums" && !m_trace.users(named).empty();
    return titleOf(m_trace, isSum ? namedUser(m_trace.users(named).front()) : named);
}

void StageReading::fillContributor(MatrixContent& content, Var user) const {
    const Var named = namedUser(user);
    const auto time = m_trace.timeOf(named);
    //: %1 is what used a tensor and so adds to its gradient
    content.title = Stage::tr("from %1").arg(plainTitle(named));
    content.symbol = Stage::tr("from %1").arg(symbolBeside(m_trace, named, content.node, Quantity::Value));
    if (time) content.subtitle = scopeTitle({std::string(kTimeScope), static_cast<int>(*time)});
}

QString StageReading::userTitle(Var user) const {
    const Var named = namedUser(user);
    const QString title = plainTitle(named);
    const auto time = m_trace.timeOf(named);
    //: a tensor of a recurrent network, at one time step
    return time ? Stage::tr("%1, time step %2").arg(title).arg(*time + 1) : title;
}

std::int64_t StageReading::cellInQuestion(Var node, Quantity quantity) const {
    const Selection& selection = m_session.selection();
    if (selection.node == node && selection.quantity == quantity && selection.cell) return *selection.cell;
    const auto numbers = quantity == Quantity::Gradient ? m_trace.gradients(node) : m_trace.values(node);
    if (numbers.empty()) return 0;
    // Of a tensor with a row for each word, the row in question, in the chosen head.
    std::int64_t first = 0, count = static_cast<std::int64_t>(numbers.size());
    const Shape shape = m_trace.shape(node);
    const SiteEntry& entry = entryOf(m_trace.site(node));
    const bool ofTokens = !m_trace.isParameter(node) && shape.rank() >= 2 && entry.rank == shape.rank() &&
                          entry.axes[static_cast<std::size_t>(entry.rank - 2)] == Axis::Token;
    if (ofTokens) {
        count = shape[-1];
        const std::int64_t row = std::min<std::int64_t>(rowOf(m_trace.sideOf(node, Axis::Token)), shape[-2] - 1);
        const std::int64_t own = shape.rank() == 3 ? std::min<std::int64_t>(head(), shape[0] - 1) : 0;
        first = (own * shape[-2] + row) * count;
    }
    // Of a very large matrix the beginning is looked through, so that nobody waits.
    constexpr std::int64_t kMostLookedThrough = 1 << 20;
    count = std::min(count, kMostLookedThrough);
    const auto part = numbers.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
    const auto size = [](float number) { return std::isfinite(number) ? std::abs(number) : -1; };
    const auto most = std::ranges::max_element(part, {}, size);
    if (*most != 0) return first + (most - part.begin());
    // Nothing flows there, as to the last word, which tells no next one: then any row of that head.
    const bool headed = ofTokens && shape.rank() == 3;
    const std::int64_t own = headed ? shape[-2] * shape[-1] : static_cast<std::int64_t>(numbers.size());
    const std::int64_t begin = headed ? first / own * own : 0;
    const auto all =
        numbers.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(std::min(own, kMostLookedThrough)));
    return begin + (std::ranges::max_element(all, {}, size) - all.begin());
}

}  // namespace attentarium
