#include "ui/views/bundled_models.h"

#include <QDir>
#include <QEvent>

#include "ui/session/resources.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"

namespace attentarium {

BundledModels::BundledModels(Session& session, std::vector<BundledModel> models, QWidget* parent)
    : QWidget(parent), m_session(session) {
    auto* const flow = new FlowLayout(this, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    const QString all = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/');
    for (BundledModel& model : models) {
        model.folder = all + model.folder;
        if (!QDir(model.folder).exists()) continue;
        auto* const button = new FlatButton(this);
        button->setObjectName(QStringLiteral("open-") + QDir(model.folder).dirName());
        button->setCheckable(true);
        flow->addWidget(button);
        connect(button, &FlatButton::clicked, this, [this, model] {
            if (!model.text.isEmpty()) m_session.setTextFor(model.folder, model.text);
            m_session.openModel(model.folder);
            showOpen();
        });
        m_buttons.push_back(button);
        m_models.push_back(model);
    }
    connect(&session, &Session::modelChanged, this, &BundledModels::showOpen);
    retranslate();
    showOpen();
}

void BundledModels::showOpen() {
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        m_buttons[i]->setChecked(QDir(m_session.folder()) == QDir(m_models[i].folder) && m_session.checkpoint());
    }
}

void BundledModels::retranslate() {
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        m_buttons[i]->setText(tr(m_models[i].title));
        m_buttons[i]->setAccessibleName(tr("Open the bundled model: %1").arg(m_buttons[i]->text()));
        m_buttons[i]->setToolTip(m_buttons[i]->accessibleName());
        m_buttons[i]->updateGeometry();
    }
}

void BundledModels::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
