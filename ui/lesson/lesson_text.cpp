#include "ui/lesson/lesson_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace attentarium {
namespace {

struct KindName {
    const char* name;
    Figure::Kind kind;
};
constexpr KindName kKinds[] = {{"value", Figure::Kind::Value},
                               {"percent", Figure::Kind::Percent},
                               {"gradient", Figure::Kind::Gradient},
                               {"word", Figure::Kind::Word},
                               {"number", Figure::Kind::Number}};

struct PartName {
    const char* name;
    TextPart part;
};
constexpr PartName kParts[] = {{"ask", TextPart::Ask},
                               {"right", TextPart::Right},
                               {"wrong", TextPart::Wrong},
                               {"task", TextPart::Task},
                               {"done", TextPart::Done}};

std::optional<Figure> parseFigure(const QString& source, int line) {
    const qsizetype colon = source.indexOf(QLatin1Char(':'));
    if (colon < 0) return std::nullopt;
    const QString kind = source.left(colon).trimmed();
    const QString rest = source.mid(colon + 1).trimmed();
    for (const KindName& known : kKinds) {
        if (kind != QLatin1String(known.name)) continue;
        Figure figure{known.kind, {}, {}, source, line};
        if (known.kind == Figure::Kind::Number) {
            figure.name = rest;
            if (!numberNames().contains(rest)) return std::nullopt;
            return figure;
        }
        if (known.kind == Figure::Kind::Word && !rest.contains(QLatin1Char('['))) {
            const auto index = parseIndex(rest);
            if (!index || index->kind == CellIndex::Kind::Largest) return std::nullopt;
            figure.cell.indices.push_back(*index);
            return figure;
        }
        const auto cell = parseCell(rest);
        if (!cell) return std::nullopt;
        figure.cell = *cell;
        return figure;
    }
    return std::nullopt;
}

/// Markdown reads a line end as a space, but Chinese has none between its words. A figure before or after the text
/// counts as a word of the same language.
QString joinedLines(QString text, bool afterFigure, bool beforeFigure) {
    static const QString script = QStringLiteral("[\\x{2E80}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{FF00}-\\x{FFEF}]");
    static const QRegularExpression between(QStringLiteral("(?<=%1) *\\n *(?=%1)").arg(script));
    static const QRegularExpression atStart(QStringLiteral("^ *\\n *(?=%1)").arg(script));
    static const QRegularExpression atEnd(QStringLiteral("(?<=%1) *\\n *$").arg(script));
    text.remove(between);
    if (afterFigure) text.remove(atStart);
    if (beforeFigure) text.remove(atEnd);
    return text;
}

/// Goes through the file line by line and sorts it into steps and parts.
class Reader {
    Q_DECLARE_TR_FUNCTIONS(attentarium::LessonText)

  public:
    Reader(const QString& file, std::vector<LessonProblem>& problems) : m_problems(problems) { m_text.file = file; }

    LessonText read(const QString& markdown) {
        static const QRegularExpression heading(QStringLiteral("^(#{1,3})\\s+(.*?)\\s*(?:\\{#([a-z0-9-]+)\\})?\\s*$"));
        // A byte order mark, which some editors write, is not part of the first heading.
        QString text = markdown;
        if (text.startsWith(QChar(0xFEFF))) text.remove(0, 1);
        for (QString line : text.split(QLatin1Char('\n'))) {
            ++m_line;
            if (line.endsWith(QLatin1Char('\r'))) line.chop(1);
            const auto match = heading.match(line);
            if (!match.hasMatch()) {
                m_block += line + QLatin1Char('\n');
                continue;
            }
            finishBlock();
            open(static_cast<int>(match.captured(1).size()), match.captured(2), match.captured(3));
            m_blockLine = m_line + 1;
        }
        finishBlock();
        return std::move(m_text);
    }

  private:
    void problem(int line, const QString& message) { m_problems.push_back({m_text.file, line, message}); }

    void open(int level, const QString& title, const QString& id) {
        if (level == 1) {
            m_text.title = title;
            m_step.clear();
            return;
        }
        if (level == 2) {
            openStep(title, id);
            return;
        }
        for (const PartName& known : kParts) {
            if (id != QLatin1String(known.name)) continue;
            if (m_step.isEmpty()) break;
            auto& parts = m_text.steps[m_step].parts;
            if (parts.contains(known.part)) problem(m_line, tr("The part {#%1} stands here twice.").arg(id));
            m_part = known.part;
            parts[m_part].title = title;
            return;
        }
        problem(m_line, tr("A heading with ### ends in one of {#ask}, {#right}, {#wrong}, {#task} and {#done}."));
    }

    void openStep(const QString& title, const QString& id) {
        m_step = id;
        m_part = TextPart::Body;
        if (id.isEmpty()) {
            problem(m_line, tr("A step's heading ends in its id from lesson.json, for example {#scores}."));
            return;
        }
        if (m_text.steps.contains(id)) problem(m_line, tr("The step “%1” stands here twice.").arg(id));
        StepText step;
        step.line = m_line;
        step.title = pieces(title, m_line);
        m_text.steps.insert(id, step);
        m_text.order.append(id);
    }

    void finishBlock() {
        if (!m_step.isEmpty()) {
            m_text.steps[m_step].parts[m_part].pieces = pieces(m_block, m_blockLine);
        } else if (m_text.order.isEmpty() && !m_text.title.isEmpty()) {
            m_text.summary = m_block.simplified();
        }
        m_block.clear();
    }

    std::vector<TextPiece> pieces(const QString& markdown, int firstLine) {
        std::vector<TextPiece> all;
        qsizetype at = 0;
        while (at < markdown.size()) {
            const qsizetype open = markdown.indexOf(QLatin1Char('{'), at);
            if (open < 0) break;
            const int line = firstLine + static_cast<int>(markdown.left(open).count(QLatin1Char('\n')));
            const qsizetype close = markdown.indexOf(QLatin1Char('}'), open);
            if (close < 0) {
                problem(line, tr("This brace is not closed."));
                break;
            }
            const QString source = markdown.mid(open + 1, close - open - 1).simplified();
            const auto figure = parseFigure(source, line);
            if (!figure) problem(line, tr("“{%1}” is not a figure that a lesson can show.").arg(source));
            all.push_back({joinedLines(markdown.mid(at, open - at), !all.empty(), true), figure});
            at = close + 1;
        }
        if (at < markdown.size()) all.push_back({joinedLines(markdown.mid(at), !all.empty(), false), {}});
        return all;
    }

    std::vector<LessonProblem>& m_problems;
    LessonText m_text;
    QString m_step;
    TextPart m_part = TextPart::Body;
    QString m_block;
    int m_blockLine = 1;
    int m_line = 0;
};

}  // namespace

const QStringList& numberNames() {
    static const QStringList names{
        QStringLiteral("words"),      QStringLiteral("layers"),        QStringLiteral("heads"),
        QStringLiteral("width"),      QStringLiteral("head_width"),    QStringLiteral("root_head_width"),
        QStringLiteral("vocabulary"), QStringLiteral("context"),       QStringLiteral("best_head"),
        QStringLiteral("best_block"), QStringLiteral("selected_head"),
    };
    return names;
}

LessonText parseLessonText(const QString& file, const QString& markdown, std::vector<LessonProblem>& problems) {
    return Reader(file, problems).read(markdown);
}

}  // namespace attentarium
