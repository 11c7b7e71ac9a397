#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/accessible_parts.h"

namespace attentarium {

class UnitStudy;

/// The text, each token in the colour of what the chosen unit held after it; underlined where what is known of it is
/// so. Arrows move among tokens, Return takes one up.
class UnitText : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    explicit UnitText(UnitStudy& study, QWidget* parent = nullptr);

    /// Tokens that are framed.
    void frame(std::vector<int> tokens);
    /// Shows a token: the keyboard's place goes there.
    void showToken(int token);
    int current() const { return m_current; }
    /// As many lines as fit, for a file.
    void paintInto(QPainter& painter, const QRectF& area);
    /// The bar that says which colour is which number.
    void paintScale(QPainter& painter, QPointF corner) const;

    // AccessibleItems.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override { return item == m_current; }
    bool isItemFocused(int item) const override { return hasFocus() && item == m_current; }
    void pressItem(int item) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {400, heightForWidth(400)}; }
    QSize minimumSizeHint() const override { return {120, fontMetrics().height() * 2}; }

  Q_SIGNALS:
    void reached(const QRect& place);
    void pressed(int token);
    /// The token under the pointer or the keyboard, in words.
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void measure();
    void scale();
    void showFirst();
    double lineHeight() const { return fontMetrics().height() * 1.5; }
    double layOut(double width, std::vector<QRectF>* rects) const;
    int tokenAt(const QPointF& place) const;
    int beside(int direction) const;
    void moveTo(int token);
    void paintTokens(QPainter& painter, const std::vector<QRectF>& rects, const QRectF& shown, bool isLive) const;

    UnitStudy& m_study;
    std::vector<double> m_widths;
    std::vector<QRectF> m_rects;
    std::vector<char> m_framed;
    double m_gap = 0;
    double m_limit = 1;
    int m_current = 0;
    const void* m_shownLabels = nullptr;
};

}  // namespace attentarium
