#pragma once

#include <QGraphicsScene>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ui/session/session.h"
#include "ui/views/stage/bars_item.h"
#include "ui/views/stage/box_item.h"
#include "ui/views/stage/card_item.h"
#include "ui/views/stage/head_item.h"
#include "ui/views/stage/matrix_item.h"
#include "ui/views/stage/ribbon_item.h"
#include "ui/views/stage/stage_fonts.h"
#include "ui/views/stage/stage_level.h"
#include "ui/views/stage/stage_map.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {

/// The empty rim of the stage.
inline constexpr qreal kStageMargin = 14;

/// The picture of a trace at the session's step: the overview and, below it, the part that is open. It is laid out
/// anew when another part opens and only told its new contents otherwise.
class StageScene : public QGraphicsScene {
    Q_OBJECT

  public:
    StageScene(Session& session, const QFont& font, QObject* parent = nullptr);
    ~StageScene() override;

    /// The room that the picture should fit into.
    void setArea(const QSizeF& area, const QFont& font);
    /// Takes over the session's trace and lays everything out.
    void rebuild();
    /// Takes over the session's step and selection.
    void refresh();

    StageLevel level() const { return m_level; }
    void setLevel(StageLevel level);
    Shown shown() const { return m_shown; }
    void setShown(Shown shown);
    /// Another run is compared with from now on.
    void compareAnew();
    /// One level deeper: to the figure or the card that stands at `place`, or the step's. False at the end.
    bool goDeeper(std::optional<QPointF> place = {});
    bool goUp();
    /// The tensor whose cells are printed: the one that was opened, or the step's.
    Var subject() const;
    /// Where the picture begins without its breadcrumb, which the window shows above it.
    qreal bodyTop() const { return m_bodyTop; }
    /// The height of what stands above that.
    qreal breadcrumbHeight() const { return QFontMetricsF(m_fonts.smallBold).height() + 10; }

    /// The figure of the step; null when nothing on the page shows it.
    QGraphicsObject* currentFigure() const;
    /// What can take the keyboard focus, in reading order.
    std::vector<QGraphicsObject*> focusOrder() const;
    std::vector<MatrixItem*> matrices() const;
    MatrixItem* matrixOf(Var node) const;
    const std::vector<HeadItem*>& heads() const { return m_heads; }
    const std::vector<BoxItem*>& boxes() const { return m_boxes; }
    std::vector<CardItem*> cards() const;
    /// The parts in flow order; each side of an encoder–decoder has a line of its own.
    std::vector<std::vector<int>> partLines() const;
    /// The part of the step.
    int openPart() const;
    /// Goes to the first step of a part, in the phase of this one.
    void goToPart(int part);
    QString breadcrumb() const;
    QString cellText(const MatrixContent& content, CellPlace place) const;
    /// `she, feature 3`.
    QString placeText(Var node, std::int64_t cell) const;
    /// The words, or numbers from 1, before the rows and above the columns of printed cells.
    QString rowHeader(const MatrixContent& content, int row) const;
    QString columnHeader(const MatrixContent& content, int column) const;
    qreal rowHeaderWidth(const MatrixContent& content) const;
    qreal columnHeaderWidth(const MatrixContent& content) const;
    /// Why the cell in question of the subject holds what it holds; several for a gradient with several users.
    std::vector<Explanation> reasons() const;

    // What the pages are made with.
    const Trace& trace() const { return *m_trace; }
    const StageMap& map() const { return *m_map; }
    const StageReading& reading() const { return *m_reading; }
    bool hasTrace() const { return m_trace != nullptr; }
    QSizeF area() const { return m_area; }
    /// Whether there is so little height that titles and rows must be as low as they can.
    bool isCompact() const { return m_area.height() < m_fonts.line * 36; }
    const StageFonts& fonts() const { return m_fonts; }
    const StagePage& page() const { return m_page; }
    /// `corner` is the left end of the title.
    MatrixItem* addMatrix(const FigureSpec& spec, const MatrixLayout& layout, QPointF corner);
    enum class BarsKind { NextWords, Classes, TokenLosses, OneLoss };
    BarsItem* addBars(Var node, BarsKind kind, const QSizeF& size, int rows, QPointF corner);
    RibbonItem* addRibbon(const QPainterPath& path, Var from, Var to, const QColor& colour);
    HeadItem* addHead(int head, qreal side, QPointF corner);
    void addText(const QString& text, const QFont& font, const QColor& colour, QPointF corner);
    /// A card of a part, which opens it.
    CardItem* addPartCard(int part, const QSizeF& size, QPointF corner);
    /// A card of a tensor, which leads to its step on the same level.
    CardItem* addNodeCard(Var node, const QSizeF& size, QPointF corner);
    /// An update, large: the parameter with the optimizer's state. Returns the bottom.
    qreal layOutUpdate(const Step& step);
    /// A line of type that is written anew at each step and each choice.
    void addLiveText(std::function<QString()> text, const QFont& font, const QColor& colour, QPointF corner);
    /// A box that leads to the first step that shows one of `nodes`, and is open while the step is at one of them.
    BoxItem* addBox(const QString& text, const QSizeF& size, BoxItem::Shape shape, std::vector<Var> nodes,
                    QPointF corner);

