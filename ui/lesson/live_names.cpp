#include "ui/lesson/live_names.h"

#include <QCoreApplication>
#include <cmath>

namespace attentarium {
namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(attentarium::LiveNames)
};

bool isWords(Axis axis) {
    return axis == Axis::Token || axis == Axis::KeyToken;
}

Axis axisOf(const Trace& trace, Var node, int number) {
    // A parameter's axes are its own; only numbers make sense there.
    return trace.isParameter(node) ? Axis::HiddenUnit
                                   : entryOf(trace.site(node)).axes[static_cast<std::size_t>(number)];
}

}  // namespace

LiveNames::LiveNames(const Lesson& lesson, const Session& session, BestHead best)
    : m_lesson(lesson), m_session(session), m_trace(*session.trace()), m_best(best) {}

std::optional<int> LiveNames::positionOf(const QString& role) const {
    const auto sentence = m_lesson.sentences.find(m_session.checkpoint()->language);
    if (sentence == m_lesson.sentences.end()) return std::nullopt;
    const QStringList words = sentence->second.words.value(role);
    const QStringList& traced = m_session.tracedWords();
    for (int i = 0; i < traced.size(); ++i) {
        if (words.contains(traced[i])) return i;
    }
    return std::nullopt;
}

QString LiveNames::wordOf(const QString& role) const {
    const auto position = positionOf(role);
    return position ? m_session.tracedWords()[*position] : QString();
}

QString LiveNames::node(const QString& name) const {
    return QString(name).replace(QStringLiteral("*"), QString::number(m_best.block));
}

std::optional<std::int64_t> LiveNames::index(const CellIndex& index, Axis axis, std::int64_t size,
                                             NoMeaning& trouble) const {
    using Kind = CellIndex::Kind;
    const std::int64_t headWidth = m_session.checkpoint()->model->config().headWidth();
    std::optional<std::int64_t> found;
    switch (index.kind) {
        case Kind::Number:
            found = index.number;
            break;
        case Kind::BestHead:
        case Kind::SelectedHead: {
            const int head = index.kind == Kind::BestHead ? m_best.head : m_session.selection().head;
            if (axis == Axis::Head) found = head;
            if (axis == Axis::Feature) found = head * headWidth + index.number;
            if (axis == Axis::HeadFeature) found = index.number;
            break;
        }
        case Kind::First:
            found = 0;
            break;
        case Kind::Last:
            found = size - 1;
            break;
        case Kind::Role:
        case Kind::Word: {
            const bool role = index.kind == Kind::Role;
            const QString word = role ? wordOf(index.name) : index.name;
            if (isWords(axis)) {
                const qsizetype position = word.isEmpty() ? -1 : m_session.tracedWords().indexOf(word);
                if (position < 0) trouble.role = index.name;
                if (position >= 0) found = position;
                return found;
            }
            if (axis == Axis::VocabularyEntry) {
                const auto id = m_session.checkpoint()->tokenizer->vocabulary().find(word.toStdString());
                if (!id || word.isEmpty()) trouble.role = index.name;
                return id ? std::optional<std::int64_t>(*id) : std::nullopt;
            }
            break;
        }
        case Kind::Largest:
            break;
    }
    if (found && *found >= 0 && *found < size) return found;
    // A sentence may have become too short for a number; everything else is the author's.
    if (found && isWords(axis)) {
        trouble.role = QString::number(*found);
    } else {
        trouble.message = Messages::tr("One of the places is not along this axis, or is beyond its end.");
    }
    return std::nullopt;
}

std::optional<std::int64_t> LiveNames::largest(const CellIndex& index, const LivePlace& row, Axis axis,
                                               NoMeaning& trouble) const {
    const Shape shape = m_trace.shape(row.node);
    const int depth = static_cast<int>(row.places.size());
    if (depth + 1 != shape.rank()) {
        trouble.message = Messages::tr("“largest” can only stand for the last axis.");
        return std::nullopt;
    }
    std::int64_t start = 0;
    for (int i = 0; i < depth; ++i) start = (start + row.places[static_cast<std::size_t>(i)]) * shape[i + 1];
    const std::int64_t size = shape[depth];
    std::vector<std::int64_t> candidates;
    for (const QString& role : m_lesson.groups.value(index.name)) {
        const auto position = isWords(axis) ? positionOf(role) : std::nullopt;
        if (position && *position < size) candidates.push_back(*position);
    }
    if (index.name.isEmpty()) {
        for (std::int64_t i = 0; i < size; ++i) candidates.push_back(i);
    }
    if (candidates.empty()) {
        trouble.role = index.name;
        return std::nullopt;
    }
    const auto values = m_trace.values(row.node);
    return *std::max_element(candidates.begin(), candidates.end(), [&](std::int64_t a, std::int64_t b) {
        return values[static_cast<std::size_t>(start + a)] < values[static_cast<std::size_t>(start + b)];
    });
}

