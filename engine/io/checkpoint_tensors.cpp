#include "engine/io/checkpoint_tensors.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "engine/core/error.h"
#include "engine/io/checkpoint.h"
#include "engine/io/damage.h"
#include "engine/io/file_error.h"
#include "engine/io/safetensors.h"
#include "engine/models/registry.h"

namespace attentarium {
namespace {

constexpr const char* kRandomState = "random_state";
constexpr const char* kStepsDone = "steps_done";
constexpr const char* kSourcePlaces = "source_places";
constexpr const char* kTokensRead = "memory/tokens_read";

std::string firstName(const Parameter<float>& parameter) {
    return "first/" + parameter.name;
}

std::string secondName(const Parameter<float>& parameter) {
    return "second/" + parameter.name;
}

std::string memoryName(std::size_t number) {
    return "memory/" + std::to_string(number);
}

/// Reads tensors one by one and knows in the end which were not asked for.
class TensorReader {
  public:
    explicit TensorReader(const std::filesystem::path& path)
        : m_name(path.string()), m_file(SafetensorsFile::read(path)) {}

    const std::string& name() const { return m_name; }

    /// How many numbers the file holds.
    std::int64_t count() const {
        std::int64_t total = 0;
        for (const NamedTensor& tensor : m_file.tensors()) {
            total += static_cast<std::int64_t>(tensor.bytes.size() / sizeOf(tensor.dtype));
        }
        return total;
    }

    Tensor<float> floats(const std::string& name, const Shape& shape) {
        m_read.insert(name);
        Tensor<float> tensor = m_file.tensor<float>(name, shape);
        if (!std::ranges::all_of(tensor.values(), [](float x) { return std::isfinite(x); })) {
            throwDamaged(m_name, Damage::NumberNotFinite, name);
        }
        return tensor;
    }

    bool has(const std::string& name) const { return m_file.find(name) != nullptr; }

    /// One axis of any size.
    template <typename Integer>
    std::vector<Integer> integers(const std::string& name) {
        m_read.insert(name);
        std::vector<Integer> values = m_file.integers<Integer>(name);
        if (m_file.find(name)->shape.size() != 1) refuseSize(name, values.size(), "one axis");
        return values;
    }

    template <typename Integer>
    std::vector<Integer> integers(const std::string& name, std::int64_t count) {
        std::vector<Integer> values = integers<Integer>(name);
        if (static_cast<std::int64_t>(values.size()) != count) refuseSize(name, values.size(), std::to_string(count));
        return values;
    }

    void refuseUnread() const {
        for (const NamedTensor& tensor : m_file.tensors()) {
            if (!m_read.contains(tensor.name)) {
                throw fileError(ErrorKind::TensorUnexpected, m_name, {}, tensor.name);
            }
        }
    }

  private:
    [[noreturn]] void refuseSize(const std::string& name, std::size_t size, const std::string& needed) const {
        throw Error(ErrorKind::TensorShapeWrong,
                    {.file = m_name, .name = name, .value = std::to_string(size), .limit = needed});
    }

    std::string m_name;
    SafetensorsFile m_file;
    std::set<std::string> m_read;
};

SourceState readSource(TensorReader& reader) {
    SourceState source;
    const auto random = reader.integers<std::uint64_t>(kRandomState, static_cast<std::int64_t>(source.random.size()));
    std::ranges::copy(random, source.random.begin());
    if (reader.has(kSourcePlaces)) source.places = reader.integers<std::int64_t>(kSourcePlaces);
    // Who reads on draws nothing; else from zeros nothing but zeros would follow.
    if (source.places.empty() && std::ranges::all_of(random, [](std::uint64_t x) { return x == 0; })) {
        throwDamaged(reader.name(), Damage::TrainingStateImpossible, kRandomState);
    }
    return source;
}

/// What the model carries from batch to batch: tensors of the shapes that it begins with.
Memory<float> readMemory(TensorReader& reader, const Model<float>& model, std::int64_t texts) {
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    Memory<float> memory = model.begin(tape, {}, texts);
    for (std::size_t i = 0; i < memory.tensors.size(); ++i) {
        memory.tensors[i] = reader.floats(memoryName(i), memory.tensors[i].shape());
    }
    memory.tokensRead = reader.integers<std::int64_t>(kTokensRead, 1)[0];
    if (memory.tokensRead < 0) throwDamaged(reader.name(), Damage::TrainingStateImpossible, kTokensRead);
    return memory;
}

}  // namespace

void writeParameters(AtomicFolder& folder, const ParameterSet<float>& parameters) {
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        tensors.push_back(namedTensor(parameters[i].name, parameters[i].value.view()));
    }
    writeSafetensors(folder, kModelFile, tensors);
}

