#include "ui/views/unrolled/unrolled_view.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/unrolled/model_offer.h"
#include "ui/views/unrolled/time_bar.h"
#include "ui/views/unrolled/unrolled_canvas.h"
#include "ui/views/unrolled/unrolled_words.h"

namespace attentarium {
namespace {

constexpr double kZoomStep = 1.25;

}  // namespace

UnrolledView::UnrolledView(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    setFocusPolicy(Qt::ClickFocus);
    build();
    connect(&session, &Session::traceChanged, this, &UnrolledView::readTrace);
    connect(&session, &Session::selectionChanged, this, &UnrolledView::refresh);
    connect(m_layerChoice, &QComboBox::activated, this, [this](int layer) {
        m_layer = layer;
        m_unit = -1;
        refresh();
    });
    connect(m_unitChoice, &QSpinBox::valueChanged, this, [this](int unit) {
        m_unit = unit - 1;
        refresh();
    });
    connect(m_between, &FlatButton::toggled, this, &UnrolledView::refresh);
    connect(m_ways, &QTabBar::currentChanged, this, [this](int way) {
        if (m_bar->isBackward() != (way == 1)) m_bar->goTo(way == 1 ? 2 * layer().steps() - 1 : layer().steps() - 1);
    });
    connect(m_bar, &TimeBar::stepChanged, this, &UnrolledView::followStep);
    connect(m_canvas, &UnrolledCanvas::chosen, this, &UnrolledView::choose);
    connect(m_canvas, &UnrolledCanvas::hovered, this, &UnrolledView::tell);
    connect(m_canvas, &UnrolledCanvas::reached, this, [this](const QRect& place) {
        m_scroll->ensureVisible(place.center().x(), place.center().y(), place.width(), place.height());
    });
    retranslate();
    readTrace();
}

UnrolledView::~UnrolledView() = default;

void UnrolledView::build() {
    m_pages = new QStackedWidget(this);
    m_offer = new ModelOffer(m_session);
    auto* const page = new QWidget;
    m_layerName = new QLabel(page);
    m_layerChoice = new QComboBox(page);
    m_layerChoice->setObjectName(QStringLiteral("layer"));
    m_layerChoice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_unitName = new QLabel(page);
    m_unitChoice = new QSpinBox(page);
    m_unitChoice->setObjectName(QStringLiteral("unit"));
    m_unitChoice->setKeyboardTracking(false);
    m_layerName->setBuddy(m_layerChoice);
    m_unitName->setBuddy(m_unitChoice);
    m_between = new FlatButton(page);
    m_between->setCheckable(true);
    m_between->setObjectName(QStringLiteral("between"));
    m_ways = new QTabBar(page);
    m_ways->setObjectName(QStringLiteral("ways"));
    m_ways->setDrawBase(false);
    m_ways->setExpanding(false);
    m_ways->addTab(QStringLiteral(" "));
    m_ways->addTab(QStringLiteral(" "));
    m_summary = new QLabel(page);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_canvas = new UnrolledCanvas;
    m_canvas->setObjectName(QStringLiteral("unrolled"));
    m_scroll = new QScrollArea(page);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->horizontalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_scroll->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_canvas);
    m_scroll->viewport()->installEventFilter(this);
    // Names and scales stay where they are.
    connect(m_scroll->horizontalScrollBar(), &QScrollBar::valueChanged, m_canvas, qOverload<>(&QWidget::update));
    m_told = new QLabel(page);
    m_told->setObjectName(QStringLiteral("told"));
    m_told->setWordWrap(true);
    m_told->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_told->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    m_bar = new TimeBar(page);

    auto* const controls = new FlowLayout(nullptr, 10);
    const auto pair = [this, page](QLabel* name, QWidget* choice) {
        auto* const both = new QWidget(page);
        auto* const row = new QHBoxLayout(both);
        row->setContentsMargins({});
        row->addWidget(name);
        row->addWidget(choice);
        // Beside the tabs, the text of all stands in one line.
        both->setMinimumHeight(m_ways->sizeHint().height());
        return both;
    };
    controls->addWidget(m_ways);
    controls->addWidget(pair(m_layerName, m_layerChoice));
    controls->addWidget(pair(m_unitName, m_unitChoice));
    controls->addWidget(m_between);
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* const head = new QVBoxLayout;
    head->setContentsMargins(12, 0, 12, 0);
    head->addLayout(controls);
    head->addWidget(m_summary);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    auto* const foot = new QVBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->addWidget(m_told);
    column->addLayout(foot);
    column->addWidget(m_bar);
    m_pages->addWidget(page);
    m_pages->addWidget(m_offer);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_pages);
}

WalkedSteps& UnrolledView::steps() {
    return *m_bar;
}

QString UnrolledView::told() const {
    return m_told->text();
}

QString UnrolledView::summary() const {
    return m_summary->text();
}

