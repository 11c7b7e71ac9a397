// What stands below a page while the model learns: the weights of the step with the optimizer's state, or what a
// gradient is the sum of.

#include <QGraphicsSimpleTextItem>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/operation_parts.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
namespace {

using Role = FigureSpec::Role;

/// The room between two figures, with a sign in it.
constexpr qreal kGapInLines = 1.7;

std::vector<Role> rolesOf(const Trace& trace, const Step& shown) {
    if (shown.phase != Phase::Update || !trace.update()) return {Role::Before, Role::Gradient};
    std::vector<Role> roles{Role::Before, Role::Gradient};
    const OptimizerKind optimizer = trace.update()->settings.optimizer;
    if (keepsFirstMoment(optimizer)) roles.push_back(Role::FirstMoment);
    if (keepsSecondMoment(optimizer)) roles.push_back(Role::SecondMoment);
    roles.insert(roles.end(), {Role::Change, Role::After});
    return roles;
}

/// One number through the optimizer, as its formula has it.
QString updateText(const UpdateSettings& settings, const UpdateExplanation& why) {
    const auto number = [](double value) { return shortNumber(value); };
    QString text = number(why.before) + QStringLiteral(" − ") + number(settings.learningRate) + QStringLiteral(" · ");
    if (!keepsFirstMoment(settings.optimizer)) {
        text += number(why.clipped + why.penalty);
    } else if (!keepsSecondMoment(settings.optimizer)) {
        text += number(why.firstMoment);
    } else {
        text += number(why.correctedFirst) + QStringLiteral(" / (√") + number(why.correctedSecond) +
                QStringLiteral(" + ") + number(settings.epsilon) + QLatin1Char(')');
    }
    if (why.weightDecay != 0) {
        text += QStringLiteral(" − ") + number(settings.learningRate) + QStringLiteral(" · ") +
                number(why.weightDecay) + QStringLiteral(" · ") + number(why.before);
    }
    return text + QStringLiteral(" = ") + number(why.after);
}

}  // namespace

void StageScene::layOutWeights() {
    Var weight;
    const Step& step = m_reading->step();
    const bool isSum = step.phase == Phase::Backward && m_reading->contributorCount(step.node) > 1;
    if (m_page.learning) {
        if (isSum || m_trace->isParameter(step.node)) weight = step.node;
        for (const Var input : m_trace->inputs(step.node)) {
            if (!weight && input && m_trace->isParameter(input)) weight = input;
        }
    }
    // With neither, the rule by which the gradient came from its one user.
    const bool isRule = !weight && m_page.learning && step.phase == Phase::Backward &&
                        m_reading->contributorCount(step.node) == 1 && m_trace->shape(step.node).rank() > 0;
    if (isRule) weight = step.node;
    const Step shown{step.phase, weight};
    if (m_weightStep == shown) {
        // They stay: a click on one of them may be what brought us here.
        for (const Figure& figure : m_weights) figure.item->setContent(m_reading->matrix(figure.spec));
        return;
    }
    m_weightStep = shown;
    for (const Figure& figure : m_weights) delete figure.item;
    std::erase_if(m_liveTexts, [&](const LiveText& live) {
        return std::ranges::find(m_weightTexts, live.item) != m_weightTexts.end();
    });
    for (QGraphicsItem* text : m_weightTexts) delete text;
    m_weights.clear();
    m_weightTexts.clear();
    if (weight && isSum) {
        addContributions(weight);
    } else if (isRule) {
        addRule(weight);
    } else if (weight) {
        addWeights(shown);
    }
}

QGraphicsSimpleTextItem* StageScene::writeWeightText(const QString& text, const QFont& font, const QColor& colour,
                                                     QPointF corner) {
    auto* item = addSimpleText(text, font);
    item->setBrush(colour);
    item->setPos(corner);
    m_weightTexts.push_back(item);
    return item;
}

