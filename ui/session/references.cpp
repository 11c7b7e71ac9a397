#include "ui/session/references.h"

namespace attentarium {

ReferenceKind References::kind() const {
    if (m_kept) return ReferenceKind::KeptRun;
    if (m_other) return ReferenceKind::OtherModel;
    if (m_unchanged) return ReferenceKind::WithoutChanges;
    return m_before ? ReferenceKind::BeforeEdit : ReferenceKind::None;
}

const std::shared_ptr<const Trace>& References::trace() const {
    return m_kept ? m_kept : m_other ? m_other : m_unchanged ? m_unchanged : m_before;
}

void References::adopt(const std::shared_ptr<const Trace>& run, const std::shared_ptr<const Trace>& unchanged,
                       const std::shared_ptr<const Trace>& other, bool edited) {
    m_other = other;
    const std::shared_ptr<const Trace>& plain = unchanged ? unchanged : run;
    if (!m_plain || m_plain->text() != plain->text()) {
        const bool comparable = edited && m_plain && m_plain->tokens().size() == plain->tokens().size() &&
                                m_plain->source().size() == plain->source().size();
        m_before = comparable ? m_plain : nullptr;
    }
    m_plain = plain;
    m_unchanged = unchanged;
}

void References::keep(const std::shared_ptr<const Trace>& run, const QString& text) {
    m_kept = run;
    m_keptText = text;
}

void References::dropKept() {
    m_kept.reset();
    m_keptText.clear();
}

std::span<const float> comparedNumbers(const Trace* reference, const Trace& trace, Var node, Quantity quantity) {
    if (!reference || reference == &trace) return {};
    const std::optional<Var> same = reference->find(trace.name(node));
    if (!same || reference->shape(*same) != trace.shape(node)) return {};
    return quantity == Quantity::Gradient ? reference->gradients(*same) : reference->values(*same);
}

}  // namespace attentarium
