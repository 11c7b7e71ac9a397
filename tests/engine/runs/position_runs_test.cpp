#include "engine/runs/position_runs.h"

#include <algorithm>

#include "engine/io/checkpoint.h"
#include "tests/support/catch.h"

using namespace attentarium;

TEST_CASE("The bundled models of positions are what the runs of the window would make") {
    for (const Language language : {Language::English, Language::Chinese}) {
        for (const Positions kind :
             {Positions::None, Positions::Learned, Positions::Sinusoidal, Positions::Rotary, Positions::Alibi}) {
            const std::string name = "positions-" + std::string(kPositionsNames[static_cast<std::size_t>(kind)]) +
                                     (language == Language::English ? "-en" : "-zh");
            CAPTURE(name);
            const Checkpoint bundled =
                loadCheckpoint(std::filesystem::path(ATTENTARIUM_SOURCE_DIR "/resources/checkpoints") / name);
            const RunSetup setup = positionRun(kind, language);
            const PreparedRun run = prepared(setup);
            CHECK(bundled.model->config() == run.model->config());
            CHECK(bundled.settings == setup.settings);
            CHECK(bundled.stepsDone == setup.settings.steps);
            CHECK(bundled.stories == setup.corpus.stories);
            CHECK(bundled.tokenizer->vocabulary().tokens() == run.material.tokenizer->vocabulary().tokens());
        }
    }
}