void StageScene::addWeights(const Step& shown) {
    const Var weight = shown.node;
    const bool large = m_level != StageLevel::Block;
    if (!large) {
        const qreal right = m_area.width() - kStageMargin;
        m_weightTexts.push_back(addLine(kStageMargin, m_weightsTop, right, m_weightsTop, QPen(theme().line, 1)));
    }
    const qreal titleTop = m_weightsTop + m_fonts.line * 0.35;
    const auto* title = writeWeightText(titleOf(*m_trace, shown), m_fonts.bold, theme().ink, {kStageMargin, titleTop});
    const qreal end = kStageMargin + title->boundingRect().width();
    writeWeightText(formulaOf(*m_trace, shown), m_fonts.small, theme().mutedInk, {end + m_fonts.line, titleTop + 1});
    qreal top = titleTop + m_fonts.line * 1.4;
    const bool updates = shown.phase == Phase::Update && m_trace->update() && m_trace->update(weight);
    if (updates) {
        addUpdateText(shown, {kStageMargin, top});
        top += m_fonts.smallLine * (large ? 2.7 : 1.25);
    }
    const std::vector<Role> roles = rolesOf(*m_trace, shown);
    const Shape shape = m_trace->shape(weight);
    const auto rows = static_cast<qreal>(shape.rows()), columns = static_cast<qreal>(shape.columns());
    const auto count = static_cast<qreal>(roles.size());
    // Large, they stand in two rows.
    const qreal perRow = large && count > 2 ? std::ceil(count / 2) : count;
    const qreal bands = std::ceil(count / perRow);
    const qreal gap = m_fonts.line * (count > 4 ? 1 : 2);
    const qreal room = (m_area.width() - 2 * kStageMargin - gap * (perRow - 1)) / perRow;
    const qreal least = m_fonts.line * (count > 4 ? 5 : 8);
    const qreal overhead = m_fonts.line * 1.1 + m_fonts.smallLine * 2.4 + 20;
    const qreal tall = large ? (m_area.height() - top - kStageMargin) / bands - overhead
                             : m_fonts.line * (isCompact() ? 3.2 : 5.6) - (updates ? m_fonts.smallLine * 1.25 : 0);
    const qreal width = std::min({room, columns * (large ? 30 : 12), large ? room : m_fonts.line * 18});
    const qreal height = rows == 1 ? m_fonts.line * 1.2 : std::min(tall, rows * (large ? 24 : 12));
    qreal x = kStageMargin;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (i > 0 && i % static_cast<std::size_t>(perRow) == 0) {
            x = kStageMargin;
            top += height + overhead;
        }
        addMatrix({weight, FigureSpec::Extent::Whole, roles[i]},
                  {.cellWidth = width / columns,
                   .cellHeight = height / rows,
                   .brief = count > 2 && !large,
                   .titleOverhang = std::max(gap, least + gap - width) - 6},
                  {x, top});
        m_weights.push_back(m_figures.back());
        m_figures.pop_back();
        x += std::max(width, least) + gap;
    }
    m_weightsTop = large ? top + height + overhead : m_weightsTop;
}

qreal StageScene::layOutUpdate(const Step& step) {
    m_weightStep = step;
    addWeights(step);
    return m_weightsTop;
}

void StageScene::addUpdateText(const Step& shown, QPointF corner) {
    const UpdateSettings& settings = m_trace->update()->settings;
    //: %1 is a number
    QString text = tr("learning rate η = %1").arg(shortNumber(settings.learningRate));
    if (settings.clipFactor < 1) {
        //: Gradients that are too large together are all made smaller: %1 is the factor, %2 their length before.
        text +=
            QStringLiteral("  ·  ") + tr("gradients clipped: × %1, their norm was %2")
                                          .arg(shortNumber(settings.clipFactor), shortNumber(settings.gradientNorm));
    }
    if (keepsFirstMoment(settings.optimizer)) text += QStringLiteral("  ·  β₁ = %1").arg(shortNumber(settings.beta1));
    if (keepsSecondMoment(settings.optimizer)) text += QStringLiteral(", β₂ = %1").arg(shortNumber(settings.beta2));
    const auto* item = writeWeightText(text, m_fonts.small, theme().mutedInk, corner);
    const qreal right = corner.x() + item->boundingRect().width();
    const Var weight = shown.node;
    const auto numbers = [this, weight] {
        const std::int64_t cell = m_reading->cellInQuestion(weight, Quantity::Value);
        const UpdateExplanation why = m_trace->explainUpdate(weight, cell);
        return cellPlace(*m_trace, weight, cell, {m_session.tracedWords(), m_session.tracedSource()}) +
               QStringLiteral(":  ") + updateText(m_trace->update()->settings, why);
    };
    const bool large = m_level != StageLevel::Block;
    if (!large && right + m_fonts.line * 2 + widthOf(m_fonts.small, numbers()) > m_area.width()) return;
    const QPointF place =
        large ? corner + QPointF(0, m_fonts.smallLine * 1.3) : QPointF(right + m_fonts.line * 2, corner.y());
    addLiveText(numbers, m_fonts.small, theme().ink, place);
    m_weightTexts.push_back(m_liveTexts.back().item);
}

