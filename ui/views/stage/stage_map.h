#pragma once

#include <optional>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// One box of the overview: a part of the model with its named values, in the order in which they are computed.
struct StagePart {
    enum class Kind { TokenEmbedding, Position, Block, Norm, Unembedding, Softmax, Loss, Other };

    Kind kind = Kind::Other;
    int number = 0;  ///< of a block, from 0
    std::vector<Var> nodes;
};

/// What is open below the overview. A block opens as its attention or as its feed-forward network.
struct StagePage {
    enum class Kind { Embedding, Attention, FeedForward, End };

    Kind kind = Kind::Embedding;
    int part = 0;           ///< of the block; for the others the first part of the page
    bool learning = false;  ///< whether weights are shown below, as when gradients and updates are stepped through

    bool operator==(const StagePage&) const = default;
};

/// A trace as the stage reads it: which part each value belongs to and at which steps it is complete.
class StageMap {
  public:
    explicit StageMap(const Trace& trace);

    const std::vector<StagePart>& parts() const { return m_parts; }
    int blockCount() const { return m_blocks; }
    /// The part of a value, or of the first op that uses a parameter; −1 for what belongs to none.
    int partOf(Var node) const { return m_partOf[static_cast<std::size_t>(node.index)]; }
    StagePage pageOf(const Step& step) const;
    /// The values of a page in order: of a block's attention those up to its residual, and so on.
    std::vector<Var> nodesOf(const StagePage& page) const;
    /// The value at `site` on the page; none where the page has none.
    std::optional<Var> find(const StagePage& page, Site site) const;

    /// The node itself, or the first value that a parameter computes.
    Var valueOf(Var node) const;

    /// The step at which a node's value, its gradient or its update is complete; −1 where there is none.
    int forwardStep(Var node) const { return m_forward[static_cast<std::size_t>(node.index)]; }
    int backwardStep(Var node) const { return m_backward[static_cast<std::size_t>(node.index)]; }
    int updateStep(Var node) const { return m_update[static_cast<std::size_t>(node.index)]; }

    /// The first step, in the phase of `like` where there is one, else on the way forward, that shows one of `nodes`
    /// or a parameter that computes them; −1 when nothing does.
    int firstStep(const std::vector<Var>& nodes, const Step& like) const;

    const Trace& trace() const { return m_trace; }

  private:
    bool inFeedForward(Var node) const;

    const Trace& m_trace;
    std::vector<StagePart> m_parts;
    int m_blocks = 0;
    std::vector<int> m_partOf;
    std::vector<int> m_owner;  ///< of a parameter, the first value that it computes
    std::vector<int> m_forward, m_backward, m_update;
};

}  // namespace attentarium
