#include "ui/views/training_charts/branch_form.h"
#include "ui/views/flow_layout.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

#include "ui/views/flat_button.h"
#include "ui/views/training_charts/run_words.h"

namespace attentarium {
namespace {

/// Calls `use` with the field of that name and its value.
template <typename Settings, typename Use>
void withField(Settings& settings, std::string_view name, Use&& use) {
    forEachField(settings, [&](const SettingsField& field, auto& value) {
        if constexpr (std::is_arithmetic_v<std::remove_reference_t<decltype(value)>>) {
            if (field.name == name) use(field, value);
        }
    });
}

}  // namespace

BranchForm::BranchForm(QWidget* parent)
    : QWidget(parent),
      m_question(new QLabel(this)),
      m_problem(new QLabel(this)),
      m_branch(new FlatButton(this, FlatButton::Look::Primary)),
      m_cancel(new FlatButton(this)) {
    auto* const row = new FlowLayout(nullptr, 6);
    row->addWidget(m_question);
    for (const char* const name : {"steps", "peak_rate", "dropout", "l1", "l2"}) {
        Field field{name, new QLabel(this), new QLineEdit(this)};
        field.line->setObjectName(QString::fromLatin1(name));
        field.line->setMaximumWidth(fontMetrics().averageCharWidth() * 11);
        field.label->setBuddy(field.line);
        row->addWidget(field.label);
        row->addWidget(field.line);
        connect(field.line, &QLineEdit::textChanged, this, &BranchForm::showProblem);
        connect(field.line, &QLineEdit::returnPressed, this, &BranchForm::accept);
        m_fields.push_back(field);
    }
    m_branch->setObjectName(QStringLiteral("branch_now"));
    row->addWidget(m_branch);
    row->addWidget(m_cancel);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_branch, &FlatButton::clicked, this, &BranchForm::accept);
    connect(m_cancel, &FlatButton::clicked, this, &BranchForm::cancelled);
    retranslate();
}

void BranchForm::ask(const TrainingSettings& settings, std::int64_t step) {
    m_settings = settings;
    m_step = step;
    // From its end on a run needs more steps to go on.
    if (m_settings.steps <= step) m_settings.steps += step;
    for (const Field& field : m_fields) {
        withField(m_settings, field.name,
                  [&](const SettingsField&, auto& value) { field.line->setText(QString::number(value, 'g', 10)); });
    }
    retranslate();
    m_fields[1].line->setFocus();
    m_fields[1].line->selectAll();
}

QString BranchForm::problem() const {
    for (const Field& field : m_fields) {
        bool isNumber = false;
        const double typed = field.line->text().toDouble(&isNumber);
        QString wrong;
        withField(m_settings, field.name, [&](const SettingsField& limits, auto& value) {
            const bool whole = std::is_integral_v<std::remove_cvref_t<decltype(value)>>;
            const double least = whole ? static_cast<double>(m_step + 1) : limits.least;
            const bool fits = isNumber && (limits.leastIsOut ? typed > least : typed >= least) &&
                              (limits.mostIsOut ? typed < limits.most : typed <= limits.most) &&
                              (!whole || typed == std::floor(typed));
            if (fits) return;
            //: %1: a setting; %2 and %3: the smallest and the largest number that it can be
            wrong = tr("%1: a number from %2 to %3, please.")
                        .arg(fieldTitle(field.name), QString::number(least), QString::number(limits.most));
        });
        if (!wrong.isEmpty()) return wrong;
    }
    return {};
}

std::optional<TrainingSettings> BranchForm::settings() const {
    if (!problem().isEmpty()) return {};
    TrainingSettings wanted = m_settings;
    for (const Field& field : m_fields) {
        withField(wanted, field.name, [&](const SettingsField&, auto& value) {
            // What nobody touched keeps digits that the line has no room for.
            if (field.line->text() == QString::number(value, 'g', 10)) return;
            value = static_cast<std::remove_reference_t<decltype(value)>>(field.line->text().toDouble());
        });
    }
    // A schedule whose end is as far below its top as before.
    if (wanted.peakRate != m_settings.peakRate) wanted.finalRate *= wanted.peakRate / m_settings.peakRate;
    return wanted;
}

void BranchForm::accept() {
    if (const auto wanted = settings()) Q_EMIT accepted(*wanted);
}

void BranchForm::showProblem() {
    const QString wrong = problem();
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    m_branch->setEnabled(wrong.isEmpty());
}

void BranchForm::retranslate() {
    //: before the settings of a run that goes on from a step of another
    m_question->setText(tr("From step %1 on with").arg(m_step));
    for (const Field& field : m_fields) {
        field.label->setText(fieldTitle(field.name));
        field.line->setAccessibleName(fieldTitle(field.name));
    }
    m_branch->setText(tr("Branch"));
    m_branch->setToolTip(tr("A new run that goes on from here. Seed and all other settings stay."));
    m_cancel->setText(tr("Cancel"));
    showProblem();
}

void BranchForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BranchForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
