#include "ui/views/word_map/word_map_controls.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <cmath>

#include "ui/session/word_map_study.h"
#include "ui/views/flat_button.h"
#include "ui/views/flow_layout.h"
#include "ui/views/play_signs.h"
#include "ui/views/word_map/word_map_words.h"

namespace attentarium {
namespace {

QHBoxLayout* rowIn(QWidget* group) {
    auto* const row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    // So that what stands in one row stands on one line.
    group->setMinimumHeight(group->fontMetrics().height() + 14);
    return row;
}

}  // namespace

WordMapControls::WordMapControls(WordMapStudy& study, QWidget* parent) : QWidget(parent), m_study(study) {
    auto* const flow = new FlowLayout(this, 8);
    const auto group = [&] {
        auto* const widget = new QWidget(this);
        flow->addWidget(widget);
        return widget;
    };
    QWidget* const table = group();
    auto* row = rowIn(table);
    row->addWidget(m_tableName = new QLabel(table));
    row->addWidget(m_tables = new QComboBox(table));
    QWidget* const kind = group();
    row = rowIn(kind);
    row->addWidget(m_kindName = new QLabel(kind));
    row->addWidget(m_kinds = new QComboBox(kind));
    m_running = group();
    row = rowIn(m_running);
    row->addWidget(m_perplexityName = new QLabel(m_running));
    row->addWidget(m_perplexity = new QLineEdit(m_running));
    row->addWidget(m_play = new FlatButton(m_running, FlatButton::Look::Primary));
    row->addWidget(m_step = new FlatButton(m_running));
    row->addWidget(m_cancel = new FlatButton(m_running));
    m_pairs = group();
    row = rowIn(m_pairs);
    for (int i = 0; i < 4; ++i) {
        row->addWidget(m_signs[i] = new QLabel(m_pairs));
        row->addWidget(m_words[i] = new QLineEdit(m_pairs));
        connect(m_words[i], &QLineEdit::returnPressed, this, &WordMapControls::takeDirections);
        m_words[i]->setObjectName(QStringLiteral("direction%1").arg(i));
    }
    QWidget* const offered = group();
    rowIn(offered)->addWidget(m_offer = new FlatButton(offered));
    m_tables->setObjectName(QStringLiteral("vectors"));
    m_kinds->setObjectName(QStringLiteral("mapKind"));
    m_perplexity->setObjectName(QStringLiteral("perplexity"));
    m_play->setObjectName(QStringLiteral("playMap"));
    m_step->setObjectName(QStringLiteral("stepMap"));
    m_cancel->setObjectName(QStringLiteral("cancelMap"));
    m_offer->setObjectName(QStringLiteral("openWordVectors"));
    m_tableName->setBuddy(m_tables);
    m_kindName->setBuddy(m_kinds);
    m_perplexityName->setBuddy(m_perplexity);
    for (QComboBox* const box : {m_tables, m_kinds}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_step->setSign(forwardSign());
    connect(m_tables, &QComboBox::activated, &m_study, &WordMapStudy::setTable);
    connect(m_kinds, &QComboBox::activated, this, [this](int index) {
        m_study.setKind(static_cast<MapKind>(index));
        showState();
    });
    connect(m_perplexity, &QLineEdit::returnPressed, this, &WordMapControls::takePerplexity);
    connect(m_play, &FlatButton::clicked, this, [this] { m_study.isPlaying() ? m_study.pause() : m_study.play(); });
    connect(m_step, &FlatButton::clicked, &m_study, &WordMapStudy::stepOnce);
    connect(m_cancel, &FlatButton::clicked, &m_study, &WordMapStudy::cancel);
    connect(m_offer, &FlatButton::clicked, this, &WordMapControls::offerTaken);
    connect(&m_study, &WordMapStudy::vectorsChanged, this, &WordMapControls::showTables);
    connect(&m_study, &WordMapStudy::mapChanged, this, &WordMapControls::showMap);
    connect(&m_study, &WordMapStudy::playingChanged, this, &WordMapControls::showState);
    retranslate();
}

void WordMapControls::offer(const QString& text) {
    m_offer->setText(text);
    m_offer->setAccessibleName(text);
    m_offer->updateGeometry();
}

void WordMapControls::showTables() {
    m_tables->clear();
    for (const QString& name : m_study.tables()) m_tables->addItem(nameOfTable(name));
    m_tables->setCurrentIndex(m_study.table());
}

/// The fields are rewritten only where they hold something else: one may be typing in them.
void WordMapControls::showMap() {
    const auto put = [](QLineEdit* field, const QString& text) {
        if (!field->hasFocus() && field->text() != text) field->setText(text);
    };
    put(m_perplexity,
        std::isfinite(m_study.perplexity()) ? QString::number(m_study.perplexity()) : m_perplexity->text());
    const DirectionWords& words = m_study.directions();
    for (int i = 0; i < 4; ++i) {
        const auto& pair = words[static_cast<std::size_t>(i / 2)];
        put(m_words[i], i % 2 == 0 ? pair.first : pair.second);
    }
    showState();
}

void WordMapControls::showState() {
    m_kinds->setCurrentIndex(static_cast<int>(m_study.kind()));
    m_running->setVisible(m_study.kind() == MapKind::Neighbours);
    m_pairs->setVisible(m_study.kind() == MapKind::Directions);
    const bool playing = m_study.isPlaying(), can = !m_study.problem();
    m_offer->parentWidget()->setVisible(m_study.kind() != MapKind::Neighbours);
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setSign(playing ? pauseSign() : playSign());
    m_play->setAccessibleName(m_play->text());
    m_play->updateGeometry();
    m_play->setEnabled(can);
    const auto& map = m_study.map();
    m_step->setEnabled(can && map && map->step < map->steps);
    m_cancel->setEnabled(m_study.canCancel());
}

void WordMapControls::takePerplexity() {
    bool isNumber = false;
    const double typed = m_perplexity->text().trimmed().toDouble(&isNumber);
    m_study.setPerplexity(isNumber ? typed : std::nan(""));
}

void WordMapControls::takeDirections() {
    m_study.setDirections({{{m_words[0]->text(), m_words[1]->text()}, {m_words[2]->text(), m_words[3]->text()}}});
}

void WordMapControls::replaceWord(const QString& unknown, const QString& known) {
    for (QLineEdit* const field : m_words) {
        if (field->text().trimmed() == unknown) field->setText(known);
    }
    takeDirections();
}

void WordMapControls::retranslate() {
    m_tableName->setText(tr("Vectors"));
    m_tables->setAccessibleName(tr("The vectors that are mapped"));
    m_kindName->setText(tr("placed by"));
    m_kinds->setAccessibleName(tr("How the vectors become places"));
    m_kinds->clear();
    m_kinds->addItems({tr("PCA"), tr("t-SNE"), tr("two directions")});
    m_kinds->setItemData(0, tr("Principal components: the two directions in which the words differ most"),
                         Qt::ToolTipRole);
    m_kinds->setItemData(1, tr("Neighbours stay neighbours; it takes many small steps"), Qt::ToolTipRole);
    m_kinds->setItemData(2, tr("How far each word lies from one word towards another"), Qt::ToolTipRole);
    m_perplexityName->setText(tr("perplexity"));
    m_perplexity->setAccessibleName(tr("Perplexity: how many neighbours a word is to have"));
    m_perplexity->setToolTip(tr("How many neighbours a word is to have, in effect; Enter begins anew with it"));
    m_perplexity->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("00000")) + 14);
    m_step->setToolTip(tr("One step of the descent"));
    m_step->setAccessibleName(m_step->toolTip());
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Back to the start"));
    m_cancel->setAccessibleName(tr("Cancel t-SNE: back to the start"));
    m_cancel->updateGeometry();
    const QString names[4] = {tr("To the right: from the word"), tr("To the right: to the word"),
                              tr("Upwards: from the word"), tr("Upwards: to the word")};
    const QString signs[4] = {tr("right"), QStringLiteral("→"), tr("up"), QStringLiteral("→")};
    for (int i = 0; i < 4; ++i) {
        m_signs[i]->setText(signs[i]);
        m_words[i]->setAccessibleName(names[i]);
        m_words[i]->setToolTip(tr("%1; Enter shows it").arg(names[i]));
        m_words[i]->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("MMMMM")) + 14);
    }
    showTables();
    showMap();
}

void WordMapControls::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
