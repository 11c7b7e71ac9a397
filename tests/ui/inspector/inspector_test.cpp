#include "ui/views/inspector/inspector.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <cmath>
#include <numeric>

#include "tests/support/catch.h"
#include "tests/ui/inspector/shown_inspector.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/cell_link.h"
#include "ui/views/flat_button.h"
#include "ui/views/inspector/arithmetic_text.h"
#include "ui/views/inspector/histogram.h"

using namespace attentarium;

TEST_CASE("a chosen attention weight shows its words, its number and the softmax behind it") {
    Shown shown;
    // Head 2, from "she" to "fox", among 8 words.
    const std::int64_t cell = 64 + 7 * 8 + 1;
    shown.select("blocks.0.attention.weights", cell);
    const double weight = shown.value("blocks.0.attention.weights", cell);
    CHECK(shown.label("title")->text() == QStringLiteral("she → fox, head 2  ") + shortNumber(weight));
    CHECK(shown.label("address")->text().remove(QChar(0x200b)) ==
          QStringLiteral("blocks.0.attention.weights[1, 7, 1]"));
    const QString source = shown.label("source")->text();
    CHECK(source.contains(QStringLiteral("softmax(masked scores)")));
    CHECK(source.contains(shortNumber(shown.value("blocks.0.attention.masked_scores", cell))));
    CHECK(source.contains(QStringLiteral("= %1").arg(shortNumber(weight))));
    CHECK(shown.label("change")->text().contains(QStringLiteral("through weighted values (block 1 › attention)")));
}

TEST_CASE("a link leads to the source cell, and back leads back") {
    Shown shown;
    shown.select("blocks.0.attention.scores", 7 * 8 + 1);
    CHECK_FALSE(shown.button("back")->isVisible());
    const auto sources = shown.links("source");
    REQUIRE(sources.size() == 2 * 4);
    Q_EMIT shown.label("source")->linkActivated(linkTo(sources[0]));
    CHECK(shown.session->selection().node == sources[0].node);
    CHECK(shown.session->selection().cell == sources[0].index);
    CHECK(shown.button("back")->isVisible());
    QTest::mouseClick(shown.button("back"), Qt::LeftButton);
    CHECK(shown.session->selection().node == shown.node("blocks.0.attention.scores"));
    CHECK_FALSE(shown.button("back")->isVisible());
}

TEST_CASE("links can be followed with the keyboard") {
    Shown shown;
    shown.select("blocks.0.attention.scaled_scores", 9);
    QLabel* const source = shown.label("source");
    source->setFocus(Qt::TabFocusReason);
    QTest::keyClick(source, Qt::Key_Tab);
    QTest::keyClick(source, Qt::Key_Return);
    CHECK(shown.session->selection().node == shown.node("blocks.0.attention.scores"));
}

TEST_CASE("the terms of every number add up to it, whatever its rule") {
    Shown shown;
    const Trace& trace = *shown.session->trace();
    for (const Var node : trace.nodes()) {
        const std::int64_t last = trace.shape(node).count() - 1;
        for (const std::int64_t cell : {std::int64_t{0}, last}) {
            for (const Quantity quantity : {Quantity::Value, Quantity::Gradient}) {
                if (quantity == Quantity::Gradient && trace.gradients(node).empty()) continue;
                INFO(trace.name(node) << " " << cell);
                shown.session->selectCell(node, quantity, cell);
                const QString shownText = shown.label("source")->text();
                CHECK_FALSE(shownText.isEmpty());
                CHECK_FALSE(shownText.contains(QStringLiteral("NaN")));
                CHECK_FALSE(shownText.contains(QRegularExpression(QStringLiteral("%\\d"))));
                CHECK(shown.inspector.findChild<QScrollArea*>()->widget()->width() <= 300);
            }
        }
    }
}

TEST_CASE("long sums list the largest terms first and the rest on demand") {
    Shown shown;
    shown.select("token_losses", 0);
    shown.select("logits", 5);
    shown.session->selectCell(shown.node("final_norm.normalised"), Quantity::Gradient, 3);
    const auto few = shown.links("source");
    Q_EMIT shown.label("source")->linkActivated(QStringLiteral("more"));
    const auto all = shown.links("source");
    CHECK(few.size() < all.size());
    CHECK(std::equal(few.begin(), few.end(), all.begin()));
    // 12 words of the vocabulary, each a gradient times a weight.
    CHECK(all.size() == 24);
    const Trace& trace = *shown.session->trace();
    double before = INFINITY;
    for (std::size_t i = 0; i < all.size(); i += 2) {
        const double product = std::abs(numberIn(trace, all[i]) * numberIn(trace, all[i + 1]));
        CHECK(product <= before);
        before = product;
    }
}

