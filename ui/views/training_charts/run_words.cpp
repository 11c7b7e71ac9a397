#include "ui/views/training_charts/run_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <array>

#include "engine/models/model_config_fields.h"
#include "ui/explain/field_words.h"
#include "ui/explain/scope_words.h"

namespace attentarium {
namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

struct Entry {
    std::string_view name;
    const char* title;
};

constexpr std::array kKnowledge{
    Entry{"facts", QT_TRANSLATE_NOOP("RunWords", "facts")},
    Entry{"agreement", QT_TRANSLATE_NOOP("RunWords", "agreement")},
    Entry{"coreference", QT_TRANSLATE_NOOP("RunWords", "who is meant")},
    Entry{"word-meaning", QT_TRANSLATE_NOOP("RunWords", "word meaning")},
    Entry{"sentiment", QT_TRANSLATE_NOOP("RunWords", "feeling")},
    Entry{"reasoning", QT_TRANSLATE_NOOP("RunWords", "reasoning")},
    Entry{"arithmetic", QT_TRANSLATE_NOOP("RunWords", "arithmetic")},
};

// What stands outside of the blocks; the words for those are of the scopes.
constexpr std::array kLayers{
    Entry{"token_embedding", QT_TRANSLATE_NOOP("RunWords", "token embedding")},
    Entry{"position_embedding", QT_TRANSLATE_NOOP("RunWords", "position embedding")},
    Entry{"segment_embedding", QT_TRANSLATE_NOOP("RunWords", "segment embedding")},
    Entry{"output_embedding", QT_TRANSLATE_NOOP("RunWords", "output embedding")},
    Entry{"embedding_norm", QT_TRANSLATE_NOOP("RunWords", "norm of the embedding")},
    Entry{"final_norm", QT_TRANSLATE_NOOP("RunWords", "final norm")},
    Entry{"hidden", QT_TRANSLATE_NOOP("RunWords", "hidden layer")},
    Entry{"pooler", QT_TRANSLATE_NOOP("RunWords", "pooler")},
    Entry{"classifier", QT_TRANSLATE_NOOP("RunWords", "classifier")},
    Entry{"unembedding", QT_TRANSLATE_NOOP("RunWords", "unembedding")},
};

constexpr std::array kMeasures{
    Entry{"held_out_loss", QT_TRANSLATE_NOOP("RunWords", "held-out loss")},
    Entry{"train_loss", QT_TRANSLATE_NOOP("RunWords", "training loss")},
    Entry{"accuracy", QT_TRANSLATE_NOOP("RunWords", "accuracy")},
    Entry{"exact_match", QT_TRANSLATE_NOOP("RunWords", "exact match")},
};

constexpr std::array kFields{
    Entry{"family", QT_TRANSLATE_NOOP("RunWords", "family")},
    Entry{"layers", QT_TRANSLATE_NOOP("RunWords", "layers")},
    Entry{"heads", QT_TRANSLATE_NOOP("RunWords", "heads")},
    Entry{"width", QT_TRANSLATE_NOOP("RunWords", "width")},
    Entry{"context", QT_TRANSLATE_NOOP("RunWords", "context")},
    Entry{"hidden", QT_TRANSLATE_NOOP("RunWords", "hidden units")},
    Entry{"batch", QT_TRANSLATE_NOOP("RunWords", "batch")},
    Entry{"steps", QT_TRANSLATE_NOOP("RunWords", "steps")},
    Entry{"warmup", QT_TRANSLATE_NOOP("RunWords", "warm-up")},
    Entry{"peak_rate", QT_TRANSLATE_NOOP("RunWords", "learning rate")},
    Entry{"final_rate", QT_TRANSLATE_NOOP("RunWords", "final rate")},
    Entry{"optimizer", QT_TRANSLATE_NOOP("RunWords", "optimizer")},
    Entry{"weight_decay", QT_TRANSLATE_NOOP("RunWords", "weight decay")},
    Entry{"l1", QT_TRANSLATE_NOOP("RunWords", "L1")},
    Entry{"l2", QT_TRANSLATE_NOOP("RunWords", "L2")},
    Entry{"dropout", QT_TRANSLATE_NOOP("RunWords", "dropout")},
    Entry{"label_smoothing", QT_TRANSLATE_NOOP("RunWords", "label smoothing")},
    Entry{"clip", QT_TRANSLATE_NOOP("RunWords", "clipping at")},
    Entry{"seed", QT_TRANSLATE_NOOP("RunWords", "seed")},
};

template <typename Entries>
QString titleIn(const Entries& entries, std::string_view name) {
    const auto found = std::ranges::find(entries, name, &Entry::name);
    if (found != entries.end()) return RunWords::tr(found->title);
    QString plain = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return plain.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
}

template <typename Value>
QString valueText(const Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
        //: whether a choice of a run is made
        return value ? RunWords::tr("yes") : RunWords::tr("no");
    } else if constexpr (std::is_enum_v<Value>) {
        const std::string_view name = nameOf(value);
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    } else if constexpr (std::is_floating_point_v<Value>) {
        return QString::number(value, 'g', 3);
    } else {
        return QString::number(value);
    }
}

