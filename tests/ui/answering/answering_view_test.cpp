// Reading and answering, in the real window, by clicks and keys.

#include "ui/views/answering/answering_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/answer_study.h"
#include "ui/session/resources.h"
#include "ui/views/answering/answer_picture.h"
#include "ui/views/answering/beam_view.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Answering : OpenWindow {
    Answering() {
        window->showWorkspace(WorkspaceKind::Recurrence);
        window->workspaces().current().showPage(QStringLiteral("answering"));
        settle();
        view = window->workspaces().findChild<AnsweringView*>();
        REQUIRE(view);
        REQUIRE(view->isVisible());
    }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void click(const char* name) {
        QWidget& button = part(name);
        REQUIRE(button.isVisible());
        QTest::mouseClick(&button, Qt::LeftButton);
        QApplication::processEvents();
    }
    void wait() {
        REQUIRE(waitUntil([this] {
            return !session->isBusy() && session->isTraceCurrent() && !view->isBusy() && view->study().tree();
        }));
        settle();
    }
    /// Opens a bundled model by its button.
    void openBundled(const char* name) {
        click((std::string("open-") + name).c_str());
        REQUIRE(waitUntil([&] { return session->folder().endsWith(QLatin1String(name)); }));
        wait();
    }
    QString answer() const { return session->tracedWords().mid(1).join(QString()); }
    QString sentence() { return part<QLabel>("answerSentence").text(); }

    AnsweringView* view = nullptr;
};

TEST_CASE("A model without encoder and decoder gets a sentence, and the buttons open models that have them") {
    Answering open;
    CHECK(open.part<QLabel>("answerNeeded").isVisible());
    open.openBundled("reverse");
    CHECK_FALSE(open.part<QLabel>("answerNeeded").isVisible());
    CHECK(open.answer().toStdString() == "ecnerrucer");
    CHECK(open.sentence().contains(QStringLiteral("10 tokens into 60 numbers")));
}

TEST_CASE("The answer is walked token by token with the window's keys, and the alignment follows") {
    Answering open;
    open.openBundled("reverse");
    AnswerStudy& study = open.view->study();
    CHECK(study.steps() == 11);
    CHECK(study.step() == 11);
    open.view->steps().goToFirst();
    CHECK(study.step() == 0);
    open.click("answerForward");
    CHECK(study.step() == 1);
    // The first letter of the answer is the last one of the source, and is read off there.
    CHECK(open.sentence().contains(QStringLiteral("To write “e” it gives “e”")));
    open.press(Qt::Key_End);
    CHECK(study.step() == 11);
    open.press(Qt::Key_Left);
    CHECK(study.step() == 10);
    const AnswerReading& reading = *open.view->picture().reading();
    REQUIRE(reading.weights.size() == 11);
    for (const auto& row : reading.weights) {
        double sum = 0;
        for (const float weight : row) sum += static_cast<double>(weight);
        CHECK(sum == Approx(1).margin(1e-4));
    }
}

TEST_CASE("A forced token changes what follows, and undo takes it back") {
    Answering open;
    open.openBundled("reverse");
    open.view->study().goToStep(3);
    settle();
    const QString before = open.answer();
    QWidget& second = open.part("proposal1");
    REQUIRE(second.isVisible());
    QTest::mouseClick(&second, Qt::LeftButton);
    REQUIRE(waitUntil([&] { return open.view->study().isForced(); }));
    open.wait();
    CHECK(open.answer().left(2) == before.left(2));
    CHECK(open.answer() != before);
    CHECK(open.view->study().step() == 3);
    CHECK(open.part("ownAnswer").isVisible());
    open.session->undoStack().undo();
    open.wait();
    CHECK(open.answer() == before);
    CHECK_FALSE(open.view->study().isForced());
}

TEST_CASE("The tree's best way is the answer, keys walk through it, and Return takes another way") {
    Answering open;
    open.openBundled("reverse");
    open.view->showPage(AnsweringView::Page::Beams);
    settle();
    const BeamTree& tree = *open.view->study().tree();
    QString best;
    for (const int node : tree.pathTo(tree.ends[0])) {
        best += open.session->wordOf(tree.nodes[static_cast<std::size_t>(node)].token);
    }
    CHECK(best == open.answer() + QStringLiteral("<end>"));
    BeamView& beams = open.view->beams();
    beams.setFocus();
    QTest::keyClick(&beams, Qt::Key_Right);
    QTest::keyClick(&beams, Qt::Key_Down);
    const BeamNode node = tree.nodes[static_cast<std::size_t>(beams.current())];
    CHECK(node.place == 1);
    CHECK(node.rank == 1);
    const QString forced = open.session->wordOf(node.token);
    QTest::keyClick(&beams, Qt::Key_Return);
    REQUIRE(waitUntil([&] { return open.view->study().isForced(); }));
    open.wait();
    CHECK(open.answer().mid(1, 1) == forced);
    open.click("ownAnswer");
    REQUIRE(waitUntil([&] { return !open.view->study().isForced(); }));
    open.wait();
    CHECK(open.answer().toStdString() == "ecnerrucer");
    open.part<QSpinBox>("beamWidth").setValue(1);
    open.wait();
    CHECK(open.view->study().tree()->ends.size() == 1);
}

