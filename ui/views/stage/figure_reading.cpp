#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "engine/tape/scope_names.h"
#include "engine/trace/attention_layers.h"
#include "ui/explain/contribution_words.h"
#include "ui/explain/numbers.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/part_words.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {
namespace {

struct Stage {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

QString withCapital(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

/// What stands before the equals sign: `dL/dQ`.
QString leftSide(const QString& formula) {
    return formula.section(QStringLiteral(" = "), 0, 0);
}

}  // namespace

MatrixContent StageReading::matrix(const FigureSpec& spec) const {
    MatrixContent content;
    content.node = spec.node;
    using Role = FigureSpec::Role;
    content.selectable = spec.role == Role::Tensor || spec.role == Role::Before || spec.role == Role::Gradient;
    content.quantity = spec.role == FigureSpec::Role::Gradient ? Quantity::Gradient
                       : spec.role == FigureSpec::Role::Tensor ? quantityOf(spec.node)
                                                               : Quantity::Value;
    if (spec.role == Role::Contribution) content.quantity = Quantity::Gradient;
    content.chosenQuantity = content.quantity;
    fillPresence(content, spec);
    content.isSource = spec.role == Role::Tensor && isSource(spec.node);
    content.frameColour = colourOf(phase());
    if (spec.role == Role::Tensor && !spec.alone) fillTime(content);
    fillNumbers(content, spec);
    fillChange(content, spec);
    fillWindow(content, spec);
    fillScale(content);
    if (spec.role == Role::Contribution) {
        // Parts of one sum are compared, so they share a scale.
        for (const Contribution& each : contributionsTo(spec.node)) {
            MatrixContent other;
            other.numbers = each.numbers;
            content.limit = std::max(content.limit, largestOf(other));
        }
    }
    fillSecond(content, spec);
    fillLabels(content, spec);
    fillWords(content, spec);
    markChoices(content, spec);
    return content;
}

void StageReading::fillTime(MatrixContent& content) const {
    const auto all = m_trace.acrossTime(content.node);
    if (all.size() < 2) return;
    content.rowNodes.assign(all.begin(), all.end());
    for (const Var node : all) {
        const Presence own = ownPresenceOf(node);
        // Gradients and values are not for one picture: what the way back has not reached stays empty.
        content.pendingRows.push_back(own == Presence::Pending ||
                                      (content.quantity == Quantity::Gradient && !ownGradient(node)));
    }
}

std::shared_ptr<const std::vector<float>> StageReading::joined(Var node, Quantity quantity) const {
    auto& known = m_joined[{node.index, quantity}];
    if (known) return known;
    auto numbers = std::make_shared<std::vector<float>>();
    for (const Var each : m_trace.acrossTime(node)) {
        const auto own = quantity == Quantity::Gradient ? m_trace.gradients(each) : m_trace.values(each);
        const auto size = static_cast<std::size_t>(m_trace.shape(each).count());
        numbers->insert(numbers->end(), own.begin(), own.end());
        // Where no gradient flows, it is 0.
        if (own.empty()) numbers->resize(numbers->size() + size);
    }
    return known = std::move(numbers);
}

void StageReading::fillNumbers(MatrixContent& content, const FigureSpec& spec) const {
    const ParameterUpdate* update = m_trace.isParameter(spec.node) ? m_trace.update(spec.node) : nullptr;
    const bool updating = phase() == Phase::Update && update;
    content.numbers = content.quantity == Quantity::Gradient ? m_trace.gradients(spec.node) : m_trace.values(spec.node);
    if (spec.role == FigureSpec::Role::Gradient && updating) content.numbers = update->gradient.values();
    if (spec.role == FigureSpec::Role::After && update) content.numbers = update->updated.values();
    if (spec.role == FigureSpec::Role::FirstMoment && update) content.numbers = update->firstMoment.values();
    if (spec.role == FigureSpec::Role::SecondMoment && update) content.numbers = update->secondMoment.values();
    if (spec.role == FigureSpec::Role::Contribution) {
        const auto& all = contributionsTo(spec.node);
        const auto own = std::ranges::find(all, spec.user, &Contribution::user);
        if (own != all.end()) content.numbers = own->numbers;
    }
    if (spec.role == FigureSpec::Role::Change && update) {
        const auto before = m_trace.values(spec.node);
        auto change = std::make_shared<std::vector<float>>(before.size());
        std::ranges::transform(update->updated.values(), before, change->begin(), std::minus<>());
        content.numbers = *change;
        content.own = change;
    }
    if (!content.rowNodes.empty()) {
        content.own = joined(spec.node, content.quantity);
        content.numbers = *content.own;
        return;
    }
    if (const auto masked = maskBehind(m_trace, spec.node)) content.mask = m_trace.values(*masked);
}

void StageReading::fillWindow(MatrixContent& content, const FigureSpec& spec) const {
    const Shape shape = m_trace.shape(spec.node);
    const auto steps = static_cast<int>(content.rowNodes.size());
    content.window.columns = static_cast<int>(shape.columns());
    content.window.rows = steps > 0 ? steps : static_cast<int>(shape.rows());
    content.window.rowStride = steps > 0 ? shape.count() : shape.columns();
    switch (spec.extent) {
        case FigureSpec::Extent::Whole:
            break;
        case FigureSpec::Extent::HeadColumns: {
            // Heads of keys and values may be shared by groups of query heads.
            const int heads = std::max(1, static_cast<int>(shape.columns()) / std::max(1, headWidth(spec.node)));
            content.window.columns /= heads;
            content.window.first = head() * heads / m_heads * content.window.columns;
            break;
        }
        case FigureSpec::Extent::HeadMatrix: {
            const std::int64_t own = std::min<std::int64_t>(head(), shape[0] - 1);
            if (steps == 0) content.window.rows = static_cast<int>(shape[1]);
            content.window.first = own * shape[1] * shape[2];
            break;
        }
        case FigureSpec::Extent::BestWords:
            // The gradient lives in the columns of the words that came, not of those that may come next.
            content.window.chosen = content.quantity == Quantity::Gradient && !content.numbers.empty()
                                        ? wordsThatMatter(content.numbers, shape.columns(), kBestWords)
                                        : bestWords(kBestWords);
            content.window.columns = static_cast<int>(content.window.chosen.size());
            break;
    }
}

int StageReading::headWidth(Var node) const {
    const auto weighted = m_map.find(m_map.pageOf({Phase::Forward, node}), Site::WeightedValues);
    return static_cast<int>(weighted ? m_trace.shape(*weighted)[-1] : m_trace.shape(node).columns() / m_heads);
}

void StageReading::fillScale(MatrixContent& content) const {
    content.limit = largestOf(content);
    if (content.isChange || content.quantity == Quantity::Gradient || m_trace.isParameter(content.node)) return;
    switch (m_trace.site(content.node)) {
        case Site::Weights:
            content.scaleColour = theme().attention;
            break;
        case Site::InputGate:
        case Site::ForgetGate:
        case Site::OutputGate:
        case Site::ResetGate:
        case Site::UpdateGate:
            content.scaleColour = theme().accent;
            break;
        default:
            return;
    }
    // Shares go from 0 to 1.
    content.scale = ColourScale::Sequential;
    content.limit = 1;
}

void StageReading::fillLabels(MatrixContent& content, const FigureSpec& spec) const {
    if (m_trace.isParameter(spec.node)) return;
    const Site site = m_trace.site(spec.node);
    const SiteEntry& entry = entryOf(site);
    const SentenceWords words(m_session.tracedWords(), m_session.tracedSource());
    const auto axes = std::span(entry.axes).first(static_cast<std::size_t>(entry.rank));
    const bool ofTokens = !content.rowNodes.empty() || std::ranges::find(axes, Axis::Token) != axes.end();
    if (ofTokens) content.rowLabels = words.along(m_trace, spec.node, Axis::Token);
    if (!axes.empty() && axes.back() == Axis::KeyToken) {
        content.columnLabels = words.along(m_trace, spec.node, Axis::KeyToken);
    }
    if (!axes.empty() && axes.front() == Axis::Pair) {
        for (int row = 0; row < content.window.rows; ++row) {
            content.rowLabels.append(pairPlace(m_trace, row, words));
        }
    }
    for (const std::int64_t word : content.window.chosen) {
        content.columnLabels.append(m_session.wordOf(static_cast<int>(word)));
    }
    if (site == Site::PositionEmbedding) {
        content.rowLabels.clear();
        for (int place = 1; place <= content.window.rows; ++place) content.rowLabels.append(QString::number(place));
    }
    if (site == Site::TokenEmbedding) {
        const auto ids = m_trace.tokensAlong(spec.node, Axis::Token);
        for (qsizetype i = 0; i < content.rowLabels.size(); ++i) {
            content.rowLabels[i] += QStringLiteral("  %1").arg(ids[static_cast<std::size_t>(i)], 4, 10, QChar(0x2007));
        }
    }
}

void StageReading::fillWords(MatrixContent& content, const FigureSpec& spec) const {
    const bool gradient = content.quantity == Quantity::Gradient;
    const QString formula = gradient ? gradientFormulaOf(m_trace, spec.node) : formulaOf(m_trace, spec.node);
    content.title = gradient ? leftSide(formula) : withCapital(titleOf(m_trace, spec.node));
    const auto scopes = scopeNamesOf(m_trace, spec.node);
    // The two directions of a layer are told apart where they meet.
    if (std::ranges::find(scopes, std::string("backward"), &ScopeName::label) != scopes.end()) {
        content.title += QStringLiteral(" ←");
    }
    // Where an encoder's and a decoder's stand side by side, they are told apart.
    const bool ofTower =
        !scopes.empty() && (scopes.front().label == kEncoderScope || scopes.front().label == kDecoderScope);
    if (m_trace.site(spec.node) == Site::HiddenStates && !m_trace.isParameter(spec.node) && ofTower) {
        const QString tower = towerLabel(scopes.front().label);
        //: %1 is "Encoder" or "Decoder", %2 a gradient: Encoder: dL/dH
        content.title = gradient ? Stage::tr("%1: %2").arg(tower, content.title)
                                 //: %1 is "Encoder" or "Decoder"; the hidden states of all time steps
                                 : Stage::tr("%1: hidden states").arg(tower);
    }
    if (spec.withFormula) content.formula = formula;
    switch (spec.role) {
        case FigureSpec::Role::Tensor:
            break;
        case FigureSpec::Role::Before:
            if (phase() == Phase::Update) content.title = Stage::tr("before");
            break;
        case FigureSpec::Role::Gradient:
            break;
        case FigureSpec::Role::FirstMoment:
            //: the optimizer's running mean of the gradients
            content.title = Stage::tr("m: mean of gradients");
            content.symbol = QStringLiteral("m");
            break;
        case FigureSpec::Role::SecondMoment:
            //: the optimizer's running mean of the squared gradients
            content.title = Stage::tr("v: mean of squares");
            content.symbol = QStringLiteral("v");
            break;
        case FigureSpec::Role::Contribution:
            fillContributor(content, spec.user);
            break;
        case FigureSpec::Role::Change:
            //: after − before, of a weight in an optimizer step
            content.title = Stage::tr("change");
            break;
        case FigureSpec::Role::After:
            content.title = Stage::tr("after");
            break;
    }
    const auto time = m_trace.timeOf(spec.node), now = m_trace.timeOf(step().node);
    if (spec.alone && time && now && *time != *now) {
        // Beside a step it is told which time step it has itself.
        content.symbol = symbolBeside(m_trace, spec.node, step().node, content.quantity);
        //: a tensor of a recurrent network, at one time step
        content.title = gradient ? content.symbol : Stage::tr("%1, time step %2").arg(content.title).arg(*time + 1);
    }
    if (content.symbol.isEmpty()) content.symbol = formula.section(QStringLiteral(" = "), 0, 0);
    const Shape shape = m_trace.shape(spec.node);
    const bool whole = content.rowNodes.empty() &&
                       (spec.extent == FigureSpec::Extent::Whole || spec.extent == FigureSpec::Extent::BestWords);
    if (spec.extent == FigureSpec::Extent::BestWords && shape.columns() > content.window.columns) {
        //: how many columns of a wide matrix are shown
        content.subtitle = Stage::tr("%1 of %2 words").arg(content.window.columns).arg(shape.columns());
    }
    content.shape = whole ? QString::fromStdString(shape.text())
                          : QStringLiteral("%1 × %2").arg(content.window.rows).arg(content.window.columns);
    content.name = withCapital(titleOf(m_trace, spec.node)) + QStringLiteral(", ") + content.shape;
    if (spec.role == FigureSpec::Role::Contribution) {
        content.name = Stage::tr("from %1").arg(userTitle(spec.user)) + QStringLiteral(", ") + content.name;
    } else if (spec.role != FigureSpec::Role::Tensor)
        content.name = content.title + QStringLiteral(", ") + content.name;
    content.titleColour = theme().ink;
    if (spec.role == FigureSpec::Role::Contribution) {
        // It is that of the sum beside it.
        content.shape.clear();
        return;
    }
    if (gradient) {
        // The letter alone says too little from the last row.
        content.subtitle = titleOf(m_trace, spec.node);
        const int users = contributorCount(spec.node);
        //: A gradient that is the sum of what several users of a tensor say of it: %1 is their number.
        if (users > 1) content.subtitle += QStringLiteral("  ") + Stage::tr("Σ of %1").arg(users);
        content.name = leftSide(formula) + QStringLiteral(", ") + content.name;
    }
    if (content.isChange) {
        content.title = QStringLiteral("Δ ") + content.title;
        //: the difference between two runs; %1 is a tensor
        content.name = Stage::tr("change of %1").arg(content.name);
    }
    const bool plain = m_trace.isParameter(spec.node) || colourOf(m_trace.site(spec.node)) == theme().accent;
    content.titleColour = plain ? theme().ink : typeColour(colourOf(m_trace.site(spec.node)));
}

void StageReading::markChoices(MatrixContent& content, const FigureSpec& spec) const {
    const Selection& selection = m_session.selection();
    const bool same = selection.quantity == content.quantity || content.second;
    if (selection.node && selection.cell && content.selectable && same) {
        content.selected = content.placeOf({*selection.node, selection.quantity, *selection.cell});
    }
    if (m_trace.isParameter(spec.node)) return;
    const Site site = m_trace.site(spec.node);
    const bool inPairs = entryOf(site).rank > 0 && entryOf(site).axes.front() == Axis::Pair;
    if (!content.rowLabels.isEmpty() && !inPairs) content.boldRow = rowOf(m_trace.sideOf(spec.node, Axis::Token));
    if (isAttention(site)) content.boldColumn = keyToken();
    if (content.presence == Presence::Pending) return;
    if (site == Site::Query || site == Site::RotatedQuery)
        content.outlinedRow = rowOf(m_trace.sideOf(spec.node, Axis::Token));
    if (site == Site::Key || site == Site::RotatedKey) content.outlinedRow = keyToken();
    // The time step that the walk is at is lit in all figures of its layer.
    const auto now = m_trace.timeOf(m_map.valueOf(step().node));
    if (content.rowNodes.empty() || !now || phase() == Phase::Update) return;
    const auto place = std::ranges::find(content.rowNodes, now, [&](Var node) { return m_trace.timeOf(node); });
    if (place == content.rowNodes.end()) return;
    content.outlinedRow = content.boldRow = static_cast<int>(place - content.rowNodes.begin());
}

}  // namespace attentarium
