#include "tests/architecture/include_rules.h"

#include "tests/support/catch.h"

namespace attentarium {
namespace {

const std::set<std::string> kQtCore{"QObject", "QAbstractItemModel", "QString", "qglobal.h"};

bool allows(const std::string& path, const std::string& include) {
    const SourceFile file{path, "// Some source.\n#include " + include + "\n"};
    const std::vector<std::string> broken = brokenIncludeRules(file, kQtCore);
    if (!broken.empty()) CHECK(broken.front().starts_with(path + ":2: "));
    return broken.empty();
}

TEST_CASE("An include is found however it is spaced, and only where it is one") {
    CHECK_FALSE(brokenIncludeRules({"engine/core/a.cpp", "  #  include<QString> // why\n"}, kQtCore).empty());
    CHECK(brokenIncludeRules({"engine/core/a.cpp", "// #include <QString>\n"}, kQtCore).empty());
    CHECK(brokenIncludeRules({"engine/core/a.md", "#include <QString>\n"}, kQtCore).empty());
    CHECK(brokenIncludeRules({"engine/core/a.cpp", "#include <QString>\n#include <QWidget>\n"}, kQtCore).size() == 2);
}

TEST_CASE("The engine may not include Qt, the window, an app or the tests") {
    CHECK(allows("engine/core/a.cpp", "<vector>"));
    CHECK(allows("engine/text/a.cpp", "<utf8proc.h>"));
    CHECK(allows("engine/io/a.cpp", "<nlohmann/json.hpp>"));
    CHECK_FALSE(allows("engine/core/a.cpp", "<QString>"));
    CHECK_FALSE(allows("engine/core/a.h", "<QtCore/QString>"));
    CHECK_FALSE(allows("engine/core/a.cpp", "<qstring.h>"));
    CHECK_FALSE(allows("engine/io/a.cpp", "\"ui/session/session.h\""));
    CHECK_FALSE(allows("engine/io/a.cpp", "\"app/cli/commands.h\""));
    CHECK_FALSE(allows("engine/io/a.cpp", "\"tests/support/catch.h\""));
}

TEST_CASE("No header of the engine may include Eigen") {
    CHECK(allows("engine/core/a.cpp", "<Eigen/Core>"));
    CHECK_FALSE(allows("engine/core/a.h", "<Eigen/Core>"));
    CHECK_FALSE(allows("engine/ops/a.h", "<unsupported/Eigen/CXX11/Tensor>"));
}

TEST_CASE("Each folder of the engine includes only what stands before it") {
    const std::vector<std::string> order{"core", "tape", "ops", "nn", "models", "trace", "train", "io", "probe"};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t j = 0; j < order.size(); ++j) {
            INFO(order[i] << " includes " << order[j]);
            CHECK(allows("engine/" + order[i] + "/a.cpp", "\"engine/" + order[j] + "/b.h\"") == (j <= i));
        }
    }
}

TEST_CASE("Training and decoding may not include each other") {
    CHECK(allows("engine/decode/a.cpp", "\"engine/trace/b.h\""));
    CHECK_FALSE(allows("engine/decode/a.cpp", "\"engine/train/b.h\""));
    CHECK_FALSE(allows("engine/train/a.cpp", "\"engine/decode/b.h\""));
    CHECK_FALSE(allows("engine/decode/a.cpp", "\"engine/io/b.h\""));
    CHECK(allows("engine/io/a.cpp", "\"engine/decode/b.h\""));
}

TEST_CASE("Text needs the core alone and is seen by training, io and probes alone") {
    const std::set<std::string> readers{"train", "io", "probe"};
    for (const std::string folder :
         {"core", "tape", "ops", "nn", "models", "trace", "train", "decode", "io", "probe"}) {
        INFO(folder);
        CHECK(allows("engine/text/a.cpp", "\"engine/" + folder + "/b.h\"") == (folder == "core"));
        CHECK(allows("engine/" + folder + "/a.cpp", "\"engine/text/b.h\"") == readers.contains(folder));
    }
}

TEST_CASE("A folder that the order does not know is refused") {
    CHECK_FALSE(allows("engine/stuff/a.cpp", "<vector>"));
    CHECK_FALSE(allows("engine/a.cpp", "<vector>"));
    CHECK_FALSE(allows("engine/io/a.cpp", "\"engine/stuff/b.h\""));
    CHECK_FALSE(allows("ui/stuff/a.cpp", "<vector>"));
}

