#include "ui/views/changes/changes_panel.h"

#include <QLabel>
#include <QLineEdit>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/explain/numbers.h"
#include "ui/session/changed_cell.h"
#include "ui/views/change_words.h"
#include "ui/views/changes/change_row.h"
#include "ui/views/changes/effect_bars.h"
#include "ui/views/flat_button.h"

using namespace attentarium;

namespace {

struct Shown : SmallSession {
    Shown() : panel(*session) {
        panel.resize(300, 800);
        panel.show();
        panel.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&panel));
    }
    QLabel* label(const char* name) { return panel.findChild<QLabel*>(QString::fromLatin1(name)); }
    FlatButton* button(const char* name) { return panel.findChild<FlatButton*>(QString::fromLatin1(name)); }
    std::vector<ChangeRow*> rows() {
        std::vector<ChangeRow*> all;
        for (ChangeRow* const row : panel.findChildren<ChangeRow*>()) {
            if (row->isVisible()) all.push_back(row);
        }
        return all;
    }
    void change(const Intervention& change) {
        session->change(change);
        settle();
    }

    ChangesPanel panel;
};

}  // namespace

TEST_CASE("without changes the panel says what can be tried on what is chosen") {
    Shown shown;
    CHECK(shown.label("empty")->isVisible());
    CHECK_FALSE(shown.button("reset")->isVisible());
    shown.session->selectCell(shown.node("blocks.0.attention.weights"), Quantity::Value, 64 + 7 * 8 + 1);
    REQUIRE(shown.button("silence"));
    CHECK(shown.button("silence")->text() == QStringLiteral("Silence head 2"));
    QTest::mouseClick(shown.button("silence"), Qt::LeftButton);
    shown.settle();
    REQUIRE(shown.rows().size() == 1);
    CHECK(shown.rows()[0]->accessibleName() == QStringLiteral("head 2 is silent (block 1 › attention)"));
    CHECK_FALSE(shown.label("empty")->isVisible());
}

TEST_CASE("a change tells the number before and after, and the effect on loss and next words") {
    Shown shown;
    const auto before = shown.session->trace();
    const auto cell = std::int64_t{64 + 7 * 8 + 1};
    const double was = static_cast<double>(before->values(shown.node("blocks.0.attention.weights"))[cell]);
    shown.change(setCell(*before, shown.node("blocks.0.attention.weights"), cell, 0.75));
    const QString words = shown.rows()[0]->findChild<QLabel*>(QStringLiteral("words"))->text();
    CHECK(words.contains(QStringLiteral("attention weights: she → fox, head 2")));
    CHECK(words.contains(shortNumber(was) + QStringLiteral("\u00a0→\u00a00.75")));
    const double loss = static_cast<double>(before->values(*before->find("loss"))[0]);
    const double lossNow = static_cast<double>(shown.session->trace()->values(shown.node("loss"))[0]);
    CHECK(shown.label("loss")->text().contains(numberChange(loss, lossNow).before));
    CHECK(shown.label("loss")->text().contains(numberChange(loss, lossNow).difference));
    CHECK(shown.label("compared")->text().contains(QStringLiteral("without the changes")));
    const auto* const bars = shown.panel.findChild<EffectBars*>();
    REQUIRE(bars->rows().size() == 5);
    const auto now = shown.session->trace()->values(shown.node("probabilities"));
    CHECK(bars->rows()[0].after <= static_cast<double>(*std::ranges::max_element(now)));
    CHECK(bars->rows()[0].after >= bars->rows()[1].after);
    CHECK(bars->accessibleDescription().contains(bars->rows()[0].name));
    bars->window()->grab();
}