TEST_CASE("Right by length: without attention long words are lost, and both kinds are counted") {
    Answering open;
    open.openBundled("reverse-bottleneck");
    CHECK_FALSE(open.view->picture().reading()->looksBack());
    open.view->showPage(AnsweringView::Page::Lengths);
    REQUIRE(waitUntil([&] { return !open.view->study().curves().empty(); }));
    const auto& curves = open.view->study().curves();
    REQUIRE(curves.size() == 2);
    CHECK_FALSE(curves[0].looksBack);
    CHECK(curves[1].looksBack);
    CHECK(curves[1].share() > curves[0].share() + 0.3);
    CHECK(curves[0].points.front().share() > 0.95);
    CHECK(curves[0].points.back().share() < 0.1);
    CHECK(open.sentence().contains(QStringLiteral("2000")));
}

TEST_CASE("Dates and translations are answered right, and every page goes to a file") {
    Answering open;
    open.openBundled("dates");
    CHECK(open.answer().toStdString() == "1998-03-04");
    open.openBundled("translate");
    CHECK(open.answer().toStdString() == "她读得很快，因为她喜欢蛋糕。");
    for (const auto page : {AnsweringView::Page::Steps, AnsweringView::Page::Beams, AnsweringView::Page::Lengths}) {
        open.view->showPage(page);
        REQUIRE(waitUntil([&] { return !open.view->isBusy(); }));
        settle();
        CHECK(open.view->hasNumbers());
        CHECK(open.view->csv().count(QLatin1Char('\n')) > 3);
        QImage image(open.view->pictureSize().toSize(), QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        open.view->paint(painter, QRectF(image.rect()));
        painter.end();
        if (qEnvironmentVariableIsSet("ATTENTARIUM_PICTURES")) {
            const QString folder = qEnvironmentVariable("ATTENTARIUM_PICTURES");
            image.save(folder + QStringLiteral("/paint%1.png").arg(static_cast<int>(page)));
            open.window->grab().save(folder + QStringLiteral("/page%1.png").arg(static_cast<int>(page)));
        }
    }
}

TEST_CASE("Larger type leaves room for the picture") {
    Answering open;
    open.openBundled("reverse");
    for (int i = 0; i < 4; ++i) open.press(Qt::Key_Plus, Qt::ControlModifier);
    settle();
    const QWidget& picture = open.view->picture();
    CHECK(picture.visibleRegion().boundingRect().height() > 100);
    if (qEnvironmentVariableIsSet("ATTENTARIUM_PICTURES")) {
        open.window->grab().save(qEnvironmentVariable("ATTENTARIUM_PICTURES") + QStringLiteral("/big-answer.png"));
        open.view->showPage(AnsweringView::Page::Beams);
        settle();
        open.window->grab().save(qEnvironmentVariable("ATTENTARIUM_PICTURES") + QStringLiteral("/big-beams.png"));
        open.window->workspaces().current().showPage(QStringLiteral("units"));
        open.session->openModel(resourceFolder(QStringLiteral("checkpoints")) + QStringLiteral("/brackets-lstm"));
        REQUIRE(waitUntil([&] { return open.session->folder().endsWith(QStringLiteral("brackets-lstm")); }));
        QTest::qWait(1500);
        open.window->grab().save(qEnvironmentVariable("ATTENTARIUM_PICTURES") + QStringLiteral("/big-units.png"));
    }
    for (int i = 0; i < 4; ++i) open.press(Qt::Key_Minus, Qt::ControlModifier);
}

TEST_CASE("Whatever is clicked and pressed on units and answers, while models come and go, they go on") {
    Answering open;
    Random random(11);
    Workspaces& all = open.window->workspaces();
    const char* const models[] = {"reverse", "translate", "brackets-lstm", "dates", "small-world-en", "school-lstm"};
    const int keys[] = {Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,  Qt::Key_Down, Qt::Key_Home,
                        Qt::Key_End,  Qt::Key_Return, Qt::Key_Tab, Qt::Key_Space};
    for (int i = 0; i < 600; ++i) {
        const auto one = random.below(40);
        if (one == 0) {
            open.session->openModel(resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') +
                                    QLatin1String(models[random.below(std::size(models))]));
        } else if (one == 1) {
            all.current().showPage(random.below(2) == 0 ? QStringLiteral("units") : QStringLiteral("answering"));
        } else if (one == 2) {
            open.speak(random.below(2) == 0 ? Language::English : Language::Chinese);
        } else if (one == 3) {
            open.session->undoStack().undo();
        } else if (one == 4) {
            open.view->showPage(static_cast<AnsweringView::Page>(random.below(3)));
        } else if (one == 5 && !open.session->chips().empty()) {
            open.session->replaceWords(0, 1, QStringLiteral("she"));
        } else if (one < 22 && QApplication::focusWidget()) {
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(keys[random.below(std::size(keys))]));
        } else {
            QWidget& page = *all.current().widget();
            const QPoint place(static_cast<int>(random.below(static_cast<std::uint64_t>(page.width()))),
                               static_cast<int>(random.below(static_cast<std::uint64_t>(page.height()))));
            QWidget* const hit = page.childAt(place);
            // A list that drops down waits for a choice.
            if (hit && !qobject_cast<QComboBox*>(hit)) {
                QTest::mouseClick(hit, Qt::LeftButton, {}, hit->mapFrom(&page, place));
            }
        }
        QApplication::processEvents();
        if (i % 30 == 0) {
            (void)all.current().csv();
            (void)open.window->grab();
        }
    }
    REQUIRE(waitUntil([&] { return !open.session->isBusy() && !all.current().isBusy(); }));
}

}  // namespace
}  // namespace attentarium::test
