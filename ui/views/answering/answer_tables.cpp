// What is shown, as tables divided by commas.

#include "ui/session/answer_study.h"
#include "ui/session/session.h"
#include "ui/views/answering/answer_picture.h"
#include "ui/views/answering/answering_view.h"
#include "ui/views/answering/length_chart.h"
#include "ui/views/spreadsheet_text.h"

namespace attentarium {

QString AnsweringView::csv() const {
    if (!hasNumbers()) return {};
    switch (page()) {
        case Page::Steps:
            return stepTable();
        case Page::Beams:
            return beamTable();
        case Page::Lengths:
            return lengthTable();
    }
    return {};
}

/// A row for each step: how likely what it writes was, and where it looks.
QString AnsweringView::stepTable() const {
    const AnswerReading& reading = *m_picture->reading();
    QStringList rows, columns{tr("probability")};
    for (int step = 0; step < reading.steps(); ++step) {
        rows.append(reading.taken(step) < 0 ? QString() : m_session.wordOf(reading.taken(step)));
    }
    if (reading.looksBack()) columns.append(reading.source);
    return spreadsheetText(
        rows, columns,
        [&](int row, int column) {
            if (column == 0) return reading.probability(row, reading.taken(row));
            return static_cast<double>(
                reading.weights[static_cast<std::size_t>(row)][static_cast<std::size_t>(column - 1)]);
        },
        QLatin1Char(','));
}

/// A row for each node: its place, its parent's row from 1 (0 for none), its numbers, and whether it was kept (1),
/// ended (2) or cut (0).
QString AnsweringView::beamTable() const {
    const BeamTree& tree = *m_study->tree();
    QStringList rows;
    for (const BeamNode& node : tree.nodes) rows.append(m_session.wordOf(node.token));
    const QStringList columns{tr("place"),       tr("row of the step before"), tr("rank"),
                              tr("probability"), tr("log-probability"),        tr("0 cut, 1 kept, 2 ended")};
    return spreadsheetText(
        rows, columns,
        [&](int row, int column) -> double {
            const BeamNode& node = tree.nodes[static_cast<std::size_t>(row)];
            switch (column) {
                case 0:
                    return node.place + 1;
                case 1:
                    return node.parent + 1;
                case 2:
                    return node.rank + 1;
                case 3:
                    return node.probability;
                case 4:
                    return node.logProbability;
                default:
                    return node.fate == BeamNode::Fate::Cut ? 0 : node.fate == BeamNode::Fate::Kept ? 1 : 2;
            }
        },
        QLatin1Char(','));
}

QString AnsweringView::lengthTable() const {
    std::vector<RightByLength::Point> points;
    QStringList rows;
    for (const RightByLength& curve : m_study->curves()) {
        for (const auto& point : curve.points) {
            rows.append(LengthChart::titleOf(curve));
            points.push_back(point);
        }
    }
    return spreadsheetText(
        rows, {tr("tokens of the source"), tr("asked"), tr("right")},
        [&](int row, int column) -> double {
            const RightByLength::Point& point = points[static_cast<std::size_t>(row)];
            return column == 0 ? point.length : column == 1 ? point.asked : point.right;
        },
        QLatin1Char(','));
}

}  // namespace attentarium
