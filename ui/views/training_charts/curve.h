#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <span>
#include <vector>

namespace attentarium {

enum class CurveMarker { None, Circle, Square, Triangle, Diamond, Cross };

/// A line of a chart over the steps of a run.
struct Curve {
    QString name;   ///< written at the end of the line, and read aloud
    QColor colour;  ///< never alone: dash, marker and name tell lines apart as well
    Qt::PenStyle dash = Qt::SolidLine;
    CurveMarker marker = CurveMarker::None;
    double width = 2;
    bool isNamed = true;          ///< whether the name stands at the end of the line
    std::vector<QPointF> points;  ///< step and value, the steps rising

    bool operator==(const Curve&) const = default;
};

/// Something that happened at a step.
struct StepMark {
    enum class Kind {
        Change,   ///< settings were changed
        Best,     ///< the held-out loss was lowest here
        Problem,  ///< the run failed here
        Shown,    ///< the moment that all workspaces show
    };
    Kind kind = Kind::Change;
    double step = 0;
    QString text;

    bool operator==(const StepMark&) const = default;
};

/// At most `most` points: the means of equally long stretches of the axis, which may be logarithmic. Points whose
/// value is no number are left out, and of a logarithmic axis also those at or below zero.
std::vector<QPointF> thinned(std::span<const QPointF> points, std::size_t most, bool logarithmic = false);

/// The mean of what came before, in which a step counts less and less as `steps` others follow it: an exponential
/// moving mean that is corrected for its start (Kingma and Ba, 2015, section 3). With 1 the points themselves.
std::vector<QPointF> smoothed(std::span<const QPointF> points, double steps);

/// The last point at or before `step`; null where there is none.
const QPointF* pointAt(const Curve& curve, double step);

/// The dash that tells the curves of one run from those of another, and the marker of the n-th line of a chart.
Qt::PenStyle dashOf(int place);
CurveMarker markerOf(int place);
/// A colour of the theme for the n-th line of a chart.
QColor colourOfCurve(int place);

}  // namespace attentarium
