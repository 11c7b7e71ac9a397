#include "ui/views/training_charts/run_curves.h"

#include <QCoreApplication>
#include <cmath>
#include <set>

#include "ui/explain/theme.h"
#include "ui/views/training_charts/run_words.h"

namespace attentarium {
namespace {

struct RunCurves {
    Q_DECLARE_TR_FUNCTIONS(RunCurves)
};

template <typename Entries, typename ValueOf>
std::vector<QPointF> pointsOf(const Entries& entries, ValueOf&& valueOf) {
    std::vector<QPointF> points;
    points.reserve(entries.size());
    for (const auto& entry : entries) {
        const std::optional<double> value = valueOf(entry);
        if (value) points.emplace_back(static_cast<double>(entry.step), *value);
    }
    return points;
}

std::vector<QPointF> measured(const History& history, const std::string& measure) {
    return pointsOf(history.evaluations, [&](const Evaluation& evaluation) -> std::optional<double> {
        const auto found = evaluation.measures.find(measure);
        if (found == evaluation.measures.end()) return {};
        return found->second;
    });
}

/// The name of a line, with the number of its run where several are shown.
QString named(const QString& name, std::span<const ShownRun> runs, const ShownRun& run) {
    //: a line of a chart and the number of the run that it is of
    return runs.size() < 2 ? name : RunCurves::tr("%1, run %2").arg(name).arg(run.number);
}

/// "facts (25–100 %)": what guessing reaches and what the best answers would, where that is known.
QString namedWithReachable(const QString& name, const History& history, const std::string& kind) {
    const auto found = history.reachable.find(kind);
    if (found == history.reachable.end()) return name;
    const auto percent = [](double share) { return QString::number(std::lround(100 * share)); };
    //: %1 a kind of knowledge, %2 the percentage that guessing reaches, %3 that of the best answers
    return RunCurves::tr("%1 (%2–%3 %)").arg(name, percent(found->second.chance), percent(found->second.best));
}

QColor pale(const QColor& colour) {
    const QColor& ground = theme().window;
    const auto mix = [](int a, int b) { return (a * 2 + b * 3) / 5; };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

}  // namespace

std::vector<Curve> lossCurves(std::span<const ShownRun> runs, double steps) {
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto place = static_cast<int>(i);
        const History& history = *runs[i].history;
        auto losses = pointsOf(history.points, [](const TrainingPoint& point) { return std::optional(point.loss); });
        const QColor colour = colourOfCurve(place);
        auto means = smoothed(losses, steps);
        if (i == 0) {
            curves.push_back({named(RunCurves::tr("loss of the batch"), runs, runs[i]),
                              pale(colour),
                              Qt::SolidLine,
                              CurveMarker::None,
                              1,
                              false,
                              {}});
            curves.back().points = std::move(losses);
        }
        curves.push_back({named(RunCurves::tr("training loss"), runs, runs[i]),
                          colour,
                          dashOf(place),
                          CurveMarker::None,
                          2,
                          true,
                          {}});
        curves.back().points = std::move(means);
        curves.push_back({named(measureTitle("held_out_loss"), runs, runs[i]), i == 0 ? theme().ink : colour,
                          dashOf(place + 1), markerOf(place), 3, true, measured(history, "held_out_loss")});
    }
    return curves;
}

std::vector<Curve> knowledgeCurves(std::span<const ShownRun> runs, bool withReachable) {
    std::vector<Curve> curves;
    std::set<std::string> kinds;
    for (const ShownRun& run : runs) {
        for (const Evaluation& evaluation : run.history->evaluations) {
            for (const auto& [kind, share] : evaluation.knowledge) kinds.insert(kind);
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        int place = 0;
        for (const std::string& kind : kinds) {
            auto points = pointsOf(runs[i].history->evaluations, [&](const Evaluation& e) -> std::optional<double> {
                const auto found = e.knowledge.find(kind);
                if (found == e.knowledge.end()) return {};
                return found->second;
            });
            const QString title = namedWithReachable(knowledgeTitle(kind), *runs[i].history, kind);
            // There is no room for the names of several runs; the dash tells which run a line is of.
            curves.push_back({runs.size() < 2 && withReachable ? title : named(knowledgeTitle(kind), runs, runs[i]),
                              colourOfCurve(place), dashOf(static_cast<int>(i)), markerOf(place), i == 0 ? 2.0 : 1.5,
                              i == 0, std::move(points)});
            ++place;
        }
    }
    return curves;
}

std::vector<Curve> shareCurves(std::span<const ShownRun> runs) {
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        int place = 0;
        const auto add = [&](const QString& name, std::vector<QPointF> points) {
            if (!points.empty()) {
                curves.push_back({named(name, runs, runs[i]), colourOfCurve(place), dashOf(static_cast<int>(i)),
                                  markerOf(place), 2, true, std::move(points)});
            }
            ++place;
        };
        const History& history = *runs[i].history;
        for (const char* const measure : {"accuracy", "exact_match"}) {
            add(measureTitle(measure), measured(history, measure));
        }
        const Evaluation* last = nullptr;
        auto points = pointsOf(history.evaluations, [&](const Evaluation& evaluation) -> std::optional<double> {
            if (evaluation.referentLayer < 0) return {};
            last = &evaluation;
            return evaluation.referentShare;
        });
        if (last) {
            //: the head that best tells whom a pronoun stands for; layer and head
            add(RunCurves::tr("pronouns: block %1, head %2").arg(last->referentLayer + 1).arg(last->referentHead + 1),
                std::move(points));
        }
    }
    return curves;
}

std::vector<Curve> rateCurves(std::span<const ShownRun> runs) {
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto place = static_cast<int>(i);
        curves.push_back({named(fieldTitle("peak_rate"), runs, runs[i]), colourOfCurve(place), dashOf(place),
                          CurveMarker::None, 2, true, pointsOf(runs[i].history->points, [](const TrainingPoint& point) {
                              return std::optional(point.learningRate);
                          })});
    }
    return curves;
}

std::vector<Curve> gradientCurves(std::span<const ShownRun> runs, double steps) {
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto place = static_cast<int>(i);
        const History& history = *runs[i].history;
        const auto norms =
            pointsOf(history.points, [](const TrainingPoint& point) { return std::optional(point.gradientNorm); });
        curves.push_back({named(RunCurves::tr("all gradients"), runs, runs[i]),
                          i == 0 ? theme().ink : colourOfCurve(place), dashOf(place), CurveMarker::None, 2, true,
                          smoothed(norms, steps)});
        if (i > 0) continue;
        for (std::size_t layer = 0; layer < history.layers.size(); ++layer) {
            auto points = pointsOf(history.evaluations, [&](const Evaluation& evaluation) -> std::optional<double> {
                if (layer >= evaluation.gradientNorms.size() || evaluation.step == 0) return {};
                return evaluation.gradientNorms[layer];
            });
            const auto nth = static_cast<int>(layer);
            curves.push_back({layerTitle(history.layers[layer]), colourOfCurve(nth), dashOf(nth + 1), markerOf(nth),
                              1.5, true, std::move(points)});
        }
    }
    return curves;
}

std::vector<StepMark> changeMarks(const History& history) {
    std::vector<StepMark> marks;
    for (const SettingsChange& change : history.changes) {
        marks.push_back({StepMark::Kind::Change, static_cast<double>(change.step), changeText(change)});
    }
    return marks;
}

}  // namespace attentarium
