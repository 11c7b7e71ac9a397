#include "ui/views/positions/shuffle_view.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <algorithm>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/positions/kind_box.h"
#include "ui/views/positions/matrix_plot.h"
#include "ui/views/positions/position_words.h"
#include "ui/views/positions/word_order.h"

namespace attentarium {
namespace {

int largestPlace(const std::vector<double>& numbers) {
    return static_cast<int>(std::ranges::max_element(numbers) - numbers.begin());
}

}  // namespace

ShuffleView::ShuffleView(Session& session, QWidget* parent)
    : PositionPage(parent),
      m_session(session),
      m_study(session),
      m_kinds(new KindBox(session,
                          {PositionChoice::Own, PositionChoice::Sinusoidal, PositionChoice::Learned,
                           PositionChoice::Rotary, PositionChoice::Alibi},
                          inside())),
      m_heads(new QComboBox(inside())),
      m_shuffle(new FlatButton(inside(), FlatButton::Look::Primary)),
      m_restore(new FlatButton(inside())),
      m_masks(new QTabBar(inside())),
      m_order(new WordOrder(inside())),
      m_placedBefore(new MatrixPlot(inside())),
      m_placedAfter(new MatrixPlot(inside())),
      m_placelessBefore(new MatrixPlot(inside())),
      m_placelessAfter(new MatrixPlot(inside())),
      m_moves(new MatrixPlot(inside())),
      m_guesses(new MatrixPlot(inside())) {
    m_heads->setObjectName(QStringLiteral("head"));
    m_heads->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_shuffle->setObjectName(QStringLiteral("shuffle"));
    m_restore->setObjectName(QStringLiteral("restore"));
    m_masks->setObjectName(QStringLiteral("masks"));
    m_masks->setDrawBase(false);
    m_masks->setExpanding(false);
    for (int i = 0; i < 2; ++i) m_masks->addTab(QString());
    m_order->setObjectName(QStringLiteral("order"));
    m_placedBefore->setObjectName(QStringLiteral("placedBefore"));
    m_placedAfter->setObjectName(QStringLiteral("placedAfter"));
    m_placelessBefore->setObjectName(QStringLiteral("placelessBefore"));
    m_placelessAfter->setObjectName(QStringLiteral("placelessAfter"));
    m_moves->setObjectName(QStringLiteral("moves"));
    m_guesses->setObjectName(QStringLiteral("guesses"));
    addPlain(m_shuffle);
    addPlain(m_restore);
    m_kindsName = addControl(m_kinds);
    m_headsName = addControl(m_heads);
    addPlain(m_masks);
    auto* const column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(m_order);
    auto* const grid = new QGridLayout;
    grid->setSpacing(8);
    int place = 0;
    for (MatrixPlot* const plot : {m_placedBefore, m_placedAfter, m_placelessBefore, m_placelessAfter}) {
        grid->addWidget(plot, 0, place++);
        plot->setLeastLines(7);
        follow(*plot);
    }
    grid->addWidget(m_moves, 1, 0, 1, 2);
    grid->addWidget(m_guesses, 1, 2, 1, 2);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 3);
    for (MatrixPlot* const plot : {m_moves, m_guesses}) plot->setLeastLines(7);
    follow(*m_moves);
    follow(*m_guesses);
    column->addLayout(grid, 1);
    pictures().addLayout(column, 1);
    connect(m_shuffle, &FlatButton::clicked, &m_study, &ShuffleStudy::shuffle);
    connect(m_restore, &FlatButton::clicked, &m_study, &ShuffleStudy::restoreOrder);
    connect(m_masks, &QTabBar::currentChanged, &m_study, [this](int tab) { m_study.setMasked(tab == 1); });
    connect(m_kinds, &KindBox::chosen, &m_study, &ShuffleStudy::choose);
    connect(m_order, &WordOrder::moved, &m_study, &ShuffleStudy::move);
    connect(m_heads, &QComboBox::activated, &session, &Session::selectHead);
    connect(&m_study, &ShuffleStudy::changed, this, &ShuffleView::refresh);
    connect(&session, &Session::selectionChanged, this, &ShuffleView::refresh);
    retranslate();
    tell({});
}

ShuffleView::~ShuffleView() = default;

int ShuffleView::headOf(const ShuffledRun& run) const {
    return std::clamp(m_session.selection().head, 0, run.heads - 1);
}

void ShuffleView::refresh() {
    if (!isVisible()) return;
    m_kinds->choose(m_study.choice());
    if (m_study.problem()) return sayProblem(sentenceFor(*m_study.problem()));
    if (m_study.isImpossible()) {
        return sayProblem(
            tr("The open model is neither of the kind of GPT nor of BERT, so its words cannot be shuffled "
               "here. Choose a bundled model above."));
    }
    const auto& result = m_study.result();
    if (!result) return;
    if (result->placed.all.empty() || result->placeless.all.empty()) {
        return sayProblem(
            tr("The bundled model without positions does not know these words, so that there is nothing to "
               "compare with. Choose a bundled model above."));
    }
    sayProblem({});
    {
        const QSignalBlocker quiet(m_heads);
        m_heads->clear();
        for (int i = 0; i < result->placed.heads; ++i) m_heads->addItem(QString::number(i + 1));
        m_heads->setCurrentIndex(headOf(result->placed));
    }
    m_order->show(result->words, result->order);
    showWeights(*m_placedBefore, result->placed, false);
    showWeights(*m_placedAfter, result->placed, true);
    showWeights(*m_placelessBefore, result->placeless, false);
    showWeights(*m_placelessAfter, result->placeless, true);
    showMoves(*m_moves, tr("How far the vector of each word moved, in lengths"), false);
    showMoves(*m_guesses, tr("Largest change of a next-word probability"), true);
    say(told(*result));
}

