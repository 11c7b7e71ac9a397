#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/scope_words.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {
namespace {

constexpr std::size_t kBestWords = 12;

struct Stage {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

double largest(std::span<const float> numbers) {
    float most = 0;
    for (const float number : numbers) {
        if (std::isfinite(number)) most = std::max(most, std::abs(number));
    }
    return static_cast<double>(most);
}

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
    const bool ofUpdate = spec.role == FigureSpec::Role::Change || spec.role == FigureSpec::Role::After;
    content.selectable = !ofUpdate;
    content.quantity = spec.role == FigureSpec::Role::Gradient ? Quantity::Gradient
                       : spec.role == FigureSpec::Role::Tensor ? quantityOf(spec.node)
                                                               : Quantity::Value;
    content.presence = spec.role == FigureSpec::Role::Tensor ? presenceOf(spec.node) : Presence::Shown;
    if (spec.role == FigureSpec::Role::Gradient && phase() == Phase::Backward) {
        content.presence = quantityOf(spec.node) == Quantity::Gradient ? presenceOf(spec.node) : Presence::Pending;
    }
    if (spec.role == FigureSpec::Role::After) content.presence = Presence::Current;
    content.isSource = spec.role == FigureSpec::Role::Tensor && isSource(spec.node);
    content.frameColour = colourOf(phase());
    if (spec.role == FigureSpec::Role::Tensor) fillTime(content);
    fillNumbers(content, spec);
    fillWindow(content, spec);
    fillScale(content);
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
                                      (content.quantity == Quantity::Gradient && own == Presence::Dimmed));
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
    content.mask = maskOf(spec.node);
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
            content.window.chosen = bestWords(kBestWords);
            content.window.columns = static_cast<int>(content.window.chosen.size());
            break;
    }
}

int StageReading::headWidth(Var node) const {
    const auto weighted = m_map.find(m_map.pageOf({Phase::Forward, node}), Site::WeightedValues);
    return static_cast<int>(weighted ? m_trace.shape(*weighted)[-1] : m_trace.shape(node).columns() / m_heads);
}

void StageReading::fillScale(MatrixContent& content) const {
    content.limit = largest(content.numbers);
    if (content.quantity == Quantity::Gradient || m_trace.isParameter(content.node)) return;
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
    if (spec.withFormula) content.formula = formula;
    switch (spec.role) {
        case FigureSpec::Role::Tensor:
            break;
        case FigureSpec::Role::Before:
            if (phase() == Phase::Update) content.title = Stage::tr("before");
            break;
        case FigureSpec::Role::Gradient:
            break;
        case FigureSpec::Role::Change:
            //: after − before, of a weight in an optimizer step
            content.title = Stage::tr("change");
            break;
        case FigureSpec::Role::After:
            content.title = Stage::tr("after");
            break;
    }
    content.symbol = formula.section(QStringLiteral(" = "), 0, 0);
    const Shape shape = m_trace.shape(spec.node);
    const bool whole = content.rowNodes.empty() &&
                       (spec.extent == FigureSpec::Extent::Whole || spec.extent == FigureSpec::Extent::BestWords);
    content.shape = whole ? QString::fromStdString(shape.text())
                          : QStringLiteral("%1 × %2").arg(content.window.rows).arg(content.window.columns);
    content.name = withCapital(titleOf(m_trace, spec.node)) + QStringLiteral(", ") + content.shape;
    if (gradient) {
        // The letter alone says too little from the last row.
        content.subtitle = titleOf(m_trace, spec.node);
        content.name = leftSide(formula) + QStringLiteral(", ") + content.name;
    }
    const bool plain = m_trace.isParameter(spec.node) || colourOf(m_trace.site(spec.node)) == theme().accent;
    content.titleColour = plain ? theme().ink : typeColour(colourOf(m_trace.site(spec.node)));
}

