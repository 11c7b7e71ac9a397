#include "ui/views/word_vectors/lookup_drawing.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

constexpr int kMostFeatures = 128;
/// From here on a number fits into a cell.
constexpr double kPrinted = 30;

struct LookupDrawing {
    Q_DECLARE_TR_FUNCTIONS(LookupDrawing)
};

double largest(const std::vector<double>& numbers) {
    double most = 0;
    for (const double number : numbers) most = std::max(most, std::abs(number));
    return most;
}

std::span<const double> shown(const std::vector<double>& numbers) {
    return std::span(numbers).first(std::min<std::size_t>(numbers.size(), kMostFeatures));
}

QString featureWords(int feature) {
    return LookupDrawing::tr("feature %1").arg(feature + 1);
}

QString cellTold(const QString& row, const std::vector<double>& numbers, int cell) {
    return QStringLiteral("%1, %2: %3")
        .arg(row, featureWords(cell), fullNumber(numbers[static_cast<std::size_t>(cell)]));
}

QString turned(double cosine) {
    //: %1 a cosine, %2 an angle in degrees
    return LookupDrawing::tr("cos %1 · %2°").arg(shortNumber(cosine)).arg(std::lround(degreesOf(cosine)));
}

/// The words of a sentence as chips in rows; the chosen one is filled and outlined.
void drawWords(FigureSheet& sheet, const QStringList& words, int chosen, const QString& name, double left,
               const std::function<void(int)>& choose) {
    const double height = sheet.line() + 6;
    double x = left;
    for (int i = 0; i < words.size(); ++i) {
        const double width = sheet.widthOf(words[i]) + 14;
        if (x > left && x + width > sheet.width()) {
            x = left;
            sheet.y += height + 4;
        }
        const QRectF chip(x, sheet.y, width, height);
        sheet.box(chip, i == chosen ? theme().accentSoft : theme().panel);
        sheet.frame(chip, i == chosen ? theme().accent : theme().line, i == chosen ? 2 : 1);
        sheet.text(chip, words[i], Qt::AlignCenter, FigureSheet::Ink::Plain, i == chosen);
        FigurePart part{chip, name.arg(words[i])};
        part.isChosen = i == chosen;
        if (choose) part.press = [choose, i](int) { choose(i); };
        sheet.add(std::move(part));
        x += width + 5;
    }
    sheet.y += height + 8;
}

/// "0 · 0.12 + … + 1 · 0.43 + … = 0.43"
QString termsOf(const LookupPicture& picture, int feature) {
    QStringList terms;
    int before = -1;
    double sum = 0;
    for (const LookupPicture::TableRow& row : picture.rows) {
        if (row.id > before + 1) terms.append(QStringLiteral("…"));
        before = row.id;
        const double number = row.numbers[static_cast<std::size_t>(feature)];
        const int hot = row.id == picture.id ? 1 : 0;
        if (hot == 1) sum = number;
        const QString written = number < 0 ? QStringLiteral("(%1)").arg(shortNumber(number)) : shortNumber(number);
        terms.append(QStringLiteral("%1·%2").arg(hot).arg(written));
    }
    return QStringLiteral("%1 = %2").arg(terms.join(QStringLiteral(" + ")), shortNumber(sum));
}

void drawResult(FigureSheet& sheet, const LookupPicture& picture, int feature, const LookupActs& acts, double limit) {
    const auto row = shown(picture.stages.front().first);
    const double most = sheet.widthOf(QStringLiteral("−.000")) + 6;
    const int each = std::max(4, std::min(16, static_cast<int>((sheet.width() - 90) / most)));
    const double height = sheet.line() + 4;
    for (std::size_t from = 0; from < row.size(); from += static_cast<std::size_t>(each)) {
        const auto part = row.subspan(from, std::min<std::size_t>(static_cast<std::size_t>(each), row.size() - from));
        const QString range = QStringLiteral("%1–%2").arg(from + 1).arg(from + part.size());
        sheet.text({0, sheet.y, 80, height}, range, Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Muted);
        const QRectF cells(90, sheet.y, most * static_cast<double>(part.size()), height);
        sheet.cells(cells, part, limit, true);
        const int first = static_cast<int>(from), count = static_cast<int>(part.size());
        if (feature >= first && feature < first + count) {
            sheet.frame({cells.left() + most * (feature - first), sheet.y, most - 1, height}, theme().accent, 2);
        }
        const auto word = picture.word();
        const auto numbers = picture.stages.front().first;
        sheet.add({cells, LookupDrawing::tr("The vector of %1, features %2").arg(word, range), count,
                   [word, numbers, first](int cell) { return cellTold(word, numbers, first + cell); },
                   [acts, first](int cell) { acts.chooseFeature(first + cell); }});
        sheet.y += height + 2;
    }
}

