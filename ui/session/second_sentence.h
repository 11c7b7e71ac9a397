#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>
#include <optional>

#include "engine/core/error.h"
#include "engine/trace/trace.h"
#include "ui/session/background.h"

namespace attentarium {

class Session;

/// The chosen word in a second sentence, run through the same model in the background: what a context does to it. The
/// sentence is typed, or, where the model reads one of the worlds that the program tells, one of that world's.
class SecondSentence : public QObject {
    Q_OBJECT

  public:
    explicit SecondSentence(Session& session, QObject* parent = nullptr);
    ~SecondSentence() override;

    /// Nothing is worked out before someone wants to see it.
    void want(bool wanted);
    /// Empty: one of the model's world again.
    void setText(const QString& text);
    /// As it was typed or found; empty where there is none.
    const QString& text() const { return m_text; }
    bool isTyped() const { return m_isTyped; }
    bool isBusy() const { return m_isBusy; }
    /// Why it cannot be run.
    const std::optional<Error>& problem() const { return m_problem; }

    /// Null while it is not known.
    const std::shared_ptr<const Trace>& trace() const { return m_trace; }
    /// One for each of its tokens, on the side that is read.
    const QStringList& words() const { return m_words; }
    /// Where the chosen word stands in it; −1 where it does not.
    int place() const { return m_place; }

    /// Which side of the session's sentence words are taken from: what an encoder reads, where there is one.
    TextSide side() const;
    /// The chosen word's place there.
    int chosen() const;
    /// The words there.
    const QStringList& firstWords() const;
    void choose(int word);

  Q_SIGNALS:
    void changed();

  private:
    struct Looked {
        QString text;
        std::shared_ptr<const Trace> trace;
        std::optional<Error> problem;
    };

    void refresh();
    void adopt(const Looked& looked);
    void findPlace();

    Session& m_session;
    bool m_isWanted = false;
    bool m_isStale = true;
    bool m_isBusy = false;
    bool m_isTyped = false;
    QString m_text;
    int m_wordAsked = -1;  ///< the word that a sentence was looked for with
    std::optional<Error> m_problem;
    std::shared_ptr<const Trace> m_trace;
    QStringList m_words;
    int m_place = -1;
    std::atomic<int> m_latest{0};
    Background m_background;
};

}  // namespace attentarium
