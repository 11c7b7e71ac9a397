#include <nlohmann/json.hpp>
#include <set>

#include "engine/io/damage.h"
#include "engine/io/safetensors.h"
#include "engine/models/model_config_fields.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/small_checkpoint.h"
#include "tests/engine/io/temporary_folder.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

using nlohmann::ordered_json;

std::string reason(Damage damage) {
    return damageReasons()[static_cast<std::size_t>(damage)];
}

/// A checkpoint to be damaged.
class Patient {
  public:
    Patient() { saveCheckpoint(path(), smallCheckpoint()); }

    std::filesystem::path path() const { return m_folder / "c"; }
    ordered_json config() const { return ordered_json::parse(contentOf(path() / kConfigFile)); }

    ErrorValues refused(ErrorKind kind) const {
        const ErrorValues values = errorOf(kind, [&] { loadCheckpoint(path(), LoadTraining::Yes); });
        CHECK(values.file.starts_with(path().string() + '/'));
        return values;
    }

    /// With another value at `place`, for example `/model/width`.
    void refusesSetting(const std::string& place, const ordered_json& value, Damage damage, const std::string& name) {
        ordered_json changed = config();
        const std::string before = changed.dump(2);
        changed[ordered_json::json_pointer(place)] = value;
        INFO(place << " = " << value.dump());
        put(path() / kConfigFile, changed.dump());
        const ErrorValues values = refused(ErrorKind::FileDamaged);
        CHECK(values.reason == reason(damage));
        CHECK(values.name == name);
        put(path() / kConfigFile, before);
    }

    void accepts(const std::string& place, const ordered_json& value) {
        ordered_json changed = config();
        const std::string before = changed.dump(2);
        changed[ordered_json::json_pointer(place)] = value;
        INFO(place << " = " << value.dump());
        put(path() / kConfigFile, changed.dump());
        CHECK_NOTHROW(loadCheckpoint(path(), LoadTraining::Yes));
        put(path() / kConfigFile, before);
    }

    /// With the tensors of `member` as `change` leaves them.
    template <typename Change>
    ErrorValues refusesTensors(const char* member, ErrorKind kind, Change&& change) {
        const std::string before = contentOf(path() / member);
        const SafetensorsFile file = SafetensorsFile::read(path() / member);
        std::vector<NamedTensor> tensors(file.tensors().begin(), file.tensors().end());
        change(tensors);
        writeSafetensors(path() / member, tensors);
        const ErrorValues values = refused(kind);
        put(path() / member, before);
        return values;
    }

  private:
    TemporaryFolder m_folder;
};

NamedTensor& named(std::vector<NamedTensor>& tensors, const std::string& name) {
    return *std::ranges::find(tensors, name, &NamedTensor::name);
}

}  // namespace

TEST_CASE("A missing file of a checkpoint is named") {
    const Patient patient;
    for (const char* name : {kTrainingFile, kModelFile, kConfigFile}) {
        std::filesystem::remove(patient.path() / name);
        CHECK(patient.refused(ErrorKind::FileMissing).file == (patient.path() / name).string());
    }
    std::filesystem::remove_all(patient.path());
    CHECK(patient.refused(ErrorKind::FileMissing).file == (patient.path() / kConfigFile).string());
}

TEST_CASE("A checkpoint cut off anywhere is refused") {
    const Patient patient;
    for (const char* name : {kConfigFile, kModelFile, kTrainingFile}) {
        const std::string whole = contentOf(patient.path() / name);
        // The configuration ends in a line end that means nothing.
        const std::size_t last = whole.size() - (whole.ends_with('\n') ? 2 : 1);
        for (std::size_t length = 0; length <= last; length += std::max<std::size_t>(1, last / 97)) {
            INFO(name << " cut to " << length << " of " << whole.size());
            put(patient.path() / name, whole.substr(0, length));
            try {
                loadCheckpoint(patient.path(), LoadTraining::Yes);
                FAIL_CHECK("was accepted");
            } catch (const Error& error) {
                CHECK((error.kind() == ErrorKind::FileTruncated || error.kind() == ErrorKind::FileDamaged));
            }
        }
        put(patient.path() / name, whole + "x");
        CHECK_THROWS_AS(loadCheckpoint(patient.path(), LoadTraining::Yes), Error);
        put(patient.path() / name, whole);
    }
    CHECK(loadCheckpoint(patient.path(), LoadTraining::Yes).stepsDone == 3);
}