void ShuffleView::showWeights(MatrixPlot& plot, const ShuffledRun& run, bool isAfter) {
    const ShuffleResult& result = *m_study.result();
    const ShuffledRun::Head& head = run.all[static_cast<std::size_t>(headOf(run))];
    const QString title = isAfter ? tr("%1: after") : tr("%1: before");
    plot.show({.title = title.arg(kindName(run.kind)),
               .rowNames = result.words,
               .columnNames = result.words,
               .numbers = isAfter ? head.after : head.before,
               .isShare = true,
               .isSquare = true,
               .hasWordsAbove = true,
               .tell = [head, words = result.words](int row, int column) {
                   const auto cell = static_cast<std::size_t>(row * words.size() + column);
                   if (cell >= head.before.size()) return QString();
                   return tr("how much “%1” looks at “%2”: before %3, after %4")
                       .arg(words[row], words[column], fullNumber(static_cast<double>(head.before[cell])),
                            fullNumber(static_cast<double>(head.after[cell])));
               }});
}

void ShuffleView::showMoves(MatrixPlot& plot, const QString& title, bool isGuess) {
    const ShuffleResult& result = *m_study.result();
    const QStringList names{kindName(result.placed.kind), kindName(result.placeless.kind)};
    PlottedMatrix matrix{.title = title, .rowNames = names, .columnNames = result.words};
    for (const ShuffledRun* const run : {&result.placed, &result.placeless}) {
        for (const double number : isGuess ? run->guesses : run->moved)
            matrix.numbers.push_back(static_cast<float>(number));
    }
    matrix.isShare = isGuess;
    matrix.hasWordsAbove = true;
    matrix.tell = [numbers = matrix.numbers, names, words = result.words](int row, int column) {
        const auto cell = static_cast<std::size_t>(row * words.size() + column);
        if (cell >= numbers.size()) return QString();
        return QStringLiteral("%1, “%2”: %3")
            .arg(names[row], words[column], fullNumber(static_cast<double>(numbers[cell])));
    };
    plot.show(std::move(matrix));
}

QString ShuffleView::told(const ShuffleResult& result) const {
    const bool isInOrder = std::ranges::is_sorted(result.order);
    if (isInOrder) {
        return tr("The words stand in their own order, so nothing has moved. Shuffle them, or drag one.") +
               otherSentence(result.isSessionsSentence);
    }
    const ShuffledRun &placed = result.placed, &placeless = result.placeless;
    const QString furthest = result.words[largestPlace(placed.moved)];
    if (placed.kind == Positions::None && !result.isMasked) {
        return tr("The open model has no positions either: none of its vectors moves by more than %1 of its length, "
                  "which "
                  "is rounding. The mask is lifted here, so that every word sees every word.")
            .arg(shortNumber(placed.largestMove()));
    }
    QString text =
        tr("With %1 positions “%2” moves furthest: by %3 of its length, and the chances of a next word change by up to "
           "%4.")
            .arg(kindName(placed.kind), furthest, shortNumber(placed.largestMove()),
                 shortNumber(placed.largestGuessChange()));
    text += QLatin1Char(' ');
    if (result.isMasked) {
        text += tr("With the mask a word sees only itself and those before it. That is an order too: even without "
                   "positions “%1” moves by %2 of its length.")
                    .arg(result.words[largestPlace(placeless.moved)], shortNumber(placeless.largestMove()));
    } else {
        text +=
            tr("Without positions each word says the same wherever it stands: no vector moves by more than %1 of its "
               "length, no attention weight by more than %2, which is rounding.")
                .arg(shortNumber(placeless.largestMove()), shortNumber(placeless.largestWeightChange));
        text += QLatin1Char(' ');
        text += tr("The mask is lifted here, so that every word sees every word; the bundled models learned with it.");
    }
    return text + otherSentence(result.isSessionsSentence);
}

void ShuffleView::retranslate() {
    setAccessibleName(tr("Shuffled words"));
    m_shuffle->setText(tr("Shuffle"));
    m_restore->setText(tr("Own order"));
    m_masks->setTabText(0, tr("Mask lifted"));
    m_masks->setTabText(1, tr("With the mask"));
    m_masks->setAccessibleName(tr("Whether the mask is lifted"));
    m_masks->setToolTip(
        tr("Whether a word sees only itself and those before it, as a model that goes on with a text does."));
    m_kindsName->setText(tr("Positions of"));
    m_headsName->setText(tr("Head"));
    m_heads->setAccessibleName(tr("Head"));
    m_order->setAccessibleName(tr("The words in their new order"));
    m_order->setToolTip(
        tr("Drag a word to another place, or choose it with the arrow keys and move it with Ctrl and an "
           "arrow key."));
    refresh();
}

void ShuffleView::paintOthers(QPainter& painter, const std::function<QRectF(const QWidget&)>& placeOf) const {
    m_order->paintIn(painter, placeOf(*m_order).topLeft());
}

void ShuffleView::showEvent(QShowEvent* event) {
    PositionPage::showEvent(event);
    m_study.want(true);
    refresh();
}

void ShuffleView::hideEvent(QHideEvent* event) {
    PositionPage::hideEvent(event);
    m_study.want(false);
}

}  // namespace attentarium