QString StageScene::contributionText(Var node) const {
    const std::int64_t cell = m_reading->cellInQuestion(node, Quantity::Gradient);
    QStringList parts;
    double sum = 0;
    for (const Explanation& why : m_trace->explainGradient(node, cell)) {
        if (parts.size() < 5) parts.append(shortNumber(why.total));
        sum += why.total;
    }
    if (m_reading->contributorCount(node) > 5) parts.append(QStringLiteral("…"));
    return cellPlace(*m_trace, node, cell, {m_session.tracedWords(), m_session.tracedSource()}) +
           QStringLiteral(":  ") + parts.join(QStringLiteral(" + ")) + QStringLiteral(" = ") + shortNumber(sum);
}

void StageScene::addRule(Var node) {
    const qreal lineEnd = m_area.width() - kStageMargin;
    m_weightTexts.push_back(addLine(kStageMargin, m_weightsTop, lineEnd, m_weightsTop, QPen(theme().line, 1)));
    const qreal titleTop = m_weightsTop + m_fonts.line * 0.35;
    const auto* title =
        writeWeightText(gradientFormulaOf(*m_trace, node), m_fonts.bold, theme().ink, {kStageMargin, titleTop});
    const qreal end = kStageMargin + title->boundingRect().width() + m_fonts.line;
    const auto numbers = [this, node, room = lineEnd - end] {
        return QFontMetricsF(m_fonts.small).elidedText(arithmeticOf(*this, node, true), Qt::ElideRight, room);
    };
    if (lineEnd - end > m_fonts.line * 8) {
        addLiveText(numbers, m_fonts.small, theme().ink, {end, titleTop + 1});
        m_weightTexts.push_back(m_liveTexts.back().item);
    }
    const Var user = m_reading->contributionsTo(node).front().user;
    const auto spec = [&](Var of, Role role, Var beside) {
        return FigureSpec{.node = of, .extent = extentBeside(*this, of, beside), .role = role, .alone = true};
    };
    std::vector<FigureSpec> figures{spec(user, Role::Gradient, user)};
    const auto factor = otherFactor(*this, node, user);
    if (factor) figures.push_back(spec(*factor, Role::Before, user));
    figures.push_back(spec(node, Role::Gradient, user));
    const qreal gap = m_fonts.line * 2.4, most = m_fonts.line * (isCompact() ? 3.2 : 5.6);
    const qreal width = std::min((lineEnd - kStageMargin) / 3 - gap, m_fonts.line * 14);
    QPointF corner(kStageMargin, titleTop + m_fonts.line * 1.4);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const CellWindow window = m_reading->matrix(figures[i]).window;
        const qreal height = window.rows == 1 ? m_fonts.line * 1.2 : std::min(most, window.rows * 12.0);
        const qreal own = std::min(width, window.columns * 12.0);
        const MatrixItem* item = addMatrix(figures[i],
                                           {.cellWidth = own / window.columns,
                                            .cellHeight = height / window.rows,
                                            .brief = true,
                                            .titleOverhang = gap},
                                           corner);
        m_weights.push_back(m_figures.back());
        m_figures.pop_back();
        corner.rx() += std::max(own, m_fonts.line * 5) + gap;
        if (i + 1 == figures.size()) break;
        const bool last = i + 2 == figures.size();
        const QPointF beside(corner.x() - gap * 0.62, item->pos().y() + height / 2 - m_fonts.line * 0.6);
        writeWeightText(last ? QStringLiteral("→") : backwardSign(m_trace->op(user)), m_fonts.bold, theme().mutedInk,
                        beside);
    }
}

