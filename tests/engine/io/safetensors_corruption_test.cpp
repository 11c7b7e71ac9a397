#include <sys/stat.h>

#include "engine/io/damage.h"
#include "tests/engine/io/as_nobody.h"
#include "tests/engine/io/errors.h"
#include "tests/engine/io/safetensors_bytes.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

std::string reason(Damage damage) {
    return damageReasons()[static_cast<std::size_t>(damage)];
}

void checkDamage(const std::string& bytes, Damage damage) {
    INFO(bytes.substr(8, 200));
    CHECK(errorOf(ErrorKind::FileDamaged, [&] { parsed(bytes); }).reason == reason(damage));
}

/// One tensor `a` with these three values, over four bytes of data.
std::string tensorFile(const std::string& dtype, const std::string& shape, const std::string& offsets) {
    return fileOf(R"({"a":{"dtype":)" + dtype + R"(,"shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}",
                  "data");
}

std::string bytesAt(const std::string& name, int begin, int end) {
    return "\"" + name + R"(":{"dtype":"U8","shape":[)" + std::to_string(end - begin) + R"(],"data_offsets":[)" +
           std::to_string(begin) + "," + std::to_string(end) + "]}";
}

}  // namespace

TEST_CASE("The small file that the others are damaged copies of is read") {
    CHECK(parsed(tensorFile("\"F32\"", "[1]", "[0,4]")).tensors().size() == 1);
    CHECK(parsed(tensorFile("\"F32\"", "[]", "[0,4]")).tensors().size() == 1);
    CHECK(parsed(fileOf("{" + bytesAt("a", 0, 2) + "," + bytesAt("b", 2, 4) + "}", "data")).tensors().size() == 2);
    CHECK(parsed(fileOf("{" + bytesAt("none", 0, 0) + "," + bytesAt("b", 0, 4) + "}", "data")).tensors().size() == 2);
}

TEST_CASE("A wrong header length is refused") {
    checkDamage(fileOf("{}", "", 100'000'001), Damage::JsonTooLong);
    checkDamage(fileOf("{}", "", ~std::uint64_t{0}), Damage::JsonTooLong);
    errorOf(ErrorKind::FileTruncated, [] { parsed(fileOf("{}", "", 3)); });
    errorOf(ErrorKind::FileTruncated, [] { parsed(fileOf("{}", "", 100'000'000)); });
    checkDamage(fileOf("{}", "", 0), Damage::HeaderNotAnObject);
    checkDamage(fileOf("{}", "", 1), Damage::NotJson);
}

TEST_CASE("A header that is no strict JSON object is refused") {
    checkDamage(fileOf(" {}", ""), Damage::HeaderNotAnObject);
    checkDamage(fileOf("[]", ""), Damage::HeaderNotAnObject);
    checkDamage(fileOf("\xef\xbb\xbf{}", ""), Damage::HeaderNotAnObject);
    checkDamage(fileOf("{]", ""), Damage::NotJson);
    checkDamage(fileOf("{\"a\":", ""), Damage::NotJson);
    checkDamage(fileOf("{} x", ""), Damage::NotJson);
    checkDamage(fileOf(std::string("{}\0\0", 4), ""), Damage::NotJson);
    checkDamage(fileOf("{\"\xff\":1}", ""), Damage::NotJson);
    checkDamage(fileOf("{" + bytesAt("a", 0, 2) + "," + bytesAt("a", 2, 4) + "}", "data"), Damage::DuplicateKey);
    checkDamage(fileOf(R"({"a":{"dtype":"U8","dtype":"I8","shape":[4],"data_offsets":[0,4]}})", "data"),
                Damage::DuplicateKey);
    checkDamage(fileOf(R"({"__metadata__":{"x":"1","x":"2"}})", ""), Damage::DuplicateKey);
    checkDamage(fileOf("{\"a\":" + std::string(1'000'000, '['), ""), Damage::NestedTooDeeply);
}

TEST_CASE("Metadata other than texts are refused") {
    checkDamage(fileOf(R"({"__metadata__":"x"})", ""), Damage::MetadataNotText);
    checkDamage(fileOf(R"({"__metadata__":{"x":1}})", ""), Damage::MetadataNotText);
    checkDamage(fileOf(R"({"__metadata__":{"x":{"y":"z"}}})", ""), Damage::MetadataNotText);
    checkDamage(fileOf(R"({"__metadata__":null})", ""), Damage::MetadataNotText);
}

TEST_CASE("An entry lacks nothing and has nothing more") {
    checkDamage(fileOf(R"({"a":[]})", ""), Damage::EntryIncomplete);
    checkDamage(fileOf(R"({"a":{}})", ""), Damage::EntryIncomplete);
    checkDamage(fileOf(R"({"a":{"dtype":"U8","shape":[0]}})", ""), Damage::EntryIncomplete);
    checkDamage(fileOf(R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"x":1}})", ""), Damage::EntryIncomplete);
    checkDamage(fileOf(R"({"a":{"dtype":"U8","shape":[0],"offsets":[0,0]}})", ""), Damage::EntryIncomplete);
    checkDamage(tensorFile("7", "[1]", "[0,4]"), Damage::EntryIncomplete);
    checkDamage(tensorFile("\"F33\"", "[1]", "[0,4]"), Damage::NumberTypeUnknown);
}

