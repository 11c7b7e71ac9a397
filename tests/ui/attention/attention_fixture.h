#pragma once

#include <QImage>
#include <QPainter>

#include "tests/support/catch.h"
#include "tests/ui/stage/sample_session.h"
#include "ui/views/attention/attention_choices.h"
#include "ui/views/attention/attention_view.h"
#include "ui/views/attention/head_grid.h"
#include "ui/views/attention/heatmap_view.h"
#include "ui/views/attention/lines_view.h"
#include "ui/views/attention/score_view.h"

namespace attentarium {

/// The attention of a sentence, shown.
struct AttentionFixture {
    explicit AttentionFixture(const QString& text = kSampleText, const SampleModel& model = {})
        : session(text, model), view(*session) {
        REQUIRE(session->trace());
        view.resize(900, 620);
        view.show();
        settle();
    }

    void settle() const {
        // Once more after the last result has been handed over.
        do QTest::qWait(5);
        while (const_cast<SampleSession&>(session)->isBusy());
        QTest::qWait(5);
    }
    Var node(const std::string& name) { return session->trace()->find(name).value(); }
    AttentionChoices& choices() { return view.choices(); }
    QPoint middleOf(int row, int column) { return view.heatmap().cellRect(row, column).center(); }
    void click(QAbstractScrollArea& area, QPoint place, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(area.viewport(), Qt::LeftButton, keys, place);
        QTest::qWait(1);
    }
    QImage image() {
        QImage made(view.pictureSize().toSize(), QImage::Format_RGB32);
        QPainter painter(&made);
        view.paint(painter, made.rect());
        return made;
    }

    SampleSession session;
    AttentionView view;
};

}  // namespace attentarium
