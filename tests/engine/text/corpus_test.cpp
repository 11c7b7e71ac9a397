#include "engine/text/corpus.h"

#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "engine/core/error.h"
#include "tests/support/catch.h"

using namespace attentarium;
using namespace std::string_literals;

namespace {

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes)
        : m_path(std::filesystem::temp_directory_path() / ("attentarium_corpus_" + std::to_string(::getpid()))) {
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(m_path); }
    std::string path() const { return m_path.string(); }

  private:
    std::filesystem::path m_path;
};

Error failure(const std::string& path) {
    try {
        readTextFile(path);
    } catch (const Error& error) {
        return error;
    }
    FAIL("no error");
    return {ErrorKind::FileMissing, {}};
}

}  // namespace

TEST_CASE("a text file is read with plain line ends and without its mark") {
    CHECK(readTextFile(TemporaryFile("\xEF\xBB\xBFone\r\ntwo\rthree\n").path()) == "one\ntwo\nthree\n");
    CHECK(readTextFile(TemporaryFile("小狗\0x"s).path()) == "小狗\0x"s);
    CHECK(readTextFile(TemporaryFile("a\r").path()) == "a\n");
}

TEST_CASE("what cannot be a corpus is refused") {
    CHECK(failure("/nowhere/corpus.txt").kind() == ErrorKind::FileMissing);
    CHECK(failure("").kind() == ErrorKind::FileMissing);
    CHECK(failure(std::filesystem::temp_directory_path().string()).kind() == ErrorKind::FileUnreadable);
    CHECK(failure("/dev/zero").kind() == ErrorKind::FileUnreadable);
    CHECK(failure(std::string(5000, 'x')).kind() == ErrorKind::FileUnreadable);
    CHECK(failure(TemporaryFile("").path()).kind() == ErrorKind::CorpusEmpty);
    CHECK(failure(TemporaryFile("\xEF\xBB\xBF \r\n\t　").path()).kind() == ErrorKind::CorpusEmpty);
    const Error notUtf8 = failure(TemporaryFile("one\r\ntwo\n\xFFthree").path());
    CHECK(notUtf8.kind() == ErrorKind::NotUtf8);
    CHECK(notUtf8.values().line == 3);
}