TEST_CASE("a gradient shows each use of the number, and a parameter its update") {
    Shown shown;
    shown.select("blocks.0.attention_norm.normalised", 3, Quantity::Gradient);
    const QString source = shown.label("source")->text();
    for (const char* const use : {"through query", "through key", "through value"}) {
        CHECK(source.contains(QString::fromLatin1(use)));
    }
    const double gradient =
        numberIn(*shown.session->trace(), {shown.node("blocks.0.attention_norm.normalised"), Quantity::Gradient, 3});
    CHECK(source.contains(QStringLiteral("together %1").arg(shortNumber(gradient))));
    QTest::mouseClick(shown.button("value"), Qt::LeftButton);
    CHECK(shown.session->selection().quantity == Quantity::Value);
    shown.select("blocks.0.attention.query.weight", 5);
    const UpdateExplanation why =
        shown.session->trace()->explainUpdate(shown.node("blocks.0.attention.query.weight"), 5);
    CHECK(shown.label("update")->text().contains(
        QStringLiteral("%1 → %2").arg(shortNumber(why.before), shortNumber(why.after))));
    shown.select("input", 0);
    CHECK_FALSE(shown.label("update")->isVisible());
}

TEST_CASE("the histogram counts every finite number of the tensor") {
    Shown shown;
    auto* const histogram = shown.inspector.findChild<Histogram*>();
    const auto total = [&] { return std::accumulate(histogram->counts().begin(), histogram->counts().end(), 0); };
    shown.select("input", 0);
    CHECK(total() == 8 * 8);
    shown.select("blocks.0.attention.masked_scores", 0);
    CHECK(total() == 2 * 36);
    CHECK(shown.label("facts")->text().contains(QStringLiteral("56 hidden")));
}

TEST_CASE("copying gives a table of the terms, or of the tensor where no number is chosen") {
    Shown shown;
    shown.select("blocks.0.attention.scores", 9);
    QTest::keyClick(&shown.inspector, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 1 + 4 + 1);
    double sum = 0;
    for (int i = 1; i <= 4; ++i) sum += lines[i].split(QLatin1Char('\t')).last().toDouble();
    CHECK(sum == Approx(shown.value("blocks.0.attention.scores", 9)).epsilon(1e-4));
    shown.session->clearSelection();
    shown.session->goToStep(Phase::Forward, QStringLiteral("input"));
    QTest::mouseClick(shown.button("copy"), Qt::LeftButton);
    const QStringList rows = QGuiApplication::clipboard()->text().trimmed().split(QLatin1Char('\n'));
    REQUIRE(rows.size() == 8);
    CHECK(rows[0].split(QLatin1Char('\t')).size() == 8);
    CHECK(rows[0].section(QLatin1Char('\t'), 0, 0).toFloat() == static_cast<float>(shown.value("input", 0)));
}

TEST_CASE("where no number is chosen the panel tells the step, and follows it") {
    Shown shown;
    shown.session->clearSelection();
    const Trace& trace = *shown.session->trace();
    for (int step = 0; step < shown.session->stepCount(); ++step) {
        shown.session->goToStep(step);
        CHECK(shown.label("title")->text() == titleOf(trace, *shown.session->currentStep()));
        CHECK(shown.label("source")->text().contains(storyOf(trace, *shown.session->currentStep()).toHtmlEscaped()));
    }
}

TEST_CASE("without a trace, and with one of a single word, nothing is invented") {
    testApplication();
    Session session;
    Inspector inspector(session);
    inspector.resize(300, 600);
    inspector.grab();
    CHECK(inspector.tableText().isEmpty());
    Shown shown;
    shown.say(QStringLiteral("fox"));
    shown.select("input", 0);
    CHECK_FALSE(shown.button("gradient")->isEnabled());
    CHECK(shown.label("change")->text().contains(QStringLiteral("no loss")));
}

