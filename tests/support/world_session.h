#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "engine/core/random.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/small_world.h"
#include "tests/support/application.h"
#include "ui/session/resources.h"
#include "ui/session/session.h"

namespace attentarium {

/// A session with a model that knows the words of the small world, of the size of the bundled ones: a bundled one where
/// it is there and wanted, else one with random weights.
class WorldSession {
  public:
    enum class Weights { Bundled, Random };

    explicit WorldSession(Language language = Language::English, Weights weights = Weights::Random) {
        testApplication();
        session = std::make_unique<Session>();
        open(language, weights);
    }

    void open(Language language, Weights weights = Weights::Random) {
        const QString bundled = bundledCheckpoint(language);
        if (weights == Weights::Bundled && QDir(bundled).exists()) {
            session->openModel(bundled);
        } else {
            session->openModel(makeModelFolder(language));
        }
        settle();
    }
    /// Waits until nothing is being worked on.
    void settle() const {
        // A result is handed over by an event, so there is one more round after the worker is done.
        QElapsedTimer clock;
        clock.start();
        do QTest::qWait(5);
        while (session->isBusy() && clock.elapsed() < 20000);
        QTest::qWait(5);
    }

    std::unique_ptr<Session> session;

  private:
    QString makeModelFolder(Language language) const {
        Checkpoint checkpoint;
        const Vocabulary words = SmallWorld().lexicon(language);
        auto model =
            makeModel<float>({.layers = 2, .heads = 4, .width = 64, .context = 64, .vocabulary = words.size()});
        Random random(3);
        model->initialise(random);
        checkpoint.model = std::move(model);
        checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, language, words);
        checkpoint.language = language;
        checkpoint.corpus = "small-world";
        const QString folder =
            m_folder.filePath(language == Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"));
        saveCheckpoint(folder.toStdString(), checkpoint);
        return folder;
    }

    QTemporaryDir m_folder;
};

/// A copy of a bundled lesson whose files a test may edit.
class LessonCopy {
  public:
    explicit LessonCopy(const QString& name = QStringLiteral("self-attention")) {
        testApplication();
        const QDir from(resourceFolder(QStringLiteral("lessons")) + QLatin1Char('/') + name);
        for (const QString& file : from.entryList(QDir::Files)) QFile::copy(from.filePath(file), path(file));
    }
    QString folder() const { return m_folder.path(); }
    QString path(const QString& file) const { return m_folder.filePath(file); }

    QByteArray read(const QString& name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& content) const {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly)) file.write(content);
    }
    /// As editors do that write a new file and put it in the place of the old one.
    void putInPlace(const QString& name, const QByteArray& content) const {
        write(name + QStringLiteral(".new"), content);
        rename(path(name + QStringLiteral(".new")).toLocal8Bit().constData(), path(name).toLocal8Bit().constData());
    }
    /// Whether `before` was there to be replaced.
    bool replace(const QString& name, const QByteArray& before, const QByteArray& after) const {
        QByteArray content = read(name);
        if (!content.contains(before)) return false;
        write(name, content.replace(before, after));
        return true;
    }

  private:
    QTemporaryDir m_folder;
};

}  // namespace attentarium
