#include <QComboBox>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/session/position_figures.h"
#include "ui/views/positions/line_plot.h"
#include "ui/views/positions/matrix_plot.h"
#include "ui/views/positions/position_words.h"
#include "ui/views/positions/vectors_view.h"

namespace attentarium {

QString VectorsView::dimensionSentence(const PositionLook& look) const {
    const auto width = static_cast<int>(look.width());
    const QString length = shortNumber(wavelength(m_dimension, width));
    const QString formula =
        QStringLiteral("λ = 2π · 10000^(%1/%2) = %3").arg(m_dimension / 2 * 2).arg(width).arg(length);
    switch (look.kind) {
        case Positions::Sinusoidal:
            return (m_dimension % 2 == 0 ? tr("Dimension %1 is a sine that comes round every %2 places: %3.")
                                         : tr("Dimension %1 is a cosine that comes round every %2 places: %3."))
                .arg(m_dimension)
                .arg(length, formula);
        case Positions::Rotary:
            return tr("Rotary positions add nothing to a word. These are the cosines and sines by which each head "
                      "turns "
                      "pair %1 of its query and key; it comes round every %2 places: %3.")
                .arg(m_dimension / 2)
                .arg(length, formula);
        default:
            break;
    }
    double least = 0, most = 0;
    const auto view = look.vectors.view();
    for (std::int64_t place = 0; place < view.rows(); ++place) {
        const auto number = static_cast<double>(view.row(place)[m_dimension]);
        least = place == 0 ? number : std::min(least, number);
        most = place == 0 ? number : std::max(most, number);
    }
    return tr("%1 places have a vector each, all learned: there is no formula, and no vector beyond them. Dimension %2 "
              "goes from %3 to %4.")
        .arg(look.places())
        .arg(m_dimension)
        .arg(shortNumber(least), shortNumber(most));
}

void VectorsView::showWaves(const PositionLook& look) {
    const auto width = static_cast<int>(look.width()), places = static_cast<int>(look.places());
    {
        const QSignalBlocker quiet(m_dimensions);
        m_dimensions->setRange(0, width - 1);
        m_dimension = std::clamp(m_dimension, 0, width - 1);
        m_dimensions->setValue(m_dimension);
    }
    const auto numbers = look.vectors.values();
    m_matrix->show({.title = look.kind == Positions::Rotary ? tr("Cosines and sines: place × dimension of a head")
                                                            : tr("Position vectors: place × dimension"),
                    .rowNames = numbersUpTo(places),
                    .columnNames = numbersUpTo(width),
                    .numbers = {numbers.begin(), numbers.end()},
                    .tell = [this](int row, int column) {
                        const auto& now = m_study.look();
                        if (!now || row >= now->places() || column >= now->width()) return QString();
                        return tr("place %1, dimension %2: %3")
                            .arg(row)
                            .arg(column)
                            .arg(fullNumber(static_cast<double>(now->vectors.view().row(row)[column])));
                    }});
    m_matrix->mark(-1, m_dimension);
    PlottedLines waves{.title = tr("Dimension %1 over the places").arg(m_dimension), .acrossTitle = tr("place")};
    const auto wave = [&](int dimension, const QColor& colour, double thickness, Qt::PenStyle dash) {
        PlottedLine line{.name = QString::number(dimension), .colour = colour, .dash = dash, .width = thickness};
        for (int place = 0; place < places; ++place) {
            line.points.push_back(
                {static_cast<double>(place), static_cast<double>(look.vectors.view().row(place)[dimension])});
        }
        waves.lines.push_back(std::move(line));
    };
    // Beside the chosen one its partner, and the dimension half-way through the others, to compare.
    const int partner = m_dimension % 2 == 0 ? std::min(m_dimension + 1, width - 1) : m_dimension - 1;
    if (partner != m_dimension) wave(partner, theme().mutedInk, 1.2, Qt::DashLine);
    wave(m_dimension, theme().accent, 2.4, Qt::SolidLine);
    waves.tell = [this](double across) {
        const auto& now = m_study.look();
        const auto place = static_cast<std::int64_t>(across);
        if (!now || place >= now->places()) return QString();
        return tr("place %1, dimension %2: %3")
            .arg(place)
            .arg(m_dimension)
            .arg(fullNumber(static_cast<double>(now->vectors.view().row(place)[m_dimension])));
    };
    m_waves->show(std::move(waves));
    say(dimensionSentence(look));
}

void VectorsView::showProducts(const PositionLook& look) {
    const auto places = static_cast<int>(look.byDistance.size());
    PlottedLines lines{.title = tr("Mean product against distance"), .acrossTitle = tr("distance in places")};
    PlottedLine line{.name = {}, .colour = theme().accent};
    for (int distance = 0; distance < places; ++distance) {
        line.points.push_back({static_cast<double>(distance), look.byDistance[static_cast<std::size_t>(distance)]});
    }
    lines.lines.push_back(std::move(line));
    lines.tell = [this](double across) {
        const auto& now = m_study.look();
        const auto distance = static_cast<std::size_t>(across);
        if (!now || distance >= now->byDistance.size()) return QString();
        return tr("%1 places apart: mean product %2").arg(distance).arg(fullNumber(now->byDistance[distance]));
    };
    m_distances->show(std::move(lines));
    const auto numbers = look.products.values();
    m_products->show({.title = tr("Product of each place with each"),
                      .rowNames = numbersUpTo(places),
                      .columnNames = numbersUpTo(places),
                      .numbers = {numbers.begin(), numbers.end()},
                      .isSquare = true,
                      .tell = [this](int row, int column) {
                          const auto& now = m_study.look();
                          if (!now || row >= now->products.shape()[0]) return QString();
                          return tr("places %1 and %2: product %3")
                              .arg(row)
                              .arg(column)
                              .arg(fullNumber(static_cast<double>(now->products.view().row(row)[column])));
                      }});
    // Of how many pairs with the same distance the products differ at most.
    double largest = 0;
    const auto view = look.products.view();
    for (std::int64_t i = 0; i < view.rows(); ++i) {
        for (std::int64_t j = 0; j <= i; ++j) {
            const double mean = look.byDistance[static_cast<std::size_t>(i - j)];
            largest = std::max(largest, std::abs(static_cast<double>(view.row(i)[j]) - mean));
        }
    }
    const QString near = shortNumber(look.byDistance.front());
    const QString far = shortNumber(look.byDistance[static_cast<std::size_t>(std::min(8, places - 1))]);
    QString text = tr("A place with itself has the product %1, and with one %2 places away %3 on average.")
                       .arg(near)
                       .arg(std::min(8, places - 1))
                       .arg(far);
    text += QLatin1Char(' ');
    if (look.kind == Positions::Learned) {
        text += tr("Pairs equally far apart differ by up to %1 from their mean: what is learned need not depend on "
                   "distance alone.")
                    .arg(shortNumber(largest));
    } else {
        text +=
            tr("Pairs equally far apart have the same product, but for rounding (%1): it depends on distance alone.")
                .arg(shortNumber(largest));
    }
    if (look.places() > places) text += QLatin1Char(' ') + tr("Shown are the first %1 places.").arg(places);
    say(text);
}

void VectorsView::showSum(const PositionLook& look) {
    {
        const QSignalBlocker quiet(m_words);
        m_words->clear();
        m_words->addItems(placedWords(look.words));
        m_words->setCurrentIndex(wordShown(look));
    }
    if (!look.trace || look.words.isEmpty()) return sayProblem(tr("Type a sentence above: its words are shown here."));
    const Trace& trace = *look.trace;
    const int word = wordShown(look);
    PlottedMatrix rows{.title = tr("“%1” at place %2").arg(look.words[word]).arg(word)};
    std::vector<double> sum;
    m_summands.clear();
    const auto add = [&](Site site, const QString& name, bool isAdded) {
        const std::optional<Var> node = trace.find(site);
        if (!node) return false;
        const std::int64_t width = trace.shape(*node)[1];
        const auto row =
            trace.values(*node).subspan(static_cast<std::size_t>(word * width), static_cast<std::size_t>(width));
        rows.rowNames.append(name);
        m_summands.push_back(*node);
        rows.numbers.insert(rows.numbers.end(), row.begin(), row.end());
        sum.resize(row.size());
        for (std::size_t i = 0; isAdded && i < row.size(); ++i) sum[i] += static_cast<double>(row[i]);
        if (rows.columnNames.isEmpty()) rows.columnNames = numbersUpTo(width);
        return true;
    };
    const bool isScaled = trace.find(Site::ScaledEmbedding).has_value();
    add(Site::TokenEmbedding, tr("word"), !isScaled);
    if (isScaled) add(Site::ScaledEmbedding, tr("word × √width"), true);
    const bool isAdded = add(Site::PositionEmbedding, tr("+ position"), true);
    add(Site::SegmentEmbedding, tr("+ segment"), true);
    const bool hasInput = add(Site::Input, tr("= input"), false);
    double off = 0;
    if (hasInput) {
        const auto input = std::span(rows.numbers).last(sum.size());
        for (std::size_t i = 0; i < sum.size(); ++i)
            off = std::max(off, std::abs(sum[i] - static_cast<double>(input[i])));
    }
    const auto numbers = rows.numbers;
    const auto names = rows.rowNames;
    const auto width = static_cast<std::size_t>(rows.columns());
    rows.tell = [numbers, names, width](int row, int column) {
        if (row >= names.size()) return QString();
        QStringList parts;
        for (int i = 0; i < names.size(); ++i) {
            const auto number =
                static_cast<double>(numbers[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(column)]);
            parts.append(QStringLiteral("%1: %2").arg(names[i], fullNumber(number)));
        }
        return tr("dimension %1").arg(column) + QStringLiteral(" – ") + parts.join(QStringLiteral(", "));
    };
    m_sum->show(std::move(rows));
    QString text;
    if (isAdded && hasInput) {
        text =
            tr("What goes into the first block is “%1” and place %2 added up, number by number; their sum differs from "
               "the input of the run by %3 at most.")
                .arg(look.words[word])
                .arg(word)
                .arg(shortNumber(off));
    } else {
        text = tr("Nothing is added to “%1”: the same word goes into the first block with the same numbers wherever it "
                  "stands.")
                   .arg(look.words[word]);
    }
    say(text + otherSentence(look.isSessionsSentence));
}

}  // namespace attentarium