std::optional<LivePlace> LiveNames::place(const CellExpression& cell, NoMeaning& trouble) const {
    const QString name = node(cell.node);
    const auto found = m_trace.find(name.toStdString());
    if (!found) {
        trouble.message = Messages::tr("The model has nothing called “%1”.").arg(name);
        return std::nullopt;
    }
    LivePlace place{*found, {}, {}};
    const Shape shape = m_trace.shape(*found);
    if (static_cast<int>(cell.indices.size()) > shape.rank()) {
        trouble.message = Messages::tr("“%1” has %n axes, fewer than this.", nullptr, shape.rank()).arg(name);
        return std::nullopt;
    }
    std::int64_t flat = 0;
    for (const CellIndex& one : cell.indices) {
        const int number = static_cast<int>(place.places.size());
        const Axis axis = axisOf(m_trace, *found, number);
        const auto at = one.kind == CellIndex::Kind::Largest ? largest(one, place, axis, trouble)
                                                             : index(one, axis, shape[number], trouble);
        if (!at) return std::nullopt;
        place.places.push_back(*at);
        flat = flat * shape[number] + *at;
    }
    if (static_cast<int>(place.places.size()) == shape.rank()) place.cell = flat;
    return place;
}

QString LiveNames::number(const QString& name, double& value) const {
    const ModelConfig& config = m_session.checkpoint()->model->config();
    const auto headWidth = static_cast<double>(config.headWidth());
    const QHash<QString, double> known{
        {QStringLiteral("words"), static_cast<double>(m_session.tracedWords().size())},
        {QStringLiteral("layers"), static_cast<double>(config.layers)},
        {QStringLiteral("heads"), static_cast<double>(config.heads)},
        {QStringLiteral("width"), static_cast<double>(config.width)},
        {QStringLiteral("head_width"), headWidth},
        {QStringLiteral("root_head_width"), std::sqrt(headWidth)},
        {QStringLiteral("vocabulary"), static_cast<double>(config.vocabulary)},
        {QStringLiteral("context"), static_cast<double>(config.context)},
        {QStringLiteral("best_head"), m_best.head + 1.0},
        {QStringLiteral("best_block"), m_best.block + 1.0},
        {QStringLiteral("selected_head"), m_session.selection().head + 1.0},
    };
    value = known.value(name);
    return known.contains(name) ? QString() : Messages::tr("There is no number called “%1”.").arg(name);
}

void LiveNames::readCell(const Figure& figure, LiveFigure& live, NoMeaning& trouble) const {
    const auto found = place(figure.cell, trouble);
    if (!found) return;
    if (!found->cell) {
        trouble.message = Messages::tr("This names a part of a tensor; a figure needs one cell of it.");
        return;
    }
    const bool gradient = figure.kind == Figure::Kind::Gradient;
    const auto numbers = gradient ? m_trace.gradients(found->node) : m_trace.values(found->node);
    if (numbers.empty()) {
        // A sentence of one word has no loss, so nothing has a gradient.
        if (m_trace.hasBackward()) trouble.message = Messages::tr("The loss does not depend on this cell.");
        if (!m_trace.hasBackward()) trouble.role = m_lesson.bestFrom;
        return;
    }
    live.cell = Cell{found->node, gradient ? Quantity::Gradient : Quantity::Value, *found->cell};
    live.value = static_cast<double>(numbers[static_cast<std::size_t>(*found->cell)]);
    live.site = m_trace.site(found->node);
    live.source = QString::fromStdString(m_trace.name(found->node));
    if (figure.kind != Figure::Kind::Word) return;
    const Axis axis =
        found->places.empty() ? Axis::Head : axisOf(m_trace, found->node, static_cast<int>(found->places.size()) - 1);
    if (isWords(axis)) {
        live.word = m_session.tracedWords()[static_cast<qsizetype>(found->places.back())];
    } else if (axis == Axis::VocabularyEntry) {
        live.word = m_session.wordOf(static_cast<int>(found->places.back()));
    } else {
        trouble.message = Messages::tr("The last axis of “%1” has no words.").arg(live.source);
    }
}

LiveFigure LiveNames::figure(const Figure& figure) const {
    LiveFigure live;
    live.kind = figure.kind;
    live.line = figure.line;
    live.source = figure.source;
    NoMeaning trouble;
    if (figure.kind == Figure::Kind::Number) {
        trouble.message = number(figure.name, live.value);
    } else if (figure.kind == Figure::Kind::Word && figure.cell.node.isEmpty()) {
        const CellIndex& which = figure.cell.indices.front();
        const auto position = index(which, Axis::Token, m_session.tracedWords().size(), trouble);
        if (position) live.word = m_session.tracedWords()[static_cast<qsizetype>(*position)];
    } else {
        readCell(figure, live, trouble);
    }
    if (!trouble.role.isEmpty() || !trouble.message.isEmpty()) live.trouble = trouble;
    return live;
}

}  // namespace attentarium
