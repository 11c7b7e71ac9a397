// The page of word2vec in the real window, by clicks and keys.

#include "ui/views/word_vectors/word2vec_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTabBar>
#include <cmath>

#include "engine/geometry/similarity.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/views/word_vectors/vector_figure.h"
#include "ui/views/word_vectors/word_walk_bar.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Training : OpenWindow {
    explicit Training(Language language = Language::English) : OpenWindow(language) {
        session->setText(language == Language::English ? QStringLiteral("Rose meets the cat .")
                                                       : QStringLiteral("罗丝遇见了小猫。"));
        window->workspaces().show(WorkspaceKind::Embeddings);
        window->workspaces().current().showPage(QStringLiteral("word2vec"));
        wait();
    }
    Word2VecView& view() { return *window->findChild<Word2VecView*>(); }
    Word2VecStudy& study() { return view().study(); }
    void wait() {
        settle();
        REQUIRE(waitUntil([this] { return !session->isBusy() && !study().isBusy() && !study().pairs().empty(); }));
        settle();
    }
    template <typename Widget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void click(const char* name) {
        auto& button = part<QWidget>(name);
        REQUIRE(button.isVisible());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    void openForm(Word2VecView::Form form) {
        auto& tabs = part<QTabBar>("word2vecForms");
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(form)).center());
        wait();
        REQUIRE(view().form() == form);
    }
    void set(const char* name, int value) {
        part<QSpinBox>(name).setValue(value);
        wait();
    }
};

TEST_CASE(
    "One pair: what is shown is the arithmetic of the step, and the rows that move are where the next one begins") {
    Training open;
    const auto check = [&] {
        for (int pair = 0; pair < 3; ++pair) {
            open.view().bar().goTo(pair * kPairStages + kPairStages - 1);
            const PairPicture& picture = open.view().picture();
            REQUIRE_FALSE(picture.isEmpty());
            double loss = 0;
            for (const auto& told : picture.told) {
                CHECK(told.score == Approx(dot(picture.hidden, told.vector)).margin(1e-6));
                const double right = told.isTrue ? told.probability : 1 - told.probability;
                loss -= std::log(right);
            }
            if (picture.isSoftmax) loss = -std::log(picture.told.front().probability);
            CHECK(picture.loss == Approx(loss).epsilon(1e-5));
            for (const auto& row : picture.moved) {
                for (std::size_t i = 0; i < row.before.size(); ++i) {
                    CHECK(row.after[i] == Approx(row.before[i] - picture.rate * row.gradient[i]).margin(1e-6));
                }
            }
            // The step does what it is for.
            CHECK(picture.probabilityAfter >= picture.told.front().probability);
        }
    };
    SECTION("skip-gram, negatives") {
        check();
    }
    SECTION("skip-gram, softmax") {
        open.set("word2vecNegatives", 0);
        check();
        CHECK(open.view().picture().isSoftmax);
    }
    SECTION("CBOW, negatives") {
        open.part<QComboBox>("word2vecKind").setCurrentIndex(1);
        Q_EMIT open.part<QComboBox>("word2vecKind").activated(1);
        open.wait();
        check();
        CHECK(open.view().picture().isMean);
        CHECK(open.view().picture().inputs.size() >= 2);
    }
    SECTION("CBOW, softmax") {
        open.set("word2vecNegatives", 0);
        open.part<QComboBox>("word2vecKind").setCurrentIndex(1);
        Q_EMIT open.part<QComboBox>("word2vecKind").activated(1);
        open.wait();
        check();
    }
}

TEST_CASE("Running: the loss falls, the words move, and the same seed runs the same way again") {
    Training open;
    open.openForm(Word2VecView::Form::Run);
    REQUIRE(open.study().moment());
    const Points fresh = open.study().moment()->places;
    const auto runFor = [&](std::size_t moments) {
        open.click("word2vecRun");
        REQUIRE(open.study().isRunning());
        REQUIRE(waitUntil([&] { return open.study().losses().size() >= moments; }));
        open.click("word2vecRun");
        CHECK_FALSE(open.study().isRunning());
        open.wait();
    };
    runFor(8);
    const auto first = open.study().losses();
    CHECK(first.back().second < first.front().second);
    CHECK(open.study().moment()->places.values != fresh.values);
    open.click("word2vecReset");
    open.wait();
    REQUIRE(waitUntil([&] { return open.study().moment() && open.study().moment()->tokensDone == 0; }));
    CHECK(open.study().moment()->places.values == fresh.values);
    CHECK(open.study().losses().empty());
    runFor(4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(open.study().losses()[i] == first[i]);
}

TEST_CASE("Running: a step, the keys, and why the full softmax does not run") {
    Training open(Language::Chinese);
    open.openForm(Word2VecView::Form::Run);
    open.click("word2vecStep");
    REQUIRE(waitUntil([&] { return open.study().moment()->tokensDone > 0; }));
    open.wait();
    const std::int64_t once = open.study().moment()->tokensDone;
    CHECK(once < 1000);
    open.view().steps().stepForward();
    REQUIRE(waitUntil([&] { return open.study().moment()->tokensDone > once; }));
    CHECK(open.view().csv().count(QLatin1Char('\n')) == open.study().vocabulary().size() + 1);
    open.set("word2vecNegatives", 0);
    CHECK_FALSE(open.part<QWidget>("word2vecRun").isEnabled());
    CHECK(open.part<QLabel>("word2vecRemark").isVisible());
}

TEST_CASE("word2vec: a sentence that the text does not know is replaced, and that is said") {
    Training open;
    open.session->setText(QStringLiteral("a purple cat"));
    open.wait();
    CHECK(open.part<QLabel>("word2vecRemark").isVisible());
    CHECK_FALSE(open.study().words().contains(QStringLiteral("purple")));
    CHECK_FALSE(open.view().picture().isEmpty());
}

}  // namespace
}  // namespace attentarium::test
