#include "ui/views/units/units_view.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/session/unit_study.h"
#include "ui/views/bundled_models.h"
#include "ui/views/elided_label.h"
#include "ui/views/flow_layout.h"
#include "ui/views/spreadsheet_text.h"
#include "ui/views/units/unit_finder.h"
#include "ui/views/units/unit_known.h"
#include "ui/views/units/unit_list.h"
#include "ui/views/units/unit_text.h"
#include "ui/views/units/unit_words.h"
#include "ui/views/whole_page.h"

namespace attentarium {
namespace {

const char* const kBrackets = QT_TRANSLATE_NOOP("attentarium::BundledModels", "Brackets · LSTM");
const char* const kSchool = QT_TRANSLATE_NOOP("attentarium::BundledModels", "Small school · LSTM");

template <typename Field>
QScrollArea* scrolled(Field* field, QWidget* parent) {
    auto* const area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    area->setWidget(field);
    area->viewport()->setAutoFillBackground(false);
    field->setAutoFillBackground(false);
    QObject::connect(field, &Field::reached, area, [area](const QRect& place) {
        area->ensureVisible(area->horizontalScrollBar()->value(), place.center().y(), 0, place.height());
    });
    return area;
}

/// The colour scale, on a widget of its own below the text.
class Scale : public QWidget {
  public:
    Scale(UnitText& text, QWidget* parent) : QWidget(parent), m_text(text) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {200, fontMetrics().height() + 2}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_text.paintScale(painter, {2, 1});
    }

  private:
    UnitText& m_text;
};

}  // namespace

UnitsView::UnitsView(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_study(new UnitStudy(session, this)),
      m_models(new BundledModels(
          session,
          {{QStringLiteral("brackets-lstm"), kBrackets, QStringLiteral("([{}()]{[")},
           {QStringLiteral("school-lstm"), kSchool, QStringLiteral("the cups near the lamp in the garden")}},
          this)),
      m_textName(new QLabel(this)),
      m_tableName(new QLabel(this)),
      m_truthName(new QLabel(this)),
      m_textChoice(new QComboBox(this)),
      m_tableChoice(new QComboBox(this)),
      m_truthChoice(new QComboBox(this)),
      m_sentence(new QLabel(this)),
      m_pages(new QStackedWidget(this)),
      m_nothing(new QLabel(this)),
      m_list(new UnitList(*m_study)),
      m_text(new UnitText(*m_study)),
      m_scale(new Scale(*m_text, this)),
      m_told(new ElidedLabel(this)),
      m_tabs(new QTabBar(this)),
      m_below(new QStackedWidget(this)),
      m_known(new UnitKnown(*m_study)),
      m_finder(new UnitFinder(*m_study)) {
    setFocusPolicy(Qt::ClickFocus);
    m_textChoice->setObjectName(QStringLiteral("watchedText"));
    m_tableChoice->setObjectName(QStringLiteral("unitKind"));
    m_truthChoice->setObjectName(QStringLiteral("knownTruth"));
    m_sentence->setObjectName(QStringLiteral("unitSentence"));
    m_sentence->setWordWrap(true);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(30);
    m_nothing->setObjectName(QStringLiteral("unitsNeeded"));
    m_told->setText(QStringLiteral(" "));
    auto* const choices = new FlowLayout(nullptr, 6);
    const auto choice = [this, choices](QLabel* name, QComboBox* box) {
        name->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        // A name stays beside its box when they go to the next line.
        auto* const both = new QWidget(this);
        auto* const row = new QHBoxLayout(both);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(name);
        row->addWidget(box);
        choices->addWidget(both);
    };
    choice(m_textName, m_textChoice);
    choice(m_tableName, m_tableChoice);
    choice(m_truthName, m_truthChoice);

    auto* const right = new QWidget;
    auto* const upper = new QVBoxLayout(right);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->setSpacing(3);
    m_textArea = scrolled(m_text, right);
    upper->addWidget(m_textArea, 3);
    upper->addWidget(m_scale);
    m_tabs->setObjectName(QStringLiteral("unitTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_told->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tabs->addTab(QString());
    m_tabs->addTab(QString());
    auto* const middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_tabs);
    middle->addWidget(m_told, 1);
    upper->addLayout(middle);
    m_below->addWidget(m_known);
    m_below->addWidget(m_finder);
    upper->addWidget(m_below, 2);
    auto* const splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scrolled(m_list, splitter));
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({240, 560});
    m_pages->addWidget(splitter);
    m_pages->addWidget(m_nothing);
    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_models);
    column->addLayout(choices);
    column->addWidget(m_sentence);
    column->addWidget(m_pages, 1);

    // Where type is large and the window low, the page is moved up and down.
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(wholePage(content, this));

    connect(m_textChoice, &QComboBox::activated, this,
            [this](int place) { m_study->watch(static_cast<WatchedText>(m_textChoice->itemData(place).toInt())); });
    connect(m_tableChoice, &QComboBox::activated, m_study, &UnitStudy::chooseTable);
    connect(m_truthChoice, &QComboBox::activated, m_study, &UnitStudy::chooseTruth);
    connect(m_tabs, &QTabBar::currentChanged, m_below, &QStackedWidget::setCurrentIndex);
    const auto tell = [this](const QString& told) { m_told->setText(told.isEmpty() ? QStringLiteral(" ") : told); };
    connect(m_text, &UnitText::told, m_told, tell);
    connect(m_text, &UnitText::pressed, this, &UnitsView::showInSession);
    const auto frame = [this, upper] {
        const bool finds = m_tabs->currentIndex() == 1;
        // What was found is a list, which needs more room.
        upper->setStretch(0, finds ? 1 : 3);
        m_text->frame(finds ? m_finder->found() : std::vector<int>());
    };
    connect(m_finder, &UnitFinder::foundChanged, this, frame);
    connect(m_tabs, &QTabBar::currentChanged, this, frame);
    connect(m_finder, &UnitFinder::shown, m_text, &UnitText::showToken);
    connect(m_study, &UnitStudy::changed, this, &UnitsView::refresh);
    connect(m_study, &UnitStudy::unitChanged, this, &UnitsView::refresh);
    retranslate();
}

