#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/nn/parameter_set.h"
#include "engine/runs/history.h"

namespace attentarium {

/// The parameters of a model by the layers that they stand in: one layer for each block, time or direction of a stack,
/// and for each table or matrix outside of one.
class ParameterLayers {
  public:
    explicit ParameterLayers(const ParameterSet<float>& parameters);

    /// Scopes, for example `token_embedding`, `blocks.0`, `unembedding`, in order of their first parameters.
    const std::vector<std::string>& names() const { return m_names; }
    /// The layer of each parameter, by ordinal.
    const std::vector<std::size_t>& layerOf() const { return m_layerOf; }

    /// Joins the norm of each parameter's gradient to that of each layer.
    std::vector<double> norms(const std::vector<double>& byOrdinal) const;
    std::vector<Distribution> distributions(const ParameterSet<float>& parameters) const;

  private:
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_layerOf;
};

/// The scope of the layer that something of that name is in: `blocks.0` for `blocks.0.attention.query.weight`.
std::string layerOf(std::string_view name);

/// How the numbers lie between the least and the largest; empty for none.
Distribution distributionOf(const std::vector<std::span<const float>>& numbers);

}  // namespace attentarium
