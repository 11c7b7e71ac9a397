#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
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
    fillNumbers(content, spec);
    fillWindow(content, spec);
    fillScale(content);
    fillLabels(content, spec);
    fillWords(content, spec);
    markChoices(content, spec);
    return content;
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
    content.mask = maskOf(spec.node);
}

void StageReading::fillWindow(MatrixContent& content, const FigureSpec& spec) const {
    const Shape shape = m_trace.shape(spec.node);
    content.window.columns = static_cast<int>(shape.columns());
    content.window.rows = static_cast<int>(shape.rows());
    content.window.rowStride = shape.columns();
    switch (spec.extent) {
        case FigureSpec::Extent::Whole:
            break;
        case FigureSpec::Extent::HeadColumns:
            content.window.columns /= m_heads;
            content.window.first = head() * content.window.columns;
            break;
        case FigureSpec::Extent::HeadMatrix:
            content.window.rows = static_cast<int>(shape[1]);
            content.window.first = head() * shape[1] * shape[2];
            break;
        case FigureSpec::Extent::BestWords:
            content.window.chosen = bestWords(kBestWords);
            content.window.columns = static_cast<int>(content.window.chosen.size());
            break;
    }
}

void StageReading::fillScale(MatrixContent& content) const {
    content.limit = largest(content.numbers);
    const bool shares = content.quantity == Quantity::Value && !m_trace.isParameter(content.node) &&
                        (m_trace.site(content.node) == Site::Weights);
    if (!shares) return;
    content.scale = ColourScale::Sequential;
    content.scaleColour = theme().attention;
    content.limit = 1;
}

void StageReading::fillLabels(MatrixContent& content, const FigureSpec& spec) const {
    if (m_trace.isParameter(spec.node)) return;
    const SiteEntry& entry = entryOf(m_trace.site(spec.node));
    content.rowLabels = m_session.tracedWords();
    if (entry.rank >= 1 && entry.axes[static_cast<std::size_t>(entry.rank) - 1] == Axis::KeyToken) {
        content.columnLabels = m_session.tracedWords();
    }
    for (const std::int64_t word : content.window.chosen) {
        content.columnLabels.append(m_session.wordOf(static_cast<int>(word)));
    }
    if (m_trace.site(spec.node) == Site::PositionEmbedding) {
        content.rowLabels.clear();
        for (int place = 1; place <= content.window.rows; ++place) content.rowLabels.append(QString::number(place));
    }
    if (m_trace.site(spec.node) == Site::TokenEmbedding) {
        for (qsizetype i = 0; i < content.rowLabels.size(); ++i) {
            content.rowLabels[i] +=
                QStringLiteral("  %1").arg(m_trace.tokens()[static_cast<std::size_t>(i)], 4, 10, QChar(0x2007));
        }
    }
}

void StageReading::fillWords(MatrixContent& content, const FigureSpec& spec) const {
    const bool gradient = content.quantity == Quantity::Gradient;
    const QString formula = gradient ? gradientFormulaOf(m_trace, spec.node) : formulaOf(m_trace, spec.node);
    content.title = gradient ? leftSide(formula) : withCapital(titleOf(m_trace, spec.node));
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
    const Shape shape = m_trace.shape(spec.node);
    content.shape = spec.extent == FigureSpec::Extent::Whole || spec.extent == FigureSpec::Extent::BestWords
                        ? QString::fromStdString(shape.text())
                        : QStringLiteral("%1 × %2").arg(content.window.rows).arg(content.window.columns);
    content.name = withCapital(titleOf(m_trace, spec.node)) + QStringLiteral(", ") + content.shape;
    if (gradient) {
        // The letter alone says too little from the last row.
        content.subtitle = titleOf(m_trace, spec.node);
        content.name = leftSide(formula) + QStringLiteral(", ") + content.name;
    }
    const bool plain = m_trace.isParameter(spec.node) || colourOf(m_trace.site(spec.node)) == theme().accent;
    content.titleColour = plain ? theme().ink : colourOf(m_trace.site(spec.node));
}

void StageReading::markChoices(MatrixContent& content, const FigureSpec& spec) const {
    const Selection& selection = m_session.selection();
    if (selection.node == spec.node && selection.cell && content.selectable) {
        content.selected = content.window.find(*selection.cell);
    }
    if (m_trace.isParameter(spec.node)) return;
    const Site site = m_trace.site(spec.node);
    if (entryOf(site).rank > 1) content.boldRow = token();
    if (isAttention(site)) content.boldColumn = keyToken();
    if (content.presence == Presence::Pending) return;
    if (site == Site::Query) content.outlinedRow = token();
    if (site == Site::Key) content.outlinedRow = keyToken();
}

BarsContent StageReading::nextWords(Var probabilities) const {
    BarsContent content;
    content.node = probabilities;
    content.presence = presenceOf(probabilities);
    content.title = Stage::tr("Next words");
    const QStringList& words = m_session.tracedWords();
    content.remark = Stage::tr("after “%1”").arg(words.value(token()));
    content.colour = theme().accent;
    content.frameColour = colourOf(phase());
    const std::int64_t size = m_trace.shape(probabilities)[-1];
    const auto came = static_cast<std::size_t>(token()) + 1;
    content.limit = 0;
    for (const std::int64_t word : bestWords(kBestWords)) {
        Bar bar;
        bar.index = token() * size + word;
        bar.label = m_session.wordOf(static_cast<int>(word));
        bar.number = static_cast<double>(m_trace.values(probabilities)[static_cast<std::size_t>(bar.index)]);
        bar.text = percent(bar.number);
        bar.marked = came < m_trace.tokens().size() && m_trace.tokens()[came] == static_cast<int>(word);
        content.limit = std::max(content.limit, bar.number);
        content.bars.push_back(bar);
    }
    if (m_session.selection().node == probabilities) content.selected = m_session.selection().cell;
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
    const QStringList& words = m_session.tracedWords();
    // The last token has no next word in the text, and so no loss.
    for (int i = 0; i + 1 < words.size(); ++i) {
        Bar bar;
        bar.index = i;
        bar.label = words[i] + QStringLiteral(" → ") + words[i + 1];
        bar.number = static_cast<double>(numbers[static_cast<std::size_t>(i)]);
        bar.text = shortNumber(bar.number);
        bar.marked = i == token();
        content.bars.push_back(bar);
    }
    return content;
}

BarsContent StageReading::meanLoss(Var loss) const {
    BarsContent content = withoutBars(loss);
    const bool gradient = content.quantity == Quantity::Gradient;
    content.remark = gradient ? QString() : Stage::tr("the mean of all words");
    Bar bar;
    bar.number = static_cast<double>(gradient ? m_trace.gradients(loss)[0] : m_trace.values(loss)[0]);
    bar.text = shortNumber(bar.number);
    bar.marked = true;
    content.limit = std::abs(bar.number);
    // As long as a token's bar for the same loss would be.
    for (const Var input : m_trace.inputs(loss)) {
        if (!gradient) content.limit = largest(m_trace.values(input));
    }
    content.bars.push_back(bar);
    return content;
}

}  // namespace attentarium
