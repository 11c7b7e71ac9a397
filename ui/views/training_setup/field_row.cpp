#include "ui/views/training_setup/field_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>

#include "ui/explain/field_words.h"
#include "ui/views/training_setup/number_box.h"

namespace attentarium {
namespace {

QWidget* editorFor(const SetupField& field, FieldRow* row) {
    using Kind = SetupField::Kind;
    switch (field.kind) {
        case Kind::Whole: {
            auto* const box = new QSpinBox(row);
            constexpr double kMost = 2'000'000'000;
            box->setRange(static_cast<int>(field.least), static_cast<int>(std::min(field.most, kMost)));
            box->setKeyboardTracking(false);
            box->setGroupSeparatorShown(true);
            QObject::connect(box, &QSpinBox::valueChanged, row, [row](int number) { Q_EMIT row->edited(number); });
            return box;
        }
        case Kind::Number: {
            auto* const box = new NumberBox(row);
            box->setRange(field.least, field.most);
            QObject::connect(box, &NumberBox::valueChanged, row, &FieldRow::edited);
            return box;
        }
        case Kind::Flag: {
            auto* const box = new QCheckBox(row);
            QObject::connect(box, &QCheckBox::toggled, row, [row](bool on) { Q_EMIT row->edited(on ? 1 : 0); });
            return box;
        }
        case Kind::Choice: {
            auto* const box = new QComboBox(row);
            for (std::size_t i = 0; i < field.choices.size(); ++i) box->addItem(QString());
            QObject::connect(box, &QComboBox::activated, row, [row](int place) { Q_EMIT row->edited(place); });
            return box;
        }
    }
    return nullptr;
}

}  // namespace

FormRow::FormRow(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_label(new QLabel(this)), m_problem(new QLabel(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_label->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
}

void FormRow::setEditor(QWidget* editor, bool hasOwnLabel) {
    m_editor = editor;
    keepWheelForThePage(*editor);
    if (hasOwnLabel) {
        m_label->hide();
        m_column->addWidget(editor);
    } else {
        m_label->setBuddy(editor);
        auto* const line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(m_label, 4);
        line->addWidget(editor, 5);
        m_column->addLayout(line);
    }
    m_column->addWidget(m_problem);
}

void FormRow::setWords(const QString& label, const QString& help) {
    m_label->setText(label);
    m_label->setToolTip(help);
    m_editor->setToolTip(help);
    m_editor->setAccessibleName(label);
    m_editor->setAccessibleDescription(help);
    if (auto* const check = qobject_cast<QCheckBox*>(m_editor)) check->setText(label);
}

void FormRow::setProblem(const QString& problem) {
    m_problem->setText(problem.isEmpty() ? QString() : QStringLiteral("⚠ ") + problem);
    m_problem->setVisible(!problem.isEmpty());
}

QString FormRow::problem() const {
    return m_problem->isVisibleTo(this) ? m_problem->text() : QString();
}

FieldRow::FieldRow(const SetupField& field, QWidget* parent)
    : FormRow(parent), m_field(field), m_editor(editorFor(field, this)) {
    setObjectName(QString::fromUtf8(field.name));
    setEditor(m_editor, field.kind == SetupField::Kind::Flag);
    retranslate();
}

void FieldRow::show(const RunSetup& setup) {
    const QSignalBlocker quiet(m_editor);
    const double number = numberIn(setup, m_field);
    if (auto* const whole = qobject_cast<QSpinBox*>(m_editor)) whole->setValue(static_cast<int>(number));
    if (auto* const any = qobject_cast<NumberBox*>(m_editor)) any->setValue(number);
    if (auto* const flag = qobject_cast<QCheckBox*>(m_editor)) flag->setChecked(number != 0);
    if (auto* const choice = qobject_cast<QComboBox*>(m_editor)) choice->setCurrentIndex(static_cast<int>(number));
}

void FieldRow::retranslate() {
    setWords(labelOf(m_field.name), helpOf(m_field.name));
    if (auto* const choice = qobject_cast<QComboBox*>(m_editor)) {
        for (std::size_t i = 0; i < m_field.choices.size(); ++i) {
            choice->setItemText(static_cast<int>(i), choiceLabel(m_field.name, m_field.choices[i]));
        }
    }
}

ChoiceRow::ChoiceRow(QWidget* parent) : FormRow(parent), m_box(new QComboBox(this)) {
    m_box->setMinimumContentsLength(8);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setEditor(m_box);
    connect(m_box, &QComboBox::activated, this, &ChoiceRow::chosen);
}

void ChoiceRow::setChoices(const QStringList& choices, int chosen) {
    const QSignalBlocker quiet(m_box);
    bool same = m_box->count() == choices.size();
    for (int i = 0; same && i < m_box->count(); ++i) same = m_box->itemText(i) == choices[i];
    if (!same) {
        m_box->clear();
        m_box->addItems(choices);
    }
    m_box->setCurrentIndex(chosen);
}

WholeRow::WholeRow(int least, int most, QWidget* parent) : FormRow(parent), m_box(new QSpinBox(this)) {
    m_box->setRange(least, most);
    m_box->setKeyboardTracking(false);
    m_box->setGroupSeparatorShown(true);
    setEditor(m_box);
    connect(m_box, &QSpinBox::valueChanged, this, &WholeRow::edited);
}

void WholeRow::show(std::int64_t number) {
    const QSignalBlocker quiet(m_box);
    m_box->setValue(static_cast<int>(std::min<std::int64_t>(number, m_box->maximum())));
}

}  // namespace attentarium
