#include <algorithm>
#include <cmath>

#include "ui/explain/contribution_words.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/operation_parts.h"
#include "ui/views/stage/page_columns.h"

namespace attentarium {
namespace {

using Role = FigureSpec::Role;

/// A line of figures with signs between them that ends in a result.
struct Equation {
    QString rule;  ///< written above it
    std::vector<FigureSpec> figures;
    std::vector<QString> signs;  ///< behind each figure
};

/// The largest cells with which a figure fits into the room.
MatrixLayout layoutFor(const StageScene& scene, const MatrixContent& content, const QSizeF& room, bool withLabels) {
    const StageFonts& fonts = scene.fonts();
    MatrixLayout layout{.brief = true, .titleOverhang = fonts.line};
    if (withLabels) layout.rowLabelWidth = rowLabelWidth(fonts, content.rowLabels);
    const qreal labels = withLabels && !content.rowLabels.isEmpty() ? layout.rowLabelWidth + 8 : 0;
    layout.rowLabelWidth = labels > 0 ? layout.rowLabelWidth : 0;
    if (!content.columnLabels.isEmpty()) {
        layout.slantedColumns = true;
        layout.columnLabelHeight = rowLabelWidth(fonts, content.columnLabels) * 0.82 + fonts.smallLine;
    }
    const auto columns = static_cast<qreal>(std::max(1, content.window.columns));
    const auto rows = static_cast<qreal>(std::max(1, content.window.rows));
    const qreal height = room.height() - aboveAndBelow(fonts) - layout.columnLabelHeight;
    layout.cellWidth = std::min((room.width() - labels) / columns, fonts.line * 2.6);
    layout.cellHeight = std::min(std::max(height, fonts.line) / rows, fonts.line * 1.7);
    return layout;
}

/// One line of figures in its part of the page; the last one is returned.
MatrixItem* layOutEquation(StageScene& scene, const Equation& equation, const QRectF& area, qreal ruleHeight) {
    const StageFonts& fonts = scene.fonts();
    const QString rule = QFontMetricsF(fonts.bold).elidedText(equation.rule, Qt::ElideRight, area.width() - fonts.line);
    if (!rule.isEmpty()) scene.addText(rule, fonts.bold, theme().ink, area.topLeft());
    qreal signs = 0;
    for (const QString& sign : equation.signs) signs += widthOf(fonts.bold, sign) + fonts.line * 1.6;
    const auto count = static_cast<qreal>(equation.figures.size());
    const qreal room = (area.width() - signs) / count;
    const qreal top = area.top() + ruleHeight, height = area.height() - ruleHeight;
    // Words stand before the first figure that has rows of them, and wherever the columns are theirs.
    bool labelled = false;
    qreal x = area.left();
    MatrixItem* last = nullptr;
    for (std::size_t i = 0; i < equation.figures.size(); ++i) {
        const MatrixContent content = scene.reading().matrix(equation.figures[i]);
        const bool labels = !content.rowLabels.isEmpty() && (!labelled || !content.columnLabels.isEmpty());
        labelled = labelled || labels;
        const MatrixLayout layout = layoutFor(scene, content, {room, height}, labels);
        const qreal cells = layout.cellHeight * content.window.rows;
        const qreal used = cells + aboveAndBelow(fonts) + layout.columnLabelHeight;
        if (layout.rowLabelWidth > 0) x += layout.rowLabelWidth + 8;
        last = scene.addMatrix(equation.figures[i], layout, {x, top + std::max(0.0, (height - used) / 2)});
        const qreal title = widthOf(fonts.bold, last->content().symbol);
        x += std::max({last->cellsSize().width(), title, fonts.line * 3});
        if (i >= equation.signs.size()) break;
        const QString& sign = equation.signs[i];
        const QPointF corner(x + fonts.line * 0.8, last->pos().y() + cells / 2 - fonts.line * 0.6);
        scene.addText(sign, fonts.bold, theme().mutedInk, corner);
        x += widthOf(fonts.bold, sign) + fonts.line * 1.6;
    }
    return last;
}

FigureSpec figureOf(const StageScene& scene, Var node, Role role, Var forOp) {
    FigureSpec spec{.node = node, .extent = extentBeside(scene, node, forOp), .role = role, .alone = true};
    return spec;
}

/// The op on the way forward: what goes in, its sign, what comes out.
std::vector<Equation> forwardEquations(const StageScene& scene, Var node) {
    std::vector<Equation> equations;
    for (const std::vector<Var>& group : inputGroups(scene, node)) {
        Equation equation;
        for (const Var input : group) {
            equation.figures.push_back(figureOf(scene, input, Role::Tensor, node));
            equation.signs.push_back(signOf(scene.trace().op(node), equation.figures.size() - 1));
        }
        equations.push_back(std::move(equation));
    }
    if (equations.empty()) equations.emplace_back();
    // Of a sum of products each has a line, and the last one ends in the result.
    for (std::size_t i = 0; i + 1 < equations.size(); ++i) {
        if (!equations[i].signs.empty()) equations[i].signs.back() = QStringLiteral("+");
    }
    Equation& last = equations.back();
    if (!last.signs.empty()) last.signs.back() = arrowOf(scene.trace().op(node));
    last.figures.push_back(figureOf(scene, node, Role::Tensor, node));
    equations.front().rule = formulaOf(scene.trace(), node);
    return equations;
}

/// The op on the way back: for each user the gradient of its result, what that is multiplied with, and what it adds.
std::vector<Equation> backwardEquations(const StageScene& scene, Var node, std::size_t most) {
    const auto& all = scene.reading().contributionsTo(node);
    std::vector<Equation> equations;
    if (all.empty()) {
        equations.push_back(
            {gradientFormulaOf(scene.trace(), node), {figureOf(scene, node, Role::Gradient, node)}, {}});
        return equations;
    }
    const bool single = all.size() == 1;
    for (const std::size_t i : scene.reading().mainContributions(node, most)) {
        const Var user = all[i].user;
        Equation equation;
        const QString rule = contributionFormulaOf(scene.trace(), node, user);
        equation.rule = single
                            ? gradientFormulaOf(scene.trace(), node)
                            : StageScene::tr("from %1:").arg(scene.reading().userTitle(user)) + QLatin1Char(' ') + rule;
        equation.figures.push_back(figureOf(scene, user, Role::Gradient, user));
        const auto factor = otherFactor(scene, node, user);
        equation.signs.push_back(factor ? backwardSign(scene.trace().op(user)) : QStringLiteral("→"));
        if (factor) {
            equation.figures.push_back(figureOf(scene, *factor, Role::Before, user));
            equation.signs.push_back(QStringLiteral("→"));
        }
        FigureSpec result = figureOf(scene, node, single ? Role::Gradient : Role::Contribution, user);
        result.user = user;
        equation.figures.push_back(result);
        equations.push_back(std::move(equation));
    }
    return equations;
}

/// Small and dim: who made what goes in, and who uses what comes out.
void layOutNeighbours(StageScene& scene, const QRectF& area, const std::vector<Var>& before,
                      const std::vector<Var>& after) {
    const StageFonts& fonts = scene.fonts();
    const QSizeF card(fonts.line * 7, area.height() - fonts.smallLine * 1.4);
    const auto most = static_cast<std::size_t>(std::max(1.0, (area.width() / 2 + 8) / (card.width() + 10)));
    const auto row = [&](const std::vector<Var>& nodes, const QString& title, qreal left) {
        if (nodes.empty()) return;
        scene.addText(title, fonts.small, theme().mutedInk, {left, area.top()});
        for (std::size_t i = 0; i < std::min(most, nodes.size()); ++i) {
            const QPointF corner(left + static_cast<qreal>(i) * (card.width() + 10),
                                 area.top() + fonts.smallLine * 1.4);
            scene.addNodeCard(nodes[i], card, corner)->setOpacity(0.75);
        }
    };
    const qreal right = area.right() - static_cast<qreal>(std::min(most, after.size())) * (card.width() + 10) + 10;
    row(before, StageScene::tr("where it comes from"), area.left());
    row(after, StageScene::tr("where it goes"), std::max(area.center().x(), right));
}

}  // namespace

qreal layOutOperation(StageScene& scene, const QRectF& area) {
    const StageFonts& fonts = scene.fonts();
    const Step step = scene.reading().step();
    if (step.phase == Phase::Update) return scene.layOutUpdate(step);
    const bool back = step.phase == Phase::Backward;
    const Var node = step.node;
    const qreal neighbours = scene.isCompact() ? fonts.line * 4.8 : fonts.line * 6;
    qreal y = area.top();
    const auto arithmetic = [&scene, node, back, width = area.width()] {
        return QFontMetricsF(scene.fonts().small).elidedText(arithmeticOf(scene, node, back), Qt::ElideRight, width);
    };
    scene.addLiveText(arithmetic, fonts.small, theme().mutedInk, {area.left(), y});
    y += fonts.smallLine * 1.6;
    const qreal rule = fonts.line * 1.5;
    const qreal height = std::max(area.bottom() - neighbours - y - 8, fonts.line * 10);
    const auto most = static_cast<std::size_t>(std::clamp(height / (fonts.line * 7.5), 1.0, 4.0));
    const std::vector<Equation> equations = back ? backwardEquations(scene, node, most) : forwardEquations(scene, node);
    const std::size_t users = back ? scene.reading().contributionsTo(node).size() : 0;
    // Beside several contributions stands their sum.
    const bool sums = users > 1;
    const qreal sumWidth = sums ? area.width() * 0.27 : 0;
    const qreal each = height / static_cast<qreal>(equations.size());
    for (std::size_t i = 0; i < equations.size(); ++i) {
        const QRectF part(area.left(), y + static_cast<qreal>(i) * each, area.width() - sumWidth, each - 4);
        const MatrixItem* result = layOutEquation(scene, equations[i], part, rule);
        if (!sums || !result || i + 1 == equations.size()) continue;
        const QPointF below(result->pos().x() + result->cellsSize().width() / 2, part.bottom() - fonts.line * 0.7);
        scene.addText(QStringLiteral("+"), fonts.bold, theme().backward, below);
    }
    if (sums) {
        const QRectF part(area.right() - sumWidth + fonts.line * 1.5, y, sumWidth - fonts.line * 1.5, height);
        const QString more = users > equations.size()
                                 ? StageScene::tr("Σ of %1, largest %2 shown").arg(users).arg(equations.size())
                                 : StageScene::tr("Σ of %1").arg(users);
        Equation sum{more, {figureOf(scene, node, Role::Gradient, node)}, {}};
        layOutEquation(scene, sum, part, rule);
        scene.addText(QStringLiteral("="), fonts.bold, theme().backward,
                      {part.left() - fonts.line * 1.4, part.center().y()});
    }
    y += height + 6;
    const std::vector<Var> makers = makersOf(scene, node), readers = readersOf(scene, node);
    layOutNeighbours(scene, {area.left(), y, area.width(), neighbours - 6}, back ? readers : makers,
                     back ? makers : readers);
    return y + neighbours;
}

}  // namespace attentarium
