#include "engine/io/json_text.h"

#include <set>
#include <vector>

#include "engine/core/error.h"
#include "engine/io/damage.h"
#include "engine/io/file_error.h"
#include "engine/io/input_file.h"

namespace attentarium {
namespace {

constexpr int kMaximumDepth = 16;

/// Watches the parser: it would keep the last of two equal names and say nothing.
class Strictness {
  public:
    explicit Strictness(const std::string& file) : m_file(file) {}

    bool operator()(int depth, nlohmann::json::parse_event_t event, const nlohmann::json& parsed) {
        using Event = nlohmann::json::parse_event_t;
        if (event == Event::object_start || event == Event::array_start) {
            if (depth >= kMaximumDepth) throwDamaged(m_file, Damage::NestedTooDeeply);
        }
        if (event == Event::object_start) m_names.emplace_back();
        if (event == Event::object_end) m_names.pop_back();
        if (event == Event::key) {
            const auto& name = parsed.get_ref<const std::string&>();
            if (!m_names.back().insert(name).second) throwDamaged(m_file, Damage::DuplicateKey, name);
        }
        return true;
    }

  private:
    const std::string& m_file;
    std::vector<std::set<std::string>> m_names;
};

}  // namespace

nlohmann::json parseJsonObject(std::string_view text, const std::string& file) {
    // The parser takes a null byte for the end of the text, and would not see what follows.
    if (text.find('\0') != std::string_view::npos) throwDamaged(file, Damage::NotJson);
    Strictness strictness(file);
    try {
        nlohmann::json parsed = nlohmann::json::parse(
            text.begin(), text.end(), [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
                return strictness(depth, event, value);
            });
        if (!parsed.is_object()) throwDamaged(file, Damage::NotJson);
        return parsed;
    } catch (const nlohmann::json::parse_error& problem) {
        if (problem.byte > text.size()) throw fileError(ErrorKind::FileTruncated, file);
        throwDamaged(file, Damage::NotJson);
    } catch (const nlohmann::json::exception&) {
        throwDamaged(file, Damage::NotJson);
    }
}

nlohmann::json readJsonFile(const std::filesystem::path& path) {
    InputFile file(path);
    if (file.size() > kMaximumJsonBytes) throwDamaged(file.name(), Damage::JsonTooLong);
    std::string text(static_cast<std::size_t>(file.size()), ' ');
    file.read(std::as_writable_bytes(std::span(text)));
    return parseJsonObject(text, file.name());
}

}  // namespace attentarium
