#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/function_reference.h"
#include "engine/tape/interventions.h"
#include "engine/tape/op.h"
#include "engine/tape/parameter.h"
#include "engine/tape/path.h"
#include "engine/tape/site.h"

namespace attentarium {

/// What a tape is for decides what it keeps, never what it computes.
enum class Purpose {
    Training,  ///< ops may keep inner values in scratch memory
    Looking,   ///< every named value becomes a node, and parameters seen are kept
};

/// What a backward pass does with the values that it no longer needs.
enum class Values { Kept, GivenUp };

/// A recording of ops in the order in which they ran: nodes with their values and, after `backward`, the gradients
/// of one scalar with respect to each. `clear` keeps the memory: repeating the same ops allocates nothing.
template <typename Scalar>
class Tape {
  public:
    struct Node {
        Op<Scalar>* op = nullptr;  ///< null for a leaf
        std::span<const Var> inputs;
        std::span<const TensorView<const Scalar>> inputValues;
        TensorView<const Scalar> value;
        TensorView<Scalar> gradient;  ///< empty where no gradient flows
        std::string_view parameterName;
        PathId path;
        Site site = Site::Parameter;
        bool named = false;
        bool needsGradient = false;
        bool ownsValue = false;  ///< its value lies in memory that no other node has
        /// Cells that an intervention set, in order. They are what they are whatever led there, so the op does not
        /// answer for them and no gradient passes through them.
        std::span<const std::int64_t> setCells;
        TensorView<const Scalar> computed;  ///< what the op wrote, where cells are set
        TensorView<Scalar> passedOn;        ///< the gradient as the op gets it, where cells are set
    };

    Tape(Purpose purpose, Parallel& parallel) : m_purpose(purpose), m_parallel(&parallel) {}
    Tape(Tape&&) noexcept = default;
    Tape& operator=(Tape&&) noexcept = default;

    Purpose purpose() const { return m_purpose; }

    /// The share of cells that `dropout` sets to zero from now on, and the seed that decides which. 0: none.
    void setDropout(double rate, std::uint64_t seed) {
        m_dropoutRate = rate;
        m_dropoutSeed = seed;
    }
    double dropoutRate() const { return m_dropoutRate; }
    std::uint64_t dropoutSeed() const { return m_dropoutSeed; }

    /// One cell of a node that is yet to be recorded, and what is added to it once its value is there.
    struct Shift {
        Var node;
        std::int64_t cell = 0;
        Scalar amount = 0;
    };
    /// Moves a cell in each recording from now on; everything computed from it follows.
    void setShift(const Shift& shift) { m_shift = shift; }

    /// What is to be done to each recording from now on; for looking only. Those that change parameters are the work
    /// of `withEdits` (models/edited_model.h): here their cells are only marked as set.
    void setInterventions(Interventions interventions);
    const Interventions& interventions() const { return m_interventions; }
    /// Whether the recording had the place that intervention `index` is about.
    bool wasApplied(std::size_t index) const { return m_applied[index]; }
    /// The factor for the scores of the attention whose scope is open: `usual`, or what an intervention says.
    double scaleHere(double usual);
    /// The pairs of that attention for which interventions say whether the query sees the key.
    std::span<const PairVisibility> pairsHere(std::int64_t queries, std::int64_t keys);
    /// The number that logits are to be divided by; none where no intervention says so.
    std::optional<double> temperature();

    Arena& arena() { return m_arena; }

    /// The node of `parameter`: the same one each time it is used.
    Var parameter(const Parameter<Scalar>& parameter);
    /// A leaf with a copy of `values`, which a gradient reaches.
    Var leaf(const Shape& shape, std::span<const Scalar> values);
    /// A leaf without a gradient. Its values are borrowed and must outlive what is recorded here; a tape for looking
    /// copies them, since a trace outlives its model.
    Var constant(TensorView<const Scalar> values);
    /// Runs `OpType(arguments…)` on `inputs` and records it.
    template <typename OpType, typename... Arguments>
    Var record(std::initializer_list<Var> inputs, const Shape& output, Arguments&&... arguments) {
        return record<OpType>(std::span<const Var>(inputs.begin(), inputs.size()), output,
                              std::forward<Arguments>(arguments)...);
    }
    /// The same for any number of inputs.
    template <typename OpType, typename... Arguments>
    Var record(std::span<const Var> inputs, const Shape& output, Arguments&&... arguments) {
        return run(m_arena.make<OpType>(std::forward<Arguments>(arguments)...), inputs, output);
    }
    /// The same, with the output in memory that is borrowed as that of `constant` is.
    template <typename OpType, typename... Arguments>
    Var recordInto(TensorView<Scalar> output, std::initializer_list<Var> inputs, Arguments&&... arguments) {
        return run(m_arena.make<OpType>(std::forward<Arguments>(arguments)...),
                   std::span<const Var>(inputs.begin(), inputs.size()), output);
    }
    /// Gives the node a name: the open scopes, then the site's.
    Var named(Var var, Site site);

