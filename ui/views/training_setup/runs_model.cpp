#include "ui/views/training_setup/runs_model.h"

#include <QFileInfo>
#include <QFont>
#include <algorithm>
#include <set>

#include "ui/explain/field_words.h"
#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/training.h"
#include "ui/views/training_setup/run_words.h"
#include "ui/views/training_setup/setup_fields.h"

namespace attentarium {
namespace {

/// What stands where a setting means nothing to a run.
QString nothing() {
    return QStringLiteral("–");
}

QString textOf(const RunSetup& setup, const SetupField& field) {
    if (!isUsed(setup, field)) return nothing();
    const double number = numberIn(setup, field);
    switch (field.kind) {
        case SetupField::Kind::Whole:
            return countWords(static_cast<std::int64_t>(number));
        case SetupField::Kind::Number:
            return QString::number(number, 'g', 6);
        case SetupField::Kind::Flag:
            return number != 0 ? RunsModel::tr("yes") : RunsModel::tr("no");
        case SetupField::Kind::Choice:
            return choiceLabel(field.name, field.choices[static_cast<std::size_t>(number)]);
    }
    return {};
}

}  // namespace

std::vector<RunsModel::Setting> RunsModel::settings() {
    std::vector<Setting> all{
        {"corpus",
         [](const RunSetup& setup) {
             if (setup.task) return choiceLabel("task", nameOf(setup.task->task));
             if (setup.corpus.corpus == kSmallWorld) return tr("Small world");
             return QFileInfo(QString::fromStdString(setup.corpus.corpus)).fileName();
         }},
        {"language",
         [](const RunSetup& setup) {
             const bool any = !setup.task || setup.task->task == TaskName::Sentiment;
             const Language language = setup.task ? setup.task->language : setup.corpus.language;
             return any ? choiceLabel("language", languageName(language)) : nothing();
         }},
        {"tokenizer",
         [](const RunSetup& setup) {
             return setup.task ? nothing() : choiceLabel("tokenizer", tokenizerKindName(setup.corpus.tokenizer));
         }},
        {"stories",
         [](const RunSetup& setup) {
             const bool any = !setup.task && setup.corpus.corpus == kSmallWorld;
             return any ? countWords(setup.corpus.stories) : nothing();
         }},
        {"family", [](const RunSetup& setup) { return choiceLabel("family", nameOf(setup.model.family)); }},
    };
    for (const SetupField& field : setupFields()) {
        all.push_back({std::string(field.name), [&field](const RunSetup& setup) { return textOf(setup, field); }});
    }
    all.push_back(
        {"seed", [](const RunSetup& setup) { return countWords(static_cast<std::int64_t>(setup.settings.seed)); }});
    return all;
}

RunsModel::RunsModel(Training& training, QObject* parent) : QAbstractTableModel(parent), m_training(training) {
    connect(&training, &Training::runsChanged, this, &RunsModel::refresh);
    connect(&training, &Training::currentChanged, this, &RunsModel::refresh);
    connect(&training, &Training::comparedChanged, this, &RunsModel::refresh);
    connect(&training, &Training::progressed, this, [this] {
        const RunEntry* const run = m_training.current();
        const int row = run ? rowOf(run->number) : -1;
        if (row >= 0) Q_EMIT dataChanged(index(row, State), index(row, HeldOut));
    });
    take();
}

void RunsModel::take() {
    m_numbers.clear();
    m_differ.clear();
    for (const auto& run : m_training.runs()) m_numbers.push_back(run->number);
    for (std::size_t i = 0; i < m_settings.size(); ++i) {
        std::set<QString> texts;
        for (const auto& run : m_training.runs()) texts.insert(m_settings[i].text(run->setup));
        if (texts.size() > 1) m_differ.push_back(i);
    }
}

void RunsModel::refresh() {
    const auto numbers = m_numbers;
    const auto differ = m_differ;
    take();
    if (numbers == m_numbers && differ == m_differ) {
        if (!numbers.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    endResetModel();
}

void RunsModel::retranslate() {
    beginResetModel();
    endResetModel();
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kFixed + static_cast<int>(m_differ.size());
}

int RunsModel::numberAt(int row) const {
    return row >= 0 && row < rowCount() ? m_numbers[static_cast<std::size_t>(row)] : 0;
}

int RunsModel::rowOf(int number) const {
    const auto found = std::ranges::find(m_numbers, number);
    return found == m_numbers.end() ? -1 : static_cast<int>(found - m_numbers.begin());
}

QString RunsModel::textAt(const RunEntry& run, int column) const {
    const bool isCurrent = m_training.current() == &run;
    switch (column) {
        case Compared:
            return {};
        case Number:
            return (isCurrent ? QStringLiteral("▸ ") : QString()) + numberWords(run);
        case State:
            return stateWords(run);
        case Steps:
            return countWords(run.history.stepsDone());
        case HeldOut: {
            const auto loss = lastMeasure(run.history, "held_out_loss");
            return loss ? shortNumber(*loss) : nothing();
        }
        default:
            return m_settings[m_differ[static_cast<std::size_t>(column - kFixed)]].text(run.setup);
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    const RunEntry* const run = index.isValid() ? m_training.find(numberAt(index.row())) : nullptr;
    if (!run) return {};
    if (index.column() == Compared) {
        if (role == Qt::CheckStateRole) {
            const bool ticked = std::ranges::find(m_training.compared(), run->number) != m_training.compared().end();
            return static_cast<int>(ticked ? Qt::Checked : Qt::Unchecked);
        }
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) return tr("Compare run %1").arg(run->number);
        return {};
    }
    if (role == Qt::DisplayRole) return textAt(*run, index.column());
    if (role == Qt::ToolTipRole) {
        if (run->problem && index.column() == State) return sentenceFor(*run->problem);
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                textAt(*run, index.column()));
    }
    if (role == Qt::FontRole && m_training.current() == run) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    switch (section) {
        case Compared:
            return role == Qt::ToolTipRole ? tr("Tick two or more to lay their curves over each other")
                                           : QStringLiteral("⇄");
        case Number:
            return tr("Run");
        case State:
            return tr("State");
        case Steps:
            return labelOf("steps");
        case HeldOut:
            return role == Qt::ToolTipRole ? tr("Loss on what was never learned from, in nats; small is good")
                                           : tr("Held-out loss");
        default: {
            const std::string& name = m_settings[m_differ[static_cast<std::size_t>(section - kFixed)]].name;
            return role == Qt::ToolTipRole ? helpOf(name) : labelOf(name);
        }
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const int number = numberAt(index.row());
    if (role != Qt::CheckStateRole || index.column() != Compared || number == 0) return false;
    std::vector<int> compared = m_training.compared();
    std::erase(compared, number);
    if (value.toInt() == Qt::Checked) compared.push_back(number);
    std::ranges::sort(compared);
    m_training.setCompared(compared);
    return true;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Compared) flags |= Qt::ItemIsUserCheckable;
    return flags;
}

}  // namespace attentarium
