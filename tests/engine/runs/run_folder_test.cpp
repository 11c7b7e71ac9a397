#include "engine/runs/run_folder.h"

#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/core/error.h"
#include "engine/runs/evaluator.h"
#include "engine/runs/run_json.h"
#include "engine/runs/training_run.h"
#include "tests/engine/io/full_disk.h"
#include "tests/engine/runs/small_runs.h"
#include "tests/support/catch.h"

namespace attentarium {
namespace {

/// A folder of its own, gone at the end.
struct Folder {
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "attentarium-run-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

/// A run with a history, of so many steps.
struct SmallRun {
    explicit SmallRun(int steps) : run(prepared(setup), parallel), evaluator(run) {
        record.setup = setup;
        record.setup.model = run.model().config();
        record.history.layers = evaluator.layers();
        record.history.reachable = {{"facts", {0.25, 0.98}}, {"agreement", {0.5, 1}}};
        for (int i = 0; i < steps; ++i) step();
    }
    void step() {
        const Trainer::StepResult result = run.step();
        record.history.points.push_back({run.stepsDone(), result.loss, result.learningRate, result.gradientNorm});
        record.history.evaluations.push_back(*evaluator.evaluate(run));
        record.history.seconds += 0.125;
    }
    void save(const std::filesystem::path& folder) { saveRun(folder, record, run.checkpoint({})); }

    RunSetup setup = smallRun(1000);
    Parallel parallel{1};
    TrainingRun run;
    Evaluator evaluator;
    RunRecord record;
};

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

}  // namespace

TEST_CASE("A saved run comes back as it was, and goes on as it would have") {
    const Folder folder;
    SmallRun run(4);
    run.record.history.changes.push_back({2, "l2", 0, 0.5});
    run.record.parent = 7;
    run.record.branchedAt = 2;
    run.record.isRunning = true;
    const auto place = folderOfRun(folder.path, 3);
    run.save(place);
    CHECK(savedRuns(folder.path) == std::vector<int>{3});
    const RunRecord record = loadRecord(place);
    CHECK(record == run.record);
    Parallel parallel(1);
    TrainingRun again(loadRun(place, record), parallel);
    CHECK(again.stepsDone() == 4);
    for (int i = 0; i < 3; ++i) CHECK(again.step().loss == run.run.step().loss);
}

TEST_CASE("A run of a task comes back too") {
    const Folder folder;
    Parallel parallel(1);
    const RunSetup setup = smallTaskRun(TaskName::Reverse, Family::Seq2Seq);
    TrainingRun run(prepared(setup), parallel);
    run.step();
    RunRecord record{.setup = setup, .history = {}};
    record.setup.model = run.model().config();
    saveRun(folder.path / "run-1", record, run.checkpoint({}));
    TrainingRun again(loadRun(folder.path / "run-1", loadRecord(folder.path / "run-1")), parallel);
    CHECK(again.step().loss == run.step().loss);
}

TEST_CASE("A history that is ahead of its checkpoint is cut there") {
    const Folder folder;
    SmallRun run(3);
    run.save(folder.path / "run-1");
    run.step();
    saveRecord(folder.path / "run-1", run.record);
    const RunRecord record = loadRecord(folder.path / "run-1");
    CHECK(record.history.stepsDone() == 3);
    CHECK(record.history.evaluations.size() == 3);
}

TEST_CASE("A damaged record is refused and names the file") {
    const Folder folder;
    SmallRun run(2);
    run.save(folder.path / "run-1");
    const auto file = folder.path / "run-1" / kRunFile;
    const std::string whole = contentOf(file);
    const auto isRefused = [&](const std::string& content) {
        std::ofstream(file, std::ios::binary) << content;
        try {
            loadRecord(folder.path / "run-1");
            return false;
        } catch (const Error& error) {
            return error.values().file == file.string();
        }
    };
    CHECK(isRefused(""));
    for (std::size_t length = 1; length < whole.size() - 2; length += 97) CHECK(isRefused(whole.substr(0, length)));
    std::string other = whole;
    other.replace(other.find("\"points\":[["), 11, "\"points\":[[\"a\",");
    CHECK(isRefused(other));
    other = whole;
    other.replace(other.find("\"parent\""), 8, "\"parant\"");
    CHECK(isRefused(other));
    CHECK_FALSE(isRefused(whole));
}

TEST_CASE("Killed at any moment while it is saved, a run is the old one or the new one") {
    // The long form, of a thousand kills: ATTENTARIUM_KILLS=1000.
    const char* wanted = std::getenv("ATTENTARIUM_KILLS");
    const int kills = wanted ? std::atoi(wanted) : 25;
    const Folder folder;
    const auto place = folder.path / "run-1";
    SmallRun run(1);
    run.save(place);
    Random random(5);
    int whole = 0;
    for (int i = 0; i < kills; ++i) {
        const std::int64_t before = loadRecord(place).history.stepsDone();
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            // The child goes on from what is there and saves after each step, until it is killed.
            Parallel parallel(1);
            RunRecord record = loadRecord(place);
            TrainingRun training(loadRun(place, record), parallel);
            for (;;) {
                const Trainer::StepResult result = training.step();
                record.history.points.push_back(
                    {training.stepsDone(), result.loss, result.learningRate, result.gradientNorm});
                saveRun(place, record, training.checkpoint({}));
            }
        }
        usleep(static_cast<useconds_t>(4000 + random.below(16000)));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const RunRecord record = loadRecord(place);
        Parallel parallel(1);
        TrainingRun training(loadRun(place, record), parallel);
        // The curves may end a step before the weights, never after them.
        CHECK(training.stepsDone() >= before);
        CHECK(record.history.stepsDone() <= training.stepsDone());
        ++whole;
    }
    CHECK(whole == kills);
}

TEST_CASE("On a full disk a run is not saved, says so, and the old one stays") {
    const Folder folder;
    const auto place = folder.path / "run-1";
    SmallRun run(2);
    run.save(place);
    for (int i = 0; i < 3; ++i) run.step();
    // Sizes that cut off the checkpoint's first file, its second, and the last.
    for (const rlim_t bytes : {0, 100, 5000}) {
        bool refused = false;
        try {
            const test::FullDisk full(bytes);
            run.save(place);
        } catch (const Error& error) {
            refused = error.kind() == ErrorKind::FileUnwritable;
        }
        CHECK(refused);
        CHECK(loadRecord(place).history.stepsDone() == 2);
        Parallel parallel(1);
        CHECK(TrainingRun(loadRun(place, loadRecord(place)), parallel).stepsDone() == 2);
    }
    run.save(place);
    CHECK(loadRecord(place).history.stepsDone() == 5);
}

}  // namespace attentarium
