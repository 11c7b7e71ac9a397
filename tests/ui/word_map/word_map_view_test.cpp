// The map of words in the real window, by clicks and keys.

#include "ui/views/word_map/word_map_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSvgRenderer>
#include <QTableWidget>
#include <QWheelEvent>
#include <algorithm>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/views/flat_button.h"
#include "ui/views/word_map/word_fields.h"
#include "ui/views/word_map/word_list.h"
#include "ui/views/word_map/word_map_canvas.h"
#include "ui/window/picture_saving.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Map : OpenWindow {
    explicit Map(Language language = Language::English) : OpenWindow(language) {
        window->workspaces().show(WorkspaceKind::Embeddings);
        window->workspaces().current().showPage(QStringLiteral("map"));
        settle();
        wait();
    }
    WordMapView& view() { return *window->findChild<WordMapView*>(); }
    WordMapStudy& study() { return view().study(); }
    WordMapCanvas& canvas() { return view().canvas(); }
    const WordMap& map() { return *study().map(); }
    void wait() {
        REQUIRE(waitUntil([this] { return study().map() && !study().isBusy(); }));
        settle();
    }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void enter(const char* name, const QString& text) {
        auto& field = part<QLineEdit>(name);
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
        settle();
    }
    int place(const char* word) { return *map().cloud->find(QString::fromUtf8(word)); }
    QString problem() {
        auto& line = part<QLabel>("mapProblem");
        return line.isVisible() ? line.text() : QString();
    }
    /// A noun that can be clicked: nothing else is nearer to its place.
    int clickable() {
        for (int word = 0; word < map().cloud->count(); ++word) {
            const auto& wordClass = map().cloud->classes[static_cast<std::size_t>(word)];
            if (!wordClass || !isNoun(*wordClass)) continue;
            const QPointF at = canvas().picture().placeOf(word).toPoint();
            if (canvas().rect().contains(at.toPoint()) && canvas().picture().wordAt(at) == word) return word;
        }
        FAIL("no word can be clicked");
        return 0;
    }
};

TEST_CASE("A click on a word lists its nearest words, and chooses it in the sentence where it stands there") {
    Map open;
    const int word = open.clickable();
    const QString text = open.map().cloud->words[word];
    open.session->setText(QStringLiteral("the cat sees ") + text);
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    open.session->selectToken(0);
    settle();
    QTest::mouseClick(&open.canvas(), Qt::LeftButton, {}, open.canvas().picture().placeOf(word).toPoint());
    settle();
    CHECK(open.view().word() == word);
    CHECK(open.session->selection().token == 3);
    const int without[] = {word};
    const auto nearestOnes = nearest(open.map().cloud->vectors, open.map().cloud->vectors[word], 3, without);
    const auto& rows = open.view().list().rows();
    REQUIRE(rows.size() == 20);
    CHECK(rows[0].word == nearestOnes[0].point);
    CHECK(rows[2].number == nearestOnes[2].cosine);
    CHECK(open.view().list().title().contains(text));
    const MapMarks& marks = open.canvas().picture().marks();
    CHECK(marks.word == word);
    CHECK(std::ranges::count(marks.sentence, word) == 1);
}

TEST_CASE("A word that is chosen elsewhere is chosen on the map") {
    Map open;
    open.session->setText(QStringLiteral("the cat sees the dog"));
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    open.session->selectToken(4);
    CHECK(open.view().word() == open.place("dog"));
}

TEST_CASE("Pointing at a word shows its neighbours as long as it is pointed at") {
    Map open;
    const int word = open.clickable();
    const auto before = open.view().list().title();
    QTest::mouseMove(&open.canvas(), open.canvas().picture().placeOf(word).toPoint());
    settle();
    CHECK(open.canvas().picture().marks().word == word);
    CHECK(open.canvas().picture().marks().neighbours.size() == 5);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&open.canvas(), &leave);
    CHECK(open.view().list().title() == before);
}

TEST_CASE("A search finds a word, and one that is unknown is told, with known ones to choose") {
    Map open;
    open.enter("searchWord", QStringLiteral("Cat"));
    CHECK(open.view().word() == open.place("cat"));
    CHECK(open.problem().isEmpty());
    open.enter("searchWord", QStringLiteral("catt"));
    CHECK(open.problem().contains(QStringLiteral("catt")));
    auto* const known = open.view().findChild<FlatButton*>(QString(), Qt::FindChildrenRecursively);
    REQUIRE(known);
    for (FlatButton* const button : open.view().findChildren<FlatButton*>()) {
        if (button->text() == QLatin1String("cat")) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    }
    settle();
    CHECK(open.problem().isEmpty());
    CHECK(open.view().word() == open.place("cat"));
}

