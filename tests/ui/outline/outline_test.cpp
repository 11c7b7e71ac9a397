#include <QAbstractItemModelTester>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/models/outline_model.h"
#include "ui/views/outline/outline_view.h"

using namespace attentarium;

namespace {

OutlineModel::Naming plainNames() {
    return {[](const Trace& trace, Var node) { return QString::fromStdString(trace.name(node)); },
            [](const Trace& trace, Var node) {
                QStringList parts = QString::fromStdString(trace.name(node)).split(QLatin1Char('.'));
                return parts[0] == QLatin1String("blocks") ? parts.mid(1, 2) : QStringList();
            }};
}

int leaves(const OutlineModel& model, const QModelIndex& within = {}) {
    int count = 0;
    for (int row = 0; row < model.rowCount(within); ++row) {
        const QModelIndex index = model.index(row, 0, within);
        count += index.data(OutlineModel::NodeRole).toInt() >= 0 ? 1 : leaves(model, index);
    }
    return count;
}

struct Shown : SmallSession {
    Shown() : view(*session) {
        view.resize(300, 700);
        view.show();
        QTest::qWait(5);
    }
    QModelIndex index(const char* name) { return static_cast<OutlineModel*>(view.model())->indexOf(node(name)); }
    void click(const char* name) {
        view.scrollTo(index(name));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index(name)).center());
    }
    std::string stepName() { return session->trace()->name(session->currentStep()->node); }

    OutlineView view;
};

}  // namespace

TEST_CASE("the outline is a well-behaved tree with every named value and parameter once") {
    testApplication();
    OutlineModel model(plainNames());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(model.rowCount() == 0);
    const auto trace = smallTrace({3, 4, 5});
    model.setTrace(trace);
    CHECK(leaves(model) == static_cast<int>(trace->nodes().size()));
    for (const Var node : trace->nodes()) {
        const QModelIndex index = model.indexOf(node);
        REQUIRE(index.isValid());
        CHECK(index.data().toString().toStdString() == trace->name(node));
        CHECK(index.siblingAtColumn(OutlineModel::Size).data().toString().isEmpty() == false);
    }
    model.setCurrent(*trace->find("logits"));
    CHECK(model.indexOf(*trace->find("logits")).data(OutlineModel::CurrentRole).toBool());
    model.setTrace(nullptr);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a longer sentence changes sizes and leaves the rows where they are") {
    testApplication();
    OutlineModel model(plainNames());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTrace(smallTrace({3, 4, 5}));
    const auto longer = smallTrace({3, 4, 5, 6, 7});
    const QPersistentModelIndex kept = model.indexOf(*longer->find("input"));
    const QPersistentModelIndex block = kept.model()->index(model.rowCount() - 1, 0);
    model.setTrace(longer);
    CHECK(kept.isValid());
    CHECK(kept.sibling(kept.row(), OutlineModel::Size).data().toString() == QStringLiteral("5 × 8"));
    // One word has no loss: other parts, another tree.
    model.setTrace(smallTrace({3}));
    CHECK_FALSE(kept.isValid());
}

TEST_CASE("parts say how much they have learned") {
    Shown shown;
    const QModelIndex block = shown.index("blocks.0.attention_residual").parent();
    CHECK(block.data().toString() == QStringLiteral("block 1"));
    // 2 LayerNorms of 2 · 8, 4 projections of 8 · 8 + 8, feed-forward 8 · 32 + 32 + 32 · 8 + 8.
    CHECK(block.siblingAtColumn(1).data().toString() == QStringLiteral("872"));
    const QModelIndex weight = shown.index("blocks.0.attention.query.weight");
    CHECK(weight.data().toString() == QStringLiteral("query weight matrix"));
    CHECK(weight.parent().data().toString() == QStringLiteral("attention"));
    CHECK(weight.siblingAtColumn(1).data().toString() == QStringLiteral("8 × 8"));
}

TEST_CASE("a click goes to the step of the part in the current phase and chooses it") {
    Shown shown;
    shown.click("blocks.0.attention.weights");
    CHECK(shown.stepName() == "blocks.0.attention.weights");
    CHECK(shown.session->currentStep()->phase == Phase::Forward);
    CHECK(shown.session->selection().node == shown.node("blocks.0.attention.weights"));
    CHECK(shown.index("blocks.0.attention.weights").data(OutlineModel::CurrentRole).toBool());
    shown.session->goToStep(Phase::Backward, QStringLiteral("loss"));
    shown.click("blocks.1.attention.key.weight");
    CHECK(shown.session->currentStep()->phase == Phase::Backward);
    CHECK(shown.stepName() == "blocks.1.attention.key.weight");
    CHECK(shown.session->selection().quantity == Quantity::Gradient);
    shown.click("token_losses");
    CHECK(shown.session->currentStep()->phase == Phase::Backward);
}

TEST_CASE("a parameter on the way forward is chosen without moving the step") {
    Shown shown;
    shown.session->goToStep(Phase::Forward, QStringLiteral("logits"));
    shown.click("blocks.0.attention.query.weight");
    CHECK(shown.stepName() == "logits");
    CHECK(shown.session->selection().node == shown.node("blocks.0.attention.query.weight"));
}

TEST_CASE("the keys walk the tree and enter chooses") {
    Shown shown;
    shown.view.setCurrentIndex(shown.index("token_embedding"));
    const int before = shown.session->step();
    QTest::keyClick(&shown.view, Qt::Key_Down);
    CHECK(shown.session->step() == before);
    shown.view.setCurrentIndex(shown.index("input"));
    QTest::keyClick(&shown.view, Qt::Key_Return);
    CHECK(shown.stepName() == "input");
}

TEST_CASE("stepping shows the current part, also in a block that was closed") {
    Shown shown;
    shown.view.collapseAll();
    shown.session->goToStep(Phase::Forward, QStringLiteral("blocks.1.feed_forward.hidden"));
    const QModelIndex index = shown.index("blocks.1.feed_forward.hidden");
    CHECK(shown.view.viewport()->rect().intersects(shown.view.visualRect(index)));
    CHECK_FALSE(shown.view.visualRect(index).isEmpty());
}

TEST_CASE("without a trace the outline is calm and empty") {
    testApplication();
    Session session;
    OutlineView view(session);
    view.resize(300, 300);
    view.grab();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(20, 20));
    CHECK(session.step() == 0);
}
