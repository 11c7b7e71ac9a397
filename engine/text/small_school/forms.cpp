#include "engine/text/small_school/forms.h"

#include <numeric>

#include "engine/core/error.h"

namespace attentarium::small_school {
namespace {

constexpr Relation kOpposites[] = {
    {{"big", "大"}, {"small", "小"}},     {{"small", "小"}, {"big", "大"}},     {{"old", "老"}, {"young", "年轻"}},
    {{"young", "年轻"}, {"old", "老"}},   {{"tall", "高"}, {"short", "矮"}},    {{"short", "矮"}, {"tall", "高"}},
    {{"strong", "强"}, {"weak", "弱"}},   {{"weak", "弱"}, {"strong", "强"}},   {{"sweet", "甜"}, {"bitter", "苦"}},
    {{"bitter", "苦"}, {"sweet", "甜"}},  {{"hard", "硬"}, {"soft", "软"}},     {{"soft", "软"}, {"hard", "硬"}},
    {{"clean", "干净"}, {"dirty", "脏"}}, {{"dirty", "脏"}, {"clean", "干净"}}, {{"hot", "热"}, {"cold", "冷"}},
    {{"cold", "冷"}, {"hot", "热"}},      {{"happy", "高兴"}, {"sad", "难过"}}, {{"sad", "难过"}, {"happy", "高兴"}},
    {{"rich", "富"}, {"poor", "穷"}},     {{"poor", "穷"}, {"rich", "富"}},
};

constexpr Relation kSynonyms[] = {
    {{"large", "巨大"}, {"big", "大"}},    {{"little", "微小"}, {"small", "小"}},
    {{"aged", "年迈"}, {"old", "老"}},     {{"mighty", "强壮"}, {"strong", "强"}},
    {{"feeble", "虚弱"}, {"weak", "弱"}},  {{"icy", "冰凉"}, {"cold", "冷"}},
    {{"glad", "快活"}, {"happy", "高兴"}}, {{"unhappy", "伤心"}, {"sad", "难过"}},
    {{"filthy", "肮脏"}, {"dirty", "脏"}}, {{"wealthy", "富有"}, {"rich", "富"}},
    {{"needy", "贫穷"}, {"poor", "穷"}},   {{"spotless", "洁净"}, {"clean", "干净"}},
};

constexpr std::string_view kEnglishWords =
    "what where who does do like live colour ? "
    "kites balls bells lamps boats tops hats bags scarves baskets beds cups near are "
    "smiles smile waits wait waves wave nods nod "
    "word belongs of opposite means same as people animals things foods places colours "
    "big small old young tall short strong weak sweet bitter hard soft clean dirty hot cold happy sad rich poor "
    "large little aged mighty feeble icy glad unhappy filthy wealthy needy spotless "
    "fresh sour not this a good bad review "
    "older younger than oldest youngest gives has "
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen after comes";

constexpr std::string_view kChineseWords =
    "什么 哪里 谁 颜色 ？ 只 个 盏 条 顶 张 旁边 有 一 两 微笑 等待 招手 点头 "
    "属于 反义词 同义词 人物 动物 东西 食物 地方 "
    "大 小 老 年轻 高 矮 强 弱 甜 苦 硬 软 干净 脏 热 冷 高兴 难过 富 穷 "
    "巨大 微小 年迈 强壮 虚弱 冰凉 快活 伤心 肮脏 富有 贫穷 洁净 "
    "新鲜 酸 不 这 好评 差评 而且 比 最 给 "
    "二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 加 等于 后面";

}  // namespace

std::span<const Form> forms(Knowledge kind) {
    switch (kind) {
        case Knowledge::Facts:
            return factForms();
        case Knowledge::Agreement:
            return agreementForms();
        case Knowledge::Coreference:
            return coreferenceForms();
        case Knowledge::WordMeaning:
            return wordMeaningForms();
        case Knowledge::Sentiment:
            return sentimentForms();
        case Knowledge::Reasoning:
            return reasoningForms();
        case Knowledge::Arithmetic:
            return arithmeticForms();
    }
    throw LogicError("[small school] no such kind of knowledge");
}

std::vector<std::string_view> newWords(Language language) {
    return wordsOf(language == Language::English ? kEnglishWords : kChineseWords);
}

bool hasArticle(const Individual& one) {
    return one.gender == Gender::It || one.gender == Gender::They;
}

std::string nameOf(const Individual& one, Language language) {
    const bool article = language == Language::English && hasArticle(one);
    return (article ? "the " : "") + std::string(one.name.in(language));
}

int namedCount() {
    int count = 0;
    while (!hasArticle(individual(count))) ++count;
    return count;
}

std::vector<std::string> all(std::span<const Term> table, Language language) {
    std::vector<std::string> words;
    for (const Term& term : table) words.emplace_back(term.in(language));
    return words;
}

std::vector<int> upTo(int count) {
    std::vector<int> values(static_cast<std::size_t>(count));
    std::iota(values.begin(), values.end(), 0);
    return values;
}

std::span<const Relation> opposites() {
    return kOpposites;
}

std::span<const Relation> synonyms() {
    return kSynonyms;
}

}  // namespace attentarium::small_school
