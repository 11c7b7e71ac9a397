#include "ui/views/lesson/lesson_panel.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/explain/theme.h"

namespace attentarium {
namespace {

QLabel* wrapped() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

LessonPanel::LessonPanel(LessonPlayer& player, Session& session, QWidget* parent)
    : QWidget(parent),
      m_player(player),
      m_session(session),
      m_pages(new QStackedLayout),
      m_shelf(new LessonShelf(player)) {
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_pages);
    auto* shelf = new QScrollArea;
    shelf->setWidgetResizable(true);
    shelf->setFrameShape(QFrame::NoFrame);
    shelf->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    shelf->setWidget(m_shelf);
    m_pages->addWidget(shelf);
    m_pages->addWidget(makePage());
    connect(&player, &LessonPlayer::changed, this, &LessonPanel::refresh);
    restyle();
    refresh();
}

QWidget* LessonPanel::makePage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins({});
    auto* top = new QHBoxLayout;
    m_eyebrow = new ElidedLabel;
    m_leave = new FlatButton(nullptr, FlatButton::Look::Plain);
    connect(m_leave, &FlatButton::clicked, &m_player, &LessonPlayer::leave);
    top->addWidget(m_eyebrow, 1);
    top->addWidget(m_leave);
    column->addLayout(top);
    m_title = new LiveTextView(LiveTextView::Size::Title);
    column->addWidget(m_title);

    auto* inside = new QWidget;
    auto* text = new QVBoxLayout(inside);
    m_problems = new LessonCard(LessonCard::Look::Notice);
    m_problems->content().addWidget(m_problemText = wrapped());
    m_lacking = new LessonCard(LessonCard::Look::Notice);
    m_lacking->content().addWidget(m_lackingText = wrapped());
    m_restore = new FlatButton;
    connect(m_restore, &FlatButton::clicked, &m_player, &LessonPlayer::showAgain);
    m_lacking->content().addWidget(m_restore);
    m_body = new LiveTextView;
    m_question = new QuestionCard(m_player);
    m_task = new LessonCard(LessonCard::Look::Quiet);
    m_task->content().addWidget(m_taskText = new LiveTextView);
    m_done = new LessonCard(LessonCard::Look::Bare);
    m_done->content().addWidget(m_doneText = new LiveTextView);
    for (QWidget* part :
         {static_cast<QWidget*>(m_problems), static_cast<QWidget*>(m_lacking), static_cast<QWidget*>(m_body),
          static_cast<QWidget*>(m_question), static_cast<QWidget*>(m_task), static_cast<QWidget*>(m_done)}) {
        text->addWidget(part);
    }
    text->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(inside);
    column->addWidget(m_scroll, 1);
    column->addLayout(makeFooter());
    return page;
}

QLayout* LessonPanel::makeFooter() {
    auto* footer = new QVBoxLayout;
    footer->addWidget(m_reason = wrapped());
    auto* places = new QHBoxLayout;
    m_place = new QLabel;
    m_again = new FlatButton(nullptr, FlatButton::Look::Plain);
    connect(m_again, &FlatButton::clicked, &m_player, &LessonPlayer::showAgain);
    places->addWidget(m_place, 1);
    places->addWidget(m_again);
    footer->addLayout(places);
    auto* buttons = new QHBoxLayout;
    m_back = new FlatButton;
    m_next = new FlatButton(nullptr, FlatButton::Look::Primary);
    connect(m_back, &FlatButton::clicked, &m_player, &LessonPlayer::back);
    connect(m_next, &FlatButton::clicked, &m_player, &LessonPlayer::next);
    buttons->addWidget(m_back, 1);
    buttons->addWidget(m_next, 2);
    footer->addLayout(buttons);
    return footer;
}

QSize LessonPanel::sizeHint() const {
    return {fontMetrics().height() * 16, fontMetrics().height() * 30};
}

void LessonPanel::refresh() {
    if (!m_player.isPlaying()) {
        m_shownStep.clear();
        m_shelf->refresh();
        m_pages->setCurrentIndex(0);
        return;
    }
    m_pages->setCurrentIndex(1);
    refreshStep();
    refreshNotices();
    refreshFooter();
    announce();
}

