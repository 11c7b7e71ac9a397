#include "engine/io/ngram_tensors.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/io/damage.h"
#include "engine/io/file_error.h"
#include "engine/io/safetensors.h"

namespace attentarium {
namespace {

std::string tokensName(int length) {
    return "ngrams." + std::to_string(length) + ".tokens";
}

std::string seenName(int length) {
    return "ngrams." + std::to_string(length) + ".seen";
}

/// The n-grams of one length as they stand in the file.
struct Table {
    std::vector<std::int64_t> tokens;
    std::vector<std::int64_t> seen;
};

Table readTable(const SafetensorsFile& file, const std::string& name, int length, std::int64_t vocabulary) {
    Table table{file.integers<std::int64_t>(tokensName(length)), file.integers<std::int64_t>(seenName(length))};
    const auto count = static_cast<std::int64_t>(table.seen.size());
    const auto demandShape = [&](const std::string& tensor, const std::vector<std::int64_t>& shape,
                                 std::string needed) {
        if (file.find(tensor)->shape == shape) return;
        const auto numbers = static_cast<std::int64_t>(file.find(tensor)->bytes.size() / sizeof(std::int64_t));
        throw Error(ErrorKind::TensorShapeWrong,
                    {.file = name, .name = tensor, .value = std::to_string(numbers), .limit = std::move(needed)});
    };
    demandShape(seenName(length), {count}, std::to_string(count));
    demandShape(tokensName(length), {count, length}, std::to_string(count) + " × " + std::to_string(length));
    if (std::ranges::any_of(table.tokens, [&](std::int64_t token) { return token < 0 || token >= vocabulary; })) {
        throwDamaged(name, Damage::CountsOfNoText, tokensName(length));
    }
    return table;
}

/// Hangs the n-grams of `table` below those one shorter, whose tokens are `beginnings`. What does not fit is left out
/// of the tree, so that its sums tell.
NgramCounts::Level levelOf(const Table& table, int length, const std::vector<std::int64_t>& beginnings,
                           NgramCounts::Level* shorter) {
    const auto n = static_cast<std::size_t>(length);
    NgramCounts::Level level;
    level.seen = table.seen;
    for (std::size_t i = 0; i < table.seen.size(); ++i) {
        level.last.push_back(static_cast<int>(table.tokens[i * n + n - 1]));
    }
    if (!shorter) return level;
    std::size_t next = 0;
    for (std::size_t parent = 0; parent < shorter->size(); ++parent) {
        shorter->firstChild.push_back(static_cast<std::int64_t>(next));
        const auto beginning = std::span(beginnings).subspan(parent * (n - 1), n - 1);
        while (next < level.size() && std::ranges::equal(std::span(table.tokens).subspan(next * n, n - 1), beginning)) {
            ++next;
        }
    }
    shorter->firstChild.push_back(static_cast<std::int64_t>(next));
    return level;
}

}  // namespace

void writeNgrams(AtomicFolder& folder, const std::string& member, const NgramCounts& counts) {
    std::vector<std::vector<std::int64_t>> keys;
    std::vector<NamedTensor> tensors;
    for (int length = 1; length <= counts.order(); ++length) keys.push_back(counts.keys(length));
    for (int length = 1; length <= counts.order(); ++length) {
        const std::span<const std::int64_t> tokens = keys[static_cast<std::size_t>(length) - 1];
        const std::span<const std::int64_t> seen = counts.level(length).seen;
        tensors.push_back(namedTensor(tokensName(length), tokens));
        tensors.back().shape = {static_cast<std::int64_t>(seen.size()), length};
        tensors.push_back(namedTensor(seenName(length), seen));
    }
    writeSafetensors(folder, member, tensors);
}

NgramModel readNgrams(const std::filesystem::path& path, const ModelConfig& config) {
    validate(config);
    const std::string name = path.string();
    const SafetensorsFile file = SafetensorsFile::read(path);
    std::vector<NgramCounts::Level> levels;
    std::vector<std::int64_t> beginnings;
    for (int length = 1; length <= config.order; ++length) {
        Table table = readTable(file, name, length, config.vocabulary);
        levels.push_back(levelOf(table, length, beginnings, levels.empty() ? nullptr : &levels.back()));
        beginnings = std::move(table.tokens);
    }
    for (const NamedTensor& tensor : file.tensors()) {
        bool known = false;
        for (int length = 1; length <= config.order; ++length) {
            known = known || tensor.name == tokensName(length) || tensor.name == seenName(length);
        }
        if (!known) throw fileError(ErrorKind::TensorUnexpected, path, {}, tensor.name);
    }
    if (!NgramCounts::consistent(levels)) throwDamaged(name, Damage::CountsOfNoText);
    return {config, NgramCounts(std::move(levels))};
}

}  // namespace attentarium