TEST_CASE("Every setting of a checkpoint must be of its kind and known, and those that always were must be there") {
    Patient patient;
    std::set<std::string> later;
    const auto collect = [&](const auto& field, const auto&) {
        if (!field.since1) later.insert(std::string(field.name));
    };
    const Checkpoint checkpoint = smallCheckpoint();
    forEachField(checkpoint.model->config(), collect);
    forEachField(checkpoint.settings, collect);
    const ordered_json config = patient.config();
    for (const auto& [section, fields] : config.items()) {
        if (section == "format") continue;
        patient.refusesSetting("/" + section, 7, Damage::SettingOfWrongKind, section);
        patient.refusesSetting("/" + section + "/surprise", ordered_json::object(),
                               section == "measures" ? Damage::SettingOfWrongKind : Damage::SettingUnknown,
                               section + ".surprise");
        for (const auto& [name, value] : fields.items()) {
            const ordered_json other = ordered_json::array({ordered_json::array()});
            patient.refusesSetting("/" + section + "/" + name, other, Damage::SettingOfWrongKind, section + "." + name);
            if (section == "measures") continue;
            ordered_json less = fields;
            less.erase(name);
            if (later.contains(name)) {
                patient.accepts("/" + section, less);
            } else {
                patient.refusesSetting("/" + section, less, Damage::SettingMissing, section + "." + name);
            }
        }
    }
    patient.refusesSetting("/surprise", 1, Damage::SettingUnknown, "surprise");
    put(patient.path() / kConfigFile, "[]");
    CHECK(patient.refused(ErrorKind::FileDamaged).reason == reason(Damage::NotJson));
    put(patient.path() / kConfigFile, "{}");
    CHECK(patient.refused(ErrorKind::FileDamaged).reason == reason(Damage::SettingMissing));
}

TEST_CASE("Impossible settings of a checkpoint are refused by name") {
    Patient patient;
    const auto refuses = [&](const std::string& section, const std::string& name, const ordered_json& value,
                             const std::string& said = {}) {
        patient.refusesSetting("/" + section + "/" + name, value, Damage::SettingOutOfRange,
                               section + "." + (said.empty() ? name : said));
    };
    patient.refusesSetting("/format", 2, Damage::SettingOutOfRange, "format");
    for (const char* name : {"layers", "heads", "width", "context", "vocabulary"}) {
        for (const auto& value : {ordered_json(0), ordered_json(-1), ordered_json(std::int64_t{1} << 62),
                                  ordered_json(~std::uint64_t{0})}) {
            refuses("model", name, value);
        }
        patient.refusesSetting("/model/" + std::string(name), 2.5, Damage::SettingOfWrongKind,
                               "model." + std::string(name));
    }
    refuses("model", "heads", 3, "width");
    refuses("training", "batch", 0);
    refuses("training", "steps", -1);
    refuses("training", "peak_rate", -0.1);
    refuses("training", "beta2", 1.0);
    refuses("training", "label_smoothing", 1.0);
    refuses("training", "optimizer", "adagrad");
    refuses("training", "objective", "guessing");
    refuses("training", "carry", true);
    refuses("model", "positions", "nowhere");
    refuses("model", "key_value_heads", -1);
    refuses("training", "seed", -1);
    refuses("training", "steps_done", -1);
    refuses("training", "steps_done", 11);
    refuses("training", "stories", -1);
    refuses("text", "tokenizer", "words");
    refuses("text", "language", "fr");
    ordered_json unknown = patient.config();
    unknown["model"]["family"] = "mamba";
    put(patient.path() / kConfigFile, unknown.dump());
    CHECK(patient.refused(ErrorKind::FamilyUnknown).name == "mamba");
}

TEST_CASE("A vocabulary must fit the model and have every token once") {
    Patient patient;
    const auto refuses = [&](const std::vector<ordered_json>& tokens, Damage damage) {
        patient.refusesSetting("/text/vocabulary", tokens, damage, "text.vocabulary");
    };
    refuses({"a", "b", "c", "d", "e", "f", "a"}, Damage::VocabularyBroken);
    refuses({"a", "b", "c", "d", "e", "f", ""}, Damage::VocabularyBroken);
    refuses({"a", "b", "c", "d", "e", "f"}, Damage::SizesNotOfTheFile);
    refuses({"a", "b", "c", "d", "e", "f", "g", "h"}, Damage::SizesNotOfTheFile);
    refuses({}, Damage::SizesNotOfTheFile);
    refuses({"a", "b", "c", "d", "e", "f", 7}, Damage::SettingOfWrongKind);
}

