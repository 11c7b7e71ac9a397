#include "ui/session/position_models.h"

#include <filesystem>

#include "ui/session/resources.h"
#include "ui/session/token_spelling.h"

namespace attentarium {

std::optional<Positions> bundledKind(PositionChoice choice) {
    switch (choice) {
        case PositionChoice::Own:
            return std::nullopt;
        case PositionChoice::Sinusoidal:
            return Positions::Sinusoidal;
        case PositionChoice::Learned:
            return Positions::Learned;
        case PositionChoice::Rotary:
            return Positions::Rotary;
        case PositionChoice::Alibi:
            return Positions::Alibi;
        case PositionChoice::None:
            return Positions::None;
    }
    return std::nullopt;
}

PositionChoice choiceOf(Positions kind) {
    switch (kind) {
        case Positions::Sinusoidal:
            return PositionChoice::Sinusoidal;
        case Positions::Learned:
            return PositionChoice::Learned;
        case Positions::Rotary:
            return PositionChoice::Rotary;
        case Positions::Alibi:
            return PositionChoice::Alibi;
        case Positions::None:
            return PositionChoice::None;
    }
    return PositionChoice::None;
}

QString positionFolder(Positions kind, Language language) {
    const std::string_view name = kPositionsNames[static_cast<std::size_t>(kind)];
    return resourceFolder(QStringLiteral("checkpoints")) +
           QStringLiteral("/positions-%1-%2")
               .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                    language == Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"));
}

std::optional<Positions> ownKind(const Checkpoint* checkpoint) {
    if (!checkpoint) return std::nullopt;
    const ModelConfig& config = checkpoint->model->config();
    const bool isTransformer =
        config.family == Family::Gpt || config.family == Family::Bert || config.family == Family::Transformer;
    return isTransformer ? std::optional(config.positions) : std::nullopt;
}

std::shared_ptr<const Checkpoint> PositionModels::open(Positions kind, Language language) {
    std::shared_ptr<const Checkpoint>& opened = m_opened[{kind, language}];
    if (!opened) {
        const std::filesystem::path folder(positionFolder(kind, language).toStdString());
        opened = std::make_shared<const Checkpoint>(loadCheckpoint(folder));
    }
    return opened;
}

KnownSentence knownSentence(const Checkpoint& model, const QStringList& words) {
    const Vocabulary& vocabulary = model.tokenizer->vocabulary();
    const auto most = static_cast<std::size_t>(model.model->config().context);
    KnownSentence sentence{{}, words, true};
    for (const QString& word : words) {
        const std::optional<int> id = vocabulary.find(unspelledToken(word));
        if (!id) break;
        sentence.ids.push_back(*id);
    }
    if (!words.isEmpty() && sentence.ids.size() == static_cast<std::size_t>(words.size()) &&
        sentence.ids.size() <= most) {
        return sentence;
    }
    sentence = {model.tokenizer->encode(bundledSentence(model.language).toStdString()), {}, false};
    if (sentence.ids.size() > most) sentence.ids.resize(most);
    for (const int id : sentence.ids) {
        sentence.words.append(spelledToken(vocabulary.tokens()[static_cast<std::size_t>(id)]));
    }
    return sentence;
}

}  // namespace attentarium
