#include "ui/views/changes/effect_section.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <algorithm>
#include <numeric>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/change_words.h"
#include "ui/views/changes/effect_bars.h"

namespace attentarium {
namespace {

constexpr std::size_t kWords = 5;

}  // namespace

EffectSection::EffectSection(const Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_title(new QLabel(this)),
      m_compared(new QLabel(this)),
      m_loss(new QLabel(this)),
      m_after(new QLabel(this)),
      m_bars(new EffectBars(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    m_loss->setObjectName(QStringLiteral("loss"));
    m_compared->setObjectName(QStringLiteral("compared"));
    for (QLabel* const label : {m_title, m_compared, m_loss, m_after}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        column->addWidget(label);
    }
    m_after->setTextFormat(Qt::PlainText);
    m_compared->setTextFormat(Qt::PlainText);
    column->addWidget(m_bars);
    for (const auto signal : {&Session::traceChanged, &Session::selectionChanged, &Session::referenceChanged}) {
        connect(&session, signal, this, &EffectSection::refresh);
    }
    refresh();
}

void EffectSection::refresh() {
    const bool compares = m_session.trace() && m_session.reference() && m_session.reference() != m_session.trace();
    setVisible(compares);
    if (!compares) return;
    m_title->setText(tr("What came of it"));
    m_compared->setText(tr("compared with: %1").arg(referenceWords(m_session)));
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme().mutedInk);
    m_compared->setPalette(quiet);
    m_bars->setAccessibleName(tr("Likeliest words before and after"));
    showLoss();
    showShares();
}

void EffectSection::showLoss() {
    const Trace& trace = *m_session.trace();
    const auto loss = trace.find(Site::Loss);
    const auto before =
        loss ? comparedNumbers(m_session.reference().get(), trace, *loss, Quantity::Value) : std::span<const float>();
    m_loss->setVisible(!before.empty());
    if (before.empty()) return;
    const auto was = static_cast<double>(before.front()), is = static_cast<double>(trace.values(*loss).front());
    const NumberChange change = numberChange(was, is);
    m_loss->setText(tr("loss %1 → <b>%2</b>, change %3").arg(change.before, change.after, change.difference));
}

void EffectSection::showShares() {
    const Trace& trace = *m_session.trace();
    auto node = trace.find(Site::Probabilities);
    const bool ofWords = node.has_value();
    if (!node) node = trace.find(Site::ClassProbabilities);
    const auto before =
        node ? comparedNumbers(m_session.reference().get(), trace, *node, Quantity::Value) : std::span<const float>();
    m_after->setVisible(!before.empty());
    if (before.empty()) {
        m_bars->show({});
        return;
    }
    const auto columns = static_cast<std::size_t>(trace.shape(*node)[-1]);
    const std::size_t rows = before.size() / columns;
    const std::size_t row = ofWords ? std::min(static_cast<std::size_t>(m_session.selection().token), rows - 1) : 0;
    const auto was = before.subspan(row * columns, columns);
    const auto is = trace.values(*node).subspan(row * columns, columns);
    // Likely before or now: a word that lost everything is of interest too.
    std::vector<std::size_t> order(columns);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::size_t shown = std::min(kWords, columns);
    const auto larger = [&](std::size_t a, std::size_t b) { return std::max(was[a], is[a]) > std::max(was[b], is[b]); };
    std::ranges::stable_sort(order, larger);
    order.resize(shown);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return is[a] > is[b]; });
    std::vector<EffectBars::Row> bars;
    const auto classes = m_session.classNames();
    for (const std::size_t place : order) {
        const int number = static_cast<int>(place);
        const QString name = ofWords ? m_session.wordOf(number)
                                     : classTitle(place < classes.size() ? classes[place] : std::string_view(), number);
        bars.push_back({name, static_cast<double>(was[place]), static_cast<double>(is[place])});
    }
    const QString word = m_session.tracedWords().value(static_cast<qsizetype>(row));
    m_after->setText(!ofWords                    ? tr("What it is taken for")
                     : trace.text().inPlace      ? tr("In the place of “%1”").arg(word)
                     : trace.text().rows.empty() ? tr("After “%1”").arg(word)
                                                 : tr("Near “%1”").arg(word));
    m_bars->show(std::move(bars));
}

void EffectSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
