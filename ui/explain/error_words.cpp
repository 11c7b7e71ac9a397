#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <utility>

#include "engine/io/damage.h"
#include "ui/explain/field_words.h"
#include "ui/explain/words.h"

namespace attentarium {
namespace {

struct Errors {
    Q_DECLARE_TR_FUNCTIONS(Errors)
};

/// What an option is called where nobody types it; an unknown one stays.
QString optionInWords(const std::string& option) {
    constexpr std::pair<const char*, const char*> kOptions[] = {
        {"batch", QT_TRANSLATE_NOOP("Errors", "batch")},
        {"steps", QT_TRANSLATE_NOOP("Errors", "steps")},
        {"warmup", QT_TRANSLATE_NOOP("Errors", "warm-up")},
        {"lr", QT_TRANSLATE_NOOP("Errors", "learning rate")},
        {"final-lr", QT_TRANSLATE_NOOP("Errors", "final rate")},
        {"beta1", QT_TRANSLATE_NOOP("Errors", "beta 1")},
        {"beta2", QT_TRANSLATE_NOOP("Errors", "beta 2")},
        {"epsilon", QT_TRANSLATE_NOOP("Errors", "epsilon")},
        {"weight-decay", QT_TRANSLATE_NOOP("Errors", "weight decay")},
        {"clip", QT_TRANSLATE_NOOP("Errors", "clip")},
        {"l1", QT_TRANSLATE_NOOP("Errors", "L1 weight")},
        {"l2", QT_TRANSLATE_NOOP("Errors", "L2 weight")},
        {"dropout", QT_TRANSLATE_NOOP("Errors", "dropout")},
        {"label-smoothing", QT_TRANSLATE_NOOP("Errors", "label smoothing")},
        {"task-weight", QT_TRANSLATE_NOOP("Errors", "task weight")},
        {"layers", QT_TRANSLATE_NOOP("Errors", "layers")},
        {"heads", QT_TRANSLATE_NOOP("Errors", "heads")},
        {"key-value-heads", QT_TRANSLATE_NOOP("Errors", "key–value heads")},
        {"width", QT_TRANSLATE_NOOP("Errors", "width")},
        {"context", QT_TRANSLATE_NOOP("Errors", "context")},
        {"vocabulary", QT_TRANSLATE_NOOP("Errors", "vocabulary")},
        {"temperature", QT_TRANSLATE_NOOP("Errors", "temperature")},
        {"top-k", QT_TRANSLATE_NOOP("Errors", "top-k")},
        {"top-p", QT_TRANSLATE_NOOP("Errors", "top-p")},
    };
    for (const auto& [name, words] : kOptions) {
        if (option == name) return Errors::tr(words);
    }
    std::string field = option;
    std::ranges::replace(field, '-', '_');
    const QString label = labelOf(field);
    return label.isEmpty() ? QString::fromStdString(option) : label;
}

/// What an English piece of an error is called here; an unknown one, such as the system's own words, stays.
QString translated(const std::string& piece) {
    const char* const known[] = {
        // Reasons.
        QT_TRANSLATE_NOOP("Errors", "it is a folder"),
        QT_TRANSLATE_NOOP("Errors", "it is not a plain file"),
        QT_TRANSLATE_NOOP("Errors", "it is larger than 512 MiB"),
        // What an option is compared with.
        QT_TRANSLATE_NOOP("Errors", "the learning rate"),
        // What can be wrong inside a file, as the engine lists it.
        QT_TRANSLATE_NOOP("Errors", "its JSON is longer than 100 MB"),
        QT_TRANSLATE_NOOP("Errors", "its header does not begin with {"),
        QT_TRANSLATE_NOOP("Errors", "it is not valid JSON in UTF-8"),
        QT_TRANSLATE_NOOP("Errors", "it has the same name twice"),
        QT_TRANSLATE_NOOP("Errors", "its JSON is nested too deeply"),
        QT_TRANSLATE_NOOP("Errors", "its metadata is not made of texts"),
        QT_TRANSLATE_NOOP("Errors", "a tensor needs a dtype, a shape and data_offsets, and nothing else"),
        QT_TRANSLATE_NOOP("Errors", "a tensor has an unknown number type"),
        QT_TRANSLATE_NOOP("Errors", "a shape is not a list of sizes"),
        QT_TRANSLATE_NOOP("Errors", "a tensor claims an impossible size"),
        QT_TRANSLATE_NOOP("Errors", "data_offsets are not two positions"),
        QT_TRANSLATE_NOOP("Errors", "a tensor ends before it begins"),
        QT_TRANSLATE_NOOP("Errors", "a tensor's length does not fit its shape"),
        QT_TRANSLATE_NOOP("Errors", "two tensors share bytes"),
        QT_TRANSLATE_NOOP("Errors", "there are unused bytes between two tensors"),
        QT_TRANSLATE_NOOP("Errors", "a tensor has another number type than needed"),
        QT_TRANSLATE_NOOP("Errors", "a tensor holds something that is not a number"),
        QT_TRANSLATE_NOOP("Errors", "a setting is missing"),
        QT_TRANSLATE_NOOP("Errors", "a setting is unknown"),
        QT_TRANSLATE_NOOP("Errors", "a setting has the wrong kind of value"),
        QT_TRANSLATE_NOOP("Errors", "a setting is out of range"),
        QT_TRANSLATE_NOOP("Errors", "the vocabulary has an empty entry or the same one twice"),
        QT_TRANSLATE_NOOP("Errors", "the sizes do not fit the tensors"),
        QT_TRANSLATE_NOOP("Errors", "the state of its training is impossible"),
        QT_TRANSLATE_NOOP("Errors", "its counts of n-grams come from no text"),
        QT_TRANSLATE_NOOP("Errors", "a merge stands twice or joins what is no token yet"),
        QT_TRANSLATE_NOOP("Errors", "the vocabulary lacks a byte or a token that is merged"),
    };
    for (const char* const text : known) {
        if (piece == text) return Errors::tr(text);
    }
    return QString::fromStdString(piece);
}

/// "from 1 to 65536" and the other ways in which the engine says what it accepts.
QString limitOf(const std::string& limit) {
    const auto capture = [&](const char* pattern) {
        return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)))
            .match(QString::fromStdString(limit));
    };
    const auto at = [](const QRegularExpressionMatch& match, int group) {
        return translated(match.captured(group).toStdString());
    };
    if (const auto m = capture("from (.+) to below (.+)"); m.hasMatch()) {
        return Errors::tr("from %1 to below %2").arg(at(m, 1), at(m, 2));
    }
    if (const auto m = capture("from (.+) to (.+)"); m.hasMatch()) {
        return Errors::tr("from %1 to %2").arg(at(m, 1), at(m, 2));
    }
    if (const auto m = capture("above (.+) and at most (.+)"); m.hasMatch()) {
        return Errors::tr("above %1 and at most %2").arg(at(m, 1), at(m, 2));
    }
    if (const auto m = capture("(.+) or more"); m.hasMatch()) return Errors::tr("%1 or more").arg(at(m, 1));
    return QString::fromStdString(limit);
}

}  // namespace

