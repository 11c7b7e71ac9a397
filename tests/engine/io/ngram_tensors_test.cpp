#include "engine/io/ngram_tensors.h"

#include <cstring>

#include "engine/core/random.h"
#include "engine/io/damage.h"
#include "engine/io/safetensors.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/temporary_folder.h"
#include "tests/engine/models/ngram_texts.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

constexpr const char* kFile = "model.safetensors";

/// The counts of a small text in a folder of their own.
class Stored {
  public:
    explicit Stored(const ModelConfig& settings, std::size_t length = 40)
        : m_settings(settings), m_model(settings, someText(2, length, static_cast<int>(settings.vocabulary))) {
        AtomicFolder folder(m_folder / "m", {kFile});
        writeNgrams(folder, kFile, m_model.counts());
        folder.commit();
    }

    std::filesystem::path path() const { return m_folder / "m" / kFile; }
    const NgramModel& model() const { return m_model; }
    NgramModel read() const { return readNgrams(path(), m_settings); }

    /// With the tensors as `change` leaves them.
    template <typename Change>
    ErrorValues refuses(ErrorKind kind, Change&& change) {
        const std::string before = contentOf(path());
        const SafetensorsFile file = SafetensorsFile::read(path());
        std::vector<NamedTensor> tensors(file.tensors().begin(), file.tensors().end());
        change(tensors);
        writeSafetensors(path(), tensors);
        const ErrorValues values = errorOf(kind, [&] { read(); });
        CHECK(values.file == path().string());
        put(path(), before);
        return values;
    }

  private:
    ModelConfig m_settings;
    NgramModel m_model;
    TemporaryFolder m_folder;
};

NamedTensor& named(std::vector<NamedTensor>& tensors, const std::string& name) {
    return *std::ranges::find(tensors, name, &NamedTensor::name);
}

}  // namespace

TEST_CASE("An n-gram model read back says the same to the bit") {
    for (int order = 1; order <= 5; ++order) {
        for (const Smoothing smoothing : {Smoothing::KneserNey, Smoothing::AddK}) {
            const Stored stored({.family = Family::Ngram, .vocabulary = 6, .order = order, .smoothing = smoothing},
                                order == 4 ? 2 : 200);
            const NgramModel read = stored.read();
            Random random(1);
            for (int i = 0; i < 50; ++i) {
                std::vector<int> history;
                for (int k = 0; k < order; ++k) history.push_back(static_cast<int>(random.below(6)));
                CHECK(read.distribution(history) == stored.model().distribution(history));
            }
        }
    }
}

TEST_CASE("Counts of n-grams that come from no text are refused") {
    Stored stored({.family = Family::Ngram, .vocabulary = 6, .order = 3});
    const auto refusesNumber = [&](const std::string& tensor, std::size_t place, std::int64_t value) {
        INFO(tensor << ' ' << place << ' ' << value);
        std::vector<std::byte> bytes;
        const ErrorValues values = stored.refuses(ErrorKind::FileDamaged, [&](auto& tensors) {
            bytes.assign(named(tensors, tensor).bytes.begin(), named(tensors, tensor).bytes.end());
            std::memcpy(bytes.data() + place * sizeof value, &value, sizeof value);
            named(tensors, tensor).bytes = bytes;
        });
        CHECK(values.reason == damageReasons()[static_cast<std::size_t>(Damage::CountsOfNoText)]);
    };
    for (const std::int64_t token : {-1L, 6L, 1L << 40}) refusesNumber("ngrams.1.tokens", 0, token);
    for (const std::int64_t seen : {0L, -3L, 1L << 60}) refusesNumber("ngrams.2.seen", 1, seen);
    refusesNumber("ngrams.1.seen", 0, 1);
    refusesNumber("ngrams.3.tokens", 0, 5);
    refusesNumber("ngrams.2.tokens", 1, 5);
}

TEST_CASE("Tensors of n-grams that are missing, too many or of another shape are named") {
    Stored stored({.family = Family::Ngram, .vocabulary = 6, .order = 2});
    CHECK(stored.refuses(ErrorKind::TensorMissing, [](auto& tensors) { tensors.pop_back(); }).name == "ngrams.2.seen");
    CHECK(stored
              .refuses(ErrorKind::TensorUnexpected,
                       [](auto& tensors) {
                           tensors.push_back(tensors.back());
                           tensors.back().name = "ngrams.3.seen";
                       })
              .name == "ngrams.3.seen");
    CHECK(stored
              .refuses(ErrorKind::TensorShapeWrong,
                       [](auto& tensors) { std::ranges::reverse(named(tensors, "ngrams.2.tokens").shape); })
              .name == "ngrams.2.tokens");
    CHECK(stored
              .refuses(ErrorKind::TensorShapeWrong,
                       [](auto& tensors) { named(tensors, "ngrams.1.seen").shape.push_back(1); })
              .name == "ngrams.1.seen");
    stored.refuses(ErrorKind::FileDamaged, [](auto& tensors) { named(tensors, "ngrams.1.seen").dtype = DType::U64; });
}

TEST_CASE("A file of n-grams with any byte changed, or cut off anywhere, is refused or still counts") {
    const Stored stored({.family = Family::Ngram, .vocabulary = 6, .order = 2}, 12);
    const std::string whole = contentOf(stored.path());
    const auto readsOrRefuses = [&](const std::string& content) {
        put(stored.path(), content);
        try {
            stored.read();
        } catch (const Error& error) {
            CHECK(error.values().file == stored.path().string());
        }
    };
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x41);
        readsOrRefuses(changed);
        put(stored.path(), whole.substr(0, at));
        CHECK_THROWS_AS(stored.read(), Error);
    }
}
