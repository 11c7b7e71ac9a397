#pragma once

#include <QPainter>
#include <QWidget>
#include <functional>
#include <span>
#include <vector>

#include "ui/views/accessible_parts.h"

namespace attentarium {

/// A part of a figure: one thing, or a row of cells side by side, that one can point at, come to with keys and press.
struct FigurePart {
    QRectF rect;
    QString name;                              ///< what a screen reader says of it
    int cells = 1;                             ///< of the same width
    std::function<QString(int cell)> told;     ///< with full numbers; empty: the name
    std::function<void(int cell)> press = {};  ///< empty: it cannot be pressed
    bool isChosen = false;
};

/// What a figure is drawn on: a painter, or nothing where only places are asked for.
class FigureSheet {
  public:
    FigureSheet(QPainter* painter, double width, const QFont& font)
        : m_painter(painter), m_width(width), m_font(font) {}

    double width() const { return m_width; }
    const QFont& font() const { return m_font; }
    double line() const { return QFontMetricsF(m_font).height(); }
    double widthOf(const QString& text) const { return QFontMetricsF(m_font).horizontalAdvance(text); }
    /// Null where nothing is painted.
    QPainter* painter() const { return m_painter; }

    /// How far down it has come.
    double y = 0;
    std::vector<FigurePart> parts;

    enum class Ink { Plain, Muted };
    /// Whole within `rect`, on one line, ending in … where it must.
    void text(const QRectF& rect, const QString& text, int flags = Qt::AlignLeft | Qt::AlignVCenter,
              Ink ink = Ink::Plain, bool bold = false);
    /// At `y`, as many lines as it needs; goes down by them.
    void paragraph(const QString& text, Ink ink = Ink::Plain, bool bold = false, double left = 0);
    /// A row of numbers as coloured cells, printed where they are wide enough.
    void cells(const QRectF& rect, std::span<const double> numbers, double limit, bool printed);
    void line(const QPointF& from, const QPointF& to, const QColor& colour, double width = 1,
              Qt::PenStyle style = Qt::SolidLine);
    void frame(const QRectF& rect, const QColor& colour, double width = 1);
    void box(const QRectF& rect, const QColor& colour);
    void add(FigurePart part) { parts.push_back(std::move(part)); }

  private:
    QPainter* m_painter;
    double m_width;
    QFont m_font;
};

/// A figure that is drawn by a function, as wide as it is given and as high as it needs.
class VectorFigure : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    using Draw = std::function<void(FigureSheet&)>;
    explicit VectorFigure(Draw draw, QWidget* parent = nullptr);

    /// Draws it anew, after what it shows has changed.
    void refresh();
    /// For a file, whole.
    void paintAll(QPainter& painter, const QRectF& target);
    QSizeF sizeOfAll() const;

    const std::vector<FigurePart>& parts() const { return m_parts; }
    int currentPart() const { return m_part; }
    int currentCell() const { return m_cell; }
    /// What the part says of the cell.
    QString toldOf(int part, int cell) const;

    int itemCount() const override { return static_cast<int>(m_parts.size()); }
    QString itemName(int item) const override { return m_parts[static_cast<std::size_t>(item)].name; }
    QRect itemRect(int item) const override { return m_parts[static_cast<std::size_t>(item)].rect.toRect(); }
    bool isItemChosen(int item) const override { return m_parts[static_cast<std::size_t>(item)].isChosen; }
    bool isItemFocused(int item) const override { return hasFocus() && item == m_part; }
    void pressItem(int item) override { press(item, 0); }

    QSize minimumSizeHint() const override { return {320, m_height}; }
    QSize sizeHint() const override { return {760, m_height}; }

  Q_SIGNALS:
    /// What the mouse or the keys have come to; empty: nothing.
    void told(const QString& sentence);
    /// The keys have come to this place.
    void reached(const QRect& place);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void measure();
    bool placeAt(const QPointF& point, int& part, int& cell) const;
    QRectF cellRect(int part, int cell) const;
    void moveTo(int part, int cell);
    void press(int part, int cell);

    Draw m_draw;
    std::vector<FigurePart> m_parts;
    int m_height = 100;
    int m_part = 0;
    int m_cell = 0;
};

/// The figure in an area that scrolls down and follows the keys.
QWidget* scrolled(VectorFigure* figure, QWidget* parent);

}  // namespace attentarium