TEST_CASE("Views may not include each other") {
    CHECK(allows("ui/views/heatmap/a.cpp", "\"ui/views/heatmap/a.h\""));
    CHECK(allows("ui/views/heatmap/a.cpp", "\"ui/views/colours.h\""));
    CHECK(allows("ui/workspaces/stage/a.cpp", "\"ui/views/heatmap/a.h\""));
    CHECK(allows("ui/window/a.cpp", "\"ui/views/heatmap/a.h\""));
    CHECK_FALSE(allows("ui/views/heatmap/a.cpp", "\"ui/views/chart/b.h\""));
    CHECK_FALSE(allows("ui/views/colours.cpp", "\"ui/views/heatmap/a.h\""));
}

TEST_CASE("The window's folders include only what stands before them") {
    CHECK(allows("ui/views/heatmap/a.cpp", "\"ui/session/session.h\""));
    CHECK(allows("ui/window/a.cpp", "\"ui/workspaces/stage.h\""));
    CHECK_FALSE(allows("ui/views/heatmap/a.cpp", "\"ui/workspaces/stage.h\""));
    CHECK_FALSE(allows("ui/workspaces/a.cpp", "\"ui/window/main_window.h\""));
    CHECK_FALSE(allows("ui/session/a.cpp", "\"ui/views/heatmap/a.h\""));
    CHECK_FALSE(allows("ui/window/a.cpp", "\"app/desktop/b.h\""));
}

TEST_CASE("Only the session sees training and decoding") {
    CHECK(allows("ui/session/worker.cpp", "\"engine/train/trainer.h\""));
    CHECK(allows("ui/session/worker.cpp", "\"engine/decode/sampler.h\""));
    CHECK(allows("ui/views/heatmap/a.cpp", "\"engine/trace/trace.h\""));
    for (const std::string folder : {"models", "lesson", "explain", "views/heatmap", "workspaces", "window"}) {
        INFO(folder);
        CHECK_FALSE(allows("ui/" + folder + "/a.cpp", "\"engine/train/trainer.h\""));
        CHECK_FALSE(allows("ui/" + folder + "/a.cpp", "\"engine/decode/sampler.h\""));
    }
}

TEST_CASE("Session, models and lesson use QtCore alone") {
    for (const std::string folder : {"session", "models", "lesson"}) {
        INFO(folder);
        CHECK(allows("ui/" + folder + "/a.h", "<QAbstractItemModel>"));
        CHECK(allows("ui/" + folder + "/a.h", "<QtCore/QObject>"));
        CHECK(allows("ui/" + folder + "/a.h", "<qglobal.h>"));
        CHECK(allows("ui/" + folder + "/a.h", "<QUndoStack>"));
        CHECK_FALSE(allows("ui/" + folder + "/a.h", "<QWidget>"));
        CHECK_FALSE(allows("ui/" + folder + "/a.h", "<QColor>"));
        CHECK_FALSE(allows("ui/" + folder + "/a.h", "<QtGui/QColor>"));
        CHECK_FALSE(allows("ui/" + folder + "/a.h", "<QtWidgets>"));
    }
    CHECK(allows("ui/views/heatmap/a.h", "<QWidget>"));
    // Without Qt installed a bare name cannot be judged, one with its module can.
    CHECK(brokenIncludeRules({"ui/session/a.h", "#include <QColor>\n"}, {}).empty());
    CHECK_FALSE(brokenIncludeRules({"ui/session/a.h", "#include <QtGui/QColor>\n"}, {}).empty());
}

TEST_CASE("The command line may not include Qt or the window") {
    CHECK(allows("app/cli/main.cpp", "<CLI/CLI.hpp>"));
    CHECK(allows("app/cli/main.cpp", "\"engine/train/trainer.h\""));
    CHECK_FALSE(allows("app/cli/main.cpp", "<QCoreApplication>"));
    CHECK_FALSE(allows("app/cli/main.cpp", "\"ui/session/session.h\""));
    CHECK(allows("app/desktop/main.cpp", "<QApplication>"));
}

TEST_CASE("Includes are written from the root") {
    CHECK_FALSE(allows("engine/ops/a.cpp", "\"../core/shape.h\""));
    CHECK_FALSE(allows("ui/window/a.cpp", "\"../views/heatmap/a.h\""));
    CHECK_FALSE(allows("tests/cli/a.cpp", "\"../support/catch.h\""));
}

}  // namespace
}  // namespace attentarium
