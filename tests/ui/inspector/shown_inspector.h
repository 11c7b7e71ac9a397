#pragma once

#include <QLabel>
#include <QRegularExpression>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/views/cell_link.h"
#include "ui/views/flat_button.h"
#include "ui/views/inspector/inspector.h"

namespace attentarium {

/// The panel of a session, shown and in front.
struct Shown : SmallSession {
    Shown() : inspector(*session) {
        inspector.resize(300, 800);
        inspector.show();
        inspector.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&inspector));
    }
    QLabel* label(const char* name) { return inspector.findChild<QLabel*>(QString::fromLatin1(name)); }
    FlatButton* button(const char* name) { return inspector.findChild<FlatButton*>(QString::fromLatin1(name)); }
    void select(const char* name, std::int64_t cell, Quantity quantity = Quantity::Value) {
        session->selectCell(node(name), quantity, cell);
    }
    double value(const char* name, std::int64_t cell) {
        return numberIn(*session->trace(), {node(name), Quantity::Value, cell});
    }
    /// The links to cells in a section.
    std::vector<Cell> links(const char* name) {
        std::vector<Cell> all;
        auto matches = QRegularExpression(QStringLiteral("href='(cell[^']*)'")).globalMatch(label(name)->text());
        while (matches.hasNext()) all.push_back(*cellOfLink(matches.next().captured(1)));
        return all;
    }

    Inspector inspector;
};

}  // namespace attentarium
