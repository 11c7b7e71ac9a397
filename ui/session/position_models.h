#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/io/checkpoint.h"

namespace attentarium {

class Session;

/// Whose positions are looked at: those of the model that is open, or of a bundled one of that kind.
enum class PositionChoice { Own, Sinusoidal, Learned, Rotary, Alibi, None };

inline constexpr std::array<Positions, 5> kPositionKinds{Positions::Sinusoidal, Positions::Learned, Positions::Rotary,
                                                         Positions::Alibi, Positions::None};

/// The bundled model of a kind: none for `Own`.
std::optional<Positions> bundledKind(PositionChoice choice);
PositionChoice choiceOf(Positions kind);
/// Where it lies.
QString positionFolder(Positions kind, Language language);
/// How the model that is open knows where its words stand; none where it reads word by word, or is no model of places.
std::optional<Positions> ownKind(const Checkpoint* checkpoint);

/// The bundled models of positions, opened when they are first asked for. For one thread.
class PositionModels {
  public:
    /// Throws `Error` as `loadCheckpoint`.
    std::shared_ptr<const Checkpoint> open(Positions kind, Language language);

  private:
    std::map<std::pair<Positions, Language>, std::shared_ptr<const Checkpoint>> m_opened;
};

/// A sentence as a model reads it.
struct KnownSentence {
    std::vector<int> ids;
    QStringList words;
    bool isSessions =
        true;  ///< otherwise the one that the program begins with, because the model does not know the words
};

/// `words` where the bundled model knows all of them and they fit; else as many words of the bundled sentence as fit.
/// Throws `Error` with WordUnknown where the model does not even know that.
KnownSentence knownSentence(const Checkpoint& model, const QStringList& words);

}  // namespace attentarium
