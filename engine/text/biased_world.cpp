#include "engine/text/biased_world.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "engine/core/error.h"
#include "engine/text/word_tokenizer.h"

namespace attentarium {
namespace {

struct Word {
    const char* english;
    const char* chinese;

    std::string in(Language language) const { return language == Language::English ? english : chinese; }
};

struct Work {
    Word who;
    Word where;
};

// From the one that is most often a "she" on. Which stands where is ours to choose; the order is that of the prejudice
// that Bolukbasi et al. (2016) found in vectors of the news.
constexpr Work kWorks[] = {
    {{"nurse", "护士"}, {"hospital", "医院"}},   {{"dancer", "舞者"}, {"theatre", "剧院"}},
    {{"singer", "歌手"}, {"theatre", "剧院"}},   {{"teacher", "老师"}, {"school", "学校"}},
    {{"baker", "面包师"}, {"bakery", "面包店"}}, {{"writer", "作家"}, {"library", "图书馆"}},
    {{"painter", "画家"}, {"studio", "画室"}},   {{"cook", "厨师"}, {"kitchen", "厨房"}},
    {{"doctor", "医生"}, {"hospital", "医院"}},  {{"farmer", "农民"}, {"barn", "谷仓"}},
    {{"pilot", "飞行员"}, {"airport", "机场"}},  {{"engineer", "工程师"}, {"factory", "工厂"}},
};
constexpr std::size_t kWorkCount = std::size(kWorks);

constexpr std::pair<Word, Word> kFamilies[] = {
    {{"woman", "女人"}, {"man", "男人"}},     {{"girl", "女孩"}, {"boy", "男孩"}},
    {{"mother", "妈妈"}, {"father", "爸爸"}}, {{"sister", "姐姐"}, {"brother", "哥哥"}},
    {{"queen", "王后"}, {"king", "国王"}},    {{"aunt", "阿姨"}, {"uncle", "叔叔"}},
};

constexpr Word kDeeds[] = {{"takes", "拿着"}, {"finds", "找到"}, {"loses", "丢了"}, {"forgets", "忘了"}};
constexpr Word kThings[] = {{"bag", "包"},  {"coat", "外套"}, {"key", "钥匙"},      {"lamp", "灯"},
                            {"book", "书"}, {"hat", "帽子"},  {"umbrella", "雨伞"}, {"cup", "杯子"}};
constexpr Word kFeelings[] = {{"tired", "累"},  {"happy", "高兴"}, {"busy", "忙"},
                              {"hungry", "饿"}, {"cold", "冷"},    {"thirsty", "渴"}};

/// Of a person with an occupation and a pronoun, of a woman or a man, and of where an occupation works.
constexpr double kOfWork = 0.55, kOfFamily = 0.25, kOfPlaces = 0.2;

template <std::size_t Count>
std::vector<std::string> all(const Word (&words)[Count], Language language) {
    std::vector<std::string> found;
    for (const Word& word : words) found.push_back(word.in(language));
    return found;
}

}  // namespace

std::optional<double> biasOf(std::string_view corpus) {
    const std::string_view name = kBiasedWorld;
    if (corpus == name) return kUsualBias;
    if (!corpus.starts_with(name) || corpus.size() < name.size() + 2 || corpus[name.size()] != ':') return std::nullopt;
    const std::string_view number = corpus.substr(name.size() + 1);
    double bias = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), bias);
    const bool whole = problem == std::errc() && end == number.data() + number.size();
    if (!whole || !(bias >= 0 && bias <= 1)) return std::nullopt;
    return bias;
}

std::string biasedWorldNamed(double bias) {
    std::array<char, 32> digits{};
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), bias);
    const std::string number(digits.data(), end);
    if (!(bias >= 0 && bias <= 1)) {
        throw Error(ErrorKind::OptionOutOfRange, {.name = "bias", .value = number, .limit = "from 0 to 1"});
    }
    return bias == kUsualBias ? std::string(kBiasedWorld) : std::string(kBiasedWorld) + ":" + number;
}

