#include "engine/core/random.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/safetensors_bytes.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

/// Reads a copy of exactly these bytes, so that the address sanitizer sees a read beyond them, and uses every tensor
/// in it. True if they are a valid file; any exception but `Error` fails the test.
bool survives(const std::string& bytes) {
    const std::vector<char> exact(bytes.begin(), bytes.end());
    try {
        const SafetensorsFile file = SafetensorsFile::parse(std::as_bytes(std::span(exact)), "x.safetensors");
        std::size_t total = 0;
        for (const NamedTensor& tensor : file.tensors()) {
            for (const std::byte byte : tensor.bytes) total += std::to_integer<std::size_t>(byte);
        }
        CHECK(total <= 255 * bytes.size());
        for (const NamedTensor& tensor : file.tensors()) {
            try {
                file.tensor<float>(tensor.name, {3});
                file.integers<std::int64_t>(tensor.name);
            } catch (const Error&) {
            }
        }
        return true;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace

TEST_CASE("Cut at every length, a file is truncated") {
    const std::string whole = officialFile();
    REQUIRE(survives(whole));
    const TemporaryFolder folder;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length);
        const std::string cut = whole.substr(0, length);
        errorOf(ErrorKind::FileTruncated, [&] { parsed(cut); });
        put(folder / "a", cut);
        errorOf(ErrorKind::FileTruncated, [&] { SafetensorsFile::read(folder / "a"); });
    }
}

TEST_CASE("Every change of one byte of the length and the header is survived") {
    const std::string whole = officialFile();
    const std::size_t headerEnd = whole.size() - 36;
    std::size_t refused = 0;
    for (std::size_t place = 0; place < headerEnd; ++place) {
        for (int value = 0; value < 256; ++value) {
            std::string changed = whole;
            changed[place] = static_cast<char>(value);
            refused += survives(changed) ? 0 : 1;
        }
    }
    // Letters of names and texts can change to others; nothing else can.
    CHECK(refused > headerEnd * 256 / 2);
}

TEST_CASE("Thousands of random changes are survived") {
    Random random(7);
    const std::string whole = officialFile();
    const std::string letters = "{}[]\",:0123456789-.eE\\ufFIUB_ ";
    for (int round = 0; round < 6000; ++round) {
        std::string changed = whole;
        for (std::uint64_t times = 1 + random.below(6); times > 0; --times) {
            const auto place = static_cast<std::size_t>(random.below(changed.size()));
            const char letter =
                random.below(2) == 0 ? static_cast<char>(random.below(256)) : letters[random.below(letters.size())];
            switch (random.below(4)) {
                case 0:
                    changed[place] = letter;
                    break;
                case 1:
                    changed.insert(place, 1, letter);
                    break;
                case 2:
                    changed.erase(place, 1 + random.below(4));
                    break;
                default:
                    changed.insert(place, changed.substr(static_cast<std::size_t>(random.below(changed.size())),
                                                         random.below(40)));
            }
            if (changed.empty()) changed = "x";
        }
        // Half of them keep a right length, so that the header itself is reached.
        if (random.below(2) == 0 && changed.size() > 8 + 36) {
            changed = fileOf(changed.substr(8, changed.size() - 8 - 36), changed.substr(changed.size() - 36));
        }
        survives(changed);
    }
    SUCCEED("none crashed");
}
