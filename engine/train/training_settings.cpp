#include "engine/train/training_settings.h"

#include <type_traits>

#include "engine/core/demand.h"

namespace attentarium {
namespace {

std::string acceptedBy(const SettingsField& field) {
    const auto written = [](double limit) {
        std::ostringstream text;
        text.precision(10);
        text << limit;
        return text.str();
    };
    const std::string least = written(field.least), most = written(field.most);
    if (field.leastIsOut) return "above " + least + " and at most " + most;
    return "from " + least + (field.mostIsOut ? " to below " : " to ") + most;
}

template <typename Value>
void demandInRange(const SettingsField& field, Value value) {
    if constexpr (std::is_arithmetic_v<Value>) {
        const auto number = static_cast<double>(value);
        const bool above = field.leastIsOut ? number > field.least : number >= field.least;
        const bool below = field.mostIsOut ? number < field.most : number <= field.most;
        demand(field.option, value, above && below, acceptedBy(field));
    }
}

}  // namespace

void validate(const TrainingSettings& settings) {
    forEachField(settings, [](const SettingsField& field, const auto& value) { demandInRange(field, value); });
    demand("final-lr", settings.finalRate, settings.finalRate <= settings.peakRate, "from 0 to the learning rate");
}

}  // namespace attentarium
