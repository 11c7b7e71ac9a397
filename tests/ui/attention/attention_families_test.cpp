#include <QLabel>
#include <QStackedWidget>

#include "engine/trace/attention_measures.h"
#include "tests/support/families.h"
#include "tests/ui/attention/attention_fixture.h"

namespace attentarium {
namespace {

/// The application has to be there before any widget.
struct AfterApplication {
    AfterApplication() { testApplication(); }
};

/// A family's sample in the view.
struct OpenFamily : AfterApplication {
    explicit OpenFamily(const FamilySample& sample) : view(session) {
        const QString path = folder.filePath(QStringLiteral("model"));
        saveCheckpoint(path.toStdString(), sampleCheckpoint(sample));
        session.setText(sample.reads() ? QStringLiteral("the fox saw a red apple → she ate")
                                       : QStringLiteral("the fox saw a red apple"));
        view.resize(900, 620);
        view.show();
        session.openModel(path);
        for (int i = 0; i < 500 && !session.trace(); ++i) QTest::qWait(10);
        do QTest::qWait(5);
        while (session.isBusy());
        QTest::qWait(5);
    }

    QTemporaryDir folder;
    Session session;
    AttentionView view;
};

TEST_CASE("Every family shows its attentions in every form, or says that it has none") {
    for (const FamilySample& sample : familySamples()) {
        CAPTURE(sample.name);
        OpenFamily open(sample);
        REQUIRE(open.session.trace());
        const auto layers = attentionLayersOf(*open.session.trace());
        CHECK(open.view.choices().hasAttention() == !layers.empty());
        bool says = false;
        for (const QLabel* label : open.view.findChildren<QLabel*>()) {
            says = says || (label->isVisible() && label->text().contains(QStringLiteral("no attention")));
        }
        CHECK(says == layers.empty());
        if (layers.empty()) continue;
        AttentionChoices& choices = open.view.choices();
        for (int group = 0; group < static_cast<int>(choices.groups().size()); ++group) {
            choices.chooseGroup(group);
            REQUIRE(choices.group() == group);
            const AttentionLayer& layer = choices.currentLayer();
            CHECK(open.view.heatmap().tableRows() == layer.rows);
            CHECK(open.view.heatmap().tableColumns() == layer.columns);
            CHECK(open.view.heatmap().picture().rowWords.size() == layer.rows);
            CHECK(open.view.heatmap().picture().columnWords.size() == layer.columns);
            // A decoder that looks at the source does so for the word that it writes.
            const bool writes =
                layer.kind == AttentionLayer::Kind::Cross || layer.kind == AttentionLayer::Kind::Alignment;
            const QStringList& read = open.session.tracedWords();
            for (int row = 0; writes && row < layer.rows; ++row) {
                const int target = open.session.targetOf(row);
                const QString written = target < 0 ? QStringLiteral("?") : open.session.wordOf(target);
                CHECK(open.view.heatmap().rowName(row) == read[row] + QStringLiteral(" ⇒ ") + written);
            }
            CHECK(open.view.heatmap().picture().title.contains(QStringLiteral("⇒")) == writes);
            for (const auto form :
                 {AttentionView::Form::Lines, AttentionView::Form::Scores, AttentionView::Form::Heatmap}) {
                open.view.showForm(form);
                QTest::qWait(2);
                CHECK_FALSE(open.view.grab().isNull());
            }
            open.view.showForm(AttentionView::Form::Scores);
            QTest::qWait(2);
            choices.chooseCell(layer.rows - 1, layer.columns - 1);
            const Cell cell = attentionCell(*open.session.trace(), layer.stages.front(), Quantity::Value,
                                            choices.head(), layer.rows - 1, layer.columns - 1);
            CHECK(open.view.scores().explanation().total ==
                  Approx(static_cast<double>(
                             open.session.trace()->values(cell.node)[static_cast<std::size_t>(cell.index)]))
                      .margin(1e-5));
            for (const HeadMix mix : {HeadMix::MeanOfHeads, HeadMix::MaximumOfLayers, HeadMix::Rollout}) {
                choices.chooseMix(mix);
                CHECK(open.view.heatmap().picture().isEmpty() == (mix == HeadMix::Rollout && !layer.looksAtItself()));
            }
            choices.chooseMix(HeadMix::OneHead);
        }
    }
}

TEST_CASE("Alignment has the answer's words on one side and the source's on the other") {
    for (const FamilySample& sample : familySamples()) {
        if (sample.name != "seq2seq, additive") continue;
        OpenFamily open(sample);
        const AttentionPicture& picture = open.view.heatmap().picture();
        CHECK(picture.columnWords == QStringList{QStringLiteral("the"), QStringLiteral("fox"), QStringLiteral("saw"),
                                                 QStringLiteral("a"), QStringLiteral("red"), QStringLiteral("apple")});
        CHECK_FALSE(picture.rowWords.filter(QStringLiteral("ate ⇒ ")).isEmpty());
        // A row is a time step's, and the cell that is chosen is that time step's.
        open.view.choices().chooseCell(2, 4);
        CHECK(open.session.trace()->timeOf(*open.session.selection().node) == 2);
        CHECK(open.session.selection().cell == 4);
        CHECK(open.session.selection().token == 2);
        CHECK(open.view.choices().chosenRow() == 2);
        CHECK(open.view.choices().chosenColumn() == 4);
    }
}

}  // namespace
}  // namespace attentarium