    TensorView<const Scalar> value(Var var) const { return node(var).value; }
    TensorView<const Scalar> gradient(Var var) const { return node(var).gradient; }
    const Shape& shape(Var var) const { return node(var).value.shape; }
    const Node& node(Var var) const { return m_nodes[static_cast<std::size_t>(var.index)]; }
    std::size_t size() const { return m_nodes.size(); }
    /// The node of the parameter with this ordinal; none when the recorded pass did not use it.
    Var parameterNode(std::size_t ordinal) const;
    /// The whole name of a named node, for example `blocks.0.attention.scores`.
    std::string nameOf(Var var) const;
    /// For people: the name, or the op and where it stands, for example `gelu in blocks.0.feed_forward`.
    std::string placeOf(Var var) const;

    /// Gradients of the scalar `loss` with respect to every node it depends on.
    void backward(Var loss);
    /// The same, but only the leaves keep their gradients: those in between share memory, one after the other. With
    /// `Values::GivenUp` they take that of values which are no longer needed, and only leaves have values afterwards.
    void backwardToLeaves(Var loss, Values values = Values::Kept);
    /// The same as `backward` for Σ seed · output, for any shape of `output`.
    void backward(Var output, std::span<const Scalar> seed);
    /// The same as far as `goOn(node)` is true, which is asked after each op has been passed on the way back.
    void backwardWhile(Var loss, FunctionReference<bool(Var)> goOn);

    /// The op of `var` as recorded. Throws `LogicError` for a leaf.
    RecordedOp<Scalar> recorded(Var var) const;

    void clear();
    /// Bytes held for values, gradients and ops.
    std::size_t capacity() const { return m_arena.capacity(); }

    Paths& paths() { return m_paths; }
    const Paths& paths() const { return m_paths; }

  private:
    Var run(Op<Scalar>* op, std::span<const Var> inputs, const Shape& output);
    Var run(Op<Scalar>* op, std::span<const Var> inputs, TensorView<Scalar> output);
    Var append(Node node);
    void shift(Node& node);
    /// Does what the interventions say about a node that has just got its name.
    void intervene(Var var);
    /// Calls `use` with each intervention of one kind; those for which it is true have been applied.
    template <typename Kind, typename Use>
    void forEachIntervention(const Use& use);
    void beginBackward(Var output, std::span<const Scalar> seed);
    void passBack(const Node& node);
    /// Gives the gradient of `node` memory, and says whether it had none.
    bool claimGradient(Node& node);
    std::span<Scalar> claimMemory(std::size_t count);

    Purpose m_purpose;
    Parallel* m_parallel;
    double m_dropoutRate = 0;
    std::uint64_t m_dropoutSeed = 0;
    Shift m_shift;
    Interventions m_interventions;
    std::vector<bool> m_applied;
    Arena m_arena;
    std::vector<Node> m_nodes;
    std::vector<Var> m_parameterNodes;
    std::span<bool> m_reached;                ///< nodes that the output of this backward pass depends on
    std::vector<std::span<Scalar>> m_unused;  ///< memory of gradients that nobody needs any more
    std::vector<Tensor<Scalar>> m_seenParameters;
    Paths m_paths;
};

/// While it lives, values named on the tape belong to the part of the model it names.
class Scope {
  public:
    template <typename Scalar>
    Scope(Tape<Scalar>& tape, std::string_view label, int number = Paths::kNoNumber) : m_paths(&tape.paths()) {
        m_paths->enter(label, number);
    }
    ~Scope() { m_paths->leave(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

  private:
    Paths* m_paths;
};

}  // namespace attentarium
