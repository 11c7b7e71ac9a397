#include "engine/io/tokenizer_files.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/io/atomic_folder.h"
#include "engine/io/byte_pair_json.h"
#include "engine/io/input_file.h"
#include "engine/io/json_text.h"
#include "engine/io/tokenizer_json.h"

namespace attentarium {
namespace {

constexpr std::string_view kHeadOfMerges = "#version";

std::string contentOf(const std::filesystem::path& path) {
    InputFile file(path);
    file.expectFitsMemory(file.size());
    std::string text(static_cast<std::size_t>(file.size()), ' ');
    file.read(std::as_writable_bytes(std::span(text)));
    return text;
}

/// One merge a line, its two sides with a space between; the first line may say the version.
BytePairMerges readMergesFile(const std::filesystem::path& path) {
    const std::string file = path.string(), text = contentOf(path);
    std::vector<BytePairMerge> merges;
    int line = 0, head = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view written = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (++line == 1 && written.starts_with(kHeadOfMerges)) {
            head = 1;
            continue;
        }
        const std::string place = "line " + std::to_string(line);
        const std::size_t space = written.find(' ');
        if (space == std::string_view::npos) throwDamaged(file, Damage::MergeBroken, place);
        merges.push_back(readMerge(written.substr(0, space), written.substr(space + 1), file, place));
    }
    if (const auto broken = BytePairMerges::firstBroken(merges)) {
        throwDamaged(file, Damage::MergeBroken, "line " + std::to_string(*broken + 1 + static_cast<std::size_t>(head)));
    }
    return BytePairMerges(std::move(merges));
}

std::string mergesText(const BytePairMerges& merges) {
    std::string text = std::string(kHeadOfMerges) + ": 0.2\n";
    for (const BytePairMerge& merge : merges.list()) text += writtenMerge(merge) + '\n';
    return text;
}

}  // namespace

std::shared_ptr<const BytePairTokenizer> loadTokenizer(const std::filesystem::path& vocabulary,
                                                       const std::filesystem::path& merges) {
    BytePairMerges read = readMergesFile(merges);
    const std::string file = vocabulary.string();
    Vocabulary tokens = readTokens(tokensById(readJsonFile(vocabulary), file), read, file, {});
    return std::make_shared<const BytePairTokenizer>(std::move(read), std::move(tokens));
}

std::shared_ptr<const BytePairTokenizer> loadTokenizer(const std::filesystem::path& path) {
    restoreFolder(path);
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) return readTokenizerJson(path);
    if (!std::filesystem::exists(path / kTokenizerFile, ignored) &&
        (std::filesystem::exists(path / kVocabularyFile, ignored) ||
         std::filesystem::exists(path / kMergesFile, ignored))) {
        return loadTokenizer(path / kVocabularyFile, path / kMergesFile);
    }
    return readTokenizerJson(path / kTokenizerFile);
}

void saveTokenizer(const std::filesystem::path& folder, const BytePairTokenizer& tokenizer) {
    const std::string all = tokenizerJson(tokenizer), vocabulary = idsByToken(tokenizer).dump() + '\n',
                      merges = mergesText(tokenizer.merges());
    AtomicFolder files(folder, {kTokenizerFile, kVocabularyFile, kMergesFile});
    files.write(kTokenizerFile, std::as_bytes(std::span(all)));
    files.write(kVocabularyFile, std::as_bytes(std::span(vocabulary)));
    files.write(kMergesFile, std::as_bytes(std::span(merges)));
    files.commit();
}

}  // namespace attentarium
