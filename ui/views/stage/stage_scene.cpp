#include "ui/views/stage/stage_scene.h"

#include <QGraphicsSimpleTextItem>
#include <QPointer>
#include <QToolTip>
#include <algorithm>

#include "ui/explain/head_remark.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/references.h"

namespace attentarium {
namespace {

bool contains(const std::vector<Var>& nodes, Var node) {
    return std::ranges::find(nodes, node) != nodes.end();
}

}  // namespace

StageScene::StageScene(Session& session, const QFont& font, QObject* parent)
    : QGraphicsScene(parent), m_session(session), m_fonts(font) {
    // A few dozen items that are laid out anew need no search tree.
    setItemIndexMethod(NoIndex);
    rebuild();
}

StageScene::~StageScene() {
    // Items that lose the focus while they go would speak to what is already gone.
    clear();
}

void StageScene::setArea(const QSizeF& area, const QFont& font) {
    m_area = area;
    m_fonts = StageFonts(font);
    // Between two models, widgets may find their sizes before the scene has heard that the trace is gone.
    m_trace == m_session.trace() ? layOut() : rebuild();
}

void StageScene::rebuild() {
    forget();
    m_opened = m_pointed = {};
    m_reading.reset();
    m_map.reset();
    m_trace = m_session.trace();
    if (m_trace) {
        m_map = std::make_unique<StageMap>(*m_trace);
        m_reading = std::make_unique<StageReading>(m_session, *m_trace, *m_map);
        m_reading->setShown(m_shown);
    }
    layOut();
}

void StageScene::refresh() {
    if (m_trace != m_session.trace()) {
        rebuild();
        return;
    }
    if (m_trace && m_laidStep != m_session.step()) m_opened = m_pointed = {};
    const bool ofStep = m_level == StageLevel::Operation || m_level == StageLevel::Cells;
    const bool ofPage = m_level == StageLevel::Block;
    if (m_trace &&
        ((ofPage && m_map->pageOf(*m_session.currentStep()) != m_page) || (ofStep && m_laidStep != m_session.step()))) {
        layOut();
    } else if (m_trace) {
        restyle();
    }
}

void StageScene::restyle() {
    m_page = m_map->pageOf(*m_session.currentStep());
    m_laidStep = m_session.step();
    m_breadcrumb->setText(breadcrumb());
    restyleCards();
    for (const LiveText& live : m_liveTexts) live.item->setText(live.text());
    restyleAttention();
    for (const Figure& figure : m_figures) figure.item->setContent(m_reading->matrix(figure.spec));
    if (m_level == StageLevel::Block) {
        layOutWeights();
    } else {
        for (const Figure& figure : m_weights) figure.item->setContent(m_reading->matrix(figure.spec));
    }
    for (const Bars& bars : m_bars) {
        const Var node = bars.item->content().node;
        switch (bars.kind) {
            case BarsKind::NextWords:
                bars.item->setContent(m_reading->nextWords(node));
                break;
            case BarsKind::Classes:
                bars.item->setContent(m_reading->classes(node));
                break;
            case BarsKind::TokenLosses:
                bars.item->setContent(m_reading->tokenLosses(node));
                break;
            case BarsKind::OneLoss:
                bars.item->setContent(m_reading->oneLoss(node));
                break;
        }
    }
    const Step& step = m_reading->step();
    const QColor phase = colourOf(step.phase);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->setOpen(contains(m_boxNodes[i], m_map->valueOf(step.node)), phase);
    }
    for (RibbonItem* ribbon : m_ribbons) {
        const bool forward = step.phase == Phase::Forward || step.phase == Phase::Loss;
        const Var now = m_map->figureOf(step.node);
        const bool back = step.phase == Phase::Backward && ribbon->from() == now;
        ribbon->setActive((forward && ribbon->to() == now) || back, phase);
    }
    lightSelection();
}

void StageScene::restyleAttention() {
    // Elsewhere each of the scores has a figure of its own.
    const bool isPage = m_level == StageLevel::Block && m_page.kind == StagePage::Kind::Attention;
    const auto shown = isPage ? m_reading->attentionOf(m_page) : std::nullopt;
    if (!shown) return;
    for (Figure& figure : m_figures) {
        if (figure.spec.extent == FigureSpec::Extent::HeadMatrix && isAttention(m_trace->site(figure.spec.node))) {
            figure.spec.node = m_map->figureOf(*shown);
        }
    }
    for (HeadItem* head : m_heads) {
        head->setImage(m_reading->headImage(*shown, head->head()));
        head->setChosen(head->head() == m_reading->head());
        head->setRemark(headRemark(*m_trace, *shown, head->head()), headSigns(*m_trace, *shown, head->head()));
    }
}

