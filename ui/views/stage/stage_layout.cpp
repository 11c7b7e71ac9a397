#include <QGraphicsSimpleTextItem>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/part_words.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
void StageScene::forget() {
    clear();
    m_figures.clear();
    m_weights.clear();
    m_weightTexts.clear();
    m_weightStep.reset();
    m_bars.clear();
    m_ribbons.clear();
    m_heads.clear();
    m_boxes.clear();
    m_boxNodes.clear();
    m_cards.clear();
    m_liveTexts.clear();
    m_breadcrumb = nullptr;
}

void StageScene::layOut() {
    forget();
    if (!m_trace) {
        layOutEmpty();
        Q_EMIT laidOut();
        return;
    }
    m_page = m_map->pageOf(*m_session.currentStep());
    m_laidStep = m_session.step();
    layOutLevel();
    restyle();
    Q_EMIT laidOut();
}

void StageScene::layOutLevel() {
    layOutBreadcrumb();
    if (m_level != StageLevel::Model) layOutOverview();
    const qreal top = itemsBoundingRect().bottom() + m_fonts.line * 0.5;
    if (m_level == StageLevel::Block) {
        layOutBlock(top);
        return;
    }
    const QRectF area(kStageMargin, top, m_area.width() - 2 * kStageMargin, m_area.height() - top - kStageMargin * 0.5);
    m_weightsTop = top;
    const qreal bottom = m_level == StageLevel::Model       ? layOutModel(*this, area)
                         : m_level == StageLevel::Operation ? layOutOperation(*this, area)
                                                            : layOutCells(*this, area);
    const qreal right = itemsBoundingRect().right() + kStageMargin * 0.5;
    setSceneRect(0, 0, std::max(m_area.width(), right), std::max(m_area.height(), bottom + kStageMargin * 0.5));
}

void StageScene::layOutBlock(qreal top) {
    // Room for the weights of the step, which come below.
    const qreal weights = m_page.learning ? m_fonts.line * (isCompact() ? 7.8 : 10.5) : 0;
    const QRectF area(kStageMargin, top, m_area.width() - 2 * kStageMargin,
                      m_area.height() - top - weights - kStageMargin * 0.5);
    switch (m_page.kind) {
        case StagePage::Kind::Embedding:
            m_weightsTop = layOutEmbedding(*this, area);
            break;
        case StagePage::Kind::Attention:
            m_weightsTop = layOutAttention(*this, area);
            break;
        case StagePage::Kind::FeedForward:
            m_weightsTop = layOutFeedForward(*this, area);
            break;
        case StagePage::Kind::Flow:
            m_weightsTop = layOutFlow(*this, area);
            break;
        case StagePage::Kind::End:
            m_weightsTop = layOutEnd(*this, area);
            break;
    }
    const QRectF used = itemsBoundingRect();
    const qreal right = std::max(m_area.width(), used.right() + kStageMargin * 0.5);
    setSceneRect(0, 0, right, std::max(m_area.height(), m_weightsTop + weights + kStageMargin * 0.5));
}

void StageScene::layOutEmpty() {
    setSceneRect(QRectF(QPointF(), m_area));
    const QString text = m_session.checkpoint() ? tr("When a sentence runs, its picture stands here.")
                                                : tr("Open a model, and its picture stands here.");
    addText(text, m_fonts.text, theme().mutedInk,
            {(m_area.width() - widthOf(m_fonts.text, text)) / 2, m_area.height() / 2 - m_fonts.line});
}