/// The cosine between the two sentences' vectors, stage by stage.
void drawChart(FigureSheet& sheet, const LookupPicture& picture, int stage, const LookupActs& acts,
               const QRectF& area) {
    double least = 0;
    for (const auto& one : picture.stages) least = std::min(least, one.between.value_or(0));
    const double low = least < 0 ? -1 : 0;
    const auto at = [&](std::size_t i, double cosine) {
        const double step =
            picture.stages.size() > 1 ? area.width() / static_cast<double>(picture.stages.size() - 1) : 0;
        return QPointF(area.left() + static_cast<double>(i) * step,
                       area.bottom() - (cosine - low) / (1 - low) * area.height());
    };
    for (const double level : {low, (1 + low) / 2, 1.0}) {
        sheet.line(at(0, level), at(picture.stages.size() - 1, level), theme().line);
        sheet.text({area.left() - 46, at(0, level).y() - sheet.line() / 2, 40, sheet.line()}, shortNumber(level),
                   Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Muted);
    }
    for (std::size_t i = 0; i < picture.stages.size(); ++i) {
        const auto& one = picture.stages[i];
        if (!one.between) continue;
        const QPointF here = at(i, *one.between);
        if (i > 0 && picture.stages[i - 1].between) {
            sheet.line(at(i - 1, *picture.stages[i - 1].between), here, theme().attention, 2.5);
        }
    }
    for (std::size_t i = 0; i < picture.stages.size(); ++i) {
        const auto& one = picture.stages[i];
        if (!one.between) continue;
        const QPointF here = at(i, *one.between);
        const double radius = static_cast<int>(i) == stage ? 7 : 4;
        if (QPainter* const painter = sheet.painter()) {
            painter->setPen(QPen(theme().stage, 1.5));
            painter->setBrush(static_cast<int>(i) == stage ? theme().accent : theme().attention);
            painter->drawEllipse(here, radius, radius);
        }
        const int place = static_cast<int>(i);
        FigurePart part{QRectF(here.x() - 9, here.y() - 9, 18, 18),
                        LookupDrawing::tr("%1: cosine between the two sentences %2, angle %3°")
                            .arg(one.name, fullNumber(*one.between))
                            .arg(degreesOf(*one.between), 0, 'f', 1)};
        part.press = [acts, place](int) { acts.chooseStage(place); };
        part.isChosen = place == stage;
        sheet.add(std::move(part));
    }
}

/// The two vectors as arrows with the true angle between them, as long as they are to each other.
void drawDial(FigureSheet& sheet, const LookupPicture::Stage& stage, const QRectF& area) {
    if (!stage.between) return;
    double first = 0, second = 0;
    for (const double number : stage.first) first += number * number;
    for (const double number : stage.second) second += number * number;
    const double longest = std::max({std::sqrt(first), std::sqrt(second), 1e-30});
    const double angle = degreesOf(*stage.between);
    const double radius = std::min(area.width() / 2, area.height()) - 18;
    const QPointF origin(area.left() + area.width() / 2, area.bottom());
    const auto arrow = [&](double length, double degrees, const QColor& colour, const QString& sign) {
        const double turn = degrees * M_PI / 180, size = radius * length / longest;
        const QPointF tip = origin + QPointF(std::cos(turn), -std::sin(turn)) * size;
        sheet.line(origin, tip, colour, 3);
        for (const double side : {150.0, -150.0}) {
            const double back = (degrees + side) * M_PI / 180;
            sheet.line(tip, tip + QPointF(std::cos(back), -std::sin(back)) * 9, colour, 3);
        }
        const QPointF label = origin + QPointF(std::cos(turn), -std::sin(turn)) * (size + 12);
        const double wide = sheet.widthOf(sign) + 4;
        sheet.text({label.x() - 10, label.y() - sheet.line() / 2, wide, sheet.line()}, sign,
                   Qt::AlignLeft | Qt::AlignVCenter);
    };
    const bool isNarrow = angle < 12;
    arrow(std::sqrt(first), 0, theme().forward, isNarrow ? QString() : QStringLiteral("①"));
    arrow(std::sqrt(second), angle, theme().key, isNarrow ? QStringLiteral("①②") : QStringLiteral("②"));
    sheet.text({area.left(), area.top() - sheet.line() - 4, area.width(), sheet.line()},
               QStringLiteral("%1°").arg(angle, 0, 'f', angle < 10 ? 1 : 0), Qt::AlignCenter, FigureSheet::Ink::Plain,
               true);
    sheet.add({area, LookupDrawing::tr("Angle between the two: %1°; lengths %2 and %3")
                         .arg(angle, 0, 'f', 2)
                         .arg(fullNumber(std::sqrt(first)), fullNumber(std::sqrt(second)))});
}

}  // namespace

