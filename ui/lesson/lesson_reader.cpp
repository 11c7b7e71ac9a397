#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include "ui/lesson/json_lines.h"
#include "ui/lesson/lesson.h"

namespace attentarium {
namespace {

constexpr Language kLanguages[] = {Language::English, Language::Chinese};

QString codeOf(Language language) {
    const std::string_view name = languageName(language);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QString below(const QString& path, const QString& name) {
    return path.isEmpty() ? name : path + QLatin1Char('/') + name;
}

/// Turns the JSON into values and says, with the line, what does not belong.
class Reader {
    Q_DECLARE_TR_FUNCTIONS(attentarium::Lesson)

  public:
    Reader(const QString& folder, std::vector<LessonProblem>& problems) : m_problems(problems) {
        m_lesson.folder = folder;
    }

    Lesson read() {
        if (const auto json = contents(lessonDataFile())) readData(*json);
        for (const Language language : kLanguages) {
            const QString file = lessonTextFile(language);
            const auto bytes = contents(file);
            if (!bytes) continue;
            QStringDecoder decode(QStringDecoder::Utf8);
            const QString text = decode(*bytes);
            if (decode.hasError()) problem(file, 0, tr("This file is not UTF-8."));
            m_lesson.texts[language] = parseLessonText(file, text, m_problems);
        }
        for (const auto& [language, text] : m_lesson.texts) checkText(text);
        return std::move(m_lesson);
    }

  private:
    void problem(const QString& file, int line, const QString& message) { m_problems.push_back({file, line, message}); }
    void dataProblem(const QString& path, const QString& message) {
        problem(lessonDataFile(), m_lines->line(path), message);
    }

    std::optional<QByteArray> contents(const QString& name) {
        QFile file(QDir(m_lesson.folder).filePath(name));
        if (file.open(QIODevice::ReadOnly)) return file.readAll();
        problem(name, 0, tr("This file is missing or cannot be read."));
        return std::nullopt;
    }

    void readData(const QByteArray& json) {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError || !document.isObject()) {
            const int line = static_cast<int>(json.left(error.offset).count('\n')) + 1;
            problem(lessonDataFile(), line, tr("This is not JSON: %1.").arg(error.errorString()));
            return;
        }
        m_lines.emplace(json);
        for (const auto& [key, line] : m_lines->repeated()) {
            problem(lessonDataFile(), line, tr("The key “%1” stands here twice.").arg(key));
        }
        const QJsonObject root = document.object();
        keys(root, {}, {"id", "sentences", "groups", "best_head", "steps"});
        m_lesson.id = string(root, {}, QStringLiteral("id"));
        readSentences(root.value(QStringLiteral("sentences")).toObject());
        readGroups(root.value(QStringLiteral("groups")).toObject());
        const QJsonObject best = root.value(QStringLiteral("best_head")).toObject();
        keys(best, QStringLiteral("best_head"), {"from", "to"});
        m_lesson.bestFrom = role(best, QStringLiteral("best_head"), QStringLiteral("from"));
        m_lesson.bestTo = role(best, QStringLiteral("best_head"), QStringLiteral("to"));
        const QJsonArray steps = root.value(QStringLiteral("steps")).toArray();
        if (steps.isEmpty()) dataProblem(QStringLiteral("steps"), tr("A lesson needs steps."));
        for (qsizetype i = 0; i < steps.size(); ++i) {
            readStep(steps[i].toObject(), QStringLiteral("steps/%1").arg(i));
        }
    }

    void keys(const QJsonObject& object, const QString& path, std::initializer_list<const char*> known) {
        for (const QString& key : object.keys()) {
            const auto same = [&](const char* name) { return key == QLatin1String(name); };
            if (std::any_of(known.begin(), known.end(), same)) continue;
            dataProblem(below(path, key), tr("“%1” is not known here.").arg(key));
        }
    }

    QString string(const QJsonObject& object, const QString& path, const QString& key) {
        const QString text = object.value(key).toString();
        if (text.isEmpty()) dataProblem(below(path, key), tr("“%1” is missing or is no text.").arg(key));
        return text;
    }

    bool knowsRole(const QString& name) const {
        return std::all_of(m_lesson.sentences.begin(), m_lesson.sentences.end(),
                           [&](const auto& entry) { return entry.second.words.contains(name); });
    }

    QString role(const QJsonObject& object, const QString& path, const QString& key) {
        const QString name = string(object, path, key);
        if (!name.isEmpty() && !knowsRole(name)) dataProblem(below(path, key), unknownRole(name));
        return name;
    }

    static QString unknownRole(const QString& name) {
        return tr("No word has the role “%1” in the sentences of every language.").arg(name);
    }

    void readSentences(const QJsonObject& object) {
        keys(object, QStringLiteral("sentences"), {"en", "zh"});
        for (const Language language : kLanguages) {
            const QString code = codeOf(language);
            const QString path = QStringLiteral("sentences/") + code;
            const QJsonObject one = object.value(code).toObject();
            keys(one, path, {"text", "words"});
            LessonSentence& sentence = m_lesson.sentences[language];
            sentence.text = string(one, path, QStringLiteral("text"));
            const QJsonObject words = one.value(QStringLiteral("words")).toObject();
            for (const QString& name : words.keys()) {
                for (const QJsonValue word : words.value(name).toArray()) sentence.words[name].append(word.toString());
                if (!sentence.words.contains(name)) {
                    dataProblem(path + QStringLiteral("/words/") + name, tr("“%1” needs words.").arg(name));
                }
            }
        }
    }

    void readGroups(const QJsonObject& object) {
        for (const QString& name : object.keys()) {
            for (const QJsonValue member : object.value(name).toArray()) {
                m_lesson.groups[name].append(member.toString());
                if (knowsRole(member.toString())) continue;
                dataProblem(QStringLiteral("groups/") + name, unknownRole(member.toString()));
            }
        }
    }

    void readStep(const QJsonObject& object, const QString& path) {
        keys(object, path, {"id", "show", "ask", "reveal", "until"});
        LessonStep step;
        step.line = m_lines->line(path);
        step.id = string(object, path, QStringLiteral("id"));
        for (const LessonStep& before : m_lesson.steps) {
            if (before.id != step.id || step.id.isEmpty()) continue;
            dataProblem(below(path, QStringLiteral("id")), tr("Two steps have the id “%1”.").arg(step.id));
        }
        step.show = showing(object, path, QStringLiteral("show"));
        if (object.contains(QStringLiteral("ask"))) {
            const QString asked = below(path, QStringLiteral("ask"));
            const QJsonObject ask = object.value(QStringLiteral("ask")).toObject();
            keys(ask, asked, {"among", "answer"});
            step.ask.emplace();
            step.ask->among = string(ask, asked, QStringLiteral("among"));
            if (!m_lesson.groups.contains(step.ask->among)) {
                dataProblem(below(asked, QStringLiteral("among")), unknownGroup(step.ask->among));
            }
            step.ask->answer = cell(ask, asked, QStringLiteral("answer")).value_or(CellExpression{});
        }
        if (object.contains(QStringLiteral("reveal"))) step.reveal = showing(object, path, QStringLiteral("reveal"));
        if (object.contains(QStringLiteral("until"))) step.until = condition(object, path);
        const bool answers = step.until.kind == Condition::Kind::Answered;
        if (answers != step.ask.has_value()) {
            dataProblem(path, tr("“ask” and “until”: {\"answered\": true} belong together."));
        }
        m_lesson.steps.push_back(step);
    }

    Showing showing(const QJsonObject& parent, const QString& parentPath, const QString& key) {
        const QString path = below(parentPath, key);
        const QJsonObject object = parent.value(key).toObject();
        keys(object, path, {"sentence", "step", "select", "quantity", "head", "token"});
        Showing showing;
        showing.line = m_lines->line(path);
        showing.sentence = object.value(QStringLiteral("sentence")).toBool();
        if (object.contains(QStringLiteral("step"))) showing.step = stepName(object, path, QStringLiteral("step"));
        if (object.contains(QStringLiteral("select"))) showing.select = cell(object, path, QStringLiteral("select"));
        showing.quantity = quantity(object, path);
        showing.head = index(object, path, QStringLiteral("head"));
        showing.token = index(object, path, QStringLiteral("token"));
        return showing;
    }

    Condition condition(const QJsonObject& step, const QString& stepPath) {
        const QString path = below(stepPath, QStringLiteral("until"));
        const QJsonObject object = step.value(QStringLiteral("until")).toObject();
        keys(object, path, {"answered", "reach", "select", "quantity", "change", "head"});
        Condition until;
        int kinds = 0;
        const auto says = [&](const char* key, Condition::Kind kind) {
            if (!object.contains(QLatin1String(key))) return false;
            until.kind = kind;
            ++kinds;
            return true;
        };
        says("answered", Condition::Kind::Answered);
        if (says("reach", Condition::Kind::Reached)) until.step = stepName(object, path, QStringLiteral("reach"));
        if (says("select", Condition::Kind::Selected)) {
            until.cell = cell(object, path, QStringLiteral("select")).value_or(CellExpression{});
            until.quantity = quantity(object, path);
        }
        if (says("change", Condition::Kind::Changed)) until.role = role(object, path, QStringLiteral("change"));
        if (says("head", Condition::Kind::OtherHead) &&
            object.value(QStringLiteral("head")).toString() != QLatin1String("other")) {
            dataProblem(below(path, QStringLiteral("head")), tr("Here only “other” is possible."));
        }
        if (kinds != 1) {
            dataProblem(path, tr("“until” needs one of “answered”, “reach”, “select”, “change” and “head”."));
        }
        return until;
    }

    Quantity quantity(const QJsonObject& object, const QString& path) {
        if (!object.contains(QStringLiteral("quantity"))) return Quantity::Value;
        const QString name = object.value(QStringLiteral("quantity")).toString();
        if (name == QLatin1String("gradient")) return Quantity::Gradient;
        if (name != QLatin1String("value")) {
            dataProblem(below(path, QStringLiteral("quantity")), tr("Here “value” or “gradient” is possible."));
        }
        return Quantity::Value;
    }

    StepName stepName(const QJsonObject& object, const QString& path, const QString& key) {
        const QStringList parts = object.value(key).toString().simplified().split(QLatin1Char(' '));
        const QStringList phases{QStringLiteral("forward"), QStringLiteral("loss"), QStringLiteral("backward"),
                                 QStringLiteral("update")};
        const qsizetype phase = phases.indexOf(parts.first());
        if (parts.size() == 2 && phase >= 0) return {static_cast<Phase>(phase), parts[1]};
        dataProblem(below(path, key),
                    tr("A step is a phase and a name, such as “forward blocks.0.attention.weights”."));
        return {};
    }

    std::optional<CellIndex> index(const QJsonObject& object, const QString& path, const QString& key) {
        if (!object.contains(key)) return std::nullopt;
        const auto parsed = parseIndex(object.value(key).toString());
        if (!parsed) {
            dataProblem(below(path, key), tr("“%1” is no place in a tensor.").arg(object.value(key).toString()));
        } else if (const QString wrong = unknownName(*parsed); !wrong.isEmpty()) {
            dataProblem(below(path, key), wrong);
        }
        return parsed;
    }

    std::optional<CellExpression> cell(const QJsonObject& object, const QString& path, const QString& key) {
        const auto parsed = parseCell(object.value(key).toString());
        if (!parsed) {
            dataProblem(below(path, key), tr("“%1” is no cell of a tensor.").arg(object.value(key).toString()));
            return parsed;
        }
        for (const CellIndex& index : parsed->indices) {
            if (const QString wrong = unknownName(index); !wrong.isEmpty()) dataProblem(below(path, key), wrong);
        }
        return parsed;
    }

    static QString unknownGroup(const QString& name) { return tr("There is no group “%1”.").arg(name); }

    /// What is wrong with the name in an index; empty when nothing is.
    QString unknownName(const CellIndex& index) const {
        if (index.kind == CellIndex::Kind::Role && !knowsRole(index.name)) return unknownRole(index.name);
        const bool group = index.kind == CellIndex::Kind::Largest && !index.name.isEmpty();
        return group && !m_lesson.groups.contains(index.name) ? unknownGroup(index.name) : QString();
    }

    void checkText(const LessonText& text) {
        for (const LessonStep& step : m_lesson.steps) {
            if (!text.steps.contains(step.id)) {
                problem(text.file, 0, tr("The step “%1” of lesson.json has no text here.").arg(step.id));
                continue;
            }
            checkParts(text, step);
        }
        for (const QString& id : text.order) {
            const StepText& written = text.steps[id];
            const auto same = [&](const LessonStep& step) { return step.id == id; };
            if (std::none_of(m_lesson.steps.begin(), m_lesson.steps.end(), same)) {
                problem(text.file, written.line, tr("lesson.json has no step “%1”.").arg(id));
            }
            checkNames(text.file, written.title);
            for (const auto& [part, content] : written.parts) checkNames(text.file, content.pieces);
        }
    }

    void checkParts(const LessonText& text, const LessonStep& step) {
        const StepText& written = text.steps[step.id];
        const auto need = [&](TextPart part, const char* name) {
            if (written.parts.contains(part)) return;
            problem(text.file, written.line, tr("The step “%1” needs a part {#%2}.").arg(step.id, QLatin1String(name)));
        };
        if (step.until.kind != Condition::Kind::Nothing && !step.ask) need(TextPart::Task, "task");
        if (!step.ask) return;
        need(TextPart::Ask, "ask");
        need(TextPart::Right, "right");
        need(TextPart::Wrong, "wrong");
    }

    void checkNames(const QString& file, const std::vector<TextPiece>& pieces) {
        for (const TextPiece& piece : pieces) {
            if (!piece.figure) continue;
            for (const CellIndex& index : piece.figure->cell.indices) {
                if (const QString wrong = unknownName(index); !wrong.isEmpty()) {
                    problem(file, piece.figure->line, wrong);
                }
            }
        }
    }

    std::vector<LessonProblem>& m_problems;
    Lesson m_lesson;
    std::optional<JsonLines> m_lines;
};

}  // namespace

const QString& lessonDataFile() {
    static const QString name = QStringLiteral("lesson.json");
    return name;
}

QString lessonTextFile(Language language) {
    return language == Language::Chinese ? QStringLiteral("zh_CN.md") : QStringLiteral("en.md");
}

Lesson readLesson(const QString& folder, std::vector<LessonProblem>& problems) {
    return Reader(folder, problems).read();
}

}  // namespace attentarium
