#pragma once

#include <QApplication>
#include <QComboBox>
#include <QTabBar>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/resources.h"
#include "ui/views/positions/line_plot.h"
#include "ui/views/positions/longer_view.h"
#include "ui/views/positions/matrix_plot.h"
#include "ui/views/positions/shuffle_view.h"
#include "ui/views/positions/turning_view.h"
#include "ui/views/positions/vectors_view.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {

/// The real window with a page of the Positions workspace.
template <typename View>
struct PositionsPage : OpenWindow {
    explicit PositionsPage(const QString& page, Language language = Language::English,
                           QSize windowSize = QSize(1280, 720))
        : OpenWindow(language, windowSize) {
        press(Qt::Key_5, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(window->workspaces().kind() == WorkspaceKind::Positions);
        window->workspaces().current().showPage(page);
        settle();
        REQUIRE(view().isVisible());
    }
    View& view() { return *window->template findChild<View*>(); }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view().template findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void click(QWidget& widget) {
        REQUIRE(widget.isVisible());
        QTest::mouseClick(&widget, Qt::LeftButton);
        settle();
    }
    void clickTab(const char* bar, int place) {
        auto& tabs = part<QTabBar>(bar);
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(place).center());
        settle();
    }
    /// As one does by keys: down the list, then Enter.
    void pick(const char* box, int place) {
        auto& combo = part<QComboBox>(box);
        combo.setFocus();
        QTest::keyClick(&combo, Qt::Key_Home);
        for (int i = 0; i < place; ++i) QTest::keyClick(&combo, Qt::Key_Down);
        REQUIRE(combo.currentIndex() == place);
        settle();
    }
    void openBundled(const QString& name) {
        const QString bundled = resourceFolder(QStringLiteral("checkpoints")) + QLatin1Char('/') + name;
        session->openModel(bundled);
        REQUIRE(waitUntil([&] { return session->folder() == bundled && session->trace() && !session->isBusy(); }));
        settle();
    }
};

}  // namespace attentarium::test
