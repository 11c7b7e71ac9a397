#pragma once

#include <QImage>
#include <QPainter>

#include "tests/support/catch.h"
#include "tests/ui/stage/sample_session.h"
#include "ui/views/stage/stage_picture.h"
#include "ui/views/stage/stage_scene.h"
#include "ui/views/stage/stage_view.h"

namespace attentarium {

inline const QString kWeights = QStringLiteral("blocks.0.attention.weights");
inline const QString kQuery = QStringLiteral("blocks.0.attention.query");

/// A stage that is shown, with a sentence on it.
struct StageFixture {
    explicit StageFixture(const QString& text = kSampleText) : session(text), view(*session) {
        REQUIRE(session->trace());
        view.resize(990, 760);
        view.show();
        QTest::qWait(1);
    }

    Var node(const QString& name) { return session->trace()->find(name.toStdString()).value(); }
    std::string currentName() { return session->trace()->name(session->currentStep()->node); }
    StagePicture& picture() { return *view.findChild<StagePicture*>(); }
    MatrixItem& matrix(const QString& name) {
        MatrixItem* found = view.scene().matrixOf(node(name));
        REQUIRE(found);
        return *found;
    }
    BoxItem& box(const QString& text) {
        for (BoxItem* item : view.scene().boxes()) {
            if (item->text() == text) return *item;
        }
        throw std::runtime_error("no box " + text.toStdString());
    }
    void click(const QGraphicsItem& item, QPointF inItem) {
        picture().ensureVisible(item.sceneBoundingRect());
        QTest::mouseClick(picture().viewport(), Qt::LeftButton, {}, picture().mapFromScene(item.mapToScene(inItem)));
        QTest::qWait(1);
    }
    QImage image() {
        QImage made(view.pictureSize().toSize(), QImage::Format_RGB32);
        QPainter painter(&made);
        view.paint(painter, made.rect());
        return made;
    }

    SampleSession session;
    StageView view;
};

}  // namespace attentarium
