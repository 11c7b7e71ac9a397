#include "engine/runs/sample.h"

#include <algorithm>
#include <span>

#include "engine/decode/generator.h"
#include "engine/decode/greedy_answer.h"
#include "engine/probe/word_neighbours.h"
#include "engine/text/special_tokens.h"

namespace attentarium {
namespace {

constexpr std::uint64_t kSeed = 1;
// A little warmer than the likeliest word each time, which goes round in circles.
constexpr SamplingSettings kSampling{.temperature = 0.7};

/// The beginning of the held-out part, or of the first text within it that begins somewhere.
std::span<const int> heldOutText(const TokenizedCorpus& corpus, std::size_t most) {
    const std::span<const int> heldOut = corpus.parts().heldOut;
    const std::int64_t offset = heldOut.data() - corpus.tokens.data();
    std::size_t first = 0;
    for (const std::int64_t start : corpus.starts) {
        if (start < offset || start - offset >= static_cast<std::int64_t>(heldOut.size() / 2)) continue;
        first = static_cast<std::size_t>(start - offset);
        break;
    }
    return heldOut.subspan(first, std::min(most, heldOut.size() - first));
}

/// What `model` writes behind `prompt`, up to `end` or so many tokens.
std::vector<int> continuation(const Model<float>& model, const std::vector<int>& prompt, int end, std::int64_t most,
                              const SamplingSettings& settings) {
    Generator generator(model, prompt, settings, kSeed);
    std::vector<int> written;
    while (static_cast<std::int64_t>(written.size()) < most) {
        const int token = generator.next();
        if (token == end) break;
        written.push_back(token);
    }
    return written;
}

std::size_t likeliest(std::span<const float> logits) {
    return static_cast<std::size_t>(std::ranges::max_element(logits) - logits.begin());
}

/// The likeliest tokens of a text, place by place, or its likeliest class.
std::vector<float> logitsOf(const Model<float>& model, const std::vector<int>& tokens, bool ofClasses) {
    Parallel parallel(1);
    Tape<float> tape(Purpose::Training, parallel);
    const Outputs outputs = model.run(tape, batchOf(tokens, static_cast<std::int64_t>(tokens.size())));
    const auto logits = tape.value(ofClasses ? outputs.classLogits : outputs.logits).span();
    return {logits.begin(), logits.end()};
}

Sample goneOn(const Model<float>& model, const Material& material) {
    const Tokenizer& tokenizer = *material.tokenizer;
    const bool ofLetters = tokenizer.kind() == TokenizerKind::Character;
    const auto given = heldOutText(*material.corpus, ofLetters ? 16 : 3);
    Sample sample{.tokens = {given.begin(), given.end()}};
    const std::int64_t room = model.config().context - static_cast<std::int64_t>(given.size());
    const int end = ofLetters ? -1 : tokenizer.vocabulary().find("\n").value_or(-1);
    const std::int64_t most = ofLetters ? 80 : std::min<std::int64_t>(24, std::max<std::int64_t>(room, 1));
    sample.prompt = tokenizer.decode(sample.tokens);
    sample.text = tokenizer.decode(continuation(model, sample.tokens, end, most, kSampling));
    return sample;
}

Sample filledIn(const Model<float>& model, const Material& material) {
    const Tokenizer& tokenizer = *material.tokenizer;
    const auto most = static_cast<std::size_t>(std::min<std::int64_t>(12, model.config().context));
    const auto given = heldOutText(*material.corpus, most);
    Sample sample{.tokens = {given.begin(), given.end()}};
    const std::size_t place = sample.tokens.size() / 2;
    sample.tokens[place] = specialId(tokenizer.vocabulary(), special::kMask);
    const std::vector<float> logits = logitsOf(model, sample.tokens, false);
    const auto words = static_cast<std::size_t>(tokenizer.vocabulary().size());
    const auto best = static_cast<int>(likeliest(std::span(logits).subspan(place * words, words)));
    sample.prompt = tokenizer.decode(sample.tokens);
    sample.text = tokenizer.decode(std::vector{best});
    return sample;
}

Sample neighbours(const Model<float>& model, const Material& material) {
    const Tokenizer& tokenizer = *material.tokenizer;
    // A word that is often met has learned something.
    std::vector<std::int64_t> counts(static_cast<std::size_t>(tokenizer.vocabulary().size()), 0);
    for (const int token : material.corpus->tokens) ++counts[static_cast<std::size_t>(token)];
    std::vector<int> common;
    for (int id = 0; id < tokenizer.vocabulary().size(); ++id) {
        const std::string& word = tokenizer.vocabulary().token(id);
        if (counts[static_cast<std::size_t>(id)] > 0 && word.size() > 2 && specialTokenLength(word) == 0) {
            common.push_back(id);
        }
    }
    if (common.size() < 4) return {};
    std::ranges::stable_sort(common, std::ranges::greater{},
                             [&](int id) { return counts[static_cast<std::size_t>(id)]; });
    common.resize(std::min<std::size_t>(common.size(), 200));
    const int word = common[common.size() / 4];
    Sample sample{.tokens = {word}};
    sample.prompt = tokenizer.vocabulary().token(word);
    for (const int near : nearestWords(model, word, common, 3)) {
        sample.text += (sample.text.empty() ? "" : ", ") + tokenizer.vocabulary().token(near);
    }
    return sample;
}

/// An encoder–decoder that learned from a corpus: a text with gaps, as it was drawn to be measured by.
Sample answeredGaps(const Model<float>& model, const Material& material) {
    const Tokenizer& tokenizer = *material.tokenizer;
    TrainingSettings settings{.batch = 1, .objective = ObjectiveKind::SpanCorruption, .seed = kSeed};
    const auto source = material.data->batches(model.config(), settings);
    const TrainingBatch batch = source->draw();
    const auto length = static_cast<std::size_t>(batch.inputs.source.lengthOf(0));
    Sample sample;
    sample.tokens.assign(batch.inputs.source.ids.begin(),
                         batch.inputs.source.ids.begin() + static_cast<std::ptrdiff_t>(length));
    const Vocabulary& vocabulary = tokenizer.vocabulary();
    sample.prompt = tokenizer.decode(sample.tokens);
    sample.text = tokenizer.decode(greedyAnswer(model, sample.tokens, specialId(vocabulary, special::kBegin),
                                                specialId(vocabulary, special::kEnd)));
    return sample;
}

Sample answered(const Model<float>& model, const Material& material) {
    const Task& task = material.encoder->task();
    const Vocabulary& vocabulary = material.tokenizer->vocabulary();
    const TaskTokenizers tokenizers(task, vocabulary);
    Random random(kSeed);
    const Example example = task.draw(TaskPart::HeldOut, random);
    ExampleTexts texts;
    material.encoder->encodeInto(texts, example, random);
    const ExampleText text = texts[0];
    Sample sample{.prompt = example.question};
    const int end = specialId(vocabulary, special::kEnd);
    switch (material.encoder->form()) {
        case TaskForm::Translate: {
            sample.tokens.assign(text.source.begin(), text.source.end());
            sample.text = tokenizers.answer().decode(
                greedyAnswer(model, sample.tokens, specialId(vocabulary, special::kBegin), end));
            break;
        }
        case TaskForm::Continue: {
            const int separator = specialId(vocabulary, special::kSeparator);
            const auto behind = std::ranges::find(text.tokens, separator);
            sample.tokens.assign(text.tokens.begin(), behind);
            sample.tokens.push_back(separator);
            const std::int64_t room = model.config().context - static_cast<std::int64_t>(sample.tokens.size());
            sample.text = tokenizers.answer().decode(
                continuation(model, sample.tokens, end, std::max<std::int64_t>(room, 0), {.temperature = 0}));
            break;
        }
        case TaskForm::Classify: {
            sample.tokens.assign(text.tokens.begin(), text.tokens.end());
            sample.text = task.classes()[likeliest(logitsOf(model, sample.tokens, true))];
            break;
        }
        case TaskForm::Match: {
            sample.tokens.assign(text.tokens.begin(), text.tokens.end());
            sample.prompt = material.tokenizer->decode(sample.tokens);
            // As the proposal is judged: wrong or right.
            sample.text = likeliest(logitsOf(model, sample.tokens, true)) == 1 ? "right" : "wrong";
            break;
        }
    }
    return sample;
}

}  // namespace

Sample sampleOf(const Model<float>& model, const Material& material) {
    if (material.encoder) return answered(model, material);
    const Family family = model.config().family;
    if (kWordVectors.contains(family)) return neighbours(model, material);
    if (family == Family::Bert) return filledIn(model, material);
    if (kEncoderDecoders.contains(family)) return answeredGaps(model, material);
    return goneOn(model, material);
}

}  // namespace attentarium