std::vector<Cell> StageScene::sourcesOf(const Cell& cell) const {
    std::vector<Explanation> whys;
    if (cell.quantity == Quantity::Value) {
        whys.push_back(m_trace->explainValue(cell.node, cell.index));
    } else {
        whys = m_trace->explainGradient(cell.node, cell.index);
    }
    std::vector<Cell> sources;
    for (const Explanation& why : whys) {
        for (const Term& term : why.terms) {
            if (term.left) sources.push_back(term.left->cell);
            if (term.right) sources.push_back(term.right->cell);
        }
    }
    return sources;
}

void StageScene::light(const std::vector<Cell>& cells) {
    const auto lightIn = [&](MatrixItem& item) {
        std::vector<CellPlace> lit;
        for (const Cell& cell : cells) {
            if (item.content().presence == Presence::Pending) continue;
            if (const auto place = item.content().placeOf(cell)) lit.push_back(*place);
        }
        item.setLit(std::move(lit));
    };
    for (const Figure& figure : m_figures) lightIn(*figure.item);
    for (const Figure& figure : m_weights) lightIn(*figure.item);
    for (const Bars& bars : m_bars) {
        std::vector<std::int64_t> lit;
        for (const Cell& cell : cells) {
            if (cell.node == bars.item->content().node) lit.push_back(cell.index);
        }
        bars.item->setLit(std::move(lit));
    }
}

void StageScene::lightSelection() {
    const Selection& selection = m_session.selection();
    const bool chosen = selection.node && selection.cell;
    light(chosen ? sourcesOf({*selection.node, selection.quantity, *selection.cell}) : std::vector<Cell>());
}

QString StageScene::placeText(Var node, std::int64_t cell) const {
    return cellPlace(*m_trace, node, cell, {m_session.tracedWords(), m_session.tracedSource()});
}

QString StageScene::cellText(const MatrixContent& content, CellPlace place) const {
    const Cell cell = content.cellAt(place);
    const QString where =
        cellPlace(*m_trace, cell.node, cell.index, {m_session.tracedWords(), m_session.tracedSource()});
    QString text = content.title + QStringLiteral("\n") + where + QStringLiteral("\n") +
                   fullNumber(content.numberAt(place.row, place.column));
    if (content.isChange) {
        const auto& now =
            cell.quantity == Quantity::Gradient ? m_trace->gradients(cell.node) : m_trace->values(cell.node);
        const auto before = comparedNumbers(m_session.reference().get(), *m_trace, cell.node, cell.quantity);
        const auto at = static_cast<std::size_t>(cell.index);
        //: of one number in two runs
        if (!before.empty())
            text += QStringLiteral("\n") +
                    tr("before %1, after %2")
                        .arg(fullNumber(static_cast<double>(before[at])), fullNumber(static_cast<double>(now[at])));
    }
    if (const auto second = content.secondAt(place.row, place.column)) {
        text += QStringLiteral("\n") + tr("gradient %1").arg(fullNumber(*second));
    }
    return text;
}

void StageScene::hover(const MatrixItem& item, CellPlace place, QPoint screen) {
    const MatrixContent& content = item.content();
    QToolTip::showText(screen, cellText(content, place));
    if (!content.selectable) return;
    light(sourcesOf(content.cellAt(place)));
}

MatrixItem* StageScene::addMatrix(const FigureSpec& spec, const MatrixLayout& layout, QPointF corner) {
    MatrixLayout own = layout;
    own.withSubtitle =
        layout.withSubtitle || (!isCompact() && spec.role == FigureSpec::Role::Tensor && !layout.brief &&
                                (m_page.learning || (m_page.kind != StagePage::Kind::Embedding && !spec.withFormula)));
    auto* item = new MatrixItem(m_fonts, own);
    item->setContent(m_reading->matrix(spec));
    item->setPos(corner + QPointF(0, item->headerHeight()));
    addItem(item);
    connect(item, &MatrixItem::cellChosen, this, [this, item](CellPlace place) {
        const Cell cell = item->content().cellAt(place);
        m_pointed = cell.node;
        m_session.selectCell(cell.node, cell.quantity, cell.index);
    });
    connect(item, &MatrixItem::cellHovered, this,
            [this, item](CellPlace place, QPoint screen) { hover(*item, place, screen); });
    connect(item, &MatrixItem::hoverEnded, this, [this] {
        QToolTip::hideText();
        lightSelection();
    });
    const auto open = [this, item = QPointer<MatrixItem>(item)](std::optional<CellPlace> place) {
        if (item) openFigure(*item, place);
    };
    connect(item, &MatrixItem::opened, this, open, Qt::QueuedConnection);
    m_figures.push_back({item, spec});
    return item;
}

