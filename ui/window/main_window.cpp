#include "ui/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>
#include <utility>

#include "ui/session/resources.h"
#include "ui/views/changes/changes_panel.h"
#include "ui/views/charts/loss_chart.h"
#include "ui/views/charts/next_words_chart.h"
#include "ui/views/inspector/inspector.h"
#include "ui/views/lesson/lesson_panel.h"
#include "ui/views/outline/outline_view.h"
#include "ui/views/pins/pins_view.h"
#include "ui/views/token_strip/token_strip.h"
#include "ui/views/transport/transport_bar.h"
#include "ui/window/docks.h"
#include "ui/window/dropped.h"
#include "ui/window/interface_language.h"
#include "ui/window/key_routing.h"
#include "ui/window/message_bar.h"
#include "ui/window/model_opening.h"
#include "ui/window/picture_saving.h"
#include "ui/window/preferences.h"
#include "ui/window/session_saving.h"
#include "ui/window/text_size.h"
#include "ui/window/top_bar.h"
#include "ui/window/welcome.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium {
namespace {

/// Of the docks' arrangement; another number and what older programs stored is not used.
constexpr int kArrangement = 2;

constexpr QSize kUsualSize(1440, 900);
// Of the frame that the desktop puts around the window; its own height is known only later.
constexpr int kTitleBar = 40;

}  // namespace

MainWindow::MainWindow(Session& session, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent),
      m_session(session),
      m_preferences(preferences),
      m_lessons(session),
      m_topBar(new TopBar(session, m_actions, this)),
      m_messages(new MessageBar(this)),
      m_tokens(new TokenStrip(session, this)),
      m_centre(new QStackedWidget(this)),
      m_welcome(new Welcome),
      m_workspaces(new Workspaces(session)),
      m_transport(new QToolBar(this)),
      m_docks(new Docks(*this, m_actions)),
      m_models(new ModelOpening(session, preferences, *m_messages, this)),
      m_pictures(new PictureSaving(
          session,
          {[this](QPainter& painter, const QRectF& target) { m_workspaces->current().paint(painter, target); },
           [this] { return m_workspaces->current().pictureSize(); }, [this] { return m_workspaces->current().csv(); }},
          preferences, *m_messages, this)),
      m_saving(new SessionSaving(
          session, [this](const StoredSession& stored) { openSession(stored); }, preferences, *m_messages, this)) {
    setAcceptDrops(true);
    resize(kUsualSize.boundedTo(screen()->availableSize() - QSize(0, kTitleBar)));
    setMinimumSize(960, 600);
    new KeyRouting(this);
    buildBars();
    buildDocks();
    buildMenus();
    connectActions();
    retranslate();
    showState();
    showChoices();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildBars() {
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_messages);
    column->addWidget(m_tokens);
    setMenuWidget(head);

    m_centre->addWidget(m_welcome);
    m_centre->addWidget(m_workspaces);
    setCentralWidget(m_centre);

    m_transport->setObjectName(QStringLiteral("transport"));
    m_transport->setMovable(false);
    m_transport->setContextMenuPolicy(Qt::PreventContextMenu);
    m_transport->toggleViewAction()->setEnabled(false);
    auto* transport = new TransportBar(m_session, m_transport);
    m_transport->addWidget(transport);
    connect(m_workspaces, &Workspaces::kindChanged, this, &MainWindow::showTransport);
    connect(transport, &TransportBar::changesAsked, this, [this] { m_docks->raise(Command::ShowChanges); });
    addToolBar(Qt::BottomToolBarArea, m_transport);
    // Its context menu would offer to hide the transport bar, which is always there.
    setContextMenuPolicy(Qt::PreventContextMenu);

    // Who chooses a number in the picture wants to read about it.
    connect(&m_session, &Session::selectionChanged, this, [this, before = m_session.selection()]() mutable {
        const Selection now = m_session.selection();
        const bool chosen = now.cell && (now.cell != before.cell || now.node != before.node);
        before = now;
        const QWidget* focused = QApplication::focusWidget();
        if (chosen && focused && m_workspaces->isAncestorOf(focused)) m_docks->bringForward(Command::ShowInspector);
    });
    connect(m_welcome, &Welcome::begun, this, &MainWindow::leaveWelcome);
    connect(m_welcome, &Welcome::languageChosen, this, [this](Language language) {
        chooseLanguage(language);
        // Nothing has been looked at yet, so the first sentence is in the reader's language too.
        m_models->openBundled(language);
    });
    connect(m_welcome, &Welcome::themeChosen, this, &MainWindow::chooseTheme);
}

