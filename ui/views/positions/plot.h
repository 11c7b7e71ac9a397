#pragma once

#include <QWidget>

#include "ui/views/accessible_parts.h"

namespace attentarium {

/// A painted picture of numbers with a title, to be read by pointer and keys. A screen reader finds its numbers as a
/// table; a file gets the same picture as vectors.
class Plot : public QWidget, public AccessibleTable {
    Q_OBJECT

  public:
    explicit Plot(QWidget* parent);

    /// The whole of it, whatever is under the pointer.
    virtual void paintIn(QPainter& painter, const QRectF& area) const = 0;
    virtual bool isEmpty() const = 0;
    /// All numbers with every digit, rows and columns named, divided by commas.
    QString csv() const;
    const QString& title() const { return m_title; }
    /// How many lines of type high it is at least.
    void setLeastLines(int lines) { m_leastLines = lines; }

    /// Small, since the page scrolls only where not even this fits.
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    /// What is under the pointer or the keys, in words; empty where nothing is.
    void told(const QString& sentence);

  protected:
    void setTitle(const QString& title);
    virtual double numberAt(int row, int column) const = 0;
    void paintEvent(QPaintEvent* event) override;
    /// The arrow keys are this picture's while it has the keyboard, not the transport bar's.
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    /// What only the screen shows, above the picture.
    virtual void paintMarks(QPainter&) const {}
    virtual void forget() {}
    /// Writes the title and gives back what is left below it.
    QRectF paintTitle(QPainter& painter, const QRectF& area) const;
    QRectF belowTitle(const QRectF& area) const;
    QFont smallFont() const;

  private:
    QString m_title;
    int m_leastLines = 11;
};

}  // namespace attentarium
