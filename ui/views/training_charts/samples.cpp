#include "ui/views/training_charts/samples.h"

#include <QEvent>

namespace attentarium {
namespace {

// Nobody reads more, and a list of them all would grow without end.
constexpr int kMost = 400;

QString plain(const std::string& text) {
    return QString::fromStdString(text).trimmed().replace(QLatin1Char('\n'), QStringLiteral(" ↵ "));
}

}  // namespace

Samples::Samples(QWidget* parent) : QListWidget(parent) {
    setWordWrap(true);
    setAlternatingRowColors(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideNone);
    setMinimumSize(1, 1);
    retranslate();
}

void Samples::retranslate() {
    setAccessibleName(tr("Samples, the newest first"));
}

QString Samples::textOf(const Evaluation& evaluation) const {
    const QString prompt = plain(evaluation.samplePrompt), sample = plain(evaluation.sample);
    //: a step of training, what the model was given, and what it made of it
    return prompt.isEmpty() ? tr("Step %1\n%2").arg(QString::number(evaluation.step), sample)
                            : tr("Step %1\n%2 ▸ %3").arg(QString::number(evaluation.step), prompt, sample);
}

void Samples::clearAll() {
    clear();
    m_steps.clear();
}

void Samples::show(const History& history, int number) {
    const auto& evaluations = history.evaluations;
    const bool goesOn = number == m_number && m_steps.size() <= evaluations.size() &&
                        (m_steps.empty() || evaluations[m_steps.size() - 1].step == m_steps.back());
    if (!goesOn) clearAll();
    m_number = number;
    for (std::size_t i = m_steps.size(); i < evaluations.size(); ++i) {
        m_steps.push_back(evaluations[i].step);
        if (evaluations.size() - i > kMost || evaluations[i].sample.empty()) continue;
        insertItem(0, textOf(evaluations[i]));
        if (count() > kMost) delete takeItem(count() - 1);
    }
    if (currentRow() < 0 && count() > 0) setCurrentRow(0);
}

void Samples::changeEvent(QEvent* event) {
    // Their words change with the next measurement, those that are there with the language.
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        clearAll();
    }
    QListWidget::changeEvent(event);
}

}  // namespace attentarium
