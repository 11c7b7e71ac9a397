#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/tape/tape.h"
#include "engine/trace/step.h"
#include "engine/trace/traced_text.h"
#include "engine/trace/update_record.h"

namespace attentarium {

/// The two texts of an encoder–decoder; other families have tokens only.
enum class TextSide { Tokens, Source };

/// What one user of a tensor adds to its gradient: a number for each of its cells.
struct Contribution {
    Var user;
    std::vector<float> numbers;
};

/// One text's way through a model, forward, backward and the update, as a constant value: every named tensor, its
/// gradient, and for any cell why it is what it is. Shared freely between threads; holds the parameters it saw.
class Trace {
  public:
    /// Takes the tape as it is. `text` is what went in.
    static std::shared_ptr<const Trace> freeze(Tape<float>&& tape, TracedText text,
                                               std::optional<UpdateRecord> update = {});

    const TracedText& text() const { return m_text; }
    std::span<const int> tokens() const { return m_text.tokens; }
    /// What the encoder of an encoder–decoder read; empty for others.
    std::span<const int> source() const { return m_text.source; }
    /// Whose places an axis of tokens or key tokens counts: the rows of an encoder, and the columns of
    /// cross-attention, belong to the source.
    TextSide sideOf(Var node, Axis axis) const;
    std::span<const int> tokensAlong(Var node, Axis axis) const {
        return sideOf(node, axis) == TextSide::Source ? source() : tokens();
    }
    std::span<const Step> steps() const { return m_steps; }

    /// Every node that has a name: values in the order in which they were computed, parameters where first used.
    std::span<const Var> nodes() const { return m_named; }
    /// For example `blocks.0.attention.scores`, or a parameter's name.
    const std::string& name(Var node) const { return m_names[static_cast<std::size_t>(node.index)]; }
    std::optional<Var> find(std::string_view name) const;
    /// The first value at a site.
    std::optional<Var> find(Site site) const;

    /// The time step that a node belongs to, from 0; none where it is of no single one.
    std::optional<int> timeOf(Var node) const;
    /// The same value at every time step, in order of time; the node alone where it is of no single one.
    std::span<const Var> acrossTime(Var node) const {
        return m_series[m_seriesOf[static_cast<std::size_t>(node.index)]];
    }

    Site site(Var node) const { return m_tape.node(node).site; }
    bool isParameter(Var node) const { return !m_tape.node(node).parameterName.empty(); }
    /// The op that computed the node, for example `softmax`; empty for a parameter or a constant.
    std::string_view op(Var node) const;
    std::span<const Var> inputs(Var node) const { return m_tape.node(node).inputs; }
    /// The nodes that used it.
    const std::vector<Var>& users(Var node) const { return m_users[static_cast<std::size_t>(node.index)]; }

    /// Sizes without the batch axis, which is always one text.
    Shape shape(Var node) const;
    std::span<const float> values(Var node) const { return m_tape.value(node).span(); }
    /// dLoss/dvalue; empty where the loss does not depend on the node, or when there was no backward pass.
    std::span<const float> gradients(Var node) const { return m_tape.gradient(node).span(); }
    bool hasBackward() const { return m_hasBackward; }

    /// What was done to this run beyond what the model does, in order.
    const Interventions& interventions() const { return m_tape.interventions(); }
    /// Whether the run had the place that intervention `index` is about.
    bool wasApplied(std::size_t index) const { return m_tape.wasApplied(index); }
    /// Whether an intervention set this number: then no gradient passes on from it to what it would have come from.
    bool isSet(Var node, std::int64_t index) const;

    /// Why the cell holds its value. `Rule::Given` for parameters, constants and numbers that were set.
    Explanation explainValue(Var node, std::int64_t index) const;
    /// What each user of the node contributes to the cell's gradient; the gradient is the sum of their totals.
    std::vector<Explanation> explainGradient(Var node, std::int64_t index) const;
    /// The same for all cells at once: what the op of each user adds, in the order of the users. Users that the loss
    /// does not depend on add nothing and are left out. The gradient is their sum; of the loss itself there are none.
    std::vector<Contribution> contributions(Var node) const;

    /// Null when there was no update.
    const UpdateRecord* update() const { return m_update ? &*m_update : nullptr; }
    /// The parameter's part of the update; null for other nodes and when there was no update.
    const ParameterUpdate* update(Var node) const;
    UpdateExplanation explainUpdate(Var node, std::int64_t index) const;

    Trace(const Trace&) = delete;
    Trace& operator=(const Trace&) = delete;

  private:
    void findSides();
    void findSeries();

    Trace(Tape<float>&& tape, TracedText text, std::optional<UpdateRecord> update);

    Tape<float> m_tape;
    TracedText m_text;
    std::optional<UpdateRecord> m_update;
    std::vector<Step> m_steps;
    std::vector<Var> m_named;
    std::vector<std::string> m_names;
    std::vector<std::vector<Var>> m_users;    ///< of each node
    std::vector<std::vector<Var>> m_series;   ///< values that are the same but for the time step
    std::vector<std::size_t> m_seriesOf;      ///< of each node
    std::vector<TextSide> m_rows, m_columns;  ///< of each node, for its axes of tokens and key tokens
    std::vector<std::int64_t> m_ordinals;     ///< of each node that is a parameter, else −1
    bool m_hasBackward = false;
};

}  // namespace attentarium
