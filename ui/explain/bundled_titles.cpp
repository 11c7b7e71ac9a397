#include "ui/explain/bundled_titles.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <array>

#include "ui/session/resources.h"

namespace attentarium {
namespace {

struct BundledTitles {
    Q_DECLARE_TR_FUNCTIONS(BundledTitles)
};

struct Entry {
    const char* name;  ///< of its folder, without the language where there are two
    const char* title;
};

constexpr std::array kEntries{
    Entry{"small-world", QT_TRANSLATE_NOOP("BundledTitles", "small world, GPT")},
    Entry{"rnn", QT_TRANSLATE_NOOP("BundledTitles", "small world, RNN")},
    Entry{"lstm", QT_TRANSLATE_NOOP("BundledTitles", "small world, LSTM")},
    Entry{"gru", QT_TRANSLATE_NOOP("BundledTitles", "small world, GRU")},
    Entry{"positions-none", QT_TRANSLATE_NOOP("BundledTitles", "small world, no positions")},
    Entry{"positions-learned", QT_TRANSLATE_NOOP("BundledTitles", "small world, learned positions")},
    Entry{"positions-sinusoidal", QT_TRANSLATE_NOOP("BundledTitles", "small world, sinusoidal positions")},
    Entry{"positions-rotary", QT_TRANSLATE_NOOP("BundledTitles", "small world, rotary positions")},
    Entry{"positions-alibi", QT_TRANSLATE_NOOP("BundledTitles", "small world, ALiBi")},
    Entry{"word-vectors", QT_TRANSLATE_NOOP("BundledTitles", "word vectors of the small school")},
    Entry{"biased-world", QT_TRANSLATE_NOOP("BundledTitles", "word vectors of the biased world")},
    Entry{"brackets-lstm", QT_TRANSLATE_NOOP("BundledTitles", "brackets, LSTM")},
    Entry{"school-lstm", QT_TRANSLATE_NOOP("BundledTitles", "small school, LSTM")},
    Entry{"reverse", QT_TRANSLATE_NOOP("BundledTitles", "reversal, with attention")},
    Entry{"reverse-bottleneck", QT_TRANSLATE_NOOP("BundledTitles", "reversal, without attention")},
    Entry{"dates", QT_TRANSLATE_NOOP("BundledTitles", "dates, with attention")},
    Entry{"translate", QT_TRANSLATE_NOOP("BundledTitles", "English → Chinese, with attention")},
};

}  // namespace

QString titleOfBundled(const QString& name) {
    const bool isEnglish = name.endsWith(QStringLiteral("-en")), isChinese = name.endsWith(QStringLiteral("-zh"));
    const QString stem = isEnglish || isChinese ? name.chopped(3) : name;
    const auto found =
        std::ranges::find_if(kEntries, [&](const Entry& entry) { return stem == QString::fromLatin1(entry.name); });
    if (found == kEntries.end()) return name;
    const QString title = BundledTitles::tr(found->title);
    //: %1 what a bundled model is; the language that it speaks
    if (isEnglish) return BundledTitles::tr("%1, English").arg(title);
    //: %1 what a bundled model is; the language that it speaks
    if (isChinese) return BundledTitles::tr("%1, Chinese").arg(title);
    return title;
}

std::vector<TitledFolder> bundledFolders() {
    std::vector<TitledFolder> models;
    const QDir folder(resourceFolder(QStringLiteral("checkpoints")));
    for (const QFileInfo& one : folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!QFileInfo::exists(one.filePath() + QStringLiteral("/config.json"))) continue;
        models.push_back({one.filePath(), titleOfBundled(one.fileName())});
    }
    std::ranges::stable_sort(models, [](const TitledFolder& a, const TitledFolder& b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    return models;
}

}  // namespace attentarium
