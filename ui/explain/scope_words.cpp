#include "ui/explain/scope_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace attentarium {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Entry {
    std::string_view label;
    const char* title;
};

constexpr std::array kScopes{
    Entry{"encoder", QT_TRANSLATE_NOOP("Words", "encoder")},
    Entry{"decoder", QT_TRANSLATE_NOOP("Words", "decoder")},
    Entry{"blocks", QT_TRANSLATE_NOOP("Words", "block %1")},
    Entry{"layers", QT_TRANSLATE_NOOP("Words", "layer %1")},
    Entry{"t", QT_TRANSLATE_NOOP("Words", "time step %1")},
    Entry{"attention", QT_TRANSLATE_NOOP("Words", "attention")},
    Entry{"cross_attention", QT_TRANSLATE_NOOP("Words", "cross-attention")},
    Entry{"masked_token_head", QT_TRANSLATE_NOOP("Words", "masked-word head")},
    Entry{"alignment", QT_TRANSLATE_NOOP("Words", "alignment")},
    Entry{"backward", QT_TRANSLATE_NOOP("Words", "from the end to the beginning")},
    Entry{"bridge", QT_TRANSLATE_NOOP("Words", "bridge from encoder to decoder %1")},
    Entry{"feed_forward", QT_TRANSLATE_NOOP("Words", "feed-forward")},
};

// What normalises, by which op does it and on which side of its part of a block it stands.
const std::array<std::array<const char*, 3>, 4> kNorms{{
    {QT_TRANSLATE_NOOP("Words", "LayerNorm before attention"),
     QT_TRANSLATE_NOOP("Words", "LayerNorm before cross-attention"),
     QT_TRANSLATE_NOOP("Words", "LayerNorm before feed-forward")},
    {QT_TRANSLATE_NOOP("Words", "LayerNorm after attention"),
     QT_TRANSLATE_NOOP("Words", "LayerNorm after cross-attention"),
     QT_TRANSLATE_NOOP("Words", "LayerNorm after feed-forward")},
    {QT_TRANSLATE_NOOP("Words", "RMSNorm before attention"),
     QT_TRANSLATE_NOOP("Words", "RMSNorm before cross-attention"),
     QT_TRANSLATE_NOOP("Words", "RMSNorm before feed-forward")},
    {QT_TRANSLATE_NOOP("Words", "RMSNorm after attention"), QT_TRANSLATE_NOOP("Words", "RMSNorm after cross-attention"),
     QT_TRANSLATE_NOOP("Words", "RMSNorm after feed-forward")},
}};
constexpr std::array<std::string_view, 3> kNormed{"attention_norm", "cross_attention_norm", "feed_forward_norm"};

/// The value that a parameter computes first, or the value itself.
Var valueOf(const Trace& trace, Var node) {
    if (!trace.isParameter(node)) return node;
    const std::vector<Var> users = trace.users(node);
    return users.empty() ? node : users.front();
}

QString normTitle(const Trace& trace, Var node, std::size_t which) {
    const Var value = valueOf(trace, node);
    const bool rms = trace.op(value) == "rms_norm";
    // It stands behind its part when it normalises a sum that the part is in.
    bool after = false;
    if (!trace.inputs(value).empty()) {
        const Site site = trace.site(trace.inputs(value)[0]);
        constexpr std::array kSums{Site::AttentionResidual, Site::CrossResidual, Site::FeedForwardResidual};
        after = site == kSums[which];
        // The sum of the block before it ends in the same site.
        const std::string& name = trace.name(trace.inputs(value)[0]);
        const std::string& own = trace.name(value);
        after = after && own.compare(0, name.rfind('.') + 1, name, 0, name.rfind('.') + 1) == 0;
    }
    return Words::tr(kNorms[(rms ? 2U : 0U) + (after ? 1U : 0U)][which]);
}

}  // namespace

std::vector<ScopeName> scopeNamesOf(const Trace& trace, Var node) {
    std::vector<ScopeName> scopes;
    const std::string& name = trace.name(node);
    std::size_t begin = 0;
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', begin)) {
        const std::string part = name.substr(begin, dot - begin);
        begin = dot + 1;
        const bool isNumber = !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
        if (isNumber && !scopes.empty()) {
            scopes.back().number = std::stoi(part);
        } else {
            scopes.push_back({part, std::nullopt});
        }
    }
    // A parameter's last scope but its own is the module that owns it: `query` of `attention.query.weight`.
    return scopes;
}

QString scopeTitle(const ScopeName& scope) {
    const auto found = std::ranges::find(kScopes, scope.label, &Entry::label);
    if (found == kScopes.end()) return {};
    const QString title = Words::tr(found->title);
    return scope.number ? title.arg(*scope.number + 1) : title;
}

QStringList scopesOf(const Trace& trace, Var node) {
    QStringList titles;
    for (const ScopeName& scope : scopeNamesOf(trace, node)) {
        const auto norm = std::ranges::find(kNormed, scope.label);
        const QString title = norm == kNormed.end()
                                  ? scopeTitle(scope)
                                  : normTitle(trace, node, static_cast<std::size_t>(norm - kNormed.begin()));
        if (!title.isEmpty()) titles.append(title);
    }
    return titles;
}

}  // namespace attentarium
