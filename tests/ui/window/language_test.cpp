#include <QRegularExpression>

#include "tests/support/catch.h"
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/visible_texts.h"
#include "ui/session/resources.h"
#include "ui/window/shortcut_list.h"

namespace attentarium::test {
namespace {

/// Names and signs that are the same in every language.
const QStringList kNames{
    QStringLiteral("attentarium"), QStringLiteral("gpt"),     QStringLiteral("bert"),    QStringLiteral("csv"),
    QStringLiteral("png"),         QStringLiteral("svg"),     QStringLiteral("pdf"),     QStringLiteral("utf"),
    QStringLiteral("en"),          QStringLiteral("english"), QStringLiteral("softmax"), QStringLiteral("pca"),
    QStringLiteral("sne"),         QStringLiteral("gelu"),    QStringLiteral("adamw"),   QStringLiteral("layernorm"),
    QStringLiteral("logits"),      QStringLiteral("ctrl"),    QStringLiteral("shift"),   QStringLiteral("alt"),
    QStringLiteral("space"),       QStringLiteral("home"),    QStringLiteral("end"),     QStringLiteral("page"),
    QStringLiteral("up"),          QStringLiteral("down"),    QStringLiteral("pgup"),    QStringLiteral("pgdown"),
    QStringLiteral("left"),        QStringLiteral("right"),   QStringLiteral("esc"),     QStringLiteral("enter"),
    QStringLiteral("token"),       QStringLiteral("id"),      QStringLiteral("exp"),     QStringLiteral("log"),
    QStringLiteral("ln"),          QStringLiteral("max"),     QStringLiteral("sqrt"),    QStringLiteral("tab"),
    QStringLiteral("delete"),      QStringLiteral("top"),     QStringLiteral("rollout"), QStringLiteral("transformer"),
    QStringLiteral("dropout"),     QStringLiteral("rnn"),     QStringLiteral("lstm"),    QStringLiteral("gru"),
    QStringLiteral("seq"),         QStringLiteral("cbow"),    QStringLiteral("skip"),    QStringLiteral("gram"),
    QStringLiteral("rope"),        QStringLiteral("alibi"),   QStringLiteral("rmsnorm"), QStringLiteral("relu"),
    QStringLiteral("swiglu"),      QStringLiteral("kneser"),  QStringLiteral("ney"),     QStringLiteral("sgd"),
    QStringLiteral("adam"),        QStringLiteral("bpe"),     QStringLiteral("bengio"),
};

/// English words that a Chinese reader would meet in `texts`.
QStringList englishIn(const QStringList& texts, const Trace& trace) {
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    QStringList found;
    for (const QString& text : texts) {
        // Paths and the engine's own names are not words.
        if (text.contains(QLatin1Char('/')) && !text.contains(QLatin1Char(' '))) continue;
        QString shown = text;
        // Where a long name may break.
        shown.remove(QChar(0x200b));
        if (trace.find(shown.toStdString())) continue;
        shown.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
        shown.remove(QStringLiteral("word2vec"));
        shown.remove(QRegularExpression(QStringLiteral("[a-z_]+(\\.[a-z0-9_]+)+(\\[[0-9, ]*\\])?")));
        shown.remove(QRegularExpression(QStringLiteral("[a-z]+_[a-z_]+")));
        for (auto match = word.globalMatch(shown); match.hasNext();) {
            const QString one = match.next().captured();
            if (!kNames.contains(one.toLower())) {
                found.append(one + QStringLiteral(" in “") + text + QStringLiteral("”"));
            }
        }
    }
    found.removeDuplicates();
    return found;
}

TEST_CASE("In Chinese no English is left, at any kind of step") {
    OpenWindow open(Language::Chinese);
    open.press(Qt::Key_F1);
    open.speak(Language::Chinese);
    QStringList english;
    for (int step = 0; step < open.session->stepCount(); step += 5) {
        open.session->goToStep(step);
        settle();
        english += englishIn(textsOf(*open.window), *open.session->trace());
    }
    english.removeDuplicates();
    CHECK(english.join(QLatin1Char('\n')).toStdString() == "");
}

TEST_CASE("A change of language changes every text, and back, without a restart") {
    OpenWindow open(Language::Chinese);
    QApplication::processEvents();
    const QStringList english = textsOf(*open.window);
    open.speak(Language::Chinese);
    const QStringList chinese = textsOf(*open.window);
    CHECK(chinese != english);
    CHECK(open.window->actions()[Command::InterfaceChinese]->isChecked());
    open.speak(Language::English);
    QStringList again = textsOf(*open.window);
    QStringList before = english;
    again.sort();
    before.sort();
    CHECK(again.join(QLatin1Char('\n')).toStdString() == before.join(QLatin1Char('\n')).toStdString());
}

TEST_CASE("Qt's own words are Chinese too") {
    OpenWindow open;
    open.speak(Language::Chinese);
    CHECK(QCoreApplication::translate("QPlatformTheme", "Cancel") == QStringLiteral("取消"));
}

}  // namespace
}  // namespace attentarium::test
