#include "ui/views/training_charts/chart_board.h"

#include <QTest>
#include <QTranslator>

#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/ui/training_charts/made_history.h"
#include "ui/explain/theme.h"

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
