#pragma once

#include <string>
#include <vector>

#include "engine/core/random.h"
#include "engine/io/checkpoint.h"
#include "engine/models/registry.h"
#include "engine/text/special_tokens.h"
#include "engine/train/look.h"

namespace attentarium {

/// A small model of one family, with some of its choices.
struct FamilySample {
    std::string name;
    ModelConfig config;

    bool reads() const { return kEncoderDecoders.contains(config.family); }
};

/// Words of which the sentences of samples are made, with the special tokens behind them.
inline Vocabulary sampleVocabulary() {
    return withSpecialTokens(Vocabulary({"the", "little", "fox", "saw", "a", "red", "apple", "and", "she", "ate"}));
}

inline ModelConfig smallConfig(Family family) {
    ModelConfig config = defaultConfig(family);
    config.layers = 2;
    config.heads = 2;
    config.width = 8;
    config.hidden = 12;
    config.window = 2;
    config.context = 16;
    config.vocabulary = sampleVocabulary().size();
    config.negatives = 0;
    return config;
}

/// Every neural family, and every choice that changes what is recorded.
inline std::vector<FamilySample> familySamples() {
    std::vector<FamilySample> samples;
    const auto add = [&](const std::string& name, Family family, auto&& choose) {
        samples.push_back({name, smallConfig(family)});
        choose(samples.back().config);
    };
    const auto plain = [](ModelConfig&) {};
    add("gpt", Family::Gpt, plain);
    add("gpt, tied", Family::Gpt, [](ModelConfig& c) { c.tied = true; });
    add("gpt, rotary, RMSNorm, SwiGLU, grouped heads", Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::Rotary;
        c.norm = Norm::RmsNorm;
        c.activation = Activation::SwiGlu;
        c.keyValueHeads = 1;
    });
    add("gpt, ALiBi, ReLU, normalised after", Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::Alibi;
        c.activation = Activation::Relu;
        c.normPlace = NormPlace::After;
    });
    add("gpt, sinusoidal", Family::Gpt, [](ModelConfig& c) { c.positions = Positions::Sinusoidal; });
    add("gpt, no positions, classes", Family::Gpt, [](ModelConfig& c) {
        c.positions = Positions::None;
        c.classes = 3;
    });
    add("bert", Family::Bert, plain);
    add("bert, classes", Family::Bert, [](ModelConfig& c) { c.classes = 2; });
    add("transformer", Family::Transformer, plain);
    add("transformer, normalised before, RMSNorm", Family::Transformer, [](ModelConfig& c) {
        c.normPlace = NormPlace::Before;
        c.norm = Norm::RmsNorm;
    });
    add("mlp-lm", Family::MlpLm, plain);
    add("cbow", Family::Cbow, plain);
    add("cbow, negatives", Family::Cbow, [](ModelConfig& c) { c.negatives = 3; });
    add("skipgram", Family::SkipGram, plain);
    add("skipgram, negatives", Family::SkipGram, [](ModelConfig& c) { c.negatives = 3; });
    add("rnn", Family::Rnn, plain);
    add("lstm", Family::Lstm, plain);
    add("gru", Family::Gru, plain);
    for (const Alignment alignment : {Alignment::None, Alignment::Additive, Alignment::Dot, Alignment::General}) {
        add("seq2seq, " + std::string(nameOf(alignment)), Family::Seq2Seq, [&](ModelConfig& c) {
            c.alignment = alignment;
            c.layers = alignment == Alignment::Additive ? 2 : 1;
        });
    }
    add("seq2seq, both directions, gru", Family::Seq2Seq, [](ModelConfig& c) {
        c.bidirectional = true;
        c.cell = RecurrentCell::Gru;
        c.alignment = Alignment::Additive;
    });
    add("seq2seq, both directions, lstm", Family::Seq2Seq, [](ModelConfig& c) { c.bidirectional = true; });
    return samples;
}

inline std::shared_ptr<Model<float>> sampleModel(const FamilySample& sample) {
    std::shared_ptr<Model<float>> model = makeModel<float>(sample.config);
    Random random(4);
    model->initialise(random);
    return model;
}

/// A whole look at a sentence of seven words, with a label where there are classes.
inline std::shared_ptr<const Trace> sampleTrace(const FamilySample& sample) {
    const Vocabulary vocabulary = sampleVocabulary();
    const std::vector<int> words{0, 2, 3, 4, 5, 6, 2};
    TracedText text = continuedText(words);
    if (sample.reads()) {
        text = answeredText(words, {6, 5, 4}, specialId(vocabulary, special::kBegin),
                            specialId(vocabulary, special::kEnd));
    } else if (sample.config.family == Family::Bert) {
        text = maskedText(words, 3, specialId(vocabulary, special::kMask));
    }
    if (sample.config.classes > 0) text.label = 1;
    return look(*sampleModel(sample), text, LookDepth::Update);
}

/// A checkpoint of the sample, to be opened in the window.
inline Checkpoint sampleCheckpoint(const FamilySample& sample) {
    Checkpoint checkpoint;
    checkpoint.model = sampleModel(sample);
    checkpoint.tokenizer = makeTokenizer(TokenizerKind::Word, Language::English, sampleVocabulary());
    checkpoint.corpus = "a test";
    return checkpoint;
}

}  // namespace attentarium
