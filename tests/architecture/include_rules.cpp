#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <regex>

namespace attentarium {
namespace {

/// What each folder of the engine may include besides itself.
const std::map<std::string, std::set<std::string>> kEngine{
    {"core", {}},
    {"geometry", {"core"}},
    {"text", {"core"}},
    {"tape", {"core"}},
    {"ops", {"core", "tape"}},
    {"nn", {"core", "tape", "ops"}},
    {"models", {"core", "tape", "ops", "nn"}},
    {"trace", {"core", "tape", "ops", "nn", "models"}},
    {"train", {"core", "text", "tape", "ops", "nn", "models", "trace"}},
    {"decode", {"core", "tape", "ops", "nn", "models", "trace"}},
    {"io", {"core", "text", "tape", "ops", "nn", "models", "trace", "train", "decode"}},
    {"probe", {"core", "geometry", "text", "tape", "ops", "nn", "models", "trace", "train", "decode", "io"}},
    {"runs", {"core", "text", "tape", "ops", "nn", "models", "trace", "train", "decode", "io", "probe"}},
};

/// The folders of the window in the order in which they may include each other.
const std::vector<std::string> kWindow{"session", "models", "lesson", "explain", "views", "workspaces", "window"};

/// Those of them that work without a screen.
const std::set<std::string> kWithoutScreen{"session", "models", "lesson"};

/// Undo needs no screen, but Qt 6 keeps it in QtGui.
const std::set<std::string> kUndo{"QUndoStack", "QUndoCommand"};

/// The part of `path` below `root`: "core" for "engine/core/shape.h" below "engine"; empty for a file right there.
std::string below(const std::string& path, const std::string& root) {
    if (!path.starts_with(root + "/")) return {};
    const std::string rest = path.substr(root.size() + 1);
    const std::size_t slash = rest.find('/');
    return slash == std::string::npos ? std::string() : rest.substr(0, slash);
}

bool isQt(const std::string& target) {
    if (target.size() < 2) return false;
    const auto upper = [&](std::size_t i) { return i < target.size() && std::isupper(target[i]) != 0; };
    if (target[0] == 'Q') return upper(1) || (target[1] == 't' && upper(2));
    return target[0] == 'q' && target.ends_with(".h") && target.find('/') == std::string::npos;
}

bool isQtCore(const std::string& target, const std::set<std::string>& qtCore) {
    const std::size_t slash = target.find('/');
    if (slash != std::string::npos) return target.substr(0, slash) == "QtCore";
    return qtCore.empty() || qtCore.contains(target);
}

std::string engineBreach(const SourceFile& file, const std::string& target) {
    const std::string folder = below(file.path, "engine");
    if (isQt(target)) return "the engine never includes Qt";
    if (file.path.ends_with(".h") && (target.starts_with("Eigen/") || target.starts_with("unsupported/Eigen/"))) {
        return "no header of the engine includes Eigen";
    }
    if (target.starts_with("ui/") || target.starts_with("app/")) return "the engine includes only the engine";
    if (!kEngine.contains(folder)) return "engine/" + folder + " has no place in the order of the engine's folders";
    if (!target.starts_with("engine/")) return {};
    const std::string other = below(target, "engine");
    if (other == folder || kEngine.at(folder).contains(other)) return {};
    return "engine/" + folder + " may not include engine/" + other;
}

std::string windowBreach(const SourceFile& file, const std::string& target, const std::set<std::string>& qtCore) {
    const std::string folder = below(file.path, "ui");
    const auto place = std::ranges::find(kWindow, folder);
    if (place == kWindow.end()) return "ui/" + folder + " has no place in the order of the window's folders";
    if (target.starts_with("app/")) return "ui includes no app";
    if (kWithoutScreen.contains(folder) && isQt(target) && !isQtCore(target, qtCore) && !kUndo.contains(target)) {
        return "ui/" + folder + " uses QtCore only";
    }
    if (folder != "session" && (target.starts_with("engine/train/") || target.starts_with("engine/decode/"))) {
        return "only ui/session sees engine/train and engine/decode";
    }
    if (!target.starts_with("ui/")) return {};
    const std::string other = below(target, "ui");
    if (std::find(place + 1, kWindow.end(), other) != kWindow.end()) {
        return "ui/" + folder + " may not include ui/" + other;
    }
    // What lies right in ui/views is shared by all views.
    const std::string otherView = below(target, "ui/views");
    if (folder == "views" && !otherView.empty() && otherView != below(file.path, "ui/views")) {
        return "a view may not include another view";
    }
    return {};
}

std::string breach(const SourceFile& file, const std::string& target, const std::set<std::string>& qtCore) {
    if (target.find("..") != std::string::npos) return "includes are written from the root of the repository";
    if (target.starts_with("tests/") && !file.isIn("tests")) return "only tests include tests";
    if (file.isIn("engine")) return engineBreach(file, target);
    if (file.isIn("ui")) return windowBreach(file, target, qtCore);
    if (file.isIn("app/cli") && isQt(target)) return "the command line never includes Qt";
    if (file.isIn("app/cli") && target.starts_with("ui/")) return "the command line includes nothing of the window";
    return {};
}

}  // namespace

std::vector<std::string> brokenIncludeRules(const SourceFile& file, const std::set<std::string>& qtCore) {
    static const std::regex pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"].*");
    std::vector<std::string> broken;
    if (!file.isCode()) return broken;
    const std::vector<std::string> lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_match(lines[i], match, pattern)) continue;
        const std::string why = breach(file, match[1], qtCore);
        if (why.empty()) continue;
        broken.push_back(file.path + ":" + std::to_string(i + 1) + ": " + why + " (" + match[1].str() + ")");
    }
    return broken;
}

}  // namespace attentarium
