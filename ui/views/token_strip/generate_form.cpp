#include "ui/views/token_strip/generate_form.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include "ui/session/session.h"

namespace attentarium {

GenerateForm::GenerateForm(QWidget* parent) : QFrame(parent, Qt::Popup) {
    setFrameShape(QFrame::StyledPanel);
    m_count = new QSpinBox(this);
    m_count->setRange(1, 200);
    m_count->setValue(10);
    m_count->setObjectName(QStringLiteral("count"));
    m_temperature = new QDoubleSpinBox(this);
    m_temperature->setRange(0, 5);
    m_temperature->setSingleStep(0.1);
    m_temperature->setValue(1);
    m_temperature->setObjectName(QStringLiteral("temperature"));
    m_topK = new QSpinBox(this);
    m_topK->setRange(0, 1000);
    m_topK->setValue(40);
    m_topP = new QDoubleSpinBox(this);
    m_topP->setRange(0.01, 1);
    m_topP->setSingleStep(0.05);
    m_topP->setValue(1);
    m_seed = new QSpinBox(this);
    m_seed->setRange(1, 999999);
    m_seed->setObjectName(QStringLiteral("seed"));
    m_rows = new QFormLayout(this);
    m_rows->setContentsMargins(16, 12, 16, 12);
    m_rows->setSpacing(8);
    for (QWidget* const field : std::initializer_list<QWidget*>{m_count, m_temperature, m_topK, m_topP, m_seed}) {
        m_rows->addRow(QStringLiteral(" "), field);
    }
    retranslate();
}

void GenerateForm::generate(Session& session) const {
    SamplingSettings settings;
    settings.temperature = m_temperature->value();
    settings.topK = m_topK->value();
    settings.topP = m_topP->value();
    session.generate(m_count->value(), settings, static_cast<std::uint64_t>(m_seed->value()));
}

void GenerateForm::retranslate() {
    const auto name = [this](QWidget* field, const QString& text, const QString& tip) {
        static_cast<QLabel*>(m_rows->labelForField(field))->setText(text);
        field->setAccessibleName(text);
        field->setToolTip(tip);
    };
    setAccessibleName(tr("How Generate draws words"));
    name(m_count, tr("Words"), tr("How many words are drawn at most. A line end ends the story."));
    name(m_temperature, tr("Temperature"),
         tr("Below 1 likely words become likelier, above 1 rare ones. 0 always takes the likeliest."));
    name(m_topK, tr("Top-k"), tr("Only this many of the likeliest words may be drawn. 0 allows all."));
    name(m_topP, tr("Top-p"), tr("Only the likeliest words that together reach this share may be drawn."));
    //: the number that random draws begin with
    name(m_seed, tr("Seed"), tr("The same seed draws the same words."));
    //: as the value of top-k
    m_topK->setSpecialValueText(tr("all"));
}

void GenerateForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

}  // namespace attentarium