TEST_CASE("An analogy lists what lies nearest to a − b + c and marks it on the map") {
    Map open;
    open.enter("analogy0", QStringLiteral("his"));
    open.enter("analogy1", QStringLiteral("he"));
    open.enter("analogy2", QStringLiteral("she"));
    const auto& cloud = *open.map().cloud;
    const auto expected = analogy(cloud.vectors, open.place("his"), open.place("he"), open.place("she"), 2);
    REQUIRE(open.view().list().rows().size() > 2);
    CHECK(open.view().list().rows()[0].word == expected[0].point);
    CHECK(open.view().list().rows()[1].number == expected[1].cosine);
    REQUIRE(open.canvas().picture().marks().analogy);
    CHECK(open.canvas().picture().marks().analogy->found == expected[0].point);
    open.enter("analogy1", QStringLiteral("hee"));
    CHECK(open.problem().contains(QStringLiteral("hee")));
    open.enter("analogy1", QString());
    QTest::keyClick(&open.part<QLineEdit>("analogy1"), Qt::Key_Backspace);
    open.enter("analogy1", QStringLiteral(" "));
    CHECK_FALSE(open.problem().isEmpty());
}

TEST_CASE("The bundled word vectors know analogies") {
    Map open;
    struct Case {
        const char *folder, *a, *b, *c, *answer;
    };
    for (const Case& one :
         {Case{"word-vectors-en", "goes", "go", "like", "likes"}, Case{"word-vectors-en", "his", "he", "she", "her"},
          Case{"word-vectors-zh", "她的", "她", "他", "他的"}, Case{"word-vectors-zh", "巨大", "大", "小", "微小"}}) {
        CAPTURE(one.a);
        const QString folder =
            resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + QLatin1String(one.folder);
        if (open.session->folder() != folder) {
            open.session->openModel(folder);
            REQUIRE(waitUntil([&] { return open.session->folder() == folder; }));
            open.wait();
        }
        open.part<QLineEdit>("analogy0").setText(QString::fromUtf8(one.a));
        open.part<QLineEdit>("analogy1").setText(QString::fromUtf8(one.b));
        open.part<QLineEdit>("analogy2").setText(QString::fromUtf8(one.c));
        QTest::mouseClick(&open.part("solveAnalogy"), Qt::LeftButton);
        REQUIRE_FALSE(open.view().list().rows().empty());
        CHECK(open.view().list().rows()[0].text == QString::fromUtf8(one.answer));
    }
}

TEST_CASE("One click opens the bundled word vectors, which have two vectors for each word") {
    Map open;
    QTest::mouseClick(&open.part("openWordVectors"), Qt::LeftButton);
    REQUIRE(waitUntil([&] { return open.session->folder().endsWith(QStringLiteral("word-vectors-en")); }));
    open.wait();
    CHECK(open.map().cloud->count() == 258);
    auto& tables = open.part<QComboBox>("vectors");
    REQUIRE(tables.count() == 2);
    const auto before = open.study().map();
    tables.setFocus();
    QTest::keyClick(&tables, Qt::Key_Down);
    open.wait();
    CHECK(open.study().table() == 1);
    CHECK(open.map().cloud->vectors.values != before->cloud->vectors.values);
}

TEST_CASE("While other vectors are laid out the map before them can still be used") {
    Map open;
    open.session->openModel(resourceFolder(QStringLiteral("checkpoints")) + QStringLiteral("/word-vectors-zh"));
    REQUIRE(waitUntil([&] { return open.session->folder().endsWith(QStringLiteral("word-vectors-zh")); }));
    open.wait();
    const auto before = open.study().map();
    const int word = open.clickable();
    open.study().setTable(1);
    CHECK_FALSE(open.study().map());
    QTest::mouseClick(&open.canvas(), Qt::LeftButton, {}, open.canvas().picture().placeOf(word).toPoint());
    CHECK(open.view().word() == word);
    CHECK_FALSE(open.view().csv().isEmpty());
    open.canvas().setFocus();
    QTest::keyClick(&open.canvas(), Qt::Key_L);
    QTest::mouseClick(&open.part("solveAnalogy"), Qt::LeftButton);
    open.wait();
    CHECK(open.map().cloud != before->cloud);
}

TEST_CASE("A lasso with Shift lists what it catches, and so does L for all in sight") {
    Map open;
    const int word = open.clickable();
    const QPoint at = open.canvas().picture().placeOf(word).toPoint();
    QTest::mousePress(&open.canvas(), Qt::LeftButton, Qt::ShiftModifier, at + QPoint(-5, -5));
    const auto move = [&](QPoint to) {
        QMouseEvent event(QEvent::MouseMove, to, open.canvas().mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                          Qt::ShiftModifier);
        QApplication::sendEvent(&open.canvas(), &event);
    };
    move(at + QPoint(5, -5));
    move(at + QPoint(5, 5));
    move(at + QPoint(-5, 5));
    QTest::mouseRelease(&open.canvas(), Qt::LeftButton, Qt::ShiftModifier, at + QPoint(-5, 5));
    settle();
    const auto& rows = open.view().list().rows();
    CHECK(std::ranges::any_of(rows, [&](const WordList::Row& row) { return row.word == word; }));
    CHECK(rows.size() < 40);
    open.canvas().setFocus();
    QTest::keyClick(&open.canvas(), Qt::Key_L);
    CHECK(open.view().list().rows().size() == static_cast<std::size_t>(open.map().cloud->count()));
    QTest::keyClick(&open.canvas(), Qt::Key_Escape);
    CHECK(open.view().list().rows().empty());
}

