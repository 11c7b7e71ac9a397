#pragma once

#include <QString>
#include <memory>
#include <span>

#include "engine/trace/trace.h"

namespace attentarium {

/// What the run on screen is compared with.
enum class ReferenceKind {
    None,
    WithoutChanges,  ///< the same text, and nothing done to the run
    BeforeEdit,      ///< the sentence before its last edit, where that kept the number of tokens
    KeptRun,         ///< the run that the user chose to compare with
    OtherModel,      ///< the same text and changes in another model
};

/// The runs that the one on screen can be compared with, and which of them holds: a kept one, else that of another
/// model, else that without the changes, else that before the last edit.
class References {
  public:
    ReferenceKind kind() const;
    /// Null for `None`.
    const std::shared_ptr<const Trace>& trace() const;

    /// A new run, and the run of the same text without changes where it had some, and that in another model where there
    /// is one. `edited`: by an edit of the sentence.
    void adopt(const std::shared_ptr<const Trace>& run, const std::shared_ptr<const Trace>& unchanged,
               const std::shared_ptr<const Trace>& other, bool edited);
    void keep(const std::shared_ptr<const Trace>& run, const QString& text);
    void dropKept();
    void dropOther() { m_other.reset(); }
    /// The sentence of the kept run.
    const QString& keptText() const { return m_keptText; }
    /// The model has other numbers now: its old runs stay only where they were kept.
    void forgetRuns() {
        m_plain.reset();
        m_before.reset();
    }
    /// Of another model nothing can be compared.
    void clear() { *this = {}; }

    /// A run without changes, which that of the same text need not make anew; may be null.
    const std::shared_ptr<const Trace>& plain() const { return m_plain; }

  private:
    std::shared_ptr<const Trace> m_plain;      ///< of the sentence on screen, without changes
    std::shared_ptr<const Trace> m_unchanged;  ///< the same, where there are changes
    std::shared_ptr<const Trace> m_before;
    std::shared_ptr<const Trace> m_kept;
    std::shared_ptr<const Trace> m_other;
    QString m_keptText;
};

/// The numbers of `reference` that those of `node` in `trace` are compared with: of the same name and shape. Empty
/// where it has none.
std::span<const float> comparedNumbers(const Trace* reference, const Trace& trace, Var node, Quantity quantity);

}  // namespace attentarium
