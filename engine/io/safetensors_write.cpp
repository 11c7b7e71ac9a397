#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/core/error.h"
#include "engine/io/atomic_file.h"
#include "engine/io/safetensors.h"
#include "engine/io/safetensors_header.h"

namespace attentarium {
namespace {

constexpr std::size_t kDataBoundary = 8;

std::string quoted(const std::string& text) {
    try {
        return nlohmann::json(text).dump();
    } catch (const nlohmann::json::exception&) {
        throw LogicError("[safetensors] a name or a text is not UTF-8");
    }
}

std::string entryOf(const NamedTensor& tensor, std::size_t begin) {
    std::size_t bytes = sizeOf(tensor.dtype);
    std::string sizes;
    for (const std::int64_t size : tensor.shape) {
        expects(size >= 0, "[safetensors] a size is negative");
        bytes *= static_cast<std::size_t>(size);
        sizes += (sizes.empty() ? "" : ",") + std::to_string(size);
    }
    expects(tensor.bytes.size() == bytes, "[safetensors] a tensor's length does not fit its shape");
    return quoted(tensor.name) + ":{\"dtype\":\"" + std::string(nameOf(tensor.dtype)) + "\",\"shape\":[" + sizes +
           "],\"data_offsets\":[" + std::to_string(begin) + "," + std::to_string(begin + bytes) + "]}";
}

/// The length and the header, padded with spaces.
std::string headerOf(std::span<const NamedTensor> tensors, const SafetensorsMetadata& metadata) {
    std::string body;
    for (const auto& [key, value] : metadata) body += (body.empty() ? "" : ",") + quoted(key) + ":" + quoted(value);
    if (!body.empty()) body = "\"__metadata__\":{" + body + "}";
    std::set<std::string_view> names{"__metadata__"};
    std::size_t position = 0;
    for (const NamedTensor& tensor : tensors) {
        expects(names.insert(tensor.name).second, "[safetensors] a name is used twice or reserved");
        body += (body.empty() ? "" : ",") + entryOf(tensor, position);
        position += tensor.bytes.size();
    }
    body = "{" + body + "}";
    body.resize((body.size() + kDataBoundary - 1) / kDataBoundary * kDataBoundary, ' ');
    expects(body.size() <= kMaximumHeaderBytes, "[safetensors] too many tensors for one file");
    std::string header(kLengthBytes, '\0');
    for (std::size_t i = 0; i < kLengthBytes; ++i) header[i] = static_cast<char>(body.size() >> (8 * i) & 0xffU);
    return header + body;
}

NamedTensor described(std::string name, DType dtype, std::vector<std::int64_t> shape,
                      std::span<const std::byte> bytes) {
    return {std::move(name), dtype, std::move(shape), bytes};
}

std::vector<std::int64_t> sizesOf(const Shape& shape) {
    std::vector<std::int64_t> sizes;
    for (int axis = 0; axis < shape.rank(); ++axis) sizes.push_back(shape[axis]);
    return sizes;
}

}  // namespace

NamedTensor namedTensor(std::string name, TensorView<const float> values) {
    return described(std::move(name), DType::F32, sizesOf(values.shape), std::as_bytes(values.span()));
}

NamedTensor namedTensor(std::string name, TensorView<const double> values) {
    return described(std::move(name), DType::F64, sizesOf(values.shape), std::as_bytes(values.span()));
}

NamedTensor namedTensor(std::string name, std::span<const std::int64_t> values) {
    return described(std::move(name), DType::I64, {static_cast<std::int64_t>(values.size())}, std::as_bytes(values));
}

NamedTensor namedTensor(std::string name, std::span<const std::uint64_t> values) {
    return described(std::move(name), DType::U64, {static_cast<std::int64_t>(values.size())}, std::as_bytes(values));
}

void writeSafetensors(const std::filesystem::path& path, std::span<const NamedTensor> tensors,
                      const SafetensorsMetadata& metadata) {
    const std::string header = headerOf(tensors, metadata);
    AtomicFile file(path);
    file.write(std::as_bytes(std::span(header)));
    for (const NamedTensor& tensor : tensors) file.write(tensor.bytes);
    file.commit();
}

void writeSafetensors(AtomicFolder& folder, const std::string& member, std::span<const NamedTensor> tensors,
                      const SafetensorsMetadata& metadata) {
    const std::string header = headerOf(tensors, metadata);
    std::vector<std::span<const std::byte>> pieces{std::as_bytes(std::span(header))};
    for (const NamedTensor& tensor : tensors) pieces.push_back(tensor.bytes);
    folder.write(member, pieces);
}

}  // namespace attentarium
