#include "ui/views/training_setup/goal_form.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QSignalBlocker>

#include "ui/session/training.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/number_box.h"
#include "ui/views/training_setup/run_words.h"

namespace attentarium {
namespace {

constexpr int kKinds = 4;

bool isShare(Goal::Kind kind) {
    return kind == Goal::Kind::Measure || kind == Goal::Kind::Knowledge;
}

}  // namespace

GoalForm::GoalForm(Training& training, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_training(training),
      m_title(new QLabel(this)),
      m_kind(new QComboBox(this)),
      m_value(new NumberBox(this)),
      m_unit(new QLabel(this)),
      m_run(new FlatButton(this, FlatButton::Look::Primary)) {
    setFrameShape(QFrame::StyledPanel);
    m_run->setObjectName(QStringLiteral("runUntil"));
    for (int i = 0; i < kKinds; ++i) m_kind->addItem(QString());
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_kind);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_value, 1);
    row->addWidget(m_unit);
    column->addLayout(row);
    column->addWidget(m_run);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GoalForm::refresh);
    connect(m_run, &FlatButton::clicked, this, [this] {
        m_value->interpretText();
        hide();
        Q_EMIT chosen(goal());
    });
    retranslate();
}

Goal GoalForm::goal() const {
    const auto kind = static_cast<Goal::Kind>(m_kind->currentIndex());
    return {kind, isShare(kind) ? m_value->value() / 100 : m_value->value()};
}

void GoalForm::refresh() {
    const auto kind = static_cast<Goal::Kind>(m_kind->currentIndex());
    const RunEntry* const run = m_training.current();
    const RunSetup& setup = run ? run->setup : m_training.setup();
    const auto done = run ? static_cast<double>(run->history.stepsDone()) : 0.0;
    const auto steps = static_cast<double>(setup.settings.steps);
    if (kind == Goal::Kind::Steps) {
        m_value->setRange(1, steps);
        m_value->setValue(std::min(done + 100, steps));
    } else if (isShare(kind)) {
        m_value->setRange(1, 100);
        m_value->setValue(90);
    } else {
        m_value->setRange(0, 100);
        m_value->setValue(1);
    }
    m_unit->setText(isShare(kind) ? tr("%") : kind == Goal::Kind::Steps ? tr("steps") : tr("nats"));
}

void GoalForm::askBelow(const QWidget& button) {
    refresh();
    adjustSize();
    QPoint at = button.mapToGlobal(QPoint(0, button.height() + 2));
    const QRect room = button.screen()->availableGeometry();
    at.setX(std::min(at.x(), room.right() - width()));
    move(at);
    show();
    m_kind->setFocus(Qt::PopupFocusReason);
}

void GoalForm::retranslate() {
    setAccessibleName(tr("Run until"));
    m_title->setText(tr("Run, and pause by itself when"));
    const QString kinds[] = {tr("so many steps are done"), tr("the held-out loss is down to"),
                             tr("right answers reach"), tr("every kind of knowledge reaches")};
    for (int i = 0; i < kKinds; ++i) m_kind->setItemText(i, kinds[i]);
    m_kind->setAccessibleName(m_title->text());
    m_value->setAccessibleName(tr("Goal"));
    m_run->setText(tr("Run until then"));
    m_run->setAccessibleName(m_run->text());
    refresh();
}

void GoalForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace attentarium
