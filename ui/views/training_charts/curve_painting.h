#pragma once

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <functional>
#include <optional>
#include <span>

#include "ui/views/training_charts/curve.h"

class QPainter;

namespace attentarium {

/// How many letters wide the names beside the lines may be.
inline constexpr int kWidestName = 26;

/// What stands on a chart besides its lines: their names and markers, marks at steps, and the values that are read.
struct CurvePainting {
    std::span<const Curve> curves;
    std::span<const StepMark> marks;
    QRectF plot;
    QRectF whole;
    QFont font;
    std::function<QPointF(const QPointF&)> placeOf;  ///< of a step and a value
    std::optional<double> readStep;
    bool hasFocus = false;

    void paint(QPainter& painter) const;

  private:
    void paintMarks(QPainter& painter) const;
    void paintMarkers(QPainter& painter) const;
    void paintNames(QPainter& painter) const;
    void paintReading(QPainter& painter) const;
};

/// The marker around a place, filled.
void paintMarker(QPainter& painter, CurveMarker marker, const QPointF& at, double radius);

}  // namespace attentarium