void StageScene::addContributions(Var node) {
    const Step shown{Phase::Backward, node};
    const qreal lineEnd = m_area.width() - kStageMargin;
    m_weightTexts.push_back(addLine(kStageMargin, m_weightsTop, lineEnd, m_weightsTop, QPen(theme().line, 1)));
    const qreal titleTop = m_weightsTop + m_fonts.line * 0.35;
    const auto& all = m_reading->contributionsTo(node);
    //: Above figures with plus signs between them: several users of a tensor each say how its gradient must be.
    const QString heading =
        titleOf(*m_trace, shown) + QStringLiteral("  ·  ") + tr("the sum of what %1 users add").arg(all.size());
    const auto* title = writeWeightText(heading, m_fonts.bold, theme().ink, {kStageMargin, titleTop});
    const qreal end = kStageMargin + title->boundingRect().width() + m_fonts.line;
    // A page must not grow wider, and so smaller, for a long sum.
    const auto numbers = [this, node, room = lineEnd - end] {
        return QFontMetricsF(m_fonts.small).elidedText(contributionText(node), Qt::ElideRight, room);
    };
    if (lineEnd - end > m_fonts.line * 8) {
        addLiveText(numbers, m_fonts.small, theme().ink, {end, titleTop + 1});
        m_weightTexts.push_back(m_liveTexts.back().item);
    }

    FigureSpec spec{.node = node, .role = Role::Contribution, .alone = true};
    spec.user = all.front().user;
    const bool hasHeads = !m_trace->isParameter(node) && m_trace->shape(node).rank() == 3;
    if (hasHeads) spec.extent = FigureSpec::Extent::HeadMatrix;
    const CellWindow window = m_reading->matrix(spec).window;
    const qreal gap = m_fonts.line * kGapInLines, room = m_area.width() - 2 * kStageMargin;
    const auto fitting = static_cast<std::size_t>((room + gap) / (m_fonts.line * 6 + gap));
    const std::size_t drawn = std::min(all.size(), std::max<std::size_t>(3, fitting) - 1);
    const auto count = static_cast<qreal>(drawn + 1);
    const QString rest = QStringLiteral("+ … =");
    const qreal extra = drawn < all.size() ? widthOf(m_fonts.bold, rest) - m_fonts.line * 0.6 : 0;
    const qreal width =
        std::min({(room - extra - gap * (count - 1) - m_fonts.line) / count, window.columns * 12.0, m_fonts.line * 14});
    const qreal height =
        window.rows == 1 ? m_fonts.line * 1.2 : std::min(m_fonts.line * (isCompact() ? 3.2 : 5.6), window.rows * 12.0);
    // Users at several time steps say which.
    const bool timed = std::ranges::any_of(all, [&](const Contribution& each) {
        const auto time = m_trace->timeOf(each.user);
        return time && time != m_trace->timeOf(node);
    });
    const MatrixLayout layout{.cellWidth = width / window.columns,
                              .cellHeight = height / window.rows,
                              .withSubtitle = timed,
                              .brief = true,
                              .titleOverhang = gap - 8};
    const qreal step = std::max(width, m_fonts.line * 5) + gap;
    QPointF corner(kStageMargin, titleTop + m_fonts.line * 1.4);
    const auto place = [&](const FigureSpec& own, const QString& sign) {
        const MatrixItem* item = addMatrix(own, layout, corner);
        m_weights.push_back(m_figures.back());
        m_figures.pop_back();
        const QPointF beside(corner.x() + step - gap * 0.62, item->pos().y() + height / 2 - m_fonts.line * 0.6);
        if (!sign.isEmpty()) writeWeightText(sign, m_fonts.bold, theme().mutedInk, beside);
        corner.rx() += step + (sign == rest ? extra : 0);
    };
    const std::vector<std::size_t> main = m_reading->mainContributions(node, drawn);
    for (std::size_t i = 0; i < drawn; ++i) {
        spec.user = all[main[i]].user;
        const bool last = i + 1 == drawn;
        place(spec, !last ? QStringLiteral("+") : drawn < all.size() ? rest : QStringLiteral("="));
    }
    spec.role = Role::Gradient;
    place(spec, {});
}

}  // namespace attentarium