BarsItem* StageScene::addBars(Var node, BarsKind kind, const QSizeF& size, int rows, QPointF corner) {
    auto* item = new BarsItem(m_fonts, size, rows);
    item->setContent({.node = node});
    item->setPos(corner + QPointF(0, item->headerHeight()));
    addItem(item);
    connect(item, &BarsItem::barChosen, this, [this, item](qint64 index) {
        m_pointed = item->content().node;
        m_session.selectCell(item->content().node, item->content().quantity, index);
    });
    m_bars.push_back({item, kind});
    return item;
}

RibbonItem* StageScene::addRibbon(const QPainterPath& path, Var from, Var to, const QColor& colour) {
    auto* item = new RibbonItem(path, from, to, colour);
    addItem(item);
    m_ribbons.push_back(item);
    return item;
}

HeadItem* StageScene::addHead(int head, qreal side, QPointF corner) {
    auto* item = new HeadItem(m_fonts, head, side);
    item->setPos(corner);
    addItem(item);
    connect(item, &HeadItem::activated, this, [this, head] { m_session.selectHead(head); });
    m_heads.push_back(item);
    return item;
}

void StageScene::addText(const QString& text, const QFont& font, const QColor& colour, QPointF corner) {
    auto* item = addSimpleText(text, font);
    item->setBrush(colour);
    item->setPos(corner);
}

BoxItem* StageScene::addBox(const QString& text, const QSizeF& size, BoxItem::Shape shape, std::vector<Var> nodes,
                            QPointF corner) {
    auto* item = new BoxItem(m_fonts, text, size, shape);
    item->setPos(corner);
    addItem(item);
    // Queued: going there may lay the page out anew, and this box with it.
    connect(item, &BoxItem::activated, this, later([this, nodes] {
                const int step = m_map->firstStep(atChosenWord(nodes), m_reading->step());
                if (step >= 0) m_session.goToStep(step);
            }),
            Qt::QueuedConnection);
    m_boxes.push_back(item);
    m_boxNodes.push_back(std::move(nodes));
    return item;
}

QGraphicsObject* StageScene::currentFigure() const {
    if (!m_trace) return nullptr;
    for (const auto* list : {&m_weights, &m_figures}) {
        for (const Figure& figure : *list) {
            // Beside a sum that stands on the page too, the page is what one looks at.
            if (list == &m_weights && !m_trace->isParameter(figure.spec.node)) continue;
            if (figure.item->content().presence == Presence::Current) return figure.item;
        }
    }
    for (const Card& card : m_cards) {
        if (card.item->content().presence == Presence::Current) return card.item;
    }
    for (const Bars& bars : m_bars) {
        if (bars.item->content().presence == Presence::Current) return bars.item;
    }
    return nullptr;
}

std::vector<QGraphicsObject*> StageScene::focusOrder() const {
    std::vector<QGraphicsObject*> order(m_boxes.begin(), m_boxes.end());
    for (const Card& card : m_cards) order.push_back(card.item);
    for (const Figure& figure : m_figures) order.push_back(figure.item);
    for (HeadItem* head : m_heads) order.push_back(head);
    for (const Bars& bars : m_bars) order.push_back(bars.item);
    for (const Figure& figure : m_weights) order.push_back(figure.item);
    return order;
}

std::vector<MatrixItem*> StageScene::matrices() const {
    std::vector<MatrixItem*> all;
    for (const auto* list : {&m_figures, &m_weights}) {
        for (const Figure& figure : *list) all.push_back(figure.item);
    }
    return all;
}

MatrixItem* StageScene::matrixOf(Var node) const {
    for (MatrixItem* item : matrices()) {
        const MatrixContent& content = item->content();
        if (content.node == node || std::ranges::find(content.rowNodes, node) != content.rowNodes.end()) return item;
    }
    return nullptr;
}

}  // namespace attentarium
