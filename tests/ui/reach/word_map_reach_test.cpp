// The map of words in the Embeddings workspace, in each of its ways.

#include <QLineEdit>

#include "tests/support/catch.h"
#include "tests/ui/reach/reach_rules.h"
#include "tests/ui/window/open_window.h"
#include "ui/views/word_map/word_map_canvas.h"
#include "ui/views/word_map/word_map_view.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

WordMapView& goToMap(OpenWindow& open) {
    open.window->workspaces().show(WorkspaceKind::Embeddings);
    open.window->workspaces().current().showPage(QStringLiteral("map"));
    settle();
    WordMapView& view = *open.window->findChild<WordMapView*>();
    REQUIRE(waitUntil([&] { return view.study().map() != nullptr; }));
    return view;
}

/// In each way of mapping, with an unknown word, with a second model.
void lookAtMaps(OpenWindow& open, const std::function<void(const QString&)>& look) {
    WordMapView& view = goToMap(open);
    const auto wait = [&] {
        REQUIRE(waitUntil([&] { return !view.study().isBusy(); }));
        view.study().pause();
        settle();
    };
    for (const MapKind kind : {MapKind::Principal, MapKind::Neighbours, MapKind::Directions}) {
        view.study().setKind(kind);
        wait();
        look(QStringLiteral("kind %1").arg(static_cast<int>(kind)));
    }
    view.study().setDirections(
        {{{QStringLiteral("zz"), QStringLiteral("a")}, {QStringLiteral("a"), QStringLiteral("b")}}});
    wait();
    look(QStringLiteral("an unknown word"));
    view.study().setKind(MapKind::Principal);
    view.study().openBeside(open.session->folder());
    REQUIRE(waitUntil([&] { return view.study().map()->other != nullptr; }));
    wait();
    look(QStringLiteral("a second model"));
    view.study().openBeside({});
    wait();
}

QString joined(QStringList found, const QString& where) {
    found.removeDuplicates();
    for (QString& one : found) one = where + QStringLiteral(": ") + one;
    return found.join(QLatin1Char('\n'));
}

TEST_CASE("On the map of words everything that can be clicked can be reached by keys") {
    OpenWindow open;
    lookAtMaps(open, [&](const QString& where) {
        CHECK(joined(unreachableThings(*open.window), where).toStdString() == "");
        CHECK(joined(hiddenStops(*open.window), where).toStdString() == "");
    });
}

TEST_CASE("On the map of words everything has a name and can be read") {
    for (const Language language : {Language::English, Language::Chinese}) {
        OpenWindow open(language);
        open.speak(language);
        lookAtMaps(open, [&](const QString& where) {
            CHECK(joined(namelessThings(*open.window), where).toStdString() == "");
            CHECK(joined(cutTexts(*open.window), where).toStdString() == "");
        });
    }
}

TEST_CASE("On the map of words every text stands out, in every theme") {
    OpenWindow open;
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast}) {
        open.window->chooseTheme(kind);
        settle();
        CAPTURE(static_cast<int>(kind));
        lookAtMaps(open,
                   [&](const QString& where) { CHECK(joined(faintTexts(*open.window), where).toStdString() == ""); });
    }
}

}  // namespace
}  // namespace attentarium::test