UnitsView::~UnitsView() = default;

QString UnitsView::needed() const {
    if (m_study->canStudy()) return {};
    return tr(
        "A unit that is watched along a text needs a state that is carried from token to token. Recurrent models "
        "have one: RNN, LSTM, GRU and seq2seq. What is open carries none. The "
        "buttons above open small models that have states.");
}

void UnitsView::refresh() {
    fillChoices();
    const QString need = needed();
    const auto& watched = m_study->watched();
    const bool isEmpty = watched && watched->tables.empty();
    m_nothing->setText(!need.isEmpty()                     ? need
                       : m_session.checkpoint() == nullptr ? QString()
                       : isEmpty ? tr("Of this text the model knows no token. Choose another text.")
                                 : tr("The text is being read …"));
    const bool isThere = need.isEmpty() && m_study->hasStates();
    m_pages->setCurrentIndex(isThere ? 0 : 1);
    QString sentence = isThere ? scoreSentence(*m_study) : QString();
    if (isThere && watched->unknown > 0) {
        sentence +=
            QLatin1Char(' ') + tr("%1 tokens that the model does not know were left out.").arg(watched->unknown);
    }
    m_sentence->setText(sentence);
    m_sentence->setVisible(isThere);
    const bool hasTruth = m_study->labels() != nullptr;
    if (isThere && std::exchange(m_hadTruth, hasTruth) != hasTruth) {
        m_tabs->setTabVisible(0, hasTruth);
        m_tabs->setCurrentIndex(hasTruth ? 0 : 1);
        m_tabs->updateGeometry();
    }
    m_scale->update();
}

void UnitsView::fillChoices() {
    const auto fill = [](QComboBox* box, const QStringList& items, const QList<int>& numbers, int chosen) {
        const QSignalBlocker quiet(box);
        box->clear();
        for (int i = 0; i < items.size(); ++i) box->addItem(items[i], numbers.value(i, i));
        box->setCurrentIndex(chosen);
        box->parentWidget()->setVisible(!items.isEmpty());
    };
    QStringList texts, tables, truths;
    QList<int> places;
    int chosen = -1;
    if (const auto& watched = m_study->watched(); watched && m_study->canStudy()) {
        for (const WatchedText text : watched->offered) {
            if (text == watched->text) chosen = static_cast<int>(texts.size());
            texts.append(titleOf(text));
            places.append(static_cast<int>(text));
        }
        for (const StateTable& table : watched->tables) tables.append(titleOf(table));
        for (const TruthLabels& truth : watched->labelled.truths) truths.append(titleOf(truth.truth));
    }
    fill(m_textChoice, texts, places, chosen);
    fill(m_tableChoice, tables, {}, m_study->table());
    fill(m_truthChoice, truths, {}, m_study->truth());
}

