#include "ui/views/training_setup/live_settings.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/explain/field_words.h"
#include "ui/session/training.h"
#include "ui/views/training_setup/number_box.h"

namespace attentarium {

LiveSettings::LiveSettings(Training& training, QWidget* parent) : QWidget(parent), m_training(training) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (const char* const name : {"peak_rate", "dropout", "l1", "l2", "weight_decay"}) {
        const SetupField& field = *setupField(name);
        auto* const part = new QWidget(this);
        auto* const column = new QVBoxLayout(part);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        auto* const label = new QLabel(part);
        auto* const box = new NumberBox(part);
        box->setObjectName(QString::fromLatin1(name));
        box->setRange(field.least, field.most);
        keepWheelForThePage(*box);
        label->setBuddy(box);
        column->addWidget(label);
        column->addWidget(box);
        row->addWidget(part, 1);
        m_fields.push_back({&field, part, label, box});
        connect(box, &NumberBox::valueChanged, this, [this, &field](double number) { change(field, number); });
    }
    connect(&training, &Training::runsChanged, this, &LiveSettings::refresh);
    connect(&training, &Training::currentChanged, this, &LiveSettings::refresh);
    retranslate();
}

void LiveSettings::change(const SetupField& field, double number) {
    const RunEntry* const run = m_training.current();
    if (!run) return;
    RunSetup setup = run->setup;
    setNumber(setup, field, number);
    m_training.change(setup.settings);
    // Where it was refused, the field shows what holds.
    refresh();
}

void LiveSettings::refresh() {
    const RunEntry* const run = m_training.current();
    setEnabled(run != nullptr);
    for (const Field& field : m_fields) {
        const RunSetup& setup = run ? run->setup : m_training.setup();
        const QSignalBlocker quiet(field.box);
        if (!field.box->hasFocus() || field.box->value() != numberIn(setup, *field.field)) {
            field.box->setValue(numberIn(setup, *field.field));
        }
        field.part->setVisible(isUsed(setup, *field.field));
    }
}

void LiveSettings::retranslate() {
    for (const Field& field : m_fields) {
        const QString help = helpOf(field.field->name);
        field.label->setText(labelOf(field.field->name));
        field.label->setToolTip(help);
        field.box->setToolTip(help);
        //: %1: a setting such as "Dropout"
        field.box->setAccessibleName(tr("%1 while it runs").arg(field.label->text()));
    }
    refresh();
}

void LiveSettings::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