QString StageScene::breadcrumb() const {
    if (!m_trace) return {};
    if (m_level == StageLevel::Model) return tr("The whole model, from left to right");
    const StagePart& part = m_map->partOf(m_page);
    QStringList crumbs;
    if (!part.tower.empty()) crumbs.append(towerLabel(part.tower));
    const QString block =
        part.kind != StagePart::Kind::Block || (part.scope != "blocks" && part.scope != "layers") ? QString()
        : part.scope == "blocks" ? tr("Block %1 of %2").arg(part.number + 1).arg(m_map->countLike(part))
                                 : tr("Layer %1 of %2").arg(part.number + 1).arg(m_map->countLike(part));
    if (!block.isEmpty()) crumbs.append(block);
    switch (m_page.kind) {
        case StagePage::Kind::Embedding:
            crumbs.append(m_map->find(m_page, Site::PositionEmbedding) ? tr("Words and their positions become numbers")
                                                                       : tr("Words become numbers"));
            break;
        case StagePage::Kind::Attention: {
            const auto scores = m_reading->attentionOf(m_page);
            const bool crosses =
                scores && m_trace->sideOf(*scores, Axis::Token) != m_trace->sideOf(*scores, Axis::KeyToken);
            if (part.number < 0) {
                crumbs.append(tr("attention to the source"));
                break;
            }
            crumbs.append(crosses ? tr("multi-head cross-attention") : tr("multi-head self-attention"));
            crumbs.append(tr("head %1 of %2").arg(m_reading->head() + 1).arg(m_reading->headCount()));
            break;
        }
        case StagePage::Kind::FeedForward:
            crumbs.append(tr("feed-forward network"));
            break;
        case StagePage::Kind::Flow:
            crumbs.append(flowBreadcrumb(part));
            break;
        case StagePage::Kind::End:
            crumbs.append(endBreadcrumb());
            break;
    }
    return crumbs.join(QStringLiteral("  ·  "));
}

QString StageScene::flowBreadcrumb(const StagePart& part) const {
    const std::vector<Var>& nodes = m_map->nodesOf(m_page);
    const auto inTime = std::ranges::find_if(nodes, [&](Var node) { return m_trace->timeOf(node).has_value(); });
    if (inTime == nodes.end()) {
        const StagePart& last = m_map->parts()[static_cast<std::size_t>(m_map->partOf(nodes.back()))];
        const QString from = labelOf(part, *m_trace), to = labelOf(last, *m_trace);
        return from == to ? from : from + QStringLiteral(" → ") + to;
    }
    const auto side = m_trace->sideOf(*inTime, Axis::Token);
    const auto words = side == TextSide::Source ? m_session.tracedSource() : m_session.tracedWords();
    const auto now = m_trace->timeOf(m_map->valueOf(m_session.currentStep()->node));
    // Away from any single time step, as in an update, all of them are meant.
    if (!now) return tr("all time steps");
    //: %3 is the word of the sentence that is read at this time step
    return tr("time step %1 of %2: “%3”").arg(*now + 1).arg(words.size()).arg(words.value(*now));
}

QString StageScene::endBreadcrumb() const {
    const bool hasBlocks =
        std::ranges::any_of(m_map->parts(), [](const StagePart& part) { return part.kind == StagePart::Kind::Block; });
    if (!m_map->find(m_page, Site::Probabilities)) return tr("From numbers to the loss");
    if (m_trace->text().inPlace) return tr("From numbers to the word that fits, and the loss");
    return hasBlocks ? tr("From the last block to the next word and the loss")
                     : tr("From numbers to the next word and the loss");
}

std::vector<std::vector<int>> StageScene::partLines() const {
    // Each side of an encoder–decoder has a line of its own; what belongs to neither ends the last one.
    std::vector<std::vector<int>> lines;
    std::string tower;
    for (std::size_t i = 0; i < m_map->parts().size(); ++i) {
        const std::string& own = m_map->parts()[i].tower;
        if (lines.empty() || (!own.empty() && own != tower)) lines.emplace_back();
        if (!own.empty()) tower = own;
        lines.back().push_back(static_cast<int>(i));
    }
    // Words come first on either side, whatever was recorded before them.
    for (auto& line : lines) {
        std::ranges::stable_sort(line, {}, [&](int part) {
            const auto kind = m_map->parts()[static_cast<std::size_t>(part)].kind;
            return std::min(static_cast<int>(kind), static_cast<int>(StagePart::Kind::Block));
        });
    }
    return lines;
}

void StageScene::layOutBreadcrumb() {
    m_breadcrumb = addSimpleText(breadcrumb(), m_fonts.smallBold);
    m_breadcrumb->setBrush(theme().mutedInk);
    m_breadcrumb->setPos(kStageMargin, 8);
    m_bodyTop = breadcrumbHeight();
}

