#include "ui/views/word_vectors/run_drawing.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/text/biased_world.h"
#include "engine/text/word_class.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"

namespace attentarium {
namespace {

struct RunDrawing {
    Q_DECLARE_TR_FUNCTIONS(RunDrawing)
};

constexpr double kMapHeight = 330;

/// What a word is drawn as: its kind is told by the shape, too.
enum class Mark { Circle, Square, Triangle, Diamond, Dot };

struct Group {
    QString name;
    Mark mark;
    QColor colour;
};

std::vector<Group> groupsOf(const Word2VecStudy& study) {
    if (study.choices().isBiased) {
        return {{RunDrawing::tr("occupations"), Mark::Circle, theme().query},
                {RunDrawing::tr("women"), Mark::Triangle, theme().key},
                {RunDrawing::tr("men"), Mark::Square, theme().value},
                {RunDrawing::tr("others"), Mark::Dot, theme().mutedInk}};
    }
    return {{RunDrawing::tr("people"), Mark::Circle, theme().query},
            {RunDrawing::tr("animals"), Mark::Square, theme().value},
            {RunDrawing::tr("things"), Mark::Triangle, theme().key},
            {RunDrawing::tr("places"), Mark::Diamond, theme().attention},
            {RunDrawing::tr("others"), Mark::Dot, theme().mutedInk}};
}

/// The place in `groupsOf` of a word of the biased world.
std::size_t groupInBiasedWorld(const BiasedWorld& world, const std::string& word) {
    const auto& occupations = world.occupations();
    if (std::ranges::find(occupations, word, &Occupation::word) != occupations.end()) return 0;
    for (const auto& [woman, man] : world.pairs()) {
        if (word == woman) return 1;
        if (word == man) return 2;
    }
    return 3;
}

std::size_t groupInSmallWorld(const std::string& word, Language language) {
    switch (wordClass(word, language).value_or(WordClass::Function)) {
        case WordClass::Person:
            return 0;
        case WordClass::Animal:
            return 1;
        case WordClass::Thing:
            return 2;
        case WordClass::Place:
            return 3;
        default:
            return 4;
    }
}

/// The place in `groupsOf` of each word.
std::vector<std::size_t> groupOfWords(const Word2VecStudy& study) {
    std::vector<std::size_t> groups;
    const Language language = study.choices().language;
    std::optional<BiasedWorld> world;
    if (study.choices().isBiased) world.emplace(language);
    for (const QString& word : study.vocabulary()) {
        const std::string text = word.toStdString();
        groups.push_back(world ? groupInBiasedWorld(*world, text) : groupInSmallWorld(text, language));
    }
    return groups;
}

void drawMark(FigureSheet& sheet, const QPointF& place, const Group& group) {
    QPainter* const painter = sheet.painter();
    if (!painter) return;
    painter->setPen(QPen(theme().stage, 1));
    painter->setBrush(group.colour);
    const double r = 4.5;
    switch (group.mark) {
        case Mark::Circle:
            painter->drawEllipse(place, r, r);
            break;
        case Mark::Square:
            painter->drawRect(QRectF(place.x() - r, place.y() - r, 2 * r, 2 * r));
            break;
        case Mark::Triangle:
            painter->drawPolygon(
                QPolygonF({place + QPointF(0, -r - 1), place + QPointF(r + 1, r), place + QPointF(-r - 1, r)}));
            break;
        case Mark::Diamond:
            painter->drawPolygon(QPolygonF({place + QPointF(0, -r - 1), place + QPointF(r + 1, 0),
                                            place + QPointF(0, r + 1), place + QPointF(-r - 1, 0)}));
            break;
        case Mark::Dot:
            painter->drawEllipse(place, 2.5, 2.5);
            break;
    }
}

void drawMap(FigureSheet& sheet, const Word2VecStudy& study, const QRectF& area) {
    const Word2VecMoment& moment = *study.moment();
    const std::vector<Group> groups = groupsOf(study);
    const std::vector<std::size_t> groupOf = groupOfWords(study);
    const bool isFlat = moment.places.dimensions < 2;
    QRectF box;
    for (std::int64_t word = 0; word < moment.places.count; ++word) {
        const QPointF place(moment.places[word][0], isFlat ? 0 : moment.places[word][1]);
        if (word == 0) box = QRectF(place, place);
        box.setCoords(std::min(box.left(), place.x()), std::min(box.top(), place.y()), std::max(box.right(), place.x()),
                      std::max(box.bottom(), place.y()));
    }
    // The same scale on both axes, so that what is far is far.
    const double scale = std::min((area.width() - 70) / std::max(box.width(), 1e-12),
                                  (area.height() - 24) / std::max(box.height(), 1e-12));
    const auto at = [&](std::int64_t word) {
        const QPointF place(moment.places[word][0], isFlat ? 0 : moment.places[word][1]);
        const QPointF way = (place - box.center()) * scale;
        return area.center() + QPointF(way.x() - 20, -way.y());
    };
    sheet.frame(area, theme().line);
    std::vector<QRectF> taken;
    for (std::int64_t word = 0; word < moment.places.count; ++word) {
        const std::size_t group = groupOf[static_cast<std::size_t>(word)];
        const QPointF place = at(word);
        const QRectF mark(place.x() - 5, place.y() - 5, 10, 10);
        drawMark(sheet, place, groups[group]);
        taken.push_back(mark);
        sheet.add(
            {mark.adjusted(-1, -1, 1, 1), QStringLiteral("%1 (%2): %3, %4")
                                              .arg(study.vocabulary()[static_cast<int>(word)], groups[group].name,
                                                   fullNumber(moment.places[word][0]),
                                                   isFlat ? QStringLiteral("0") : fullNumber(moment.places[word][1]))});
    }
    // Nouns are labelled first, and only where no other label or mark stands.
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (std::int64_t word = 0; word < moment.places.count; ++word) {
            if (groupOf[static_cast<std::size_t>(word)] != group) continue;
            const QPointF place = at(word);
            const QString text = study.vocabulary()[static_cast<int>(word)];
            const double width = sheet.widthOf(text), height = sheet.line();
            for (const QPointF& corner : {QPointF(7, -height / 2), QPointF(-7 - width, -height / 2),
                                          QPointF(-width / 2, -height - 4), QPointF(-width / 2, 4)}) {
                const QRectF label(place + corner, QSizeF(width, height));
                const auto meets = [&](const QRectF& other) { return other.intersects(label); };
                if (!area.contains(label) || std::ranges::any_of(taken, meets)) continue;
                sheet.text(label, text, Qt::AlignLeft | Qt::AlignVCenter,
                           group + 1 == groups.size() ? FigureSheet::Ink::Muted : FigureSheet::Ink::Plain);
                taken.push_back(label);
                break;
            }
        }
    }
}

void drawLosses(FigureSheet& sheet, const Word2VecStudy& study, const QRectF& area) {
    sheet.text({area.left(), area.top() - sheet.line() - 2, area.width(), sheet.line()},
               RunDrawing::tr("loss, nats per pair"), Qt::AlignLeft | Qt::AlignVCenter, FigureSheet::Ink::Plain, true);
    const auto& losses = study.losses();
    double low = 1e30, high = 0;
    for (const auto& [tokens, loss] : losses) {
        low = std::min(low, loss);
        high = std::max(high, loss);
    }
    if (losses.empty()) low = 0, high = 1;
    if (high - low < 0.2) high = low + 0.2;
    const double all = std::max<double>(1, static_cast<double>(study.moment()->tokensInAll));
    const QRectF plot = area.adjusted(42, 2, -4, -sheet.line() - 4);
    const auto at = [&](double tokens, double loss) {
        return QPointF(plot.left() + tokens / all * plot.width(),
                       plot.bottom() - (loss - low) / (high - low) * plot.height());
    };
    sheet.frame(plot, theme().line);
    for (const double level : {low, high}) {
        sheet.text({area.left(), at(0, level).y() - sheet.line() / 2, 38, sheet.line()}, shortNumber(level),
                   Qt::AlignRight | Qt::AlignVCenter, FigureSheet::Ink::Muted);
    }
    sheet.text({plot.left(), plot.bottom() + 2, plot.width(), sheet.line()},
               RunDrawing::tr("words read: %1").arg(study.moment()->tokensDone), Qt::AlignLeft | Qt::AlignVCenter,
               FigureSheet::Ink::Muted);
    if (QPainter* const painter = sheet.painter()) {
        QPolygonF line;
        for (const auto& [tokens, loss] : losses) line.append(at(tokens, loss));
        painter->setPen(QPen(theme().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(line);
    }
    const QString told = losses.empty() ? RunDrawing::tr("No loss yet: the run has not begun.")
                                        : RunDrawing::tr("Loss after %1 words: %2 nats per pair")
                                              .arg(study.moment()->tokensDone)
                                              .arg(fullNumber(losses.back().second));
    sheet.add({plot, told});
}

}  // namespace

QString runTold(const Word2VecStudy& study) {
    if (!study.moment()) return {};
    const Word2VecMoment& moment = *study.moment();
    const double share = moment.shares[0] + moment.shares[1];
    if (moment.tokensDone == 0) {
        return RunDrawing::tr(
                   "Fresh vectors, drawn from the seed: no word lies near another for a reason. The two axes hold %1 "
                   "of their variance.")
            .arg(percent(share));
    }
    return RunDrawing::tr(
               "After %1 of %2 words a pair costs %3 nats on average; words that stand in like places come together. "
               "The two axes hold %4 of the variance.")
        .arg(moment.tokensDone)
        .arg(moment.tokensInAll)
        .arg(shortNumber(moment.loss), percent(share));
}

void drawRun(FigureSheet& sheet, const Word2VecStudy& study) {
    if (!study.moment() || study.vocabulary().size() != study.moment()->places.count) return;
    sheet.paragraph(runTold(study));
    double x = 0;
    for (const Group& group : groupsOf(study)) {
        const double width = sheet.widthOf(group.name) + 30;
        if (x > 0 && x + width > sheet.width()) {
            x = 0;
            sheet.y += sheet.line() + 2;
        }
        drawMark(sheet, {x + 8, sheet.y + sheet.line() / 2}, group);
        sheet.text({x + 18, sheet.y, width - 18, sheet.line()}, group.name);
        x += width;
    }
    sheet.y += sheet.line() + 6;
    const bool isWide = sheet.width() > 620;
    const double losses = isWide ? std::min(260.0, sheet.width() * 0.33) : sheet.width();
    const QRectF map(0, sheet.y, isWide ? sheet.width() - losses - 14 : sheet.width(), kMapHeight);
    drawMap(sheet, study, map);
    if (!isWide) sheet.y += kMapHeight + sheet.line() + 8;
    drawLosses(sheet, study,
               {isWide ? sheet.width() - losses : 0, sheet.y + (isWide ? sheet.line() + 2 : 0), losses, 180});
    sheet.y += isWide ? kMapHeight : 184;
}

}  // namespace attentarium
