#include "ui/views/attention/attention_controls.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/views/attention/attention_reading.h"

namespace attentarium {
namespace {

constexpr HeadMix kMixes[] = {HeadMix::OneHead,      HeadMix::MeanOfHeads,     HeadMix::MaximumOfHeads,
                              HeadMix::MeanOfLayers, HeadMix::MaximumOfLayers, HeadMix::Rollout};
constexpr HeadOrder kOrders[] = {HeadOrder::Layer,    HeadOrder::PreviousWord, HeadOrder::FirstWord,
                                 HeadOrder::SameWord, HeadOrder::Pronoun,      HeadOrder::Induction,
                                 HeadOrder::Entropy,  HeadOrder::Distance};

void fill(QComboBox& box, const QStringList& texts, int chosen) {
    const QSignalBlocker quiet(box);
    bool same = box.count() == texts.size();
    for (int i = 0; same && i < box.count(); ++i) same = box.itemText(i) == texts[i];
    if (!same) {
        box.clear();
        box.addItems(texts);
    }
    box.setCurrentIndex(chosen);
}

}  // namespace

GroupControls::GroupControls(AttentionChoices& choices, QWidget* parent)
    : QWidget(parent),
      m_choices(choices),
      m_group(new QComboBox(this)),
      m_orderTitle(new QLabel(this)),
      m_order(new QComboBox(this)),
      m_source(new QLabel(this)) {
    m_orderTitle->setBuddy(m_order);
    m_source->setWordWrap(true);
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(6);
    column->addWidget(m_group, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->addWidget(m_orderTitle);
    row->addWidget(m_order);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_source);
    connect(m_group, &QComboBox::activated, &choices, &AttentionChoices::chooseGroup);
    connect(m_order, &QComboBox::activated, &choices, [&choices](int place) { choices.setOrder(kOrders[place]); });
    connect(&choices, &AttentionChoices::changed, this, &GroupControls::refresh);
    refresh();
}

void GroupControls::refresh() {
    m_orderTitle->setText(tr("order by"));
    m_group->setAccessibleName(tr("Which attention"));
    m_order->setAccessibleName(tr("Order of the heads"));
    QStringList orders;
    for (const HeadOrder order : kOrders) orders.append(titleOf(order));
    fill(*m_order, orders, static_cast<int>(m_choices.order()));
    if (!m_choices.hasAttention()) return;
    QStringList groups;
    for (const AttentionGroup& group : m_choices.groups()) groups.append(titleOf(group, m_choices));
    fill(*m_group, groups, m_choices.group());
    const HeadOrder order = m_choices.order();
    const bool isRole = order != HeadOrder::Layer && order != HeadOrder::Entropy && order != HeadOrder::Distance;
    const HeadStudy* study = m_choices.study();
    QString source;
    if (isRole && !study) source = tr("being worked out …");
    if (isRole && study && study->stories > 0) {
        source = tr("share of a head's weight, over %1 stories of the small world").arg(study->stories);
    }
    if (isRole && study && study->stories == 0) {
        source =
            order == HeadOrder::Pronoun
                ? tr("Whom a pronoun stands for is known in the small world only, and this model does not read it.")
                : tr("share of a head's weight, on this sentence alone");
    }
    if (order == HeadOrder::Entropy) source = tr("0 bits: one word; log₂ n bits: n words alike");
    if (order == HeadOrder::Distance) source = tr("how many words away, weighted");
    m_source->setText(source);
    m_source->setVisible(!source.isEmpty());
}

void GroupControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) refresh();
}

