#include "ui/views/units/unit_finder.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/units/unit_words.h"

namespace attentarium {
namespace {

constexpr int kContext = 14;
constexpr std::size_t kMostShown = 200;

/// A stretch of tokens that follow each other, with what stands around it.
QString inContext(const WatchedUnits& watched, int first, int last) {
    bool areLetters = true;
    for (const QString& word : watched.words) areLetters = areLetters && word.size() <= 1;
    const QString gap = areLetters ? QString() : QStringLiteral(" ");
    const auto joined = [&](int from, int to) {
        QStringList words;
        for (int i = std::max(0, from); i < std::min(to, static_cast<int>(watched.words.size())); ++i) {
            words.append(watched.words[i]);
        }
        return words.join(gap);
    };
    return QStringLiteral("… %1%2【%3】%2%4 …")
        .arg(joined(first - kContext, first), gap, joined(first, last + 1), joined(last + 1, last + 1 + kContext));
}

}  // namespace

UnitFinder::UnitFinder(UnitStudy& study, QWidget* parent)
    : QWidget(parent),
      m_study(study),
      m_where(new QLabel(this)),
      m_unit(new QSpinBox(this)),
      m_side(new QComboBox(this)),
      m_threshold(new QDoubleSpinBox(this)),
      m_add(new FlatButton(this)),
      m_flow(new FlowLayout(nullptr, 6)),
      m_total(new QLabel(this)),
      m_list(new QListWidget(this)) {
    m_unit->setObjectName(QStringLiteral("soughtUnit"));
    m_side->setObjectName(QStringLiteral("soughtSide"));
    m_threshold->setObjectName(QStringLiteral("soughtThreshold"));
    m_add->setObjectName(QStringLiteral("addCondition"));
    m_list->setObjectName(QStringLiteral("foundPlaces"));
    m_total->setObjectName(QStringLiteral("foundTotal"));
    m_total->setWordWrap(true);
    m_side->addItems({QString(), QString()});
    m_threshold->setDecimals(3);
    m_threshold->setSingleStep(0.05);
    m_threshold->setRange(-1000, 1000);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setMinimumHeight(fontMetrics().height() * 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QWidget* const one : std::initializer_list<QWidget*>{m_where, m_unit, m_side, m_threshold, m_add}) {
        m_flow->addWidget(one);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_flow);
    column->addWidget(m_total);
    column->addWidget(m_list, 1);
    connect(m_unit, &QSpinBox::valueChanged, this, &UnitFinder::search);
    connect(m_side, &QComboBox::currentIndexChanged, this, &UnitFinder::search);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &UnitFinder::search);
    connect(m_add, &FlatButton::clicked, this, &UnitFinder::add);
    const auto show = [this](const QListWidgetItem* item) { Q_EMIT shown(item->data(Qt::UserRole).toInt()); };
    connect(m_list, &QListWidget::itemClicked, this, show);
    connect(m_list, &QListWidget::itemActivated, this, show);
    connect(&study, &UnitStudy::changed, this, [this] {
        // Conditions are on units of one kind.
        if (std::exchange(m_ofTable, m_study.table()) != m_study.table()) m_conditions.clear();
        if (std::exchange(m_ofStates, m_study.watched().get()) != m_study.watched().get()) m_conditions.clear();
        refreshConditions();
        proposeChosen();
    });
    connect(&study, &UnitStudy::unitChanged, this, &UnitFinder::proposeChosen);
    retranslate();
    proposeChosen();
}

/// The chosen unit on its side of its threshold; without one, well above the middle.
void UnitFinder::proposeChosen() {
    if (!m_study.hasStates()) {
        m_list->clear();
        m_found.clear();
        return;
    }
    const UnitScore* const score = m_study.scoreOf(m_study.unit());
    {
        const QSignalBlocker one(m_unit), two(m_side), three(m_threshold);
        m_unit->setRange(1, m_study.states().width);
        m_unit->setValue(m_study.unit() + 1);
        m_side->setCurrentIndex(score && !score->yesAbove ? 1 : 0);
        m_threshold->setValue(score ? score->threshold : 0.5);
    }
    search();
}

