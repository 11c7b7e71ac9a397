#include "ui/views/unrolled/model_offer.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>
#include <array>

#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"

namespace attentarium {
namespace {

constexpr std::array kFamilies{"lstm", "gru", "rnn"};

}  // namespace

ModelOffer::ModelOffer(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_sentence(new QLabel(this)) {
    m_sentence->setWordWrap(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(m_sentence);
    auto* const row = new QWidget(this);
    auto* const buttons = new FlowLayout(row, 8);
    for (const char* const family : kFamilies) {
        const bool isFirst = m_buttons.empty();
        auto* const button = new FlatButton(row, isFirst ? FlatButton::Look::Primary : FlatButton::Look::Framed);
        button->setObjectName(QStringLiteral("open-%1").arg(QLatin1String(family)));
        connect(button, &FlatButton::clicked, this, [this, family] { open(QLatin1String(family)); });
        buttons->addWidget(button);
        m_buttons.push_back(button);
    }
    column->addWidget(row);
    column->addStretch();
    retranslate();
}

void ModelOffer::open(const QString& family) {
    const Checkpoint* const now = m_session.checkpoint();
    const bool isChinese = now && now->language == Language::Chinese;
    const QString folder = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + family +
                           (isChinese ? QStringLiteral("-zh") : QStringLiteral("-en"));
    m_session.openModel(folder);
}

void ModelOffer::retranslate() {
    m_sentence->setText(tr(
        "The model that is open reads all words at once: it has no state that goes on from word to word, so there is "
        "nothing to unroll. Open one that has:"));
    const QStringList titles{tr("Open the LSTM"), tr("Open the GRU"), tr("Open the RNN")};
    for (qsizetype i = 0; i < titles.size(); ++i) {
        m_buttons[static_cast<std::size_t>(i)]->setText(titles[i]);
        m_buttons[static_cast<std::size_t>(i)]->setAccessibleName(titles[i]);
    }
}

void ModelOffer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
