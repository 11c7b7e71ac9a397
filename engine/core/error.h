#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace attentarium {

/// What went wrong in the world outside the program: files, texts, numbers that someone typed.
/// Our own mistakes are never an `Error`; they throw `LogicError`.
enum class ErrorKind {
    FileMissing,           ///< file
    FileUnreadable,        ///< file, reason
    FileUnwritable,        ///< file, reason
    FileTruncated,         ///< file
    FileDamaged,           ///< file, reason, name (where in the file; may be empty)
    FileHasTrailingBytes,  ///< file
    TensorMissing,         ///< file, name
    TensorUnexpected,      ///< file, name
    TensorShapeWrong,      ///< file, name, value, limit
    NotUtf8,               ///< file, line
    CorpusEmpty,           ///< file
    CorpusTooShort,        ///< file, value (tokens it has), limit (tokens it needs)
    TextEmpty,             ///< nothing more
    WordUnknown,           ///< name (the word)
    TextTooLong,           ///< value (tokens), limit (context)
    OptionOutOfRange,      ///< name, value, limit (what would be accepted)
    WidthNotDivisible,     ///< value (width), limit (heads)
    HeadsNotDivisible,     ///< value (heads), limit (key–value heads)
    HeadWidthOdd,          ///< value (head width)
    ModelTooLarge,         ///< value (parameters), limit
    FamilyUnknown,         ///< name
    LossNotFinite,         ///< value (step), name (first op that produced it)
    TaskTooSmall,          ///< name (the task)
    CannotContinue,        ///< name (the family)
    ModelOfCounts,         ///< file
    FolderExists,          ///< file
    TokenizerUnsupported,  ///< file, name (what in it), value (what that is)
    MemoryExhausted,       ///< nothing more
};

/// The values that a message about an error is made of; unused ones stay empty.
struct ErrorValues {
    std::string file;
    std::int64_t line = 0;
    std::string name;
    std::string value;
    std::string limit;
    std::string reason;
};

/// An error of the world. `what()` is one plain English sentence: what, where, and what to do.
class Error : public std::exception {
  public:
    Error(ErrorKind kind, ErrorValues values);

    ErrorKind kind() const noexcept { return m_kind; }
    const ErrorValues& values() const noexcept { return m_values; }
    const char* what() const noexcept override { return m_sentence.c_str(); }

  private:
    ErrorKind m_kind;
    ErrorValues m_values;
    std::string m_sentence;
};

/// A mistake in this program: a shape that does not fit, an index out of range.
class LogicError : public std::exception {
  public:
    explicit LogicError(std::string sentence) : m_sentence(std::move(sentence)) {}
    const char* what() const noexcept override { return m_sentence.c_str(); }

  private:
    std::string m_sentence;
};

/// Throws `LogicError` unless `condition` holds. `message` begins with the place: `"[softmax] needs rank 1 or more"`.
inline void expects(bool condition, const char* message) {
    if (!condition) [[unlikely]]
        throw LogicError(message);
}

}  // namespace attentarium