TEST_CASE("Delete takes a change back, Reset takes them all, and undo brings them again") {
    Shown shown;
    shown.change(SilenceHead{"blocks.0.attention", 0});
    shown.change(SetTemperature{2});
    shown.change(SetScale{"blocks.1.attention", 2});
    REQUIRE(shown.rows().size() == 3);
    shown.rows()[1]->setFocus();
    QTest::keyClick(shown.rows()[1], Qt::Key_Delete);
    REQUIRE(shown.rows().size() == 2);
    CHECK(shown.rows()[1]->hasFocus());
    QTest::keyClick(shown.rows()[1], Qt::Key_Up);
    CHECK(shown.rows()[0]->hasFocus());
    QTest::mouseClick(shown.rows()[0]->findChild<FlatButton*>(QStringLiteral("remove")), Qt::LeftButton);
    CHECK(shown.session->changes().size() == 1);
    shown.session->undoStack().undo();
    shown.session->undoStack().undo();
    CHECK(shown.rows().size() == 3);
    QTest::mouseClick(shown.button("reset"), Qt::LeftButton);
    CHECK(shown.session->changes().empty());
    shown.settle();
    CHECK(shown.label("empty")->isVisible());
    shown.session->undoStack().undo();
    CHECK(shown.rows().size() == 3);
}

TEST_CASE("a change without a place in the sentence is marked, and so is what generating leaves out") {
    Shown shown;
    shown.change(SetVisibility{"blocks.0.attention", 7, 1, false});
    CHECK(shown.rows()[0]->accessibleName() == QStringLiteral("“she” does not see “fox” (block 1 › attention)"));
    CHECK(shown.label("note")->isVisible());
    shown.say(QStringLiteral("the fox"));
    CHECK(shown.rows()[0]->accessibleDescription().contains(QStringLiteral("does not apply")));
    shown.session->undoStack().undo();
    shown.session->dropAllChanges();
    shown.change(SwapHeads{"blocks.0.attention", 0, 1});
    CHECK_FALSE(shown.label("note")->isVisible());
    CHECK_FALSE(shown.rows()[0]->accessibleDescription().contains(QStringLiteral("does not apply")));
}

TEST_CASE("a click on a change leads to the number that it is about") {
    Shown shown;
    const std::int64_t cell = 64 + 6 * 8 + 1;
    shown.change(setCell(*shown.session->trace(), shown.node("blocks.1.attention.weights"), cell, 0.5));
    shown.change(SilenceHead{"blocks.0.attention", 1});
    shown.change(SetTemperature{2});
    QTest::mouseClick(shown.rows()[0], Qt::LeftButton, {}, QPoint(20, 8));
    CHECK(shown.session->selection().node == shown.node("blocks.1.attention.weights"));
    CHECK(shown.session->selection().cell == cell);
    CHECK(shown.session->currentStep()->node == shown.node("blocks.1.attention.weights"));
    shown.rows()[1]->setFocus();
    QTest::keyClick(shown.rows()[1], Qt::Key_Return);
    CHECK(shown.session->selection().node == shown.node("blocks.0.attention.weighted_values"));
    CHECK(shown.session->selection().head == 1);
    QTest::keyClick(shown.rows()[2], Qt::Key_Return);
    CHECK(shown.session->selection().node == shown.node("tempered_logits"));
}

TEST_CASE("that the other model cannot be compared is told, but not where a kept run is compared") {
    Shown shown;
    SmallSession chinese(QString(), SmallSession::Speaks::Chinese);
    shown.session->compareWith(chinese.session->folder());
    shown.settle();
    CHECK(shown.label("notComparable")->isVisible());
    shown.session->keepAsReference();
    CHECK_FALSE(shown.label("notComparable")->isVisible());
    CHECK(shown.button("dropRunHere")->isVisible());
    shown.session->dropReference();
    CHECK_FALSE(shown.label("notComparable")->isVisible());
}

TEST_CASE("two numbers are told with the digits that their difference needs") {
    const auto told = [](double before, double after) {
        const NumberChange change = numberChange(before, after);
        return QStringLiteral("%1 %2 %3").arg(change.before, change.after, change.difference);
    };
    CHECK(told(4.03412, 4.03528) == QStringLiteral("4.0341 4.0353 +0.0012"));
    CHECK(told(0.583, 0.124) == QStringLiteral("0.583 0.124 −0.459"));
    CHECK(told(-0.25, 1.5) == QStringLiteral("−0.250 1.500 +1.750"));
    CHECK(told(412.3, 415.9) == QStringLiteral("412.3 415.9 +3.6"));
    CHECK(told(0.00025, 0.0008) == QStringLiteral("0.000250 0.000800 +0.000550"));
    CHECK(told(2, 2) == QStringLiteral("2.00 2.00 0"));
    CHECK(told(3e-7, 1e-7) == QStringLiteral("3.00e−07 1.00e−07 −2.00e−07"));
}
