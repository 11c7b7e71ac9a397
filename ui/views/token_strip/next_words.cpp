#include "ui/views/token_strip/next_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <algorithm>
#include <numeric>
#include <utility>

#include "ui/explain/numbers.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"

namespace attentarium {
namespace {

std::vector<int> likeliest(std::span<const float> row, std::size_t count) {
    std::vector<int> ids(row.size());
    std::iota(ids.begin(), ids.end(), 0);
    count = std::min(count, ids.size());
    std::partial_sort(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count), ids.end(), [&](int a, int b) {
        const float left = row[static_cast<std::size_t>(a)], right = row[static_cast<std::size_t>(b)];
        return left != right ? left > right : a < b;
    });
    ids.resize(count);
    return ids;
}

}  // namespace

NextWords::NextWords(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_name = new QLabel(this);
    row->addWidget(m_name);
    setCount(3);
    connect(&session, &Session::traceChanged, this, &NextWords::showWords);
    connect(&session, &Session::textChanged, this, &NextWords::enable);
}

void NextWords::setCount(int count) {
    if (static_cast<int>(m_buttons.size()) == count) return;
    for (FlatButton* const button : std::exchange(m_buttons, {})) delete button;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        auto* const button = new FlatButton(this);
        connect(button, &FlatButton::clicked, this, [this, i] { m_session.takeProposal(m_ids[i]); });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    showWords();
}

void NextWords::showWords() {
    const Trace* const trace = m_session.trace().get();
    const auto probabilities =
        trace && m_session.proposingToken() >= 0 ? trace->find(Site::Probabilities) : std::nullopt;
    const bool inPlace = trace && trace->text().inPlace;
    //: before buttons with the words that may come next
    m_name->setText(inPlace ? tr("hidden word") : tr("next word"));
    m_name->setVisible(probabilities.has_value());
    m_ids.clear();
    if (probabilities) {
        const auto columns = static_cast<std::size_t>(trace->shape(*probabilities)[-1]);
        const auto row = trace->values(*probabilities)
                             .subspan(static_cast<std::size_t>(m_session.proposingToken()) * columns, columns);
        m_ids = likeliest(row, m_buttons.size());
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            const double share = static_cast<double>(row[static_cast<std::size_t>(m_ids[i])]);
            const QString word = m_session.wordOf(m_ids[i]);
            m_buttons[i]->setText(word == QStringLiteral(" ") ? QStringLiteral("␣") : word);
            m_buttons[i]->setDetail(percent(share));
            m_buttons[i]->setAccessibleName(inPlace ? tr("Put in “%1”, %2 likely").arg(word, percent(share))
                                                    : tr("Append “%1”, %2 likely").arg(word, percent(share)));
            m_buttons[i]->setToolTip(inPlace ? tr("Put in “%1”. Its probability is %2.").arg(word, fullNumber(share))
                                             : tr("Append “%1”. Its probability is %2.").arg(word, fullNumber(share)));
        }
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setVisible(i < m_ids.size());
    enable();
}

void NextWords::enable() {
    // The words belong to the sentence that has run; while another one waits they would be appended to that.
    const bool current = m_session.isTraceCurrent();
    for (FlatButton* const button : m_buttons) button->setEnabled(current);
}

void NextWords::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) showWords();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
