#include <QTest>
#include <ctime>

#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/ui/training_charts/made_history.h"
#include "ui/explain/numbers.h"
#include "ui/views/training_charts/chart_board.h"
#include "ui/views/training_charts/chart_card.h"
#include "ui/views/training_charts/over_fitting.h"
#include "ui/views/training_charts/run_comparison.h"
#include "ui/views/training_charts/strips.h"

using namespace attentarium;

namespace {

struct ShownBoard {
    explicit ShownBoard(ChartsContent what, QSize size = QSize(1000, 500)) : board(new QWidget) {
        testApplication();
        board.resize(size);
        board.show(what);
        static_cast<QWidget&>(board).show();
        QTest::qWait(20);
    }
    CurveChart& chart() const { return *board.findChild<CurveChart*>(QStringLiteral("loss")); }

    QApplication& application = testApplication();
    ChartBoard board;
};

const Curve* named(const std::vector<Curve>& curves, const QString& name) {
    for (const Curve& curve : curves) {
        if (curve.name == name) return &curve;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a long line is drawn by the means of equal stretches, and of a logarithmic axis its begin is kept") {
    std::vector<QPointF> points;
    for (int step = 1; step <= 100000; ++step) points.emplace_back(step, step % 2 ? 1.0 : 3.0);
    points[500].setY(NAN);
    const auto few = thinned(points, 1000);
    REQUIRE(few.size() == 1000);
    for (const QPointF& point : few) CHECK(point.y() == Approx(2).margin(0.03));
    CHECK(few.front().x() == Approx(50).margin(2));
    const auto logarithmic = thinned(points, 1000, true);
    CHECK(logarithmic.size() <= 1000);
    CHECK(logarithmic[0] == QPointF(1, 1));
    CHECK(logarithmic[1] == QPointF(2, 3));
    CHECK(thinned(std::span(points).first(10), 1000).size() == 10);
}

TEST_CASE("a smoothed line follows a jump slowly and begins where the values begin") {
    std::vector<QPointF> points;
    for (int step = 1; step <= 100; ++step) points.emplace_back(step, step <= 50 ? 4.0 : 2.0);
    const auto means = smoothed(points, 10);
    CHECK(means[0].y() == Approx(4));
    CHECK(means[49].y() == Approx(4));
    CHECK(means[50].y() == Approx(3.8).margin(0.01));
    CHECK(means[99].y() == Approx(2).margin(0.02));
    CHECK(smoothed(points, 1) == points);
}

TEST_CASE("over-fitting is said where held-out loss rises while training loss falls, and nowhere else") {
    const History history = madeHistory(2000, true);
    const auto found = overFittingOf(history);
    REQUIRE(found);
    CHECK(found->bestStep == 1000);
    CHECK(found->measurements == 10);
    CHECK(found->lossNow == history.evaluations.back().measures.at("held_out_loss"));
    CHECK_FALSE(overFittingOf(madeHistory(2000)));
    History early = history;
    early.cutAt(1250);
    CHECK_FALSE(overFittingOf(early));
    // A run that gets worse altogether does not learn by heart.
    History worse = history;
    for (TrainingPoint& point : worse.points) point.loss = static_cast<double>(point.step);
    CHECK_FALSE(overFittingOf(worse));
    CHECK_FALSE(overFittingOf(History()));
}

TEST_CASE("the arrow keys read the values at a step, and a screen reader hears them") {
    const History history = madeHistory(200);
    const ShownBoard shown(ChartsContent{{{1, &history}}, {}, {}, {}});
    CurveChart& chart = shown.chart();
    CHECK(chart.accessibleDescription().contains(QStringLiteral("held-out loss: 4.60 at step 0")));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.readStep() == 1.0);
    for (int i = 0; i < 23; ++i) QTest::keyClick(&chart, Qt::Key_Right);
    CHECK(chart.readStep() == 24.0);
    const QString read = chart.accessibleDescription();
    CHECK(read.startsWith(QStringLiteral("step 24: loss of the batch ") + shortNumber(history.points[23].loss)));
    CHECK(read.contains(shortNumber(history.evaluations[2].measures.at("held_out_loss")) +
                        QStringLiteral(" (measured at step 20)")));
    QTest::keyClick(&chart, Qt::Key_Left);
    CHECK(chart.readStep() == 23.0);
    QTest::keyClick(&chart, Qt::Key_End);
    CHECK(chart.readStep() == 200.0);
    std::optional<double> chosen;
    QObject::connect(&shown.board, &ChartBoard::stepChosen, &chart, [&](double step) { chosen = step; });
    QTest::keyClick(&chart, Qt::Key_Return);
    CHECK(chosen == 200.0);
    QTest::keyClick(&chart, Qt::Key_Escape);
    CHECK_FALSE(chart.readStep());
    const QPointF place = chart.placeOf({100, 2});
    QTest::mouseMove(chart.viewport(), place.toPoint());
    QTest::qWait(20);
    REQUIRE(chart.readStep());
    CHECK(*chart.readStep() == Approx(100).margin(1));
}

TEST_CASE("each kind of knowledge has a line with its name, told apart without colours too") {
    const History history = madeHistory(200);
    const ShownRun run{1, &history};
    const auto curves = knowledgeCurves(std::span(&run, 1));
    REQUIRE(curves.size() == 5);
    const Curve* const facts = named(curves, QStringLiteral("facts"));
    REQUIRE(facts);
    REQUIRE(named(curves, QStringLiteral("who is meant")));
    CHECK(facts->points.back() == QPointF(200, history.evaluations.back().knowledge.at("facts")));
    for (std::size_t i = 1; i < curves.size(); ++i) CHECK(curves[i].marker != curves[0].marker);
    History known = history;
    known.reachable["facts"] = {0.25, 0.978};
    const ShownRun knownRun{1, &known};
    CHECK(named(knowledgeCurves(std::span(&knownRun, 1), true), QStringLiteral("facts (25–98 %)")));
    const auto shares = shareCurves(std::span(&run, 1));
    REQUIRE(shares.size() == 1);
    CHECK(shares[0].name == QStringLiteral("pronouns: block 2, head 3"));
    CHECK(shares[0].points.back().y() == Approx(0.9));
}

TEST_CASE("a run whose loss is no number any more says at which step, by which op and what to try") {
    const History history = madeHistory(200);
    ChartsContent content{{{1, &history}}, {}, {}, {}};
    content.problem = Error(ErrorKind::LossNotFinite, {.name = "exp of blocks.0", .value = "201"});
    const ShownBoard shown(content);
    const QString said = shown.board.remarks();
    CHECK(said.contains(QStringLiteral("step 201")));
    CHECK(said.contains(QStringLiteral("exp of blocks.0")));
    for (const char* const advice : {"lower learning rate", "clip", "warm up"}) {
        CHECK(said.contains(QString::fromLatin1(advice)));
    }
    REQUIRE(shown.chart().marks().size() == 1);
    CHECK(shown.chart().marks()[0].kind == StepMark::Kind::Problem);
    CHECK(shown.chart().marks()[0].step == 201);
    CHECK(shown.chart().accessibleDescription().contains(QStringLiteral("at step 201: no number any more")));
}

TEST_CASE("changed settings stand at their steps with their words") {
    History history = madeHistory(200);
    history.changes.push_back({80, "dropout", 0, 0.1});
    const ShownBoard shown(ChartsContent{{{1, &history}}, {}, 60.0, {}});
    const auto& marks = shown.chart().marks();
    REQUIRE(marks.size() == 2);
    CHECK(marks[0] == StepMark{StepMark::Kind::Change, 80, QStringLiteral("dropout 0 → 0.1")});
    CHECK(marks[1].kind == StepMark::Kind::Shown);
    CHECK(marks[1].step == 60);
}

TEST_CASE("curves of several runs are told apart by dash and number, and what differs is said") {
    const History first = madeHistory(200), second = madeHistory(100);
    const std::vector<ShownRun> runs{{1, &first}, {3, &second}};
    const auto curves = lossCurves(runs, 1);
    const Curve* const one = named(curves, QStringLiteral("training loss, run 1"));
    const Curve* const three = named(curves, QStringLiteral("training loss, run 3"));
    REQUIRE(one);
    REQUIRE(three);
    CHECK(one->dash != three->dash);
    RunSetup setup, other;
    other.settings.dropout = 0.1;
    other.model.layers = setup.model.layers + 1;
    const QString said = comparisonText({1, setup, first}, {3, other, second});
    CHECK(said.startsWith(
        QStringLiteral("Run 3 differs from run 1: layers 5 (instead of 4), dropout 0.1 (instead of 0).")));
    CHECK(said.contains(QStringLiteral("At step 100")));
    CHECK(said.contains(QStringLiteral("lower by")));
    CHECK(
        comparisonText({1, setup, first}, {2, setup, first}).startsWith(QStringLiteral("Run 2 is set up like run 1.")));
}

TEST_CASE("strips say where the weights of a layer lie at a step") {
    testApplication();
    const History history = madeHistory(200);
    Strips strips;
    strips.resize(600, 300);
    strips.show(history, Strips::Numbers::Weights);
    REQUIRE(strips.stripCount() == 4);
    const Distribution& distribution = history.evaluations.back().weights[1];
    CHECK(strips.readingAt(1, -1).startsWith(
        QStringLiteral("block 1, step 200: from −2.40 to %1").arg(shortNumber(distribution.most))));
    const auto [low, high] = middleHalf({0, 4, {1, 1, 1, 1}});
    CHECK(low == Approx(1));
    CHECK(high == Approx(3));
    QTest::keyClick(&strips, Qt::Key_Down);
    QTest::keyClick(&strips, Qt::Key_Home);
    CHECK(strips.accessibleDescription().startsWith(QStringLiteral("block 1, step 0: ")));
}

TEST_CASE("a hundred thousand steps are drawn as a few hundred points") {
    const History history = madeHistory(100000, true, 500);
    ShownBoard shown(ChartsContent{{{1, &history}}, {}, {}, {}}, QSize(1200, 600));
    CHECK(shown.chart().drawnPoints(0) > 100);
    CHECK(shown.chart().drawnPoints(0) <= 2000);
}