TEST_CASE("Sizes that do not fit the tensors are refused, huge ones without asking for their memory") {
    Patient patient;
    const auto refused = [&](const char* name, std::int64_t value, ErrorKind kind) {
        const ordered_json before = patient.config();
        ordered_json changed = before;
        changed["model"][name] = value;
        put(patient.path() / kConfigFile, changed.dump());
        const ErrorValues values = patient.refused(kind);
        put(patient.path() / kConfigFile, before.dump());
        return values;
    };
    CHECK(refused("layers", 2, ErrorKind::TensorMissing).name.starts_with("blocks.1."));
    CHECK(refused("context", 4, ErrorKind::TensorShapeWrong).name == "position_embedding.weight");
    CHECK(refused("width", 8, ErrorKind::TensorShapeWrong).limit == "7 × 8");
    ordered_json tied = patient.config();
    tied["model"]["tied"] = true;
    put(patient.path() / kConfigFile, tied.dump());
    CHECK(patient.refused(ErrorKind::TensorUnexpected).name == "unembedding.weight");
    tied["model"]["tied"] = false;
    put(patient.path() / kConfigFile, tied.dump());
    // 1.6 billion numbers.
    CHECK(refused("width", 1 << 13, ErrorKind::FileDamaged).reason == reason(Damage::SizesNotOfTheFile));
    CHECK(refused("context", 1 << 20, ErrorKind::FileDamaged).reason == reason(Damage::SizesNotOfTheFile));
}

TEST_CASE("Tensors that are missing, unknown, of another shape or no numbers are refused by name") {
    Patient patient;
    const std::string name = "blocks.0.attention.query.weight";
    for (const std::string prefix : {"", "first/", "second/"}) {
        const char* member = prefix.empty() ? kModelFile : kTrainingFile;
        const std::string full = prefix + name;
        const auto refuses = [&](ErrorKind kind, auto change) {
            const ErrorValues values = patient.refusesTensors(member, kind, change);
            CHECK(values.name == full);
            return values;
        };
        refuses(ErrorKind::TensorMissing,
                [&](auto& all) { std::erase_if(all, [&](const NamedTensor& tensor) { return tensor.name == full; }); });
        refuses(ErrorKind::TensorShapeWrong, [&](auto& all) { named(all, full).shape = {16}; });
        refuses(ErrorKind::TensorShapeWrong, [&](auto& all) { named(all, full).shape = {2, 8}; });
        std::vector<float> numbers(16, 1.0f);
        for (const float broken : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            numbers[9] = broken;
            const auto bytes = std::as_bytes(std::span(numbers));
            CHECK(refuses(ErrorKind::FileDamaged, [&](auto& all) { named(all, full).bytes = bytes; }).reason ==
                  reason(Damage::NumberNotFinite));
        }
        CHECK(patient
                  .refusesTensors(member, ErrorKind::TensorUnexpected,
                                  [&](auto& all) {
                                      all.push_back(named(all, full));
                                      all.back().name = "surprise";
                                  })
                  .name == "surprise");
    }
    CHECK(loadCheckpoint(patient.path(), LoadTraining::Yes).stepsDone == 3);
}

TEST_CASE("An impossible state of training is refused") {
    Patient patient;
    const auto refuses = [&](ErrorKind kind, const std::string& name, const std::vector<std::int64_t>& shape,
                             auto& numbers) {
        return patient.refusesTensors(kTrainingFile, kind, [&](auto& all) {
            named(all, name).shape = shape;
            named(all, name).bytes = std::as_bytes(std::span(numbers));
        });
    };
    std::vector<std::uint64_t> random(5);
    random.resize(3);
    refuses(ErrorKind::TensorShapeWrong, "random_state", {3}, random);
    random.resize(4);
    CHECK(refuses(ErrorKind::FileDamaged, "random_state", {4}, random).reason ==
          reason(Damage::TrainingStateImpossible));
    random[0] = 1;
    refuses(ErrorKind::TensorShapeWrong, "random_state", {2, 2}, random);
    std::vector<std::int64_t> steps{4};
    CHECK(refuses(ErrorKind::FileDamaged, "steps_done", {1}, steps).reason == reason(Damage::TrainingStateImpossible));
    refuses(ErrorKind::TensorShapeWrong, "steps_done", {}, steps);
    steps.push_back(3);
    refuses(ErrorKind::TensorShapeWrong, "steps_done", {2}, steps);
    // One more than these batches have.
    CHECK(patient
              .refusesTensors(kTrainingFile, ErrorKind::TensorUnexpected,
                              [&](auto& all) {
                                  all.push_back(named(all, "first/final_norm.gain"));
                                  all.back().name = "memory/0";
                              })
              .name == "memory/0");
    CHECK(patient
              .refusesTensors(kTrainingFile, ErrorKind::TensorShapeWrong,
                              [&](auto& all) {
                                  all.push_back(named(all, "steps_done"));
                                  all.back().name = "source_places";
                                  all.back().shape = {1, 1};
                              })
              .name == "source_places");
    std::vector<float> negative(4, -1.0f);
    CHECK(refuses(ErrorKind::FileDamaged, "second/final_norm.gain", {4}, negative).reason ==
          reason(Damage::TrainingStateImpossible));
}
