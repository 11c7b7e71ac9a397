#include "ui/views/pins/pins_view.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <cmath>
#include <limits>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/views/pins/pin_card.h"
#include "ui/views/pins/pinned_numbers.h"

namespace attentarium {
namespace {

void pinWeights(SmallSession& small, int head) {
    small.session->selectHead(head);
    small.session->selectNode(small.node("blocks.0.attention.weights"), Quantity::Value);
    small.session->pin();
}

TEST_CASE("What is pinned stays when another sentence runs") {
    SmallSession small;
    PinsView view(*small.session);
    CHECK(view.cards().empty());
    pinWeights(small, 1);
    REQUIRE(view.cards().size() == 1);
    const NumberTable before = view.cards()[0]->numbers().table();
    CHECK(before.rows == 8);
    CHECK(before.rowNames == small.session->tracedWords());
    CHECK(before.columnNames == small.session->tracedWords());
    const auto weights = small.session->trace()->values(small.node("blocks.0.attention.weights"));
    CHECK(before.at(3, 2) == static_cast<double>(weights[64 + 3 * 8 + 2]));

    small.say(QStringLiteral("a bird ate"));
    REQUIRE(view.cards().size() == 1);
    CHECK(view.cards()[0]->numbers().table().numbers == before.numbers);
    CHECK(view.cards()[0]->numbers().table().rowNames == before.rowNames);
}

TEST_CASE("Four fit, and a letter that was given back is used again") {
    SmallSession small;
    Pins& pins = small.session->pins();
    for (int i = 0; i < 6; ++i) pinWeights(small, 0);
    CHECK(pins.all().size() == 4);
    CHECK_FALSE(small.session->canPin());
    pins.remove(QLatin1Char('B'));
    CHECK(small.session->canPin());
    pinWeights(small, 1);
    REQUIRE(pins.find(QLatin1Char('B')));
    CHECK(pins.find(QLatin1Char('B'))->head == 1);
    CHECK(pins.all()[1].letter == QLatin1Char('B'));
    pins.clear();
    CHECK(pins.all().empty());
}

TEST_CASE("Without a chosen tensor it is that of the step that is pinned, on the way back its gradient") {
    SmallSession small;
    small.session->clearSelection();
    small.session->goToStep(Phase::Backward, QStringLiteral("blocks.0.attention.scores"));
    small.session->pin();
    REQUIRE(small.session->pins().all().size() == 1);
    const Pin& pin = small.session->pins().all().front();
    CHECK(pin.quantity == Quantity::Gradient);
    CHECK(pin.trace->name(pin.node) == "blocks.0.attention.scores");
}

TEST_CASE("A difference is cell by cell, with what it was as it is now too") {
    SmallSession small;
    PinsView view(*small.session);
    pinWeights(small, 0);
    pinWeights(small, 1);
    view.setDisplay(PinsView::Display::Difference);
    REQUIRE(view.cards().size() == 1);
    const auto& pins = small.session->pins().all();
    const NumberTable left = tableOf(pins[0]), right = tableOf(pins[1]);
    const NumberTable shown = view.cards()[0]->numbers().table();
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            // A word sees none that comes after it.
            CHECK(std::isinf(shown.at(row, column)) == (column > row));
            if (column <= row) CHECK(shown.at(row, column) == left.at(row, column) - right.at(row, column));
        }
    }
    // Against the run at hand, which is still the same.
    auto* const second = view.findChildren<QComboBox*>().last();
    second->setCurrentIndex(second->count() - 1);
    view.setDisplay(PinsView::Display::Difference);
    CHECK(view.cards()[0]->numbers().table().largest() == 0);
    small.say(QStringLiteral("the fox saw a red apple and he"));
    CHECK(view.cards()[0]->numbers().table().largest() > 0);
    small.say(QStringLiteral("the fox"));
    CHECK(view.cards().empty());
}

TEST_CASE("Tables of different sizes have no difference, and hidden numbers stay hidden") {
    const double hidden = -std::numeric_limits<double>::infinity();
    const NumberTable left{1, 4, {1, hidden, 2, hidden}, {}, {}}, right{1, 4, {0.25, 3, hidden, hidden}, {}, {}};
    const auto difference = differenceOf(left, right);
    REQUIRE(difference);
    CHECK(difference->numbers == std::vector<double>{0.75, hidden, hidden, hidden});
    CHECK_FALSE(differenceOf(left, NumberTable{2, 2, {1, 2, 3, 4}, {}, {}}));
}

TEST_CASE("A table is copied with its words") {
    testApplication();
    NumberTableView view;
    view.setTable({2, 2, {1, 2, 3, -0.5}, {"the", "fox"}, {"a", "b"}}, false);
    QAbstractItemModelTester tester(view.model());
    view.copy();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("\ta\tb\nthe\t1\t2\nfox\t3\t-0.5\n"));
}

}  // namespace
}  // namespace attentarium
