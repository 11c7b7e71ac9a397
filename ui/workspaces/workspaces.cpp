#include "ui/workspaces/workspaces.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/views/answering/answering_view.h"
#include "ui/views/attention/attention_view.h"
#include "ui/views/positions/longer_view.h"
#include "ui/views/positions/shuffle_view.h"
#include "ui/views/positions/turning_view.h"
#include "ui/views/positions/vectors_view.h"
#include "ui/views/stage/stage_view.h"
#include "ui/views/tokens/tokens_view.h"
#include "ui/views/training_charts/film_recorder.h"
#include "ui/views/training_charts/time_machine.h"
#include "ui/views/units/units_view.h"
#include "ui/views/unrolled/comparison_view.h"
#include "ui/views/unrolled/gradients_view.h"
#include "ui/views/unrolled/unrolled_view.h"
#include "ui/views/word_map/word_map_view.h"
#include "ui/views/word_vectors/lookup_view.h"
#include "ui/views/word_vectors/similarity_view.h"
#include "ui/views/word_vectors/word2vec_view.h"
#include "ui/workspaces/pages.h"
#include "ui/workspaces/training_page.h"
#include "ui/workspaces/view_workspace.h"

namespace attentarium {
namespace {

std::unique_ptr<Workspace> embeddings(Session& session) {
    auto pages = std::make_unique<PagedWorkspace>(QStringLiteral("embeddings"));
    pages->add(QStringLiteral("map"), QT_TRANSLATE_NOOP("attentarium::Pages", "Map"), new WordMapView(session));
    pages->add(QStringLiteral("look-up"), QT_TRANSLATE_NOOP("attentarium::Pages", "Look-up and layers"),
               new LookupView(session));
    pages->add(QStringLiteral("similarity"), QT_TRANSLATE_NOOP("attentarium::Pages", "Similarity and bias"),
               new SimilarityView(session));
    pages->add(QStringLiteral("word2vec"), QT_TRANSLATE_NOOP("attentarium::Pages", "word2vec"),
               new Word2VecView(session));
    return pages;
}

std::unique_ptr<Workspace> positions(Session& session) {
    auto pages = std::make_unique<PagedWorkspace>(QStringLiteral("positions"));
    pages->add(QStringLiteral("vectors"), QT_TRANSLATE_NOOP("attentarium::Pages", "Position vectors"),
               new VectorsView(session));
    pages->add(QStringLiteral("turning"), QT_TRANSLATE_NOOP("attentarium::Pages", "Rotary and ALiBi"),
               new TurningView(session));
    pages->add(QStringLiteral("shuffle"), QT_TRANSLATE_NOOP("attentarium::Pages", "Shuffled words"),
               new ShuffleView(session));
    pages->add(QStringLiteral("longer"), QT_TRANSLATE_NOOP("attentarium::Pages", "Train short, test long"),
               new LongerView(session));
    return pages;
}

std::unique_ptr<Workspace> recurrence(Session& session) {
    auto pages = std::make_unique<PagedWorkspace>(QStringLiteral("recurrence"));
    pages->add(QStringLiteral("unrolled"), QT_TRANSLATE_NOOP("attentarium::Pages", "Through time"),
               new UnrolledView(session));
    pages->add(QStringLiteral("gradients"), QT_TRANSLATE_NOOP("attentarium::Pages", "Gradients through time"),
               new GradientsView(session));
    pages->add(QStringLiteral("units"), QT_TRANSLATE_NOOP("attentarium::Pages", "What a unit knows"),
               new UnitsView(session));
    pages->add(QStringLiteral("answering"), QT_TRANSLATE_NOOP("attentarium::Pages", "Reading and answering"),
               new AnsweringView(session));
    pages->add(QStringLiteral("compare"), QT_TRANSLATE_NOOP("attentarium::Pages", "Side by side"),
               new ComparisonView(session));
    return pages;
}

}  // namespace

Workspaces::Workspaces(Session& session, QWidget* parent)
    : QStackedWidget(parent),
      m_stage(new StageView(session)),
      m_attention(new AttentionView(session)),
      m_tokens(new TokensView(session)),
      m_training(new TrainingPage(session)) {
    add(WorkspaceKind::Stage, workspaceOf(*m_stage));
    add(WorkspaceKind::Attention, workspaceOf(*m_attention));
    add(WorkspaceKind::Tokens, workspaceOf(*m_tokens));
    add(WorkspaceKind::Embeddings, embeddings(session));
    add(WorkspaceKind::Positions, positions(session));
    add(WorkspaceKind::Recurrence, recurrence(session));
    add(WorkspaceKind::Training, workspaceOf(*m_training));
    m_training->timeMachine().setPicture([this] { return frame(); });
    FilmRecorder& recorder = m_training->timeMachine().recorder();
    const auto follow = [this, &recorder] { m_attention->followHidden(recorder.isRecording()); };
    connect(&recorder, &FilmRecorder::progressed, this, follow);
    connect(&recorder, &FilmRecorder::finished, this, follow);
    connect(&recorder, &FilmRecorder::cancelled, this, follow);
    connect(&recorder, &FilmRecorder::failed, this, follow);
    setFocusProxy(m_stage);
}

Workspaces::~Workspaces() = default;

void Workspaces::add(WorkspaceKind kind, std::unique_ptr<Workspace> workspace) {
    addWidget(workspace->widget());
    if (auto* const pages = qobject_cast<Pages*>(workspace->widget())) {
        connect(pages, &Pages::pageChanged, this, &Workspaces::kindChanged);
    }
    m_workspaces.emplace(kind, std::move(workspace));
}

QImage Workspaces::frame() {
    constexpr double kWidest = 1280, kHighest = 960;
    Workspace& filmed = *m_workspaces.at(m_filmed);
    const QSizeF whole = filmed.pictureSize();
    const double scale = std::min({1.0, kWidest / whole.width(), kHighest / whole.height()});
    const QSize size = (whole * scale).toSize().expandedTo(QSize(16, 16));
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme().stage);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    filmed.paint(painter, QRectF(QPointF(), QSizeF(size)));
    return image;
}

void Workspaces::show(WorkspaceKind kind) {
    if (kind == WorkspaceKind::Stage || kind == WorkspaceKind::Attention) m_filmed = kind;
    if (std::exchange(m_kind, kind) == kind) return;
    const QWidget* focused = window()->focusWidget();
    const bool hasFocus = focused && isAncestorOf(focused);
    setCurrentWidget(current().widget());
    setFocusProxy(current().widget());
    if (hasFocus) current().widget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT kindChanged();
}

}  // namespace attentarium
