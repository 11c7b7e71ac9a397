#include "ui/views/positions/longer_view.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/explain/numbers.h"
#include "ui/explain/words.h"
#include "ui/views/flat_button.h"
#include "ui/views/positions/line_plot.h"
#include "ui/views/positions/matrix_plot.h"
#include "ui/views/positions/position_words.h"

namespace attentarium {
namespace {

constexpr int kBin = LengthStudy::kBin, kTrained = LengthStudy::kTrained, kLongest = LengthStudy::kLongest;
/// Where the stretches of the table end, in places.
constexpr std::array<int, 4> kEnds{kTrained, 2 * kTrained, 4 * kTrained, kLongest};

/// The mean over the bins of places from `first` up to `last`; NaN where the curve does not reach so far.
double meanOver(const LengthCurve& curve, int first, int last) {
    const auto from = static_cast<std::size_t>(first / kBin), to = static_cast<std::size_t>(last / kBin);
    if (curve.bins.size() < to) return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += curve.bins[i].mean;
    return sum / static_cast<double>(to - from);
}

double largestDifference(const LengthCurve& one, const LengthCurve& other) {
    double largest = 0;
    for (std::size_t i = 0; i < std::min(one.bins.size(), other.bins.size()); ++i) {
        largest = std::max(largest, std::abs(one.bins[i].mean - other.bins[i].mean));
    }
    return largest;
}

}  // namespace

LongerView::LongerView(Session& session, QWidget* parent)
    : PositionPage(parent),
      m_study(session),
      m_train(new FlatButton(inside(), FlatButton::Look::Primary)),
      m_cancel(new FlatButton(inside())),
      m_seed(new QSpinBox(inside())),
      m_progress(new QProgressBar(inside())),
      m_state(new QLabel(inside())),
      m_curves(new LinePlot(inside())),
      m_table(new MatrixPlot(inside())) {
    m_train->setObjectName(QStringLiteral("train"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_progress->setObjectName(QStringLiteral("progress"));
    m_state->setObjectName(QStringLiteral("state"));
    m_curves->setObjectName(QStringLiteral("curves"));
    m_table->setObjectName(QStringLiteral("table"));
    m_seed->setRange(1, 999);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    addPlain(m_train);
    m_seedName = addControl(m_seed);
    addPlain(m_cancel);
    addPlain(m_progress);
    addPlain(m_state);
    pictures().addWidget(m_curves, 3);
    pictures().addWidget(m_table, 2);
    follow(*m_curves);
    follow(*m_table);
    connect(m_train, &FlatButton::clicked, this, [this] {
        m_study.trainAgain(static_cast<std::uint64_t>(m_seed->value()));
        m_cancel->setFocus();
    });
    connect(m_cancel, &FlatButton::clicked, this, [this] {
        m_study.cancel();
        m_train->setFocus();
    });
    connect(&m_study, &LengthStudy::changed, this, &LongerView::refresh);
    connect(&m_study, &LengthStudy::progressed, this, &LongerView::showProgress);
    retranslate();
    tell({});
}

LongerView::~LongerView() = default;

void LongerView::showProgress() {
    const bool isTraining = m_study.isTraining();
    m_train->setEnabled(!isTraining);
    m_seed->setEnabled(!isTraining);
    m_cancel->setVisible(isTraining);
    m_progress->setVisible(isTraining);
    m_progress->setValue(static_cast<int>(std::lround(m_study.progress() * 1000)));
    QString state;
    if (isTraining) {
        state = tr("%1, %2").arg(kindName(m_study.now()), percent(m_study.progress()));
        if (m_study.secondsLeft()) state += tr(", about %1 s left").arg(*m_study.secondsLeft());
    } else if (m_study.wasCancelled()) {
        state = tr("cancelled; what was done is shown");
    }
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
}

void LongerView::refresh() {
    if (!isVisible()) return;
    showProgress();
    if (m_study.problem()) return sayProblem(sentenceFor(*m_study.problem()));
    sayProblem({});
    showCurves();
    showTable();
    say(told());
}

void LongerView::showCurves() {
    PlottedLines lines{.title = tr("Loss at each place, in nats a word"), .acrossTitle = tr("place in the text")};
    const auto add = [&](const LengthCurve& curve, bool isAgain) {
        if (curve.bins.empty()) return;
        QString name = kindName(curve.kind);
        if (isAgain) name = tr("%1, again").arg(name);
        PlottedLine line{.name = name,
                         .colour = kindColour(curve.kind),
                         .dash = isAgain ? Qt::DashLine : Qt::SolidLine,
                         .marker = kindMarker(curve.kind)};
        for (std::size_t i = 0; i < curve.bins.size(); ++i) {
            // The middle of its places, counted from 1.
            line.points.push_back({static_cast<double>(i) * kBin + (kBin + 1) / 2.0, curve.bins[i].mean});
        }
        lines.lines.push_back(std::move(line));
    };
    for (const LengthCurve& curve : m_study.bundled()) add(curve, false);
    for (const LengthCurve& curve : m_study.again()) add(curve, true);
    if (!lines.lines.empty()) lines.marks.push_back({kTrained, tr("trained up to %1").arg(kTrained)});
    lines.bottom = 0;
    lines.tell = [this](double across) {
        const auto bin = static_cast<std::size_t>((across - 0.5) / kBin);
        QStringList parts;
        for (const bool isAgain : {false, true}) {
            for (const LengthCurve& curve : isAgain ? m_study.again() : m_study.bundled()) {
                if (bin >= curve.bins.size()) continue;
                const QString name = isAgain ? tr("%1, again").arg(kindName(curve.kind)) : kindName(curve.kind);
                parts.append(QStringLiteral("%1 %2 ± %3")
                                 .arg(name, shortNumber(curve.bins[bin].mean), shortNumber(curve.bins[bin].error)));
            }
        }
        return tr("places %1 to %2").arg(bin * kBin + 1).arg((bin + 1) * kBin) + QStringLiteral(" – ") +
               parts.join(QStringLiteral(", "));
    };
    m_curves->show(std::move(lines));
}

void LongerView::showTable() {
    PlottedMatrix table{.title = tr("Mean loss by stretch"), .hasScale = false};
    int first = 0;
    for (const int end : kEnds) {
        table.columnNames.append(QStringLiteral("%1–%2").arg(first + 1).arg(end));
        first = end;
    }
    const auto add = [&](const LengthCurve& curve, bool isAgain) {
        if (curve.bins.empty()) return;
        const QString name = kindName(curve.kind);
        table.rowNames.append(isAgain ? tr("%1, again").arg(name) : name);
        int from = 0;
        for (const int end : kEnds) {
            const double mean = meanOver(curve, from, end);
            table.numbers.push_back(std::isnan(mean) ? 0.0F : static_cast<float>(mean));
            table.hidden.push_back(std::isnan(mean) ? 1 : 0);
            from = end;
        }
    };
    for (const LengthCurve& curve : m_study.bundled()) add(curve, false);
    for (const LengthCurve& curve : m_study.again()) add(curve, true);
    if (table.rowNames.isEmpty()) table.columnNames.clear();
    table.tell = [rows = table.rowNames, columns = table.columnNames, numbers = table.numbers, hidden = table.hidden](
                     int row, int column) {
        const auto cell = static_cast<std::size_t>(row * columns.size() + column);
        if (cell >= numbers.size()) return QString();
        if (hidden[cell] != 0) {
            return tr("%1, places %2: there are no vectors for these places").arg(rows[row], columns[column]);
        }
        return tr("%1, places %2: %3 nats a word")
            .arg(rows[row], columns[column], fullNumber(static_cast<double>(numbers[cell])));
    };
    m_table->show(std::move(table));
}

QString LongerView::told() const {
    const auto& curves = m_study.bundled();
    if (std::ranges::any_of(curves, [](const LengthCurve& curve) { return curve.bins.empty(); })) {
        return tr("The bundled models are being measured…");
    }
    double least = 1e9, most = 0;
    const LengthCurve *best = nullptr, *worst = nullptr;
    const auto farLoss = [](const LengthCurve& curve) { return meanOver(curve, kEnds[2], kLongest); };
    for (const LengthCurve& curve : curves) {
        const double near = meanOver(curve, 0, kTrained), far = farLoss(curve);
        least = std::min(least, near);
        most = std::max(most, near);
        if (std::isnan(far)) continue;
        if (!best || far < farLoss(*best)) best = &curve;
        if (!worst || far > farLoss(*worst)) worst = &curve;
    }
    QString text =
        tr("Up to place %1, the length of the texts in training, all five have a loss of %2 to %3 nats a word. "
           "In places %4 to %5 it is %7 with %6 positions, which do best, and %9 with %8.")
            .arg(kTrained)
            .arg(shortNumber(least), shortNumber(most))
            .arg(kEnds[2] + 1)
            .arg(kLongest)
            .arg(kindName(best->kind), shortNumber(farLoss(*best)), kindName(worst->kind),
                 shortNumber(farLoss(*worst)));
    text += QLatin1Char(' ') +
            tr("Learned positions end at %1: there are no vectors beyond, so nothing is drawn.").arg(kTrained);
    text += QLatin1Char(' ') +
            tr("Measured on %1 texts of joined stories that no model has seen; each was trained for %2 steps.")
                .arg(LengthStudy::kTexts)
                .arg(curves[0].steps);
    if (m_study.hasAgain()) {
        double largest = 0;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            largest = std::max(largest, largestDifference(curves[i], m_study.again()[i]));
        }
        text +=
            QLatin1Char(' ') + tr("Trained again with seed %1, no point lies further than %2 from the bundled curve.")
                                   .arg(m_study.seed())
                                   .arg(shortNumber(largest));
    }
    return text;
}

void LongerView::retranslate() {
    setAccessibleName(tr("Train short, test long"));
    m_train->setText(tr("Train these five again"));
    m_cancel->setText(tr("Cancel"));
    m_seedName->setText(tr("Seed"));
    m_seed->setAccessibleName(tr("Seed of the weights and the texts"));
    m_seed->setToolTip(tr("The bundled models were trained with seed 1. Another one shows how much is chance."));
    m_progress->setAccessibleName(tr("Training"));
    refresh();
}

void LongerView::showEvent(QShowEvent* event) {
    PositionPage::showEvent(event);
    m_study.want(true);
    refresh();
}

void LongerView::hideEvent(QHideEvent* event) {
    PositionPage::hideEvent(event);
    m_study.want(false);
}

}  // namespace attentarium
