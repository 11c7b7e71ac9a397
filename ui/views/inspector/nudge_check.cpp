#include "ui/views/inspector/nudge_check.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"

namespace attentarium {
namespace {

/// As many digits as two runs in double can be told apart by.
QString exact(double value) {
    return QString::number(value, 'g', 10).replace(QLatin1Char('-'), QChar(0x2212));
}

}  // namespace

NudgeCheck::NudgeCheck(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_button(new FlatButton(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_button->setObjectName(QStringLiteral("nudge"));
    m_text->setObjectName(QStringLiteral("nudged"));
    for (QLabel* const label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(label);
    }
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    connect(m_button, &FlatButton::clicked, &session, &Session::nudge);
    for (const auto signal :
         {&Session::nudgeChanged, &Session::selectionChanged, &Session::traceChanged, &Session::textChanged}) {
        connect(&session, signal, this, &NudgeCheck::refresh);
    }
    retranslate();
}

void NudgeCheck::retranslate() {
    m_button->setText(tr("Check by nudging"));
    m_button->setAccessibleName(m_button->text());
    m_button->setToolTip(
        tr("Moves this number a little, runs the whole model again, and compares how the loss "
           "changes with the gradient"));
    m_title->setText(tr("Checked by nudging"));
    refresh();
}

void NudgeCheck::refresh() {
    using State = Session::NudgeState;
    const State state = m_session.nudgeState();
    m_button->setVisible(state == State::Possible);
    m_text->setVisible(state == State::Running || state == State::Done);
    m_title->setVisible(m_text->isVisibleTo(this));
    if (state == State::Running) m_text->setText(tr("The model is running again …"));
    if (state == State::Done) m_text->setText(resultText());
    setVisible(state != State::Impossible);
}

QString NudgeCheck::resultText() const {
    const Nudge& nudge = m_session.nudgeResult();
    QString rows;
    const auto row = [&](const QString& what, double value) {
        rows +=
            QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'><b>%2</b></td></tr>").arg(what, exact(value));
    };
    row(tr("loss with %1 less").arg(shortNumber(nudge.step)), nudge.lower);
    row(tr("loss with %1 more").arg(shortNumber(nudge.step)), nudge.higher);
    row(tr("slope measured"), nudge.measured);
    row(tr("gradient computed"), nudge.computed);
    const QString verdict = nudge.agrees()
                                ? tr("✓ They agree.")
                                : tr("They differ by %1: close to this number the loss has a corner or bends sharply.")
                                      .arg(shortNumber(std::abs(nudge.measured - nudge.computed)));
    return QStringLiteral("<p>%1</p><table>%2</table><p>%3</p>")
        .arg(tr("The whole model ran again, in double precision, with this number a little smaller and a little "
                "larger."),
             rows, verdict);
}

void NudgeCheck::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