QString sentenceFor(const Error& error) {
    const ErrorValues& v = error.values();
    // Names from files may hold "%1" themselves, so all places are filled at once.
    const QString file = QString::fromStdString(v.file), name = QString::fromStdString(v.name),
                  value = QString::fromStdString(v.value), limit = QString::fromStdString(v.limit),
                  reason = translated(v.reason);
    switch (error.kind()) {
        case ErrorKind::FileMissing:
            return Errors::tr("There is no file %1. Check the path.").arg(file);
        case ErrorKind::FileUnreadable:
            return Errors::tr("Cannot read %1: %2.").arg(file, reason);
        case ErrorKind::FileUnwritable:
            return Errors::tr("Cannot write %1: %2. What was there before is unchanged.").arg(file, reason);
        case ErrorKind::FileTruncated:
            return Errors::tr("%1 ends too early; it was cut off. Use a complete copy.").arg(file);
        case ErrorKind::FileDamaged:
            if (!name.isEmpty()) {
                //: %2: a tensor's or key's name, %3: what is wrong
                return Errors::tr("%1 is damaged at “%2”: %3. Use an unchanged copy.").arg(file, name, reason);
            }
            return Errors::tr("%1 is damaged: %2. Use an unchanged copy.").arg(file, reason);
        case ErrorKind::FileHasTrailingBytes:
            return Errors::tr("%1 has bytes after its end. Use an unchanged copy.").arg(file);
        case ErrorKind::TensorMissing:
            return Errors::tr("%1 lacks the tensor %2. Use a complete checkpoint.").arg(file, name);
        case ErrorKind::TensorUnexpected:
            return Errors::tr("%1 has a tensor %2 that this model does not use. Use the checkpoint's own files.")
                .arg(file, name);
        case ErrorKind::TensorShapeWrong:
            return Errors::tr("In %1, the tensor %2 is %3 but the model needs %4. Use the checkpoint's own files.")
                .arg(file, name, value, limit);
        case ErrorKind::NotUtf8:
            return Errors::tr("%1, line %2, is not UTF-8. Save the text as UTF-8.").arg(file, QString::number(v.line));
        case ErrorKind::CorpusEmpty:
            return Errors::tr("%1 holds no text to learn from. Choose another file.").arg(file);
        case ErrorKind::CorpusTooShort:
            return Errors::tr("%1 has %2 tokens; at least %3 are needed. Use a longer text or a shorter context.")
                .arg(file, value, limit);
        case ErrorKind::TextEmpty:
            return Errors::tr("The text is empty. Type at least one word.");
        case ErrorKind::WordUnknown:
            return Errors::tr("The model does not know “%1”. Use a word of its vocabulary.").arg(name);
        case ErrorKind::TextTooLong:
            return Errors::tr("The text has %1 tokens; the model sees at most %2. Shorten it.").arg(value, limit);
        case ErrorKind::OptionOutOfRange:
            //: %1: an option such as "temperature", %3: what is accepted, such as "from 1 to 100"
            return Errors::tr("%1 is %2; it must be %3.").arg(optionInWords(v.name), value, limitOf(v.limit));
        case ErrorKind::WidthNotDivisible:
            return Errors::tr("The width %1 cannot be split evenly among %2 heads. Choose a multiple.")
                .arg(value, limit);
        case ErrorKind::HeadsNotDivisible:
            return Errors::tr(
                       "The %1 heads cannot be shared evenly among %2 heads of keys and values. Choose a divisor.")
                .arg(value, limit);
        case ErrorKind::HeadWidthOdd:
            return Errors::tr(
                       "Rotary positions turn features in pairs, but each head has %1. Choose width and heads so that "
                       "it is even.")
                .arg(value);
        case ErrorKind::ModelTooLarge:
            return Errors::tr("This model would have %1 parameters; at most %2 are allowed. Choose smaller sizes.")
                .arg(value, limit);
        case ErrorKind::FamilyUnknown:
            return Errors::tr("There is no model family “%1”. Use a checkpoint made by this program.").arg(name);
        case ErrorKind::LossNotFinite:
            return Errors::tr("The loss stopped being a number at step %1, first in %2. Try a smaller learning rate.")
                .arg(value, name);
        case ErrorKind::TaskTooSmall:
            return Errors::tr(
                       "With these options the task “%1” has too few questions to learn from some and hold out "
                       "others. Allow longer or more varied ones.")
                .arg(name);
        case ErrorKind::CannotContinue:
            return Errors::tr("A model of the family %1 does not say what comes next. Use another model.").arg(name);
        case ErrorKind::ModelOfCounts:
            return Errors::tr("%1 holds an n-gram model, which has counts and no layers. Use another model.").arg(file);
        case ErrorKind::FolderExists:
            return Errors::tr("%1 already exists. Name a new folder.").arg(file);
        case ErrorKind::TokenizerUnsupported:
            //: %2: a setting in the file, %3: its value
            return Errors::tr(
                       "%1 holds a tokenizer of another kind: “%2” is %3. Use one for byte-level byte-pair encoding as "
                       "in GPT-2.")
                .arg(file, name, value);
        case ErrorKind::MemoryExhausted:
            return Errors::tr("There is not enough memory for this. Use a smaller model, batch or text.");
    }
    return QString::fromUtf8(error.what());
}

}  // namespace attentarium