void StageReading::markChoices(MatrixContent& content, const FigureSpec& spec) const {
    const Selection& selection = m_session.selection();
    if (selection.node && selection.cell && content.selectable && selection.quantity == content.quantity) {
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

BarsContent StageReading::nextWords(Var probabilities) const {
    BarsContent content;
    content.node = probabilities;
    content.presence = presenceOf(probabilities);
    const bool inPlace = m_trace.text().inPlace;
    const int target = m_session.targetOf(token());
    const QString word = inPlace && target >= 0 ? m_session.wordOf(target) : m_session.tracedWords().value(token());
    content.title = inPlace ? Stage::tr("Words that fit") : Stage::tr("Next words");
    //: %1 is a word of the sentence
    content.remark = inPlace ? Stage::tr("in the place of “%1”").arg(word) : Stage::tr("after “%1”").arg(word);
    content.colour = theme().accent;
    content.frameColour = colourOf(phase());
    const std::int64_t size = m_trace.shape(probabilities)[-1];
    content.limit = 0;
    for (const std::int64_t id : bestWords(kBestWords)) {
        Bar bar;
        bar.index = token() * size + id;
        bar.label = m_session.wordOf(static_cast<int>(id));
        bar.number = static_cast<double>(m_trace.values(probabilities)[static_cast<std::size_t>(bar.index)]);
        bar.text = percent(bar.number);
        bar.marked = target == static_cast<int>(id);
        content.limit = std::max(content.limit, bar.number);
        content.bars.push_back(bar);
    }
    if (m_session.selection().node == probabilities) content.selected = m_session.selection().cell;
    return content;
}

BarsContent StageReading::classes(Var probabilities) const {
    BarsContent content = withoutBars(probabilities);
    content.remark = Stage::tr("what the text is taken for");
    content.colour = theme().accent;
    const auto numbers =
        content.quantity == Quantity::Gradient ? m_trace.gradients(probabilities) : m_trace.values(probabilities);
    content.limit = largest(numbers);
    const auto names = m_session.classNames();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        Bar bar;
        bar.index = static_cast<std::int64_t>(i);
        bar.label = classTitle(i < names.size() ? names[i] : std::string_view(), static_cast<int>(i));
        bar.number = static_cast<double>(numbers[i]);
        bar.text = content.quantity == Quantity::Gradient ? shortNumber(bar.number) : percent(bar.number);
        bar.marked = m_trace.text().label == static_cast<int>(i);
        content.bars.push_back(bar);
    }
    return content;
}

BarsContent StageReading::withoutBars(Var loss) const {
    BarsContent content;
    content.node = loss;
    content.quantity = quantityOf(loss);
    content.presence = presenceOf(loss);
    const bool gradient = content.quantity == Quantity::Gradient;
    content.title = gradient ? leftSide(gradientFormulaOf(m_trace, loss)) : withCapital(titleOf(m_trace, loss));
    content.colour = gradient ? theme().backward : theme().loss;
    content.frameColour = colourOf(phase());
    if (m_session.selection().node == loss) content.selected = m_session.selection().cell;
    return content;
}

BarsContent StageReading::tokenLosses(Var losses) const {
    BarsContent content = withoutBars(losses);
    const bool gradient = content.quantity == Quantity::Gradient;
    content.remark = Stage::tr("−log of its probability");
    const auto numbers = gradient ? m_trace.gradients(losses) : m_trace.values(losses);
    content.limit = largest(numbers);
    // Of pairs, those of the word in question.
    const std::vector<int>& rows = m_trace.text().rows;
    const SentenceWords words(m_session.tracedWords(), m_session.tracedSource());
    for (std::size_t pair = 0; pair < rows.size(); ++pair) {
        if (rows[pair] != token()) continue;
        Bar bar;
        bar.index = static_cast<std::int64_t>(pair);
        bar.label = cellPlace(m_trace, losses, bar.index, words);
        bar.number = static_cast<double>(numbers[pair]);
        bar.text = shortNumber(bar.number);
        content.bars.push_back(bar);
    }
    if (!rows.empty()) return content;
    // Only words that something is known of have a loss: the last one's next word is not.
    for (int i = 0; i < static_cast<int>(numbers.size()); ++i) {
        const int target = m_session.targetOf(i);
        if (target < 0) continue;
        Bar bar;
        bar.index = i;
        const QString came = m_session.wordOf(target);
        bar.label = m_trace.text().inPlace ? came : m_session.tracedWords().value(i) + QStringLiteral(" → ") + came;
        bar.number = static_cast<double>(numbers[static_cast<std::size_t>(i)]);
        bar.text = shortNumber(bar.number);
        bar.marked = i == token();
        content.bars.push_back(bar);
    }
    return content;
}

BarsContent StageReading::oneLoss(Var loss) const {
    BarsContent content = withoutBars(loss);
    const bool gradient = content.quantity == Quantity::Gradient;
    const bool isMean = m_trace.op(loss) == "mean" && m_trace.site(loss) != Site::TaskLoss;
    const auto counted = std::ranges::count_if(m_trace.text().targets, [](int id) { return id >= 0; });
    content.remark = gradient || !isMean || counted < 2 ? QString()
                     : m_trace.text().rows.empty()      ? Stage::tr("the mean of all words")
                                                        : Stage::tr("the mean of all pairs");
    Bar bar;
    bar.number = static_cast<double>(gradient ? m_trace.gradients(loss)[0] : m_trace.values(loss)[0]);
    bar.text = shortNumber(bar.number);
    bar.marked = true;
    content.limit = std::abs(bar.number);
    // As long as a token's bar for the same loss would be.
    for (const Var input : m_map.sourcesOf(loss)) {
        if (!gradient) content.limit = std::max(content.limit, largest(m_trace.values(input)));
    }
    content.bars.push_back(bar);
    return content;
}

}  // namespace attentarium