void MainWindow::buildDocks() {
    m_lessons.setLibrary(resourceFolder(QStringLiteral("lessons")));
    auto* lesson = new LessonPanel(m_lessons, m_session);
    m_docks->add(Command::ShowLesson, QStringLiteral("lesson"), lesson, Qt::LeftDockWidgetArea);
    m_docks->add(Command::ShowOutline, QStringLiteral("outline"), new OutlineView(m_session), Qt::LeftDockWidgetArea);
    m_inspector = new Inspector(m_session);
    m_docks->add(Command::ShowInspector, QStringLiteral("inspector"), m_inspector, Qt::RightDockWidgetArea);
    m_docks->add(Command::ShowNextWords, QStringLiteral("nextWords"), new NextWordsChart(m_session),
                 Qt::RightDockWidgetArea);
    m_docks->add(Command::ShowLoss, QStringLiteral("loss"), new LossChart(m_session), Qt::RightDockWidgetArea);
    m_docks->add(Command::ShowPins, QStringLiteral("pins"), new PinsView(m_session), Qt::BottomDockWidgetArea,
                 Docks::AtFirst::Closed);
    connect(&m_session, &Session::referenceChanged, this, [this] {
        if (!m_session.comparedFolder().isEmpty()) m_docks->raise(Command::ShowChanges);
    });
    connect(&m_session.pins(), &Pins::added, this, [this] { m_docks->raise(Command::ShowPins); });
    m_docks->add(Command::ShowChanges, QStringLiteral("changes"), new ChangesPanel(m_session), Qt::LeftDockWidgetArea);
    connect(m_welcome, &Welcome::lessonBegun, this, [this] {
        leaveWelcome();
        m_docks->raise(Command::ShowLesson);
        if (!m_lessons.lessons().empty()) m_lessons.start(m_lessons.lessons().front().folder);
    });
}

bool MainWindow::isWelcoming() const {
    return m_centre->currentWidget() == m_welcome;
}

StageView& MainWindow::stage() {
    return m_workspaces->stage();
}

void MainWindow::showWorkspace(WorkspaceKind kind) {
    if (isWelcoming()) leaveWelcome();
    m_workspaces->show(kind);
    m_preferences.setWorkspace(nameOf(kind));
    showTransport();
    showState();
    showChoices();
    if (!isWelcoming()) m_workspaces->setFocus();
}

void MainWindow::showTransport() {
    // A workspace with something else to move through has a bar of its own in that place.
    m_transport->setVisible(!isWelcoming() && !m_workspaces->current().steps());
}

void MainWindow::showPanel(Command command) {
    m_docks->raise(command);
}

void MainWindow::setWelcoming(bool welcoming) {
    m_centre->setCurrentWidget(welcoming ? static_cast<QWidget*>(m_welcome) : m_workspaces);
    // Behind the workspaces it needs no height, which it would keep from the panel below.
    m_welcome->setSizePolicy(QSizePolicy::Preferred, welcoming ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_tokens->setVisible(!welcoming);
    showTransport();
    m_docks->setAside(welcoming);
    for (const Command command : m_actions.commandsOf(CommandGroup::Go)) m_actions[command]->setEnabled(!welcoming);
    showState();
    m_centre->currentWidget()->setFocus();
}

void MainWindow::leaveWelcome() {
    setWelcoming(false);
    m_session.goToFirst();
}

void MainWindow::begin(const std::optional<QString>& folder, const std::optional<QString>& text) {
    const Language otherwise = interfaceLanguage();
    const std::optional<StoredSession> stored = m_preferences.session();
    restoreGeometry(m_preferences.geometry());
    if (!restoreState(m_preferences.docks(), kArrangement)) m_docks->arrange();
    m_transport->show();
    m_workspaces->show(workspaceNamed(m_preferences.workspace()).value_or(WorkspaceKind::Stage));
    showChoices();
    setWelcoming(!folder && !text && !stored);
    if (text) {
        m_session.setText(*text);
    } else if (stored && !folder) {
        m_session.setText(stored->text);
    }
    if (folder) {
        m_models->open(*folder);
    } else if (stored) {
        m_returnTo = text ? std::nullopt : stored;
        m_models->openOr(stored->folder, otherwise);
    } else {
        m_models->openBundled(otherwise);
    }
}

void MainWindow::chooseLanguage(Language language) {
    setInterfaceLanguage(language);
    m_preferences.setLanguage(language);
    showChoices();
}

void MainWindow::chooseTheme(ThemeKind kind) {
    setTheme(kind);
    m_preferences.setTheme(kind);
    m_actions.redrawIcons();
    showChoices();
}

void MainWindow::chooseTextSize(int percent) {
    setTextSize(percent);
    m_preferences.setTextSize(textSize());
}

void MainWindow::openSession(const StoredSession& stored) {
    if (isWelcoming()) setWelcoming(false);
    m_returnTo = stored;
    m_session.setTextFor(stored.folder, stored.text);
    m_models->open(stored.folder);
}

void MainWindow::remember() {
    // The welcome has put the panels aside; the arrangement without them is nobody's choice.
    if (!isWelcoming()) m_preferences.setWindow(saveGeometry(), saveState(kArrangement));
    storeSession();
}

void MainWindow::storeSession() {
    m_storing.stop();
    // On the way to what was stored, there is nothing new to store.
    if (m_returnTo || isWelcoming()) return;
    if (const auto stored = storedSession(m_session)) m_preferences.setSession(*stored);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::WindowStateChange) showChoices();
    if (event->type() == QEvent::FontChange && m_docks) m_docks->fit();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (canBeDropped(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    if (isWelcoming()) setWelcoming(false);
    m_models->take(*event->mimeData());
}

}  // namespace attentarium
