#include "ui/views/tokens/compare_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/explain/numbers.h"
#include "ui/session/session.h"
#include "ui/session/text_study.h"
#include "ui/views/elided_label.h"
#include "ui/views/tokens/token_field.h"
#include "ui/views/tokens/token_scroll.h"
#include "ui/views/tokens/token_words.h"

namespace attentarium {
namespace {

constexpr int kCharacters = 0, kWords = 1, kBytePairs = 2;

}  // namespace

CompareView::CompareView(Session& session, QWidget* parent)
    : QWidget(parent), m_study(session.textStudy()), m_byte(new QLabel(this)), m_told(new ElidedLabel(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    column->setSpacing(4);
    for (int i = 0; i < 3; ++i) {
        Row& row = m_rows[static_cast<std::size_t>(i)];
        row.name = new QLabel(this);
        QFont bold = row.name->font();
        bold.setBold(true);
        row.name->setFont(bold);
        row.figures = new ElidedLabel(this);
        row.figures->setObjectName(QStringLiteral("figures%1").arg(i));
        row.field = new TokenField(this);
        row.field->setObjectName(QStringLiteral("row%1").arg(i));
        row.field->setDescription([this, i](const TokenPiece& piece) { return description(i, piece); });
        connect(row.field, &TokenField::chosenChanged, this, [this, i](int piece) { tell(i, piece); });
        auto* const head = new QHBoxLayout;
        head->setSpacing(12);
        head->addWidget(row.name);
        head->addWidget(row.figures, 1);
        column->addLayout(head);
        column->addWidget(scrolled(row.field, this), 1);
    }
    m_told->setObjectName(QStringLiteral("told"));
    column->addWidget(m_told);
    m_byte->setWordWrap(true);
    column->addWidget(m_byte);
    connect(&m_study, &TextStudy::textChanged, this, &CompareView::showCuts);
    connect(&m_study, &TextStudy::mergeChanged, this, &CompareView::showMerges);
    retranslate();
}

QString CompareView::figures(int row) const {
    return m_rows[static_cast<std::size_t>(row)].figures->text();
}

QString CompareView::told() const {
    return m_told->text();
}

QString CompareView::figuresIn(std::int64_t tokens, int vocabulary, bool isModels) const {
    const double characters = m_study.cuts() ? static_cast<double>(m_study.cuts()->characters) : 0;
    const double each = tokens > 0 ? characters / static_cast<double>(tokens) : 0;
    QStringList parts{tr("tokens: %1").arg(grouped(tokens)), tr("characters per token: %1").arg(shortNumber(each)),
                      isModels ? tr("vocabulary of the model: %1").arg(grouped(vocabulary))
                               : tr("vocabulary: %1").arg(grouped(vocabulary))};
    return parts.join(QStringLiteral(" · "));
}

void CompareView::showCuts() {
    if (!m_study.cuts() || !isVisible()) return;
    const CutText& cuts = *m_study.cuts();
    for (const int i : {kCharacters, kWords}) {
        const TextCut& cut = i == kCharacters ? cuts.byCharacters : cuts.byWords;
        Row& row = m_rows[static_cast<std::size_t>(i)];
        row.field->show(piecesOf(cut.passage));
        QString figures = figuresIn(cut.tokens, cut.vocabulary, cut.isModels) + QStringLiteral(" · ") +
                          tr("out of the vocabulary: %1").arg(grouped(cut.unknown));
        if (!cut.hasWordList && i == kWords) {
            figures += QStringLiteral(" · ") + tr("without a word list each Chinese character counts as a word");
        }
        row.figures->setText(figures);
    }
    showMerges();
}

void CompareView::showMerges() {
    if (!isVisible()) return;
    Row& row = m_rows[kBytePairs];
    const auto& story = m_study.story();
    if (!story) {
        row.field->show(TokenPieces{});
        row.figures->setText(m_study.isLearning() ? tr("being learned…") : QString());
        return;
    }
    const int merged = m_study.merged();
    row.field->show(piecesOf(story->passage(merged), [&](int place) { return story->idOf(place); }));
    row.figures->setText(figuresIn(story->tokens(merged), story->vocabularySize(merged), false) +
                         QStringLiteral(" · ") +
                         //: no token is out of a vocabulary that has every byte
                         tr("out of the vocabulary: %1").arg(0));
    if (row.field->chosen() >= 0) tell(kBytePairs, row.field->chosen());
}

std::int64_t CompareView::countOf(int row, const TokenPiece& piece) const {
    if (row == kBytePairs) return countIn(m_study, piece.bytes);
    const auto& cuts = m_study.cuts();
    if (!cuts) return 0;
    return (row == kCharacters ? cuts->byCharacters : cuts->byWords).count(piece.bytes);
}

QString CompareView::description(int row, const TokenPiece& piece) const {
    return describedToken(piece, countOf(row, piece));
}

void CompareView::tell(int row, int piece) {
    if (piece < 0) {
        m_told->setText(tr("Choose a token to see its bytes and where else it stands."));
        return;
    }
    for (int i = 0; i < 3; ++i) {
        if (i != row && field(i).chosen() >= 0) {
            const QSignalBlocker quiet(&field(i));
            field(i).choose(-1);
        }
    }
    m_told->setText(description(row, field(row).pieces()[static_cast<std::size_t>(piece)]));
}

void CompareView::retranslate() {
    const QStringList names{tr("Characters"), tr("Words"), tr("Byte pairs")};
    for (int i = 0; i < 3; ++i) {
        Row& row = m_rows[static_cast<std::size_t>(i)];
        row.name->setText(names[i]);
        row.field->setAccessibleName(tr("The text as tokens: %1").arg(names[i]));
    }
    m_byte->setText(byteExplained());
    showCuts();
    tell(0, -1);
}

QString CompareView::csv() const {
    QString table = QStringLiteral("tokenizer,place,token,bytes,id,count\n");
    const QStringList names{QStringLiteral("char"), QStringLiteral("word"), QStringLiteral("bpe")};
    for (int i = 0; i < 3; ++i) {
        int place = 0;
        for (const TokenPiece& piece : m_rows[static_cast<std::size_t>(i)].field->pieces()) {
            table += QStringLiteral("%1,%2,%3,%4,%5,%6\n")
                         .arg(names[i])
                         .arg(++place)
                         .arg(quoted(piece.text), hexadecimal(piece.bytes),
                              piece.id ? QString::number(*piece.id) : QString())
                         .arg(countOf(i, piece));
        }
    }
    return table;
}

void CompareView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showCuts();
}

void CompareView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace attentarium