void UnrolledView::readTrace() {
    if (!isVisible() || m_trace == m_session.trace()) return;
    m_trace = m_session.trace();
    m_layers = m_trace ? unrolledLayersOf(*m_trace) : std::vector<UnrolledLayer>();
    m_pages->setCurrentIndex(m_layers.empty() && m_trace ? 1 : 0);
    if (m_layer >= static_cast<int>(m_layers.size())) {
        m_layer = 0;
        m_unit = -1;
    }
    const QSignalBlocker quiet(m_layerChoice);
    m_layerChoice->clear();
    for (const UnrolledLayer& each : m_layers) m_layerChoice->addItem(titleOfLayer(*m_trace, each));
    m_layerChoice->setCurrentIndex(m_layers.empty() ? -1 : m_layer);
    m_layerChoice->updateGeometry();
    refresh();
}

void UnrolledView::refresh() {
    if (!isVisible()) return;
    if (m_layers.empty()) {
        m_bar->setLength(0, false);
        m_canvas->show(UnrolledPicture());
        m_summary->clear();
        m_summaryOf = {};
        m_told->clear();
        return;
    }
    m_bar->setLength(layer().steps(), m_trace->hasBackward());
    const auto units = static_cast<int>(m_trace->values(layer().memory().nodes.front()).size());
    if (m_unit < 0 || m_unit >= units) m_unit = liveliestUnit();
    {
        const QSignalBlocker quiet(m_unitChoice), alsoQuiet(m_ways);
        m_unitChoice->setRange(1, units);
        m_unitChoice->setValue(m_unit + 1);
        m_ways->setTabEnabled(1, m_bar->hasBackward());
        m_ways->setCurrentIndex(m_bar->isBackward() ? 1 : 0);
    }
    m_canvas->show(picture());
    // It is made from all numbers, and stays while only something else is chosen.
    const SummaryOf now{m_trace.get(), m_layer, m_bar->isBackward()};
    if (std::exchange(m_summaryOf, now) != now) m_summary->setText(summaryOf(m_canvas->picture()));
    m_canvas->setAccessibleDescription(m_summary->text());
    m_bar->setPlaceText(placeText());
    tell();
}

void UnrolledView::choose(const UnrolledPlace& place) {
    if (m_layers.empty()) return;
    const UnrolledPicture& shown = m_canvas->picture();
    const StateRow& row = place.row < 0 ? layer().memory() : shown.rows[static_cast<std::size_t>(place.row)];
    if (place.row != 0) m_unit = place.unit;
    const Quantity quantity = shown.backward ? Quantity::Gradient : Quantity::Value;
    m_session.selectCell(row.nodes[static_cast<std::size_t>(place.time)], quantity, place.unit);
    refresh();
}

void UnrolledView::followStep() {
    refresh();
    const UnrolledPicture& shown = m_canvas->picture();
    for (int time = 0; time < shown.steps(); ++time) {
        if (!shown.isNow(time)) continue;
        const QRect place = m_canvas->plan().columnRect(time).toAlignedRect();
        m_scroll->ensureVisible(place.center().x(), m_scroll->verticalScrollBar()->value() + 10, place.width(), 0);
        if (shown.layer.side == TextSide::Source) return m_session.selectSourceToken(time);
        return m_session.selectToken(time);
    }
}

void UnrolledView::tell() {
    const UnrolledPicture& shown = m_canvas->picture();
    const auto place = shown.hovered ? shown.hovered : shown.chosen;
    m_told->setText(place && !shown.isEmpty()
                        ? toldOf(shown, *place)
                        : tr("Point at a number for its formula; click it to see more beside it."));
}

void UnrolledView::zoomIn() {
    m_canvas->zoomBy(kZoomStep);
}

void UnrolledView::zoomOut() {
    m_canvas->zoomBy(1 / kZoomStep);
}

void UnrolledView::zoomToFit() {
    m_canvas->zoomToFit();
}

void UnrolledView::retranslate() {
    setAccessibleName(tr("Recurrent network through time"));
    m_layerName->setText(tr("layer"));
    m_layerChoice->setAccessibleName(tr("Layer that is shown"));
    m_unitName->setText(tr("unit"));
    m_unitChoice->setAccessibleName(tr("Unit whose line through time is drawn"));
    m_between->setText(tr("Everything in between"));
    m_between->setAccessibleName(m_between->text());
    m_between->setToolTip(tr("Shows the sums before the gates too, and what is kept and written"));
    m_ways->setAccessibleName(tr("Values on the way forward, or gradients on the way back"));
    m_ways->setTabText(0, tr("Forward: values"));
    m_ways->setTabText(1, tr("Back: gradients"));
    m_canvas->setAccessibleName(tr("Vectors of the layer at every word"));
}

void UnrolledView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_summaryOf = {};
        for (int i = 0; i < m_layerChoice->count(); ++i) {
            m_layerChoice->setItemText(i, titleOfLayer(*m_trace, m_layers[static_cast<std::size_t>(i)]));
        }
        refresh();
    }
    if (event->type() == QEvent::FontChange) m_told->setMinimumHeight(2 * fontMetrics().lineSpacing() + 2);
    QWidget::changeEvent(event);
}

void UnrolledView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    readTrace();
    refresh();
}

void UnrolledView::hideEvent(QHideEvent* event) {
    m_bar->pause();
    QWidget::hideEvent(event);
}

void UnrolledView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (!m_layers.empty()) m_canvas->setFocus(event->reason());
}

bool UnrolledView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        m_canvas->setRoom(m_scroll->maximumViewportSize());
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace attentarium