MatrixControls::MatrixControls(AttentionChoices& choices, QWidget* parent)
    : QWidget(parent),
      m_choices(choices),
      m_mix(new QComboBox(this)),
      m_row(new QHBoxLayout),
      m_value(pill()),
      m_gradient(pill()),
      m_thresholdTitle(new QLabel(this)),
      m_threshold(new QSlider(Qt::Horizontal, this)),
      m_thresholdText(new QLabel(this)) {
    m_threshold->setRange(0, 50);
    m_threshold->setFixedWidth(90);
    m_thresholdTitle->setBuddy(m_threshold);
    m_thresholdText->setMinimumWidth(m_thresholdText->fontMetrics().horizontalAdvance(QStringLiteral("< 88 %")));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 0);
    column->setSpacing(6);
    auto* upper = new QHBoxLayout;
    upper->addWidget(m_mix);
    upper->addSpacing(8);
    upper->addWidget(m_thresholdTitle);
    upper->addWidget(m_threshold);
    upper->addWidget(m_thresholdText);
    upper->addStretch();
    column->addLayout(upper);
    m_row->setSpacing(4);
    m_row->addWidget(m_value);
    m_row->addWidget(m_gradient);
    m_row->addStretch();
    column->addLayout(m_row);
    connect(m_mix, &QComboBox::activated, &choices, [&choices](int place) { choices.chooseMix(kMixes[place]); });
    connect(m_value, &QToolButton::clicked, &choices, [&choices] { choices.chooseQuantity(Quantity::Value); });
    connect(m_gradient, &QToolButton::clicked, &choices, [&choices] { choices.chooseQuantity(Quantity::Gradient); });
    connect(m_threshold, &QSlider::valueChanged, &choices,
            [&choices](int percent) { choices.setThreshold(percent / 100.0); });
    connect(&choices, &AttentionChoices::changed, this, &MatrixControls::refresh);
    refresh();
}

QToolButton* MatrixControls::pill() {
    auto* button = new QToolButton(this);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

void MatrixControls::refresh() {
    QStringList mixes;
    for (const HeadMix mix : kMixes) mixes.append(titleOf(mix));
    m_mix->setAccessibleName(tr("Which heads"));
    fill(*m_mix, mixes, static_cast<int>(m_choices.mix()));
    m_value->setText(tr("value"));
    m_gradient->setText(tr("gradient"));
    m_thresholdTitle->setText(tr("from"));
    m_threshold->setAccessibleName(tr("Weights under this share are pale, and no lines"));
    m_threshold->setToolTip(m_threshold->accessibleName());
    // Of the usual colours nothing would be seen on black.
    QPalette colours;
    colours.setColor(QPalette::Window, theme().line);
    colours.setColor(QPalette::Button, theme().mutedInk);
    colours.setColor(QPalette::Highlight, theme().attention);
    m_threshold->setPalette(colours);
    m_thresholdText->setText(percent(m_choices.threshold()));
    if (m_choices.threshold() == 0) m_thresholdText->setText(QStringLiteral("0 %"));
    for (QToolButton* stage : m_stages) stage->setText(QString());
    if (!m_choices.hasAttention()) return;
    const std::vector<Var>& stages = m_choices.currentLayer().stages;
    while (m_stages.size() < stages.size()) {
        QToolButton* button = pill();
        const auto place = m_stages.size();
        m_row->insertWidget(static_cast<int>(place), button);
        connect(button, &QToolButton::clicked, &m_choices, [this, place] { m_choices.chooseStage(place); });
        setTabOrder(m_stages.empty() ? static_cast<QWidget*>(m_threshold) : m_stages.back(), button);
        m_stages.push_back(button);
        setTabOrder(button, m_value);
        setTabOrder(m_value, m_gradient);
    }
    const bool isOneHead = m_choices.mix() == HeadMix::OneHead;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        QToolButton* button = m_stages[i];
        button->setVisible(i < stages.size());
        if (i >= stages.size()) continue;
        button->setText(stageSign(m_choices.trace(), stages[i]));
        button->setToolTip(titleOf(m_choices.trace(), stages[i]));
        button->setAccessibleName(button->toolTip());
        button->setChecked(stages[i] == m_choices.stage());
    }
    m_value->setVisible(m_choices.hasGradients());
    m_gradient->setVisible(m_choices.hasGradients());
    m_value->setChecked(m_choices.quantity() == Quantity::Value);
    m_gradient->setChecked(m_choices.quantity() == Quantity::Gradient);
    const bool filters = !isOneHead || (m_choices.stage() == m_choices.currentLayer().weights() &&
                                        m_choices.quantity() == Quantity::Value);
    m_threshold->setEnabled(filters);
}

void MatrixControls::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace attentarium
