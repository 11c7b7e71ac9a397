#include "engine/io/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

#include "engine/core/error.h"
#include "engine/io/damage.h"
#include "engine/io/file_error.h"
#include "engine/io/input_file.h"
#include "engine/io/safetensors_header.h"

namespace attentarium {
namespace {

static_assert(std::endian::native == std::endian::little, "files are little-endian and copied as they are");

template <typename Value>
Value valueAt(std::span<const std::byte> bytes, std::size_t index) {
    // Data may begin anywhere in a file, so it is copied rather than pointed to.
    Value value;
    std::memcpy(&value, bytes.data() + index * sizeof(Value), sizeof(Value));
    return value;
}

std::string textOf(const std::vector<std::int64_t>& shape) {
    std::string joined;
    for (const std::int64_t size : shape) joined += (joined.empty() ? "" : " × ") + std::to_string(size);
    return joined.empty() ? "scalar" : joined;
}

bool sameShape(const std::vector<std::int64_t>& inFile, const Shape& shape) {
    if (inFile.size() != static_cast<std::size_t>(shape.rank())) return false;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        if (inFile[static_cast<std::size_t>(axis)] != shape[axis]) return false;
    }
    return true;
}

template <typename Scalar>
Scalar converted(const NamedTensor& tensor, std::size_t index) {
    switch (tensor.dtype) {
        case DType::F16:
            return static_cast<Scalar>(floatFromHalf(valueAt<std::uint16_t>(tensor.bytes, index)));
        case DType::BF16:
            return static_cast<Scalar>(floatFromBfloat(valueAt<std::uint16_t>(tensor.bytes, index)));
        case DType::F32:
            return static_cast<Scalar>(valueAt<float>(tensor.bytes, index));
        default:
            return static_cast<Scalar>(valueAt<double>(tensor.bytes, index));
    }
}

bool isFloating(DType dtype) {
    return dtype == DType::F16 || dtype == DType::BF16 || dtype == DType::F32 || dtype == DType::F64;
}

}  // namespace

SafetensorsFile SafetensorsFile::read(const std::filesystem::path& path) {
    InputFile input(path);
    std::uint64_t length = 0;
    input.read(std::as_writable_bytes(std::span(&length, 1)));
    checkHeaderLength(length, input.size(), input.name());
    std::string text(static_cast<std::size_t>(length), ' ');
    input.read(std::as_writable_bytes(std::span(text)));
    const std::uint64_t dataSize = input.size() - kLengthBytes - length;
    SafetensorsHeader header = parseSafetensorsHeader(text, dataSize, input.name());
    // Only now is it worth the memory.
    input.expectFitsMemory(dataSize);
    std::vector<std::byte> data(static_cast<std::size_t>(dataSize));
    input.read(data);
    return SafetensorsFile(input.name(), std::move(header), std::move(data));
}

SafetensorsFile SafetensorsFile::parse(std::span<const std::byte> bytes, std::string name) {
    if (bytes.size() < kLengthBytes) throw fileError(ErrorKind::FileTruncated, name);
    const auto length = valueAt<std::uint64_t>(bytes, 0);
    checkHeaderLength(length, bytes.size(), name);
    const std::span<const std::byte> headerBytes = bytes.subspan(kLengthBytes, static_cast<std::size_t>(length));
    const std::span<const std::byte> data = bytes.subspan(kLengthBytes + headerBytes.size());
    const std::string_view text(reinterpret_cast<const char*>(headerBytes.data()), headerBytes.size());
    SafetensorsHeader header = parseSafetensorsHeader(text, data.size(), name);
    return SafetensorsFile(std::move(name), std::move(header), {data.begin(), data.end()});
}

SafetensorsFile::SafetensorsFile(std::string name, SafetensorsHeader header, std::vector<std::byte> data)
    : m_name(std::move(name)), m_data(std::move(data)), m_metadata(std::move(header.metadata)) {
    for (SafetensorsHeader::Entry& entry : header.entries) {
        const std::span<const std::byte> bytes = std::span(m_data).subspan(entry.begin, entry.end - entry.begin);
        m_places.emplace(entry.name, m_tensors.size());
        m_tensors.push_back({std::move(entry.name), entry.dtype, std::move(entry.shape), bytes});
    }
}

const NamedTensor* SafetensorsFile::find(std::string_view name) const {
    const auto place = m_places.find(name);
    return place == m_places.end() ? nullptr : &m_tensors[place->second];
}

const NamedTensor& SafetensorsFile::existing(std::string_view name) const {
    const NamedTensor* tensor = find(name);
    if (!tensor) throw fileError(ErrorKind::TensorMissing, m_name, {}, std::string(name));
    return *tensor;
}

template <typename Scalar>
Tensor<Scalar> SafetensorsFile::tensor(std::string_view name, const Shape& shape) const {
    const NamedTensor& stored = existing(name);
    if (!isFloating(stored.dtype)) throwDamaged(m_name, Damage::NumberTypeWrong, stored.name);
    if (!sameShape(stored.shape, shape)) {
        ErrorValues values;
        values.file = m_name;
        values.name = stored.name;
        values.value = textOf(stored.shape);
        values.limit = shape.text();
        throw Error(ErrorKind::TensorShapeWrong, std::move(values));
    }
    Tensor<Scalar> result(shape);
    const std::span<Scalar> values = result.mutableView().span();
    if (stored.dtype == (std::is_same_v<Scalar, float> ? DType::F32 : DType::F64)) {
        std::memcpy(values.data(), stored.bytes.data(), stored.bytes.size());
    } else {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = converted<Scalar>(stored, i);
    }
    return result;
}

template <typename Integer>
std::vector<Integer> SafetensorsFile::integers(std::string_view name) const {
    const NamedTensor& stored = existing(name);
    if (stored.dtype != (std::is_signed_v<Integer> ? DType::I64 : DType::U64)) {
        throwDamaged(m_name, Damage::NumberTypeWrong, stored.name);
    }
    std::vector<Integer> values(stored.bytes.size() / sizeof(Integer));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = valueAt<Integer>(stored.bytes, i);
    return values;
}

template Tensor<float> SafetensorsFile::tensor<float>(std::string_view, const Shape&) const;
template Tensor<double> SafetensorsFile::tensor<double>(std::string_view, const Shape&) const;
template std::vector<std::int64_t> SafetensorsFile::integers<std::int64_t>(std::string_view) const;
template std::vector<std::uint64_t> SafetensorsFile::integers<std::uint64_t>(std::string_view) const;

}  // namespace attentarium
