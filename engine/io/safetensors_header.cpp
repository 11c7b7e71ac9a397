#include "engine/io/safetensors_header.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/core/error.h"
#include "engine/io/damage.h"
#include "engine/io/file_error.h"
#include "engine/io/json_text.h"

namespace attentarium {
namespace {

using Entry = SafetensorsHeader::Entry;
using nlohmann::json;

constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();

std::uint64_t product(std::uint64_t a, std::uint64_t b, const std::string& file, const std::string& name) {
    if (b != 0 && a > kLargest / b) throwDamaged(file, Damage::TensorTooLarge, name);
    return a * b;
}

std::vector<std::int64_t> parseShape(const json& value, const std::string& file, const std::string& name) {
    if (!value.is_array()) throwDamaged(file, Damage::ShapeNotSizes, name);
    std::vector<std::int64_t> shape;
    for (const json& size : value) {
        if (!size.is_number_unsigned()) throwDamaged(file, Damage::ShapeNotSizes, name);
        if (size.get<std::uint64_t>() > kLargest) throwDamaged(file, Damage::TensorTooLarge, name);
        shape.push_back(size.get<std::int64_t>());
    }
    return shape;
}

Entry parseEntry(const std::string& name, const json& value, const std::string& file) {
    if (!value.is_object() || value.size() != 3 || !value.contains("dtype") || !value.contains("shape") ||
        !value.contains("data_offsets") || !value["dtype"].is_string()) {
        throwDamaged(file, Damage::EntryIncomplete, name);
    }
    Entry entry;
    entry.name = name;
    const std::optional<DType> dtype = dtypeNamed(value["dtype"].get_ref<const std::string&>());
    if (!dtype) throwDamaged(file, Damage::NumberTypeUnknown, name);
    entry.dtype = *dtype;
    entry.shape = parseShape(value["shape"], file, name);
    const json& offsets = value["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned()) {
        throwDamaged(file, Damage::OffsetsNotNumbers, name);
    }
    entry.begin = offsets[0].get<std::uint64_t>();
    entry.end = offsets[1].get<std::uint64_t>();
    if (entry.begin > entry.end) throwDamaged(file, Damage::OffsetsBackwards, name);
    std::uint64_t bytes = sizeOf(entry.dtype);
    for (const std::int64_t size : entry.shape) bytes = product(bytes, static_cast<std::uint64_t>(size), file, name);
    if (entry.end - entry.begin != bytes) throwDamaged(file, Damage::LengthNotOfShape, name);
    return entry;
}

void checkCoverage(const std::vector<Entry>& entries, std::uint64_t dataSize, const std::string& file) {
    std::uint64_t position = 0;
    for (const Entry& entry : entries) {
        if (entry.begin < position) throwDamaged(file, Damage::TensorsOverlap, entry.name);
        if (entry.begin > position) throwDamaged(file, Damage::TensorsHaveHoles, entry.name);
        position = entry.end;
    }
    if (position > dataSize) throw fileError(ErrorKind::FileTruncated, file);
    if (position < dataSize) throw fileError(ErrorKind::FileHasTrailingBytes, file);
}

}  // namespace

void checkHeaderLength(std::uint64_t length, std::uint64_t fileSize, const std::string& file) {
    if (length > kMaximumHeaderBytes) throwDamaged(file, Damage::JsonTooLong);
    if (length > fileSize - kLengthBytes) throw fileError(ErrorKind::FileTruncated, file);
}

SafetensorsHeader parseSafetensorsHeader(std::string_view text, std::uint64_t dataSize, const std::string& file) {
    if (!text.starts_with('{')) throwDamaged(file, Damage::HeaderNotAnObject);
    json parsed;
    try {
        parsed = parseJsonObject(text, file);
    } catch (const Error& problem) {
        // The header says how long it is, so one that ends too early is damaged rather than cut off.
        if (problem.kind() == ErrorKind::FileTruncated) throwDamaged(file, Damage::NotJson);
        throw;
    }
    SafetensorsHeader header;
    for (const auto& [name, value] : parsed.items()) {
        if (name != "__metadata__") {
            header.entries.push_back(parseEntry(name, value, file));
            continue;
        }
        if (!value.is_object()) throwDamaged(file, Damage::MetadataNotText);
        for (const auto& [key, entry] : value.items()) {
            if (!entry.is_string()) throwDamaged(file, Damage::MetadataNotText, key);
            header.metadata[key] = entry.get<std::string>();
        }
    }
    const auto byPosition = [](const Entry& a, const Entry& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    };
    std::stable_sort(header.entries.begin(), header.entries.end(), byPosition);
    checkCoverage(header.entries, dataSize, file);
    return header;
}

}  // namespace attentarium