  Q_SIGNALS:
    void laidOut();
    void levelChanged();
    void shownChanged();
    /// A level is about to open, out of this part of the picture or back into it.
    void opening(const QRectF& from, bool deeper);

  private:
    /// What is asked for now and done after the present event, unless the picture is of another trace by then.
    template <typename Act>
    auto later(Act act) {
        return [this, asked = std::weak_ptr(m_trace), act = std::move(act)] {
            if (m_trace && asked.lock() == m_trace) act();
        };
    }

    struct Figure {
        MatrixItem* item;
        FigureSpec spec;
    };
    struct Bars {
        BarsItem* item;
        BarsKind kind;
    };

    struct Card {
        CardItem* item;
        int part = -1;  ///< or
        Var node;
    };
    struct LiveText {
        QGraphicsSimpleTextItem* item;
        std::function<QString()> text;
    };

    void layOut();
    void layOutLevel();
    void layOutBlock(qreal top);
    void changeLevel(StageLevel level, const QRectF& around);
    /// At the time step of the row that was pointed at, where a figure has a row for each.
    void openFigure(const MatrixItem& item, std::optional<CellPlace> place);
    void showStepOf(Var node);
    /// Of values that are repeated in time those of the chosen word; all where none is.
    std::vector<Var> atChosenWord(const std::vector<Var>& nodes) const;
    void restyleCards();
    void layOutBreadcrumb();
    void layOutOverview();
    /// The parts in one line, or in two where they need more room.
    std::vector<std::vector<int>> wrapped(const std::vector<int>& line) const;
    /// The boxes of some parts from left to right.
    void layOutParts(const std::vector<int>& line, QPointF corner);
    QString flowBreadcrumb(const StagePart& part) const;
    QString endBreadcrumb() const;
    void layOutEmpty();
    void layOutWeights();
    void addWeights(const Step& shown);
    void addUpdateText(const Step& shown, QPointF corner);
    /// How the gradient of a tensor came from that of its one user.
    void addRule(Var node);
    /// What the users of a tensor add to its gradient, and the sum.
    void addContributions(Var node);
    QString contributionText(Var node) const;
    QGraphicsSimpleTextItem* writeWeightText(const QString& text, const QFont& font, const QColor& colour,
                                             QPointF corner);
    void restyle();
    void restyleAttention();
    void light(const std::vector<Cell>& cells);
    void lightSelection();
    std::vector<Cell> sourcesOf(const Cell& cell) const;
    void hover(const MatrixItem& item, CellPlace place, QPoint screen);
    void forget();

    Session& m_session;
    StageFonts m_fonts;
    QSizeF m_area{900, 560};
    std::shared_ptr<const Trace> m_trace;
    std::unique_ptr<StageMap> m_map;
    std::unique_ptr<StageReading> m_reading;
    StagePage m_page;
    StageLevel m_level = StageLevel::Block;
    Shown m_shown = Shown::AsThePassGoes;
    Var m_opened;         ///< the tensor that was opened to its cells, while the step stays
    Var m_pointed;        ///< the tensor of the cell that was clicked, while the step stays
    int m_laidStep = -1;  ///< for which the op or the cells were laid out
    qreal m_bodyTop = 0;
    qreal m_weightsTop = 0;
    std::vector<Figure> m_figures;
    std::vector<Figure> m_weights;     ///< the parameters of the step, below the page
    std::optional<Step> m_weightStep;  ///< whose weights they are
    std::vector<QGraphicsItem*> m_weightTexts;
    std::vector<Bars> m_bars;
    std::vector<RibbonItem*> m_ribbons;
    std::vector<HeadItem*> m_heads;
    std::vector<BoxItem*> m_boxes;
    std::vector<std::vector<Var>> m_boxNodes;
    std::vector<Card> m_cards;
    std::vector<LiveText> m_liveTexts;
    QGraphicsSimpleTextItem* m_breadcrumb = nullptr;
};

// The pages. Each lays its figures out in `area`, which it may outgrow, and returns the bottom.
qreal layOutEmbedding(StageScene& scene, const QRectF& area);
qreal layOutAttention(StageScene& scene, const QRectF& area);
qreal layOutFeedForward(StageScene& scene, const QRectF& area);
qreal layOutFlow(StageScene& scene, const QRectF& area);
qreal layOutEnd(StageScene& scene, const QRectF& area);
qreal layOutModel(StageScene& scene, const QRectF& area);
qreal layOutOperation(StageScene& scene, const QRectF& area);
qreal layOutCells(StageScene& scene, const QRectF& area);

}  // namespace attentarium
