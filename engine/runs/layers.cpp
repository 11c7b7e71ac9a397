#include "engine/runs/layers.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>

namespace attentarium {
namespace {

constexpr int kParts = 32;

bool isNumber(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::string layerOf(std::string_view name) {
    // Up to the first number, as in `encoder.blocks.1`; without one, up to the first dot.
    std::size_t begin = 0;
    while (begin < name.size()) {
        const std::size_t dot = std::min(name.find('.', begin), name.size());
        if (begin > 0 && isNumber(name.substr(begin, dot - begin))) return std::string(name.substr(0, dot));
        begin = dot + 1;
    }
    return std::string(name.substr(0, name.find('.')));
}

Distribution distributionOf(const std::vector<std::span<const float>>& numbers) {
    double least = std::numeric_limits<double>::infinity(), most = -least;
    for (const auto& some : numbers) {
        for (const float number : some) {
            if (!std::isfinite(number)) continue;
            least = std::min(least, static_cast<double>(number));
            most = std::max(most, static_cast<double>(number));
        }
    }
    if (least > most) return {};
    Distribution all{least, most, std::vector<std::int64_t>(kParts, 0)};
    const double scale = most > least ? kParts / (most - least) : 0;
    for (const auto& some : numbers) {
        for (const float number : some) {
            if (!std::isfinite(number)) continue;
            const int part = static_cast<int>((static_cast<double>(number) - least) * scale);
            ++all.counts[static_cast<std::size_t>(std::min(part, kParts - 1))];
        }
    }
    return all;
}

ParameterLayers::ParameterLayers(const ParameterSet<float>& parameters) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const std::string layer = attentarium::layerOf(parameters[i].name);
        const auto known = std::ranges::find(m_names, layer);
        m_layerOf.push_back(static_cast<std::size_t>(known - m_names.begin()));
        if (known == m_names.end()) m_names.push_back(layer);
    }
}

std::vector<double> ParameterLayers::norms(const std::vector<double>& byOrdinal) const {
    std::vector<double> norms(m_names.size(), 0.0);
    for (std::size_t i = 0; i < byOrdinal.size(); ++i) norms[m_layerOf[i]] += byOrdinal[i] * byOrdinal[i];
    for (double& norm : norms) norm = std::sqrt(norm);
    return norms;
}

std::vector<Distribution> ParameterLayers::distributions(const ParameterSet<float>& parameters) const {
    std::vector<std::vector<std::span<const float>>> numbers(m_names.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        numbers[m_layerOf[i]].push_back(parameters[i].value.values());
    }
    std::vector<Distribution> distributions;
    for (const auto& layer : numbers) distributions.push_back(distributionOf(layer));
    return distributions;
}

}  // namespace attentarium
