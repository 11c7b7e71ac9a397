// The pages of the Embeddings workspace about look-ups, similarity and word2vec, each in all of its forms.

#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/session/second_sentence.h"
#include "ui/views/word_vectors/lookup_view.h"
#include "ui/views/word_vectors/similarity_view.h"
#include "ui/views/word_vectors/word2vec_view.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Embeddings : OpenWindow {
    explicit Embeddings(Language language = Language::English) : OpenWindow(language) {
        // The page that is shown first.
        auto* const pages = window->findChild<QTabBar*>(QStringLiteral("embeddingsPages"));
        REQUIRE(pages);
        pages->setCurrentIndex(1);
        window->stage().setFocus();
        settle();
        press(Qt::Key_4, Qt::ControlModifier | Qt::ShiftModifier);
        settle();
        REQUIRE(window->workspaces().kind() == WorkspaceKind::Embeddings);
    }

    void openModelOf(const QString& name) {
        const QString wanted = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + name;
        session->openModel(wanted);
        REQUIRE(waitUntil([&] { return session->folder() == wanted && session->trace() && !session->isBusy(); }));
        settle();
    }

    void lookAtPages(const std::function<void(const QString&)>& look) {
        Workspace& pages = window->workspaces().current();
        auto& lookup = *window->findChild<LookupView*>();
        auto& similarity = *window->findChild<SimilarityView*>();
        auto& word2vec = *window->findChild<Word2VecView*>();
        for (const int form : {0, 1}) {
            pages.showPage(QStringLiteral("look-up"));
            lookup.showForm(static_cast<LookupView::Form>(form));
            settle();
            REQUIRE(waitUntil([&] { return !lookup.isBusy(); }));
            settle();
            look(QStringLiteral("look-up %1").arg(form));
            pages.showPage(QStringLiteral("similarity"));
            similarity.showForm(static_cast<SimilarityView::Form>(form));
            settle();
            look(QStringLiteral("similarity %1").arg(form));
            pages.showPage(QStringLiteral("word2vec"));
            word2vec.showForm(static_cast<Word2VecView::Form>(form));
            settle();
            REQUIRE(waitUntil([&] { return !word2vec.isBusy() && word2vec.study().moment(); }));
            for (int step = 0; step < 7; ++step) {
                settle();
                look(QStringLiteral("word2vec %1, step %2").arg(form).arg(step));
                word2vec.steps().stepForward();
                REQUIRE(waitUntil([&] { return !word2vec.isBusy(); }));
                if (form == 1 && step == 1) break;
            }
            word2vec.steps().goToFirst();
        }
    }
};

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE("In the pages of word vectors everything that can be clicked can be reached by keys, and is seen there") {
    Embeddings open;
    open.lookAtPages([&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("In the pages of word vectors everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        Embeddings open(language);
        open.speak(language);
        const auto look = [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        };
        open.lookAtPages(look);
        open.openModelOf(language == Language::English ? QStringLiteral("biased-world-en")
                                                       : QStringLiteral("biased-world-zh"));
        open.lookAtPages(look);
    }
}

TEST_CASE("In the pages of word vectors every text stands out, in every theme") {
    Embeddings open;
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        open.lookAtPages(
            [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
