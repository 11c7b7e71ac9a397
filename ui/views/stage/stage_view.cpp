#include "ui/views/stage/stage_view.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/explain/theme.h"
#include "ui/views/stage/mini_map.h"
#include "ui/views/stage/source_strip.h"
#include "ui/views/stage/stage_accessible.h"
#include "ui/views/stage/stage_header.h"
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
      m_picture(new StagePicture(*m_scene, this)),
      m_header(new StageHeader(*m_scene, this)),
      m_sources(new SourceStrip(*m_scene, this)),
      m_map(new MiniMap(*m_scene, *m_picture, this)) {
    installStageAccessibility();
    setFocusProxy(m_picture);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_sources);
    m_sources->hide();
    m_map->hide();
    m_picture->installEventFilter(this);
    connect(&session, &Session::traceChanged, this, [this] {
        m_scene->rebuild();
        m_picture->showCurrent();
        showAround();
    });
    connect(m_scene, &StageScene::levelChanged, this, [this] {
        showAround();
        m_picture->showCurrent();
        Q_EMIT levelChanged();
    });
    connect(m_scene, &StageScene::shownChanged, this, [this] {
        showAround();
        Q_EMIT shownChanged();
    });
    connect(m_picture, &StagePicture::viewChanged, this, &StageView::placeMap);
    connect(&session, &Session::stepChanged, this, &StageView::follow);
    connect(&session, &Session::selectionChanged, this, [this] {
        m_scene->refresh();
        showAround();
    });
    m_picture->setAccessibleName(tr("Stage"));
    setAccessibleName(tr("Stage"));
}

StageView::~StageView() {
    disconnect(&m_session, nullptr, this, nullptr);
}

void StageView::follow() {
    m_scene->refresh();
    m_picture->showCurrent();
    showAround();
}

void StageView::showAround() {
    m_header->adopt();
    const bool cells = m_scene->hasTrace() && m_scene->level() == StageLevel::Cells;
    if (cells) m_sources->adopt();
    m_sources->setVisible(cells);
    placeMap();
}

void StageView::placeMap() {
    const QRect viewport(m_picture->viewport()->mapTo(this, QPoint()), m_picture->viewport()->size());
    m_map->adopt(viewport);
}

StageLevel StageView::level() const {
    return m_scene->level();
}

void StageView::setLevel(StageLevel level) {
    m_scene->setLevel(level);
}

Shown StageView::shown() const {
    return m_scene->shown();
}

void StageView::setShown(Shown shown) {
    m_scene->setShown(shown);
}

void StageView::setMapped(bool mapped) {
    m_map->setWanted(mapped);
    placeMap();
}

bool StageView::isMapped() const {
    return m_map->isWanted();
}

void StageView::setAnimated(bool animated) {
    m_picture->setAnimated(animated);
}

bool StageView::isAnimated() const {
    return m_picture->isAnimated();
}

void StageView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeMap();
}

bool StageView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_picture && event->type() == QEvent::Resize) placeMap();
    return QWidget::eventFilter(watched, event);
}

void StageView::paint(QPainter& painter, const QRectF& target) {
    painter.fillRect(target, theme().stage);
    // Of printed cells there may be millions: the picture is what is seen of them.
    if (m_scene->hasTrace() && m_scene->level() == StageLevel::Cells) {
        m_picture->render(&painter, target, m_picture->viewport()->rect(), Qt::KeepAspectRatio);
        return;
    }
    m_scene->render(&painter, target, m_scene->sceneRect(), Qt::KeepAspectRatio);
}

QSizeF StageView::pictureSize() const {
    if (m_scene->hasTrace() && m_scene->level() == StageLevel::Cells) return m_picture->viewport()->size();
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
            m_header->retranslate();
            m_picture->adopt();
            showAround();
            break;
        case QEvent::PaletteChange:
        case QEvent::FontChange:
        case QEvent::ApplicationFontChange:
            m_picture->adopt();
            showAround();
            break;
        default:
            break;
    }
}

}  // namespace attentarium