QString lookupTold(const LookupPicture& picture, int feature) {
    if (picture.isEmpty()) return {};
    const double number = picture.stages.front().first[static_cast<std::size_t>(feature)];
    return LookupDrawing::
        tr("“%1” has the id %2: its one-hot row has a 1 at place %2 and 0 at the other %3. Times the table of %4 × %5 "
           "numbers, only the row of “%1” is left; its feature %6 is %7.")
            .arg(picture.word())
            .arg(picture.id)
            .arg(picture.vocabulary - 1)
            .arg(picture.vocabulary)
            .arg(picture.width)
            .arg(feature + 1)
            .arg(shortNumber(number));
}

QString stagesTold(const LookupPicture& picture, int stage) {
    if (picture.isEmpty()) return {};
    const auto& now = picture.stages[static_cast<std::size_t>(stage)];
    QString told;
    if (stage > 0 && now.toStart) {
        told = LookupDrawing::tr("From the embedding to “%1”, “%2” turned by %3° (cosine %4).")
                   .arg(now.name, picture.word())
                   .arg(std::lround(degreesOf(*now.toStart)))
                   .arg(shortNumber(*now.toStart));
    } else {
        told = LookupDrawing::tr("At the embedding “%1” is the row of the table, whatever stands around it.")
                   .arg(picture.word());
    }
    if (!now.between) return told;
    const QString apart = *now.between >= 1 - 1e-9
                              ? LookupDrawing::tr("Here it is the same vector in both sentences.")
                              : LookupDrawing::tr("Here the two sentences are %1° apart (cosine %2).")
                                    .arg(std::lround(degreesOf(*now.between)))
                                    .arg(shortNumber(*now.between));
    return told + QLatin1Char(' ') + apart;
}