/// A token of the session's sentence is chosen for all views, and its cell explained.
void UnitsView::showInSession(int token) {
    if (!m_study->hasStates() || m_study->watched()->text != WatchedText::Sentence || !m_session.trace()) return;
    const StateTable& states = m_study->states();
    const bool hasSource = !m_session.tracedSource().isEmpty();
    const QStringList& words = hasSource ? m_session.tracedSource() : m_session.tracedWords();
    if (token >= words.size()) return;
    const std::string name = (hasSource ? "encoder." : "") + std::string(states.backward ? "backward." : "") +
                             "layers." + std::to_string(states.layer) + ".t." + std::to_string(token) + "." +
                             std::string(entryOf(states.site).name);
    if (hasSource) {
        m_session.selectSourceToken(token);
    } else {
        m_session.selectToken(token);
    }
    if (const auto node = m_session.trace()->find(name)) {
        m_session.selectCell(*node, Quantity::Value, m_study->unit());
    }
}

QSizeF UnitsView::pictureSize() const {
    return {960, 620};
}

void UnitsView::paint(QPainter& painter, const QRectF& target) {
    painter.fillRect(target, theme().stage);
    if (!m_study->hasStates()) return;
    painter.save();
    painter.translate(target.topLeft());
    const QSizeF size = pictureSize();
    const double scale = std::min(target.width() / size.width(), target.height() / size.height());
    painter.scale(scale, scale);
    const double line = fontMetrics().height();
    painter.setFont(font());
    painter.setPen(theme().ink);
    painter.drawText(QRectF(16, 10, size.width() - 32, 3 * line), Qt::TextWordWrap, m_sentence->text());
    painter.setPen(theme().mutedInk);
    painter.drawText(QRectF(16, 10 + 3 * line, size.width() - 32, line), Qt::AlignLeft,
                     m_tableChoice->currentText() + QStringLiteral(" · ") + m_textChoice->currentText());
    const double top = 18 + 4 * line, below = size.height() - 12;
    m_list->paintInto(painter, {16, top, 240, below - top});
    const QRectF right(276, top, size.width() - 292, below - top);
    const double text = m_study->labels() ? right.height() * 0.58 : right.height() - 2 * line;
    m_text->paintInto(painter, {right.left(), right.top(), right.width(), text});
    m_text->paintScale(painter, {right.left(), right.top() + text + 4});
    if (m_study->labels()) {
        m_known->paintInto(painter, right.adjusted(0, text + 2 * line, 0, 0));
    }
    painter.restore();
}

QString UnitsView::csv() const {
    if (!m_study->hasStates()) return {};
    const StateTable& states = m_study->states();
    QStringList units;
    for (int unit = 0; unit < states.width; ++unit) units.append(unitTitle(unit));
    return spreadsheetText(
        m_study->watched()->words, units,
        [&](int row, int column) { return static_cast<double>(states.at(static_cast<std::size_t>(row), column)); },
        QLatin1Char(','));
}

bool UnitsView::hasNumbers() const {
    return m_study->hasStates();
}

bool UnitsView::isBusy() const {
    return m_study->isBusy();
}

/// The text keeps a few lines, however large the type is.
void UnitsView::fitType() {
    m_textArea->setMinimumHeight(fontMetrics().height() * 5);
}

void UnitsView::retranslate() {
    fitType();
    setAccessibleName(tr("What a unit knows"));
    const auto name = [](QLabel* label, QComboBox* box, const QString& shown, const QString& full) {
        label->setText(shown);
        box->setAccessibleName(full);
        box->setToolTip(full);
    };
    name(m_textName, m_textChoice, tr("text"), tr("Text over which the units are watched"));
    name(m_tableName, m_tableChoice, tr("units of"), tr("Layer and kind of the units"));
    name(m_truthName, m_truthChoice, tr("known"), tr("What is known of the text for certain"));
    m_tabs->setAccessibleName(tr("What is asked of the units"));
    m_tabs->setTabText(0, tr("Against what is known"));
    m_tabs->setTabText(1, tr("Find in the text"));
    m_list->setAccessibleName(tr("Units, best first"));
    m_text->setAccessibleName(tr("The text in the colours of the unit"));
    refresh();
}

void UnitsView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) fitType();
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void UnitsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_study->want(true);
    refresh();
}

void UnitsView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_study->want(false);
}

void UnitsView::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), theme().stage);
}

void UnitsView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    if (m_pages->currentIndex() == 0) m_list->setFocus(event->reason());
}

}  // namespace attentarium
