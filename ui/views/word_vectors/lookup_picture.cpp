#include "ui/views/word_vectors/lookup_picture.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "engine/geometry/similarity.h"
#include "ui/session/second_sentence.h"
#include "ui/session/session.h"

namespace attentarium {
namespace {

constexpr int kAround = 2;  ///< rows of the table on each side of the chosen word's

QString titleOf(const WordStage& stage) {
    const auto words = [](const char* text) { return QCoreApplication::translate("attentarium::LookupPicture", text); };
    switch (stage.kind) {
        case WordStage::Kind::Embedding:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "embedding"));
        case WordStage::Kind::Input:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "with its place"));
        case WordStage::Kind::Block:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "after block %1")).arg(stage.number + 1);
        case WordStage::Kind::LastNorm:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "last norm"));
        case WordStage::Kind::HiddenStates:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "hidden state %1")).arg(stage.number + 1);
        case WordStage::Kind::Encoded:
            return words(QT_TRANSLATE_NOOP("attentarium::LookupPicture", "encoder state"));
    }
    return {};
}

std::vector<double> doubles(std::span<const float> numbers) {
    return {numbers.begin(), numbers.end()};
}

/// The first and the last row of the table, and those around `id`.
std::set<int> shownRows(int id, int count) {
    std::set<int> rows{0, count - 1};
    for (int near = id - kAround; near <= id + kAround; ++near) {
        if (near >= 0 && near < count) rows.insert(near);
    }
    return rows;
}

std::optional<double> cosineOf(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.empty() || a.size() != b.size()) return std::nullopt;
    // Rounding must not turn a vector from itself.
    return a == b ? 1.0 : cosine(a, b);
}

}  // namespace

double degreesOf(double cosine) {
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::numbers::pi;
}

LookupPicture lookupPicture(const Session& session, const SecondSentence& second) {
    LookupPicture picture;
    const auto& trace = session.trace();
    if (!trace || second.chosen() < 0) return picture;
    const TextSide side = second.side();
    const auto tokens = side == TextSide::Source ? trace->source() : trace->tokens();
    const std::vector<WordStage> stages = wordStagesOf(*trace, side);
    if (stages.empty() || tokens.empty()) return picture;
    picture.words = second.firstWords();
    picture.chosen = second.chosen();
    picture.id = tokens[static_cast<std::size_t>(picture.chosen)];
    picture.secondWords = second.words();
    picture.secondPlace = second.trace() ? second.place() : -1;

    picture.table = trace->inputs(stages.front().node).front();
    picture.vocabulary = static_cast<int>(trace->shape(picture.table)[0]);
    picture.width = static_cast<int>(trace->shape(picture.table)[1]);
    const auto table = trace->values(picture.table);
    for (const int id : shownRows(picture.id, picture.vocabulary)) {
        const auto width = static_cast<std::size_t>(picture.width);
        picture.rows.push_back(
            {id, session.wordOf(id), doubles(table.subspan(static_cast<std::size_t>(id) * width, width))});
    }

    const std::vector<WordStage> others =
        picture.secondPlace >= 0 ? wordStagesOf(*second.trace(), side) : std::vector<WordStage>();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        LookupPicture::Stage stage{.stage = stages[i],
                                   .name = titleOf(stages[i]),
                                   .first = doubles(vectorAt(*trace, stages[i], picture.chosen)),
                                   .second = {},
                                   .toBefore = {},
                                   .toStart = {},
                                   .between = {}};
        if (i < others.size()) {
            stage.second = doubles(vectorAt(*second.trace(), others[i], picture.secondPlace));
            stage.between = cosineOf(stage.first, stage.second);
        }
        if (i > 0) {
            stage.toBefore = cosineOf(stage.first, picture.stages[i - 1].first);
            stage.toStart = cosineOf(stage.first, picture.stages[0].first);
        }
        picture.stages.push_back(std::move(stage));
    }
    return picture;
}

}  // namespace attentarium