TEST_CASE("the panel follows the theme and the size of type") {
    Shown shown;
    shown.select("blocks.0.attention.scores", 9);
    const QString light = shown.label("source")->text();
    setTheme(ThemeKind::Dark);
    QTest::qWait(1);
    CHECK(shown.label("source")->text() != light);
    setTheme(ThemeKind::Light);
    const QFont usual = QApplication::font();
    QFont larger = usual;
    larger.setPointSizeF(usual.pointSizeF() * 1.6);
    QApplication::setFont(larger);
    QTest::qWait(1);
    CHECK(shown.label("title")->font().pointSizeF() > usual.pointSizeF() * 1.6);
    CHECK(shown.inspector.findChild<QScrollArea*>()->horizontalScrollBar()->maximum() == 0);
    QApplication::setFont(usual);
}

TEST_CASE("a number is checked by nudging it, and the check goes away with the number") {
    Shown shown;
    CHECK_FALSE(shown.button("nudge")->isVisible());
    shown.select("blocks.0.attention.weights", 7 * 8 + 1);
    REQUIRE(shown.button("nudge")->isVisible());
    QTest::mouseClick(shown.button("nudge"), Qt::LeftButton);
    CHECK_FALSE(shown.button("nudge")->isVisible());
    shown.settle();
    REQUIRE(shown.session->nudgeState() == Session::NudgeState::Done);
    const Nudge nudge = shown.session->nudgeResult();
    CHECK(nudge.agrees());
    const QString text = shown.label("nudged")->text();
    CHECK(text.contains(QString::number(nudge.measured, 'g', 10).replace(QLatin1Char('-'), QChar(0x2212))));
    CHECK(text.contains(QStringLiteral("They agree")));
    // The gradient of the same number is checked by the same nudge.
    shown.select("blocks.0.attention.weights", 7 * 8 + 1, Quantity::Gradient);
    CHECK(shown.label("nudged")->isVisible());
    shown.select("blocks.0.attention.weights", 7 * 8 + 2);
    CHECK_FALSE(shown.label("nudged")->isVisible());
    CHECK(shown.button("nudge")->isVisible());
}

TEST_CASE("a nudge that was overtaken is not told of another number, and what has no gradient has no check") {
    Shown shown;
    shown.select("blocks.0.attention.weights", 7 * 8 + 1);
    shown.session->nudge();
    shown.select("blocks.0.attention.weights", 7 * 8 + 2);
    shown.settle();
    CHECK(shown.session->nudgeState() == Session::NudgeState::Possible);
    shown.say(QStringLiteral("fox"));
    shown.select("token_embedding", 0);
    CHECK(shown.session->nudgeState() == Session::NudgeState::Impossible);
    CHECK_FALSE(shown.button("nudge")->isVisible());
}

TEST_CASE("the trail of a walk leads back and forward, survives a new run, and begins anew with a new choice") {
    Shown shown;
    shown.select("logits", 7 * 12 + 3);
    for (int i = 0; i < 3; ++i) Q_EMIT shown.label("source")->linkActivated(linkTo(shown.links("source").front()));
    const auto deepest = *shown.session->selection().node;
    CHECK(shown.label("crumbs")->isVisible());
    CHECK(shown.label("crumbs")->text().count(QStringLiteral("‹")) == 3);
    shown.inspector.goBack();
    shown.inspector.goBack();
    shown.inspector.goForward();
    shown.inspector.goForward();
    CHECK(shown.session->selection().node == deepest);
    CHECK_FALSE(shown.button("forward")->isVisible());
    Q_EMIT shown.label("crumbs")->linkActivated(QStringLiteral("0"));
    CHECK(shown.session->selection().node == shown.node("logits"));
    shown.session->replaceWords(1, 1, QStringLiteral("bird"));
    shown.settle();
    CHECK(shown.button("forward")->isVisible());
    shown.inspector.goForward();
    CHECK(shown.button("back")->isVisible());
    shown.select("blocks.0.attention.weights", 9);
    CHECK_FALSE(shown.label("crumbs")->isVisible());
}

TEST_CASE("a mouse's back button leads back along the trail") {
    Shown shown;
    shown.select("logits", 3);
    Q_EMIT shown.label("source")->linkActivated(linkTo(shown.links("source").front()));
    QTest::mouseClick(shown.label("title"), Qt::BackButton);
    CHECK(shown.session->selection().node == shown.node("logits"));
    QTest::mouseClick(shown.label("title"), Qt::ForwardButton);
    CHECK(shown.session->selection().node != shown.node("logits"));
}

