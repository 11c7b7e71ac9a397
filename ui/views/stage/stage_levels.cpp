// How the stage goes from level to level, and what its cards show.

#include <algorithm>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/stage/part_words.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {

void StageScene::changeLevel(StageLevel level, const QRectF& around) {
    if (level == m_level) return;
    Q_EMIT opening(around, level > m_level);
    m_level = level;
    layOut();
    Q_EMIT levelChanged();
}

void StageScene::setLevel(StageLevel level) {
    // From the page, what was clicked on it is looked at more closely.
    const Var pointed = std::exchange(m_pointed, Var());
    if (pointed && m_level == StageLevel::Block && level > m_level && pointed != m_session.currentStep()->node) {
        showStepOf(pointed);
    }
    const QGraphicsObject* figure = currentFigure();
    changeLevel(level, figure ? figure->sceneBoundingRect() : sceneRect());
}

void StageScene::setShown(Shown shown) {
    if (shown == m_shown) return;
    m_shown = shown;
    if (m_reading) {
        m_reading->setShown(shown);
        layOut();
    }
    Q_EMIT shownChanged();
}

void StageScene::compareAnew() {
    if (m_reading && m_shown == Shown::Change) layOut();
}

Var StageScene::subject() const {
    return m_opened ? m_opened : m_session.currentStep()->node;
}

int StageScene::openPart() const {
    return std::max(0, m_map->partOf(m_session.currentStep()->node));
}

void StageScene::goToPart(int part) {
    const StagePart& wanted = m_map->parts()[static_cast<std::size_t>(part)];
    const int step =
        part == openPart() ? m_session.step() : m_map->firstStep(atChosenWord(wanted.nodes), m_reading->step());
    if (step >= 0) m_session.goToStep(step);
}

std::vector<Var> StageScene::atChosenWord(const std::vector<Var>& nodes) const {
    std::vector<Var> chosen;
    for (const Var node : nodes) {
        const auto time = m_trace->timeOf(node);
        if (time && *time == m_reading->rowOf(m_trace->sideOf(node, Axis::Token))) chosen.push_back(node);
    }
    return chosen.empty() ? nodes : chosen;
}

void StageScene::showStepOf(Var node) {
    const Step& now = m_reading->step();
    int step = now.phase == Phase::Backward ? m_map->backwardStep(node)
               : now.phase == Phase::Update ? m_map->updateStep(node)
                                            : -1;
    if (step < 0) step = m_map->forwardStep(node);
    // A parameter has no step on the way forward: that of what it computes shows it.
    if (step < 0) step = m_map->forwardStep(m_map->valueOf(node));
    if (step >= 0) m_session.goToStep(step);
}

void StageScene::openFigure(const MatrixItem& item, std::optional<CellPlace> place) {
    const QRectF around = item.sceneBoundingRect();
    const Var node = place ? item.content().cellAt(*place).node : item.content().node;
    const auto& rows = item.content().rowNodes;
    const Var now = m_session.currentStep()->node;
    const bool isStep = node == now || (!place && std::ranges::find(rows, now) != rows.end());
    if (m_level == StageLevel::Operation) {
        m_opened = node;
        changeLevel(StageLevel::Cells, around);
    } else if (m_level == StageLevel::Block) {
        if (!isStep) showStepOf(node);
        changeLevel(StageLevel::Operation, around);
    }
}

bool StageScene::goDeeper(std::optional<QPointF> place) {
    if (!m_trace || m_level == StageLevel::Cells) return false;
    for (QGraphicsItem* item : place ? items(*place) : QList<QGraphicsItem*>()) {
        QGraphicsObject* const object = item->toGraphicsObject();
        if (auto* card = qobject_cast<CardItem*>(object); card && m_level == StageLevel::Model) {
            Q_EMIT card->activated();
            return true;
        }
        if (const auto* matrix = qobject_cast<MatrixItem*>(object)) {
            openFigure(*matrix, matrix->placeAt(matrix->mapFromScene(*place)));
            return true;
        }
    }
    setLevel(kStageLevels[static_cast<std::size_t>(m_level) + 1]);
    return true;
}

bool StageScene::goUp() {
    if (!m_trace || m_level == StageLevel::Model) return false;
    m_opened = {};
    setLevel(kStageLevels[static_cast<std::size_t>(m_level) - 1]);
    return true;
}

std::vector<Explanation> StageScene::reasons() const {
    if (!m_trace) return {};
    const Var node = subject();
    const Selection& selection = m_session.selection();
    const bool chosen = selection.node == node && selection.cell;
    const Quantity quantity = chosen ? selection.quantity : m_reading->quantityOf(node);
    const std::int64_t cell = m_reading->cellInQuestion(node, quantity);
    if (quantity == Quantity::Value) return {m_trace->explainValue(node, cell)};
    return m_reading->hasGradient(node) ? m_trace->explainGradient(node, cell) : std::vector<Explanation>();
}

CardItem* StageScene::addPartCard(int part, const QSizeF& size, QPointF corner) {
    auto* item = new CardItem(m_fonts, size);
    item->setPos(corner);
    addItem(item);
    // Queued: opening lays the scene out anew, and this card with it.
    connect(item, &CardItem::activated, this, later([this, part, around = QRectF(corner, size)] {
                goToPart(part);
                changeLevel(StageLevel::Block, around);
            }),
            Qt::QueuedConnection);
    m_cards.push_back({item, part, {}});
    return item;
}

CardItem* StageScene::addNodeCard(Var node, const QSizeF& size, QPointF corner) {
    auto* item = new CardItem(m_fonts, size);
    item->setPos(corner);
    addItem(item);
    connect(item, &CardItem::activated, this, later([this, node] { showStepOf(node); }), Qt::QueuedConnection);
    m_cards.push_back({item, -1, node});
    return item;
}

void StageScene::addLiveText(std::function<QString()> text, const QFont& font, const QColor& colour, QPointF corner) {
    auto* item = addSimpleText(text(), font);
    item->setBrush(colour);
    item->setPos(corner);
    m_liveTexts.push_back({item, std::move(text)});
}

std::vector<CardItem*> StageScene::cards() const {
    std::vector<CardItem*> all;
    for (const Card& card : m_cards) all.push_back(card.item);
    return all;
}

void StageScene::restyleCards() {
    for (const Card& card : m_cards) {
        CardContent content =
            card.part >= 0 ? m_reading->partCard(m_map->parts()[static_cast<std::size_t>(card.part)],
                                                 card.part == openPart(), card.item->content(), card.item->size())
                           : m_reading->nodeCard(card.node, card.item->content(), card.item->size());
        card.item->setContent(std::move(content));
    }
}

}  // namespace attentarium
