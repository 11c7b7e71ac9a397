#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/support/application.h"
#include "tests/support/traces.h"
#include "ui/session/session.h"

namespace attentarium {

/// A session with a small model of random weights that knows 12 words.
class SmallSession {
  public:
    enum class Speaks { English, Chinese, EnglishLetters };

    explicit SmallSession(const QString& text = QStringLiteral("the fox saw a red apple and she"),
                          Speaks speaks = Speaks::English) {
        testApplication();
        session = std::make_unique<Session>();
        open(speaks);
        if (!text.isNull()) say(text);
    }

    /// Makes `text` the sentence and waits for its trace, where it can have one.
    void say(const QString& text) {
        session->setText(text);
        settle();
    }
    /// Waits until nothing is being worked on.
    void settle() {
        // A result is handed over by an event, so there is one more round after the worker is done.
        QElapsedTimer clock;
        clock.start();
        do QTest::qWait(5);
        while ((session->isBusy() || session->isGenerating()) && clock.elapsed() < 20000);
        QTest::qWait(5);
    }
    Var node(const char* name) const { return *session->trace()->find(name); }

    std::unique_ptr<Session> session;

  private:
    void open(Speaks speaks) {
        Checkpoint checkpoint;
        checkpoint.model = smallModel();
        checkpoint.language = speaks == Speaks::Chinese ? Language::Chinese : Language::English;
        checkpoint.corpus = "a test";
        std::vector<std::string> words{".",   "a",  "and", "apple", "ate", "bird",
                                       "fox", "he", "red", "saw",   "she", "the"};
        if (speaks == Speaks::Chinese)
            words = {"。", "一只", "了", "他", "她", "小", "狐狸", "看见", "红", "苹果", "吃", "鸟"};
        if (speaks == Speaks::EnglishLetters) words = {" ", "a", "b", "c", "d", "e", "f", "o", "s", "w", "x", "\n"};
        checkpoint.tokenizer =
            makeTokenizer(speaks == Speaks::EnglishLetters ? TokenizerKind::Character : TokenizerKind::Word,
                          checkpoint.language, Vocabulary(words));
        const QString folder = m_folder.filePath(QStringLiteral("model"));
        saveCheckpoint(folder.toStdString(), checkpoint);
        session->openModel(folder);
        settle();
    }

    QTemporaryDir m_folder;
};

}  // namespace attentarium
