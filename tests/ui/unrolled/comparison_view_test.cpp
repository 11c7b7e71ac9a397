// "Side by side" of the Recurrence workspace in the real window, by clicks and keys.

#include "ui/views/unrolled/comparison_view.h"

#include <QAccessible>
#include <QSvgRenderer>
#include <cmath>

#include "engine/io/checkpoint.h"
#include "engine/train/look.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/comparison_study.h"
#include "ui/session/resources.h"
#include "ui/views/unrolled/comparison_table.h"
#include "ui/window/picture_saving.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Compared : OpenWindow {
    explicit Compared(Language language = Language::English) : OpenWindow(language) {
        press(Qt::Key_6, Qt::ControlModifier | Qt::ShiftModifier);
        window->workspaces().current().showPage(QStringLiteral("compare"));
        wait();
    }
    void wait() {
        REQUIRE(waitUntil([this] { return study().comparison() && !study().isBusy(); }));
        settle();
    }
    void read(const QString& text) {
        session->setText(text);
        settle();
        wait();
    }
    ComparisonView& view() { return *window->findChild<ComparisonView*>(); }
    ComparisonStudy& study() { return view().study(); }
    const Comparison& comparison() { return *study().comparison(); }
};

TEST_CASE("Four models say what comes next, and lose what their own runs lose") {
    Compared open;
    open.read(QStringLiteral("in the garden, Rose meets the cat."));
    REQUIRE(open.comparison().models.size() == 4);
    const QStringList folders{QStringLiteral("rnn-en"), QStringLiteral("lstm-en"), QStringLiteral("gru-en"),
                              QStringLiteral("small-world-en")};
    for (std::size_t i = 0; i < 4; ++i) {
        const QString folder =
            resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + folders[static_cast<qsizetype>(i)];
        const Checkpoint checkpoint = loadCheckpoint(folder.toStdString());
        const auto trace = look(*checkpoint.model, checkpoint.tokenizer->encode("in the garden, Rose meets the cat."),
                                LookDepth::Forward);
        const ComparedModel& model = open.comparison().models[i];
        CAPTURE(model.name.toStdString());
        CHECK(model.parameters == checkpoint.model->parameters().count());
        const auto losses = trace->values(*trace->find(Site::TokenLosses));
        REQUIRE(model.steps.size() == losses.size());
        double total = 0;
        for (std::size_t step = 0; step + 1 < losses.size(); ++step) {
            CHECK(model.steps[step].loss == Approx(static_cast<double>(losses[step])).margin(2e-5));
            total += model.steps[step].loss;
        }
        CHECK(model.total == Approx(total));
        CHECK(model.milliseconds > 0);
        CHECK(model.steps[0].next.size() == 3);
        CHECK(model.steps[0].next[0].second >= model.steps[0].next[1].second);
    }
    // Near the same number of parameters, as the page says.
    CHECK(std::abs(open.comparison().models[0].parameters - open.comparison().models[1].parameters) < 1000);
    const auto least = std::ranges::min_element(open.comparison().models, {}, &ComparedModel::total);
    CHECK(open.view().sentence().startsWith(least->name));
}

TEST_CASE("A word that the models do not know is answered in place, and so is a sentence that is too long") {
    Compared open;
    open.read(QStringLiteral("Emma sees Zaphod"));
    CHECK(open.view().problem().contains(QStringLiteral("Zaphod")));
    CHECK_FALSE(open.view().table().isVisible());
    open.read(QStringLiteral("Emma sees the dog"));
    CHECK(open.view().problem().isEmpty());
    CHECK(open.view().table().isVisible());
    open.read(QStringLiteral("Emma"));
    CHECK_FALSE(open.view().problem().isEmpty());
    QString text;
    for (int i = 0; i < 70; ++i) text += QStringLiteral("Emma ");
    open.read(text);
    CHECK(open.view().problem().contains(QStringLiteral("64")));
    open.read(QString());
    CHECK_FALSE(open.view().problem().isEmpty());
}

TEST_CASE("A word chosen here is chosen everywhere, by mouse and by keys") {
    Compared open;
    open.read(QStringLiteral("Emma sees the dog"));
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    ComparisonTable& table = open.view().table();
    QTest::mouseClick(&table, Qt::LeftButton, {}, table.cellRect(2, 1).center());
    CHECK(open.session->selection().token == 1);
    CHECK(open.view().told().contains(QStringLiteral("GRU")));
    CHECK(open.view().told().contains(QStringLiteral("sees")));
    table.setFocus();
    open.press(Qt::Key_Right);
    CHECK(open.session->selection().token == 2);
    open.press(Qt::Key_Down);
    CHECK(open.view().told().contains(QStringLiteral("GPT")));
    open.session->selectToken(0);
    settle();
    CHECK(table.isCellChosen(3, 0));
}

TEST_CASE("The Chinese models read a Chinese sentence") {
    Compared open(Language::Chinese);
    open.read(QStringLiteral("在花园里，罗丝遇见了小猫。"));
    CHECK(open.comparison().models.size() == 4);
    CHECK(open.comparison().words.contains(QStringLiteral("小猫")));
}

TEST_CASE("The comparison is a table to a screen reader, and a picture and numbers to a file") {
    Compared open;
    open.read(QStringLiteral("Emma sees the dog"));
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(&open.view().table());
    REQUIRE(table);
    REQUIRE(table->tableInterface());
    CHECK(table->tableInterface()->rowCount() == 4);
    CHECK(table->tableInterface()->columnCount() == 4);
    CHECK(open.view().csv().count(QLatin1Char('\n')) == 1 + 4 * 4);
    const QString file = open.folder.filePath(QStringLiteral("compared"));
    open.window->pictures().save(file, PictureFormat::Svg);
    CHECK(QSvgRenderer(file + QStringLiteral(".svg")).isValid());
}

}  // namespace
}  // namespace attentarium::test
