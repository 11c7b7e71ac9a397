#include "engine/text/bracket_corpus.h"

#include "engine/text/tasks/task.h"

namespace attentarium {

std::string bracketCorpus(std::uint64_t seed, std::int64_t texts, std::int64_t kinds, std::int64_t longest) {
    TaskOptions options = defaultsOf(TaskName::Brackets);
    options.bracketKinds = kinds;
    options.maxLength = longest;
    const auto task = makeTask(options);
    Random random(seed);
    std::string corpus;
    for (std::int64_t told = 0; told < texts;) {
        const Example example = task->draw(TaskPart::Training, random);
        if (example.label != 1) continue;
        corpus += example.question + '\n';
        ++told;
    }
    return corpus;
}

}  // namespace attentarium
