#include "ui/views/word_vectors/similarity_drawing.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/colour_map.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/views/word_vectors/lookup_picture.h"

namespace attentarium {
namespace {

struct SimilarityDrawing {
    Q_DECLARE_TR_FUNCTIONS(SimilarityDrawing)
};

/// From here on a number fits into a cell.
constexpr double kPrinted = 26;

}  // namespace

QString similarityTold(const SimilarityPicture& picture, std::pair<int, int> chosen) {
    if (picture.count() < 2) return SimilarityDrawing::tr("With one word there is nothing to compare: add another.");
    const auto pairWords = [&](int row, int column) {
        return QStringLiteral("“%1” – “%2”").arg(picture.words[row], picture.words[column]);
    };
    int nearRow = 0, nearColumn = 1, farRow = 0, farColumn = 1;
    for (int row = 0; row < picture.count(); ++row) {
        for (int column = row + 1; column < picture.count(); ++column) {
            if (picture.at(row, column) > picture.at(nearRow, nearColumn)) nearRow = row, nearColumn = column;
            if (picture.at(row, column) < picture.at(farRow, farColumn)) farRow = row, farColumn = column;
        }
    }
    QString told = SimilarityDrawing::tr("Most alike: %1, cosine %2. Least alike: %3, cosine %4.")
                       .arg(pairWords(nearRow, nearColumn), shortNumber(picture.at(nearRow, nearColumn)),
                            pairWords(farRow, farColumn), shortNumber(picture.at(farRow, farColumn)));
    const auto [row, column] = chosen;
    if (row != column && row < picture.count() && column < picture.count() && row >= 0) {
        told += QLatin1Char(' ') + SimilarityDrawing::tr("Chosen: %1, cosine %2, an angle of %3°.")
                                       .arg(pairWords(row, column), shortNumber(picture.at(row, column)))
                                       .arg(std::lround(degreesOf(picture.at(row, column))));
    }
    return told;
}

void drawSimilarity(FigureSheet& sheet, const SimilarityPicture& picture, std::pair<int, int> chosen,
                    const std::function<void(int)>& remove, const std::function<void(int, int)>& choose) {
    const int count = picture.count();
    const double chipHeight = sheet.line() + 6;
    double x = 0;
    for (int i = 0; i < count; ++i) {
        const QString text = picture.words[i] + QStringLiteral("  ×");
        const double width = sheet.widthOf(text) + 14;
        if (x > 0 && x + width > sheet.width()) {
            x = 0;
            sheet.y += chipHeight + 4;
        }
        const QRectF chip(x, sheet.y, width, chipHeight);
        sheet.box(chip, theme().panel);
        sheet.frame(chip, theme().line);
        sheet.text(chip, text, Qt::AlignCenter);
        FigurePart part{chip, SimilarityDrawing::tr("Take %1 away").arg(picture.words[i])};
        part.press = [remove, i](int) { remove(i); };
        sheet.add(std::move(part));
        x += width + 5;
    }
    sheet.y += chipHeight + 8;
    sheet.paragraph(similarityTold(picture, chosen));
    sheet.y += 6;
    if (count < 1) return;
    double names = 0;
    for (const QString& word : picture.words) names = std::max(names, sheet.widthOf(word));
    names = std::min(names + 10, 130.0);
    const double cell = std::clamp((sheet.width() - names - 110) / count, 10.0, 46.0);
    const double height = std::max(std::min(cell, sheet.line() + 8), 12.0);
    // The words above the columns stand upright where they fit, else slanted.
    const bool upright = names - 4 <= cell;
    const double head = upright ? sheet.line() + 4 : names * 0.72 + 6;
    for (int column = 0; column < count; ++column) {
        const QRectF place(names + column * cell, sheet.y, cell, head);
        if (upright) {
            sheet.text(place, picture.words[column], Qt::AlignCenter);
        } else if (QPainter* const painter = sheet.painter()) {
            painter->save();
            painter->translate(place.left() + cell / 2, place.bottom() - 4);
            painter->rotate(-45);
            painter->setPen(theme().ink);
            painter->setFont(sheet.font());
            painter->drawText(QPointF(0, 0),
                              QFontMetricsF(sheet.font()).elidedText(picture.words[column], Qt::ElideRight, names));
            painter->restore();
        }
    }
    sheet.y += head;
    for (int row = 0; row < count; ++row) {
        if (row > 0 && !picture.groups.isEmpty() && picture.groups[row] != picture.groups[row - 1]) {
            sheet.line({0, sheet.y + 1}, {names + count * cell, sheet.y + 1}, theme().ink, 1.5);
            sheet.y += 3;
        }
        sheet.text({0, sheet.y, names - 6, height}, picture.words[row], Qt::AlignRight | Qt::AlignVCenter);
        const std::span<const double> numbers(picture.cosines.data() + row * count, static_cast<std::size_t>(count));
        const QRectF cells(names, sheet.y, cell * count, height - 1);
        sheet.cells(cells, numbers, 1, cell >= kPrinted);
        if (chosen.first == row && chosen.second >= 0 && chosen.second < count && chosen.first != chosen.second) {
            sheet.frame({names + chosen.second * cell, sheet.y, cell - 1, height - 1}, theme().accent, 2.5);
        }
        if (!picture.groups.isEmpty() && (row == 0 || picture.groups[row] != picture.groups[row - 1])) {
            sheet.text(
                {names + count * cell + 6, sheet.y, std::max(20.0, sheet.width() - names - count * cell - 6), height},
                picture.groups[row], Qt::AlignLeft | Qt::AlignVCenter, FigureSheet::Ink::Muted);
        }
        FigurePart part{cells, SimilarityDrawing::tr("Cosines of %1").arg(picture.words[row]), count,
                        [picture, row](int column) {
                            return SimilarityDrawing::tr("%1 – %2: cosine %3, angle %4°")
                                .arg(picture.words[row], picture.words[column], fullNumber(picture.at(row, column)))
                                .arg(degreesOf(picture.at(row, column)), 0, 'f', 2);
                        }};
        part.press = [choose, row](int column) { choose(row, column); };
        sheet.add(std::move(part));
        sheet.y += height;
    }
    sheet.y += 8;
    const std::vector<double> scale{-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1};
    sheet.text({0, sheet.y, names - 6, sheet.line()}, SimilarityDrawing::tr("cosine"),
               Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Muted);
    sheet.cells({names, sheet.y, 36.0 * 9, sheet.line() + 2}, scale, 1, true);
    sheet.y += sheet.line() + 4;
}

QString biasTold(const WordBiasReport& report) {
    if (report.isEmpty()) {
        return report.pairs.isEmpty()
                   ? SimilarityDrawing::tr("A direction needs at least one pair of words that the model knows.")
                   : SimilarityDrawing::tr(
                         "Which words shall be laid along the direction? Type some that the model knows.");
    }
    QString told = SimilarityDrawing::tr(
                       "One direction holds %1 of what tells the pairs apart. On average the words lean %2 along it "
                       "(mean size of the cosine); neutralised, %3.")
                       .arg(percent(report.share), shortNumber(report.meanBefore),
                            shortNumber(report.meanAfter < 1e-9 ? 0 : report.meanAfter));
    if (report.correlation) {
        told +=
            QLatin1Char(' ') + SimilarityDrawing::tr(
                                   "The bias that was set (%1) is known for each occupation: the measured lean goes "
                                   "with it, r = %2.")
                                   .arg(shortNumber(*report.knownBias), shortNumber(*report.correlation));
    }
    if (report.correlationAfter) {
        told += QLatin1Char(' ') +
                SimilarityDrawing::tr(
                    "After the removal the correlation of what is known with how much nearer a word is to "
                    "the first words of the pairs than to the second is r = %1.")
                    .arg(shortNumber(*report.correlationAfter));
    }
    return told;
}

void drawBias(FigureSheet& sheet, const WordBiasReport& report) {
    sheet.paragraph(biasTold(report));
    sheet.y += 4;
    if (report.isEmpty()) return;
    double names = 0, limit = 0.1;
    bool isKnown = false;
    for (const auto& word : report.words) {
        names = std::max(names, sheet.widthOf(word.text));
        limit = std::max({limit, std::abs(word.before), std::abs(word.after)});
        isKnown |= word.known.has_value();
    }
    names = std::min(names + 10, 140.0);
    const QStringList ends = report.pairs.front().split(QLatin1Char('/'));
    const QString knownHead = SimilarityDrawing::tr("known share of “%1”").arg(ends[0]);
    const double number = sheet.widthOf(QStringLiteral("−0.0000")) + 10;
    const double knownWidth = isKnown ? std::max(130.0, sheet.widthOf(knownHead) + 8) : 0;
    const double left = names + number, width = std::max(120.0, sheet.width() - left - knownWidth - 20);
    const double middle = left + width / 2, height = sheet.line() + 3;
    sheet.text({left, sheet.y, width / 2 - 8, sheet.line()}, QStringLiteral("← %1").arg(ends[1]), Qt::AlignLeft);
    sheet.text({middle + 8, sheet.y, width / 2 - 8, sheet.line()}, QStringLiteral("%1 →").arg(ends[0]), Qt::AlignRight);
    if (isKnown) {
        sheet.text({sheet.width() - knownWidth, sheet.y, knownWidth, sheet.line()}, knownHead, Qt::AlignRight,
                   FigureSheet::Ink::Muted);
    }
    sheet.y += sheet.line() + 4;
    const double top = sheet.y;
    std::vector<const WordBiasReport::Word*> order;
    for (const auto& word : report.words) order.push_back(&word);
    std::ranges::stable_sort(order, std::ranges::greater(), [](const auto* word) { return word->before; });
    const auto at = [&](double value) { return middle + value / limit * (width / 2 - 10); };
    for (const auto* word : order) {
        const double centre = sheet.y + height / 2;
        sheet.text({0, sheet.y, names - 6, height}, word->text, Qt::AlignRight | Qt::AlignVCenter);
        sheet.text({names, sheet.y, number - 6, height}, shortNumber(word->before), Qt::AlignRight | Qt::AlignVCenter);
        const QColor colour(diverging(word->before < 0 ? -0.7 : 0.7, 1));
        const QRectF bar(std::min(middle, at(word->before)), centre - 5, std::abs(at(word->before) - middle), 10);
        if (QPainter* const painter = sheet.painter()) {
            painter->fillRect(bar, colour);
            painter->setPen(QPen(theme().ink, 1.5));
            painter->setBrush(colour);
            painter->drawEllipse(QPointF(at(word->before), centre), 5, 5);
            painter->setBrush(theme().stage);
            painter->drawEllipse(QPointF(at(word->after), centre), 5, 5);
        }
        if (word->known) {
            const double room = knownWidth - 52;
            const QRectF frame(sheet.width() - knownWidth + 6, centre - 5, room, 10);
            sheet.frame(frame, theme().line);
            if (QPainter* const painter = sheet.painter()) {
                painter->fillRect(QRectF(frame.left(), frame.top(), room * *word->known, 10), theme().mutedInk);
            }
            sheet.text({sheet.width() - 44, sheet.y, 44, height}, percent(*word->known),
                       Qt::AlignRight | Qt::AlignVCenter);
        }
        QString told = SimilarityDrawing::tr(
                           "%1: cosine with the direction %2 before, %3 after; nearer to the first words "
                           "by %4 before, %5 after")
                           .arg(word->text, fullNumber(word->before), fullNumber(word->after),
                                fullNumber(word->nearBefore), fullNumber(word->nearAfter));
        if (word->known) {
            told += QStringLiteral("; ") + SimilarityDrawing::tr("known share %1").arg(fullNumber(*word->known));
        }
        sheet.add({QRectF(0, sheet.y, sheet.width(), height), told});
        sheet.y += height;
    }
    sheet.line({middle, top}, {middle, sheet.y}, theme().mutedInk, 1);
    sheet.y += 6;
    sheet.paragraph(
        SimilarityDrawing::tr("Filled: the word as it was learned. Hollow: after its part along the direction "
                              "is removed. Printed: the cosine before."),
        FigureSheet::Ink::Muted);
    sheet.paragraph(SimilarityDrawing::tr(
                        "Bolukbasi et al. (2016), section 6. Step 1: the direction is the first singular vector of "
                        "the pairs' differences. Step 2a, neutralise: w := (w − w_B) / |w − w_B|."),
                    FigureSheet::Ink::Muted);
}

}  // namespace attentarium
