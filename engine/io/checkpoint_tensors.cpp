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

std::string firstName(const Parameter<float>& parameter) {
    return "first/" + parameter.name;
}

std::string secondName(const Parameter<float>& parameter) {
    return "second/" + parameter.name;
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

    template <typename Integer>
    std::vector<Integer> integers(const std::string& name, std::int64_t count) {
        m_read.insert(name);
        const std::vector<Integer> values = m_file.integers<Integer>(name);
        const std::vector<std::int64_t>& shape = m_file.find(name)->shape;
        if (shape != std::vector{count}) {
            throw Error(
                ErrorKind::TensorShapeWrong,
                {.file = m_name, .name = name, .value = std::to_string(values.size()), .limit = std::to_string(count)});
        }
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
    std::string m_name;
    SafetensorsFile m_file;
    std::set<std::string> m_read;
};

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
    expects(state.firstMoments.size() == parameters.size() && state.secondMoments.size() == parameters.size(),
            "[checkpoint] there must be moments for each parameter");
    std::vector<NamedTensor> tensors;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        tensors.push_back(namedTensor(firstName(parameters[i]), state.firstMoments[i].view()));
        tensors.push_back(namedTensor(secondName(parameters[i]), state.secondMoments[i].view()));
    }
    const std::span<const std::uint64_t> random(state.source.random);
    tensors.push_back(namedTensor(kRandomState, random));
    tensors.push_back(namedTensor(kStepsDone, std::span(&state.stepsDone, 1)));
    writeSafetensors(folder, kTrainingFile, tensors);
}

TrainingState readTrainingState(const std::filesystem::path& path, const ParameterSet<float>& parameters) {
    TensorReader reader(path);
    TrainingState state;
    state.stepsDone = reader.integers<std::int64_t>(kStepsDone, 1)[0];
    const auto random =
        reader.integers<std::uint64_t>(kRandomState, static_cast<std::int64_t>(state.source.random.size()));
    // From zeros nothing but zeros would follow.
    if (std::ranges::all_of(random, [](std::uint64_t x) { return x == 0; })) {
        throwDamaged(reader.name(), Damage::TrainingStateImpossible, kRandomState);
    }
    std::ranges::copy(random, state.source.random.begin());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Shape& shape = parameters[i].value.shape();
        state.firstMoments.push_back(reader.floats(firstName(parameters[i]), shape));
        state.secondMoments.push_back(reader.floats(secondName(parameters[i]), shape));
        // A mean of squares; the optimizer takes its root.
        if (std::ranges::any_of(state.secondMoments.back().values(), [](float x) { return x < 0; })) {
            throwDamaged(reader.name(), Damage::TrainingStateImpossible, secondName(parameters[i]));
        }
    }
    reader.refuseUnread();
    return state;
}

}  // namespace attentarium
