#include "engine/io/safetensors.h"

#include <bit>
#include <cstring>
#include <limits>

#include "tests/engine/io/errors.h"
#include "tests/engine/io/full_disk.h"
#include "tests/engine/io/safetensors_bytes.h"

using namespace attentarium;
using namespace attentarium::test;

namespace {

constexpr DType kAll[]{DType::Bool, DType::U8,  DType::I8,  DType::U16, DType::I16, DType::F16, DType::BF16,
                       DType::U32,  DType::I32, DType::F32, DType::U64, DType::I64, DType::F64};

std::vector<float> valuesOf(const Tensor<float>& tensor) {
    return {tensor.values().begin(), tensor.values().end()};
}

}  // namespace

TEST_CASE("A file in the official library's layout is read") {
    const SafetensorsFile file = parsed(officialFile());
    CHECK(file.metadata() == SafetensorsMetadata{{"format", "pt"}});
    Names names;
    for (const NamedTensor& tensor : file.tensors()) names.push_back(tensor.name);
    CHECK(names == Names{"steps", "bias", "weight", "half", "brain"});
    CHECK(file.find("brain")->shape == std::vector<std::int64_t>{1, 1, 1, 1, 2});
    CHECK(file.find("nothing") == nullptr);
    CHECK(file.integers<std::int64_t>("steps") == std::vector<std::int64_t>{7});
    CHECK(valuesOf(file.tensor<float>("bias", {3})) == std::vector<float>{1, -2, 0.125F});
    CHECK(valuesOf(file.tensor<float>("weight", {2, 1})) ==
          std::vector<float>{10, std::numeric_limits<float>::infinity()});
    CHECK(valuesOf(file.tensor<float>("half", {2})) == std::vector<float>{1, 0x1p-24F});
    CHECK(file.tensor<double>("bias", {3}).values()[2] == 0.125);
    CHECK(file.tensor<double>("half", {2}).values()[1] == 0x1p-24);
}

TEST_CASE("Tensors come in the order of their bytes, whatever the header's order") {
    const SafetensorsFile file = parsed(fileOf(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},)"
                                               R"("b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})",
                                               "xyz"));
    REQUIRE(file.tensors().size() == 2);
    CHECK(file.tensors()[0].name == "b");
    CHECK(static_cast<char>(file.find("a")->bytes[0]) == 'z');
}

TEST_CASE("Every number type comes back bit by bit, and the same input gives the same bytes") {
    const TemporaryFolder folder;
    std::vector<NamedTensor> tensors;
    std::vector<std::string> contents;
    for (const DType dtype : kAll) {
        std::string content;
        for (std::size_t i = 0; i < 6 * sizeOf(dtype); ++i) content += static_cast<char>(i * 37 + contents.size() * 11);
        contents.push_back(content);
    }
    for (std::size_t i = 0; i < contents.size(); ++i) {
        tensors.push_back(
            {std::string("blocks.0.") + std::string(nameOf(kAll[i])), kAll[i], {3, 2}, bytesOf(contents[i])});
    }
    const SafetensorsMetadata metadata{{"b", "zwei \" \\ \n 词"}, {"a", ""}};
    writeSafetensors(folder / "a", tensors, metadata);
    writeSafetensors(folder / "b", tensors, metadata);
    CHECK(contentOf(folder / "a") == contentOf(folder / "b"));
    const SafetensorsFile file = SafetensorsFile::read(folder / "a");
    CHECK(file.metadata() == metadata);
    REQUIRE(file.tensors().size() == tensors.size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        INFO(tensors[i].name);
        const NamedTensor& back = file.tensors()[i];
        CHECK(back.name == tensors[i].name);
        CHECK(back.dtype == tensors[i].dtype);
        CHECK(back.shape == tensors[i].shape);
        REQUIRE(back.bytes.size() == contents[i].size());
        CHECK(std::memcmp(back.bytes.data(), contents[i].data(), contents[i].size()) == 0);
    }
}

TEST_CASE("The written layout is the specification's") {
    const TemporaryFolder folder;
    const std::vector<std::int64_t> counts{-1, 2};
    Tensor<float> scalar{Shape{}};
    scalar.mutableView().data[0] = 1.0F;
    const std::vector<NamedTensor> tensors{namedTensor("s", scalar.view()), namedTensor("n", counts)};
    writeSafetensors(folder / "a", tensors, {{"k", "v"}});
    std::string header = R"({"__metadata__":{"k":"v"},"s":{"dtype":"F32","shape":[],"data_offsets":[0,4]},)"
                         R"("n":{"dtype":"I64","shape":[2],"data_offsets":[4,20]}})";
    header += std::string((8 - header.size() % 8) % 8, ' ');
    const std::string data("\0\0\x80\x3f\xff\xff\xff\xff\xff\xff\xff\xff\x02\0\0\0\0\0\0\0", 20);
    CHECK(contentOf(folder / "a") == fileOf(header, data));
    writeSafetensors(folder / "empty", {});
    CHECK(contentOf(folder / "empty") == fileOf("{}      ", ""));
    CHECK(SafetensorsFile::read(folder / "empty").tensors().empty());
}

