// "Through time" of the Recurrence workspace in the real window, by clicks and keys.

#include "ui/views/unrolled/unrolled_view.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTabBar>
#include <cmath>

#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/small_world.h"
#include "engine/text/special_tokens.h"
#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/explain/numbers.h"
#include "ui/session/resources.h"
#include "ui/views/unrolled/time_bar.h"
#include "ui/views/unrolled/unrolled_canvas.h"
#include "ui/views/unrolled/unrolled_words.h"
#include "ui/window/picture_saving.h"
#include "ui/window/window_actions.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

const QString kSentence = QStringLiteral("in the garden, Rose meets the cat. she");

struct Unrolled : OpenWindow {
    explicit Unrolled(const char* model = "lstm-en", QSize wanted = QSize(1280, 720))
        : OpenWindow(Language::English, wanted) {
        press(Qt::Key_6, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(window->workspaces().kind() == WorkspaceKind::Recurrence);
        window->workspaces().current().showPage(QStringLiteral("unrolled"));
        if (model) openBundled(QLatin1String(model), kSentence);
    }
    void openBundled(const QString& name, const QString& text) {
        open(resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + name, text);
    }
    using OpenWindow::open;
    void open(const QString& folderOfModel, const QString& text) {
        session->setTextFor(folderOfModel, text);
        session->openModel(folderOfModel);
        REQUIRE(waitUntil([&] { return session->folder() == folderOfModel && session->isTraceCurrent(); }));
        settle();
    }
    UnrolledView& view() {
        auto* const found = window->findChild<UnrolledView*>();
        REQUIRE(found);
        return *found;
    }
    UnrolledCanvas& canvas() { return view().canvas(); }
    const UnrolledPicture& picture() { return canvas().picture(); }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void click(const char* name) {
        REQUIRE(part(name).isVisible());
        QTest::mouseClick(&part(name), Qt::LeftButton);
        settle();
    }
    int rowOf(Site site) {
        for (int row = static_cast<int>(picture().rows.size()) - 1; row >= 0; --row) {
            if (picture().rows[static_cast<std::size_t>(row)].site == site) return row;
        }
        FAIL("the picture has no such row");
        return -1;
    }
    float number(Site site, int time, int unit) {
        return picture().numbers(rowOf(site), time)[static_cast<std::size_t>(unit)];
    }
    QPoint placeOf(Site site, int time, int unit) {
        return canvas().plan().square(rowOf(site), time, unit).center().toPoint();
    }
};

TEST_CASE("An LSTM is unrolled over the words, with every gate and state of the trace") {
    Unrolled open;
    CHECK(open.picture().steps() == 10);
    CHECK(open.picture().words[4] == QStringLiteral("Rose"));
    REQUIRE(open.picture().rows.size() == 7);
    const Trace& trace = *open.session->trace();
    const auto forget = trace.find("layers.0.t.3.forget_gate");
    REQUIRE(forget);
    CHECK(open.number(Site::ForgetGate, 3, 7) == trace.values(*forget)[7]);
    CHECK(open.picture().below[0].startsWith(QStringLiteral("→ ")));
    // Everything fits: a class sees all words at once.
    CHECK(open.canvas().width() <= open.view().findChild<QScrollArea*>()->viewport()->width());
    open.click("between");
    CHECK(open.picture().rows.size() == 14);
}

TEST_CASE("The memory of a step is what was before, less what was forgotten, plus what was written") {
    for (const char* const model : {"lstm-en", "gru-en", "rnn-en"}) {
        Unrolled open(model);
        CAPTURE(model);
        const UnrolledLayer& layer = open.picture().layer;
        for (int time = 0; time < 10; ++time) {
            for (const int unit : {0, 5, 31}) {
                const MemoryStep step = memoryStep(*open.session->trace(), layer, time, unit);
                CHECK(step.now == Approx(step.before - step.forgotten() + step.written).margin(1e-6));
                if (time == 0) CHECK(step.before == 0);
                if (layer.cell == RecurrentCell::Lstm) {
                    CHECK(step.kept ==
                          Approx(static_cast<double>(open.number(Site::ForgetGate, time, unit)) * step.before)
                              .margin(1e-6));
                    CHECK(step.shown ==
                          Approx(static_cast<double>(open.number(Site::OutputGate, time, unit)) * std::tanh(step.now))
                              .margin(1e-6));
                }
                if (layer.cell == RecurrentCell::Gru) {
                    const auto z = static_cast<double>(open.number(Site::UpdateGate, time, unit));
                    const auto g = static_cast<double>(open.number(Site::Candidate, time, unit));
                    CHECK(step.written == Approx((1 - z) * g).margin(1e-6));
                }
            }
        }
    }
}

TEST_CASE("Pointing at a gate tells its formula with the numbers, and a click chooses it for the inspector") {
    Unrolled open;
    const QPoint place = open.placeOf(Site::ForgetGate, 2, 11);
    QTest::mouseMove(&open.canvas(), place + QPoint(3, 0));
    QTest::mouseMove(&open.canvas(), place);
    REQUIRE(waitUntil([&] { return open.view().told().contains(QStringLiteral("σ(")); }));
    CHECK(open.view().told().contains(QStringLiteral("garden")));
    CHECK(open.view().told().contains(shortNumber(static_cast<double>(open.number(Site::ForgetGate, 2, 11)))));
    QTest::mouseClick(&open.canvas(), Qt::LeftButton, {}, place);
    const Selection& selection = open.session->selection();
    REQUIRE(selection.node);
    CHECK(open.session->trace()->name(*selection.node) == "layers.0.t.2.forget_gate");
    CHECK(selection.cell == 11);
    CHECK(selection.token == 2);
    CHECK(open.part<QSpinBox>("unit").value() == 12);
    CHECK(open.picture().unit == 11);
}

TEST_CASE("The walk goes forward over the words and back over them with the gradients") {
    Unrolled open;
    TimeBar& bar = open.view().bar();
    CHECK(bar.step() == 9);
    open.click("firstTime");
    CHECK(open.picture().isDone(0));
    CHECK_FALSE(open.picture().isDone(1));
    CHECK(open.session->selection().token == 0);
    open.click("timeForward");
    CHECK(open.picture().isDone(1));
    CHECK(open.session->selection().token == 1);
    // The keys of the transport bar drive it too.
    open.part("between").setFocus();
    const int step = open.session->step();
    open.press(Qt::Key_PageDown);
    CHECK(bar.step() == 2);
    CHECK(open.session->step() == step);
    open.part<QSlider>("time").setValue(10);
    CHECK(open.picture().backward);
    CHECK(open.picture().isDone(9));
    CHECK_FALSE(open.picture().isDone(8));
    open.click("lastTime");
    CHECK(open.picture().isDone(0));
    const Trace& trace = *open.session->trace();
    CHECK(open.number(Site::CellState, 4, 3) == trace.gradients(*trace.find("layers.0.t.4.cell_state"))[3]);
    CHECK(open.view().summary().contains(QStringLiteral("gradient")));
    QTest::mouseClick(&open.canvas(), Qt::LeftButton, {}, open.placeOf(Site::CellState, 4, 3));
    CHECK(open.session->selection().quantity == Quantity::Gradient);
    CHECK(open.view().told().contains(QStringLiteral("through")));
    auto& ways = open.part<QTabBar>("ways");
    QTest::mouseClick(&ways, Qt::LeftButton, {}, ways.tabRect(0).center());
    CHECK_FALSE(open.picture().backward);
    CHECK(open.picture().isDone(9));
}

TEST_CASE("The arrows move among vectors and words, with Shift among units") {
    Unrolled open;
    open.canvas().setFocus();
    open.press(Qt::Key_Down);
    REQUIRE(open.picture().chosen);
    const UnrolledPlace first = *open.picture().chosen;
    open.press(Qt::Key_Right);
    CHECK(open.picture().chosen->time == first.time + 1);
    open.press(Qt::Key_Up);
    CHECK(open.picture().chosen->row == first.row - 1);
    const int unit = open.picture().chosen->unit;
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    CHECK(open.picture().chosen->unit == unit + 1);
}

TEST_CASE("A model without recurrence says so and opens one that has, with the sentence") {
    Unrolled open(nullptr);
    open.session->setText(QStringLiteral("Emma sees the dog"));
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    settle();
    CHECK_FALSE(open.canvas().isVisible());
    open.click("open-gru");
    REQUIRE(waitUntil([&] { return open.session->checkpoint()->model->config().family == Family::Gru; }));
    REQUIRE(waitUntil([&] { return open.session->isTraceCurrent(); }));
    settle();
    CHECK(open.canvas().isVisible());
    CHECK(open.picture().words ==
          QStringList{QStringLiteral("Emma"), QStringLiteral("sees"), QStringLiteral("the"), QStringLiteral("dog")});
}

TEST_CASE("A sequence-to-sequence model has its encoder in both directions and its decoder to choose") {
    Unrolled open(nullptr);
    Vocabulary vocabulary = SmallWorld().lexicon(Language::English);
    vocabulary = withSpecialTokens(vocabulary);
    ModelConfig config{
        .family = Family::Seq2Seq, .layers = 1, .width = 12, .context = 24, .vocabulary = vocabulary.size()};
    config.bidirectional = true;
    config.alignment = Alignment::Additive;
    std::shared_ptr<Model<float>> model = makeModel<float>(config);
    Random random(7);
    model->initialise(random);
    Checkpoint checkpoint;
    checkpoint.model = model;
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, std::move(vocabulary));
    checkpoint.corpus = "small-world";
    const QString folder = open.folder.filePath(QStringLiteral("answers"));
    saveCheckpoint(folder.toStdString(), checkpoint);
    open.open(folder, QStringLiteral("Emma sees the dog"));
    auto& layers = open.part<QComboBox>("layer");
    REQUIRE(layers.count() == 3);
    for (int layer = 0; layer < 3; ++layer) {
        layers.setCurrentIndex(layer);
        Q_EMIT layers.activated(layer);
        settle();
        CAPTURE(layers.currentText().toStdString());
        CHECK(open.picture().steps() >= 1);
        if (layer < 2) CHECK(open.picture().words.value(0) == QStringLiteral("Emma"));
        // The second direction begins at the last word.
        open.view().bar().goToFirst();
        CHECK(open.picture().isNow(layer == 1 ? 3 : 0));
        for (int time = 0; time < open.picture().steps(); ++time) {
            const MemoryStep step = memoryStep(*open.session->trace(), open.picture().layer, time, 3);
            CHECK(step.now == Approx(step.kept + step.written).margin(1e-6));
        }
    }
}

TEST_CASE("The drawing is a table to a screen reader, and a picture and numbers to a file") {
    Unrolled open;
    QAccessibleInterface* const table = QAccessible::queryAccessibleInterface(&open.canvas());
    REQUIRE(table);
    REQUIRE(table->tableInterface());
    CHECK(table->tableInterface()->rowCount() == 7);
    CHECK(table->tableInterface()->columnCount() == 10);
    CHECK(table->text(QAccessible::Description) == open.view().summary());
    CHECK(open.view().csv().count(QLatin1Char('\n')) == 1 + 7 * 10 * 48);
    const QString file = open.folder.filePath(QStringLiteral("unrolled"));
    open.window->pictures().save(file, PictureFormat::Svg);
    CHECK(QSvgRenderer(file + QStringLiteral(".svg")).isValid());
}

}  // namespace
}  // namespace attentarium::test
