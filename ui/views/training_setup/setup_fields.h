#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/models/model_config_fields.h"
#include "engine/runs/run_setup.h"

namespace attentarium {

/// What is known of one field of a setup, whichever of the engine's three lists it stands in. Every value is told as a
/// number: a flag as 0 or 1, a choice as its place among the choices.
struct SetupField {
    enum class Part { Model, Settings, Task };
    enum class Kind { Whole, Number, Flag, Choice };

    Part part;
    std::string_view name;
    std::string option;  ///< as errors name it
    Kind kind;
    double least = 0;
    double most = 0;
    std::span<const std::string_view> choices;  ///< the engine's names of them
    FamilySet families = FamilySet::all();      ///< that use it, of a field of the model
    TaskSet tasks = TaskSet::all();             ///< that read it, of a field of a task
};

/// All of them, in the engine's order.
const std::vector<SetupField>& setupFields();
/// Null where there is none of that name.
const SetupField* setupField(std::string_view name);

double numberIn(const RunSetup& setup, const SetupField& field);
void setNumber(RunSetup& setup, const SetupField& field, double number);
/// Whether it changes anything in such a setup, and is for people to decide: a task decides the classes, what is
/// learned the vocabulary.
bool isUsed(const RunSetup& setup, const SetupField& field);

/// Whether the setup is of word vectors that learn pair by pair, without an optimizer and a number of steps.
bool learnsInPairs(const RunSetup& setup);
/// Another family in the place of the one there is, with its published choices and the sizes that both have.
void chooseFamily(RunSetup& setup, Family family);
/// A task, with room for its questions; none: the text again.
void chooseTask(RunSetup& setup, std::optional<TaskName> task);
/// Families that learn by gradients, and what they can guess from a text.
const std::vector<Family>& trainableFamilies();

/// The kinds of tokenizers that the engine has.
const std::vector<TokenizerKind>& tokenizerKinds();

}  // namespace attentarium