TEST_CASE("Engine tensors of every rank come back bit by bit, those that are no numbers too") {
    const TemporaryFolder folder;
    const std::vector<Shape> shapes{{}, {5}, {2, 3}, {2, 1, 3}, {1, 2, 3, 4}};
    for (const Shape& shape : shapes) {
        INFO(shape.text());
        Tensor<float> single(shape);
        Tensor<double> twice(shape);
        for (std::int64_t i = 0; i < shape.count(); ++i) {
            single.mutableView().data[i] = std::bit_cast<float>(0x7fc00001U + static_cast<std::uint32_t>(i) * 0x11111U);
            twice.mutableView().data[i] = std::bit_cast<double>(0x3ff0000000000001ULL + static_cast<std::uint64_t>(i));
        }
        const std::vector<NamedTensor> tensors{namedTensor("f", single.view()), namedTensor("d", twice.view())};
        writeSafetensors(folder / "a", tensors);
        const SafetensorsFile file = SafetensorsFile::read(folder / "a");
        const Tensor<float> f = file.tensor<float>("f", shape);
        const Tensor<double> d = file.tensor<double>("d", shape);
        CHECK(std::memcmp(f.values().data(), single.values().data(), f.values().size_bytes()) == 0);
        CHECK(std::memcmp(d.values().data(), twice.values().data(), d.values().size_bytes()) == 0);
        CHECK(file.tensor<float>("d", shape).values()[0] == 1.0F);
    }
}

TEST_CASE("Whole numbers come back, the largest too") {
    const TemporaryFolder folder;
    const std::vector<std::uint64_t> state{0, ~std::uint64_t{0}, 1ULL << 63};
    const std::vector<std::int64_t> position{std::numeric_limits<std::int64_t>::min(), 5};
    const std::vector<NamedTensor> tensors{namedTensor("state", state), namedTensor("position", position)};
    writeSafetensors(folder / "a", tensors);
    SafetensorsFile first = SafetensorsFile::read(folder / "a");
    const SafetensorsFile file = std::move(first);
    CHECK(file.integers<std::uint64_t>("state") == state);
    CHECK(file.integers<std::int64_t>("position") == position);
    CHECK(errorOf(ErrorKind::FileDamaged, [&] { file.integers<std::int64_t>("state"); }).name == "state");
    CHECK(errorOf(ErrorKind::FileDamaged, [&] { file.tensor<float>("state", {3}); }).name == "state");
}

TEST_CASE("A missing tensor or another shape is named") {
    const SafetensorsFile file = parsed(officialFile());
    CHECK(errorOf(ErrorKind::TensorMissing, [&] { file.tensor<float>("gain", {3}); }).name == "gain");
    CHECK(errorOf(ErrorKind::TensorMissing, [&] { file.integers<std::int64_t>("gain"); }).file == "x.safetensors");
    const ErrorValues values = errorOf(ErrorKind::TensorShapeWrong, [&] { file.tensor<float>("weight", {1, 2}); });
    CHECK(values.name == "weight");
    CHECK(values.value == "2 × 1");
    CHECK(values.limit == "1 × 2");
    errorOf(ErrorKind::TensorShapeWrong, [&] { file.tensor<float>("weight", {2}); });
    errorOf(ErrorKind::TensorShapeWrong, [&] { file.tensor<float>("brain", {1, 1, 1, 2}); });
}

TEST_CASE("Our own mistakes in writing are found before anything is written") {
    const TemporaryFolder folder;
    const std::string four = "1234";
    const auto wrong = [&](std::vector<NamedTensor> tensors) {
        CHECK_THROWS_AS(writeSafetensors(folder / "a", tensors), LogicError);
        CHECK(namesIn(folder.path()).empty());
    };
    wrong({{"a", DType::F32, {2}, bytesOf(four)}});
    wrong({{"a", DType::F32, {1}, bytesOf(four)}, {"a", DType::F32, {1}, bytesOf(four)}});
    wrong({{"__metadata__", DType::F32, {1}, bytesOf(four)}});
    wrong({{"\xff", DType::F32, {1}, bytesOf(four)}});
    wrong({{"a", DType::U8, {-4, -1}, bytesOf(four)}});
}

TEST_CASE("A safetensors file is written into a folder, and a full disk leaves nothing of it") {
    const TemporaryFolder folder;
    const std::string content(100'000, 'x');
    const std::vector<NamedTensor> tensors{{"a", DType::U8, {100'000}, bytesOf(content)}};
    {
        AtomicFolder run(folder / "run", {"model.safetensors"});
        writeSafetensors(run, "model.safetensors", tensors);
        run.commit();
    }
    const std::string before = contentOf(folder / "run/model.safetensors");
    CHECK(SafetensorsFile::read(folder / "run/model.safetensors").find("a")->bytes.size() == content.size());
    {
        const FullDisk full(50'000);
        errorOf(ErrorKind::FileUnwritable, [&] { writeSafetensors(folder / "run/model.safetensors", tensors); });
        AtomicFolder run(folder / "run", {"model.safetensors"});
        errorOf(ErrorKind::FileUnwritable, [&] { writeSafetensors(run, "model.safetensors", tensors); });
    }
    CHECK(contentOf(folder / "run/model.safetensors") == before);
    CHECK(namesIn(folder / "run") == Names{"model.safetensors"});
    CHECK(namesIn(folder.path()) == Names{"run"});
}
