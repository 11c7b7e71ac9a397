#include <QChart>
#include <QChartView>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/change_words.h"
#include "ui/views/charts/loss_chart.h"
#include "ui/views/charts/next_words_chart.h"

using namespace attentarium;

namespace {

template <typename Chart>
struct Shown : SmallSession {
    Shown() : chart(*session) {
        chart.resize(420, 420);
        chart.show();
        QTest::qWait(20);
    }
    QChartView* view() { return chart.template findChild<QChartView*>(); }
    QString title() { return view()->chart()->title(); }
    void clickBar(int bar) { QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, chart.centreOfBar(bar)); }

    Chart chart;
};

}  // namespace

TEST_CASE("the likeliest next words after the chosen word, and the one that came is marked") {
    Shown<NextWordsChart> shown;
    const Trace& trace = *shown.session->trace();
    shown.session->selectToken(0);
    CHECK(shown.title() == QStringLiteral("After “the”"));
    const auto row = trace.values(shown.node("probabilities")).first(12);
    REQUIRE(shown.chart.shownIds().size() == 10);
    CHECK(shown.chart.shownIds()[0] == std::ranges::max_element(row) - row.begin());
    for (std::size_t i = 1; i < 10; ++i) {
        CHECK(row[static_cast<std::size_t>(shown.chart.shownIds()[i - 1])] >=
              row[static_cast<std::size_t>(shown.chart.shownIds()[i])]);
    }
    const bool listed = std::ranges::count(shown.chart.shownIds(), trace.tokens()[1]) > 0;
    CHECK(shown.chart.accessibleDescription().contains(QStringLiteral("✓ fox")) == listed);
    CHECK(shown.chart.accessibleDescription().count(QStringLiteral("✓")) == (listed ? 1 : 0));
    shown.session->selectToken(7);
    CHECK(shown.title() == QStringLiteral("After “she”"));
    CHECK_FALSE(shown.chart.accessibleDescription().contains(QStringLiteral("✓")));
}

TEST_CASE("a click on a bar appends its word at the end, and only there") {
    Shown<NextWordsChart> shown;
    const QString word = shown.session->wordOf(shown.chart.shownIds()[2]);
    shown.session->selectToken(3);
    QTest::qWait(5);
    shown.clickBar(2);
    CHECK(shown.session->words().size() == 8);
    shown.session->selectToken(7);
    QTest::qWait(5);
    shown.clickBar(2);
    CHECK(shown.session->words().size() == 9);
    CHECK(shown.session->words().last() == word);
    // The bars are those of the shorter sentence until the longer one has run.
    shown.clickBar(2);
    CHECK(shown.session->words().size() == 9);
}

TEST_CASE("the likeliest word is the bar at the top") {
    Shown<NextWordsChart> shown;
    const QString word = shown.session->wordOf(shown.chart.shownIds()[0]);
    const QRectF plot = shown.view()->chart()->plotArea();
    const QPoint top(static_cast<int>(plot.left()) + 4, static_cast<int>(plot.top() + plot.height() / 20));
    QTest::mouseClick(shown.view()->viewport(), Qt::LeftButton, {}, top);
    CHECK(shown.session->words().size() == 9);
    CHECK(shown.session->words().last() == word);
}

TEST_CASE("the keys reach a bar and append its word") {
    Shown<NextWordsChart> shown;
    const QString word = shown.session->wordOf(shown.chart.shownIds()[1]);
    QTest::keyClick(&shown.chart, Qt::Key_Down);
    QTest::keyClick(&shown.chart, Qt::Key_Return);
    CHECK(shown.session->words().last() == word);
    CHECK(shown.session->words().size() == 9);
}

