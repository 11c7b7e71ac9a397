#include "engine/train/gradient_case_list.h"

#include <utility>

#include "engine/core/random.h"
#include "engine/train/model_gradient_check.h"

namespace attentarium {
namespace {

constexpr std::uint64_t kSeed = 11;

}  // namespace

std::vector<Tensor<double>> normalLeaves(const std::vector<Shape>& shapes) {
    Random random(kSeed);
    std::vector<Tensor<double>> leaves;
    for (const Shape& shape : shapes) {
        for (double& cell : leaves.emplace_back(shape).mutableView().span()) cell = random.normal();
    }
    return leaves;
}

void GradientCaseList::add(const std::string& op, const std::vector<Shape>& shapes, const Recording& recording,
                           const std::string& note, Purpose purpose) {
    std::string text;
    for (const Shape& shape : shapes) text += (text.empty() ? "" : ", ") + shape.text();
    m_cases.push_back(
        {op, text + note, [=] { return checkGradients(recording, normalLeaves(shapes), kSeed + 1, purpose); }});
}

void GradientCaseList::addEach(const std::string& op, const std::vector<std::vector<Shape>>& cases,
                               const Recording& recording) {
    for (const std::vector<Shape>& shapes : cases) add(op, shapes, recording);
}

void GradientCaseList::addModel(const ModelConfig& config, std::int64_t batch, std::int64_t length, Purpose purpose,
                                const std::string& note) {
    m_cases.push_back({std::string(nameOf(config.family)), note,
                       [=] { return checkModelGradients(config, batch, length, kSeed, purpose); }});
}

std::vector<GradientCase> GradientCaseList::take() {
    return std::move(m_cases);
}

}  // namespace attentarium