UnitCondition UnitFinder::typed() const {
    return {m_unit->value() - 1, m_side->currentIndex() == 0, m_threshold->value()};
}

void UnitFinder::add() {
    m_conditions.push_back(typed());
    refreshConditions();
    search();
    m_unit->setFocus(Qt::OtherFocusReason);
}

QString UnitFinder::nameOf(const UnitCondition& condition) const {
    return (condition.above ? tr("%1 above %2") : tr("%1 below %2"))
        .arg(unitTitle(condition.unit), shortNumber(condition.threshold));
}

void UnitFinder::refreshConditions() {
    for (FlatButton* const chip : std::exchange(m_chips, {})) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    for (std::size_t i = 0; i < m_conditions.size(); ++i) {
        auto* const chip = new FlatButton(this);
        chip->setText(tr("and %1  ✕").arg(nameOf(m_conditions[i])));
        chip->setAccessibleName(tr("Without the condition “%1”").arg(nameOf(m_conditions[i])));
        chip->setToolTip(chip->accessibleName());
        m_flow->addWidget(chip);
        chip->show();
        connect(chip, &FlatButton::clicked, this, [this, i] {
            m_conditions.erase(m_conditions.begin() + static_cast<std::ptrdiff_t>(i));
            refreshConditions();
            search();
            m_add->setFocus(Qt::OtherFocusReason);
        });
        m_chips.push_back(chip);
    }
    // Tab comes to them where they stand: behind the button, before what was found.
    QWidget* before = m_add;
    for (FlatButton* const chip : m_chips) {
        setTabOrder(before, chip);
        before = chip;
    }
    setTabOrder(before, m_list);
}

void UnitFinder::search() {
    if (!m_study.hasStates()) return;
    std::vector<UnitCondition> all = m_conditions;
    all.push_back(typed());
    m_found = tokensWhere(m_study.states(), all);
    m_list->clear();
    const WatchedUnits& watched = *m_study.watched();
    int stretches = 0;
    for (std::size_t i = 0; i < m_found.size();) {
        std::size_t last = i;
        while (last + 1 < m_found.size() && m_found[last + 1] == m_found[last] + 1) ++last;
        if (++stretches <= static_cast<int>(kMostShown)) {
            auto* const item = new QListWidgetItem(inContext(watched, m_found[i], m_found[last]), m_list);
            item->setData(Qt::UserRole, m_found[i]);
            item->setToolTip(item->text());
        }
        i = last + 1;
    }
    const auto tokens = static_cast<int>(m_study.states().tokens());
    QString total = m_found.empty()
                        ? tr("Nowhere in these %1 tokens do all conditions hold.").arg(tokens)
                        : tr("On at %1 of %2 tokens, in %3 stretches.").arg(m_found.size()).arg(tokens).arg(stretches);
    if (stretches > static_cast<int>(kMostShown)) {
        total += QLatin1Char(' ') + tr("The first %1 are listed.").arg(kMostShown);
    }
    m_total->setText(total);
    Q_EMIT foundChanged();
}

void UnitFinder::retranslate() {
    {
        const QSignalBlocker quiet(m_side);
        m_side->setItemText(0, tr("above"));
        m_side->setItemText(1, tr("below"));
    }
    m_where->setText(tr("where unit"));
    m_unit->setAccessibleName(tr("Unit that is sought"));
    m_side->setAccessibleName(tr("On which side of the number"));
    m_threshold->setAccessibleName(tr("Number that is compared with"));
    m_add->setText(tr("and …"));
    m_add->setAccessibleName(tr("Keep this condition and add another"));
    m_add->setToolTip(m_add->accessibleName());
    m_list->setAccessibleName(tr("Where the pattern is on"));
    refreshConditions();
    search();
}

void UnitFinder::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
