#include "ui/views/inspector/inspector.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QCursor>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolTip>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/cell_link.h"
#include "ui/views/flat_button.h"
#include "ui/views/inspector/arithmetic_text.h"
#include "ui/views/inspector/breadcrumb.h"
#include "ui/views/inspector/difference_line.h"
#include "ui/views/inspector/nudge_check.h"
#include "ui/views/inspector/tensor_summary.h"
#include "ui/views/inspector/tensor_table.h"
#include "ui/views/try_section.h"

namespace attentarium {
Inspector::Inspector(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    connect(&session, &Session::selectionChanged, this, &Inspector::selectionMoved);
    connect(&session, &Session::traceChanged, this, &Inspector::traceMoved);
    connect(&session, &Session::referenceChanged, this, &Inspector::showAll);
    // The buttons of a mouse lead back and forward wherever it points.
    QCoreApplication::instance()->installEventFilter(this);
    connect(&session, &Session::stepChanged, this, [this] {
        if (!chosen()) showAll();
    });
    retranslate();
}

QSize Inspector::sizeHint() const {
    return {fontMetrics().height() * 16, fontMetrics().height() * 30};
}

void Inspector::build() {
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    const auto label = [&](const char* name) {
        auto* const made = new QLabel(content);
        made->setObjectName(QString::fromLatin1(name));
        made->setWordWrap(true);
        // Words of any length must not make the panel wider than it is.
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(made);
        return made;
    };
    m_crumbs = new Breadcrumb(m_session, content);
    column->addWidget(m_crumbs);
    m_release = new FlatButton(content);
    m_release->setObjectName(QStringLiteral("release"));
    column->addWidget(m_release, 0, Qt::AlignLeft);
    connect(m_release, &FlatButton::clicked, &m_session, &Session::clearSelection);
    m_heading = label("heading");
    m_title = label("title");
    m_address = label("address");
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_difference = new DifferenceLine(m_session, content);
    column->addWidget(m_difference);
    auto* const choice = new QHBoxLayout;
    m_value = new FlatButton(content);
    m_gradient = new FlatButton(content);
    m_value->setObjectName(QStringLiteral("value"));
    m_gradient->setObjectName(QStringLiteral("gradient"));
    for (FlatButton* const button : {m_value, m_gradient}) {
        button->setCheckable(true);
        choice->addWidget(button);
    }
    choice->addStretch();
    column->addLayout(choice);
    m_source = addSection(column, "source");
    m_change = addSection(column, "change");
    column->addWidget(new NudgeCheck(m_session, content));
    m_update = addSection(column, "update");
    m_tensor = new TensorSummary(content);
    column->addWidget(m_tensor);
    m_try = new TrySection(m_session, content);
    column->addWidget(m_try);
    m_copy = new FlatButton(content);
    m_copy->setObjectName(QStringLiteral("copy"));
    column->addSpacing(8);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addStretch();

    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusProxy(nullptr);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);

    connect(m_crumbs, &Breadcrumb::asked, this, &Inspector::goTo);
    const auto choose = [this](Quantity quantity) {
        if (const auto cell = chosen()) {
            // The same place on the way.
            const Cell other{cell->node, quantity, cell->index};
            m_trail.replace(named(*m_session.trace(), other));
            walk(other);
        } else if (m_session.trace()) {
            m_session.selectNode(shownNode(), quantity);
        }
        showAll();
    };
    connect(m_value, &FlatButton::clicked, this, [choose] { choose(Quantity::Value); });
    connect(m_gradient, &FlatButton::clicked, this, [choose] { choose(Quantity::Gradient); });
    connect(m_copy, &FlatButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText()); });
}

Inspector::Section Inspector::addSection(QVBoxLayout* column, const char* name) {
    const auto label = [&] {
        auto* const made = new QLabel;
        made->setWordWrap(true);
        made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(made);
        return made;
    };
    column->addSpacing(4);
    const Section section{label(), label()};
    QFont bold;
    bold.setBold(true);
    section.title->setFont(bold);
    section.text->setObjectName(QString::fromLatin1(name));
    section.text->setTextFormat(Qt::RichText);
    section.text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(section.text, &QLabel::linkActivated, this, &Inspector::follow);
    connect(section.text, &QLabel::linkHovered, this, [this](const QString& link) {
        const auto cell = cellOfLink(link);
        const QString tip = cell && m_session.trace() ? nameOfCell(m_session, *cell) + QStringLiteral("\n") +
                                                            fullNumber(numberIn(*m_session.trace(), *cell))
                                                      : QString();
        QToolTip::showText(QCursor::pos(), tip, this);
    });
    return section;
}

