#include "engine/core/error.h"

#include <utility>

namespace attentarium {
namespace {

std::string sentenceFor(ErrorKind kind, const ErrorValues& v) {
    switch (kind) {
        case ErrorKind::FileMissing:
            return "There is no file " + v.file + ". Check the path.";
        case ErrorKind::FileUnreadable:
            return "Cannot read " + v.file + ": " + v.reason + ".";
        case ErrorKind::FileUnwritable:
            return "Cannot write " + v.file + ": " + v.reason + ". What was there before is unchanged.";
        case ErrorKind::FileTruncated:
            return v.file + " ends too early; it was cut off. Use a complete copy.";
        case ErrorKind::FileDamaged:
            return v.file + " is damaged: " + v.reason + (v.name.empty() ? "" : " (" + v.name + ")") + ".";
        case ErrorKind::FileHasTrailingBytes:
            return v.file + " has bytes after its end. Use an unchanged copy.";
        case ErrorKind::TensorMissing:
            return v.file + " lacks the tensor " + v.name + ".";
        case ErrorKind::TensorUnexpected:
            return v.file + " has a tensor " + v.name + " that this model does not use.";
        case ErrorKind::TensorShapeWrong:
            return "In " + v.file + ", the tensor " + v.name + " is " + v.value + " but the model needs " + v.limit +
                   ".";
        case ErrorKind::NotUtf8:
            return v.file + ", line " + std::to_string(v.line) + ", is not UTF-8. Save the text as UTF-8.";
        case ErrorKind::CorpusEmpty:
            return v.file + " holds no text to learn from.";
        case ErrorKind::CorpusTooShort:
            return v.file + " has " + v.value + " tokens; at least " + v.limit +
                   " are needed. Use a longer text or a shorter context.";
        case ErrorKind::TextEmpty:
            return "The text is empty. Type at least one word.";
        case ErrorKind::WordUnknown:
            return "The model does not know “" + v.name + "”. Use a word of its vocabulary.";
        case ErrorKind::TextTooLong:
            return "The text has " + v.value + " tokens; the model sees at most " + v.limit + ". Shorten it.";
        case ErrorKind::OptionOutOfRange:
            return v.name + " is " + v.value + "; it must be " + v.limit + ".";
        case ErrorKind::WidthNotDivisible:
            return "The width " + v.value + " cannot be split evenly among " + v.limit + " heads.";
        case ErrorKind::HeadsNotDivisible:
            return "The " + v.value + " heads cannot be shared evenly among " + v.limit + " heads of keys and values.";
        case ErrorKind::HeadWidthOdd:
            return "Rotary positions turn features in pairs, but each head has " + v.value +
                   ". Choose width and heads so that it is even.";
        case ErrorKind::ModelTooLarge:
            return "This model would have " + v.value + " parameters; at most " + v.limit + " are allowed.";
        case ErrorKind::FamilyUnknown:
            return "There is no model family “" + v.name + "”.";
        case ErrorKind::LossNotFinite:
            return "The loss stopped being a number at step " + v.value + ", first in " + v.name +
                   ". Try a smaller learning rate.";
        case ErrorKind::TaskTooSmall:
            return "With these options the task “" + v.name +
                   "” has too few questions to learn from some and hold out others. Allow longer or more varied ones.";
        case ErrorKind::CannotContinue:
            return "A model of the family " + v.name + " does not say what comes next. Use another model.";
        case ErrorKind::ModelOfCounts:
            return v.file + " holds an n-gram model, which has counts and no layers. Use another model.";
        case ErrorKind::FolderExists:
            return v.file + " already exists. Name a new folder.";
        case ErrorKind::TokenizerUnsupported:
            return v.file + " holds a tokenizer of another kind: " + v.name + " is " + v.value +
                   ". Use one for byte-level byte-pair encoding as in GPT-2.";
        case ErrorKind::MemoryExhausted:
            return "There is not enough memory for this. Use a smaller model, batch or text.";
    }
    return "Unknown error.";
}

}  // namespace

Error::Error(ErrorKind kind, ErrorValues values)
    : m_kind(kind), m_values(std::move(values)), m_sentence(sentenceFor(m_kind, m_values)) {}

}  // namespace attentarium
