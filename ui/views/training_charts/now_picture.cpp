#include "ui/views/training_charts/now_picture.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "engine/trace/attention_layers.h"
#include "ui/explain/numbers.h"
#include "ui/explain/theme.h"
#include "ui/explain/words.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

struct Now {
    Q_DECLARE_TR_FUNCTIONS(NowPicture)
};

/// Where a row's largest number stands.
int largestIn(std::span<const float> row) {
    return static_cast<int>(std::ranges::max_element(row) - row.begin());
}

NowPicture headPicture(const Session& session, const std::vector<AttentionLayer>& layers, int asked) {
    const Trace& trace = *session.trace();
    std::size_t at = layers.size() - 1;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto chosen = session.selection().node;
        const bool isChosen =
            chosen && std::ranges::any_of(layers[i].stages, [&](Var stage) { return stage.index == chosen->index; });
        if (isChosen) at = i;
    }
    if (asked >= 0) at = std::min(static_cast<std::size_t>(asked), layers.size() - 1);
    const AttentionLayer& layer = layers[at];
    const int head = std::clamp(session.selection().head, 0, layer.heads - 1);
    const SentenceWords words(session.tracedWords(), session.tracedSource());
    NowPicture picture;
    //: which attention of the model: where it stands, and the head
    picture.title = Now::tr("%1, head %2").arg(placeOf(trace, layer.weights())).arg(head + 1);
    picture.numbers.columns = layer.columns;
    picture.numbers.isShare = true;
    picture.numbers.hue = theme().attention;
    for (int row = 0; row < layer.rows; ++row) {
        picture.numbers.rows.push_back(attentionRow(trace, layer.weights(), Quantity::Value, head, row));
    }
    picture.rowWords = words.along(trace, layer.weights(), Axis::Token);
    picture.columnWords = words.along(trace, layer.weights(), Axis::KeyToken);
    const int token = std::clamp(session.selection().token, 0, layer.rows - 1);
    const auto row = picture.numbers.rows[static_cast<std::size_t>(token)];
    if (!row.empty()) {
        const int most = largestIn(row);
        picture.reading = Now::tr("“%1” looks most at “%2”: %3")
                              .arg(picture.rowWords.value(token), picture.columnWords.value(most),
                                   percent(static_cast<double>(row[static_cast<std::size_t>(most)])));
    }
    return picture;
}

/// A value of every time step, a row each.
std::optional<NowPicture> unitsPicture(const Session& session, Site site) {
    const Trace& trace = *session.trace();
    const auto node = trace.find(site);
    if (!node) return {};
    NowPicture picture;
    picture.title = titleOf(site);
    for (const Var step : trace.acrossTime(*node)) {
        const auto columns = static_cast<std::size_t>(trace.shape(step)[-1]);
        const auto values = trace.values(step);
        for (std::size_t row = 0; row * columns < values.size(); ++row) {
            picture.numbers.rows.push_back(values.subspan(row * columns, columns));
        }
        picture.numbers.columns = static_cast<int>(columns);
    }
    constexpr std::array kShares{Site::InputGate, Site::ForgetGate, Site::OutputGate, Site::ResetGate,
                                 Site::UpdateGate};
    picture.numbers.isShare = std::ranges::count(kShares, site) > 0;
    picture.numbers.hue = theme().accent;
    picture.numbers.limit = largestOf(picture.numbers);
    const bool ofSource = trace.sideOf(*node, Axis::Token) == TextSide::Source;
    picture.rowWords = ofSource ? session.tracedSource() : session.tracedWords();
    const int token = std::clamp(session.selection().token, 0, picture.numbers.rowCount() - 1);
    const auto row = picture.numbers.rows[static_cast<std::size_t>(token)];
    double sum = 0;
    for (const float value : row) sum += static_cast<double>(value);
    const double mean = sum / static_cast<double>(std::max<std::size_t>(1, row.size()));
    //: of a gate, at a word: the mean over its units
    picture.reading = Now::tr("%1 at “%2”: mean %3")
                          .arg(picture.title, picture.rowWords.value(token),
                               picture.numbers.isShare ? percent(mean) : shortNumber(mean));
    return picture;
}

}  // namespace

NowPictures nowPictures(const Session& session, int layer) {
    NowPictures now;
    now.trace = session.trace();
    if (!now.trace) {
        now.about = Now::tr("No sentence has run yet");
        return now;
    }
    const std::vector<AttentionLayer> layers = attentionLayersOf(*now.trace);
    if (!layers.empty()) {
        now.about = Now::tr("How much each word (row) looks at each word (column)");
        now.pictures.push_back(headPicture(session, layers, layer));
        return now;
    }
    const auto add = [&](Site site) {
        if (auto picture = unitsPicture(session, site)) now.pictures.push_back(std::move(*picture));
    };
    for (const Site gate : {Site::ForgetGate, Site::InputGate, Site::OutputGate, Site::ResetGate, Site::UpdateGate}) {
        add(gate);
    }
    now.about = Now::tr("How far each gate is open, for each word (row) and unit (column)");
    if (!now.pictures.empty()) return now;
    add(Site::HiddenState);
    now.about = Now::tr("The hidden state after each word (row), unit by unit (column)");
    if (!now.pictures.empty()) return now;
    add(Site::TokenEmbedding);
    now.about = Now::tr("The embedding of each word (row), feature by feature (column)");
    return now;
}

}  // namespace attentarium
