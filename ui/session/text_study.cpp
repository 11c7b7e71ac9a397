#include "ui/session/text_study.h"

#include <QDir>
#include <algorithm>
#include <filesystem>
#include <new>
#include <utility>

#include "engine/io/tokenizer_files.h"
#include "engine/models/registry.h"
#include "engine/runs/presets.h"
#include "ui/session/session.h"
#include "ui/session/token_spelling.h"
#include "ui/session/training.h"

namespace attentarium {
namespace {

/// Between two of them whatever is asked for comes first.
constexpr qint64 kSliceMilliseconds = 30;

/// A run that can learn a text, as like the one that is set up as can be.
RunSetup setupFor(const RunSetup& now, const QString& file, Language language, int vocabulary) {
    const bool tellsOn = !now.task && now.model.family == Family::Gpt;
    RunSetup setup = tellsOn ? now : setupOf("one-minute", language);
    setup.task.reset();
    setup.corpus.corpus = file.toStdString();
    setup.corpus.language = language;
    setup.corpus.tokenizer = TokenizerKind::BytePair;
    setup.corpus.vocabulary = vocabulary;
    return setup;
}

}  // namespace

struct TextStudy::Learning {
    int job = 0;
    MergeStoryWriter writer;
    QElapsedTimer told;
};

TextStudy::TextStudy(Session& session)
    : m_session(session), m_background(*this, [this](const Error& error) { Q_EMIT failed(error); }) {
    const auto sentenceChanged = [this] {
        if (m_origin == TextOrigin::Sentence) restart();
    };
    connect(&session, &Session::textChanged, this, sentenceChanged);
    connect(&session, &Session::modelChanged, this, &TextStudy::restart);
    connect(&m_playback, &Playback::due, this, [this] {
        if (!m_story || m_merged >= m_story->merges()) return m_playback.pause();
        goToMerge(m_merged + 1);
    });
}

TextStudy::~TextStudy() {
    m_stop = true;
    ++m_latestText;
    ++m_latestStory;
    ++m_latestSearch;
}

void TextStudy::want(bool wanted) {
    m_wanted = wanted;
    if (!wanted) m_playback.pause();
    if (wanted && m_isStale) restart();
}

void TextStudy::forgetProblem() {
    if (!std::exchange(m_problem, std::nullopt)) return;
    Q_EMIT refused();
}

void TextStudy::studySentence() {
    ++m_latestRead;
    m_origin = TextOrigin::Sentence;
    m_file.clear();
    forgetProblem();
    Q_EMIT originChanged();
    restart();
}

void TextStudy::studyOwn(const QString& text) {
    ++m_latestRead;
    m_origin = TextOrigin::Own;
    m_file.clear();
    m_own = text;
    forgetProblem();
    Q_EMIT originChanged();
    restart();
}

void TextStudy::studyFile(const QString& file, std::optional<TextEncoding> encoding) {
    const int job = ++m_latestRead;
    m_background.enqueue([this, file, encoding, job] {
        ReadText read = readText(file, encoding);
        m_background.post([this, file, encoding, job, read = std::move(read)]() mutable {
            if (job != m_latestRead) return;
            if (read.problem) {
                m_problem = read.problem;
                Q_EMIT refused();
                return;
            }
            m_origin = TextOrigin::File;
            m_file = file;
            m_fileIsAsRead = !encoding || *encoding == TextEncoding::Utf8;
            forgetProblem();
            Q_EMIT originChanged();
            study(std::make_shared<const std::string>(std::move(read.text)));
        });
    });
}

void TextStudy::restart() {
    m_isStale = true;
    if (!m_wanted) return;
    if (m_origin == TextOrigin::File) return study(m_text);
    study(std::make_shared<const std::string>(unspelled(m_origin == TextOrigin::Own ? m_own : m_session.text())));
}

std::shared_ptr<const Tokenizer> TextStudy::modelsTokenizer() const {
    const Checkpoint* const checkpoint = m_session.checkpoint();
    return checkpoint ? checkpoint->tokenizer : nullptr;
}

void TextStudy::study(std::shared_ptr<const std::string> text) {
    if (!text) return;
    const bool isOther = !m_text || *m_text != *text;
    m_text = std::move(text);
    if (!m_wanted) {
        m_isStale = true;
        return;
    }
    m_isStale = false;
    m_isCutting = true;
    const int job = ++m_latestText;
    m_background.enqueue([this, job, now = m_text, models = modelsTokenizer()] {
        if (job != m_latestText) return;
        const std::shared_ptr<const CutText> cuts = cutText(now, models);
        auto figures = std::make_shared<const CorpusFigures>(figuresOf(*cuts));
        m_background.post([this, job, cuts, figures] {
            if (job != m_latestText) return;
            m_isCutting = false;
            m_cuts = cuts;
            m_figures = figures;
            Q_EMIT textChanged();
        });
    });
    if (isOther || !m_story) learn(m_text);
    if (m_found) search(m_found->sought);
}

void TextStudy::learn(const std::shared_ptr<const std::string>& text) {
    const int job = ++m_latestStory;
    m_stop = false;
    m_isLearning = true;
    m_learned = 0;
    Q_EMIT learningChanged();
    m_background.enqueue([this, job, text, opened = m_opened] {
        if (job != m_latestStory) return;
        if (opened) {
            const auto story = MergeStoryWriter::told(*text, passageOf(*text), opened);
            return m_background.post([this, job, story] {
                if (job == m_latestStory) adoptStory(story);
            });
        }
        auto learning = std::make_shared<Learning>(
            Learning{job, MergeStoryWriter(*text, passageOf(*text), kMostMerges), QElapsedTimer()});
        learning->told.start();
        learnSlice(learning);
    });
}

void TextStudy::learnSlice(const std::shared_ptr<Learning>& learning) {
    const int job = learning->job;
    if (job != m_latestStory) return;
    QElapsedTimer time;
    time.start();
    bool isMore = true;
    while (isMore && !m_stop && time.elapsed() < kSliceMilliseconds) isMore = learning->writer.advance();
    if (!isMore || m_stop) {
        const auto story = learning->writer.finish();
        return m_background.post([this, job, story] {
            if (job == m_latestStory) adoptStory(story);
        });
    }
    if (learning->told.elapsed() > 100) {
        learning->told.start();
        m_background.post([this, job, done = learning->writer.done()] {
            if (job != m_latestStory) return;
            m_learned = done;
            Q_EMIT learningChanged();
        });
    }
    m_background.enqueue([this, learning] { learnSlice(learning); });
}

void TextStudy::adoptStory(const std::shared_ptr<const MergeStory>& story) {
    const bool wasAtEnd = m_story && m_merged == m_story->merges();
    // Half of the way there is something to see in the text as well as in the table.
    const bool isFirst = !m_story || m_story->merges() == 0;
    m_merged = isFirst ? story->merges() / 2 : wasAtEnd ? story->merges() : std::min(m_merged, story->merges());
    m_story = story;
    m_isLearning = false;
    m_learned = story->merges();
    Q_EMIT storyChanged();
    Q_EMIT mergeChanged();
    Q_EMIT learningChanged();
}

void TextStudy::stopLearning() {
    m_stop = true;
}

void TextStudy::goToMerge(int merged) {
    if (!m_story) return;
    const int there = std::clamp(merged, 0, m_story->merges());
    if (std::exchange(m_merged, there) != there) Q_EMIT mergeChanged();
}

void TextStudy::useTokenizer(const std::shared_ptr<const BytePairTokenizer>& tokenizer) {
    if (std::exchange(m_opened, tokenizer) == tokenizer) return;
    m_playback.pause();
    m_story.reset();
    m_merged = 0;
    Q_EMIT storyChanged();
    Q_EMIT mergeChanged();
    if (m_text) learn(m_text);
}

void TextStudy::openTokenizer(const QString& path) {
    m_background.enqueue([this, path] {
        namespace fs = std::filesystem;
        try {
            const fs::path file(path.toStdString());
            const bool isPart = file.filename() == kVocabularyFile || file.filename() == kMergesFile;
            const auto tokenizer =
                isPart ? loadTokenizer(file.parent_path() / kVocabularyFile, file.parent_path() / kMergesFile)
                       : attentarium::loadTokenizer(file);
            m_background.post([this, tokenizer] { useTokenizer(tokenizer); });
        } catch (const Error& error) {
            m_background.post([this, error] { Q_EMIT tokenizerFailed(error); });
        }
    });
}

void TextStudy::saveTokenizer(const QString& folder) {
    if (!m_story) return;
    m_background.enqueue([this, folder, story = m_story, merged = m_merged] {
        try {
            attentarium::saveTokenizer(std::filesystem::path(folder.toStdString()), *story->tokenizer(merged));
            m_background.post([this, folder] { Q_EMIT tokenizerSaved(folder); });
        } catch (const Error& error) {
            m_background.post([this, error] { Q_EMIT tokenizerFailed(error); });
        }
    });
}

void TextStudy::search(const QString& sought) {
    const int job = ++m_latestSearch;
    if (!m_text) return;
    m_background.enqueue([this, job, sought, text = m_text] {
        if (job != m_latestSearch) return;
        auto found = std::make_shared<const Concordance>(concordance(*text, sought));
        m_background.post([this, job, found] {
            if (job != m_latestSearch) return;
            m_found = found;
            Q_EMIT searched();
        });
    });
}

void TextStudy::prepareTraining() {
    if (!m_text || !m_story || !m_cuts) return;
    const int vocabulary = MergeStory::kBytes + m_merged;
    const Language language = m_cuts->language;
    const auto setUp = [this, language, vocabulary](const QString& file) {
        m_session.training().setSetup(setupFor(m_session.training().setup(), file, language, vocabulary));
        Q_EMIT readyToTrain();
    };
    if (m_origin == TextOrigin::File && m_fileIsAsRead) return setUp(m_file);
    m_background.enqueue([this, folder = m_session.training().textsFolder(), setUp, text = m_text] {
        const QString file = keptText(folder, *text);
        m_background.post([setUp, file] { setUp(file); });
    });
}

}  // namespace attentarium
