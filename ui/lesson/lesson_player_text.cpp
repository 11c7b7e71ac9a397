#include "ui/lesson/lesson_player.h"

namespace attentarium {

// What a lesson says now, and what its author has to mend.

const StepText* LessonPlayer::stepText() const {
    if (!currentStep()) return nullptr;
    // A lesson whose text is missing in one language is still readable in the other.
    for (const Language language : {m_language, Language::English, Language::Chinese}) {
        const auto text = m_lesson.texts.find(language);
        if (text == m_lesson.texts.end()) continue;
        const auto step = text->second.steps.constFind(currentStep()->id);
        if (step != text->second.steps.constEnd()) return &*step;
    }
    return nullptr;
}

QString LessonPlayer::lessonTitle() const {
    const auto text = m_lesson.texts.find(m_language);
    return text == m_lesson.texts.end() ? m_lesson.id : text->second.title;
}

LiveText LessonPlayer::live(const std::vector<TextPiece>& pieces) const {
    LiveText all;
    for (const TextPiece& piece : pieces) {
        LivePiece& added = all.emplace_back(LivePiece{piece.markdown, {}});
        if (!piece.figure) continue;
        if (hasTrace()) {
            added.figure = names().figure(*piece.figure);
        } else {
            added.figure.emplace();
            added.figure->kind = piece.figure->kind;
            added.figure->trouble.emplace();
        }
    }
    return all;
}

LiveText LessonPlayer::title() const {
    const StepText* step = stepText();
    return step ? live(step->title) : LiveText();
}

LiveText LessonPlayer::text(TextPart part) const {
    const StepText* step = stepText();
    if (!step || !step->parts.contains(part)) return {};
    return live(step->parts.at(part).pieces);
}

QString LessonPlayer::partTitle(TextPart part) const {
    const StepText* step = stepText();
    return step && step->parts.contains(part) ? step->parts.at(part).title : QString();
}

void LessonPlayer::refreshProblems() {
    m_problems = m_fileProblems;
    m_lacksWords = false;
    const LessonStep* step = currentStep();
    // While a new sentence is on its way, the old one says nothing about the lesson.
    if (!step || !hasTrace() || m_pending) return;
    const auto note = [&](const QString& file, int line, const NoMeaning& trouble) {
        if (!trouble.role.isEmpty()) m_lacksWords = true;
        const LessonProblem problem{file, line, trouble.message};
        if (trouble.message.isEmpty()) return;
        if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end()) m_problems.push_back(problem);
    };
    const LiveNames live = names();
    const auto checkCell = [&](const std::optional<CellExpression>& cell, int line) {
        NoMeaning trouble;
        if (cell) live.place(*cell, trouble);
        note(lessonDataFile(), line, trouble);
    };
    const auto checkStep = [&](const StepName& name, int line) {
        const std::string node = live.node(name.node).toStdString();
        const auto steps = m_session.trace()->steps();
        const bool known = std::any_of(steps.begin(), steps.end(), [&](const Step& one) {
            return one.phase == name.phase && m_session.trace()->name(one.node) == node;
        });
        // A sentence of one word is not followed by a loss and a way back.
        if (known || (name.phase != Phase::Forward && !m_session.trace()->hasBackward())) return;
        note(lessonDataFile(), line, {{}, tr("The model has no step “%1”.").arg(live.node(name.node))});
    };
    for (const auto& showing : {std::optional<Showing>(step->show), step->reveal}) {
        if (!showing) continue;
        if (showing->step) checkStep(*showing->step, showing->line);
        checkCell(showing->select, showing->line);
    }
    if (step->ask) checkCell(step->ask->answer, step->line);
    if (step->until.kind == Condition::Kind::Reached) checkStep(step->until.step, step->line);
    if (step->until.kind == Condition::Kind::Selected) checkCell(step->until.cell, step->line);
    for (const auto& [language, text] : m_lesson.texts) {
        if (!text.steps.contains(step->id)) continue;
        const StepText& written = text.steps[step->id];
        const auto checkText = [&](const std::vector<TextPiece>& pieces) {
            for (const TextPiece& piece : pieces) {
                if (!piece.figure) continue;
                if (const LiveFigure figure = live.figure(*piece.figure); figure.trouble) {
                    note(text.file, figure.line, *figure.trouble);
                }
            }
        };
        checkText(written.title);
        for (const auto& [part, content] : written.parts) checkText(content.pieces);
    }
}

}  // namespace attentarium