std::shared_ptr<Model<float>> readModel(const std::filesystem::path& path, const ModelConfig& config) {
    TensorReader reader(path);
    // What is missing or too much is said tensor by tensor, unless that would take far more memory than the file did.
    constexpr std::int64_t kSlack = 1 << 20;
    if (parameterCount(config) > 4 * reader.count() + kSlack) {
        throwDamaged(reader.name(), Damage::SizesNotOfTheFile);
    }
    std::shared_ptr<Model<float>> model = makeModel<float>(config);
    ParameterSet<float>& parameters = model->parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        parameters[i].value = reader.floats(parameters[i].name, parameters[i].value.shape());
    }
    reader.refuseUnread();
    return model;
}

void writeTrainingState(AtomicFolder& folder, const ParameterSet<float>& parameters, const TrainingState& state) {
    std::vector<NamedTensor> tensors;
    const auto add = [&](const std::vector<Tensor<float>>& moments, auto nameOf) {
        expects(moments.empty() || moments.size() == parameters.size(),
                "[checkpoint] there must be moments for each parameter or for none");
        for (std::size_t i = 0; i < moments.size(); ++i) {
            tensors.push_back(namedTensor(nameOf(parameters[i]), moments[i].view()));
        }
    };
    add(state.firstMoments, firstName);
    add(state.secondMoments, secondName);
    for (std::size_t i = 0; i < state.memory.tensors.size(); ++i) {
        tensors.push_back(namedTensor(memoryName(i), state.memory.tensors[i].view()));
    }
    if (state.memory.texts > 0) tensors.push_back(namedTensor(kTokensRead, std::span(&state.memory.tokensRead, 1)));
    const std::span<const std::int64_t> places(state.source.places);
    if (!places.empty()) tensors.push_back(namedTensor(kSourcePlaces, places));
    const std::span<const std::uint64_t> random(state.source.random);
    tensors.push_back(namedTensor(kRandomState, random));
    tensors.push_back(namedTensor(kStepsDone, std::span(&state.stepsDone, 1)));
    writeSafetensors(folder, kTrainingFile, tensors);
}

TrainingState readTrainingState(const std::filesystem::path& path, const Model<float>& model,
                                const TrainingSettings& settings) {
    TensorReader reader(path);
    TrainingState state;
    state.stepsDone = reader.integers<std::int64_t>(kStepsDone, 1)[0];
    state.source = readSource(reader);
    const ParameterSet<float>& parameters = model.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Shape& shape = parameters[i].value.shape();
        if (keepsFirstMoment(settings.optimizer)) {
            state.firstMoments.push_back(reader.floats(firstName(parameters[i]), shape));
        }
        if (!keepsSecondMoment(settings.optimizer)) continue;
        state.secondMoments.push_back(reader.floats(secondName(parameters[i]), shape));
        // A mean of squares; the optimizer takes its root.
        if (std::ranges::any_of(state.secondMoments.back().values(), [](float x) { return x < 0; })) {
            throwDamaged(reader.name(), Damage::TrainingStateImpossible, secondName(parameters[i]));
        }
    }
    if (settings.carry && state.stepsDone > 0) state.memory = readMemory(reader, model, settings.batch);
    reader.refuseUnread();
    return state;
}

}  // namespace attentarium
