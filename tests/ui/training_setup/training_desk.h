#pragma once

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <functional>
#include <memory>

#include "tests/engine/runs/small_runs.h"
#include "tests/support/application.h"
#include "tests/support/catch.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/training_setup/field_row.h"
#include "ui/views/training_setup/run_bar.h"
#include "ui/views/training_setup/runs_view.h"
#include "ui/views/training_setup/setup_form.h"

namespace attentarium::test {

/// The run bar, the form and the runs above each other, on a session with a small setup.
struct TrainingDesk {
    explicit TrainingDesk(std::int64_t steps = 40) {
        testApplication();
        open();
        training().setSetup(smallRun(steps));
    }

    void open() {
        desk.reset();
        session.reset();
        session = std::make_unique<Session>();
        training().setRunsFolder(folder.filePath(QStringLiteral("runs")));
        desk = std::make_unique<QWidget>();
        auto* const column = new QVBoxLayout(desk.get());
        column->addWidget(bar = new RunBar(*session));
        column->addWidget(form = new SetupForm(*session));
        column->addWidget(runs = new RunsView(*session));
        desk->resize(700, 1600);
        desk->show();
        desk->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(desk.get()));
    }
    Training& training() const { return session->training(); }
    const RunEntry& run() const { return *training().current(); }

    static bool waitFor(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 20'000); }
    bool waitForState(RunState state) const {
        return waitFor([&] { return training().current() && run().state == state; });
    }

    template <typename Widget>
    Widget& find(const char* name) const {
        auto* const found = desk->findChild<Widget*>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    FieldRow& field(const char* name) const { return find<FieldRow>(name); }
    FlatButton& button(const char* name) const { return find<FlatButton>(name); }
    void press(const char* name) const { QTest::mouseClick(&button(name), Qt::LeftButton); }
    QString text(const char* name) const { return find<QLabel>(name).text(); }

    /// Types a number over what stands in the field, and Enter.
    static void type(QAbstractSpinBox& box, const QString& number) {
        box.setFocus();
        box.selectAll();
        QTest::keyClicks(&box, number);
        QTest::keyClick(&box, Qt::Key_Return);
    }
    /// Goes down or up to a choice with the keys.
    static void choose(QComboBox& box, const QString& text) {
        box.setFocus();
        const int wanted = box.findText(text);
        REQUIRE(wanted >= 0);
        for (int i = 0; i < box.count() && box.currentIndex() != wanted; ++i) {
            QTest::keyClick(&box, box.currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        }
        CHECK(box.currentIndex() == wanted);
    }
    /// A click into a cell of the table of runs.
    void click(int row, int column) const {
        QTableView& table = runs->table();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, column)).center());
    }
    /// What the columns of the table of runs are called.
    QStringList columns() const {
        const QAbstractItemModel& model = *runs->table().model();
        QStringList names;
        for (int i = 0; i < model.columnCount(); ++i) {
            names.append(model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        }
        return names;
    }

    QTemporaryDir folder;
    std::unique_ptr<Session> session;
    std::unique_ptr<QWidget> desk;
    RunBar* bar = nullptr;
    SetupForm* form = nullptr;
    RunsView* runs = nullptr;
};

}  // namespace attentarium::test