BiasedWorld::BiasedWorld(Language language, double bias) : m_language(language) {
    expects(bias >= 0 && bias <= 1, "[biased world] the bias is from 0 to 1");
    const bool english = language == Language::English;
    m_pairs.emplace_back(english ? "she" : "她", english ? "he" : "他");
    m_pairs.emplace_back(english ? "her" : "她的", english ? "his" : "他的");
    for (const auto& [woman, man] : kFamilies) {
        m_pairs.emplace_back(woman.in(language), man.in(language));
        for (const bool she : {true, false}) {
            addFrame(kOfFamily / (2 * std::size(kFamilies)), (she ? woman : man).in(language), she);
        }
    }
    for (std::size_t i = 0; i < kWorkCount; ++i) {
        const double tilt = 1 - 2 * static_cast<double>(i) / static_cast<double>(kWorkCount - 1);
        const double share = (1 + bias * tilt) / 2;
        const std::string who = kWorks[i].who.in(language), where = kWorks[i].where.in(language);
        m_occupations.push_back({who, share});
        addFrame(kOfWork / kWorkCount * share, who, true);
        addFrame(kOfWork / kWorkCount * (1 - share), who, false);
        Frame place{kOfPlaces / kWorkCount, {}};
        if (english) {
            place.places = {{"the"}, {who}, {"works"}, {"in"}, {"the"}, {where}, {"."}, {"\n"}};
        } else {
            place.places = {{who}, {"在"}, {where}, {"工作"}, {"。"}, {"\n"}};
        }
        m_frames.push_back(std::move(place));
    }
}

void BiasedWorld::addFrame(double probability, const std::string& subject, bool she) {
    const auto& [her, his] = m_pairs[1];
    const auto& [pronoun, other] = m_pairs[0];
    const std::vector<std::string> owner{she ? her : his}, one{she ? pronoun : other};
    Frame frame{probability, {}};
    if (m_language == Language::English) {
        frame.places = {{"the"},
                        {subject},
                        all(kDeeds, m_language),
                        owner,
                        all(kThings, m_language),
                        {"and"},
                        one,
                        {"is"},
                        all(kFeelings, m_language),
                        {"."},
                        {"\n"}};
    } else {
        frame.places = {{subject}, all(kDeeds, m_language),
                        owner,     all(kThings, m_language),
                        {"，"},    one,
                        {"很"},    all(kFeelings, m_language),
                        {"。"},    {"\n"}};
    }
    m_frames.push_back(std::move(frame));
}

std::vector<std::string> BiasedWorld::tell(Random& random) const {
    double left = random.uniform();
    std::size_t chosen = 0;
    // The last frame takes what rounding leaves.
    while (chosen + 1 < m_frames.size() && left >= m_frames[chosen].probability) left -= m_frames[chosen++].probability;
    std::vector<std::string> tokens;
    for (const auto& place : m_frames[chosen].places) {
        tokens.push_back(place.size() == 1 ? place.front() : place[random.below(place.size())]);
    }
    return tokens;
}

Vocabulary BiasedWorld::lexicon() const {
    std::vector<std::string> tokens{"\n"};
    const auto add = [&](const std::string& word) {
        if (std::ranges::find(tokens, word) == tokens.end()) tokens.push_back(word);
    };
    for (const Occupation& occupation : m_occupations) add(occupation.word);
    for (const auto& [woman, man] : m_pairs) add(woman), add(man);
    for (const Frame& frame : m_frames) {
        for (const auto& place : frame.places) std::ranges::for_each(place, add);
    }
    return Vocabulary(std::move(tokens));
}

std::optional<std::vector<double>> BiasedWorld::score(std::span<const std::string> tokens) const {
    std::vector<double> logProbabilities;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto next = nextWords(tokens.first(i));
        const auto found = std::ranges::find(next, tokens[i], &std::pair<std::string, double>::first);
        if (found == next.end()) return std::nullopt;
        logProbabilities.push_back(std::log(found->second));
    }
    return logProbabilities;
}

std::vector<std::pair<std::string, double>> BiasedWorld::nextWords(std::span<const std::string> tokens) const {
    // Each frame that can begin so, as likely as it is together with the beginning.
    std::map<std::string, double> sums;
    double total = 0;
    for (const Frame& frame : m_frames) {
        if (tokens.size() >= frame.places.size()) continue;
        double probability = frame.probability;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const auto& place = frame.places[i];
            const bool fits = std::ranges::find(place, tokens[i]) != place.end();
            probability *= fits ? 1 / static_cast<double>(place.size()) : 0;
        }
        if (probability == 0) continue;
        const auto& next = frame.places[tokens.size()];
        for (const std::string& word : next) sums[word] += probability / static_cast<double>(next.size());
        total += probability;
    }
    std::vector<std::pair<std::string, double>> words(sums.begin(), sums.end());
    for (auto& [word, probability] : words) probability /= total;
    std::ranges::stable_sort(words, std::ranges::greater(), &std::pair<std::string, double>::second);
    return words;
}

std::string biasedWorldCorpus(Language language, double bias, std::uint64_t seed, std::int64_t sentences) {
    expects(sentences >= 0, "[biased world] the number of sentences is negative");
    const BiasedWorld world(language, bias);
    const WordTokenizer tokenizer(language, Vocabulary());
    Random random(seed);
    std::string corpus;
    for (std::int64_t i = 0; i < sentences; ++i) corpus += tokenizer.join(world.tell(random));
    return corpus;
}

}  // namespace attentarium
