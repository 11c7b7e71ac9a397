#pragma once

#include <QImage>
#include <map>
#include <memory>

#include "ui/session/session.h"
#include "ui/views/stage/bars_item.h"
#include "ui/views/stage/card_item.h"
#include "ui/views/stage/matrix_content.h"
#include "ui/views/stage/stage_level.h"
#include "ui/views/stage/stage_map.h"

namespace attentarium {

/// How many of the words that may come next are shown.
inline constexpr std::size_t kBestWords = 12;

/// Which numbers a figure of the stage shows.
struct FigureSpec {
    enum class Extent {
        Whole,
        HeadColumns,  ///< the chosen head's share of the features
        HeadMatrix,   ///< the chosen head of a tensor that has a head axis
        BestWords,    ///< the columns of the words that are most probable after the chosen token
    };
    enum class Role {
        Tensor,    ///< what is to be shown of it in this phase
        Before,    ///< its value, whatever the phase
        Gradient,  ///< its gradient, whatever is to be shown
        FirstMoment,
        SecondMoment,
        Change,
        After,         ///< these four of a parameter in its update
        Contribution,  ///< what `user` adds to its gradient
    };

    Var node;
    Extent extent = Extent::Whole;
    Role role = Role::Tensor;
    bool withFormula = false;
    bool alone = false;  ///< of what is repeated in time, this one alone
    Var user = {};       ///< of a contribution

    bool operator==(const FigureSpec&) const = default;
};

/// Says what every figure shows at the session's step: values on the way forward, gradients on the way back, and a
/// parameter before and after its update.
class StageReading {
  public:
    /// All must outlive it.
    StageReading(const Session& session, const Trace& trace, const StageMap& map);

    MatrixContent matrix(const FigureSpec& spec) const;
    BarsContent nextWords(Var probabilities) const;
    BarsContent tokenLosses(Var losses) const;
    /// A loss that is one number.
    BarsContent oneLoss(Var loss) const;
    BarsContent classes(Var probabilities) const;
    /// A part as a card of `size`: what was last worked out in it. `before` is what the card showed till now.
    CardContent partCard(const StagePart& part, bool isOpen, const CardContent& before, const QSizeF& size) const;
    /// One tensor as a card.
    CardContent nodeCard(Var node, const CardContent& before, const QSizeF& size) const;
    /// One head's matrix, a pixel a cell; null while it is not computed.
    QImage headImage(Var attention, int head) const;

    const Step& step() const { return *m_session.currentStep(); }
    Phase phase() const { return step().phase; }
    /// Which quantity the figures show; `AsThePassGoes` at first.
    Shown shown() const { return m_shown; }
    void setShown(Shown shown) { m_shown = shown; }
    Quantity quantityOf(Var node) const;
    /// Whether the backward pass has come by, at any time step.
    bool hasGradient(Var node) const;
    Presence presenceOf(Var node) const;
    /// What the users of a node add to its gradient. Worked out once.
    const std::vector<Contribution>& contributionsTo(Var node) const;
    /// Which of them say most, in their order.
    std::vector<std::size_t> mainContributions(Var node, std::size_t most) const;
    /// How many there are.
    int contributorCount(Var node) const;
    /// What the stage calls the op that used a tensor: `forget gate, time step 4`.
    QString userTitle(Var user) const;
    /// The chosen cell of a tensor, or else the largest.
    std::int64_t cellInQuestion(Var node, Quantity quantity) const;
    /// Whether the step's op reads the node.
    bool isSource(Var node) const;
    int headCount() const { return m_heads; }
    int head() const;
    int token() const;
    /// The chosen row of a text: where its words are an encoder's, those of the source.
    int rowOf(TextSide side) const;
    /// The scores, scaled scores, masked scores or weights of the page: the one that the step is at.
    std::optional<Var> attentionOf(const StagePage& page) const;
    std::vector<std::int64_t> bestWords(std::size_t count) const;
    /// The words whose columns hold the largest numbers of a gradient, in the order of the vocabulary.
    std::vector<std::int64_t> wordsThatMatter(std::span<const float> gradient, std::int64_t columns,
                                              std::size_t count) const;

  private:
    /// Of a part's values the one that was worked out last, or the first where none was yet.
    Var latestOf(const StagePart& part) const;
    QString detailOf(const StagePart& part, Var latest) const;
    QImage thumbnail(const MatrixContent& content, const QSizeF& size) const;
    Presence ownPresenceOf(Var node) const;
    bool ownGradient(Var node) const;
    void fillPresence(MatrixContent& content, const FigureSpec& spec) const;
    void fillSecond(MatrixContent& content, const FigureSpec& spec) const;
    /// The numbers of the figure less those of the run that it is compared with; null where that has none like them.
    std::shared_ptr<const std::vector<float>> changeOf(const MatrixContent& content) const;
    /// Puts the change in the place of the numbers, where it is what is to be shown.
    void fillChange(MatrixContent& content, const FigureSpec& spec) const;
    double largestOf(const MatrixContent& content) const;
    bool isOwnSource(Var node) const;
    /// The gradient behind a bar's number, where both are shown.
    QString besides(Var loss, std::int64_t index) const;
    /// What the figures of the losses have in common.
    BarsContent withoutBars(Var loss) const;
    /// The numbers of all time steps one after the other.
    std::shared_ptr<const std::vector<float>> joined(Var node, Quantity quantity) const;
    /// The features of one head on the page of `node`.
    int headWidth(Var node) const;
    void fillTime(MatrixContent& content) const;
    void fillNumbers(MatrixContent& content, const FigureSpec& spec) const;
    void fillWindow(MatrixContent& content, const FigureSpec& spec) const;
    void fillScale(MatrixContent& content) const;
    void fillLabels(MatrixContent& content, const FigureSpec& spec) const;
    /// Names what a user adds to a gradient by that user.
    void fillContributor(MatrixContent& content, Var user) const;
    /// What the result of an op without a name is called after: the first thing with a name that is made from it.
    Var namedUser(Var user) const;
    /// The title of a user, without its time step.
    QString plainTitle(Var named) const;
    void fillWords(MatrixContent& content, const FigureSpec& spec) const;
    void markChoices(MatrixContent& content, const FigureSpec& spec) const;
    /// The key that a chosen attention cell looks at; −1 when there is none.
    int keyToken() const;

    const Session& m_session;
    const Trace& m_trace;
    const StageMap& m_map;
    int m_heads = 1;
    Shown m_shown = Shown::AsThePassGoes;
    mutable std::map<std::int32_t, std::vector<Contribution>> m_contributions;
    mutable std::map<const float*, double> m_limits;
    mutable std::map<std::pair<std::int32_t, Quantity>, std::shared_ptr<const std::vector<float>>> m_joined;
};

}  // namespace attentarium
