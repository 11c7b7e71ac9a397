#pragma once

#include <QWidget>

namespace attentarium {

class UnitStudy;

/// How often the chosen unit held which values: upwards where what is known is so, downwards where it is not, with the
/// threshold between them.
class UnitKnown : public QWidget {
    Q_OBJECT

  public:
    explicit UnitKnown(UnitStudy& study, QWidget* parent = nullptr);

    void paintInto(QPainter& painter, const QRectF& area) const;

    QSize sizeHint() const override { return {360, fontMetrics().height() * 9}; }
    QSize minimumSizeHint() const override { return {160, fontMetrics().height() * 6}; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Bins;
    Bins count() const;
    QRectF plotIn(const QRectF& area) const;
    void describe();

    UnitStudy& m_study;
};

}  // namespace attentarium
