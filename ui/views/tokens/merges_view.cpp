#include "ui/views/tokens/merges_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/explain/words.h"
#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/elided_label.h"
#include "ui/views/flat_button.h"
#include "ui/views/tokens/token_field.h"
#include "ui/views/tokens/token_scroll.h"
#include "ui/views/tokens/token_words.h"

namespace attentarium {
namespace {

/// Items stay from one merge to the next: new ones would take longer than the rest of a step.
void write(QTableWidget& table, int row, int column, const QString& text, Qt::Alignment alignment = Qt::AlignLeft) {
    QTableWidgetItem* item = table.item(row, column);
    if (!item) {
        item = new QTableWidgetItem;
        item->setTextAlignment(alignment | Qt::AlignVCenter);
        table.setItem(row, column, item);
    }
    if (item->text() == text) return;
    item->setText(text);
    // The whole of what may have no room.
    item->setToolTip(text);
}

/// The place in a piece's text at which the byte `bytes` from its beginning stands.
int placeInText(const TokenPiece& piece, std::size_t bytes) {
    if (piece.isBytes) return static_cast<int>(bytes * 3);
    const std::string_view before = std::string_view(piece.bytes).substr(0, bytes);
    return static_cast<int>(visible(before).size());
}

}  // namespace

MergesView::MergesView(Session& session, QWidget* parent) : QWidget(parent), m_study(session.textStudy()) {
    build();
    connect(&m_study, &TextStudy::storyChanged, this, &MergesView::showStory);
    connect(&m_study, &TextStudy::mergeChanged, this, [this] {
        showTable();
        showText();
    });
    connect(&m_study, &TextStudy::learningChanged, this, &MergesView::showLearning);
    connect(&m_study, &TextStudy::textChanged, this, &MergesView::showLearning);
    connect(m_stop, &FlatButton::clicked, &m_study, &TextStudy::stopLearning);
    connect(m_train, &FlatButton::clicked, &m_study, &TextStudy::prepareTraining);
    connect(m_open, &FlatButton::clicked, this, &MergesView::openAsked);
    connect(m_save, &FlatButton::clicked, this, &MergesView::saveAsked);
    connect(m_learn, &FlatButton::clicked, &m_study, [this] { m_study.useTokenizer(nullptr); });
    const auto report = [this](const QString& text) {
        m_outcome->setText(text);
        m_outcome->setVisible(!text.isEmpty());
    };
    connect(&m_study, &TextStudy::tokenizerFailed, this, [report](const Error& error) { report(sentenceFor(error)); });
    connect(&m_study, &TextStudy::failed, this, [report](const Error& error) { report(sentenceFor(error)); });
    connect(&m_study, &TextStudy::tokenizerSaved, this, [this, report](const QString& folder) {
        report(tr("Saved in %1: tokenizer.json, vocab.json and merges.txt.").arg(folder));
    });
    connect(&m_study, &TextStudy::storyChanged, this, [report] { report({}); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &MergesView::outlineChosen);
    connect(m_field, &TokenField::chosenChanged, this, &MergesView::tellChosen);
    retranslate();
}

void MergesView::build() {
    m_step = new QLabel(this);
    m_step->setObjectName(QStringLiteral("step"));
    m_step->setWordWrap(true);
    QFont bold = m_step->font();
    bold.setBold(true);
    m_step->setFont(bold);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, TextStudy::kMostMerges);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(fontMetrics().height() / 2);
    m_stop = new FlatButton(this);
    m_stop->setObjectName(QStringLiteral("stop"));
    auto* const waiting = new QHBoxLayout;
    waiting->addWidget(m_progress, 1);
    waiting->addWidget(m_stop);

    m_table = new QTableWidget(0, 3, this);
    m_table->setObjectName(QStringLiteral("pairs"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int column : {1, 2}) {
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    }
    m_table->setMinimumWidth(fontMetrics().averageCharWidth() * 26);
    m_field = new TokenField(this);
    m_field->setObjectName(QStringLiteral("merged"));
    m_field->setDescription(
        [this](const TokenPiece& piece) { return describedToken(piece, countIn(m_study, piece.bytes)); });
    auto* const splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(scrolled(m_field, splitter));
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({260, 460});

    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_told = new ElidedLabel(this);
    m_told->setObjectName(QStringLiteral("toldMerged"));
    m_outcome = new QLabel(this);
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_train = new FlatButton(this, FlatButton::Look::Primary);
    m_train->setObjectName(QStringLiteral("train"));
    m_open = new FlatButton(this);
    m_open->setObjectName(QStringLiteral("openTokenizer"));
    m_save = new FlatButton(this);
    m_save->setObjectName(QStringLiteral("saveTokenizer"));
    m_learn = new FlatButton(this);
    m_learn->setObjectName(QStringLiteral("learn"));
    auto* const buttons = new QHBoxLayout;
    for (FlatButton* const button : {m_train, m_open, m_save, m_learn}) buttons->addWidget(button);
    buttons->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(6);
    column->addWidget(m_step);
    column->addLayout(waiting);
    column->addWidget(splitter, 1);
    column->addWidget(m_told);
    column->addWidget(m_note);
    column->addWidget(m_outcome);
    column->addLayout(buttons);
}

QString MergesView::told() const {
    return m_told->text();
}

void MergesView::showStory() {
    showTable();
    showText();
    showLearning();
}

void MergesView::showTable() {
    if (!isVisible()) return;
    const QSignalBlocker quiet(m_table);
    const auto& story = m_study.story();
    const int merged = m_study.merged();
    const std::span<const BytePair> pairs = story ? story->pairs(merged) : std::span<const BytePair>();
    if (m_table->rowCount() != static_cast<int>(pairs.size())) m_table->setRowCount(static_cast<int>(pairs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const BytePair& pair = pairs[static_cast<std::size_t>(row)];
        const std::string &left = story->token(pair.left), &right = story->token(pair.right);
        write(*m_table, row, 0, QStringLiteral("%1 + %2").arg(readable(left), readable(right)));
        write(*m_table, row, 1, grouped(pair.count), Qt::AlignRight);
        write(*m_table, row, 2, readable(left + right));
    }
    if (m_table->rowCount() > 0) m_table->selectRow(0);
    if (!story) {
        m_step->clear();
        return;
    }
    if (merged == 0) {
        m_step->setText(tr("Before the first merge: each token is one byte."));
        return;
    }
    const BytePair& last = story->merge(merged);
    const std::string &left = story->token(last.left), &right = story->token(last.right);
    //: %2 and %3 became the token %4, whose number is %5; %6 is how often they stood side by side
    m_step->setText(tr("Merge %1: “%2” and “%3” became the token “%4” with id %5, %6 times")
                        .arg(merged)
                        .arg(readable(left), readable(right), readable(left + right))
                        .arg(story->idOf(MergeStory::kBytes + merged - 1))
                        .arg(grouped(last.count)));
}

void MergesView::showText() {
    if (!isVisible()) return;
    const auto& story = m_study.story();
    if (!story) {
        m_field->show(TokenPieces{});
        return;
    }
    const int merged = m_study.merged();
    TokenPieces pieces = piecesOf(story->passage(merged), [&](int place) { return story->idOf(place); });
    for (TokenPiece& piece : pieces.pieces) {
        piece.isWordBegin = story->mergeAt(piece.offset) == MergeStory::kWordBegins;
        // The boundary that this step took away stays faint for as long as the step is shown.
        for (std::size_t i = 1; i < piece.bytes.size() && merged > 0 && piece.joint < 0; ++i) {
            if (story->mergeAt(piece.offset + i) == merged) piece.joint = placeInText(piece, i);
        }
    }
    m_field->show(std::move(pieces));
    outlineChosen();
    tellChosen();
}

void MergesView::outlineChosen() {
    const auto& story = m_study.story();
    const int row = m_table->currentRow();
    const std::span<const BytePair> pairs = story ? story->pairs(m_study.merged()) : std::span<const BytePair>();
    if (row < 0 || row >= static_cast<int>(pairs.size())) return m_field->outline({}, {});
    const BytePair& pair = pairs[static_cast<std::size_t>(row)];
    m_field->outline(story->token(pair.left), story->token(pair.right));
}

void MergesView::tellChosen() {
    const int chosen = m_field->chosen();
    m_told->setText(chosen < 0
                        ? tr("The outlined pair is the next to be merged. Choose another row to see where it stands.")
                        : m_field->itemName(chosen));
}

void MergesView::showLearning() {
    const bool isLearning = m_study.isLearning();
    m_progress->setVisible(isLearning);
    m_stop->setVisible(isLearning);
    m_progress->setValue(m_study.learned());
    const auto& story = m_study.story();
    m_train->setEnabled(story && story->isLearned() && !isLearning);
    m_save->setEnabled(story && !isLearning);
    m_learn->setVisible(m_study.opened() != nullptr);
    QStringList notes;
    if (story && story->isLearned() && !isLearning && story->merges() == 0) {
        notes.append(
            tr("No pair of neighbours stands twice in this text, so there is nothing to merge. Take a longer one."));
    }
    if (isLearning) notes.append(tr("Learning: merge %1…").arg(m_study.learned()));
    if (story && !story->isLearned())
        notes.append(tr(
            "A tokenizer from a file: what it was learned from is not known here, so there are no counts of pairs."));
    if (story && story->hasMore() && !isLearning) {
        notes.append(tr("The text has more pairs; %1 merges were learned.").arg(story->merges()));
    }
    if (m_study.cuts() && !m_study.cuts()->isWhole()) {
        notes.append(tr("Shown is the beginning of the text, %1 of %2 bytes. All counts are of the whole text.")
                         .arg(grouped(static_cast<std::int64_t>(m_study.cuts()->passage.size())),
                              grouped(static_cast<std::int64_t>(m_study.cuts()->text->size()))));
    }
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_note->setVisible(!notes.isEmpty());
}

void MergesView::retranslate() {
    m_table->setHorizontalHeaderLabels({tr("pair"), tr("count"), tr("new token")});
    m_table->setAccessibleName(tr("Pairs of neighbouring tokens, the most frequent first"));
    m_field->setAccessibleName(tr("The text after the merges"));
    m_progress->setAccessibleName(tr("How far the learning is"));
    const auto name = [](FlatButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setToolTip(hint);
        button->setAccessibleName(text);
        button->updateGeometry();
    };
    name(m_stop, tr("Stop"), tr("What was learned until now stays"));
    name(m_train, tr("Train a model with it"),
         tr("Sets up a run that learns this text with these byte pairs, and goes to the training workspace"));
    name(m_open, tr("Open a tokenizer…"), tr("tokenizer.json, or vocab.json with merges.txt beside it"));
    name(m_save, tr("Save the tokenizer…"),
         tr("As tokenizer.json, vocab.json and merges.txt, with the merges shown now"));
    name(m_learn, tr("Learn from the text again"), tr("In place of the tokenizer that was opened"));
    showStory();
}

QString MergesView::csv() const {
    QString table = QStringLiteral("merges,left,right,left_bytes,right_bytes,count\n");
    const auto& story = m_study.story();
    if (!story) return {};
    for (const BytePair& pair : story->pairs(m_study.merged())) {
        const std::string &left = story->token(pair.left), &right = story->token(pair.right);
        table += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                     .arg(m_study.merged())
                     .arg(quoted(readable(left)), quoted(readable(right)), hexadecimal(left), hexadecimal(right))
                     .arg(pair.count);
    }
    return table;
}

void MergesView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showStory();
}

void MergesView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
