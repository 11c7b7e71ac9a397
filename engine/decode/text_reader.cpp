#include "engine/decode/text_reader.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/core/error.h"

namespace attentarium {
namespace {

using Texts = std::vector<std::vector<int>>;

Texts chosen(const Texts& texts, std::span<const int> rows) {
    Texts selected;
    for (const int row : rows) {
        expects(row >= 0 && static_cast<std::size_t>(row) < texts.size(), "[reader] there is no such text");
        selected.push_back(texts[static_cast<std::size_t>(row)]);
    }
    expects(!selected.empty(), "[reader] needs at least one text");
    return selected;
}

/// Appends each row of `tokens` to its text.
void append(Texts& texts, std::span<const int> tokens) {
    expects(!tokens.empty() && tokens.size() % texts.size() == 0, "[reader] needs as many tokens for each text");
    const std::size_t count = tokens.size() / texts.size();
    for (std::size_t text = 0; text < texts.size(); ++text) {
        const auto row = tokens.subspan(text * count, count);
        texts[text].insert(texts[text].end(), row.begin(), row.end());
    }
}

/// The last `count` tokens of each text, one text after the other.
std::vector<int> endsOf(const Texts& texts, std::size_t count) {
    std::vector<int> ends;
    for (const std::vector<int>& text : texts) {
        ends.insert(ends.end(), text.end() - static_cast<std::ptrdiff_t>(count), text.end());
    }
    return ends;
}

class ModelReader final : public TextReader {
  public:
    ModelReader(const Model<float>& model, std::span<const int> source, Recall recall)
        : m_model(model),
          m_source(source.begin(), source.end()),
          m_remembers(recall == Recall::Remembering && model.remembers()),
          m_tape(Purpose::Training, m_parallel) {
        if (m_remembers) m_beginning = model.begin(m_tape, sourceRows(1), 1);
        m_memory = m_beginning;
    }

    std::int64_t vocabulary() const override { return m_model.config().vocabulary; }

    std::span<const float> read(std::span<const int> tokens) override {
        append(m_texts, tokens);
        const auto context = static_cast<std::size_t>(m_model.config().context);
        const std::size_t length = m_texts[0].size();
        const bool endless = kRecurrent.contains(m_model.config().family);
        m_tape.clear();
        if (m_remembers && (endless || length <= context)) return keep(advance(tokens));
        const std::size_t seen = std::min(length, context);
        const std::vector<int> ids = endsOf(m_texts, seen);
        if (!m_remembers) return keep(run(ids, seen));
        // Every token has moved one place on, so what is remembered of its old place is of no use.
        startAnew();
        return keep(advance(ids));
    }

    void select(std::span<const int> rows) override {
        m_texts = chosen(m_texts, rows);
        if (m_remembers) m_memory = m_memory.select(rows);
    }

  private:
    std::int64_t texts() const { return static_cast<std::int64_t>(m_texts.size()); }

    TokenRows sourceRows(std::int64_t count) {
        if (m_source.empty()) return {};
        m_sources.clear();
        for (std::int64_t i = 0; i < count; ++i) m_sources.insert(m_sources.end(), m_source.begin(), m_source.end());
        return {m_sources, static_cast<std::int64_t>(m_source.size()), {}};
    }

    void startAnew() { m_memory = m_beginning.select(std::vector<int>(m_texts.size(), 0)); }

    Var advance(std::span<const int> ids) {
        return m_model.advance(m_tape, m_memory, {ids, static_cast<std::int64_t>(ids.size()) / texts(), {}});
    }
    Var run(std::span<const int> ids, std::size_t length) {
        const TokenRows tokens{ids, static_cast<std::int64_t>(length), {}};
        return m_model.run(m_tape, {.tokens = tokens, .source = sourceRows(texts()), .segments = {}}).logits;
    }

    /// The logits of the last token of each text.
    std::span<const float> keep(Var logits) {
        const auto all = m_tape.value(logits);
        const std::int64_t length = all.rows() / texts();
        m_logits.resize(static_cast<std::size_t>(texts() * all.columns()));
        for (std::int64_t text = 0; text < texts(); ++text) {
            std::copy_n(all.row((text + 1) * length - 1), all.columns(), m_logits.data() + text * all.columns());
        }
        return m_logits;
    }

    const Model<float>& m_model;
    std::vector<int> m_source;
    std::vector<int> m_sources;  ///< the source as often as there are texts
    bool m_remembers;
    Parallel m_parallel{1};
    Tape<float> m_tape;
    Memory<float> m_beginning;  ///< of one text, before its first token
    Memory<float> m_memory;
    Texts m_texts{1};
    std::vector<float> m_logits;
};

class NgramReader final : public TextReader {
  public:
    explicit NgramReader(const NgramModel& model) : m_model(model) {}

    std::int64_t vocabulary() const override { return m_model.config().vocabulary; }

    std::span<const float> read(std::span<const int> tokens) override {
        for (const int token : tokens) {
            expects(token >= 0 && token < vocabulary(), "[reader] the token is outside the vocabulary");
        }
        append(m_texts, tokens);
        m_logits.clear();
        for (const std::vector<int>& text : m_texts) {
            for (const double p : m_model.distribution(text)) m_logits.push_back(static_cast<float>(std::log(p)));
        }
        return m_logits;
    }

    void select(std::span<const int> rows) override { m_texts = chosen(m_texts, rows); }

  private:
    const NgramModel& m_model;
    Texts m_texts{1};
    std::vector<float> m_logits;
};

}  // namespace

std::unique_ptr<TextReader> makeReader(const Model<float>& model, std::span<const int> source, Recall recall) {
    const ModelConfig& config = model.config();
    if (config.family == Family::Bert || kWordVectors.contains(config.family)) {
        throw Error(ErrorKind::CannotContinue, {.name = std::string(nameOf(config.family))});
    }
    if (kEncoderDecoders.contains(config.family)) {
        if (source.empty()) throw Error(ErrorKind::TextEmpty, {});
        if (static_cast<std::int64_t>(source.size()) > config.context) {
            throw Error(ErrorKind::TextTooLong,
                        {.value = std::to_string(source.size()), .limit = std::to_string(config.context)});
        }
    } else {
        expects(source.empty(), "[reader] only an encoder–decoder reads a source");
    }
    return std::make_unique<ModelReader>(model, source, recall);
}

std::unique_ptr<TextReader> makeReader(const NgramModel& model) {
    return std::make_unique<NgramReader>(model);
}

}  // namespace attentarium
