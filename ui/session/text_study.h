#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <atomic>
#include <memory>
#include <optional>
#include <string>

#include "engine/core/error.h"
#include "ui/session/background.h"
#include "ui/session/corpus_figures.h"
#include "ui/session/merge_story.h"
#include "ui/session/playback.h"
#include "ui/session/cut_text.h"
#include "ui/session/text_file.h"

namespace attentarium {

class Session;

/// Where the text that is studied comes from.
enum class TextOrigin {
    Sentence,  ///< the session's
    Own,       ///< typed or pasted
    File,      ///< bundled, opened or dropped
};

/// The part of the session that looks at texts before any model does: how they are cut, how byte pairs are learned
/// from them, what stands in them. All of it is worked out on a thread of its own; results are values.
class TextStudy : public QObject {
    Q_OBJECT

  public:
    explicit TextStudy(Session& session);
    ~TextStudy() override;

    /// Whether somebody looks: only then is anything worked out.
    void want(bool wanted);

    // The text.
    TextOrigin origin() const { return m_origin; }
    void studySentence();
    void studyOwn(const QString& text);
    /// Read as UTF-8 where no encoding is said; `textChanged` or `refused` follows.
    void studyFile(const QString& file, std::optional<TextEncoding> encoding = {});
    /// The file, where the text is of one.
    const QString& file() const { return m_file; }
    /// Why the last file cannot be studied; the text before it stays.
    const std::optional<TextFileProblem>& problem() const { return m_problem; }
    void forgetProblem();
    /// Null while it is not known; that of the text before stays until then.
    const std::shared_ptr<const CutText>& cuts() const { return m_cuts; }
    const std::shared_ptr<const CorpusFigures>& figures() const { return m_figures; }

    // Byte pairs, merge by merge.
    /// Null while they are being learned for the first time.
    const std::shared_ptr<const MergeStory>& story() const { return m_story; }
    /// How many merges are done in what is shown.
    int merged() const { return m_merged; }
    void goToMerge(int merged);
    Playback& playback() { return m_playback; }
    bool isLearning() const { return m_isLearning; }
    int learned() const { return m_learned; }
    /// Ends the learning; what was learned stays. It answers within the time of one merge.
    void stopLearning();
    /// At most so many merges are learned.
    static constexpr int kMostMerges = 2000;

    // A tokenizer from a file.
    /// That by which texts are cut in place of one learned from them; null for none.
    const std::shared_ptr<const BytePairTokenizer>& opened() const { return m_opened; }
    void useTokenizer(const std::shared_ptr<const BytePairTokenizer>& tokenizer);
    /// From `tokenizer.json`, from `vocab.json` with the `merges.txt` beside it or the other way round, or from a
    /// folder of such; it is then in use, or `tokenizerFailed` follows.
    void openTokenizer(const QString& path);
    /// What is shown now, as all three files in a folder; `tokenizerSaved` or `tokenizerFailed` follows.
    void saveTokenizer(const QString& folder);

    /// Whether the text is being cut, or byte pairs are being learned from it.
    bool isBusy() const { return m_isCutting || m_isLearning; }

    // Search in context.
    void search(const QString& sought);
    const std::shared_ptr<const Concordance>& found() const { return m_found; }

    // On to training.
    /// Sets up a run that learns this text with byte pairs, as many as are shown: `readyToTrain` or `failed` follows.
    void prepareTraining();

  Q_SIGNALS:
    void originChanged();
    void textChanged();      ///< cuts and figures
    void refused();          ///< `problem`, also when it is over
    void storyChanged();     ///< and with it `mergeChanged`
    void learningChanged();  ///< began, went on or ended
    void mergeChanged();
    void searched();
    void tokenizerSaved(const QString& folder);
    void tokenizerFailed(const attentarium::Error& error);
    void readyToTrain();
    void failed(const attentarium::Error& error);

  private:
    struct Learning;
    void study(std::shared_ptr<const std::string> text);
    void restart();
    void learn(const std::shared_ptr<const std::string>& text);
    void learnSlice(const std::shared_ptr<Learning>& learning);
    void adoptStory(const std::shared_ptr<const MergeStory>& story);
    std::shared_ptr<const Tokenizer> modelsTokenizer() const;

    Session& m_session;
    bool m_wanted = false, m_isStale = true;
    TextOrigin m_origin = TextOrigin::Sentence;
    QString m_own, m_file;
    bool m_fileIsAsRead = true;  ///< UTF-8, so that it can be trained on as it is
    std::optional<TextFileProblem> m_problem;
    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<const CutText> m_cuts;
    std::shared_ptr<const CorpusFigures> m_figures;
    std::shared_ptr<const MergeStory> m_story;
    std::shared_ptr<const BytePairTokenizer> m_opened;
    std::shared_ptr<const Concordance> m_found;
    Playback m_playback;
    int m_merged = 0;
    bool m_isCutting = false, m_isLearning = false;
    int m_learned = 0;
    int m_latestRead = 0;  ///< file that was asked for
    std::atomic<int> m_latestText{0}, m_latestStory{0}, m_latestSearch{0};
    std::atomic<bool> m_stop{false};
    Background m_background;
};

}  // namespace attentarium
