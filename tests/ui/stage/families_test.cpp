#include <QImage>
#include <QPainter>
#include <algorithm>
#include <set>

#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "tests/support/families.h"
#include "tests/ui/stage/sample_session.h"
#include "ui/views/stage/stage_picture.h"
#include "ui/views/stage/stage_scene.h"
#include "ui/views/stage/stage_view.h"

using namespace attentarium;

namespace {

/// There has to be one before any session.
struct WithApplication {
    WithApplication() { testApplication(); }
};

/// A session in which a sample has read a sentence.
struct Opened : WithApplication {
    explicit Opened(const FamilySample& sample, const QString& text = QStringLiteral("the fox saw a red apple")) {
        const QString folder = m_folder.filePath(QStringLiteral("model"));
        saveCheckpoint(folder.toStdString(), sampleCheckpoint(sample));
        session.setText(text);
        session.openModel(folder);
        for (int i = 0; i < 1000 && !session.trace(); ++i) QTest::qWait(10);
        REQUIRE(session.trace());
    }

    Session session;

  private:
    QTemporaryDir m_folder;
};

/// What covers a part of another figure's cells.
int overlapping(const StageScene& scene) {
    int count = 0;
    const auto matrices = scene.matrices();
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        const QRectF one(matrices[i]->pos(), matrices[i]->cellsSize());
        for (std::size_t j = i + 1; j < matrices.size(); ++j) {
            count += one.intersects(QRectF(matrices[j]->pos(), matrices[j]->cellsSize())) ? 1 : 0;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("every neural family opens on the stage and is walked through, forward and back") {
    for (const FamilySample& sample : familySamples()) {
        INFO(sample.name);
        Opened opened(sample);
        StageView view(opened.session);
        view.resize(990, 760);
        view.show();
        QTest::qWait(1);
        std::set<int> shown;
        const int last = opened.session.stepCount() - 1;
        for (int there = 0; there <= 2 * last; ++there) {
            opened.session.goToStep(there <= last ? there : 2 * last - there);
            INFO(opened.session.trace()->name(opened.session.currentStep()->node));
            REQUIRE(view.scene().currentFigure());
            shown.insert(opened.session.currentStep()->node.index);
            CHECK_FALSE(view.scene().breadcrumb().isEmpty());
            CHECK(view.scene().items().size() < 250);
        }
        // Whatever has a name and takes part is reached.
        for (const Var node : opened.session.trace()->nodes()) {
            if (!opened.session.trace()->isParameter(node)) CHECK(shown.contains(node.index));
        }
    }
}

TEST_CASE("no page of any family lays one figure over another") {
    for (const FamilySample& sample : familySamples()) {
        INFO(sample.name);
        Opened opened(sample);
        StageView view(opened.session);
        for (const QSize size : {QSize(700, 520), QSize(1100, 760)}) {
            view.resize(size);
            view.show();
            QTest::qWait(1);
            for (int step = 0; step < opened.session.stepCount(); step += 3) {
                opened.session.goToStep(step);
                INFO(opened.session.trace()->name(opened.session.currentStep()->node));
                REQUIRE(overlapping(view.scene()) == 0);
            }
        }
    }
}

TEST_CASE("a row of a figure with a row for each time step opens at its own time step") {
    const auto samples = familySamples();
    const auto lstm = std::ranges::find(samples, Family::Lstm, [](const auto& each) { return each.config.family; });
    REQUIRE(lstm != samples.end());
    Opened opened(*lstm);
    const Trace& trace = *opened.session.trace();
    StageView view(opened.session);
    view.resize(1100, 760);
    view.show();
    QTest::qWait(1);
    const QString name = QStringLiteral("layers.0.t.%1.forget_gate");
    const auto third = trace.find(name.arg(2).toStdString());
    REQUIRE(third);
    const auto now = [&] { return QString::fromStdString(trace.name(opened.session.currentStep()->node)); };
    auto& picture = *view.findChild<StagePicture*>();
    const auto placeOf = [&](const MatrixItem& item) {
        return picture.mapFromScene(item.mapToScene(item.cellRect({2, 3}).center()));
    };
    for (const Phase phase : {Phase::Forward, Phase::Backward}) {
        // In the middle of the walk: that row is worked out only later, or was before.
        const auto start = [&] {
            view.setLevel(StageLevel::Block);
            REQUIRE(opened.session.goToStep(phase, name.arg(phase == Phase::Forward ? 4 : 0)));
            MatrixItem* const item = view.scene().matrixOf(*third);
            REQUIRE(item);
            picture.ensureVisible(item->sceneBoundingRect());
            return item;
        };
        QTest::mouseClick(picture.viewport(), Qt::LeftButton, {}, placeOf(*start()));
        QTest::mouseDClick(picture.viewport(), Qt::LeftButton, {}, placeOf(*view.scene().matrixOf(*third)));
        QTest::qWait(5);
        CHECK(view.level() == StageLevel::Operation);
        CHECK(now() == name.arg(2));
        CHECK(opened.session.currentStep()->phase == phase);

        // A click, and the key.
        QTest::mouseClick(picture.viewport(), Qt::LeftButton, {}, placeOf(*start()));
        QTest::keyClick(picture.viewport(), Qt::Key_Return);
        QTest::qWait(5);
        CHECK(view.level() == StageLevel::Operation);
        CHECK(now() == name.arg(2));

        // A click, and the level's button.
        QTest::mouseClick(picture.viewport(), Qt::LeftButton, {}, placeOf(*start()));
        view.setLevel(StageLevel::Operation);
        CHECK(now() == name.arg(2));

        // Who has gone on since then means the step.
        QTest::mouseClick(picture.viewport(), Qt::LeftButton, {}, placeOf(*start()));
        opened.session.goToStep(opened.session.step() + 1);
        const QString next = now();
        view.setLevel(StageLevel::Operation);
        CHECK(now() == next);
    }
}

TEST_CASE("what time steps add to a gradient is named by who adds it and when") {
    const auto samples = familySamples();
    const auto lstm = std::ranges::find(samples, Family::Lstm, [](const auto& each) { return each.config.family; });
    REQUIRE(lstm != samples.end());
    Opened opened(*lstm);
    StageView view(opened.session);
    view.resize(1600, 900);
    view.show();
    QTest::qWait(1);
    REQUIRE(opened.session.goToStep(Phase::Backward, QStringLiteral("layers.0.t.2.hidden_state")));
    for (const StageLevel level : {StageLevel::Block, StageLevel::Operation}) {
        view.setLevel(level);
        std::set<QString> titles, symbols, names;
        int count = 0;
        for (const MatrixItem* item : view.scene().matrices()) {
            const MatrixContent& content = item->content();
            if (!content.title.startsWith(QStringLiteral("from "))) continue;
            ++count;
            titles.insert(content.title);
            symbols.insert(content.symbol);
            names.insert(content.name.section(QStringLiteral(", 8"), 0, 0));
            CHECK(content.symbol.startsWith(QStringLiteral("from ")));
        }
        CHECK(count >= 3);
        CHECK(static_cast<int>(titles.size()) == count);
        CHECK(static_cast<int>(symbols.size()) == count);
        CHECK(titles.contains(QStringLiteral("from input gate")));
        CHECK(std::ranges::any_of(names, [](const QString& name) {
            return name.startsWith(QStringLiteral("from input gate, time step 4"));
        }));
    }
}

TEST_CASE("the hidden states of both towers are told apart where they meet") {
    const auto samples = familySamples();
    const auto pairs = std::ranges::find(samples, "seq2seq, dot", &FamilySample::name);
    REQUIRE(pairs != samples.end());
    Opened opened(*pairs);
    StageView view(opened.session);
    view.resize(1100, 760);
    view.show();
    QTest::qWait(1);
    REQUIRE(opened.session.goToStep(Phase::Forward, QStringLiteral("decoder.alignment.weights")));
    std::set<QString> titles;
    for (const MatrixItem* item : view.scene().matrices()) titles.insert(item->content().title);
    CHECK(titles.contains(QStringLiteral("Encoder: hidden states")));
    CHECK(titles.contains(QStringLiteral("Decoder: hidden states")));
}
