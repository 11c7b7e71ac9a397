#pragma once

#include <QObject>
#include <set>

#include "engine/trace/attention_measures.h"
#include "ui/session/session.h"

namespace attentarium {

/// Attentions of one kind over the same words: all layers of an encoder, of a decoder, of cross-attention.
struct AttentionGroup {
    AttentionLayer::Kind kind = AttentionLayer::Kind::Self;
    TextSide side = TextSide::Tokens;  ///< of the queries
    std::vector<int> layers;           ///< among all of the trace
};

/// Which matrix is made of the heads.
enum class HeadMix { OneHead, MeanOfHeads, MaximumOfHeads, MeanOfLayers, MaximumOfLayers, Rollout };

/// By what heads are put in order.
enum class HeadOrder { Layer, PreviousWord, FirstWord, SameWord, Pronoun, Induction, Entropy, Distance };

struct HeadPlace {
    int layer = 0;  ///< among all attentions of the trace
    int head = 0;

    bool operator==(const HeadPlace&) const = default;
    auto operator<=>(const HeadPlace&) const = default;
};

/// What is chosen in this view, and what of it belongs to the session: the head, the cell and the step are the
/// session's, so that they are the same in every workspace.
class AttentionChoices : public QObject {
    Q_OBJECT

  public:
    explicit AttentionChoices(Session& session, QObject* parent = nullptr);
    ~AttentionChoices() override;

    Session& session() const { return m_session; }
    /// While nobody sees the view it has no trace and is silent, so that no picture is made for nothing.
    void setActive(bool active);
    /// Whether the trace has any attention; the rest makes sense only then.
    bool hasAttention() const { return !m_layers.empty(); }
    const Trace& trace() const { return *m_trace; }
    const std::vector<AttentionLayer>& layers() const { return m_layers; }
    const std::vector<AttentionGroup>& groups() const { return m_groups; }
    int group() const { return m_group; }
    const AttentionGroup& currentGroup() const { return m_groups[static_cast<std::size_t>(m_group)]; }
    int layer() const { return m_layer; }
    const AttentionLayer& currentLayer() const { return m_layers[static_cast<std::size_t>(m_layer)]; }
    /// The session's, as far as the layer has so many.
    int head() const;
    HeadPlace place() const { return {m_layer, head()}; }
    HeadMix mix() const { return m_mix; }
    /// The tensor that is shown: weights where heads are mixed.
    Var stage() const;
    Quantity quantity() const;
    /// Whether there are gradients to show: on the way back, where the loss depends on the weights.
    bool hasGradients() const;
    /// Shares under it count as nothing.
    double threshold() const { return m_threshold; }
    HeadOrder order() const { return m_order; }
    /// The heads of the layer that are drawn as lines.
    const std::set<int>& litHeads() const { return m_lit; }
    const HeadStudy* study() const { return m_session.headStudy().get(); }

    /// The chosen row and column of the matrix; −1 for none.
    int chosenRow() const;
    int chosenColumn() const;

    void chooseGroup(int group);
    /// Makes it the session's head, and its step that of the session.
    void chooseHead(HeadPlace place);
    void chooseMix(HeadMix mix);
    /// The one at `place` among those of the layer.
    void chooseStage(std::size_t place);
    void chooseQuantity(Quantity quantity);
    void chooseCell(int row, int column);
    void chooseRow(int row);
    void setThreshold(double threshold);
    void setOrder(HeadOrder order);
    /// As in BertViz: a click adds a head to the lines or takes it away, a double click leaves it alone, and another
    /// brings all back.
    void toggleHead(int head);
    void soloHead(int head);

  Q_SIGNALS:
    /// Anything that a picture depends on.
    void changed();

  private:
    void tell();
    void adoptTrace();
    void followStep();
    void followSelection();
    /// Shows the layer and the stage that a node belongs to, if it does.
    bool show(Var node);
    void goToShownStep();
    void lightChosenHead();

    Session& m_session;
    std::shared_ptr<const Trace> m_trace;
    std::vector<AttentionLayer> m_layers;
    std::vector<AttentionGroup> m_groups;
    int m_group = 0;
    int m_layer = 0;
    Site m_site = Site::Weights;
    HeadMix m_mix = HeadMix::OneHead;
    Quantity m_quantity = Quantity::Value;
    Phase m_phase = Phase::Forward;
    double m_threshold = 0;
    HeadOrder m_order = HeadOrder::Layer;
    std::set<int> m_lit;
    bool m_active = false;
    bool m_choosing = false;  ///< the session hears of a choice that is not complete yet
};

}  // namespace attentarium
