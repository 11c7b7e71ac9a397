#include "ui/views/token_strip/token_strip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>
#include <climits>

#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/token_strip/generate_form.h"
#include "ui/views/token_strip/next_words.h"
#include "ui/views/token_strip/problem_line.h"
#include "ui/views/token_strip/token_chip.h"
#include "ui/views/token_strip/word_edit.h"

namespace attentarium {
namespace {

constexpr int kGap = 6;
// More rows would take the room from the picture; the rest scrolls.
constexpr int kMostRows = 2;

QPainterPath downSign() {
    QPainterPath path;
    path.moveTo(5, 8);
    path.lineTo(19, 8);
    path.lineTo(12, 17);
    path.closeSubpath();
    return path;
}

QPainterPath stopSign() {
    QPainterPath path;
    path.addRect(5, 5, 14, 14);
    return path;
}

}  // namespace

TokenStrip::TokenStrip(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    build();
    connect(&session, &Session::textChanged, this, &TokenStrip::showChips);
    connect(&session, &Session::modelChanged, this, &TokenStrip::showChips);
    connect(&session, &Session::selectionChanged, this, &TokenStrip::showSelection);
    connect(&session, &Session::traceChanged, this, &TokenStrip::showChips);
    connect(&session, &Session::generatingChanged, this, &TokenStrip::showGenerating);
    retranslate();
    showChips();
}

void TokenStrip::build() {
    m_content = new QWidget;
    m_flow = new FlowLayout(m_content, kGap);
    m_end = new WordEdit(m_content);
    m_end->setObjectName(QStringLiteral("end"));
    m_flow->addWidget(m_end);
    setFocusProxy(m_end);
    m_inPlace = new WordEdit(m_content);
    m_inPlace->setObjectName(QStringLiteral("inPlace"));
    m_inPlace->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
    m_content->setAutoFillBackground(false);
    m_next = new NextWords(m_session, this);
    m_generate = new FlatButton(this, FlatButton::Look::Framed);
    m_generate->setObjectName(QStringLiteral("generate"));
    m_settings = new FlatButton(this);
    m_settings->setSign(downSign());
    m_settings->setObjectName(QStringLiteral("settings"));
    m_form = new GenerateForm(this);
    m_problem = new ProblemLine(m_session, this);

    auto* const right = new QHBoxLayout;
    right->setSpacing(kGap);
    right->addWidget(m_next);
    right->addSpacing(2 * kGap);
    right->addWidget(m_generate);
    right->addWidget(m_settings);
    auto* const row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(m_scroll, 1);
    row->addLayout(right);
    row->setAlignment(right, Qt::AlignTop);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 8, 20, 8);
    column->setSpacing(kGap);
    column->addLayout(row);
    column->addWidget(m_problem);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_end, &WordEdit::completed, this, &TokenStrip::append);
    connect(m_end, &WordEdit::cancelled, m_end, [this] { m_end->clear(); });
    connect(m_end, &WordEdit::leftAsked, this, [this] { choose(static_cast<int>(m_chips.size()) - 1); });
    connect(m_inPlace, &WordEdit::completed, this, &TokenStrip::commitEdit);
    connect(m_inPlace, &WordEdit::cancelled, this, [this] { endEditing(true); });
    connect(m_inPlace, &QLineEdit::textChanged, this, [this] { m_inPlace->resize(m_inPlace->sizeHint()); });
    connect(m_generate, &FlatButton::clicked, this, [this] {
        if (m_session.isGenerating()) {
            m_session.stopGenerating();
        } else {
            m_form->generate(m_session);
        }
    });
    connect(m_settings, &FlatButton::clicked, this, [this] {
        m_form->adjustSize();
        m_form->move(m_settings->mapToGlobal(QPoint(m_settings->width() - m_form->width(), m_settings->height() + 4)));
        m_form->show();
    });
}

TokenChip* TokenStrip::addChip() {
    auto* const chip = new TokenChip(m_content);
    m_flow->insert(static_cast<int>(m_chips.size()), chip);
    connect(chip, &TokenChip::chosen, this, [this, chip] { choose(placeOf(chip)); });
    connect(chip, &TokenChip::editAsked, this, [this, chip] { edit(placeOf(chip)); });
    connect(chip, &TokenChip::typed, this, [this, chip](const QString& text) {
        edit(placeOf(chip));
        m_inPlace->setText(text);
    });
    connect(chip, &TokenChip::removeAsked, this, [this, chip] { remove(placeOf(chip)); });
    connect(chip, &TokenChip::moveAsked, this, [this, chip](int places) {
        const int last = static_cast<int>(m_chips.size()) - 1;
        const int place = placeOf(chip) + places;
        if (places == 1 && place > last) {
            m_end->setFocus(Qt::TabFocusReason);
        } else {
            choose(std::clamp(place, 0, last));
        }
    });
    connect(chip, &TokenChip::wordMoveAsked, this, [this, chip](int places) {
        const int place = placeOf(chip);
        moveWord(place, place + places);
    });
    connect(chip, &TokenChip::droppedAt, this, [this, chip](const QPoint& at) {
        // The chip goes back into its row at once; the sentence moves the word.
        m_flow->invalidate();
        m_flow->activate();
        moveWord(placeOf(chip), chipAt(at, chip));
    });
    m_chips.push_back(chip);
    return chip;
}

