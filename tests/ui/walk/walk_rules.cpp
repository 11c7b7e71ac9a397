#include "tests/ui/walk/walk_rules.h"

#include <QMutex>

namespace attentarium::test {
namespace {

/// What the test itself or the platform without a screen is warned of.
const char* const kKnown[] = {"This plugin does not support",
                              "not accepted by receiving widget",
                              "Mouse event occurs outside",
                              "propagateSizeHints",
                              "Mouse event \"",
                              "XDG_RUNTIME_DIR"};

QMutex heardMutex;
QStringList heard;
QtMessageHandler before = nullptr;

void hear(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    for (const char* known : kKnown) {
        if (message.contains(QLatin1String(known))) return;
    }
    {
        const QMutexLocker lock(&heardMutex);
        if (type != QtDebugMsg && type != QtInfoMsg) heard.append(message);
    }
    if (type == QtFatalMsg && before) before(type, context, message);
}

QString brokenSelection(const Session& session) {
    const Selection& chosen = session.selection();
    if (!session.trace()) return chosen.node ? QStringLiteral("a tensor is chosen where there is none") : QString();
    const Trace& trace = *session.trace();
    const auto within = [](int place, std::size_t count) {
        return place >= 0 && place < std::max(1, static_cast<int>(count));
    };
    if (!within(chosen.token, trace.tokens().size())) return QStringLiteral("token %1 is chosen").arg(chosen.token);
    if (!within(chosen.sourceToken, trace.source().size())) {
        return QStringLiteral("source token %1 is chosen").arg(chosen.sourceToken);
    }
    if (!within(chosen.head, static_cast<std::size_t>(session.checkpoint()->model->config().heads))) {
        return QStringLiteral("head %1 is chosen").arg(chosen.head);
    }
    if (chosen.cell && !chosen.node) return QStringLiteral("a cell of no tensor is chosen");
    if (!chosen.node) return {};
    if (std::ranges::find(trace.nodes(), *chosen.node) == trace.nodes().end()) {
        return QStringLiteral("node %1 is chosen").arg(chosen.node->index);
    }
    const auto cells = static_cast<std::int64_t>(trace.values(*chosen.node).size());
    if (chosen.cell && (*chosen.cell < 0 || *chosen.cell >= cells)) {
        return QStringLiteral("cell %1 of %2 is chosen").arg(*chosen.cell).arg(cells);
    }
    return {};
}

}  // namespace

QString brokenRule(const OpenWindow& open) {
    const Session& session = *open.session;
    if (session.isBusy() || session.isGenerating()) return QStringLiteral("the session is busy");
    const int steps = std::max(1, session.stepCount());
    if (session.step() < 0 || session.step() >= steps) {
        return QStringLiteral("step %1 of %2").arg(session.step()).arg(steps);
    }
    if (const QString broken = brokenSelection(session); !broken.isEmpty()) return broken;
    const auto chips = static_cast<int>(session.chips().size());
    if (session.chosenChip() < -1 || session.chosenChip() >= chips) {
        return QStringLiteral("chip %1 is in question").arg(session.chosenChip());
    }
    const int tokens = session.trace() ? static_cast<int>(session.trace()->tokens().size()) : 0;
    if (session.proposingToken() < -1 || session.proposingToken() >= std::max(1, tokens)) {
        return QStringLiteral("token %1 proposes").arg(session.proposingToken());
    }
    if (session.trace() && session.tracedWords().size() != tokens) return QStringLiteral("words are not the tokens");
    // The picture is of what was typed, or it is said why not.
    if (session.checkpoint() && !session.problem() && !session.isTraceCurrent()) {
        return QStringLiteral("the trace is not that of “%1”").arg(session.text());
    }
    if (!open.window->isVisible()) return QStringLiteral("the window is gone");
    return {};
}

Warnings::Warnings() {
    before = qInstallMessageHandler(hear);
}

Warnings::~Warnings() {
    qInstallMessageHandler(before);
}

QStringList Warnings::take() {
    const QMutexLocker lock(&heardMutex);
    return std::exchange(heard, {});
}

}  // namespace attentarium::test
