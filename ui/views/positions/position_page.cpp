#include "ui/views/positions/position_page.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <algorithm>

#include "ui/explain/theme.h"
#include "ui/views/elided_label.h"
#include "ui/views/flow_layout.h"
#include "ui/views/positions/plot.h"

namespace attentarium {

PositionPage::PositionPage(QWidget* parent)
    : QWidget(parent),
      m_scroll(new QScrollArea(this)),
      m_inside(new QWidget),
      m_sentence(new QLabel(m_inside)),
      m_controls(nullptr),
      m_problem(new QLabel(m_inside)),
      m_pictureArea(new QWidget(m_inside)),
      m_pictures(new QBoxLayout(QBoxLayout::LeftToRight, m_pictureArea)),
      m_told(new ElidedLabel(this)) {
    setFocusPolicy(Qt::ClickFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    for (QLabel* const label : {m_sentence, m_problem}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_sentence->setObjectName(QStringLiteral("sentence"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->hide();
    m_told->setObjectName(QStringLiteral("told"));
    m_told->setTextFormat(Qt::PlainText);
    auto* const controls = new QWidget(m_inside);
    m_controls = new FlowLayout(controls, 8);
    m_pictures->setContentsMargins(0, 0, 0, 0);
    m_pictures->setSpacing(10);
    auto* const column = new QVBoxLayout(m_inside);
    column->setContentsMargins(12, 4, 12, 2);
    column->setSpacing(6);
    column->addWidget(controls);
    column->addWidget(m_sentence);
    column->addWidget(m_problem, 1);
    column->addWidget(m_pictureArea, 1);
    m_scroll->setWidget(m_inside);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 4);
    whole->setSpacing(2);
    whole->addWidget(m_scroll, 1);
    auto* const below = new QHBoxLayout;
    below->setContentsMargins(12, 0, 12, 0);
    below->addWidget(m_told);
    whole->addLayout(below);
}

PositionPage::~PositionPage() = default;

QLabel* PositionPage::addControl(QWidget* control) {
    auto* const pair = new QWidget(m_inside);
    auto* const row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto* const name = new QLabel(pair);
    name->setBuddy(control);
    row->addWidget(name);
    row->addWidget(control);
    m_controls->addWidget(pair);
    return name;
}

void PositionPage::addPlain(QWidget* control) {
    m_controls->addWidget(control);
}

void PositionPage::follow(Plot& plot) {
    m_plots.push_back(&plot);
    connect(&plot, &Plot::told, this, &PositionPage::tell);
}

void PositionPage::say(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    for (Plot* const plot : m_plots) plot->setAccessibleDescription(sentence);
}

void PositionPage::sayProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_pictureArea->setVisible(problem.isEmpty());
    if (!problem.isEmpty()) say({});
}

void PositionPage::tell(const QString& told) {
    m_told->setText(told.isEmpty() ? tr("Point at a number to read all of it; Tab and the arrow keys do the same.")
                                   : told);
}

QString PositionPage::sentence() const {
    return m_sentence->isHidden() ? QString() : m_sentence->text();
}

QString PositionPage::toldText() const {
    return m_told->text();
}

std::vector<Plot*> PositionPage::shownPlots() const {
    std::vector<Plot*> shown;
    for (Plot* const plot : m_plots) {
        if (plot->isVisibleTo(this) && !plot->isEmpty()) shown.push_back(plot);
    }
    return shown;
}

double PositionPage::wordsHeight() const {
    const QRectF room(0, 0, m_inside->width() - 24, 4000);
    return QFontMetricsF(font()).boundingRect(room, Qt::TextWordWrap, pictureText()).height() + 14;
}

QString PositionPage::pictureText() const {
    return m_problem->isVisibleTo(this) ? m_problem->text() : m_sentence->text();
}

void PositionPage::paint(QPainter& painter, const QRectF& target) {
    // As wide as on the screen; pictures become as high as there is room, so that nothing is stretched.
    const double scale = target.width() / m_inside->width(), height = target.height() / scale;
    painter.save();
    painter.translate(target.topLeft());
    painter.scale(scale, scale);
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(12, 6, m_inside->width() - 24, height), Qt::TextWordWrap, pictureText());
    const double words = wordsHeight();
    const double stretch = (height - words - 6) / std::max(1, m_pictureArea->height());
    const double top = m_pictureArea->mapTo(m_inside, QPoint()).y();
    const auto placeOf = [&](const QWidget& part) {
        const QPointF corner = part.mapTo(m_inside, QPoint());
        return QRectF(corner.x(), words + (corner.y() - top) * stretch, part.width(), part.height() * stretch);
    };
    for (const Plot* const plot : shownPlots()) plot->paintIn(painter, placeOf(*plot));
    if (!m_problem->isVisibleTo(this)) paintOthers(painter, placeOf);
    painter.restore();
}

QSizeF PositionPage::pictureSize() const {
    const double below = m_problem->isVisibleTo(this) ? 20 : m_pictureArea->height();
    return {static_cast<double>(m_inside->width()), wordsHeight() + below + 6};
}

bool PositionPage::hasNumbers() const {
    return !shownPlots().empty();
}

QString PositionPage::csv() const {
    QString text;
    for (const Plot* const plot : shownPlots()) {
        if (!text.isEmpty()) text += QLatin1Char('\n');
        text += plot->title() + QLatin1Char('\n') + plot->csv();
    }
    return text;
}

void PositionPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        tell({});
    }
    QWidget::changeEvent(event);
}

void PositionPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().height() * 34;
    m_pictures->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace attentarium