void StageScene::layOutOverview() {
    qreal top = m_bodyTop + 6;
    std::vector<std::vector<int>> lines = partLines();
    const bool towers = lines.size() > 1;
    if (!towers) lines = wrapped(lines.front());
    qreal left = kStageMargin;
    if (towers) {
        for (const auto& line : lines) {
            const QString name = towerLabel(m_map->parts()[static_cast<std::size_t>(line.front())].tower);
            left = std::max(left, kStageMargin + widthOf(m_fonts.smallBold, name) + m_fonts.line * 0.8);
        }
    }
    for (const auto& line : lines) {
        if (towers) {
            addText(towerLabel(m_map->parts()[static_cast<std::size_t>(line.front())].tower), m_fonts.smallBold,
                    theme().mutedInk, {kStageMargin, top + m_fonts.line * 0.4});
        }
        layOutParts(line, {left, top});
        top += m_fonts.line * 2.05;
    }
}

std::vector<std::vector<int>> StageScene::wrapped(const std::vector<int>& line) const {
    qreal width = 0;
    for (const int part : line) {
        const StagePart& own = m_map->parts()[static_cast<std::size_t>(part)];
        const bool short_ = own.kind == StagePart::Kind::Block && m_map->countLike(own) > 1;
        const QString label = short_ ? QString::number(own.number + 1) : labelOf(own, *m_trace);
        width += widthOf(m_fonts.smallBold, label) + m_fonts.line * 1.7;
    }
    if (width <= m_area.width() - 2 * kStageMargin) return {line};
    const auto half = line.begin() + static_cast<std::ptrdiff_t>((line.size() + 1) / 2);
    return {{line.begin(), half}, {half, line.end()}};
}

void StageScene::layOutParts(const std::vector<int>& line, QPointF corner) {
    const qreal height = m_fonts.line * 1.75, arrow = m_fonts.line * 1.1;
    const auto part = [&](std::size_t i) -> const StagePart& {
        return m_map->parts()[static_cast<std::size_t>(line[i])];
    };
    const int open = openPart();
    std::vector<QString> labels;
    std::vector<qreal> widths;
    qreal letters = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        labels.push_back(labelOf(part(i), *m_trace));
        widths.push_back(widthOf(m_fonts.smallBold, labels.back()));
        letters += widths.back();
    }
    const auto count = static_cast<qreal>(labels.size());
    const auto total = [&](qreal padding) { return arrow * (count - 1) + letters + padding * count; };
    qreal padding = m_fonts.line * 1.3;
    const qreal room = m_area.width() - corner.x() - kStageMargin;
    // Where there are many blocks, those that are closed show their number alone.
    for (std::size_t i = 0; i < labels.size() && total(m_fonts.line * 0.8) > room; ++i) {
        if (part(i).kind != StagePart::Kind::Block || line[i] == open || m_map->countLike(part(i)) < 2) continue;
        labels[i] = QString::number(part(i).number + 1);
        letters -= widths[i];
        widths[i] = widthOf(m_fonts.smallBold, labels[i]);
        letters += widths[i];
    }
    if (total(padding) > room) padding = std::max(m_fonts.line * 0.6, padding - (total(padding) - room) / count);
    qreal x = corner.x();
    for (std::size_t i = 0; i < line.size(); ++i) {
        const qreal width = widths[i] + padding;
        BoxItem* box = addBox(labels[i], {width, height}, BoxItem::Shape::Box, part(i).nodes, {x, corner.y()});
        box->setToolTip(labelOf(part(i), *m_trace));
        x += width;
        if (i + 1 == line.size()) break;
        const QPointF from(x + arrow * 0.22, corner.y() + height / 2), to(x + arrow * 0.78, corner.y() + height / 2);
        QPainterPath path(from);
        path.lineTo(to);
        path.moveTo(to + QPointF(-3, -3));
        path.lineTo(to);
        path.lineTo(to + QPointF(-3, 3));
        addPath(path, QPen(theme().mutedInk, 1.2));
        x += arrow;
    }
}

}  // namespace attentarium
