#include "ui/views/positions/turning_view.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/positions/line_plot.h"
#include "ui/views/positions/matrix_plot.h"
#include "ui/views/positions/plane_plot.h"
#include "ui/views/positions/position_words.h"

namespace attentarium {
namespace {

void fill(QComboBox& box, const QStringList& texts, int chosen) {
    const QSignalBlocker quiet(&box);
    box.clear();
    box.addItems(texts);
    box.setCurrentIndex(chosen);
}

}  // namespace

TurningView::TurningView(Session& session, QWidget* parent)
    : PositionPage(parent),
      m_session(session),
      m_rotary(session, PositionChoice::Rotary),
      m_alibi(session, PositionChoice::Alibi),
      m_forms(new QTabBar(inside())),
      m_queries(new QComboBox(inside())),
      m_keys(new QComboBox(inside())),
      m_layers(new QComboBox(inside())),
      m_heads(new QComboBox(inside())),
      m_pairs(new QSpinBox(inside())),
      m_shift(new QSlider(Qt::Horizontal, inside())),
      m_plane(new PlanePlot(inside())),
      m_scores(new LinePlot(inside())),
      m_slopes(new LinePlot(inside())),
      m_bias(new MatrixPlot(inside())) {
    m_forms->setObjectName(QStringLiteral("forms"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    for (int i = 0; i < 2; ++i) m_forms->addTab(QString());
    m_queries->setObjectName(QStringLiteral("query"));
    m_keys->setObjectName(QStringLiteral("key"));
    m_layers->setObjectName(QStringLiteral("layer"));
    m_heads->setObjectName(QStringLiteral("head"));
    m_pairs->setObjectName(QStringLiteral("pair"));
    m_shift->setObjectName(QStringLiteral("shift"));
    m_plane->setObjectName(QStringLiteral("plane"));
    m_scores->setObjectName(QStringLiteral("scores"));
    m_slopes->setObjectName(QStringLiteral("slopes"));
    m_bias->setObjectName(QStringLiteral("bias"));
    m_shift->setRange(0, kMostShift);
    m_shift->setPageStep(8);
    m_shift->setFixedWidth(150);
    addPlain(m_forms);
    m_layersName = addControl(m_layers);
    m_headsName = addControl(m_heads);
    m_queriesName = addControl(m_queries);
    m_keysName = addControl(m_keys);
    m_pairsName = addControl(m_pairs);
    m_shiftName = addControl(m_shift);
    for (QComboBox* const box : {m_queries, m_keys, m_layers, m_heads}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    for (Plot* const plot : std::initializer_list<Plot*>{m_plane, m_scores, m_bias, m_slopes}) {
        pictures().addWidget(plot, 1);
        follow(*plot);
    }
    connect(m_forms, &QTabBar::currentChanged, this, [this] {
        study().want(isVisible());
        refresh();
    });
    connect(m_queries, &QComboBox::activated, this, [this](int word) {
        m_choice.query = word;
        if (m_rotary.look() && m_rotary.look()->isSessionsSentence) m_session.selectToken(word);
        refresh();
    });
    connect(m_keys, &QComboBox::activated, this, [this](int word) {
        m_choice.key = word;
        m_isKeyChosen = true;
        refresh();
    });
    connect(m_layers, &QComboBox::activated, this, [this](int layer) {
        m_choice.layer = layer;
        refresh();
    });
    connect(m_heads, &QComboBox::activated, this, [this](int head) {
        m_choice.head = head;
        m_session.selectHead(head);
        refresh();
    });
    connect(m_pairs, &QSpinBox::valueChanged, this, [this](int pair) {
        m_choice.pair = pair;
        refresh();
    });
    connect(m_shift, &QSlider::valueChanged, this, [this](int shift) {
        m_choice.shift = shift;
        refresh();
    });
    connect(m_scores, &LinePlot::chosen, this,
            [this](double shift) { m_shift->setValue(static_cast<int>(std::lround(shift))); });
    connect(&m_rotary, &PositionStudy::changed, this, &TurningView::refresh);
    connect(&m_alibi, &PositionStudy::changed, this, &TurningView::refresh);
    connect(&session, &Session::modelChanged, this, &TurningView::takeOwn);
    connect(&session, &Session::selectionChanged, this, [this] {
        m_choice.head = m_session.selection().head;
        m_choice.query = m_session.selection().token;
        refresh();
    });
    retranslate();
    tell({});
}

TurningView::~TurningView() = default;

TurningView::Form TurningView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void TurningView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

void TurningView::takeOwn() {
    const auto own = ownKind(m_session.checkpoint());
    m_rotary.choose(own == Positions::Rotary ? PositionChoice::Own : PositionChoice::Rotary);
    m_alibi.choose(own == Positions::Alibi ? PositionChoice::Own : PositionChoice::Alibi);
}

void TurningView::refresh() {
    if (!isVisible()) return;
    const bool isRotary = form() == Form::Rotary;
    const auto& look = study().look();
    const bool isShown = look && !look->words.isEmpty();
    for (QWidget* const control :
         {m_queries->parentWidget(), m_keys->parentWidget(), m_pairs->parentWidget(), m_shift->parentWidget()}) {
        control->setVisible(isRotary && isShown);
    }
    m_heads->parentWidget()->setVisible(isShown);
    m_layers->parentWidget()->setVisible(isShown && placedLayers(*look) > 1);
    for (QWidget* const plot : std::initializer_list<QWidget*>{m_plane, m_scores}) plot->setVisible(isRotary);
    for (QWidget* const plot : std::initializer_list<QWidget*>{m_bias, m_slopes}) plot->setVisible(!isRotary);
    if (study().problem()) return sayProblem(sentenceFor(*study().problem()));
    if (!look) return;
    if (!isShown) return sayProblem(tr("Type a sentence above: its words are shown here."));
    sayProblem({});
    fillControls(*look);
    if (isRotary) {
        showRotary(*look);
    } else {
        showAlibi(*look);
    }
}

void TurningView::fillControls(const PositionLook& look) {
    const int words = static_cast<int>(look.words.size()), heads = static_cast<int>(look.config().heads);
    m_choice.layer = std::clamp(m_choice.layer, 0, std::max(0, placedLayers(look) - 1));
    m_choice.head = std::clamp(m_choice.head, 0, heads - 1);
    m_choice.query = std::clamp(m_choice.query, 0, words - 1);
    // Until one is chosen, the word in the middle of those before.
    if (!m_isKeyChosen) m_choice.key = m_choice.query / 2;
    m_choice.key = std::clamp(m_choice.key, 0, words - 1);
    QStringList layerNames, headNames;
    for (int i = 0; i < placedLayers(look); ++i) layerNames.append(QString::number(i + 1));
    for (int i = 0; i < heads; ++i) headNames.append(QString::number(i + 1));
    fill(*m_layers, layerNames, m_choice.layer);
    fill(*m_heads, headNames, m_choice.head);
    fill(*m_queries, placedWords(look.words), m_choice.query);
    fill(*m_keys, placedWords(look.words), m_choice.key);
}

QString TurningView::whose(const PositionLook& look) const {
    if (look.choice == PositionChoice::Own) return otherSentence(look.isSessionsSentence);
    return QLatin1Char(' ') +
           tr("The open model has other positions, so these are the numbers of the bundled %1 model.")
               .arg(kindName(look.kind)) +
           otherSentence(look.isSessionsSentence);
}

void TurningView::showRotary(const PositionLook& look) {
    m_rotaryFigure = rotaryFigure(look, m_choice);
    if (!m_rotaryFigure) return;
    const RotaryFigure& figure = *m_rotaryFigure;
    {
        const QSignalBlocker quiet(m_pairs);
        m_choice.pair = std::clamp(m_choice.pair, 0, figure.pairs - 1);
        m_pairs->setRange(0, figure.pairs - 1);
        m_pairs->setValue(m_choice.pair);
    }
    m_shiftName->setText(tr("Move both on by %1").arg(m_choice.shift));
    m_plane->show(figure,
                  tr("Pair %1: %2 rad a place; adds %3 to the score")
                      .arg(m_choice.pair)
                      .arg(shortNumber(figure.turn), shortNumber(figure.added)),
                  look.words[m_choice.query], look.words[m_choice.key]);
    PlottedLines lines{.title = tr("Score q · k of all %1 pairs").arg(figure.pairs),
                       .acrossTitle = tr("places moved on")};
    PlottedLine together{.name = tr("both"), .colour = theme().attention, .width = 2.6};
    PlottedLine apart{.name = tr("key alone"), .colour = theme().key, .dash = Qt::DashLine, .width = 1.6};
    for (int shift = 0; shift <= kMostShift; ++shift) {
        together.points.push_back({static_cast<double>(shift), figure.together[static_cast<std::size_t>(shift)]});
        apart.points.push_back({static_cast<double>(shift), figure.apart[static_cast<std::size_t>(shift)]});
    }
    lines.lines = {std::move(apart), std::move(together)};
    lines.tell = [this](double across) {
        const auto shift = static_cast<std::size_t>(across);
        if (!m_rotaryFigure || shift >= m_rotaryFigure->together.size()) return QString();
        return tr("moved on by %1: score %2 with both, %3 with the key alone")
            .arg(shift)
            .arg(fullNumber(m_rotaryFigure->together[shift]), fullNumber(m_rotaryFigure->apart[shift]));
    };
    m_scores->show(std::move(lines));
    m_scores->readAt(m_choice.shift);
    say(tr("At place %1 the query of “%2” is turned by %1 × %3 = %4 rad, the key of “%5” at place %6 by %7 rad. Their "
           "score is %8, whatever the shift (it changes by %9), because only their distance counts.")
            .arg(m_choice.query + m_choice.shift)
            .arg(look.words[m_choice.query], shortNumber(figure.turn), shortNumber(figure.queryAngle),
                 look.words[m_choice.key])
            .arg(m_choice.key + m_choice.shift)
            .arg(shortNumber(figure.keyAngle), shortNumber(figure.score), shortNumber(figure.largestChange)) +
        QLatin1Char(' ') +
        tr("The run has %1, which differs by %2.")
            .arg(shortNumber(figure.scoreOfRun), shortNumber(std::abs(figure.scoreOfRun - figure.together.front()))) +
        whose(look));
}

void TurningView::showAlibi(const PositionLook& look) {
    m_alibiFigure = alibiFigure(look, m_choice.layer, m_choice.head);
    if (!m_alibiFigure) return;
    const AlibiFigure& figure = *m_alibiFigure;
    const int head = m_choice.head, heads = static_cast<int>(figure.slopes.size());
    const double slope = figure.slopes[static_cast<std::size_t>(head)];
    m_bias->show({.title = tr("Head %1: what is added to its scores").arg(head + 1),
                  .rowNames = look.words,
                  .columnNames = look.words,
                  .numbers = figure.bias,
                  .hidden = figure.hidden,
                  .isSquare = true,
                  .hasWordsAbove = true,
                  .tell = [this, slope](int row, int column) {
                      const auto& now = m_alibi.look();
                      if (!now || row >= now->words.size() || column >= now->words.size()) return QString();
                      return tr("query “%1” at place %2, key “%3” at place %4: −%5 × %6 = %7")
                          .arg(now->words[row])
                          .arg(row)
                          .arg(now->words[column])
                          .arg(column)
                          .arg(fullNumber(slope))
                          .arg(std::abs(row - column))
                          .arg(fullNumber(-slope * std::abs(row - column)));
                  }});
    PlottedLines lines{.title = tr("All heads, against distance"), .acrossTitle = tr("distance in places")};
    for (int i = 0; i < heads; ++i) {
        PlottedLine line{.name = tr("head %1").arg(i + 1),
                         .colour = i == head ? theme().attention : theme().mutedInk,
                         .dash = i == head ? Qt::SolidLine : Qt::DashLine,
                         .width = i == head ? 2.6 : 1.2};
        for (int distance = 0; distance < std::max(figure.words, 2); ++distance) {
            line.points.push_back(
                {static_cast<double>(distance), -figure.slopes[static_cast<std::size_t>(i)] * distance});
        }
        lines.lines.push_back(std::move(line));
    }
    lines.tell = [this](double across) {
        if (!m_alibiFigure) return QString();
        QStringList parts;
        for (std::size_t i = 0; i < m_alibiFigure->slopes.size(); ++i) {
            parts.append(tr("head %1: %2").arg(i + 1).arg(fullNumber(-m_alibiFigure->slopes[i] * across)));
        }
        return tr("%1 places apart").arg(across) + QStringLiteral(" – ") + parts.join(QStringLiteral(", "));
    };
    m_slopes->show(std::move(lines));
    const QString formula =
        figure.hasSimpleSlopes
            ? QStringLiteral("m = 2^(−8 · %1/%2) = %3").arg(head + 1).arg(heads).arg(shortNumber(slope))
            : QStringLiteral("m = %1").arg(shortNumber(slope));
    say(tr("Head %1 of %2 has the slope %3 (Press et al., 2022): a word %4 places away loses %5 of its score.")
            .arg(head + 1)
            .arg(heads)
            .arg(formula)
            .arg(figure.words - 1)
            .arg(shortNumber(slope * (figure.words - 1))) +
        QLatin1Char(' ') +
        tr("What the run added differs from that by %1 at most.").arg(shortNumber(figure.largestDifference)) +
        whose(look));
}

void TurningView::retranslate() {
    setAccessibleName(tr("Rotary and ALiBi"));
    m_forms->setTabText(0, tr("Rotary"));
    m_forms->setTabText(1, tr("ALiBi"));
    m_forms->setAccessibleName(tr("Which kind is shown"));
    m_queriesName->setText(tr("Query of"));
    m_queries->setAccessibleName(tr("The word whose query is shown"));
    m_keysName->setText(tr("Key of"));
    m_keys->setAccessibleName(tr("The word whose key is shown"));
    m_layersName->setText(tr("Block"));
    m_layers->setAccessibleName(tr("Block"));
    m_headsName->setText(tr("Head"));
    m_heads->setAccessibleName(tr("Head"));
    m_pairsName->setText(tr("Pair"));
    m_pairs->setAccessibleName(tr("Pair of coordinates"));
    m_shift->setAccessibleName(tr("By how many places both words are moved on"));
    m_shiftName->setText(tr("Move both on by %1").arg(m_choice.shift));
    refresh();
}

void TurningView::showEvent(QShowEvent* event) {
    PositionPage::showEvent(event);
    m_choice.head = m_session.selection().head;
    m_choice.query = m_session.selection().token;
    takeOwn();
    study().want(true);
    refresh();
}

void TurningView::hideEvent(QHideEvent* event) {
    PositionPage::hideEvent(event);
    m_rotary.want(false);
    m_alibi.want(false);
}

}  // namespace attentarium
