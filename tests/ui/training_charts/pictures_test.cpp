#include "ui/session/training.h"
#include "ui/views/training_charts/chart_board.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTest>
#include <QTranslator>

#include <QVBoxLayout>
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/ui/training_charts/made_history.h"
#include "tests/ui/training_charts/trained_session.h"
#include "ui/explain/theme.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_charts/time_machine.h"
#include "ui/views/training_charts/training_charts.h"

using namespace attentarium;

// Writes pictures to look at: run it by its name.
TEST_CASE("pictures of the charts", "[.]") {
    testApplication();
    const QString folder = qEnvironmentVariable("PICTURES", QStringLiteral("/tmp/charts"));
    const bool chinese = qEnvironmentVariableIsSet("CHINESE");
    QTranslator translator;
    if (chinese) {
        REQUIRE(translator.load(qEnvironmentVariable("CHINESE")));
        QApplication::installTranslator(&translator);
    }
    History first = madeHistory(2000, true), second = madeHistory(1500);
    first.changes.push_back({800, "dropout", 0, 0.1});
    first.changes.push_back({900, "peak_rate", 1e-3, 5e-4});
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark}) {
        setTheme(kind);
        for (const QSize size : {QSize(940, 380), QSize(560, 300), QSize(1500, 700)}) {
            auto* const now = new QWidget;
            ChartBoard board(now);
            board.resize(size);
            if (size.width() > 1000) {
                board.findChild<QAbstractButton*>(QStringLiteral("log_steps"))->setChecked(true);
                board.findChild<QAbstractButton*>(QStringLiteral("log_values"))->setChecked(true);
            }
            ChartsContent content{{{1, &first}}, {}, 640.0, {}};
            if (size.width() > 1000) {
                content.runs.push_back({2, &second});
                content.problem =
                    Error(ErrorKind::LossNotFinite, {.name = "exp of blocks.0.attention.scores", .value = "1900"});
            }
            board.show(content);
            static_cast<QWidget&>(board).show();
            for (int page = 0; page < 5; ++page) {
                board.turnTo(static_cast<ChartBoard::Page>(page));
                QTest::qWait(30);
                board.grab().save(QStringLiteral("%1/%2-%3-%4-%5.png")
                                      .arg(folder)
                                      .arg(size.width())
                                      .arg(page)
                                      .arg(static_cast<int>(kind))
                                      .arg(chinese));
            }
        }
    }
    setTheme(ThemeKind::Light);
}

TEST_CASE("pictures of a real run", "[.]") {
    testApplication();
    const QString folder = qEnvironmentVariable("PICTURES", QStringLiteral("/tmp/charts"));
    QTranslator translator;
    if (qEnvironmentVariableIsSet("CHINESE")) {
        REQUIRE(translator.load(qEnvironmentVariable("CHINESE")));
        QApplication::installTranslator(&translator);
    }
    TrainedSession trained(400);
    for (const Evaluation& evaluation : trained.run().history.evaluations) {
        std::printf("%lld:", static_cast<long long>(evaluation.step));
        for (const auto& [name, value] : evaluation.measures) std::printf(" %s %.3f", name.c_str(), value);
        std::printf("\n");
    }
    trained.training().showMoment(12);
    trained.settle();
    for (const auto kind : {ThemeKind::Light, ThemeKind::Dark}) {
        setTheme(kind);
        for (const QSize size : {QSize(1280, 520), QSize(640, 420)}) {
            QWidget page;
            auto* const charts = new TrainingCharts(trained.session, &page);
            auto* const machine = new TimeMachine(trained.session, &page);
            auto* const column = new QVBoxLayout(&page);
            column->setContentsMargins(0, 0, 0, 0);
            column->addWidget(charts, 1);
            column->addWidget(machine);
            page.resize(size);
            page.show();
            QTest::qWait(50);
            page.grab().save(
                QStringLiteral("%1/real-%2-%3.png").arg(folder).arg(size.width()).arg(static_cast<int>(kind)));
            machine->findChild<FlatButton*>(QStringLiteral("branch"))->click();
            charts->board().turnTo(ChartBoard::Page::Now);
            QTest::qWait(50);
            page.grab().save(
                QStringLiteral("%1/real-branch-%2-%3.png").arg(folder).arg(size.width()).arg(static_cast<int>(kind)));
        }
    }
    setTheme(ThemeKind::Light);
}

TEST_CASE("how long a film takes to write", "[.]") {
    TrainedSession trained(400);
    TrainingCharts charts(trained.session);
    charts.resize(1280, 720);
    charts.show();
    const QString target = QStringLiteral("/tmp/charts/film.webp");
    const int count = static_cast<int>(trained.run().timeline.moments().size());
    const auto film = openFilm(FilmKind::WebP, target, count);
    double worst = 0, sum = 0;
    for (int i = 0; i < count; ++i) {
        trained.training().showMoment(i);
        trained.settle();
        const QImage frame = charts.grab().toImage();
        QElapsedTimer clock;
        clock.start();
        film->add(frame, 100);
        const double taken = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        worst = std::max(worst, taken);
        sum += taken;
    }
    film->finish();
    std::printf("%d frames, mean %.1f ms, worst %.1f ms, %lld bytes\n", count, sum / count, worst,
                static_cast<long long>(QFileInfo(target).size()));
}
