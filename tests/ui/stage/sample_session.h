#pragma once

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "engine/core/random.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "tests/support/application.h"
#include "ui/session/session.h"

namespace attentarium {

struct SampleModel {
    std::int64_t layers = 2;
    std::int64_t heads = 4;
    std::int64_t width = 64;
    Language language = Language::English;
};

/// A session with a model of random weights, large enough that no head looks everywhere alike, and a sentence.
class SampleSession {
  public:
    explicit SampleSession(const QString& text, const SampleModel& sample = {}) {
        testApplication();
        const std::vector<std::string> words =
            sample.language == Language::English
                ? std::vector<std::string>{"the",  "little", "fox", "saw",  "a",  "red", "apple",
                                           "and",  "she",    "ate", "it",   ".",  "he",  "has",
                                           "blue", "house",  "big", "bird", "in", "tree"}
                : std::vector<std::string>{"小", "狐狸", "看见", "一个", "红", "苹果", "就",
                                           "她", "吃",   "了",   "。",   "大", "鸟"};
        Checkpoint checkpoint;
        checkpoint.language = sample.language;
        checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, sample.language, Vocabulary(words));
        auto model = makeModel<float>({.layers = sample.layers,
                                       .heads = sample.heads,
                                       .width = sample.width,
                                       .context = 64,
                                       .vocabulary = static_cast<std::int64_t>(words.size())});
        Random random(7);
        model->initialise(random);
        for (std::size_t i = 0; i < model->parameters().size(); ++i) {
            auto& parameter = model->parameters()[i];
            if (!parameter.decays) continue;
            for (float& weight : parameter.value.mutableView().span()) weight *= 8;
        }
        checkpoint.model = std::move(model);
        const QString folder = m_folder.filePath(QStringLiteral("model"));
        saveCheckpoint(folder.toStdString(), checkpoint);
        QSignalSpy traced(&m_session, &Session::traceChanged);
        m_session.setText(text);
        m_session.openModel(folder);
        for (int i = 0; i < 500 && !m_session.trace(); ++i) QTest::qWait(10);
    }

    Session& operator*() { return m_session; }
    Session* operator->() { return &m_session; }

  private:
    QTemporaryDir m_folder;
    Session m_session;
};

inline const QString kSampleText = QStringLiteral("the little fox saw a red apple and she");

}  // namespace attentarium
