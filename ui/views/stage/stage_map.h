#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/trace/trace.h"

namespace attentarium {

/// One box of the overview: a part of the model with its named values, in the order in which they are computed.
struct StagePart {
    enum class Kind { TokenEmbedding, Position, Block, Norm, Unembedding, Softmax, Loss, Class, Other };

    Kind kind = Kind::Other;
    std::string tower;  ///< `encoder` or `decoder` where there are both, else empty
    std::string scope;  ///< of a block, its label: `blocks`, `layers`, `backward.layers`, `alignment`
    int number = 0;     ///< of a block, from 0; −1 where its scope has none
    int page = 0;       ///< the first that shows it
    std::vector<Var> nodes;
};

/// What is open below the overview.
struct StagePage {
    enum class Kind {
        Embedding,    ///< what becomes of the words first, side by side
        Attention,    ///< whatever has a number for each head, token and key token
        FeedForward,  ///< hidden units between features
        Flow,         ///< anything else, from left to right as it is computed
        End,          ///< the next word, the class, the loss
    };

    Kind kind = Kind::Embedding;
    int index = 0;          ///< among the pages of the trace
    bool learning = false;  ///< whether weights are shown below, as when gradients and updates are stepped through

    bool operator==(const StagePage&) const = default;
};

/// A trace as the stage reads it, whatever model it comes from: parts from the scopes of its names, pages from the axes
/// and the flow of its values, and the steps at which each is complete.
class StageMap {
  public:
    explicit StageMap(const Trace& trace);

    const std::vector<StagePart>& parts() const { return m_parts; }
    /// The part of a value, or of the first op that uses a parameter; −1 for what belongs to none.
    int partOf(Var node) const { return m_partOf[static_cast<std::size_t>(node.index)]; }
    /// The part that a page shows; of several, the first.
    const StagePart& partOf(const StagePage& page) const;
    /// How many parts there are like this one: all blocks of its tower.
    int countLike(const StagePart& part) const;

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// The page after or before this one in the same part; none at its end.
    std::optional<StagePage> neighbour(const StagePage& page, int direction) const;
    StagePage pageOf(const Step& step) const;
    /// The values of a page in order: of a block's attention those up to its residual, and so on. Of values that are
    /// repeated at every time step, all.
    const std::vector<Var>& nodesOf(const StagePage& page) const;
    /// The same, but of values that are repeated in time the first only.
    std::vector<Var> figuresOf(const StagePage& page) const;
    /// The value at `site` on the page; none where the page has none.
    std::optional<Var> find(const StagePage& page, Site site) const;

    /// The named values that a value was computed from, through those without a name.
    const std::vector<Var>& sourcesOf(Var node) const { return m_sources[static_cast<std::size_t>(node.index)]; }
    /// What the page reads from others, in order.
    std::vector<Var> enteringOf(const StagePage& page) const;
    /// The first of all time steps of a value; a value that is not repeated is its own.
    Var figureOf(Var node) const { return m_trace.acrossTime(node).front(); }

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
    struct Page {
        StagePage::Kind kind = StagePage::Kind::Flow;
        int part = 0;
        std::vector<Var> nodes;
    };

    void findSources();
    void findParts();
    void findPages();
    void addPage(StagePage::Kind kind, int part, std::vector<Var> nodes);
    void cutBlock(int part);
    bool isStream(Var norm) const;

    const Trace& m_trace;
    std::vector<StagePart> m_parts;
    std::vector<Page> m_pages;
    std::vector<int> m_partOf, m_pageOf;
    std::vector<int> m_owner;  ///< of a parameter, the first value that it computes
    std::vector<std::vector<Var>> m_sources;
    std::vector<int> m_forward, m_backward, m_update;
};

/// Whether a value has one number for each head, token and key token.
bool isAttention(Site site);
/// Whether it is a sum that a part of a block ends in.
bool isResidual(Site site);

}  // namespace attentarium