void drawLookup(FigureSheet& sheet, const LookupPicture& picture, int feature, const LookupActs& acts) {
    drawWords(sheet, picture.words, picture.chosen, LookupDrawing::tr("Word: %1"), 0, acts.chooseWord);
    sheet.paragraph(lookupTold(picture, feature));
    sheet.y += 4;
    double names = sheet.widthOf(LookupDrawing::tr("table")), limit = 0;
    for (const auto& row : picture.rows) {
        names = std::max(names, sheet.widthOf(QStringLiteral("%1  %2").arg(row.word).arg(row.id)));
        limit = std::max(limit, largest(row.numbers));
    }
    names = std::min(names + 8, 150.0);
    const double hotWidth = std::max(40.0, sheet.widthOf(LookupDrawing::tr("one-hot")) + 6),
                 left = names + hotWidth + 24;
    const double height = sheet.line() + 3;
    const auto features = static_cast<double>(shown(picture.rows.front().numbers).size());
    const double cell = std::clamp((sheet.width() - left) / features, 2.0, 44.0);
    const double width = cell * features;
    sheet.text({names, sheet.y, hotWidth, height}, LookupDrawing::tr("one-hot"), Qt::AlignCenter,
               FigureSheet::Ink::Muted);
    QString table = LookupDrawing::tr("table, %1 × %2").arg(picture.vocabulary).arg(picture.width);
    if (picture.width > kMostFeatures) {
        table += QStringLiteral(" · ") + LookupDrawing::tr("the first %1 features are shown").arg(kMostFeatures);
    }
    sheet.text({left, sheet.y, sheet.width() - left, height}, table, Qt::AlignLeft | Qt::AlignVCenter,
               FigureSheet::Ink::Muted);
    sheet.y += height;
    const double top = sheet.y;
    int before = -1;
    for (const auto& row : picture.rows) {
        if (row.id > before + 1) {
            sheet.text({names, sheet.y, hotWidth, height * 0.7}, QStringLiteral("⋮"), Qt::AlignCenter,
                       FigureSheet::Ink::Muted);
            sheet.text({left, sheet.y, width, height * 0.7}, QStringLiteral("⋮"), Qt::AlignCenter,
                       FigureSheet::Ink::Muted);
            sheet.y += height * 0.7;
        }
        before = row.id;
        const bool hot = row.id == picture.id;
        const QRectF line(0, sheet.y, sheet.width(), height);
        if (hot) sheet.box({0, sheet.y - 1, left + width, height + 1}, theme().accentSoft);
        sheet.text({2, sheet.y, names - 4, height}, QStringLiteral("%1  %2").arg(row.word).arg(row.id),
                   Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Plain, hot);
        sheet.text({names, sheet.y, hotWidth, height}, hot ? QStringLiteral("1") : QStringLiteral("0"), Qt::AlignCenter,
                   FigureSheet::Ink::Plain, hot);
        sheet.text({names + hotWidth, sheet.y, 24, height}, QStringLiteral("×"), Qt::AlignCenter);
        const QRectF cells(left, sheet.y, width, height - 1);
        sheet.cells(cells, shown(row.numbers), limit, cell >= kPrinted);
        if (hot) sheet.frame(cells.adjusted(-1, -1, 0, 0), theme().accent, 2);
        const Var node = picture.table;
        const std::int64_t first = static_cast<std::int64_t>(row.id) * picture.width;
        FigurePart part{cells, LookupDrawing::tr("Row of %1, times %2").arg(row.word).arg(hot ? 1 : 0),
                        static_cast<int>(features), [row](int one) { return cellTold(row.word, row.numbers, one); }};
        part.press = [acts, node, first](int one) {
            acts.chooseFeature(one);
            acts.chooseCell(node, first + one);
        };
        part.isChosen = hot;
        sheet.add(std::move(part));
        sheet.y += height;
    }
    if (picture.rows.back().id < picture.vocabulary - 1) sheet.y += height * 0.7;
    if (feature < features) {
        sheet.frame({left + cell * feature, top, std::max(2.0, cell - 1), sheet.y - top}, theme().accent, 1.5);
    }
    sheet.y += 6;
    const QString sum = LookupDrawing::tr("feature %1:  %2").arg(feature + 1).arg(termsOf(picture, feature));
    sheet.add({QRectF(0, sheet.y, sheet.width(), sheet.line()), sum});
    sheet.paragraph(sum);
    sheet.y += 6;
    sheet.paragraph(LookupDrawing::tr("What is left, the vector of “%1”:").arg(picture.word()), FigureSheet::Ink::Plain,
                    true);
    drawResult(sheet, picture, feature, acts, limit);
}