std::vector<TokenStrip::Shown> TokenStrip::shownChips() const {
    std::vector<Shown> all;
    for (const Chip& chip : m_session.chips()) {
        const TokenChip::Role role = chip.role == Chip::Role::Source   ? TokenChip::Role::Source
                                     : chip.role == Chip::Role::Arrow  ? TokenChip::Role::Arrow
                                     : chip.role == Chip::Role::Hidden ? TokenChip::Role::Hidden
                                                                       : TokenChip::Role::Word;
        all.push_back({chip.text, chip.id, role});
    }
    // An answer that nobody typed is the model's own, and so is the arrow before it.
    const QStringList answer = m_session.ownAnswer();
    if (answer.isEmpty()) return all;
    all.push_back({QStringLiteral("→"), std::nullopt, TokenChip::Role::Arrow});
    const auto ids = m_session.trace()->tokens();
    for (int i = 0; i < answer.size(); ++i) {
        all.push_back({answer[i], ids[static_cast<std::size_t>(i) + 1], TokenChip::Role::Answer});
    }
    return all;
}

void TokenStrip::showChips() {
    const std::vector<Shown> chips = shownChips();
    if (m_edited >= static_cast<int>(chips.size())) endEditing(false);
    while (m_chips.size() > chips.size()) {
        TokenChip* const chip = m_chips.back();
        m_chips.pop_back();
        if (chip->hasFocus()) {
            if (m_chips.empty()) {
                m_end->setFocus();
            } else {
                m_chips.back()->setFocus();
            }
        }
        m_flow->removeWidget(chip);
        chip->deleteLater();
        chip->hide();
    }
    while (m_chips.size() < chips.size()) addChip();
    for (std::size_t i = 0; i < chips.size(); ++i) {
        m_chips[i]->show(chips[i].text, chips[i].id, chips[i].role);
        // A new one only now: what is hidden takes words and type without asking for a new layout each time.
        m_chips[i]->setVisible(true);
    }
    const Checkpoint* const checkpoint = m_session.checkpoint();
    const bool letters = checkpoint && checkpoint->tokenizer->kind() == TokenizerKind::Character;
    const bool chinese = checkpoint && checkpoint->language == Language::Chinese;
    m_end->setCompletes(letters   ? WordEdit::Completes::AtCharacter
                        : chinese ? WordEdit::Completes::AtCommit
                                  : WordEdit::Completes::AtSpace);
    m_inPlace->setCompletes(letters ? WordEdit::Completes::AtEnter : WordEdit::Completes::AtSpace);
    m_end->setEnabled(checkpoint != nullptr);
    showSelection();
    showGenerating();
    fitHeight();
}

void TokenStrip::showSelection() {
    const auto typed = static_cast<int>(m_session.chips().size());
    const bool answers = m_session.reading() == Reading::Answering;
    int chosen = m_session.chosenChip();
    // Behind what was typed stand an arrow and the model's own answer, which begins with its second token.
    if (chosen < 0 && answers && m_session.selection().token > 0) chosen = typed + m_session.selection().token;
    for (int i = 0; i < static_cast<int>(m_chips.size()); ++i) {
        const bool isSource = m_chips[static_cast<std::size_t>(i)]->role() == TokenChip::Role::Source;
        const int which = answers && isSource && m_session.trace() ? m_session.selection().sourceToken : chosen;
        m_chips[static_cast<std::size_t>(i)]->setSelected(i == which);
    }
    m_problem->setPreferredChip(focusedChip());
}

void TokenStrip::showGenerating() {
    const bool generating = m_session.isGenerating();
    //: ends the drawing of words
    m_generate->setText(generating ? tr("Stop") : tr("Generate"));
    m_generate->setSign(generating ? stopSign() : QPainterPath());
    m_generate->setAccessibleName(m_generate->text());
    m_generate->setToolTip(generating ? tr("Stop drawing words")
                                      : tr("Continue the sentence with words that the model draws"));
    m_generate->setEnabled(generating || (m_session.goesOn() && !m_session.problem()));
    m_settings->setEnabled(!generating);
}

