#pragma once

#include <span>
#include <string>

#include "engine/core/error.h"

namespace attentarium {

/// Everything that can be wrong inside a file. The `reason` of an `Error` FileDamaged is always one of `damageReasons`,
/// word for word, so that a window can translate it; where a tensor or key is meant, it is the error's `name`.
enum class Damage {
    JsonTooLong,
    HeaderNotAnObject,
    NotJson,
    DuplicateKey,
    NestedTooDeeply,
    MetadataNotText,
    EntryIncomplete,
    NumberTypeUnknown,
    ShapeNotSizes,
    TensorTooLarge,
    OffsetsNotNumbers,
    OffsetsBackwards,
    LengthNotOfShape,
    TensorsOverlap,
    TensorsHaveHoles,
    NumberTypeWrong,
    NumberNotFinite,
    SettingMissing,
    SettingUnknown,
    SettingOfWrongKind,
    SettingOutOfRange,
    VocabularyBroken,
    SizesNotOfTheFile,
    TrainingStateImpossible,
    CountsOfNoText,
    MergeBroken,
    VocabularyWithoutMerged,
};

/// English, without a full stop; in the order of the enumerators.
std::span<const char* const> damageReasons();

/// Throws `Error` FileDamaged.
[[noreturn]] void throwDamaged(const std::string& file, Damage damage, const std::string& name = {});

}  // namespace attentarium
