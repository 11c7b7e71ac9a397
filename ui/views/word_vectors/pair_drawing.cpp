#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/change_words.h"
#include "ui/views/word_vectors/pair_picture.h"
#include "ui/views/word_vectors/vector_figure.h"

namespace attentarium {
namespace {

struct PairDrawing {
    Q_DECLARE_TR_FUNCTIONS(PairDrawing)
};

/// From here on a number fits into a cell.
constexpr double kPrinted = 28;

double largest(const std::vector<double>& numbers) {
    double most = 0;
    for (const double number : numbers) most = std::max(most, std::abs(number));
    return most;
}

std::function<QString(int)> numbersTold(const QString& name, const std::vector<double>& numbers) {
    return [name, numbers](int cell) {
        return PairDrawing::tr("%1, feature %2: %3")
            .arg(name)
            .arg(cell + 1)
            .arg(fullNumber(numbers[static_cast<std::size_t>(cell)]));
    };
}

/// A row of a table or a vector, with its name on the left.
void drawRow(FigureSheet& sheet, double names, const QString& name, const std::vector<double>& numbers, double limit,
             double right = 0, bool bold = false) {
    const double height = sheet.line() + 2;
    sheet.text({0, sheet.y, names - 8, height}, name, Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Plain, bold);
    const QRectF cells(names, sheet.y,
                       std::min(sheet.width() - names - right, 52.0 * static_cast<double>(numbers.size())), height - 2);
    sheet.cells(cells, numbers, std::max(limit, 1e-30),
                cells.width() / static_cast<double>(numbers.size()) >= kPrinted);
    sheet.add({cells, name, static_cast<int>(numbers.size()), numbersTold(name, numbers)});
    sheet.y += height;
}

/// A place for each word of the vocabulary, with a 1 at those of `ids` and 0 everywhere else.
void drawOneHot(FigureSheet& sheet, double names, const PairPicture& picture) {
    const double height = sheet.line() + 2;
    const QRectF strip(names, sheet.y + 3, std::min(sheet.width() - names - 30, 520.0), height - 8);
    sheet.text({0, sheet.y, names - 8, height}, PairDrawing::tr("one-hot"), Qt::AlignRight | Qt::AlignVCenter,
               FigureSheet::Ink::Muted);
    sheet.frame(strip, theme().line);
    const double cell = strip.width() / std::max(1, picture.vocabulary);
    QStringList places;
    for (const int id : picture.inputIds) {
        const double x = strip.left() + (id + 0.5) * cell;
        if (QPainter* const painter = sheet.painter()) {
            painter->fillRect(QRectF(x - std::max(1.5, cell / 2), strip.top(), std::max(3.0, cell), strip.height()),
                              theme().accent);
        }
        places.append(QString::number(id));
    }
    sheet.add({strip, PairDrawing::tr("One-hot: %1 places, a 1 at %2, else 0")
                          .arg(picture.vocabulary)
                          .arg(places.join(QStringLiteral(", ")))});
    sheet.y += height;
}

void drawHead(FigureSheet& sheet, const PairPicture& picture, int stage, int now,
              const std::function<void(int)>& choose) {
    const QString text = QStringLiteral("%1  %2").arg(QString(QChar(0x2460 + stage)), pairStageName(picture, stage));
    const QRectF place(0, sheet.y, sheet.width(), sheet.line() + 2);
    if (stage == now) sheet.box(place, theme().accentSoft);
    sheet.text(place.adjusted(4, 0, 0, 0), text, Qt::AlignLeft | Qt::AlignVCenter, FigureSheet::Ink::Plain,
               stage == now);
    FigurePart part{place, text};
    part.press = [choose, stage](int) { choose(stage); };
    part.isChosen = stage == now;
    sheet.add(std::move(part));
    sheet.y += sheet.line() + 5;
}

void drawSentence(FigureSheet& sheet, const PairPicture& picture) {
    const double height = sheet.line() + 6;
    double x = 0;
    for (int i = 0; i < picture.words.size(); ++i) {
        const bool isInput = std::ranges::find(picture.inputs, i) != picture.inputs.end();
        const bool isTarget = i == picture.target;
        const double width = sheet.widthOf(picture.words[i]) + 16;
        if (x > 0 && x + width > sheet.width()) {
            x = 0;
            sheet.y += height + 4;
        }
        const QRectF chip(x, sheet.y, width, height);
        sheet.box(chip, isInput ? theme().accentSoft : theme().panel);
        sheet.frame(chip,
                    isTarget  ? theme().key
                    : isInput ? theme().accent
                              : theme().line,
                    isTarget || isInput ? 2 : 1);
        sheet.text(chip, picture.words[i], Qt::AlignCenter, FigureSheet::Ink::Plain, isInput || isTarget);
        QString name = picture.words[i];
        if (isInput) name = PairDrawing::tr("%1: it is told from this word").arg(name);
        if (isTarget) name = PairDrawing::tr("%1: this word is to be told").arg(name);
        sheet.add({chip, name});
        x += width + 5;
    }
    sheet.y += height + 6;
}

/// Scores, probabilities and errors, as far as they are worked out.
void drawTold(FigureSheet& sheet, const PairPicture& picture, double names, int stage) {
    const double height = sheet.line() + 2;
    QStringList heads{PairDrawing::tr("score h · v")};
    if (stage >= 3) heads << (picture.isSoftmax ? PairDrawing::tr("softmax") : PairDrawing::tr("σ(score)"));
    if (stage >= 4) heads << PairDrawing::tr("wanted") << PairDrawing::tr("error");
    double column = 70, limit = 0;
    for (const QString& head : heads) column = std::max(column, sheet.widthOf(head) + 12);
    const double right = column * 4;
    for (const auto& told : picture.told) limit = std::max(limit, largest(told.vector));
    for (int i = 0; i < heads.size(); ++i) {
        sheet.text({sheet.width() - right + i * column, sheet.y, column - 4, height}, heads[i],
                   Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Muted);
    }
    sheet.text({names, sheet.y, std::max(60.0, sheet.width() - right - names), height},
               PairDrawing::tr("v: their rows of the output table"), Qt::AlignLeft | Qt::AlignVCenter,
               FigureSheet::Ink::Muted);
    sheet.y += height;
    for (const auto& told : picture.told) {
        const double top = sheet.y;
        drawRow(sheet, names, (told.isTrue ? QStringLiteral("✓ ") : QString()) + told.word, told.vector, limit,
                right + 6, told.isTrue);
        QStringList numbers{shortNumber(told.score)};
        if (stage >= 3) numbers << shortNumber(told.probability);
        if (stage >= 4) numbers << (told.isTrue ? QStringLiteral("1") : QStringLiteral("0")) << shortNumber(told.error);
        for (int i = 0; i < numbers.size(); ++i) {
            sheet.text({sheet.width() - right + i * column, top, column - 4, height}, numbers[i],
                       Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Plain, told.isTrue);
        }
        QString all = PairDrawing::tr("%1: score %2").arg(told.word, fullNumber(told.score));
        if (stage >= 3)
            all += QStringLiteral(", ") + PairDrawing::tr("probability %1").arg(fullNumber(told.probability));
        if (stage >= 4) all += QStringLiteral(", ") + PairDrawing::tr("error %1").arg(fullNumber(told.error));
        sheet.add({QRectF(sheet.width() - right, top, right, height - 2), all});
    }
    if (picture.isSoftmax) {
        sheet.text({names, sheet.y, sheet.width() - names, height},
                   PairDrawing::tr("… and %1 others").arg(picture.vocabulary - static_cast<int>(picture.told.size())),
                   Qt::AlignLeft | Qt::AlignVCenter, FigureSheet::Ink::Muted);
        sheet.y += height;
    }
}

void drawMoved(FigureSheet& sheet, const PairPicture& picture, double names) {
    bool isOwn = true;
    for (const auto& row : picture.moved) {
        // The input's first row and that of the word that came in full; of the others how far they move.
        const bool isFull = isOwn && (row.isInput ? &row == &picture.moved.front() : true);
        if (!row.isInput) isOwn = false;
        const QString table = row.isInput ? PairDrawing::tr("input row of “%1”").arg(row.word)
                                          : PairDrawing::tr("output row of “%1”").arg(row.word);
        const QString moved = PairDrawing::tr("%1 moves by %2").arg(table, shortNumber(row.distance));
        const double height = sheet.line() + 2;
        sheet.text({names, sheet.y, sheet.width() - names, height}, moved, Qt::AlignLeft | Qt::AlignVCenter,
                   isFull ? FigureSheet::Ink::Plain : FigureSheet::Ink::Muted, isFull);
        sheet.add({QRectF(names, sheet.y, sheet.width() - names, height),
                   PairDrawing::tr("%1 moves by %2").arg(table, fullNumber(row.distance))});
        sheet.y += height;
        if (!isFull) continue;
        const double limit = std::max(largest(row.before), largest(row.after));
        std::vector<double> change(row.before.size());
        for (std::size_t i = 0; i < change.size(); ++i) change[i] = -picture.rate * row.gradient[i];
        drawRow(sheet, names, PairDrawing::tr("before"), row.before, limit);
        drawRow(sheet, names, PairDrawing::tr("−η · gradient"), change, largest(change));
        drawRow(sheet, names, PairDrawing::tr("after"), row.after, limit);
        sheet.y += 4;
    }
}

}  // namespace

QString pairStageName(const PairPicture& picture, int stage) {
    switch (stage) {
        case 0:
            return picture.isMean ? PairDrawing::tr("one-hot rows pick the neighbours' vectors")
                                  : PairDrawing::tr("one-hot picks the word's vector");
        case 1:
            return picture.isMean ? PairDrawing::tr("hidden: the mean of them")
                                  : PairDrawing::tr("hidden: that vector, as it is");
        case 2:
            return PairDrawing::tr("scores: how well each word fits");
        case 3:
            return picture.isSoftmax ? PairDrawing::tr("softmax over all words")
                                     : PairDrawing::tr("σ: did it come, or was it drawn?");
        case 4:
            return PairDrawing::tr("error and loss");
        default:
            return PairDrawing::tr("the rows that move");
    }
}

QString pairTold(const PairPicture& picture, int stage) {
    if (picture.isEmpty()) return {};
    const QString from = picture.inputWords.join(QStringLiteral(", "));
    const PairPicture::Told& told = picture.told.front();
    const QString pair = QStringLiteral("%1 → %2").arg(from, told.word);
    switch (stage) {
        case 0:
            return PairDrawing::tr("%1: of the %2 rows of the input table, the ones in the one-hot choose %3.")
                .arg(pair)
                .arg(picture.vocabulary)
                .arg(picture.inputIds.size());
        case 1:
            return picture.isMean
                       ? PairDrawing::tr("CBOW tells a word from the mean of its %1 neighbours' vectors.")
                             .arg(picture.inputIds.size())
                       : PairDrawing::tr("Skip-gram tells each neighbour from the word's own vector, unchanged.");
        case 2:
            return PairDrawing::tr("“%1” came: its score is %2. The higher, the better it fits to “%3”.")
                .arg(told.word, shortNumber(told.score), from);
        case 3:
            return picture.isSoftmax ? PairDrawing::tr("Of all %1 words “%2” gets %3.")
                                           .arg(picture.vocabulary)
                                           .arg(told.word, percent(told.probability))
                                     : PairDrawing::tr(
                                           "“%1” gets %2, where 1 would be right; each of the %3 words drawn against "
                                           "it should get 0.")
                                           .arg(told.word, shortNumber(told.probability))
                                           .arg(picture.told.size() - 1);
        case 4:
            return PairDrawing::tr("The loss of this pair is %1 nats; the error of “%2” is %3.")
                .arg(shortNumber(picture.loss), told.word, shortNumber(told.error));
        default: {
            const NumberChange change = numberChange(told.probability, picture.probabilityAfter);
            const auto& first = picture.moved.front();
            const QString move =
                first.distance == 0
                    ? PairDrawing::tr("The row of “%1” does not move yet: all output rows that it met are still zeros.")
                          .arg(first.word)
                    : PairDrawing::tr("With the rate η = %1 the row of “%2” moves by %3.")
                          .arg(shortNumber(picture.rate), first.word, shortNumber(first.distance));
            const QString then = PairDrawing::tr("Asked again, “%1” would get %2 instead of %3.")
                                     .arg(told.word, change.after, change.before);
            return move + QLatin1Char(' ') + then;
        }
    }
}

void drawPair(FigureSheet& sheet, const PairPicture& picture, int stage, const std::function<void(int)>& chooseStage) {
    if (picture.isEmpty()) return;
    drawSentence(sheet, picture);
    sheet.paragraph(pairTold(picture, stage));
    sheet.y += 4;
    double names = sheet.widthOf(PairDrawing::tr("−η · gradient")) + 16, limit = largest(picture.hidden);
    for (const auto& told : picture.told) names = std::max(names, sheet.widthOf(QStringLiteral("✓ ") + told.word) + 20);
    for (const auto& row : picture.inputRows) limit = std::max(limit, largest(row));
    for (int i = 0; i < picture.inputWords.size(); ++i) {
        names = std::max(names, sheet.widthOf(QStringLiteral("%1  %2")
                                                  .arg(picture.inputWords[i])
                                                  .arg(picture.inputIds[static_cast<std::size_t>(i)])) +
                                    16);
    }
    names = std::min(names, 180.0);
    // The last stage needs the room of those before it.
    if (stage < kPairStages - 1) {
        drawHead(sheet, picture, 0, stage, chooseStage);
        drawOneHot(sheet, names, picture);
        for (std::size_t i = 0; i < picture.inputRows.size(); ++i) {
            drawRow(sheet, names,
                    QStringLiteral("%1  %2").arg(picture.inputWords[static_cast<int>(i)]).arg(picture.inputIds[i]),
                    picture.inputRows[i], limit);
        }
        sheet.y += 4;
        if (stage >= 1) {
            drawHead(sheet, picture, 1, stage, chooseStage);
            drawRow(sheet, names, QStringLiteral("h"), picture.hidden, limit);
            sheet.y += 4;
        }
        for (int one = 2; one <= std::min(stage, 4); ++one) drawHead(sheet, picture, one, stage, chooseStage);
        if (stage >= 2) drawTold(sheet, picture, names, stage);
        return;
    }
    drawHead(sheet, picture, stage, stage, chooseStage);
    drawMoved(sheet, picture, names);
}

}  // namespace attentarium