TEST_CASE("Dragging moves the map, the wheel and keys zoom, 0 shows all") {
    Map open;
    const WordMapPicture& picture = open.canvas().picture();
    const int word = open.clickable();
    const QPointF before = picture.placeOf(word);
    const QPoint empty(open.canvas().width() - 30, 40);
    QTest::mousePress(&open.canvas(), Qt::LeftButton, {}, empty);
    QMouseEvent move(QEvent::MouseMove, empty - QPoint(60, -10), open.canvas().mapToGlobal(empty - QPoint(60, -10)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.canvas(), &move);
    QTest::mouseRelease(&open.canvas(), Qt::LeftButton, {}, empty - QPoint(60, -10));
    const QPointF dragged = picture.placeOf(word) - before;
    CHECK(std::abs(dragged.x() + 60) < 1e-6);
    CHECK(std::abs(dragged.y() - 10) < 1e-6);
    const QPointF about = picture.placeOf(word);
    const std::size_t labels = picture.labelsInSight().size();
    QWheelEvent wheel(about, open.canvas().mapToGlobal(about), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&open.canvas(), &wheel);
    CHECK(std::abs(picture.placeOf(word).x() - about.x()) < 1e-6);
    CHECK_FALSE(picture.isFitted());
    open.canvas().setFocus();
    QTest::keyClick(&open.canvas(), Qt::Key_0);
    CHECK(picture.isFitted());
    CHECK(std::abs(picture.placeOf(word).x() - before.x()) < 1e-6);
    QTest::keyClick(&open.canvas(), Qt::Key_Plus);
    QTest::keyClick(&open.canvas(), Qt::Key_Right);
    CHECK_FALSE(picture.isFitted());
    CHECK(labels > 0);
}

TEST_CASE("A perplexity that cannot be is told in place, and one that can makes the map move") {
    Map open;
    auto& kinds = open.part<QComboBox>("mapKind");
    kinds.setFocus();
    QTest::keyClick(&kinds, Qt::Key_Down);
    open.wait();
    REQUIRE(open.study().kind() == MapKind::Neighbours);
    open.enter("perplexity", QStringLiteral("400"));
    open.wait();
    CHECK(open.problem().contains(QStringLiteral("149")));
    CHECK_FALSE(open.part("playMap").isEnabled());
    open.enter("perplexity", QStringLiteral("20"));
    open.wait();
    CHECK(open.problem().isEmpty());
    const auto first = open.study().map();
    CHECK(waitUntil([&] { return open.map().step > first->step; }));
    QTest::mouseClick(&open.part("playMap"), Qt::LeftButton);
    CHECK_FALSE(open.study().isPlaying());
    QTest::mouseClick(&open.part("cancelMap"), Qt::LeftButton);
    CHECK(waitUntil([&] { return open.map().step == 0; }));
}

TEST_CASE("The map goes to a file as vectors, its places as a table") {
    Map open;
    Workspace& workspace = open.window->workspaces().current();
    CHECK(workspace.hasNumbers());
    const QStringList lines = workspace.csv().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 151);
    CHECK(lines[0].endsWith(QStringLiteral("x,y")));
    CHECK(workspace.pictureSize().width() > 200);
    QImage image(workspace.pictureSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    workspace.paint(painter, QRectF(QPointF(), QSizeF(image.size())));
    painter.end();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) ink += image.pixel(x, y) != 0xffffffff ? 1 : 0;
    }
    CHECK(ink > 2000);
}

TEST_CASE("A second model is chosen from the bundled ones, as arrows or as a map of its own") {
    Map open;
    auto& models = open.part<QComboBox>("besideModel");
    REQUIRE(models.findText(QStringLiteral("small world, GPT, English")) > 0);
    models.setFocus();
    QTest::keyClicks(&models, QStringLiteral("small world, GPT, English"));
    REQUIRE(waitUntil([&] { return open.map().other != nullptr; }));
    settle();
    CHECK(open.view().summary().contains(QStringLiteral("150")));
    const QPointF whole = open.canvas().picture().placeOf(0);
    auto& forms = open.part<QComboBox>("besideForm");
    REQUIRE(forms.isVisible());
    forms.setFocus();
    QTest::keyClick(&forms, Qt::Key_Down);
    settle();
    CHECK(open.canvas().picture().placeOf(0).x() < whole.x());
    CHECK(open.view().csv().split(QLatin1Char('\n')).first().endsWith(QStringLiteral("x2,y2")));
}

}  // namespace
}  // namespace attentarium::test
