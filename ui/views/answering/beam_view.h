#pragma once

#include <QWidget>
#include <vector>

#include "ui/views/accessible_parts.h"

namespace attentarium {

class AnswerStudy;
class Session;

/// A beam search as a tree: a column for each place of the answer, the likeliest way on top. Kept, ended and cut steps
/// look different; the way of the best answer is thick. Arrows walk through it, Return lets the answer go that way.
class BeamView : public QWidget, public AccessibleItems {
    Q_OBJECT

  public:
    BeamView(Session& session, AnswerStudy& study, QWidget* parent = nullptr);

    void paintInto(QPainter& painter) const;
    QSizeF wholeSize() const;
    int current() const { return m_current; }

    // AccessibleItems.
    int itemCount() const override;
    QString itemName(int item) const override;
    QRect itemRect(int item) const override;
    bool isItemChosen(int item) const override { return item == m_current; }
    bool isItemFocused(int item) const override { return hasFocus() && item == m_current; }
    void pressItem(int item) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    void reached(const QRect& place);
    void told(const QString& sentence);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void layOut();
    int nodeAt(const QPointF& place) const;
    int besideInRank(int by) const;
    int firstChild() const;
    void moveTo(int node);
    void paintEdges(QPainter& painter) const;
    void paintNode(QPainter& painter, int node) const;

    Session& m_session;
    AnswerStudy& m_study;
    std::vector<QRectF> m_rects;
    std::vector<char> m_isBest;  ///< whether a node is on the way of the best answer
    double m_top = 0;
    int m_current = 0;
};

}  // namespace attentarium
