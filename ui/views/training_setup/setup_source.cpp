#include "ui/views/training_setup/setup_source.h"

#include <iterator>

#include "engine/text/biased_world.h"
#include "ui/session/resources.h"

namespace attentarium {

std::string proseFile(int place, Language language) {
    const QString name =
        QStringLiteral("/%1-%2.txt").arg(QString::fromLatin1(kProse[place]), QString::fromUtf8(languageName(language)));
    return (resourceFolder(QStringLiteral("corpora")) + name).toStdString();
}

std::string corpusAt(int source, Language language) {
    if (source == kWorld) return kSmallWorld;
    if (source == kSchool) return kSmallSchool;
    if (source == kBiased) return kBiasedWorld;
    if (source >= kFirstProse && source < kOwnFile) return proseFile(source - kFirstProse, language);
    return {};
}

int sourceOf(const RunSetup& setup) {
    if (setup.task) return kFirstTask + static_cast<int>(setup.task->task);
    for (int source = kWorld; source < kOwnFile; ++source) {
        if (setup.corpus.corpus == corpusAt(source, setup.corpus.language)) return source;
    }
    return kOwnFile;
}

}  // namespace attentarium
