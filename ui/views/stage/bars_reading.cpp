#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/references.h"
#include "ui/views/stage/largest.h"
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
        if (m_shown == Shown::Change) bar.text += besides(probabilities, bar.index);
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
        bar.text += besides(probabilities, bar.index);
        bar.marked = m_trace.text().label == static_cast<int>(i);
        content.bars.push_back(bar);
    }
    return content;
}

BarsContent StageReading::withoutBars(Var loss) const {
    BarsContent content;
    content.node = loss;
    content.quantity = quantityOf(loss);
    MatrixContent as;
    as.quantity = content.quantity;
    fillPresence(as, {loss});
    content.presence = as.presence;
    content.pendingText = as.pendingText;
    const bool gradient = content.quantity == Quantity::Gradient;
    content.title = gradient ? leftSide(gradientFormulaOf(m_trace, loss)) : withCapital(titleOf(m_trace, loss));
    content.colour = gradient ? theme().backward : theme().loss;
    content.frameColour = colourOf(phase());
    if (m_session.selection().node == loss) content.selected = m_session.selection().cell;
    return content;
}

QString StageReading::besides(Var loss, std::int64_t index) const {
    if (m_shown == Shown::Change) {
        const Quantity quantity = quantityOf(loss);
        const auto now = quantity == Quantity::Gradient ? m_trace.gradients(loss) : m_trace.values(loss);
        const auto before = comparedNumbers(m_session.reference().get(), m_trace, loss, quantity);
        const auto at = static_cast<std::size_t>(index);
        return before.empty() ? QString()
                              : QStringLiteral("  Δ ") + shortNumber(static_cast<double>(now[at] - before[at]));
    }
    if (m_shown != Shown::Both || !hasGradient(loss)) return {};
    return QStringLiteral("  ∂ ") +
           shortNumber(static_cast<double>(m_trace.gradients(loss)[static_cast<std::size_t>(index)]));
}

BarsContent StageReading::tokenLosses(Var losses) const {
    BarsContent content = withoutBars(losses);
    const bool gradient = content.quantity == Quantity::Gradient;
    content.remark = Stage::tr("−log of its probability");
    const auto numbers = gradient ? m_trace.gradients(losses) : m_trace.values(losses);
    content.limit = largest(numbers);
    if (numbers.empty()) return content;
    // Of pairs, those of the word in question.
    const std::vector<int>& rows = m_trace.text().rows;
    const SentenceWords words(m_session.tracedWords(), m_session.tracedSource());
    for (std::size_t pair = 0; pair < rows.size(); ++pair) {
        if (rows[pair] != token()) continue;
        Bar bar;
        bar.index = static_cast<std::int64_t>(pair);
        bar.label = cellPlace(m_trace, losses, bar.index, words);
        bar.number = static_cast<double>(numbers[pair]);
        bar.text = shortNumber(bar.number) + besides(losses, bar.index);
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
        bar.text = shortNumber(bar.number) + besides(losses, i);
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
    bar.number = static_cast<double>(gradient && !m_trace.gradients(loss).empty() ? m_trace.gradients(loss)[0]
                                                                                  : m_trace.values(loss)[0]);
    bar.text = shortNumber(bar.number) + besides(loss, 0);
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
