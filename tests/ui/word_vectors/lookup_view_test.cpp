// The page of look-ups in the real window, by clicks and keys.

#include "ui/views/word_vectors/lookup_view.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTabBar>

#include "engine/geometry/similarity.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/second_sentence.h"
#include "ui/views/word_vectors/vector_figure.h"
#include "ui/views/word_vectors/word_walk_bar.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Lookup : OpenWindow {
    explicit Lookup(Language language = Language::English) : OpenWindow(language) {
        window->workspaces().show(WorkspaceKind::Embeddings);
        window->workspaces().current().showPage(QStringLiteral("look-up"));
        wait();
    }
    LookupView& view() { return *window->findChild<LookupView*>(); }
    void wait() {
        settle();
        REQUIRE(waitUntil([this] { return !session->isBusy() && !view().isBusy(); }));
        settle();
    }
    template <typename Widget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void openForm(LookupView::Form form) {
        auto& tabs = part<QTabBar>("lookupForms");
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(form)).center());
        wait();
        REQUIRE(view().form() == form);
    }
    /// The figure's part whose name begins so; −1 where there is none.
    int partNamed(const QString& name) {
        const auto& parts = view().figure().parts();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].name.startsWith(name)) return static_cast<int>(i);
        }
        return -1;
    }
    void clickPart(int part, double across = 0.5) {
        REQUIRE(part >= 0);
        const QRectF rect = view().figure().parts()[static_cast<std::size_t>(part)].rect;
        const QPoint place(static_cast<int>(rect.left() + across * rect.width()), static_cast<int>(rect.center().y()));
        QTest::mouseClick(&view().figure(), Qt::LeftButton, {}, place);
        wait();
    }
    void type(const QString& text) {
        auto& line = part<QLineEdit>("secondSentence");
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
        wait();
    }
};

TEST_CASE("The look-up: the one row that is left is the word's vector, and a click chooses its cell") {
    Lookup open;
    const LookupPicture& picture = open.view().picture();
    REQUIRE_FALSE(picture.isEmpty());
    CHECK(picture.width == 32);
    const auto hot = std::ranges::find(picture.rows, picture.id, &LookupPicture::TableRow::id);
    REQUIRE(hot != picture.rows.end());
    CHECK(hot->numbers == picture.stages.front().first);
    open.clickPart(open.partNamed(QStringLiteral("Row of ") + hot->word), 0.99);
    CHECK(open.session->selection().node == picture.table);
    CHECK(open.session->selection().cell == static_cast<std::int64_t>(picture.id) * 32 + 31);
    CHECK(open.view().bar().place() == 31);
    CHECK(open.view().hasNumbers());
    CHECK(open.view().csv().count(QLatin1Char('\n')) == static_cast<int>(picture.rows.size()) + 1);
}

TEST_CASE("The look-up: a word is chosen by a click and by keys, for the whole window") {
    Lookup open;
    open.clickPart(open.partNamed(QStringLiteral("Word: garden")));
    CHECK(open.view().picture().word() == QStringLiteral("garden"));
    const int chosen = open.session->selection().token;
    open.view().figure().setFocus();
    QTest::keyClick(&open.view().figure(), Qt::Key_Home);
    QTest::keyClick(&open.view().figure(), Qt::Key_Return);
    open.wait();
    CHECK(open.session->selection().token == 0);
    CHECK(chosen != 0);
    CHECK(open.view().picture().word() == open.session->tracedWords().front());
}

TEST_CASE("Through the layers: the same word in two sentences is one vector at first and comes apart") {
    Lookup open;
    open.session->setText(QStringLiteral("in the garden, Rose meets the cat. she"));
    open.wait();
    open.openForm(LookupView::Form::Stages);
    open.clickPart(open.partNamed(QStringLiteral("Word: cat")));
    // A sentence of the world is found by itself.
    REQUIRE(open.view().picture().secondPlace >= 0);
    open.type(QStringLiteral("the cat sings ."));
    const LookupPicture& picture = open.view().picture();
    REQUIRE(picture.secondPlace == 1);
    REQUIRE(picture.stages.size() == 5);
    CHECK(picture.stages[0].between == 1.0);
    CHECK(*picture.stages[2].between < 1);
    // Recomputed from the two runs.
    const auto& second = *open.view().second().trace();
    const auto stages = wordStagesOf(second);
    const auto numbers = vectorAt(second, stages[3], 1);
    const std::vector<double> vector(numbers.begin(), numbers.end());
    CHECK(*picture.stages[3].between == Approx(cosine(picture.stages[3].first, vector)));
    // The keys of the transport bar lead through the stages.
    open.window->setFocus();
    open.press(Qt::Key_End);
    CHECK(open.view().bar().place() == 4);
    CHECK(open.part<QSlider>("walkSlider").value() == 4);
    open.press(Qt::Key_Left);
    CHECK(open.view().bar().place() == 3);
}

TEST_CASE("Through the layers: what cannot be compared is answered in place") {
    Lookup open;
    open.session->setText(QStringLiteral("in the garden, Rose meets the cat. she"));
    open.wait();
    open.openForm(LookupView::Form::Stages);
    open.clickPart(open.partNamed(QStringLiteral("Word: cat")));
    auto& remark = open.part<QLabel>("lookupRemark");
    open.type(QStringLiteral("the dog sings ."));
    CHECK(remark.isVisible());
    CHECK(remark.text().contains(QStringLiteral("does not stand in the second sentence")));
    open.type(QStringLiteral("the purple cat"));
    CHECK(remark.text().contains(QStringLiteral("purple")));
    CHECK(open.view().picture().secondPlace == -1);
    open.type(QStringLiteral("the cat"));
    CHECK_FALSE(remark.isVisible());
    CHECK(open.view().picture().secondPlace == 1);
}

}  // namespace
}  // namespace attentarium::test
