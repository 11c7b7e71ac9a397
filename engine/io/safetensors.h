#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/shape.h"
#include "engine/core/tensor.h"
#include "engine/io/atomic_folder.h"
#include "engine/io/dtype.h"

namespace attentarium {

struct SafetensorsHeader;

/// A tensor in a file, or about to be written to one. The bytes belong to someone else: row-major, little-endian.
struct NamedTensor {
    std::string name;
    DType dtype = DType::F32;
    /// Any rank; empty for a scalar.
    std::vector<std::int64_t> shape;
    std::span<const std::byte> bytes;
};

/// Borrows the values for writing.
NamedTensor namedTensor(std::string name, TensorView<const float> values);
NamedTensor namedTensor(std::string name, TensorView<const double> values);
/// One axis.
NamedTensor namedTensor(std::string name, std::span<const std::int64_t> values);
NamedTensor namedTensor(std::string name, std::span<const std::uint64_t> values);

using SafetensorsMetadata = std::map<std::string, std::string>;

/// A safetensors file in memory, every part of its header checked.
class SafetensorsFile {
  public:
    /// Throws `Error` FileMissing, FileUnreadable (a folder, no permission, larger than the memory), FileTruncated,
    /// FileHasTrailingBytes, FileDamaged (see `damage.h`).
    static SafetensorsFile read(const std::filesystem::path& path);
    /// The same from bytes; `name` stands for the file in errors.
    static SafetensorsFile parse(std::span<const std::byte> bytes, std::string name);

    SafetensorsFile(SafetensorsFile&&) noexcept = default;
    SafetensorsFile& operator=(SafetensorsFile&&) noexcept = default;

    /// In the order of their bytes. The bytes are borrowed from this object.
    std::span<const NamedTensor> tensors() const { return m_tensors; }
    const SafetensorsMetadata& metadata() const { return m_metadata; }
    /// Null if there is none.
    const NamedTensor* find(std::string_view name) const;

    /// A copy of F16, BF16, F32 or F64 numbers, rounded where `Scalar` is smaller. Throws `Error` TensorMissing,
    /// TensorShapeWrong, FileDamaged if they are of another type.
    template <typename Scalar>
    Tensor<Scalar> tensor(std::string_view name, const Shape& shape) const;
    /// The numbers of an I64 (`std::int64_t`) or U64 (`std::uint64_t`) tensor of any shape. Throws `Error`
    /// TensorMissing, FileDamaged if they are of another type.
    template <typename Integer>
    std::vector<Integer> integers(std::string_view name) const;

  private:
    SafetensorsFile(std::string name, SafetensorsHeader header, std::vector<std::byte> data);
    const NamedTensor& existing(std::string_view name) const;

    std::string m_name;
    std::vector<std::byte> m_data;
    std::vector<NamedTensor> m_tensors;
    std::map<std::string, std::size_t, std::less<>> m_places;
    SafetensorsMetadata m_metadata;
};

/// The same tensors and metadata always give the same bytes: tensors in the order given, without gaps, the data on an
/// 8-byte boundary. Two equal names or a length that does not fit the shape are `LogicError`s. Throws `Error`
/// FileUnwritable; see `AtomicFile`.
void writeSafetensors(const std::filesystem::path& path, std::span<const NamedTensor> tensors,
                      const SafetensorsMetadata& metadata = {});
/// As a member of a folder that is still being written.
void writeSafetensors(AtomicFolder& folder, const std::string& member, std::span<const NamedTensor> tensors,
                      const SafetensorsMetadata& metadata = {});

}  // namespace attentarium
