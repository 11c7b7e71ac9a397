#pragma once

#include <QColor>
#include <QGraphicsObject>
#include <optional>
#include <vector>

#include "engine/tape/explanation.h"
#include "ui/views/stage/matrix_content.h"
#include "ui/views/stage/stage_fonts.h"

namespace attentarium {

struct Bar {
    QString label;
    double number = 0;
    QString text;            ///< the number as it is printed
    std::int64_t index = 0;  ///< of its cell
    bool marked = false;     ///< outlined and bold: the word that came
};

/// What a list of bars shows at one step.
struct BarsContent {
    Var node;
    Quantity quantity = Quantity::Value;
    std::vector<Bar> bars;
    double limit = 1;  ///< the number of a full bar
    QString title;
    QString remark;  ///< a line below the title
    QColor colour;
    QColor frameColour;
    Presence presence = Presence::Shown;
    QString pendingText;  ///< why there is nothing to see yet; empty: not computed yet
    std::optional<std::int64_t> selected;
    std::vector<std::int64_t> lit;
};

/// Numbers as a list of words with bars: the next words, the losses.
class BarsItem : public QGraphicsObject {
    Q_OBJECT

  public:
    BarsItem(const StageFonts& fonts, const QSizeF& size, int rows, QGraphicsItem* parent = nullptr);

    void setContent(BarsContent content);
    const BarsContent& content() const { return m_content; }
    void setLit(std::vector<std::int64_t> lit);

    qreal headerHeight() const { return m_fonts.line * 1.1 + m_fonts.smallLine + 12; }
    QRectF barRect(int row) const;
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

  Q_SIGNALS:
    void barChosen(qint64 index);

  protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    qreal labelWidth() const;
    qreal numberWidth() const;
    void paintBar(QPainter& painter, int row) const;

    StageFonts m_fonts;
    QSizeF m_size;
    int m_rows;
    BarsContent m_content;
};

}  // namespace attentarium
