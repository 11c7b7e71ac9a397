#include "engine/nn/parameter_set.h"

#include <algorithm>

#include "engine/core/error.h"

namespace attentarium {

template <typename Scalar>
Parameter<Scalar>& ParameterSet<Scalar>::add(std::string name, const Shape& shape, bool decays) {
    expects(find(name) == nullptr, "[parameters] the name is taken");
    m_parameters.push_back(std::make_unique<Parameter<Scalar>>(
        Parameter<Scalar>{std::move(name), m_parameters.size(), Tensor<Scalar>(shape), decays}));
    return *m_parameters.back();
}

template <typename Scalar>
Parameter<Scalar>* ParameterSet<Scalar>::find(std::string_view name) {
    for (const auto& parameter : m_parameters) {
        if (parameter->name == name) return parameter.get();
    }
    return nullptr;
}

template <typename Scalar>
std::int64_t ParameterSet<Scalar>::count() const {
    std::int64_t total = 0;
    for (const auto& parameter : m_parameters) total += parameter->value.count();
    return total;
}

template <typename Scalar>
std::vector<Tensor<Scalar>> ParameterSet<Scalar>::values() const {
    std::vector<Tensor<Scalar>> all;
    for (const auto& parameter : m_parameters) all.push_back(parameter->value);
    return all;
}

template <typename Scalar>
void ParameterSet<Scalar>::setValues(const std::vector<Tensor<Scalar>>& values) {
    expects(values.size() == m_parameters.size(), "[parameters] there must be a value for each");
    for (std::size_t i = 0; i < values.size(); ++i) {
        expects(values[i].shape() == m_parameters[i]->value.shape(), "[parameters] the shapes must agree");
        m_parameters[i]->value = values[i];
    }
}

template <typename Scalar>
void fillNormal(Parameter<Scalar>& parameter, Random& random, double deviation) {
    for (Scalar& cell : parameter.value.mutableView().span()) cell = static_cast<Scalar>(deviation * random.normal());
}

template <typename Scalar>
void fillConstant(Parameter<Scalar>& parameter, double value) {
    std::ranges::fill(parameter.value.mutableView().span(), static_cast<Scalar>(value));
}

template <typename To, typename From>
std::vector<Tensor<To>> converted(const std::vector<Tensor<From>>& values) {
    std::vector<Tensor<To>> all;
    for (const Tensor<From>& value : values) {
        Tensor<To>& copy = all.emplace_back(value.shape());
        std::ranges::transform(value.values(), copy.mutableView().data, [](From x) { return static_cast<To>(x); });
    }
    return all;
}

template class ParameterSet<float>;
template class ParameterSet<double>;
template void fillNormal(Parameter<float>&, Random&, double);
template void fillNormal(Parameter<double>&, Random&, double);
template void fillConstant(Parameter<float>&, double);
template void fillConstant(Parameter<double>&, double);
template std::vector<Tensor<double>> converted(const std::vector<Tensor<float>>&);
template std::vector<Tensor<float>> converted(const std::vector<Tensor<double>>&);

}  // namespace attentarium