using NamedValues = std::vector<std::pair<std::string_view, QString>>;

NamedValues valuesOf(const RunSetup& setup) {
    NamedValues values{{"family", valueText(setup.model.family)}};
    const auto add = [&](const auto& field, const auto& value) { values.emplace_back(field.name, valueText(value)); };
    // The vocabulary is that of what is learned, and known only later.
    forEachField(setup.model, [&](const ConfigField& field, const auto& value) {
        if (field.families.contains(setup.model.family) && field.name != "vocabulary") add(field, value);
    });
    forEachField(setup.settings, add);
    values.emplace_back("seed", valueText(setup.settings.seed));
    const std::string_view learned = setup.task ? nameOf(setup.task->task) : std::string_view(setup.corpus.corpus);
    const bool isTask = setup.task.has_value();
    const QString named = QFileInfo(QString::fromUtf8(learned)).fileName();
    values.emplace_back("corpus", isTask ? choiceLabel("task", learned) : named);
    if (!isTask) {
        values.emplace_back("language", choiceLabel("language", languageName(setup.corpus.language)));
        values.emplace_back("tokenizer", choiceLabel("tokenizer", tokenizerKindName(setup.corpus.tokenizer)));
    }
    return values;
}

}  // namespace

QString layerTitle(std::string_view layer) {
    QStringList parts;
    std::size_t begin = 0;
    const std::string name(layer);
    while (begin < name.size()) {
        std::size_t end = std::min(name.find('.', begin), name.size());
        ScopeName scope{name.substr(begin, end - begin), std::nullopt};
        const std::size_t next = std::min(name.find('.', end + 1), name.size());
        const QString number =
            end < name.size() ? QString::fromStdString(name.substr(end + 1, next - end - 1)) : QString();
        bool isNumber = false;
        const int value = number.toInt(&isNumber);
        if (isNumber) {
            scope.number = value;
            end = next;
        }
        QString title = scopeTitle(scope);
        if (title.isEmpty()) title = titleIn(kLayers, scope.label);
        parts.append(title);
        begin = end + 1;
    }
    return parts.join(QStringLiteral(" › "));
}

QString knowledgeTitle(std::string_view kind) {
    return titleIn(kKnowledge, kind);
}

QString measureTitle(std::string_view measure) {
    return titleIn(kMeasures, measure);
}

QString fieldTitle(std::string_view field) {
    if (field == "corpus" || field == "language" || field == "tokenizer") return labelOf(field);
    return titleIn(kFields, field);
}

QString changeText(const SettingsChange& change) {
    return QStringLiteral("%1 %2 → %3")
        .arg(fieldTitle(change.setting), valueText(change.before), valueText(change.after));
}

QString differenceText(const RunSetup& setup, const RunSetup& other) {
    const NamedValues ones = valuesOf(setup), others = valuesOf(other);
    QStringList parts;
    for (const auto& [name, value] : ones) {
        const auto found = std::ranges::find(others, name, &NamedValues::value_type::first);
        if (found == others.end() || found->second == value) continue;
        //: a setting of one run and, in brackets, of the other: "dropout 0.1 (instead of 0)"
        parts.append(RunWords::tr("%1 %2 (instead of %3)").arg(fieldTitle(name), value, found->second));
    }
    return parts.join(RunWords::tr(", "));
}

}  // namespace attentarium
