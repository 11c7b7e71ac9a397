#pragma once

#include "engine/runs/run_setup.h"

namespace attentarium {

/// A run of a few milliseconds that learns stories of the small world.
inline RunSetup smallRun(std::int64_t steps = 12) {
    RunSetup setup;
    setup.model.layers = 1;
    setup.model.heads = 2;
    setup.model.width = 16;
    setup.model.context = 16;
    setup.corpus.stories = 60;
    setup.settings = {.batch = 4, .steps = steps, .warmup = 2, .peakRate = 1e-2, .finalRate = 1e-3};
    return setup;
}

/// The same with a task.
inline RunSetup smallTaskRun(TaskName task, Family family) {
    RunSetup setup = smallRun();
    setup.model = defaultConfig(family);
    setup.model.layers = 1;
    setup.model.heads = 2;
    setup.model.width = 16;
    setup.task = defaultsOf(task);
    setup.settings.examples = 100;
    fitToTask(setup.model, *setup.task);
    return setup;
}

}  // namespace attentarium