void TokenStrip::retranslate() {
    setAccessibleName(tr("The sentence"));
    //: in an empty field at the end of the sentence
    m_end->setPlaceholderText(tr("+ type here"));
    m_end->updateGeometry();
    m_end->setAccessibleName(tr("Words to add at the end"));
    m_inPlace->setAccessibleName(tr("The word to change"));
    m_settings->setAccessibleName(tr("How Generate draws words"));
    m_settings->setToolTip(m_settings->accessibleName());
    showGenerating();
}

void TokenStrip::fitHeight() {
    const int row = TokenChip::heightFor(font());
    const int needed = m_flow->heightForWidth(std::max(1, m_scroll->viewport()->width()));
    m_scroll->setFixedHeight(std::clamp(needed, row, kMostRows * row + (kMostRows - 1) * kGap));
    m_scroll->verticalScrollBar()->setSingleStep(row + kGap);
}

int TokenStrip::placeOf(const TokenChip* chip) const {
    return static_cast<int>(std::ranges::find(m_chips, chip) - m_chips.begin());
}

int TokenStrip::focusedChip() const {
    const auto found = std::ranges::find_if(m_chips, [](const TokenChip* chip) { return chip->hasFocus(); });
    return found == m_chips.end() ? -1 : static_cast<int>(found - m_chips.begin());
}

void TokenStrip::choose(int place) {
    if (place < 0 || place >= static_cast<int>(m_chips.size())) return;
    TokenChip* const chip = m_chips[static_cast<std::size_t>(place)];
    chip->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(chip, 0, 0);
    const auto typed = static_cast<int>(m_session.chips().size());
    if (place < typed) {
        m_session.chooseChip(place);
    } else if (place > typed) {
        m_session.selectToken(place - typed);
    }
    m_problem->setPreferredChip(place);
}

void TokenStrip::edit(int place) {
    if (place < 0 || place >= static_cast<int>(m_session.chips().size())) return;
    m_edited = place;
    TokenChip* const chip = m_chips[static_cast<std::size_t>(place)];
    m_scroll->ensureWidgetVisible(chip, 0, 0);
    m_inPlace->setText(chip->text());
    m_inPlace->setMinimumWidth(chip->width());
    m_inPlace->resize(m_inPlace->sizeHint().expandedTo(chip->box().size()));
    const int room = m_content->width() - m_inPlace->width();
    m_inPlace->move(std::clamp(chip->x(), 0, std::max(0, room)), chip->y());
    m_inPlace->raise();
    m_inPlace->show();
    m_inPlace->begin(chip->text());
}

void TokenStrip::endEditing(bool keepFocus) {
    const int place = std::exchange(m_edited, -1);
    if (keepFocus && place >= 0 && place < static_cast<int>(m_chips.size())) {
        m_chips[static_cast<std::size_t>(place)]->setFocus(Qt::OtherFocusReason);
    }
    m_inPlace->hide();
}

void TokenStrip::commitEdit(const QString& text) {
    if (m_edited < 0) return;
    const int place = m_edited;
    const bool keepFocus = m_inPlace->hasFocus();
    endEditing(keepFocus);
    if (text != m_session.chips()[static_cast<std::size_t>(place)].text) m_session.replaceWords(place, 1, text);
}

void TokenStrip::append(const QString& text) {
    if (text.isEmpty()) return;
    m_end->clear();
    m_session.replaceWords(static_cast<int>(m_session.chips().size()), 0, text);
    m_scroll->ensureWidgetVisible(m_end, 0, 0);
}

void TokenStrip::remove(int place) {
    if (place < 0 || place >= static_cast<int>(m_session.chips().size())) return;
    m_session.replaceWords(place, 1, {});
}

int TokenStrip::chipAt(const QPoint& place, const TokenChip* otherwise) const {
    for (const TokenChip* chip : m_chips) {
        if (chip->geometry().contains(place)) return placeOf(chip);
    }
    // Behind the last word of a row, or between two.
    int nearest = placeOf(otherwise), least = INT_MAX;
    for (const TokenChip* chip : m_chips) {
        const int distance = (chip->geometry().center() - place).manhattanLength();
        if (distance < least) nearest = placeOf(chip);
        least = std::min(least, distance);
    }
    return nearest;
}

void TokenStrip::moveWord(int from, int to) {
    if (!m_session.moveWord(from, to)) return;
    choose(to);
}

void TokenStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) fitHeight();
    QWidget::changeEvent(event);
}

void TokenStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_next->setCount(width() >= 72 * fontMetrics().height() ? 5 : 3);
}

bool TokenStrip::eventFilter(QObject* watched, QEvent* event) {
    // How many rows the words need is known once the strip has shared its width out.
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) fitHeight();
    return QWidget::eventFilter(watched, event);
}

}  // namespace attentarium
