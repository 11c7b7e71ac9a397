#include "ui/window/top_bar.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "engine/io/corpus_source.h"
#include "engine/text/biased_world.h"
#include "ui/explain/theme.h"
#include "ui/session/training.h"
#include "ui/window/icons.h"
#include "ui/window/window_actions.h"

namespace attentarium {
namespace {

/// At the end of a button that opens a menu.
const QString kOpens = QStringLiteral("  ▾");

/// What a model has learned from: the small world, or a file's name.
QString corpusName(const Checkpoint& checkpoint) {
    if (checkpoint.corpus == kSmallWorld) return QCoreApplication::translate("attentarium::TopBar", "small world");
    if (checkpoint.corpus == kSmallSchool) return QCoreApplication::translate("attentarium::TopBar", "small school");
    if (biasOf(checkpoint.corpus)) return QCoreApplication::translate("attentarium::TopBar", "biased world");
    return QFileInfo(QString::fromStdString(checkpoint.corpus)).fileName();
}

QString layersIn(const ModelConfig& config) {
    if (config.layers == 1) return QCoreApplication::translate("attentarium::TopBar", "1 layer");
    return QCoreApplication::translate("attentarium::TopBar", "%1 layers").arg(config.layers);
}

QString headsIn(const ModelConfig& config) {
    if (config.heads == 1) return QCoreApplication::translate("attentarium::TopBar", "1 head");
    return QCoreApplication::translate("attentarium::TopBar", "%1 heads").arg(config.heads);
}

/// Of what the model learned, or how far it has: of a moment of training nobody shall forget that it is one.
QString learnedFrom(const Session& session) {
    const Checkpoint& checkpoint = *session.checkpoint();
    const Training& training = session.training();
    const RunEntry* const run = training.current();
    const bool isMoment = run && run->material && training.isWatched() && checkpoint.stepsDone == training.shownStep();
    return isMoment ? QCoreApplication::translate("attentarium::TopBar", "step %1").arg(checkpoint.stepsDone)
                    : corpusName(checkpoint);
}

QString familyOf(const Session& session) {
    return QString::fromUtf8(nameOf(session.checkpoint()->model->config().family)).toUpper();
}

QString withMore(const QString& title, const QString& more) {
    return more.isEmpty() ? title : title + QStringLiteral(" — ") + more;
}

}  // namespace

QString modelTitle(const Session& session) {
    if (!session.checkpoint()) return {};
    const ModelConfig& config = session.checkpoint()->model->config();
    QString title;
    if (kTransformers.contains(config.family)) {
        //: %1 the model family, %2 "2 layers", %3 "4 heads", %4 width of the model
        title = QCoreApplication::translate("attentarium::TopBar", "%1 · %2 × %3 × %4")
                    .arg(familyOf(session), layersIn(config), headsIn(config))
                    .arg(config.width);
    } else if (kRecurrent.contains(config.family) || config.family == Family::Seq2Seq) {
        //: %1 the model family, %2 "2 layers", %3 width of the model
        title = QCoreApplication::translate("attentarium::TopBar", "%1 · %2 × %3")
                    .arg(familyOf(session), layersIn(config))
                    .arg(config.width);
    } else {
        //: %1 the model family, %2 width of the model
        title = QCoreApplication::translate("attentarium::TopBar", "%1 · width %2")
                    .arg(familyOf(session))
                    .arg(config.width);
    }
    return withMore(title, learnedFrom(session));
}

TopBar::TopBar(Session& session, WindowActions& actions, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_actions(actions),
      m_name(new QLabel(QStringLiteral("Attentarium"), this)),
      m_menus(new QToolButton(this)),
      m_mainMenu(new QMenu(this)),
      m_model(new QToolButton(this)),
      m_modelMenu(new QMenu(this)),
      m_english(button(actions[Command::InterfaceEnglish], true)),
      m_chinese(button(actions[Command::InterfaceChinese], true)),
      m_export(new QToolButton(this)),
      m_exportMenu(new QMenu(this)) {
    auto* sign = new QLabel(this);
    sign->setPixmap(programIcon().pixmap(20, 20));
    sign->setAccessibleName(QStringLiteral("Attentarium"));
    QFont bold;
    bold.setBold(true);
    m_name->setFont(bold);
    for (QToolButton* opening : {m_menus, m_model, m_export}) {
        opening->setPopupMode(QToolButton::InstantPopup);
        opening->setFocusPolicy(Qt::TabFocus);
    }
    m_menus->setText(QStringLiteral("☰"));
    m_menus->setMenu(m_mainMenu);
    m_model->setMenu(m_modelMenu);
    m_export->setMenu(m_exportMenu);
    for (const Command command : {Command::SavePng, Command::SaveSvg, Command::SavePdf, Command::CopyPicture}) {
        m_exportMenu->addAction(actions[command]);
    }

    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(14, 6, 14, 6);
    m_rows->setSpacing(4);
    m_row = new QHBoxLayout;
    QHBoxLayout* const row = m_row;
    m_rows->addLayout(row);
    row->setSpacing(8);
    row->addWidget(sign);
    row->addWidget(m_name);
    row->addWidget(m_menus);
    row->addSpacing(8);
    m_tabs = new QHBoxLayout;
    m_tabs->setSpacing(4);
    auto* workspaces = new QHBoxLayout;
    m_tabPlaces = {workspaces, new QHBoxLayout};
    m_rows->addLayout(m_tabPlaces[1]);
    m_tabPlaces[0]->addLayout(m_tabs);
    for (const Command command : kShowWorkspace) {
        QToolButton* tab = button(actions[command], true);
        tab->setAutoRaise(true);
        m_tabs->addWidget(tab);
    }
    row->addLayout(workspaces);
    row->addStretch(1);
    row->addWidget(m_model);
    row->addSpacing(6);
    row->addWidget(button(actions[Command::SmallerText], false));
    row->addWidget(button(actions[Command::LargerText], false));
    row->addSpacing(6);
    auto* languages = new QHBoxLayout;
    languages->setSpacing(2);
    languages->addWidget(m_english);
    languages->addWidget(m_chinese);
    row->addLayout(languages);
    row->addSpacing(6);
    row->addWidget(m_export);
    connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, this,
            [this] { openBelow(*m_mainMenu, *m_menus); });
    connect(&session, &Session::modelChanged, this, &TopBar::showModel);
    // The session has taken it up by then.
    connect(&session.training(), &Training::modelShown, this, &TopBar::showModel);
    retranslate();
}

QToolButton* TopBar::button(QAction* action, bool withText) {
    auto* made = new QToolButton(this);
    made->setDefaultAction(action);
    made->setFocusPolicy(Qt::TabFocus);
    made->setToolButtonStyle(withText ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
    // The action's words go to the button each time they change; the switch keeps its two signs.
    connect(action, &QAction::changed, made, [this, made] {
        made->setAccessibleName(made->defaultAction()->iconText());
        if (made == m_english || made == m_chinese) nameSwitch();
    });
    made->setAccessibleName(action->iconText());
    return made;
}

void TopBar::openBelow(QMenu& menu, const QWidget& button) {
    menu.popup(button.mapToGlobal(QPoint(0, button.height())));
    // To mark the line of a menu would open that.
    QAction* first = menu.actions().value(0);
    if (first && !first->menu()) menu.setActiveAction(first);
}

void TopBar::bindMnemonics() {
    qDeleteAll(m_mnemonics);
    m_mnemonics.clear();
    for (const QAction* action : m_mainMenu->actions()) {
        auto* shortcut = new QShortcut(QKeySequence::mnemonic(action->text()), this);
        QMenu* menu = action->menu();
        connect(shortcut, &QShortcut::activated, this, [this, menu] { openBelow(*menu, *m_menus); });
        m_mnemonics.push_back(shortcut);
    }
}

void TopBar::nameSwitch() {
    m_english->setText(QStringLiteral("EN"));
    m_chinese->setText(QStringLiteral("中"));
    m_english->setAccessibleName(tr("Interface in English"));
    m_chinese->setAccessibleName(tr("Interface in Chinese"));
}

void TopBar::retranslate() {
    nameSwitch();
    m_menus->setToolTip(tr("Menus (%1)").arg(QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)));
    m_menus->setAccessibleName(tr("Menus"));
    m_export->setText(tr("Export") + kOpens);
    m_export->setToolTip(tr("Save or copy the picture"));
    m_export->setAccessibleName(m_export->toolTip());
    showModel();
}

void TopBar::showModel() {
    const QString title = modelTitle(m_session);
    m_model->setToolTip(m_session.folder().isEmpty() ? tr("Open another model") : m_session.folder());
    m_model->setAccessibleName(title.isEmpty() ? tr("Open a model") : tr("Model: %1").arg(title));
    fit();
}

void TopBar::fit() {
    QStringList titles{tr("Open a model")};
    if (m_session.checkpoint()) {
        titles = {modelTitle(m_session), withMore(familyOf(m_session), learnedFrom(m_session)), familyOf(m_session)};
    }
    // Widths are added up, not tried out: what is changed only to be measured makes the window lay itself out again,
    // which asks for this again. A layout asks the layouts in it again only when they say so.
    for (QLayout* const layout : findChildren<QLayout*>()) layout->invalidate();
    const int margins = m_rows->contentsMargins().left() + m_rows->contentsMargins().right();
    const int tabs = m_tabs->sizeHint().width();
    const int name = m_name->sizeHint().width() + m_row->spacing();
    const auto written = [this](const QString& text) { return m_model->fontMetrics().horizontalAdvance(text); };
    const int others = margins + m_row->sizeHint().width() - written(m_model->text()) -
                       (m_name->isHidden() ? 0 : name) - (m_tabsAreBelow ? 0 : tabs);
    const auto fits = [&](const QString& title, bool isNamed, bool below) {
        const int row = others + written(title + kOpens) + (isNamed ? name : 0) + (below ? 0 : tabs);
        return std::max(row, below ? margins + tabs : 0) <= width();
    };
    QString title = titles.last();
    bool isNamed = false, below = true;
    const auto choose = [&] {
        for (const bool isBelow : {false, true}) {
            for (const QString& each : titles) {
                for (const bool withName : {true, false}) {
                    if (!fits(each, withName, isBelow)) continue;
                    title = each, isNamed = withName, below = isBelow;
                    return;
                }
            }
        }
    };
    choose();
    m_model->setText(title + kOpens);
    if (m_name->isHidden() == isNamed) m_name->setVisible(isNamed);
    if (std::exchange(m_tabsAreBelow, below) == below) return;
    m_tabPlaces[below ? 0 : 1]->removeItem(m_tabs);
    m_tabs->setParent(nullptr);
    m_tabPlaces[below ? 1 : 0]->insertLayout(0, m_tabs);
}

QSize TopBar::minimumSizeHint() const {
    return {320, QWidget::minimumSizeHint().height()};
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void TopBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    // The buttons hear of it after this.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        QMetaObject::invokeMethod(this, &TopBar::fit, Qt::QueuedConnection);
    }
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme().window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().line);
}

}  // namespace attentarium
