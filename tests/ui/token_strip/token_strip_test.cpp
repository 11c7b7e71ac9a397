#include "ui/views/token_strip/token_strip.h"

#include <QInputMethodEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QSpinBox>

#include "tests/support/catch.h"
#include "tests/support/small_session.h"
#include "ui/views/flat_button.h"
#include "ui/views/token_strip/next_words.h"
#include "ui/views/token_strip/problem_line.h"
#include "ui/views/token_strip/token_chip.h"
#include "ui/views/token_strip/word_edit.h"

using namespace attentarium;

namespace {

struct Shown : SmallSession {
    explicit Shown(const QString& text = QStringLiteral("the fox saw a red apple and she"),
                   Speaks speaks = Speaks::English)
        : SmallSession(text, speaks), strip(*session) {
        strip.resize(1280, 120);
        strip.show();
        strip.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&strip));
    }
    std::vector<TokenChip*> chips() {
        std::vector<TokenChip*> all;
        for (TokenChip* const chip : strip.findChildren<TokenChip*>()) {
            if (chip->isVisible()) all.push_back(chip);
        }
        return all;
    }
    TokenChip* chip(std::size_t place) { return chips().at(place); }
    WordEdit* field(const char* name) { return strip.findChild<WordEdit*>(QString::fromLatin1(name)); }
    void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }
    QString text() { return session->words().join(QLatin1Char('|')); }
    std::vector<FlatButton*> buttonsIn(QWidget* widget) {
        std::vector<FlatButton*> all;
        for (FlatButton* const button : widget->findChildren<FlatButton*>()) {
            if (button->isVisible()) all.push_back(button);
        }
        return all;
    }
    QWidget* problem() { return strip.findChild<ProblemLine*>(); }

    TokenStrip strip;
};

void compose(QWidget* field, const QString& preedit, const QString& commit) {
    QInputMethodEvent event(preedit, {});
    event.setCommitString(commit);
    QApplication::sendEvent(field, &event);
}

}  // namespace

TEST_CASE("the sentence stands as chips, and a click chooses a word in all views") {
    Shown shown;
    REQUIRE(shown.chips().size() == 8);
    CHECK(shown.chip(1)->text() == QStringLiteral("fox"));
    CHECK(shown.chip(7)->isSelected());
    shown.click(shown.chip(1));
    CHECK(shown.session->selection().token == 1);
    CHECK(shown.chip(1)->isSelected());
    CHECK_FALSE(shown.chip(7)->isSelected());
    CHECK_FALSE(shown.field("inPlace")->isVisible());
    shown.session->selectToken(3);
    CHECK(shown.chip(3)->isSelected());
}

TEST_CASE("a second click changes the word in place, and the sentence runs again") {
    Shown shown;
    shown.click(shown.chip(1));
    shown.click(shown.chip(1));
    WordEdit* const edit = shown.field("inPlace");
    REQUIRE(edit->isVisible());
    CHECK(edit->text() == QStringLiteral("fox"));
    QTest::keyClicks(edit, QStringLiteral("bird"));
    QTest::keyClick(edit, Qt::Key_Return);
    CHECK_FALSE(edit->isVisible());
    shown.settle();
    CHECK(shown.session->tracedWords().at(1) == QStringLiteral("bird"));
    CHECK(shown.chip(1)->hasFocus());
    shown.session->undoStack().undo();
    CHECK(shown.chip(1)->text() == QStringLiteral("fox"));
}

TEST_CASE("what is typed on a chosen chip begins the word anew") {
    Shown shown;
    shown.click(shown.chip(1));
    QTest::keyClick(shown.chip(1), Qt::Key_B);
    WordEdit* const edit = shown.field("inPlace");
    REQUIRE(edit->isVisible());
    CHECK(edit->text() == QStringLiteral("b"));
    QTest::keyClicks(edit, QStringLiteral("ird"));
    QTest::keyClick(edit, Qt::Key_Return);
    shown.settle();
    CHECK(shown.session->tracedWords().at(1) == QStringLiteral("bird"));
}