void LessonPanel::refreshStep() {
    const auto& trace = m_session.trace();
    const LessonStep* step = m_player.currentStep();
    //: Above a lesson's step: %1 is the lesson's title.
    m_eyebrow->setText(tr("Lesson · %1").arg(m_player.lessonTitle()));
    //: Button: leave this lesson and see all of them.
    m_leave->setText(tr("All lessons"));
    m_leave->setAccessibleName(m_leave->text());
    m_title->setLiveText(m_player.title(), trace);
    const auto fill = [&](LiveTextView& view, TextPart part) {
        const LiveText text = m_player.text(part);
        view.setLiveText(text, trace);
        view.setVisible(!text.empty());
        return !text.empty();
    };
    fill(*m_body, TextPart::Body);
    m_question->setVisible(step && step->ask);
    if (step && step->ask) m_question->refresh(trace);
    m_task->setVisible(fill(*m_taskText, TextPart::Task));
    m_task->setHeading(m_player.partTitle(TextPart::Task));
    m_task->setDone(m_player.isDone());
    const bool after = fill(*m_doneText, TextPart::Done);
    m_done->setVisible(after && m_player.isDone());
    m_done->setHeading(m_player.partTitle(TextPart::Done));
}

void LessonPanel::refreshNotices() {
    constexpr std::size_t kShown = 6;
    const auto& problems = m_player.problems();
    QStringList lines;
    for (std::size_t i = 0; i < std::min(problems.size(), kShown); ++i) lines.append(problems[i].text());
    if (problems.size() > kShown) lines.append(tr("and %n more", nullptr, static_cast<int>(problems.size() - kShown)));
    m_problems->setVisible(!problems.empty());
    m_problems->setHeading(tr("The files of this lesson need a correction"));
    m_problemText->setText(lines.join(QLatin1Char('\n')));
    m_lacking->setVisible(m_player.lacksWords());
    m_lacking->setHeading(tr("Another sentence"));
    m_lackingText->setText(tr("This sentence lacks words that the lesson speaks of."));
    m_restore->setText(tr("Put the lesson's sentence back"));
    m_restore->setAccessibleName(m_restore->text());
}

void LessonPanel::refreshFooter() {
    const LessonStep* step = m_player.currentStep();
    const bool done = m_player.isDone();
    const bool last = m_player.step() + 1 >= m_player.stepCount();
    //: The place in the lesson: %1 is the number of the step, %2 the number of steps.
    m_place->setText(tr("%1 of %2").arg(m_player.step() + 1).arg(m_player.stepCount()));
    //: Button: put on the stage again what this step of the lesson shows.
    m_again->setText(tr("Show it again"));
    m_again->setAccessibleName(tr("Show again what this step of the lesson shows"));
    m_reason->setVisible(step && !done);
    m_reason->setText(step && step->ask ? tr("Choose an answer, then go on.")
                                        : tr("Do what is asked above, then go on."));
    //: Button: to the step before in the lesson.
    m_back->setText(tr("← Back"));
    m_back->setAccessibleName(tr("Back to the step before"));
    m_back->setEnabled(m_player.step() > 0);
    //: Buttons: to the next step in the lesson, or to the end of the lesson.
    m_next->setText(last ? tr("Finish") : tr("Next →"));
    m_next->setAccessibleName(last ? tr("Finish the lesson") : tr("On to the next step"));
    m_next->setAccessibleDescription(done ? QString() : m_reason->text());
    m_next->setEnabled(done);
}

void LessonPanel::announce() {
    const LessonStep* step = m_player.currentStep();
    const QString id = step ? step->id : QString();
    const bool done = m_player.isDone();
    const bool moved = std::exchange(m_shownStep, id) != id;
    const bool finished = std::exchange(m_shownDone, done) != done && done && !moved;
    if (!moved && !finished) return;
    // The layout has to take its new size first.
    QTimer::singleShot(0, this, [this, moved] {
        QWidget* shown = m_done->isVisible() ? static_cast<QWidget*>(m_done) : m_question;
        if (moved) {
            m_scroll->ensureVisible(0, 0);
        } else if (shown->isVisible()) {
            m_scroll->ensureVisible(0, shown->geometry().bottom(), 0, 0);
        }
    });
    QLabel& news = moved ? static_cast<QLabel&>(*m_title) : static_cast<QLabel&>(*m_doneText);
    QAccessibleEvent event(&news, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void LessonPanel::restyle() {
    const int step = fontMetrics().height() / 2;
    layout()->setContentsMargins(step * 2, step * 2, step * 2, step * 2);
    m_pages->widget(1)->layout()->setSpacing(step);
    m_scroll->widget()->layout()->setContentsMargins(0, step, 0, step);
    m_scroll->widget()->layout()->setSpacing(step * 3 / 2);
    for (QLabel* quiet : {static_cast<QLabel*>(m_eyebrow), m_place, m_reason}) {
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, theme().mutedInk);
        quiet->setPalette(colours);
    }
}

void LessonPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::PaletteChange:
        case QEvent::FontChange:
            restyle();
            break;
        case QEvent::LanguageChange:
            refresh();
            break;
        default:
            break;
    }
}

}  // namespace attentarium
