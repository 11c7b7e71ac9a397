#include "ui/views/attention/attention_view.h"

#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/attention/attention_controls.h"
#include "ui/views/attention/head_chips.h"
#include "ui/views/attention/head_grid.h"
#include "ui/views/attention/heatmap_view.h"
#include "ui/views/attention/lines_view.h"
#include "ui/views/attention/number_table.h"
#include "ui/views/attention/score_view.h"
#include "ui/views/elided_label.h"

namespace attentarium {
namespace {

constexpr double kZoomStep = 1.25;
/// In a file: large enough for printed values in small matrices, and for the whole of long ones.
constexpr double kPictureSide = 900, kMostCell = 36, kLeastCell = 2;

double pictureCell(const AttentionPicture& picture) {
    const int most = std::max({1, picture.numbers.columns, picture.numbers.rowCount()});
    return std::clamp(kPictureSide / most, kLeastCell, kMostCell);
}

}  // namespace

AttentionView::AttentionView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_choices(new AttentionChoices(session, this)),
      m_pages(new QStackedWidget(this)),
      m_nothing(new QLabel(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_grid(new HeadGrid(*m_choices)),
      m_title(new ElidedLabel),
      m_forms(new QTabBar),
      m_large(new QStackedWidget),
      m_heatmap(new HeatmapView(*m_choices)),
      m_chips(new HeadChips(*m_choices)),
      m_lines(new LinesView(*m_choices)),
      m_scores(new ScoreView(*m_choices)),
      m_told(new ElidedLabel) {
    auto* left = new QWidget;
    auto* heads = new QVBoxLayout(left);
    heads->setContentsMargins({});
    heads->setSpacing(4);
    heads->addWidget(new GroupControls(*m_choices));
    heads->addWidget(m_grid, 1);
    auto* right = new QWidget;
    auto* large = new QVBoxLayout(right);
    large->setContentsMargins({});
    large->setSpacing(4);
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    for (int form = 0; form < 3; ++form) m_forms->addTab(QString());
    large->addWidget(m_forms);
    large->addWidget(new MatrixControls(*m_choices));
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setContentsMargins(8, 2, 8, 0);
    m_told->setContentsMargins(8, 0, 8, 6);
    // Its line is kept free from the beginning.
    m_told->setText(QStringLiteral(" "));
    large->addWidget(m_title);
    auto* lines = new QWidget;
    auto* lineColumn = new QVBoxLayout(lines);
    lineColumn->setContentsMargins({});
    lineColumn->setSpacing(4);
    lineColumn->addWidget(m_chips);
    lineColumn->addWidget(m_lines, 1);
    m_large->addWidget(m_heatmap);
    m_large->addWidget(lines);
    m_large->addWidget(m_scores);
    large->addWidget(m_large, 1);
    large->addWidget(m_told);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({270, 490});
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(40);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_nothing);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    const auto tell = [this](const QString& sentence) {
        m_told->setText(sentence.isEmpty() ? QStringLiteral(" ") : sentence);
    };
    connect(m_heatmap, &HeatmapView::told, m_told, tell);
    connect(m_lines, &LinesView::told, m_told, tell);
    connect(m_scores, &ScoreView::told, m_told, tell);
    connect(m_forms, &QTabBar::currentChanged, this, [this](int form) {
        m_large->setCurrentIndex(form);
        refresh();
    });
    connect(m_choices, &AttentionChoices::changed, this, &AttentionView::refresh);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    retranslate();
    refresh();
}

AttentionView::~AttentionView() {
    disconnect(&m_session, nullptr, m_choices, nullptr);
}

void AttentionView::refresh() {
    const bool empty = !m_choices->hasAttention();
    m_pages->setCurrentIndex(empty && m_session.trace() ? 1 : 0);
    divide();
    // Tab comes to what was made last at the very end; chips are made when a model's heads are known.
    QWidget* before = m_heatmap;
    for (HeadChip* chip : m_chips->findChildren<HeadChip*>()) {
        setTabOrder(before, chip);
        before = chip;
    }
    const AttentionPicture& picture = m_heatmap->picture();
    m_title->setText(picture.isEmpty() && !empty ? picture.title + QStringLiteral(" — ") + tr("being worked out …")
                                                 : titleShown());
}

void AttentionView::divide() {
    if (m_divided || !m_choices->hasAttention()) return;
    constexpr int kUsual = 270;
    const int left = std::max(kUsual, std::min(m_grid->comfortableWidth(), m_splitter->width() * 11 / 20));
    m_splitter->setSizes({left, std::max(1, m_splitter->width() - left)});
}

QString AttentionView::titleShown() const {
    if (form() != Form::Scores) return m_heatmap->picture().title;
    const QString remark = m_choices->hasAttention() ? remarkOn(*m_choices, m_choices->place()) : QString();
    return remark.isEmpty() ? m_scores->heading() : m_scores->heading() + QStringLiteral(" · ") + remark;
}

AttentionView::Form AttentionView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void AttentionView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

QWidget* AttentionView::large() const {
    switch (form()) {
        case Form::Heatmap:
            break;
        case Form::Lines:
            return m_lines;
        case Form::Scores:
            return m_scores;
    }
    return m_heatmap;
}

void AttentionView::retranslate() {
    setAccessibleName(tr("Attention"));
    m_forms->setAccessibleName(tr("How the attention is shown"));
    m_forms->setTabText(0, tr("Heatmap"));
    m_forms->setTabText(1, tr("Lines"));
    m_forms->setTabText(2, tr("Query × key"));
    m_nothing->setText(
        tr("This model has no attention: it has no words that look at other words.\n\nTransformers have it (GPT, BERT, "
           "encoder–decoders), and recurrent encoder–decoders with alignment. The bundled models of the small world "
           "are GPTs: open one from the button with the model's name."));
}

QSizeF AttentionView::pictureSize() const {
    const AttentionPicture& picture = m_heatmap->picture();
    if (picture.isEmpty()) return {400, 300};
    if (form() != Form::Heatmap) {
        const QSizeF large = form() == Form::Lines ? m_lines->sizeOfAll() : m_scores->sizeOfAll();
        return {large.width(), large.height() + 2 * QFontMetricsF(font()).height()};
    }
    const double cell = pictureCell(picture);
    const HeatmapLook look(font(), WordWidths(font(), picture), cell);
    const double line = QFontMetricsF(font()).height();
    return {std::max(360.0, look.side + cell * picture.numbers.columns + 16),
            2 * line + look.top + look.scale + cell * picture.numbers.rowCount() + 8};
}

void AttentionView::paint(QPainter& painter, const QRectF& target) {
    painter.fillRect(target, theme().stage);
    const AttentionPicture& picture = m_heatmap->picture();
    if (picture.isEmpty()) return;
    const QSizeF size = pictureSize();
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    const double line = QFontMetricsF(font()).height();
    painter.setFont(m_title->font());
    painter.setPen(theme().ink);
    const QString road = form() == Form::Scores ? QStringLiteral("   ") + m_scores->road() : QString();
    painter.drawText(QPointF(8, 1.3 * line), titleShown() + road);
    const QRectF below(0, 2 * line, size.width(), size.height() - 2 * line);
    if (form() == Form::Lines) m_lines->paintAll(painter, below);
    if (form() == Form::Scores) m_scores->paintAll(painter, below);
    if (form() == Form::Heatmap) paintHeatmap(painter);
    painter.restore();
}

void AttentionView::paintHeatmap(QPainter& painter) const {
    const AttentionPicture& picture = m_heatmap->picture();
    const double line = QFontMetricsF(font()).height();
    const double cell = pictureCell(picture);
    const HeatmapLook look(font(), WordWidths(font(), picture), cell);
    const QRectF area(8, 2 * line, look.side + cell * picture.numbers.columns,
                      look.top + cell * picture.numbers.rowCount() + look.scale);
    const QImage image = matrixImage(picture.numbers);
    const HeatmapPainting painting{.picture = picture,
                                   .image = image,
                                   .look = look,
                                   .cell = cell,
                                   .area = area,
                                   .origin = area.topLeft() + QPointF(look.side, look.top),
                                   .range = m_heatmap->range(),
                                   .boldRow = m_choices->chosenRow(),
                                   .focused = true};
    painting.paint(painter);
}

bool AttentionView::hasNumbers() const {
    return m_choices->hasAttention();
}

QString AttentionView::csv() const {
    const AttentionPicture& picture = m_heatmap->picture();
    return numberTable(picture, {0, picture.numbers.rowCount() - 1, 0, picture.numbers.columns - 1}, QLatin1Char(','));
}

void AttentionView::zoomIn() {
    showForm(Form::Heatmap);
    m_heatmap->zoomBy(kZoomStep);
}

void AttentionView::zoomOut() {
    showForm(Form::Heatmap);
    m_heatmap->zoomBy(1 / kZoomStep);
}

void AttentionView::zoomToFit() {
    m_heatmap->zoomToFit();
}

void AttentionView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_choices->setActive(true);
    m_session.wantHeadStudy(true);
    divide();
}

void AttentionView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_choices->setActive(m_followsHidden);
    m_session.wantHeadStudy(false);
}

void AttentionView::followHidden(bool follows) {
    if (std::exchange(m_followsHidden, follows) == follows) return;
    m_choices->setActive(follows || isVisible());
}

void AttentionView::focusInEvent(QFocusEvent* event) {
    large()->setFocus(event->reason());
}

void AttentionView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

void AttentionView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        // Later: the views inside, whose title it shows, hear of the language only after this.
        QMetaObject::invokeMethod(this, &AttentionView::refresh, Qt::QueuedConnection);
    }
}

}  // namespace attentarium
