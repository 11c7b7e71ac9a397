#pragma once

#include <QGraphicsScene>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ui/session/session.h"
#include "ui/views/stage/bars_item.h"
#include "ui/views/stage/box_item.h"
#include "ui/views/stage/head_item.h"
#include "ui/views/stage/matrix_item.h"
#include "ui/views/stage/ribbon_item.h"
#include "ui/views/stage/stage_fonts.h"
#include "ui/views/stage/stage_map.h"
#include "ui/views/stage/stage_reading.h"

namespace attentarium {

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

    /// The figure of the step; null when nothing on the page shows it.
    QGraphicsObject* currentFigure() const;
    /// What can take the keyboard focus, in reading order.
    std::vector<QGraphicsObject*> focusOrder() const;
    std::vector<MatrixItem*> matrices() const;
    MatrixItem* matrixOf(Var node) const;
    const std::vector<HeadItem*>& heads() const { return m_heads; }
    const std::vector<BoxItem*>& boxes() const { return m_boxes; }
    QString breadcrumb() const;
    QString cellText(const MatrixContent& content, CellPlace place) const;

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
    /// A box that leads to the first step that shows one of `nodes`, and is open while the step is at one of them.
    BoxItem* addBox(const QString& text, const QSizeF& size, BoxItem::Shape shape, std::vector<Var> nodes,
                    QPointF corner);

  Q_SIGNALS:
    void laidOut();

  private:
    struct Figure {
        MatrixItem* item;
        FigureSpec spec;
    };
    struct Bars {
        BarsItem* item;
        BarsKind kind;
    };

    void layOut();
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
    QGraphicsSimpleTextItem* m_breadcrumb = nullptr;
};

// The pages. Each lays its figures out in `area`, which it may outgrow, and returns the bottom.
qreal layOutEmbedding(StageScene& scene, const QRectF& area);
qreal layOutAttention(StageScene& scene, const QRectF& area);
qreal layOutFeedForward(StageScene& scene, const QRectF& area);
qreal layOutFlow(StageScene& scene, const QRectF& area);
qreal layOutEnd(StageScene& scene, const QRectF& area);

}  // namespace attentarium
