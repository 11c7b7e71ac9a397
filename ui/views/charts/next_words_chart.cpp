#include "ui/views/charts/next_words_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QBoxLayout>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QKeyEvent>
#include <QLabel>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/session.h"
#include "ui/views/change_words.h"
#include "ui/views/charts/chart_look.h"

namespace attentarium {
namespace {

constexpr std::size_t kBars = 10;

/// The end of an axis of percentages from 0 whose four parts are round numbers.
double niceEnd(double most) {
    for (const double end : {4.0, 8.0, 20.0, 40.0, 60.0, 80.0}) {
        if (most <= end) return end;
    }
    return 100;
}

std::vector<int> likeliest(std::span<const float> row) {
    std::vector<int> ids(row.size());
    std::iota(ids.begin(), ids.end(), 0);
    std::ranges::stable_sort(
        ids, [&](int a, int b) { return row[static_cast<std::size_t>(a)] > row[static_cast<std::size_t>(b)]; });
    ids.resize(std::min(kBars, ids.size()));
    return ids;
}

}  // namespace

NextWordsChart::NextWordsChart(Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    m_series = new QHorizontalStackedBarSeries;
    m_series->setBarWidth(kBarWidth);
    auto* const chart = new QChart;
    chart->addSeries(m_series);
    m_words = new QBarCategoryAxis;
    m_shares = new QValueAxis;
    chart->addAxis(m_words, Qt::AlignLeft);
    chart->addAxis(m_shares, Qt::AlignBottom);
    m_series->attachAxis(m_words);
    m_series->attachAxis(m_shares);
    m_words->setGridLineVisible(false);
    m_words->setLabelsVisible(false);
    m_shares->setLabelFormat(QStringLiteral("%.0f %"));
    m_shares->setTickCount(5);
    m_view = new NamedBarsView(chart, NamedBarsView::Side::Left, this);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_compared = new QLabel(this);
    m_compared->setTextFormat(Qt::PlainText);
    m_compared->setWordWrap(true);
    m_compared->setAlignment(Qt::AlignHCenter);
    m_compared->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    column->addWidget(m_view, 1);
    column->addWidget(m_compared);
    setFocusPolicy(Qt::StrongFocus);

    connect(m_series, &QAbstractBarSeries::clicked, this, [this](int bar) { append(fromTop(bar)); });
    connect(m_series, &QAbstractBarSeries::hovered, this, [this](bool over, int bar) {
        const auto at = static_cast<std::size_t>(fromTop(bar));
        if (!over || at >= m_ids.size()) return;
        const QString word = m_session.wordOf(m_ids[at]);
        QToolTip::showText(
            QCursor::pos(),
            m_labels.value(fromTop(bar)) +
                (canAppend() ? QStringLiteral("\n") + tr("Click to put “%1” there").arg(word) : QString()),
            this);
    });
    connect(&session, &Session::traceChanged, this, &NextWordsChart::showWords);
    connect(&session, &Session::selectionChanged, this, &NextWordsChart::showWords);
    connect(&session, &Session::referenceChanged, this, &NextWordsChart::showWords);
    showWords();
}

QSize NextWordsChart::sizeHint() const {
    return {fontMetrics().height() * 16, fontMetrics().height() * 18};
}

bool NextWordsChart::canAppend() const {
    return m_session.isTraceCurrent() && m_session.selection().token == m_session.proposingToken();
}

void NextWordsChart::append(int place) {
    if (canAppend() && place >= 0 && place < static_cast<int>(m_ids.size())) {
        m_session.takeProposal(m_ids[static_cast<std::size_t>(place)]);
    }
}

void NextWordsChart::showWords() {
    QChart& chart = *m_view->chart();
    dressChart(chart, font());
    dressAxis(*m_words, font());
    dressAxis(*m_shares, font());
    m_series->clear();
    m_words->clear();
    m_ids.clear();
    m_labels.clear();
    m_view->setNames({});
    m_view->setBefore({});
    m_compared->hide();
    setAccessibleName(tr("Likeliest next words"));
    const Trace* const trace = m_session.trace().get();
    const auto node = trace ? trace->find(Site::Probabilities) : std::nullopt;
    m_words->setVisible(node.has_value());
    m_shares->setVisible(node.has_value());
    if (!node) {
        chart.setTitle(tr("No sentence has run yet"));
        setAccessibleDescription(chart.title());
        return;
    }
    const auto columns = static_cast<std::size_t>(trace->shape(*node)[-1]);
    const auto token = static_cast<std::size_t>(
        std::clamp(m_session.selection().token, 0, static_cast<int>(trace->tokens().size()) - 1));
    const auto row = trace->values(*node).subspan(token * columns, columns);
    const auto allBefore = comparedNumbers(m_session.reference().get(), *trace, *node, Quantity::Value);
    const auto before = allBefore.empty() ? allBefore : allBefore.subspan(token * columns, columns);
    m_series->setBarWidth(before.empty() ? kBarWidth : kBarWidthWithin);
    const int came = m_session.targetOf(static_cast<int>(token));
    m_ids = likeliest(row);
    // The word that came has a set of its own, so that it can be outlined; of the two, one is 0 in every bar.
    auto* const others = new QBarSet(QString());
    auto* const actual = new QBarSet(QString());
    others->setColor(theme().accent);
    others->setBorderColor(Qt::transparent);
    actual->setColor(theme().accent);
    actual->setPen(QPen(theme().ink, 3));
    double most = 0;
    // Bars grow from the bottom up.
    for (auto id = m_ids.rbegin(); id != m_ids.rend(); ++id) {
        const double share = static_cast<double>(row[static_cast<std::size_t>(*id)]) * 100;
        *others << (*id == came ? 0 : share);
        *actual << (*id == came ? share : 0);
        most = std::max(most, share);
        if (!before.empty()) most = std::max(most, static_cast<double>(before[static_cast<std::size_t>(*id)]) * 100);
    }
    const auto difference = [&](int id, double share) {
        if (before.empty()) return QString();
        return QStringLiteral("  ") + points(share - static_cast<double>(before[static_cast<std::size_t>(id)]));
    };
    for (const int id : m_ids) {
        const double share = static_cast<double>(row[static_cast<std::size_t>(id)]);
        const QString word = m_session.wordOf(id);
        m_labels.append((id == came ? QStringLiteral("✓ ") : QString()) +
                        (word == QStringLiteral(" ") ? QStringLiteral("␣") : word) + QStringLiteral("  ") +
                        percent(share) + difference(id, share));
    }
    m_series->append(others);
    m_series->append(actual);
    QStringList places;
    for (std::size_t i = 0; i < m_ids.size(); ++i) places.append(QString::number(i));
    m_words->setCategories(places);
    m_view->setNames(m_labels);
    // Longer names leave room for the ends of the axis only.
    m_shares->setTickCount(before.empty() ? 5 : 2);
    m_shares->setRange(0, niceEnd(most));
    std::vector<double> reached;
    for (const int id : m_ids) {
        if (!before.empty()) {
            reached.push_back(static_cast<double>(before[static_cast<std::size_t>(id)]) * 100 / niceEnd(most));
        }
    }
    m_view->setBefore(reached);
    QString title = titleFor(m_session.tracedWords()[static_cast<qsizetype>(token)]);
    // Titles are rich text, and words may look like tags: <mask>.
    chart.setTitle(title.toHtmlEscaped());
    m_compared->setVisible(!before.empty());
    if (!before.empty()) {
        //: %1: which run the hatched outlines are of, such as "without the changes"
        m_compared->setText(tr("hatched: %1").arg(referenceWords(m_session)));
        title += QStringLiteral(", ") + m_compared->text();
    }
    m_marked = std::clamp(m_marked, 0, static_cast<int>(m_ids.size()) - 1);
    setAccessibleDescription(title + QStringLiteral(": ") + m_labels.join(QStringLiteral(", ")));
}

QString NextWordsChart::titleFor(const QString& word) const {
    const TracedText& text = m_session.trace()->text();
    //: of word vectors: which words are likely among the neighbours of a word
    if (!text.rows.empty()) return tr("Near “%1”").arg(word);
    //: after which word of the sentence
    return text.inPlace ? tr("In the place of “%1”").arg(word) : tr("After “%1”").arg(word);
}

int NextWordsChart::fromTop(int bar) const {
    return static_cast<int>(m_ids.size()) - 1 - bar;
}

QPoint NextWordsChart::centreOfBar(int place) const {
    const int bar = fromTop(place);
    const QBarSet& others = *m_series->barSets()[0];
    const double share = std::max(others.at(bar), m_series->barSets()[1]->at(bar));
    const QPointF inChart = m_view->chart()->mapToPosition(QPointF(share / 2, bar), m_series);
    return m_view->mapFromScene(m_view->chart()->mapToScene(inChart));
}

void NextWordsChart::mark(int place) {
    if (m_ids.empty()) return;
    m_marked = std::clamp(place, 0, static_cast<int>(m_ids.size()) - 1);
    QToolTip::showText(mapToGlobal(centreOfBar(m_marked)), m_labels[m_marked], this);
}

void NextWordsChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Up:
            mark(m_marked - 1);
            return;
        case Qt::Key_Down:
            mark(m_marked + 1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            append(m_marked);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

bool NextWordsChart::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void NextWordsChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        showWords();
    }
    QWidget::changeEvent(event);
}

}  // namespace attentarium