TEST_CASE("a number is set in a field, shows what it was, and gets its own back") {
    Shown shown;
    const std::int64_t cell = 64 + 7 * 8 + 1;
    shown.select("blocks.0.attention.weights", cell);
    const double was = shown.value("blocks.0.attention.weights", cell);
    QTest::mouseClick(shown.button("setNumber"), Qt::LeftButton);
    auto* const line = shown.inspector.findChild<QLineEdit*>(QStringLiteral("number"));
    REQUIRE(line->hasFocus());
    CHECK(static_cast<float>(line->text().toDouble()) == static_cast<float>(was));
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK_FALSE(line->isVisible());
    CHECK(shown.session->changes().empty());
    shown.inspector.askForNumber();
    line->setText(QStringLiteral("many"));
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(line->isVisible());
    CHECK(shown.label("hint")->text().contains(QStringLiteral("⚠")));
    line->setText(QStringLiteral("1"));
    QTest::keyClick(line, Qt::Key_Up);
    CHECK(line->text() == QStringLiteral("1.1"));
    QTest::keyClick(line, Qt::Key_Down);
    line->setText(QStringLiteral("−0.5"));
    QTest::keyClick(line, Qt::Key_Return);
    CHECK_FALSE(line->isVisible());
    shown.settle();
    CHECK(shown.value("blocks.0.attention.weights", cell) == -0.5);
    const QString difference = shown.label("difference")->text();
    CHECK(difference.contains(QStringLiteral("By itself it would be ") + shortNumber(was)));
    CHECK(difference.contains(QStringLiteral("without the changes")));
    CHECK(shown.label("source")->text().contains(QStringLiteral("You changed it")));
    shown.select("blocks.1.attention.weights", cell);
    CHECK(shown.label("difference")->text().contains(QStringLiteral("before ")));
    shown.select("blocks.0.attention.weights", cell);
    QTest::mouseClick(shown.button("ownNumber"), Qt::LeftButton);
    shown.settle();
    CHECK(shown.session->changes().empty());
    CHECK_FALSE(shown.label("difference")->isVisible());
}

TEST_CASE("what can be tried fits what is chosen, and can be taken back there") {
    Shown shown;
    const auto offered = [&](const char* name) {
        auto* const button = shown.button(name);
        return button && button->isVisible();
    };
    const auto tryIt = [&](const char* name) {
        REQUIRE(offered(name));
        QTest::mouseClick(shown.button(name), Qt::LeftButton);
        shown.settle();
    };
    shown.select("blocks.0.attention.masked_scores", 64 + 7 * 8 + 1);
    CHECK(shown.button("pair")->text() == QStringLiteral("Hide this pair"));
    tryIt("pair");
    CHECK(std::isinf(shown.value("blocks.0.attention.masked_scores", 7 * 8 + 1)));
    CHECK(shown.label("source")->text().contains(QStringLiteral("You hid this pair")));
    tryIt("ownPair");
    shown.select("blocks.0.attention.weights", 3);
    CHECK(shown.button("pair")->text() == QStringLiteral("Show this pair"));
    tryIt("pair");
    CHECK(shown.value("blocks.0.attention.weights", 3) > 0);
    tryIt("freeze");
    CHECK(offered("thaw"));
    tryIt("thaw");
    tryIt("ownPair");
    CHECK(shown.session->changes().empty());
    CHECK_FALSE(offered("setScale"));
    shown.select("blocks.0.attention.scaled_scores", 3);
    CHECK(offered("setScale"));
    shown.select("logits", 3);
    CHECK(offered("setTemperature"));
    CHECK_FALSE(offered("silence"));
    shown.select("token_embedding", 8 + 2);
    CHECK(shown.button("setEmbedding")->text() == QStringLiteral("Set the embedding of “fox”…"));
    QTest::mouseClick(shown.button("setEmbedding"), Qt::LeftButton);
    auto* const line = shown.inspector.findChild<QLineEdit*>(QStringLiteral("number"));
    line->setText(QStringLiteral("3"));
    QTest::keyClick(line, Qt::Key_Return);
    shown.settle();
    CHECK(shown.value("token_embedding", 8 + 2) == 3);
    // A loss leads nowhere.
    shown.select("loss", 0);
    CHECK_FALSE(offered("setNumber"));
}
