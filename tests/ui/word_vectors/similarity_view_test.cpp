// The page of similarities and bias in the real window, by clicks and keys.

#include "ui/views/word_vectors/similarity_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Similarity : OpenWindow {
    explicit Similarity(Language language = Language::English) : OpenWindow(language) {
        window->workspaces().show(WorkspaceKind::Embeddings);
        window->workspaces().current().showPage(QStringLiteral("similarity"));
        settle();
    }
    SimilarityView& view() { return *window->findChild<SimilarityView*>(); }
    template <typename Widget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void type(const char* name, const QString& text) {
        auto& line = part<QLineEdit>(name);
        REQUIRE(line.isVisible());
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
        settle();
    }
    void openForm(SimilarityView::Form form) {
        auto& tabs = part<QTabBar>("similarityForms");
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(form)).center());
        settle();
        REQUIRE(view().form() == form);
    }
    void clickPart(const QString& name) {
        for (const FigurePart& one : view().figure().parts()) {
            if (one.name != name) continue;
            QTest::mouseClick(&view().figure(), Qt::LeftButton, {}, one.rect.center().toPoint());
            settle();
            return;
        }
        FAIL("there is no such part");
    }
};

TEST_CASE("Similarity: words are added by typing and taken away by their chips") {
    Similarity open;
    const SimilarityPicture& picture = open.view().similarity();
    REQUIRE(picture.count() > 4);
    CHECK(picture.at(0, 0) == 1);
    CHECK(picture.at(1, 2) == picture.at(2, 1));
    // A pair is chosen by a click; its word is then chosen in the sentence, too.
    open.clickPart(QStringLiteral("Cosines of ") + picture.words[1]);
    CHECK(open.session->tracedWords()[open.session->selection().token] == picture.words[1]);
    CHECK(similarityTold(picture, {1, 2}).contains(picture.words[2]));
    const int before = picture.count();
    REQUIRE_FALSE(picture.words.contains(QStringLiteral("today")));
    open.type("addWords", QStringLiteral("today, purple"));
    CHECK(open.view().similarity().count() == before + 1);
    CHECK(open.view().similarity().words.contains(QStringLiteral("today")));
    CHECK(open.part<QLabel>("similarityRemark").text().contains(QStringLiteral("purple")));
    open.clickPart(QStringLiteral("Take today away"));
    CHECK_FALSE(open.view().similarity().words.contains(QStringLiteral("today")));
    CHECK(open.view().csv().count(QLatin1Char('\n')) == before + 1);
}

TEST_CASE("Similarity: by group, words of a kind stand together") {
    Similarity open;
    auto& order = open.part<QComboBox>("wordOrder");
    order.setFocus();
    QTest::keyClick(&order, Qt::Key_Down);
    settle();
    const SimilarityPicture& picture = open.view().similarity();
    REQUIRE(picture.groups.size() == picture.count());
    QStringList heads;
    for (int i = 0; i < picture.count(); ++i) {
        if (i > 0 && picture.groups[i] == picture.groups[i - 1]) continue;
        CHECK_FALSE(heads.contains(picture.groups[i]));
        heads.append(picture.groups[i]);
    }
    CHECK(heads.size() > 2);
}

TEST_CASE("Bias: the biased world's vectors lean as it was set, and neutralised not at all") {
    for (const Language language : {Language::English, Language::Chinese}) {
        Similarity open(language);
        open.openForm(SimilarityView::Form::Bias);
        QTest::mouseClick(&open.part<QWidget>("openBiased"), Qt::LeftButton);
        REQUIRE(waitUntil([&] { return open.view().report().knownBias.has_value(); }));
        const WordBiasReport& report = open.view().report();
        CHECK(report.words.size() == 12);
        CHECK(report.knownBias == 0.8);
        CHECK(*report.correlation > 0.95);
        CHECK(report.meanBefore > 0.1);
        CHECK(report.meanAfter < 1e-9);
        CHECK_FALSE(open.part<QWidget>("openBiased").isVisible());
    }
}

TEST_CASE("Bias: impossible pairs and words are answered in place") {
    Similarity open;
    open.openForm(SimilarityView::Form::Bias);
    open.type("biasPairs", QStringLiteral("she/he"));
    open.type("biasWords", QStringLiteral("cat, dog"));
    CHECK(open.view().report().pairs == QStringList{QStringLiteral("she/he")});
    CHECK(open.view().report().words.size() == 2);
    open.type("biasPairs", QStringLiteral("she, purple/he, he/he"));
    CHECK(open.view().report().isEmpty());
    CHECK(open.view().report().unknown.size() == 3);
    CHECK(open.part<QLabel>("similarityRemark").text().contains(QStringLiteral("purple/he")));
    CHECK_FALSE(open.view().hasNumbers());
    open.type("biasPairs", QStringLiteral("she/he"));
    open.type("biasWords", QStringLiteral("x"));
    CHECK(open.view().report().words.empty());
    QTest::mouseClick(&open.part<QWidget>("wordsAgain"), Qt::LeftButton);
    settle();
    CHECK_FALSE(open.view().report().isEmpty());
}

}  // namespace
}  // namespace attentarium::test