TEST_CASE("Impossible sizes are refused, also when their product overflows back to the right one") {
    for (const char* shape : {"4", "[-1]", "[1.0]", "[\"1\"]", "[null]", "[[1]]", "[true]", "{\"0\":1}",
                              "[99999999999999999999999]", "[1e0]"}) {
        checkDamage(tensorFile("\"F32\"", shape, "[0,4]"), Damage::ShapeNotSizes);
    }
    checkDamage(tensorFile("\"F32\"", "[18446744073709551615]", "[0,4]"), Damage::TensorTooLarge);
    checkDamage(tensorFile("\"F32\"", "[9223372036854775807]", "[0,4]"), Damage::TensorTooLarge);
    checkDamage(tensorFile("\"F32\"", "[0,18446744073709551615]", "[0,0]"), Damage::TensorTooLarge);
    checkDamage(tensorFile("\"F32\"", "[4294967296,4294967296]", "[0,0]"), Damage::TensorTooLarge);
    // 4 × (2⁶² + 1) is 4 again in 64 bits.
    checkDamage(tensorFile("\"F32\"", "[4611686018427387905]", "[0,4]"), Damage::TensorTooLarge);
    checkDamage(tensorFile("\"F32\"", "[2]", "[0,4]"), Damage::LengthNotOfShape);
    checkDamage(tensorFile("\"F64\"", "[1]", "[0,4]"), Damage::LengthNotOfShape);
    checkDamage(tensorFile("\"F32\"", "[0]", "[0,4]"), Damage::LengthNotOfShape);
}

TEST_CASE("Wrong positions are refused") {
    for (const char* offsets :
         {"4", "[]", "[0]", "[0,4,8]", "[-0,4]", "[-4,0]", "[0,4.0]", "[\"0\",4]", "[0,99999999999999999999999]"}) {
        checkDamage(tensorFile("\"F32\"", "[1]", offsets), Damage::OffsetsNotNumbers);
    }
    checkDamage(tensorFile("\"F32\"", "[1]", "[4,0]"), Damage::OffsetsBackwards);
    checkDamage(tensorFile("\"F32\"", "[1]", "[18446744073709551615,3]"), Damage::OffsetsBackwards);
    checkDamage(tensorFile("\"U8\"", "[3]", "[1,4]"), Damage::TensorsHaveHoles);
    checkDamage(tensorFile("\"F32\"", "[1]", "[18446744073709551611,18446744073709551615]"), Damage::TensorsHaveHoles);
    checkDamage(fileOf("{" + bytesAt("a", 0, 3) + "," + bytesAt("b", 2, 4) + "}", "data"), Damage::TensorsOverlap);
    checkDamage(fileOf("{" + bytesAt("a", 0, 4) + "," + bytesAt("b", 0, 4) + "}", "data"), Damage::TensorsOverlap);
    checkDamage(fileOf("{" + bytesAt("a", 0, 4) + "," + bytesAt("b", 2, 2) + "}", "data"), Damage::TensorsOverlap);
    checkDamage(fileOf("{" + bytesAt("a", 0, 1) + "," + bytesAt("b", 2, 4) + "}", "data"), Damage::TensorsHaveHoles);
}

TEST_CASE("Too few bytes and too many are told apart") {
    errorOf(ErrorKind::FileTruncated, [] { parsed(fileOf("{" + bytesAt("a", 0, 4) + "}", "dat")); });
    errorOf(ErrorKind::FileHasTrailingBytes, [] { parsed(fileOf("{" + bytesAt("a", 0, 4) + "}", "data+")); });
    errorOf(ErrorKind::FileHasTrailingBytes, [] { parsed(fileOf("{}", std::string(1, '\0'))); });
    // Nine quintillion bytes are never asked for.
    errorOf(ErrorKind::FileTruncated,
            [] { parsed(tensorFile("\"U8\"", "[9223372036854775807]", "[0,9223372036854775807]")); });
}

TEST_CASE("On the disk: missing, a folder, a pipe, empty, forbidden, enormous") {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& name, ErrorKind kind) {
        INFO(name);
        CHECK(errorOf(kind, [&] { SafetensorsFile::read(folder / name); }).file == (folder / name).string());
    };
    refused("missing", ErrorKind::FileMissing);
    refused("", ErrorKind::FileUnreadable);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    refused("pipe", ErrorKind::FileUnreadable);
    put(folder / "empty", "");
    refused("empty", ErrorKind::FileTruncated);
    put(folder / "good", officialFile());
    CHECK(SafetensorsFile::read(folder / "good").tensors().size() == 5);
    put(folder / "long", officialFile() + "x");
    refused("long", ErrorKind::FileHasTrailingBytes);
    put(folder / "short", officialFile().substr(0, officialFile().size() - 1));
    refused("short", ErrorKind::FileTruncated);
    put(folder / "header", fileOf("{}", "", ~std::uint64_t{0}));
    refused("header", ErrorKind::FileDamaged);
    // A sparse file: 8 TB that the header accounts for, and that no memory here holds.
    const std::string size = std::to_string(8'000'000'000'000);
    put(folder / "huge",
        fileOf(R"({"a":{"dtype":"U8","shape":[)" + size + R"(],"data_offsets":[0,)" + size + "]}}", ""));
    std::filesystem::resize_file(folder / "huge", 8'000'000'000'000 + std::filesystem::file_size(folder / "huge"));
    refused("huge", ErrorKind::FileUnreadable);

    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    std::filesystem::permissions(folder / "good", std::filesystem::perms(0));
    CHECK(asNobody([&] {
        try {
            SafetensorsFile::read(folder / "good");
        } catch (const Error& error) {
            return error.kind() == ErrorKind::FileUnreadable;
        }
        return false;
    }));
}
