#include "ui/views/positions/vectors_view.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QTabBar>
#include <algorithm>

#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/views/flat_button.h"
#include "ui/views/positions/kind_box.h"
#include "ui/views/positions/line_plot.h"
#include "ui/views/positions/matrix_plot.h"

namespace attentarium {
namespace {

/// The learned table of a run, where it is a parameter with a name.
std::optional<Var> positionTable(const Trace& trace) {
    for (const Var node : trace.nodes()) {
        if (trace.isParameter(node) && trace.name(node).ends_with("position_embedding.weight")) return node;
    }
    return std::nullopt;
}

}  // namespace

VectorsView::VectorsView(Session& session, QWidget* parent)
    : PositionPage(parent),
      m_session(session),
      m_study(session, PositionChoice::Own),
      m_kinds(new KindBox(session,
                          {PositionChoice::Own, PositionChoice::Sinusoidal, PositionChoice::Learned,
                           PositionChoice::Rotary, PositionChoice::Alibi, PositionChoice::None},
                          inside())),
      m_forms(new QTabBar(inside())),
      m_dimensions(new QSpinBox(inside())),
      m_words(new QComboBox(inside())),
      m_open(new FlatButton(inside())),
      m_matrix(new MatrixPlot(inside())),
      m_products(new MatrixPlot(inside())),
      m_sum(new MatrixPlot(inside())),
      m_waves(new LinePlot(inside())),
      m_distances(new LinePlot(inside())) {
    m_forms->setObjectName(QStringLiteral("forms"));
    m_forms->setDrawBase(false);
    m_forms->setExpanding(false);
    for (int i = 0; i < 3; ++i) m_forms->addTab(QString());
    m_dimensions->setObjectName(QStringLiteral("dimension"));
    m_words->setObjectName(QStringLiteral("word"));
    m_words->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_matrix->setObjectName(QStringLiteral("matrix"));
    m_waves->setObjectName(QStringLiteral("waves"));
    m_products->setObjectName(QStringLiteral("products"));
    m_distances->setObjectName(QStringLiteral("distances"));
    m_sum->setObjectName(QStringLiteral("sum"));
    m_open->setObjectName(QStringLiteral("open"));
    m_kindsName = addControl(m_kinds);
    addPlain(m_open);
    addPlain(m_forms);
    m_dimensionsName = addControl(m_dimensions);
    m_wordsName = addControl(m_words);
    for (Plot* const plot : std::initializer_list<Plot*>{m_matrix, m_waves, m_distances, m_products, m_sum}) {
        pictures().addWidget(plot, 1);
        follow(*plot);
    }
    connect(m_kinds, &KindBox::chosen, &m_study, &PositionStudy::choose);
    connect(m_open, &FlatButton::clicked, this, [this] {
        const auto kind = bundledKind(m_study.choice());
        if (!kind || !m_session.checkpoint()) return;
        m_session.openModel(positionFolder(*kind, m_session.checkpoint()->language));
        m_study.choose(PositionChoice::Own);
        m_kinds->setFocus();
    });
    connect(m_forms, &QTabBar::currentChanged, this, &VectorsView::refresh);
    connect(m_dimensions, &QSpinBox::valueChanged, this, &VectorsView::chooseDimension);
    connect(m_words, &QComboBox::activated, this, &VectorsView::chooseWord);
    connect(m_matrix, &MatrixPlot::chosen, this, [this](int row, int column) {
        chooseDimension(column);
        const auto& look = m_study.look();
        // A table that is not learned is no value of the run.
        if (look && look->trace && look->kind == Positions::Learned) explain(positionTable(*look->trace), row, column);
    });
    connect(m_sum, &MatrixPlot::chosen, this, [this](int row, int column) {
        const auto& look = m_study.look();
        if (look && row < static_cast<int>(m_summands.size())) {
            explain(m_summands[static_cast<std::size_t>(row)], wordShown(*look), column);
        }
    });
    connect(&m_study, &PositionStudy::changed, this, &VectorsView::refresh);
    connect(&session, &Session::selectionChanged, this, &VectorsView::refresh);
    retranslate();
    tell({});
}

VectorsView::~VectorsView() = default;

VectorsView::Form VectorsView::form() const {
    return static_cast<Form>(m_forms->currentIndex());
}

void VectorsView::showForm(Form form) {
    m_forms->setCurrentIndex(static_cast<int>(form));
}

void VectorsView::chooseDimension(int dimension) {
    if (std::exchange(m_dimension, dimension) != dimension) refresh();
}

int VectorsView::wordShown(const PositionLook& look) const {
    const Selection& selection = m_session.selection();
    const int chosen = look.readsSource() ? selection.sourceToken : selection.token;
    const int word = look.isSessionsSentence ? chosen : m_word;
    return std::clamp(word, 0, std::max(0, static_cast<int>(look.words.size()) - 1));
}

void VectorsView::chooseWord(int word) {
    m_word = word;
    const auto& look = m_study.look();
    if (look && look->isSessionsSentence) {
        if (look->readsSource()) {
            m_session.selectSourceToken(word);
        } else {
            m_session.selectToken(word);
        }
    }
    refresh();
}

void VectorsView::explain(const std::optional<Var>& node, std::int64_t row, int column) {
    const auto& look = m_study.look();
    if (!look || !node || look->choice != PositionChoice::Own || look->trace != m_session.trace()) return;
    m_session.selectCell(*node, Quantity::Value, row * look->trace->shape(*node)[1] + column);
}

void VectorsView::refresh() {
    if (!isVisible()) return;
    m_kinds->choose(m_study.choice());
    m_open->setVisible(m_study.choice() != PositionChoice::Own);
    const auto& look = m_study.look();
    const bool hasVectors = look && look->places() > 0;
    const Form now = form();
    m_dimensionsName->parentWidget()->setVisible(hasVectors && now == Form::Waves);
    m_wordsName->parentWidget()->setVisible(look && now == Form::Sum);
    for (QWidget* const plot : std::initializer_list<QWidget*>{m_matrix, m_waves}) {
        plot->setVisible(hasVectors && now == Form::Waves);
    }
    for (QWidget* const plot : std::initializer_list<QWidget*>{m_distances, m_products}) {
        plot->setVisible(hasVectors && now == Form::Products);
    }
    m_sum->setVisible(look && now == Form::Sum);
    if (m_study.problem()) return sayProblem(sentenceFor(*m_study.problem()));
    if (m_study.isWithoutPlaces()) {
        return sayProblem(tr(
            "The open model has no positions. A recurrent network knows the order because it reads word by word; other "
            "kinds do not ask for it. Choose a bundled model above."));
    }
    if (!look) return;
    if (!hasVectors && now != Form::Sum) {
        return sayProblem(
            look->kind == Positions::Alibi
                ? tr("ALiBi has no vector for a place, and adds nothing to the words. It lowers the attention scores "
                     "by "
                     "distance instead: see the page “Rotary and ALiBi”.")
                : tr("This model has no positions: nothing tells it where a word stands. What that means shows on the "
                     "page “Shuffled words”."));
    }
    sayProblem({});
    switch (now) {
        case Form::Waves:
            return showWaves(*look);
        case Form::Products:
            return showProducts(*look);
        case Form::Sum:
            return showSum(*look);
    }
}

void VectorsView::retranslate() {
    setAccessibleName(tr("Position vectors"));
    const QStringList forms{tr("Matrix and waves"), tr("Products"), tr("Word + position")};
    for (int i = 0; i < 3; ++i) m_forms->setTabText(i, forms[i]);
    m_forms->setAccessibleName(tr("What is shown of the vectors"));
    m_kindsName->setText(tr("Positions of"));
    m_open->setText(tr("Open it"));
    m_open->setToolTip(tr("Opens the bundled model in the window, so that every workspace shows it."));
    m_dimensionsName->setText(tr("Dimension"));
    m_dimensions->setAccessibleName(tr("Dimension"));
    m_wordsName->setText(tr("Word"));
    m_words->setAccessibleName(tr("Word"));
    refresh();
}

void VectorsView::showEvent(QShowEvent* event) {
    PositionPage::showEvent(event);
    m_study.want(true);
    refresh();
}

void VectorsView::hideEvent(QHideEvent* event) {
    PositionPage::hideEvent(event);
    m_study.want(false);
}

}  // namespace attentarium
