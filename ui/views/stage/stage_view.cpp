#include "ui/views/stage/stage_view.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/explain/theme.h"
#include "ui/views/stage/stage_accessible.h"
#include "ui/views/stage/stage_picture.h"
#include "ui/views/stage/stage_scene.h"

namespace attentarium {
namespace {

constexpr qreal kZoomStep = 1.25;

}  // namespace

StageView::StageView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_scene(new StageScene(session, font(), this)),
      m_picture(new StagePicture(*m_scene, this)) {
    installStageAccessibility();
    setFocusProxy(m_picture);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_picture);
    connect(&session, &Session::traceChanged, this, [this] {
        m_scene->rebuild();
        m_picture->showCurrent();
    });
    connect(&session, &Session::stepChanged, this, &StageView::follow);
    connect(&session, &Session::selectionChanged, m_scene, &StageScene::refresh);
    m_picture->setAccessibleName(tr("Stage"));
    setAccessibleName(tr("Stage"));
}

StageView::~StageView() {
    disconnect(&m_session, nullptr, this, nullptr);
}

void StageView::follow() {
    m_scene->refresh();
    m_picture->showCurrent();
}

void StageView::paint(QPainter& painter, const QRectF& target) {
    painter.fillRect(target, theme().stage);
    m_scene->render(&painter, target, m_scene->sceneRect(), Qt::KeepAspectRatio);
}

QSizeF StageView::pictureSize() const {
    return m_scene->sceneRect().size();
}

void StageView::zoomIn() {
    m_picture->zoomBy(kZoomStep);
}

void StageView::zoomOut() {
    m_picture->zoomBy(1 / kZoomStep);
}

void StageView::zoomToFit() {
    m_picture->fit();
}

void StageView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::LanguageChange:
            setAccessibleName(tr("Stage"));
            m_picture->setAccessibleName(tr("Stage"));
            m_picture->adopt();
            break;
        case QEvent::PaletteChange:
        case QEvent::FontChange:
        case QEvent::ApplicationFontChange:
            m_picture->adopt();
            break;
        default:
            break;
    }
}

}  // namespace attentarium
