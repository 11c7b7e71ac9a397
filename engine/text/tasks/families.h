#pragma once

#include <memory>

#include "engine/text/tasks/task.h"

/// Each task, from options that are valid. Outside this folder `makeTask` makes them all.
namespace attentarium::tasks {

/// Copy, reverse and sort: a word of random letters, and the same word, the word backwards, or its letters in order.
std::unique_ptr<Task> makeLetters(const TaskOptions& options);

/// "047+953" with each number padded to the same digits; its answer has one digit more: "1000" or, with the least
/// digit first, "0001". The numbers of the question are always written as usual.
std::unique_ptr<Task> makeAddition(const TaskOptions& options);

/// A day of the Gregorian calendar in one of many English spellings, and in ISO 8601: "the 4th of March 1998" is
/// "1998-03-04". Numbers alone are day, month, year, "04/03/1998", unless the year comes first. A year of two digits
/// is one of 1950 to 2049.
std::unique_ptr<Task> makeDates(const TaskOptions& options);

/// A text of brackets of even length, balanced in half of all examples. The others are balanced ones with a few
/// brackets changed or exchanged, or chance, so that neither length nor counting tells.
std::unique_ptr<Task> makeBrackets(const TaskOptions& options);

/// "c7a2k9:a" is answered by "2": pairs of a letter and a digit, then one of the letters.
std::unique_ptr<Task> makeRecall(const TaskOptions& options);

/// Stories of the small world or their sentences, in English and in Chinese.
std::unique_ptr<Task> makeTranslation(const TaskOptions& options);

/// Whether a story ends well. People of the small world are happy or sad, not happy or never sad, and where two
/// feelings are set against each other the main clause decides: every single word is as likely in both classes.
std::unique_ptr<Task> makeSentiment(const TaskOptions& options);

}  // namespace attentarium::tasks
