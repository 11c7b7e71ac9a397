// The Tokens workspace in the real window, by clicks and keys.

#include "ui/views/tokens/tokens_view.h"

#include <QAccessible>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QSvgRenderer>
#include <QTabBar>
#include <QTableWidget>
#include <QUrl>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "ui/session/text_study.h"
#include "ui/session/training.h"
#include "ui/views/tokens/compare_view.h"
#include "ui/views/tokens/corpus_view.h"
#include "ui/views/tokens/merge_bar.h"
#include "ui/views/tokens/merges_view.h"
#include "ui/views/tokens/text_choice.h"
#include "ui/views/tokens/token_field.h"
#include "ui/views/tokens/zipf_chart.h"
#include "ui/window/picture_saving.h"
#include "ui/workspaces/workspaces.h"

namespace attentarium::test {
namespace {

struct Tokens : OpenWindow {
    explicit Tokens(Language language = Language::English) : OpenWindow(language) {
        press(Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(window->workspaces().kind() == WorkspaceKind::Tokens);
        wait();
    }
    TokensView& view() { return window->workspaces().tokens(); }
    TextStudy& study() { return session->textStudy(); }
    void wait() {
        REQUIRE(waitUntil([this] { return study().story() && !study().isBusy(); }));
        settle();
    }
    void type(const QString& text) {
        study().studyOwn({});
        view().choice().field().setPlainText({});
        settle();
        view().choice().field().setFocus();
        QTest::keyClicks(&view().choice().field(), text);
        REQUIRE(waitUntil([&] { return study().cuts() && *study().cuts()->text == text.toStdString(); }));
        wait();
    }
    void paste(const QString& text) {
        study().studyOwn(text);
        REQUIRE(waitUntil([&] { return study().cuts() && *study().cuts()->text == text.toStdString(); }));
        wait();
    }
    template <typename Widget = QWidget>
    Widget& part(const char* name) {
        auto* const found = view().findChild<Widget*>(QLatin1String(name));
        REQUIRE(found);
        return *found;
    }
    void click(const char* name) {
        QWidget& button = part(name);
        REQUIRE(button.isVisible());
        QTest::mouseClick(&button, Qt::LeftButton);
        QApplication::processEvents();
    }
    void clickPiece(TokenField& field, int piece) {
        QTest::mouseClick(&field, Qt::LeftButton, {}, field.rectOf(piece).center());
        QApplication::processEvents();
    }
    void openPage(TokensView::Page page) {
        auto& tabs = part<QTabBar>("tokenPages");
        QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(static_cast<int>(page)).center());
        REQUIRE(view().page() == page);
        settle();
    }
    QStringList texts(TokenField& field) {
        QStringList all;
        for (const TokenPiece& piece : field.pieces()) all.append(piece.text);
        return all;
    }
};

TEST_CASE("The sentence is cut three ways, and unknown words are told apart") {
    Tokens tokens;
    tokens.session->setText(QStringLiteral("Emma sees Zaphod"));
    REQUIRE(waitUntil([&] { return *tokens.study().cuts()->text == "Emma sees Zaphod"; }));
    tokens.wait();
    CompareView& compare = tokens.view().compare();
    CHECK(compare.field(0).pieces().size() == 16);
    CHECK(tokens.texts(compare.field(1)) ==
          QStringList{QStringLiteral("Emma"), QStringLiteral("sees"), QStringLiteral("Zaphod")});
    CHECK(compare.field(1).pieces()[0].id == tokens.session->chips()[0].id);
    CHECK_FALSE(compare.field(1).pieces()[2].id);
    CHECK(compare.figures(1).contains(QStringLiteral("tokens: 3")));
    CHECK(compare.figures(1).contains(QStringLiteral("characters per token: 5.33")));
    CHECK(compare.figures(1).contains(QStringLiteral("out of the vocabulary: 1")));
    CHECK(compare.figures(0).contains(QStringLiteral("vocabulary: 11")));
}

TEST_CASE("Choosing a chip tells its bytes, id and count, by mouse and by keys") {
    Tokens tokens;
    tokens.type(QStringLiteral("the cat and the dog"));
    CompareView& compare = tokens.view().compare();
    tokens.clickPiece(compare.field(1), 0);
    CHECK(compare.field(1).chosen() == 0);
    CHECK(compare.told().contains(QStringLiteral("74 68 65")));
    CHECK(compare.told().contains(QStringLiteral("2×")));
    // The arrows move among chips while the keyboard is there, not through merges.
    compare.field(1).setFocus();
    const int merged = tokens.study().merged();
    tokens.press(Qt::Key_Right);
    tokens.press(Qt::Key_Return);
    CHECK(compare.field(1).chosen() == 1);
    CHECK(compare.told().contains(QStringLiteral("63 61 74")));
    CHECK(tokens.study().merged() == merged);
    tokens.clickPiece(compare.field(0), 2);
    CHECK(compare.field(1).chosen() == -1);
    CHECK(compare.told().contains(QStringLiteral("65")));
}

TEST_CASE("Byte pairs go forward and back merge by merge, by buttons, keys and slider, and back is exact") {
    Tokens tokens;
    tokens.type(QStringLiteral("the cat saw the other cat there"));
    tokens.openPage(TokensView::Page::Merges);
    MergesView& merges = tokens.view().merges();
    const int all = tokens.study().story()->merges();
    REQUIRE(all >= 5);
    tokens.click("firstMerge");
    CHECK(tokens.study().merged() == 0);
    CHECK(merges.field().pieces().size() == 31);
    std::vector<QStringList> seen{tokens.texts(merges.field())};
    for (int i = 0; i < all; ++i) {
        // What is outlined is what is joined next.
        const QString pair = merges.table().item(0, 2)->text();
        const int outlined = merges.field().outlined();
        CHECK(outlined == merges.table().item(0, 1)->text().toInt());
        tokens.click("mergeForward");
        seen.push_back(tokens.texts(merges.field()));
        CHECK(seen.back().size() == seen[seen.size() - 2].size() - outlined);
        CHECK(seen.back().contains(pair));
        const auto joints = std::ranges::count_if(merges.field().pieces(), [](auto& one) { return one.joint > 0; });
        CHECK(joints == outlined);
    }
    CHECK_FALSE(tokens.part("mergeForward").isEnabled());
    CHECK(merges.table().rowCount() == 0);
    tokens.part<QTabBar>("tokenPages").setFocus();
    for (int i = all - 1; i >= 0; --i) {
        tokens.window->actions()[Command::Back]->trigger();
        CHECK(tokens.texts(merges.field()) == seen[static_cast<std::size_t>(i)]);
    }
    tokens.window->actions()[Command::Last]->trigger();
    CHECK(tokens.study().merged() == all);
    auto& slider = tokens.view().bar().slider();
    slider.setFocus();
    tokens.press(Qt::Key_Home);
    CHECK(tokens.study().merged() == 0);
    tokens.press(Qt::Key_Right);
    CHECK(tokens.study().merged() == 1);
    CHECK(tokens.part<QLabel>("mergePlace").text().contains(QStringLiteral("257")));
}

TEST_CASE("The transport bar's keys move through merges here and through steps elsewhere") {
    Tokens tokens;
    tokens.type(QStringLiteral("the cat saw the other cat there"));
    const int step = tokens.session->step();
    tokens.part("openText").setFocus();
    tokens.press(Qt::Key_Home);
    CHECK(tokens.study().merged() == 0);
    tokens.press(Qt::Key_PageDown);
    CHECK(tokens.study().merged() == 1);
    CHECK(tokens.session->step() == step);
    tokens.window->actions()[Command::PlayPause]->trigger();
    CHECK(tokens.study().playback().isPlaying());
    REQUIRE(waitUntil([&] { return tokens.study().merged() >= 2; }));
    tokens.press(Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(tokens.study().playback().isPlaying());
    const int merged = tokens.study().merged();
    tokens.press(Qt::Key_PageDown);
    CHECK(tokens.session->step() == step + 1);
    CHECK(tokens.study().merged() == merged);
}

TEST_CASE("Split characters are shown as their bytes below the character, never as a replacement") {
    Tokens tokens;
    tokens.paste(QStringLiteral("你好😀你好"));
    tokens.openPage(TokensView::Page::Merges);
    tokens.click("firstMerge");
    MergesView& merges = tokens.view().merges();
    CHECK(tokens.texts(merges.field()).mid(0, 3) ==
          QStringList{QStringLiteral("E4"), QStringLiteral("BD"), QStringLiteral("A0")});
    const TokenPieces pieces = piecesOf(tokens.study().story()->passage(0));
    REQUIRE(pieces.groups.size() == 5);
    CHECK(pieces.groups[0].characters == QStringLiteral("你"));
    CHECK(pieces.groups[2].characters == QStringLiteral("😀"));
    CHECK(pieces.groups[2].count == 4);
    for (int merged = 0; merged <= tokens.study().story()->merges(); ++merged) {
        tokens.study().goToMerge(merged);
        for (const QString& text : tokens.texts(merges.field())) CHECK_FALSE(text.contains(QChar(0xFFFD)));
        for (int row = 0; row < merges.table().rowCount(); ++row) {
            CHECK_FALSE(merges.table().item(row, 0)->text().contains(QChar(0xFFFD)));
        }
    }
    CHECK(tokens.texts(merges.field()).contains(QStringLiteral("你好")));
}

TEST_CASE("A row of the table outlines its pair in the text") {
    Tokens tokens;
    tokens.type(QStringLiteral("aa bb aa bb aa"));
    tokens.openPage(TokensView::Page::Merges);
    tokens.click("firstMerge");
    QTableWidget& table = tokens.view().merges().table();
    const auto at = [&](const QString& token) {
        for (int row = 0; row < table.rowCount(); ++row) {
            if (table.item(row, 2)->text() == token) return row;
        }
        return -1;
    };
    const int row = at(QStringLiteral("bb"));
    REQUIRE(row >= 0);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualItemRect(table.item(row, 0)).center());
    CHECK(tokens.view().merges().field().outlined() == 2);
}

TEST_CASE("A file in another encoding says so and is converted at a click") {
    Tokens tokens;
    const QString name = tokens.folder.filePath(QStringLiteral("chinese.txt"));
    QFile file(name);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\xD0\xA1\xC3\xA8\xD4\xDA\xBB\xA8\xD4\xB0\xC0\xEF\xA1\xA3");
    file.close();
    const std::string before = *tokens.study().cuts()->text;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(name)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&tokens.view(), &enter);
    REQUIRE(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&tokens.view(), &drop);
    REQUIRE(waitUntil([&] { return tokens.study().problem().has_value(); }));
    settle();
    CHECK(tokens.view().choice().problem().contains(QStringLiteral("GB18030")));
    CHECK(*tokens.study().cuts()->text == before);
    tokens.click("convert");
    REQUIRE(waitUntil([&] { return *tokens.study().cuts()->text == "小猫在花园里。"; }));
    CHECK(tokens.view().choice().problem().isEmpty());
    CHECK(tokens.view().choice().sources().currentText() == QStringLiteral("chinese.txt"));
}

TEST_CASE("The corpus page counts, draws and finds") {
    Tokens tokens;
    tokens.paste(QStringLiteral("the cat saw the dog. The cat ran. the end"));
    tokens.openPage(TokensView::Page::Corpus);
    CorpusView& corpus = tokens.view().corpus();
    CHECK(corpus.figures().contains(QStringLiteral("words: 10")));
    CHECK(corpus.words().item(0, 0)->text() == QStringLiteral("the"));
    CHECK(corpus.words().item(0, 1)->text() == QStringLiteral("3"));
    CHECK(corpus.words().item(0, 2)->text() == QStringLiteral("30.0 %"));
    CHECK(corpus.chart().pointCount() == 7);
    corpus.sought().setFocus();
    QTest::keyClicks(&corpus.sought(), QStringLiteral("cat"));
    REQUIRE(waitUntil([&] { return corpus.lines().rowCount() == 2; }));
    CHECK(corpus.lines().item(1, 1)->text() == QStringLiteral("cat"));
    CHECK(corpus.lines().item(1, 0)->text().endsWith(QStringLiteral("The ")));
}

TEST_CASE("A tokenizer is saved and opened again, and what is none is refused beside the button") {
    Tokens tokens;
    tokens.paste(QStringLiteral("the cat saw the other cat there, then the cat ran"));
    tokens.openPage(TokensView::Page::Merges);
    tokens.study().goToMerge(4);
    const QStringList cut = tokens.texts(tokens.view().merges().field());
    const QString folder = tokens.folder.filePath(QStringLiteral("tokenizer"));
    tokens.study().saveTokenizer(folder);
    REQUIRE(waitUntil([&] { return QFile::exists(folder + QStringLiteral("/tokenizer.json")); }));
    tokens.study().openTokenizer(folder + QStringLiteral("/merges.txt"));
    REQUIRE(waitUntil([&] { return tokens.study().opened() && tokens.study().story(); }));
    settle();
    CHECK(tokens.study().story()->merges() == 4);
    tokens.click("lastMerge");
    CHECK(tokens.texts(tokens.view().merges().field()) == cut);
    CHECK_FALSE(tokens.part("train").isEnabled());
    tokens.study().openTokenizer(tokens.model(Language::English) + QStringLiteral("/config.json"));
    REQUIRE(waitUntil([&] { return tokens.part<QLabel>("outcome").isVisible(); }));
    CHECK(tokens.part<QLabel>("outcome").text().contains(QStringLiteral("config.json")));
    tokens.click("learn");
    tokens.wait();
    CHECK(tokens.study().story()->isLearned());
}

TEST_CASE("One button leads from a tokenizer to a run that is set up with it") {
    Tokens tokens;
    tokens.session->training().setRunsFolder(tokens.folder.filePath(QStringLiteral("runs")));
    QString text;
    for (int i = 0; i < 200; ++i) text += QStringLiteral("the cat saw cat number %1. ").arg(i);
    tokens.paste(text);
    tokens.openPage(TokensView::Page::Merges);
    tokens.study().goToMerge(20);
    tokens.click("train");
    REQUIRE(waitUntil([&] { return tokens.window->workspaces().kind() == WorkspaceKind::Training; }));
    const Training& training = tokens.session->training();
    CHECK(training.setup().corpus.tokenizer == TokenizerKind::BytePair);
    CHECK(training.setup().corpus.vocabulary == 276);
    REQUIRE(waitUntil([&] { return training.estimate() || training.setupProblem(); }));
    CHECK_FALSE(training.setupProblem());
}

TEST_CASE("The picture and the numbers are those of the page that is shown") {
    Tokens tokens;
    tokens.paste(QStringLiteral("the cat saw the cat"));
    for (const auto page : {TokensView::Page::Compare, TokensView::Page::Merges, TokensView::Page::Corpus}) {
        tokens.openPage(page);
        CHECK(tokens.view().csv().count(QLatin1Char('\n')) > 3);
        tokens.window->pictures().save(tokens.folder.filePath(QStringLiteral("tokens")), PictureFormat::Svg);
        CHECK(QSvgRenderer(tokens.folder.filePath(QStringLiteral("tokens.svg"))).isValid());
    }
}

TEST_CASE("Chips are items to a screen reader, each with its description") {
    Tokens tokens;
    tokens.paste(QStringLiteral("the cat"));
    QAccessibleInterface* const row = QAccessible::queryAccessibleInterface(&tokens.view().compare().field(1));
    REQUIRE(row);
    REQUIRE(row->childCount() == 2);
    CHECK(row->child(1)->text(QAccessible::Name).contains(QStringLiteral("63 61 74")));
}

TEST_CASE("A long pasted text is used without being laid out in the field") {
    Tokens tokens;
    tokens.study().studyOwn({});
    QMimeData data;
    data.setText(QString(30000, QLatin1Char('a')));
    Q_EMIT tokens.view().choice().field().longTextPasted(data.text());
    REQUIRE(waitUntil([&] { return tokens.study().cuts()->text->size() == 30000; }));
    CHECK(tokens.view().choice().field().toPlainText().isEmpty());
}

TEST_CASE("A megabyte can be stepped through on every page") {
    Tokens tokens;
    QString text;
    for (int i = 0; text.size() < (1 << 20); ++i) {
        const int rank = i % (1 + i % 997);
        text += QStringLiteral("w%1o%2 ").arg(rank % 89).arg(rank * 7919 % 613);
        if (i % 15 == 0) text += QStringLiteral("你好\n");
    }
    for (const auto page : {TokensView::Page::Compare, TokensView::Page::Merges, TokensView::Page::Corpus}) {
        tokens.openPage(page);
        tokens.study().studyOwn(QStringLiteral("short"));
        tokens.wait();
        tokens.study().studyOwn(text);
        tokens.wait();
        for (const int merge : {0, 37, 500, 12}) {
            tokens.study().goToMerge(merge);
            settle();
            CHECK(tokens.study().merged() == merge);
        }
    }
}

}  // namespace
}  // namespace attentarium::test