void Inspector::retranslate() {
    setAccessibleName(tr("This number"));
    m_scroll->setAccessibleName(accessibleName());
    //: what is chosen is let go, and the panel speaks of the step of the walk again
    m_release->setText(tr("Back to this step"));
    m_release->setAccessibleName(m_release->text());
    m_release->setToolTip(tr("Lets go of what is chosen, so that this panel follows the walk again"));
    m_value->setText(tr("value"));
    m_value->setAccessibleName(tr("Show the value"));
    m_gradient->setText(tr("gradient"));
    m_gradient->setAccessibleName(tr("Show the gradient"));
    m_gradient->setToolTip(tr("How the loss would change if this number grew a little"));
    m_copy->setText(tr("Copy as a table"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(tr("Copies the numbers so that a spreadsheet reads them"));
    showAll();
}

std::optional<Cell> Inspector::chosen() const {
    const Selection& selection = m_session.selection();
    if (!m_session.trace() || !selection.node || !selection.cell) return std::nullopt;
    return Cell{*selection.node, selection.quantity, *selection.cell};
}

Var Inspector::shownNode() const {
    return m_session.selection().node.value_or(m_session.currentStep()->node);
}

void Inspector::selectionMoved() {
    const std::optional<Cell> now = chosen();
    if (now == m_current && now) return;
    m_current = now;
    m_all = false;
    followTrail();
    showAll();
    // Another number is read from its beginning.
    m_scroll->verticalScrollBar()->setValue(0);
}

void Inspector::traceMoved() {
    m_current = chosen();
    followTrail();
    showAll();
}

void Inspector::followTrail() {
    if (!m_current) {
        m_trail.clear();
    } else if (!m_walking) {
        // What was chosen elsewhere begins a new trail; the same cell of a new run does not.
        NamedCell now = named(*m_session.trace(), *m_current);
        if (m_trail.isEmpty() || m_trail.current() != now) m_trail.begin(std::move(now));
    }
}

void Inspector::walk(const Cell& cell) {
    m_walking = true;
    m_session.selectCell(cell.node, cell.quantity, cell.index);
    m_walking = false;
}

void Inspector::goTo(int place) {
    if (!m_session.trace() || place < 0 || place >= static_cast<int>(m_trail.cells().size())) return;
    const auto cell = found(*m_session.trace(), m_trail.cells()[static_cast<std::size_t>(place)]);
    if (!cell) return;
    m_trail.goTo(place);
    walk(*cell);
}

void Inspector::follow(const QString& link) {
    if (link == QLatin1String("more")) {
        m_all = true;
        showAll();
    } else if (const auto cell = cellOfLink(link); cell && m_session.trace()) {
        if (cell == chosen()) return;
        m_trail.walkTo(named(*m_session.trace(), *cell));
        walk(*cell);
    }
}

void Inspector::askForNumber() {
    if (m_try->askForNumber()) m_scroll->ensureWidgetVisible(m_try);
}

void Inspector::showSection(const Section& section, const QString& title, const QString& html) {
    section.title->setText(title);
    // A text that stays the same would keep the link colours of the theme before.
    section.text->clear();
    section.text->setText(html);
    section.title->setVisible(!html.isEmpty());
    section.text->setVisible(!html.isEmpty());
}

void Inspector::showAll() {
    QFont large;
    large.setPointSizeF(font().pointSizeF() * 1.35);
    large.setBold(true);
    m_title->setFont(large);
    QFont fixed;
    fixed.setStyleHint(QFont::Monospace);
    fixed.setFamilies({QStringLiteral("monospace"), font().family()});
    fixed.setPointSizeF(font().pointSizeF() * 0.85);
    m_address->setFont(fixed);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme().mutedInk);
    for (QLabel* const label : {m_heading, m_address}) label->setPalette(quiet);

    const bool hasTrace = m_session.trace() != nullptr;
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_address, m_value, m_gradient, m_tensor, m_copy}) {
        widget->setVisible(hasTrace);
    }
    m_crumbs->show(m_trail);
    m_release->setVisible(hasTrace && m_session.selection().node.has_value());
    m_difference->setVisible(false);
    if (!hasTrace) {
        m_heading->setText(tr("This number"));
        m_title->setText(tr("No sentence has run yet"));
        for (const Section& section : {m_source, m_change, m_update}) showSection(section, {}, {});
        return;
    }
    if (const auto cell = chosen()) {
        showCell(*cell);
    } else {
        showStep();
    }
}

QString Inspector::tableText() const {
    if (!m_session.trace()) return {};
    if (const auto cell = chosen()) return ArithmeticText(m_session, ArithmeticText::Terms::All).table(*cell);
    return tensorTable(*m_session.trace(), shownNode(), m_gradient->isChecked() ? Quantity::Gradient : Quantity::Value);
}

void Inspector::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy) && m_session.trace()) {
        QGuiApplication::clipboard()->setText(tableText());
        return;
    }
    QWidget::keyPressEvent(event);
}

bool Inspector::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Inspector::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress || !watched->isWidgetType()) return false;
    const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
    if (button != Qt::BackButton && button != Qt::ForwardButton) return false;
    if (static_cast<QWidget*>(watched)->window() != window()) return false;
    button == Qt::BackButton ? goBack() : goForward();
    return true;
}

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showAll();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
