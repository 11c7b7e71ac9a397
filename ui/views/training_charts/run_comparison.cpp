#include "ui/views/training_charts/run_comparison.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/views/training_charts/run_words.h"

namespace attentarium {
namespace {

struct Comparison {
    Q_DECLARE_TR_FUNCTIONS(RunComparison)
};

/// The last measurement of `history` at or before `step`; null for none.
const Evaluation* lastUpTo(const History& history, std::int64_t step) {
    const Evaluation* last = nullptr;
    for (const Evaluation& evaluation : history.evaluations) {
        if (evaluation.step <= step && evaluation.measures.contains("held_out_loss")) last = &evaluation;
    }
    return last;
}

/// Whether a loss of one means the same as that of the other.
bool learnsTheSame(const RunSetup& one, const RunSetup& other) {
    if (one.task || other.task) return one.task == other.task;
    return one.corpus.corpus == other.corpus.corpus && one.corpus.language == other.corpus.language &&
           one.corpus.tokenizer == other.corpus.tokenizer && one.corpus.vocabulary == other.corpus.vocabulary;
}

}  // namespace

QString comparisonText(const ComparedRun& run, const ComparedRun& other) {
    const QString difference = differenceText(other.setup, run.setup);
    QString text =
        difference.isEmpty()
            ? Comparison::tr("Run %1 is set up like run %2.").arg(other.number).arg(run.number)
            : Comparison::tr("Run %1 differs from run %2: %3.").arg(other.number).arg(run.number).arg(difference);
    if (!learnsTheSame(run.setup, other.setup)) {
        return text + QStringLiteral(" ") +
               Comparison::tr("They learn from different things, so their losses cannot be compared.");
    }
    // As far as both have come, so that neither is ahead.
    const Evaluation* own = lastUpTo(run.history, other.history.stepsDone());
    const Evaluation* its = own ? lastUpTo(other.history, own->step) : nullptr;
    if (!its) return text;
    own = lastUpTo(run.history, its->step);
    if (!own) return text;
    const double loss = its->measures.at("held_out_loss"), change = loss - own->measures.at("held_out_loss");
    const QString space = QStringLiteral(" ");
    if (change == 0) {
        return text + space +
               Comparison::tr("At step %1 both have a held-out loss of %2.").arg(its->step).arg(shortNumber(loss));
    }
    return text + space +
           (change < 0 ? Comparison::tr("At step %1 its held-out loss is %2, lower by %3.")
                       : Comparison::tr("At step %1 its held-out loss is %2, higher by %3."))
               .arg(QString::number(its->step), shortNumber(loss), shortNumber(std::abs(change)));
}

}  // namespace attentarium