TEST_CASE("in place, escape changes nothing, several words make several chips, and none removes the chip") {
    Shown shown;
    QTest::mouseDClick(shown.chip(0), Qt::LeftButton);
    WordEdit* const edit = shown.field("inPlace");
    QTest::keyClicks(edit, QStringLiteral("he"));
    QTest::keyClick(edit, Qt::Key_Escape);
    CHECK(shown.session->words().at(0) == QStringLiteral("the"));
    QTest::keyClick(shown.chip(0), Qt::Key_F2);
    edit->setText(QStringLiteral("he saw the"));
    QTest::keyClick(edit, Qt::Key_Enter);
    CHECK(shown.text() == QStringLiteral("he|saw|the|fox|saw|a|red|apple|and|she"));
    CHECK(shown.chips().size() == 10);
    QTest::keyClick(shown.chip(1), Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClick(edit, Qt::Key_Return);
    CHECK(shown.text() == QStringLiteral("he|the|fox|saw|a|red|apple|and|she"));
    // Leaving the field keeps what was typed.
    QTest::keyClick(shown.chip(2), Qt::Key_F2);
    QTest::keyClicks(edit, QStringLiteral("bird"));
    shown.click(shown.chip(4));
    CHECK(shown.session->words().at(2) == QStringLiteral("bird"));
}

TEST_CASE("keys move between chips, remove them, and lead to the field at the end") {
    Shown shown;
    shown.click(shown.chip(6));
    QTest::keyClick(shown.chip(6), Qt::Key_Right);
    CHECK(shown.chip(7)->hasFocus());
    CHECK(shown.session->selection().token == 7);
    QTest::keyClick(shown.chip(7), Qt::Key_Right);
    CHECK(shown.field("end")->hasFocus());
    QTest::keyClick(shown.field("end"), Qt::Key_Left);
    CHECK(shown.chip(7)->hasFocus());
    QTest::keyClick(shown.chip(7), Qt::Key_Delete);
    CHECK(shown.chips().size() == 7);
    CHECK(shown.chip(6)->hasFocus());
    QTest::keyClick(shown.chip(6), Qt::Key_Home);
    QTest::keyClick(shown.chip(0), Qt::Key_Backspace);
    CHECK(shown.text() == QStringLiteral("fox|saw|a|red|apple|and"));
}

TEST_CASE("at the end a word runs with a space, with enter and when the field is left") {
    Shown shown;
    WordEdit* const end = shown.field("end");
    end->setFocus();
    QTest::keyClicks(end, QStringLiteral("saw"));
    CHECK(shown.session->words().size() == 8);
    QTest::keyClick(end, Qt::Key_Space);
    CHECK(shown.session->words().size() == 9);
    CHECK(end->text().isEmpty());
    CHECK(end->hasFocus());
    QTest::keyClicks(end, QStringLiteral("the"));
    QTest::keyClick(end, Qt::Key_Return);
    QTest::keyClicks(end, QStringLiteral("bird"));
    shown.click(shown.chip(0));
    shown.settle();
    CHECK(shown.text().endsWith(QStringLiteral("she|saw|the|bird")));
    CHECK(shown.session->tracedWords() == shown.session->words());
}

TEST_CASE("a text from an input method counts when it is committed, not while it is composed") {
    Shown shown(QStringLiteral("她看见"), SmallSession::Speaks::Chinese);
    REQUIRE(shown.text() == QStringLiteral("她|看见"));
    WordEdit* const end = shown.field("end");
    end->setFocus();
    compose(end, QStringLiteral("yi zhi hu li"), {});
    QTest::keyClick(end, Qt::Key_Space);
    CHECK(shown.text() == QStringLiteral("她|看见"));
    compose(end, {}, QStringLiteral("一只狐狸"));
    CHECK(shown.text() == QStringLiteral("她|看见|一只|狐狸"));
    CHECK(end->text().isEmpty());
    QTest::keyClick(shown.chip(0), Qt::Key_F2);
    WordEdit* const edit = shown.field("inPlace");
    QTest::keyClick(edit, Qt::Key_End);
    // A space while composing picks a word of the input method; it does not end the field.
    compose(edit, QStringLiteral("ta"), {});
    QTest::keyClick(edit, Qt::Key_Space);
    CHECK(edit->isVisible());
    compose(edit, {}, QStringLiteral("他"));
    QTest::keyClick(edit, Qt::Key_Return);
    shown.settle();
    CHECK(shown.text() == QStringLiteral("她|他|看见|一只|狐狸"));
    CHECK(shown.session->tracedWords() == shown.session->words());
}

TEST_CASE("for a model of letters every letter runs, spaces too") {
    Shown shown(QStringLiteral("a fox"), SmallSession::Speaks::EnglishLetters);
    QTest::keyClicks(shown.field("end"), QStringLiteral(" ax"));
    shown.settle();
    CHECK(shown.session->text() == QStringLiteral("a fox ax"));
    CHECK(shown.chip(1)->sizeHint().width() > 0);
}

TEST_CASE("an unknown word stays, says so, and offers known ones") {
    Shown shown;
    CHECK_FALSE(shown.problem()->isVisible());
    shown.say(QStringLiteral("the foxx saw the birdd"));
    CHECK(shown.problem()->isVisible());
    CHECK_FALSE(shown.chip(1)->isKnown());
    CHECK(shown.chip(1)->accessibleName().contains(QStringLiteral("unknown")));
    auto* const sentence = shown.strip.findChild<QLabel*>(QStringLiteral("problem"));
    CHECK(sentence->text().contains(QStringLiteral("foxx")));
    // The last trace stays, but its next words do not belong to this sentence.
    REQUIRE(shown.session->trace());
    for (FlatButton* const next : shown.buttonsIn(shown.strip.findChild<NextWords*>())) CHECK_FALSE(next->isEnabled());
    // The line speaks of the unknown word that was chosen.
    shown.click(shown.chip(4));
    CHECK(sentence->text().contains(QStringLiteral("birdd")));
    auto offered = shown.buttonsIn(shown.problem());
    REQUIRE_FALSE(offered.empty());
    CHECK(offered[0]->text() == QStringLiteral("bird"));
    shown.click(offered[0]);
    CHECK(sentence->text().contains(QStringLiteral("foxx")));
    shown.click(shown.buttonsIn(shown.problem())[0]);
    shown.settle();
    CHECK(shown.session->tracedWords().join(QLatin1Char(' ')) == QStringLiteral("the fox saw the bird"));
    CHECK_FALSE(shown.problem()->isVisible());
}

TEST_CASE("an empty sentence says so and can be typed anew") {
    Shown shown(QStringLiteral("fox"));
    QTest::keyClick(shown.chip(0), Qt::Key_Delete);
    CHECK(shown.chips().empty());
    CHECK(shown.problem()->isVisible());
    CHECK(shown.field("end")->hasFocus());
    QTest::keyClicks(shown.field("end"), QStringLiteral("she "));
    shown.settle();
    CHECK(shown.session->tracedWords() == QStringList{QStringLiteral("she")});
}

TEST_CASE("the next words are those of the last word's row, and a click appends one") {
    Shown shown;
    const Trace& trace = *shown.session->trace();
    const auto row = trace.values(shown.node("probabilities")).last(12);
    const auto best = std::ranges::max_element(row) - row.begin();
    const auto buttons = shown.buttonsIn(shown.strip.findChild<NextWords*>());
    REQUIRE(buttons.size() >= 3);
    CHECK(buttons[0]->text() == shown.session->wordOf(static_cast<int>(best)));
    CHECK(buttons[0]->detail() == QStringLiteral("%1 %").arg(std::lround(*std::ranges::max_element(row) * 100)));
    const QString first = buttons[0]->text();
    shown.click(buttons[0]);
    CHECK(shown.session->words().last() == first);
    // Until it has run, the words on the buttons are those after the shorter sentence.
    CHECK_FALSE(buttons[0]->isEnabled());
    shown.settle();
    CHECK(buttons[0]->isEnabled());
}

TEST_CASE("generate draws as many words as asked, the same for the same seed, and is one edit") {
    Shown shown;
    shown.strip.findChild<QSpinBox*>(QStringLiteral("count"))->setValue(4);
    auto* const generate = shown.strip.findChild<FlatButton*>(QStringLiteral("generate"));
    shown.click(generate);
    CHECK(generate->text() == QStringLiteral("Stop"));
    shown.settle();
    CHECK(generate->text() == QStringLiteral("Generate"));
    const QString drawn = shown.text();
    CHECK(shown.session->words().size() == 12);
    shown.session->undoStack().undo();
    CHECK(shown.session->words().size() == 8);
    shown.settle();
    shown.click(generate);
    shown.settle();
    CHECK(shown.text() == drawn);
    shown.session->undoStack().undo();
    shown.strip.findChild<QSpinBox*>(QStringLiteral("count"))->setValue(40);
    shown.click(generate);
    shown.click(generate);
    shown.settle();
    CHECK(shown.session->words().size() < 48);
}

TEST_CASE("the settings of generate open below their button") {
    Shown shown;
    auto* const count = shown.strip.findChild<QSpinBox*>(QStringLiteral("count"));
    CHECK_FALSE(count->isVisible());
    shown.click(shown.strip.findChild<FlatButton*>(QStringLiteral("settings")));
    CHECK(count->isVisible());
    CHECK_FALSE(count->accessibleName().isEmpty());
    count->window()->close();
}

TEST_CASE("a long sentence wraps to two rows and scrolls") {
    Shown shown;
    QStringList words;
    for (int i = 0; i < 45; ++i) words.append(i % 2 == 0 ? QStringLiteral("apple") : QStringLiteral("the"));
    shown.say(words.join(QLatin1Char(' ')));
    QTest::qWait(20);
    auto* const scroll = shown.strip.findChild<QScrollArea*>();
    CHECK(scroll->height() <= 2 * TokenChip::heightFor(shown.strip.font()) + 10);
    shown.click(shown.chip(0));
    QTest::keyClick(shown.chip(0), Qt::Key_End);
    TokenChip* const last = shown.chip(44);
    CHECK(last->hasFocus());
    const QRect seen(last->mapTo(scroll->viewport(), QPoint(0, 0)), last->size());
    CHECK(scroll->viewport()->rect().contains(seen));
}

TEST_CASE("before a model is open the strip is calm and empty") {
    testApplication();
    Session session;
    TokenStrip strip(session);
    strip.resize(1280, 100);
    strip.grab();
    CHECK_FALSE(strip.findChild<WordEdit*>(QStringLiteral("end"))->isEnabled());
    CHECK_FALSE(strip.findChild<FlatButton*>(QStringLiteral("generate"))->isEnabled());
}

TEST_CASE("Alt and an arrow move a word, dragging does too, and each is one edit") {
    Shown shown;
    shown.click(shown.chip(1));
    QTest::keyClick(shown.chip(1), Qt::Key_Right, Qt::AltModifier);
    CHECK(shown.text() == QStringLiteral("the|saw|fox|a|red|apple|and|she"));
    CHECK(shown.chip(2)->hasFocus());
    CHECK(shown.session->selection().token == 2);
    shown.settle();
    CHECK(shown.session->referenceKind() == ReferenceKind::BeforeEdit);
    QTest::keyClick(shown.chip(2), Qt::Key_Left, Qt::AltModifier);
    CHECK(shown.text() == QStringLiteral("the|fox|saw|a|red|apple|and|she"));
    QTest::keyClick(shown.chip(0), Qt::Key_Left, Qt::AltModifier);
    CHECK(shown.text() == QStringLiteral("the|fox|saw|a|red|apple|and|she"));
    shown.session->undoStack().undo();
    CHECK(shown.text() == QStringLiteral("the|saw|fox|a|red|apple|and|she"));
    shown.session->undoStack().undo();
    shown.settle();
    TokenChip* const dragged = shown.chip(5);
    const QPoint from = dragged->rect().center();
    const QPoint to = dragged->mapFrom(dragged->parentWidget(), shown.chip(2)->geometry().center());
    const QPoint before = dragged->pos();
    QTest::mousePress(dragged, Qt::LeftButton, {}, from);
    QTest::mouseMove(dragged, from + QPoint(-20, 0));
    QMouseEvent further(QEvent::MouseMove, from + QPoint(-20, 0), dragged->mapToGlobal(from + QPoint(-20, 0)),
                        Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(dragged, &further);
    CHECK(dragged->pos() != before);
    QMouseEvent release(QEvent::MouseButtonRelease, to + (before - dragged->pos()),
                        dragged->parentWidget()->mapToGlobal(shown.chip(2)->geometry().center()), Qt::LeftButton,
                        Qt::NoButton, {});
    QApplication::sendEvent(dragged, &release);
    CHECK(shown.text() == QStringLiteral("the|fox|apple|saw|a|red|and|she"));
    CHECK_FALSE(shown.field("inPlace")->isVisible());
}