void drawStages(FigureSheet& sheet, const LookupPicture& picture, int stage, const LookupActs& acts) {
    drawWords(sheet, picture.words, picture.chosen, LookupDrawing::tr("Word: %1"), 0, acts.chooseWord);
    if (picture.secondPlace >= 0) {
        drawWords(sheet, picture.secondWords, picture.secondPlace, LookupDrawing::tr("Second sentence: %1"), 0, {});
    }
    sheet.paragraph(stagesTold(picture, stage));
    sheet.y += 4;
    double names = 0;
    for (const auto& one : picture.stages) names = std::max(names, sheet.widthOf(one.name));
    names = std::min(names + 26, 170.0);
    const QStringList heads{LookupDrawing::tr("to the row above"), LookupDrawing::tr("to the embedding"),
                            LookupDrawing::tr("between the two")};
    const bool isTwo = picture.secondPlace >= 0;
    double column = sheet.widthOf(turned(-0.123)) + 12;
    for (int i = 0; i < (isTwo ? 3 : 2); ++i) column = std::max(column, sheet.widthOf(heads[i]) + 12);
    const int columns = isTwo ? 3 : 2;
    const double right = sheet.width() - columns * column, height = sheet.line() + 2;
    for (int i = 0; i < columns; ++i) {
        sheet.text({right + i * column, sheet.y, column, height}, heads[i], Qt::AlignRight | Qt::AlignVCenter,
                   FigureSheet::Ink::Muted);
    }
    sheet.y += height + 2;
    double below = 0;
    for (std::size_t i = 0; i < picture.stages.size(); ++i) {
        const auto& one = picture.stages[i];
        const double limit = std::max({largest(one.first), largest(one.second), 1e-30});
        // Two thin rows are as high as one and a half lines.
        const double thin = isTwo ? std::max(13.0, height * 0.72) : height, whole = isTwo ? 2 * thin : height;
        const int place = static_cast<int>(i);
        if (place == stage) sheet.box({0, sheet.y - 1, sheet.width(), whole + 2}, theme().accentSoft);
        sheet.text({4, sheet.y, names - 22, whole}, one.name, Qt::AlignLeft | Qt::AlignVCenter, FigureSheet::Ink::Plain,
                   place == stage);
        const auto row = [&](const std::vector<double>& numbers, const QString& sign, double y, bool own) {
            const QRectF cells(names, y, right - names - 6, thin - 2);
            if (isTwo) sheet.text({names - 18, y, 14, thin}, sign, Qt::AlignRight | Qt::AlignVCenter);
            sheet.cells(cells, shown(numbers), limit,
                        cells.width() / static_cast<double>(shown(numbers).size()) >= kPrinted);
            const QString name = isTwo ? QStringLiteral("%1, %2").arg(one.name, sign) : one.name;
            FigurePart part{cells, name, static_cast<int>(shown(numbers).size()),
                            [name, numbers](int cell) { return cellTold(name, numbers, cell); }};
            const Var node = one.stage.node;
            const std::int64_t first = static_cast<std::int64_t>(picture.chosen) * std::ssize(numbers);
            part.press = [acts, place, node, first, own](int cell) {
                acts.chooseStage(place);
                if (own) acts.chooseCell(node, first + cell);
            };
            part.isChosen = place == stage;
            sheet.add(std::move(part));
        };
        row(one.first, QStringLiteral("①"), sheet.y, true);
        if (!one.second.empty()) row(one.second, QStringLiteral("②"), sheet.y + thin, false);
        const std::optional<double> cosines[] = {one.toBefore, one.toStart, one.between};
        for (int c = 0; c < columns; ++c) {
            const auto& cosine = cosines[c];
            const QRectF place2(right + c * column, sheet.y, column, whole);
            sheet.text(place2, cosine ? turned(*cosine) : QStringLiteral("–"), Qt::AlignRight | Qt::AlignVCenter);
            if (!cosine) continue;
            sheet.add({place2, LookupDrawing::tr("%1, %2: cosine %3, angle %4°")
                                   .arg(one.name, heads[c], fullNumber(*cosine))
                                   .arg(degreesOf(*cosine), 0, 'f', 2)});
        }
        sheet.y += whole + 4;
        below = sheet.y;
    }
    if (!isTwo || !picture.hasContext()) return;
    sheet.y = below + 10;
    sheet.paragraph(LookupDrawing::tr("Cosine between “%1” in the two sentences, stage by stage").arg(picture.word()),
                    FigureSheet::Ink::Plain, true);
    const double chart = std::min(sheet.width() * 0.62, 560.0);
    sheet.y += sheet.line() / 2 + 4;
    const QRectF area(52, sheet.y, chart - 80, 110);
    drawChart(sheet, picture, stage, acts, area);
    drawDial(sheet, picture.stages[static_cast<std::size_t>(stage)],
             {chart + 20, sheet.y + 6, std::min(220.0, sheet.width() - chart - 30), 100});
    sheet.y += 110 + sheet.line();
}

}  // namespace attentarium