TEST_CASE("each word's loss is a bar, with the mean across") {
    Shown<LossChart> shown;
    const Trace& trace = *shown.session->trace();
    const auto losses = trace.values(shown.node("token_losses"));
    REQUIRE(shown.chart.losses().size() == 7);
    for (std::size_t i = 0; i < 7; ++i) CHECK(shown.chart.losses()[i] == static_cast<double>(losses[i]));
    CHECK(shown.title().contains(shortNumber(static_cast<double>(trace.values(shown.node("loss"))[0]))));
    shown.clickBar(2);
    CHECK(shown.session->selection().node == shown.node("token_losses"));
    CHECK(shown.session->selection().cell == 2);
    CHECK(shown.session->selection().token == 2);
    QTest::keyClick(&shown.chart, Qt::Key_Right);
    CHECK(shown.session->selection().cell == 3);
    shown.say(QStringLiteral("fox"));
    CHECK(shown.chart.losses().empty());
    CHECK(shown.title().contains(QStringLiteral("no loss")));
}

TEST_CASE("charts follow the theme and are calm before a sentence has run") {
    Shown<LossChart> shown;
    setTheme(ThemeKind::Dark);
    QTest::qWait(1);
    CHECK(shown.view()->chart()->backgroundBrush().color() == theme().window);
    setTheme(ThemeKind::Light);
    Session session;
    NextWordsChart words(session);
    LossChart losses(session);
    words.grab();
    losses.grab();
    CHECK(words.shownIds().empty());
    CHECK(losses.losses().empty());
}

TEST_CASE("bars stand on the axis that measures them, at any size") {
    Shown<LossChart> shown;
    for (const QSize size : {QSize(420, 420), QSize(700, 300), QSize(320, 280)}) {
        shown.chart.resize(size);
        QTest::qWait(30);
        const QImage picture = shown.view()->grab().toImage();
        const auto lowest = [&](int x, const QColor& colour) {
            int y = picture.height() - 1;
            while (y >= 0 && picture.pixelColor(x, y) != colour) --y;
            return y;
        };
        const int bar = shown.chart.centreOfBar(2).x(), next = shown.chart.centreOfBar(3).x();
        // Beside the bar, where neither it nor the mark between two bars is.
        const int beside = bar + (next - bar) * 42 / 100;
        REQUIRE(lowest(bar, theme().loss) > 0);
        CHECK(std::abs(lowest(bar, theme().loss) - lowest(beside, theme().line)) <= 2);
    }
}

TEST_CASE("beside what is, the charts show what was without the changes, in hatching and in words") {
    Shown<NextWordsChart> words;
    Shown<LossChart> losses;
    CHECK_FALSE(losses.title().contains(QStringLiteral("hatched")));
    const QImage plain = losses.chart.grab().toImage();
    for (SmallSession* const one : {static_cast<SmallSession*>(&words), static_cast<SmallSession*>(&losses)}) {
        one->session->change(SetTemperature{0.3});
        one->settle();
    }
    const Trace& now = *losses.session->trace();
    const Trace& before = *losses.session->reference();
    const auto loss = [](const Trace& trace) { return static_cast<double>(trace.values(*trace.find("loss"))[0]); };
    CHECK(losses.title().contains(QStringLiteral("without the changes")));
    const NumberChange means = numberChange(loss(before), loss(now));
    CHECK(losses.chart.accessibleDescription().contains(QStringLiteral("mean ") + means.before));
    CHECK(losses.chart.accessibleDescription().contains(QStringLiteral("mean ") + means.after));
    CHECK(losses.chart.grab().toImage() != plain);
    const int best = words.chart.shownIds()[0];
    const auto row = [&](const Trace& trace) {
        return trace.values(*trace.find("probabilities"))[static_cast<std::size_t>(7 * 12 + best)];
    };
    const double change = static_cast<double>(row(*words.session->trace()) - row(*words.session->reference()));
    CHECK(change > 0);
    CHECK(words.chart.accessibleDescription().contains(points(change)));
    CHECK(words.chart.accessibleDescription().contains(QStringLiteral("hatched: without the changes")));
    words.session->dropAllChanges();
    words.settle();
    CHECK_FALSE(words.chart.accessibleDescription().contains(QStringLiteral("hatched")));
}
