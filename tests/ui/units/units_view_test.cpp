// What a unit knows, in the real window, by clicks and keys.

#include "ui/views/units/units_view.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QSpinBox>
#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/unit_study.h"
#include "ui/views/units/unit_finder.h"
#include "ui/views/units/unit_list.h"
#include "ui/views/units/unit_text.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Units : OpenWindow {
    Units() {
        window->showWorkspace(WorkspaceKind::Recurrence);
        window->workspaces().current().showPage(QStringLiteral("units"));
        settle();
        view = window->workspaces().findChild<UnitsView*>();
        REQUIRE(view);
        REQUIRE(view->isVisible());
    }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view->findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void wait() {
        REQUIRE(waitUntil([this] { return view->study().hasStates() && !view->study().isBusy(); }));
        settle();
    }
    void openBundled(const char* name) {
        QTest::mouseClick(&part((std::string("open-") + name).c_str()), Qt::LeftButton);
        REQUIRE(waitUntil([&] { return session->folder().endsWith(QLatin1String(name)); }));
        wait();
    }
    void chooseIn(const char* name, int place) {
        auto& box = part<QComboBox>(name);
        box.setCurrentIndex(place);
        Q_EMIT box.activated(place);
        wait();
    }
    QString sentence() { return part<QLabel>("unitSentence").text(); }

    UnitsView* view = nullptr;
};

TEST_CASE("A model without states gets a sentence, and the buttons open models that have them") {
    Units open;
    CHECK(open.part<QLabel>("unitsNeeded").isVisible());
    open.openBundled("brackets-lstm");
    CHECK_FALSE(open.part<QLabel>("unitsNeeded").isVisible());
    CHECK(open.session->isTraceCurrent());
}

TEST_CASE("One unit of the bundled model of brackets knows whether one is open, and the page says how well") {
    Units open;
    open.openBundled("brackets-lstm");
    const UnitStudy& study = open.view->study();
    REQUIRE(study.labels());
    CHECK(study.labels()->truth == Truth::InsideBracket);
    const UnitScore& best = study.scores().front();
    CHECK(study.unit() == best.unit);
    CHECK(best.accuracy > 0.995);
    CHECK(best.baseline < 0.9);
    CHECK(best.samples > 2000);
    CHECK(open.sentence().contains(QString::number(best.area, 'f', 3)));
    // What is drawn is what the labels are about: a bracket that opens leaves one open.
    const WatchedUnits& watched = *study.watched();
    for (qsizetype i = 0; i < watched.words.size(); ++i) {
        if (QStringLiteral("([{").contains(watched.words[i]))
            CHECK(study.labels()->labels[static_cast<std::size_t>(i)] == 1);
    }
}

TEST_CASE("One unit of the bundled model of the school knows that the subject is plural") {
    Units open;
    open.openBundled("school-lstm");
    CHECK(open.view->study().labels()->truth == Truth::PluralSubject);
    CHECK(open.view->study().scores().front().accuracy > 0.95);
    CHECK(open.view->study().scores().front().baseline < 0.7);
}

TEST_CASE("Units are chosen with keys and clicks, and the text tells their values") {
    Units open;
    open.openBundled("brackets-lstm");
    UnitStudy& study = open.view->study();
    const int first = study.unit();
    open.view->list().setFocus();
    QTest::keyClick(&open.view->list(), Qt::Key_Down);
    CHECK(study.unit() == study.ranking()[1]);
    QTest::mouseClick(&open.view->list(), Qt::LeftButton, {}, open.view->list().itemRect(0).center());
    CHECK(study.unit() == first);
    const QString told = open.view->text().itemName(0);
    CHECK(told.contains(QString::number(static_cast<double>(study.states().at(0, first)), 'g', 4).left(5)));
    CHECK(open.view->csv().count(QLatin1Char('\n')) > static_cast<int>(study.states().tokens()) - 2);
    QImage image(open.view->pictureSize().toSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    open.view->paint(painter, QRectF(image.rect()));
    painter.end();
    if (qEnvironmentVariableIsSet("ATTENTARIUM_PICTURES")) {
        image.save(qEnvironmentVariable("ATTENTARIUM_PICTURES") + QStringLiteral("/units-paint.png"));
    }
}

TEST_CASE("A pattern of units is found where it holds, and a click shows it in the text") {
    Units open;
    open.openBundled("brackets-lstm");
    open.part<QTabBar>("unitTabs").setCurrentIndex(1);
    settle();
    UnitStudy& study = open.view->study();
    const auto one = open.view->finder().found();
    REQUIRE(!one.empty());
    QTest::mouseClick(&open.part("addCondition"), Qt::LeftButton);
    open.part<QSpinBox>("soughtUnit").setValue(study.ranking()[3] + 1);
    open.part<QDoubleSpinBox>("soughtThreshold").setValue(0.1);
    settle();
    const auto both = open.view->finder().found();
    CHECK(both.size() < one.size());
    for (const int token : both) CHECK(std::ranges::find(one, token) != one.end());
    auto& list = open.part<QListWidget>("foundPlaces");
    REQUIRE(list.count() > 1);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(1)).center());
    CHECK(open.view->text().current() == list.item(1)->data(Qt::UserRole).toInt());
    open.part<QDoubleSpinBox>("soughtThreshold").setValue(999);
    settle();
    CHECK(open.view->finder().found().empty());
    CHECK(open.part<QLabel>("foundTotal").text().startsWith(QStringLiteral("Nowhere")));
    if (qEnvironmentVariableIsSet("ATTENTARIUM_PICTURES")) {
        open.part<QDoubleSpinBox>("soughtThreshold").setValue(0.1);
        settle();
        open.window->grab().save(qEnvironmentVariable("ATTENTARIUM_PICTURES") + QStringLiteral("/find.png"));
    }
}

TEST_CASE("A cell of the sentence is chosen for the whole window") {
    Units open;
    open.openBundled("brackets-lstm");
    auto& texts = open.part<QComboBox>("watchedText");
    open.chooseIn("watchedText", texts.count() - 1);
    REQUIRE(waitUntil([&] { return open.view->study().watched()->text == WatchedText::Sentence; }));
    open.wait();
    open.view->text().pressItem(2);
    CHECK(open.session->selection().token == 2);
    REQUIRE(open.session->selection().cell);
    CHECK(*open.session->selection().cell == open.view->study().unit());
    const auto node = *open.session->selection().node;
    const auto value = open.session->trace()->values(node)[static_cast<std::size_t>(open.view->study().unit())];
    CHECK(value == Approx(open.view->study().states().at(2, open.view->study().unit())).margin(1e-5));
    // Another sentence is read at once.
    open.session->setText(QStringLiteral("((["));
    REQUIRE(waitUntil([&] { return open.view->study().watched()->words.size() == 3; }));
}

}  // namespace
}  // namespace attentarium::test
