#include "tests/lessons/learner.h"

namespace attentarium {
namespace {

constexpr TextPart kParts[] = {TextPart::Body,  TextPart::Ask,  TextPart::Right,
                               TextPart::Wrong, TextPart::Task, TextPart::Done};

LiveNames namesOf(const LessonPlayer& player, const Session& session) {
    return {player.lesson(), session, player.bestHead()};
}

}  // namespace

void doTask(LessonPlayer& player, const WorldSession& world) {
    Session& session = *world.session;
    const Condition until = player.currentStep()->until;
    switch (until.kind) {
        case Condition::Kind::Nothing:
            break;
        case Condition::Kind::Answered:
            if (!player.options().empty()) player.answer(player.options().front().role);
            break;
        case Condition::Kind::Reached:
            for (int i = 0; i < session.stepCount() && !player.isDone(); ++i) session.stepForward();
            break;
        case Condition::Kind::Selected: {
            NoMeaning trouble;
            const auto place = namesOf(player, session).place(until.cell, trouble);
            if (place && place->cell) session.selectCell(place->node, until.quantity, *place->cell);
            break;
        }
        case Condition::Kind::Changed: {
            const auto position = namesOf(player, session).positionOf(until.role);
            const auto& words = player.lesson().sentences.at(session.checkpoint()->language).words;
            if (position) session.replaceWords(*position, 1, words.value(until.role).value(1));
            break;
        }
        case Condition::Kind::OtherHead:
            session.selectHead(player.bestHead().head == 0 ? 1 : 0);
            break;
    }
    world.settle();
}

QString plain(const LiveText& text) {
    QString all;
    for (const LivePiece& piece : text) {
        all += piece.markdown;
        if (!piece.figure) continue;
        const LiveFigure& figure = *piece.figure;
        all += figure.kind == Figure::Kind::Word ? figure.word : QString::number(figure.value);
    }
    return all;
}

QString faults(const LessonPlayer& player) {
    QString all;
    for (const LessonProblem& problem : player.problems()) all += problem.text() + QLatin1Char('\n');
    const auto check = [&](const LiveText& text) {
        for (const LivePiece& piece : text) {
            if (!piece.figure) continue;
            const LiveFigure& figure = *piece.figure;
            const bool empty = figure.kind == Figure::Kind::Word && figure.word.isEmpty();
            if (figure.trouble || empty) all += QStringLiteral("no value: %1\n").arg(figure.source);
        }
    };
    check(player.title());
    for (const TextPart part : kParts) check(player.text(part));
    return all;
}

}  // namespace attentarium
