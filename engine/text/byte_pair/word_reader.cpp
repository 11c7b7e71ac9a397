#include "engine/text/byte_pair/word_reader.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "engine/core/error.h"
#include "engine/text/utf8.h"

namespace attentarium {
namespace {

// GPT-2's own, with Unicode's white space spelled out: PCRE2 counts U+180E as such, Unicode does not any more.
constexpr std::string_view kPattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\t-\r\x{85}\p{Z}\p{L}\p{N}]+)"
                                      R"(|[\t-\r\x{85}\p{Z}]+(?![^\t-\r\x{85}\p{Z}])|[\t-\r\x{85}\p{Z}]+)";

const pcre2_code* pattern() {
    static pcre2_code* const compiled = [] {
        int error = 0;
        std::size_t place = 0;
        pcre2_code* const code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(kPattern.data()), kPattern.size(),
                                               PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED, &error, &place, nullptr);
        expects(code != nullptr, "[word reader] the pattern does not compile");
        // Where code must not be made at run time, the pattern is interpreted: slower, with the same words.
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
        return code;
    }();
    return compiled;
}

std::size_t wellFormedLength(std::string_view text) {
    return firstBadByte(text).value_or(text.size());
}

}  // namespace

struct WordReader::Matching {
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    ~Matching() { pcre2_match_data_free(data); }
};

WordReader::WordReader(std::string_view text) : m_matching(std::make_unique<Matching>()) {
    restart(text);
}

WordReader::~WordReader() = default;

void WordReader::restart(std::string_view text) {
    m_rest = text;
    m_wellFormed = wellFormedLength(text);
}

std::string_view WordReader::next() {
    if (m_rest.empty()) return {};
    std::size_t length = 1;
    if (m_wellFormed > 0) {
        // Nothing in the pattern looks back, so what is left is a text of its own.
        const int found = pcre2_match(pattern(), reinterpret_cast<PCRE2_SPTR>(m_rest.data()), m_wellFormed, 0,
                                      PCRE2_NO_UTF_CHECK, m_matching->data, nullptr);
        expects(found > 0, "[word reader] every text begins with a word");
        length = pcre2_get_ovector_pointer(m_matching->data)[1];
    }
    const std::string_view word = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    if (m_wellFormed > 0) {
        m_wellFormed -= length;
    } else {
        m_wellFormed = wellFormedLength(m_rest);
    }
    return word;
}

}  // namespace attentarium
