#include "ui/views/positions/kind_box.h"

#include <QEvent>
#include <algorithm>

#include "ui/session/session.h"
#include "ui/views/positions/position_words.h"

namespace attentarium {

KindBox::KindBox(Session& session, std::vector<PositionChoice> choices, QWidget* parent)
    : QComboBox(parent), m_session(session), m_choices(std::move(choices)) {
    setObjectName(QStringLiteral("kinds"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t i = 0; i < m_choices.size(); ++i) addItem(QString());
    connect(this, &QComboBox::activated, this,
            [this](int place) { Q_EMIT chosen(m_choices[static_cast<std::size_t>(place)]); });
    connect(&session, &Session::modelChanged, this, &KindBox::retranslate);
    retranslate();
}

void KindBox::choose(PositionChoice choice) {
    const auto found = std::ranges::find(m_choices, choice);
    if (found != m_choices.end()) setCurrentIndex(static_cast<int>(found - m_choices.begin()));
}

void KindBox::retranslate() {
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        QString text;
        if (const auto kind = bundledKind(m_choices[i])) {
            text = tr("bundled model: %1").arg(kindName(*kind));
        } else if (const auto own = ownKind(m_session.checkpoint())) {
            text = tr("the open model: %1").arg(kindName(*own));
        } else {
            text = tr("the open model");
        }
        setItemText(static_cast<int>(i), text);
    }
    setAccessibleName(tr("Whose positions are shown"));
    setToolTip(tr("The bundled models are alike in all but how they know where their words stand."));
}

void KindBox::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QComboBox::changeEvent(event);
}

}  // namespace attentarium
