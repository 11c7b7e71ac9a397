#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/random.h"
#include "engine/tape/parameter.h"

namespace attentarium {

/// The learned tensors of one model, found by name. Their addresses never change.
template <typename Scalar>
class ParameterSet {
  public:
    /// A new parameter, all zeros. Throws `LogicError` when the name is taken.
    Parameter<Scalar>& add(std::string name, const Shape& shape, bool decays);

    std::size_t size() const { return m_parameters.size(); }
    Parameter<Scalar>& operator[](std::size_t ordinal) { return *m_parameters[ordinal]; }
    const Parameter<Scalar>& operator[](std::size_t ordinal) const { return *m_parameters[ordinal]; }
    /// Null when there is none of that name.
    Parameter<Scalar>* find(std::string_view name);
    /// The number of learned numbers.
    std::int64_t count() const;

    /// All values at this moment; later changes to the parameters leave them alone.
    std::vector<Tensor<Scalar>> values() const;
    /// Takes values as given by `values` of a set with the same names and shapes.
    void setValues(const std::vector<Tensor<Scalar>>& values);

  private:
    std::vector<std::unique_ptr<Parameter<Scalar>>> m_parameters;
};

/// Fills a parameter with normal numbers of the given standard deviation.
template <typename Scalar>
void fillNormal(Parameter<Scalar>& parameter, Random& random, double deviation);
/// Fills a parameter with one number.
template <typename Scalar>
void fillConstant(Parameter<Scalar>& parameter, double value);

/// The same values in another precision.
template <typename To, typename From>
std::vector<Tensor<To>> converted(const std::vector<Tensor<From>>& values);

}  // namespace attentarium
