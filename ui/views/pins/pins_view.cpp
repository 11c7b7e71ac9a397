#include "ui/views/pins/pins_view.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/flat_button.h"
#include "ui/views/pins/pin_card.h"
#include "ui/views/pins/pinned_numbers.h"

namespace attentarium {
namespace {

/// Stands for the run at hand in the choices of a difference.
const QChar kNow(0);

bool isShare(const Pin& pin) {
    const Site site = pin.trace->site(pin.node);
    const bool shares = site == Site::Weights || site == Site::Probabilities || site == Site::ClassProbabilities;
    return shares && pin.quantity == Quantity::Value && !pin.trace->isParameter(pin.node);
}

/// Keeps the choice where it is still there, else takes `otherwise`.
void choose(QComboBox& box, const QVariant& before, int otherwise) {
    const int found = before.isValid() ? box.findData(before) : -1;
    box.setCurrentIndex(found >= 0 ? found : std::min(otherwise, box.count() - 1));
}

}  // namespace

PinsView::PinsView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_pin(new FlatButton(this)),
      m_clear(new FlatButton(this, FlatButton::Look::Plain)),
      m_display(new QComboBox(this)),
      m_left(new QComboBox(this)),
      m_minus(new QLabel(QStringLiteral("−"), this)),
      m_right(new QComboBox(this)),
      m_hint(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget),
      m_grid(new QGridLayout(m_content)) {
    m_hint->setWordWrap(true);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (QComboBox* box : {m_display, m_left, m_right}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_pin);
    buttons->addWidget(m_display);
    buttons->addWidget(m_left, 1);
    buttons->addWidget(m_minus);
    buttons->addWidget(m_right, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_clear);
    column->addLayout(buttons);
    column->addWidget(m_hint);
    column->addWidget(m_scroll, 1);

    connect(m_pin, &FlatButton::clicked, &session, &Session::pin);
    connect(m_clear, &FlatButton::clicked, &session.pins(), &Pins::clear);
    connect(&session.pins(), &Pins::changed, this, &PinsView::rebuild);
    connect(&session, &Session::traceChanged, this, [this] {
        // What is pinned stays as it is, whatever runs.
        if (subtractsNow()) return rebuild();
        m_pin->setEnabled(m_session.canPin());
    });
    connect(&session, &Session::selectionChanged, this, [this] { m_pin->setEnabled(m_session.canPin()); });
    connect(&session, &Session::stepChanged, this, [this] { m_pin->setEnabled(m_session.canPin()); });
    connect(m_display, &QComboBox::activated, this, &PinsView::rebuild);
    connect(m_left, &QComboBox::activated, this, &PinsView::rebuild);
    connect(m_right, &QComboBox::activated, this, &PinsView::rebuild);
    retranslate();
}

void PinsView::setDisplay(Display display) {
    m_display->setCurrentIndex(static_cast<int>(display));
    rebuild();
}

QSize PinsView::sizeHint() const {
    return {fontMetrics().height() * 20, fontMetrics().height() * 14};
}

std::optional<Pin> PinsView::nowOf(const Pin& pin) const {
    const auto& trace = m_session.trace();
    const std::optional<Var> node = trace ? trace->find(pin.trace->name(pin.node)) : std::nullopt;
    if (!node || (pin.quantity == Quantity::Gradient && trace->gradients(*node).empty())) return std::nullopt;
    Pin now = m_session.pinOf(*node, pin.quantity);
    now.head = std::min(pin.head, static_cast<int>(trace->shape(*node).rank() == 3 ? trace->shape(*node)[0] : 1) - 1);
    return now;
}

std::optional<Pin> PinsView::chosen(const QComboBox& choice) const {
    const QChar letter = choice.currentData().toChar();
    if (letter != kNow) {
        const Pin* pin = m_session.pins().find(letter);
        return pin ? std::optional(*pin) : std::nullopt;
    }
    // "Now" is the tensor that the other side has pinned.
    const QChar other = (&choice == m_left ? m_right : m_left)->currentData().toChar();
    const Pin* pin = m_session.pins().find(other);
    return pin ? nowOf(*pin) : std::nullopt;
}

bool PinsView::subtractsNow() const {
    return m_subtracted && (m_left->currentData() == kNow || m_right->currentData() == kNow);
}

void PinsView::fillChoices(bool keep) {
    const auto& pins = m_session.pins().all();
    const QVariant left = keep ? m_left->currentData() : QVariant(), right = keep ? m_right->currentData() : QVariant();
    for (QComboBox* box : {m_left, m_right}) {
        box->clear();
        for (const Pin& pin : pins) {
            box->addItem(pin.letter + QStringLiteral(": ") + titleOf(pin), pin.letter);
            box->setItemData(box->count() - 1, runOf(pin), Qt::ToolTipRole);
        }
        //: the same tensor as it is in the run that is shown
        if (!pins.empty()) box->addItem(tr("as it is now"), kNow);
    }
    choose(*m_left, left, 0);
    choose(*m_right, right, 1);
}

PinCard* PinsView::addCard() {
    auto* const card = new PinCard(m_content);
    m_cards.push_back(card);
    return card;
}

void PinsView::rebuild() {
    for (PinCard* card : m_cards) delete card;
    m_cards.clear();
    const bool any = !m_session.pins().all().empty();
    const bool subtracts = m_display->currentIndex() == static_cast<int>(Display::Difference);
    fillChoices(m_subtracted && subtracts);
    m_subtracted = subtracts;
    m_pin->setEnabled(m_session.canPin());
    m_clear->setVisible(any);
    m_display->setVisible(any);
    for (QWidget* side :
         {static_cast<QWidget*>(m_left), static_cast<QWidget*>(m_minus), static_cast<QWidget*>(m_right)}) {
        side->setVisible(any && subtracts);
    }
    m_hint->clear();
    if (!any) {
        m_hint->setText(
            tr("Pin a tensor, then change the sentence, the model or a number: what was pinned stays, and you see the "
               "two side by side or their difference. Up to four fit."));
    } else if (subtracts) {
        showDifference();
    } else {
        showSides();
    }
    m_hint->setVisible(!m_hint->text().isEmpty());
    arrange();
}

void PinsView::showSides() {
    if (m_session.pins().isFull()) m_hint->setText(tr("Four are pinned. Unpin one to pin another."));
    for (const Pin& pin : m_session.pins().all()) {
        PinCard* card = addCard();
        card->show(pin.letter, titleOf(pin), runOf(pin), tableOf(pin), isShare(pin));
        // Later: the button that asked for it goes with the card.
        connect(
            card, &PinCard::removed, this, [this, letter = pin.letter] { m_session.pins().remove(letter); },
            Qt::QueuedConnection);
    }
}

void PinsView::showDifference() {
    const std::optional<Pin> left = chosen(*m_left), right = chosen(*m_right);
    if (!left || !right) {
        m_hint->setText(tr("The run that is shown has no such tensor. Choose two that are pinned."));
        return;
    }
    const NumberTable leftTable = tableOf(*left), rightTable = tableOf(*right);
    const std::optional<NumberTable> difference = differenceOf(leftTable, rightTable);
    if (!difference) {
        m_hint->setText(tr("They differ in size, %1 × %2 and %3 × %4, so one cannot be subtracted from the other.")
                            .arg(leftTable.rows)
                            .arg(leftTable.columns)
                            .arg(rightTable.rows)
                            .arg(rightTable.columns));
        return;
    }
    std::size_t most = 0;
    const auto size = [&](std::size_t cell) {
        const double number = difference->numbers[cell];
        return std::isfinite(number) ? std::abs(number) : -1;
    };
    for (std::size_t cell = 0; cell < difference->numbers.size(); ++cell) {
        if (size(cell) > size(most)) most = cell;
    }
    if (size(most) <= 0) {
        m_hint->setText(tr("Both are the same, to the last digit."));
    } else {
        const int row = static_cast<int>(most) / difference->columns,
                  column = static_cast<int>(most) % difference->columns;
        //: %1 a number, %2 and %3 the names of its row and column
        m_hint->setText(
            tr("The largest difference is %1, at %2 → %3.")
                .arg(shortNumber(difference->numbers[most]), difference->rowName(row), difference->columnName(column)));
    }
    PinCard* card = addCard();
    const QString letters = (left->letter.isNull() ? tr("now") : QString(left->letter)) + QStringLiteral(" − ") +
                            (right->letter.isNull() ? tr("now") : QString(right->letter));
    card->show(letters, titleOf(*left), runOf(*left) + QStringLiteral("  −  ") + runOf(*right), *difference, false);
    card->setRemovable(false);
}

void PinsView::arrange() {
    while (m_grid->count() > 0) delete m_grid->takeAt(0);
    // As many beside each other as can be read.
    const int columns = std::clamp(width() / (fontMetrics().height() * 16), 1, static_cast<int>(Pins::kMost));
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const int place = static_cast<int>(i);
        m_grid->addWidget(m_cards[i], place / columns, place % columns);
        // A layout shows what it is given only once the events are processed.
        static_cast<QWidget*>(m_cards[i])->setVisible(true);
    }
}

void PinsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void PinsView::retranslate() {
    m_pin->setText(tr("Pin this tensor"));
    m_pin->setToolTip(tr("Keep the chosen tensor, or that of the step, to compare it with others"));
    m_clear->setText(tr("Unpin all"));
    const int display = std::max(0, m_display->currentIndex());
    m_display->clear();
    m_display->addItems({tr("Side by side"), tr("Difference of two")});
    m_display->setCurrentIndex(display);
    m_display->setAccessibleName(tr("How pinned tensors are shown"));
    m_left->setAccessibleName(tr("Subtract from"));
    m_right->setAccessibleName(tr("What is subtracted"));
    setAccessibleName(tr("Pinned tensors"));
    rebuild();
}

void PinsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace attentarium
