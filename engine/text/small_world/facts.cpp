#include "engine/text/small_world/facts.h"

#include <utility>

#include "engine/core/error.h"

namespace attentarium::small_world {
namespace {

// Chinese says how well after the verb: 唱 得 很 好.
constexpr Term kManners[] = {
    {"well", "好"}, {"loudly", "大声"}, {"softly", "轻"}, {"happily", "开心"}, {"slowly", "慢"},
    {"fast", "快"}, {"far", "远"},      {"high", "高"},   {"brightly", "亮"},  {"deep", "深"},
};

constexpr Term kThings[] = {
    {"kite", "风筝"}, {"ball", "球"},  {"bell", "铃铛"},  {"lamp", "灯"},     {"boat", "小船"}, {"top", "陀螺"},
    {"hat", "帽子"},  {"bag", "书包"}, {"scarf", "围巾"}, {"basket", "篮子"}, {"bed", "床"},    {"cup", "杯子"},
};

constexpr Term kColours[] = {
    {"red", "红色"}, {"blue", "蓝色"}, {"green", "绿色"}, {"yellow", "黄色"}, {"white", "白色"}, {"black", "黑色"},
};

constexpr Term kFoods[] = {
    {"apples", "苹果"}, {"cakes", "蛋糕"}, {"carrots", "胡萝卜"}, {"fish", "鱼"},
    {"honey", "蜂蜜"},  {"bread", "面包"}, {"cheese", "奶酪"},    {"grapes", "葡萄"},
};

constexpr Term kPlaces[] = {
    {"garden", "花园"}, {"park", "公园"}, {"forest", "森林"}, {"village", "村子"},
    {"castle", "城堡"}, {"town", "小镇"}, {"school", "学校"}, {"market", "市场"},
};

constexpr Term kMeetings[] = {
    {"meets", "遇见", "meet"},
    {"sees", "看见", "see"},
    {"hears", "听见", "hear"},
    {"helps", "帮助", "help"},
};

constexpr Term kGames[] = {
    {"plays", "玩", "play"},
    {"walks", "散步", "walk"},
    {"rests", "休息", "rest"},
    {"works", "工作", "work"},
};

constexpr Term kTakings[] = {
    {"finds", "找到", "find"},
    {"borrows", "借走", "borrow"},
    {"brings", "带来", "bring"},
};

// In the order of Gender.
constexpr Term kPronouns[] = {
    {"she", "她"},
    {"he", "他"},
    {"it", "它"},
    {"they", "他们"},
};

constexpr Term kPossessives[] = {
    {"her", "她的"},
    {"his", "他的"},
    {"its", "它的"},
    {"their", "他们的"},
};

struct ActivityFact {
    Term verb;
    std::array<std::string_view, 2> manners;
};

constexpr ActivityFact kActivities[] = {
    {{"sings", "唱", "sing"}, {"well", "softly"}},   {{"paints", "画", "paint"}, {"well", "slowly"}},
    {{"swims", "游", "swim"}, {"fast", "far"}},      {{"reads", "读", "read"}, {"fast", "loudly"}},
    {{"knits", "织", "knit"}, {"well", "slowly"}},   {{"skates", "滑", "skate"}, {"fast", "well"}},
    {{"climbs", "爬", "climb"}, {"high", "fast"}},   {{"rides", "骑", "ride"}, {"fast", "well"}},
    {{"writes", "写", "write"}, {"well", "slowly"}}, {{"cooks", "煮", "cook"}, {"well", "fast"}},
    {{"learns", "学", "learn"}, {"fast", "well"}},   {{"laughs", "笑", "laugh"}, {"loudly", "happily"}},
    {{"barks", "叫", "bark"}, {"loudly", "softly"}}, {{"sleeps", "睡", "sleep"}, {"well", "well"}},
    {{"flies", "飞", "fly"}, {"high", "far"}},       {{"jumps", "跳", "jump"}, {"high", "far"}},
    {{"runs", "跑", "run"}, {"fast", "far"}},        {{"plays", "玩", "play"}, {"happily", "well"}},
    {{"rows", "划", "row"}, {"fast", "far"}},        {{"digs", "挖", "dig"}, {"deep", "fast"}},
    {{"talks", "说", "talk"}, {"loudly", "softly"}}, {{"eats", "吃", "eat"}, {"slowly", "fast"}},
    {{"works", "干", "work"}, {"well", "happily"}},  {{"rolls", "滚", "roll"}, {"fast", "far"}},
    {{"rings", "响", "ring"}, {"loudly", "softly"}}, {{"shines", "照", "shine"}, {"brightly", "far"}},
    {{"floats", "漂", "float"}, {"far", "slowly"}},  {{"spins", "转", "spin"}, {"fast", "slowly"}},
};

struct IndividualFact {
    Term name;
    Gender gender;
    std::array<std::string_view, 2> activities;
    std::string_view food;
    std::string_view home;
    std::array<std::string_view, 2> possessions;
};

// No two of one gender share an activity or a possession, so both tell whom a pronoun stands for.
constexpr IndividualFact kIndividuals[] = {
    {{"Anna", "安娜"}, Gender::She, {"sings", "cooks"}, "apples", "village", {"red kite", "blue hat"}},
    {{"Lucy", "露西"}, Gender::She, {"paints", "rides"}, "grapes", "castle", {"green ball", "yellow scarf"}},
    {{"Emma", "艾玛"}, Gender::She, {"swims", "laughs"}, "fish", "town", {"white boat", "red bag"}},
    {{"Mary", "玛丽"}, Gender::She, {"reads", "climbs"}, "cakes", "village", {"yellow lamp", "green cup"}},
    {{"Rose", "罗丝"}, Gender::She, {"knits", "writes"}, "bread", "castle", {"blue bell", "white basket"}},
    {{"Lily", "莉莉"}, Gender::She, {"skates", "learns"}, "honey", "town", {"black top", "red bed"}},
    {{"Tom", "汤姆"}, Gender::He, {"climbs", "skates"}, "cakes", "town", {"blue kite", "green bag"}},
    {{"Jack", "杰克"}, Gender::He, {"rides", "swims"}, "bread", "village", {"red boat", "black hat"}},
    {{"David", "大卫"}, Gender::He, {"writes", "sings"}, "cheese", "castle", {"white lamp", "red scarf"}},
    {{"Peter", "彼得"}, Gender::He, {"cooks", "paints"}, "fish", "town", {"green bell", "yellow basket"}},
    {{"Paul", "保罗"}, Gender::He, {"learns", "reads"}, "apples", "village", {"yellow top", "blue cup"}},
    {{"Sam", "山姆"}, Gender::He, {"laughs", "rows"}, "grapes", "castle", {"red ball", "white bed"}},
    {{"dog", "小狗"}, Gender::It, {"barks", "swims"}, "bread", "garden", {"black ball", "red basket"}},
    {{"cat", "小猫"}, Gender::It, {"sleeps", "climbs"}, "fish", "castle", {"red bell", "white cup"}},
    {{"bird", "小鸟"}, Gender::It, {"flies", "sings"}, "grapes", "forest", {"blue lamp", "green bed"}},
    {{"rabbit", "兔子"}, Gender::It, {"jumps", "digs"}, "carrots", "garden", {"white top", "red hat"}},
    {{"horse", "小马"}, Gender::It, {"runs", "eats"}, "apples", "village", {"blue boat", "black scarf"}},
    {{"children", "孩子们"}, Gender::They, {"plays", "sings"}, "honey", "town", {"yellow kite", "green hat"}},
    {{"sailors", "水手们"}, Gender::They, {"rows", "swims"}, "cheese", "village", {"black boat", "blue bag"}},
    {{"farmers", "农夫们"}, Gender::They, {"digs", "works"}, "carrots", "forest", {"green lamp", "black basket"}},
    {{"neighbours", "邻居们"}, Gender::They, {"talks", "laughs"}, "cakes", "castle", {"white bell", "yellow cup"}},
};

constexpr std::string_view kToyActivities[kToys] = {"flies", "rolls", "rings", "shines", "floats", "spins"};

template <typename Table>
int indexOf(std::string_view english, const Table& table) {
    int index = 0;
    for (const auto& row : table) {
        if constexpr (requires { row.verb; }) {
            if (row.verb.english == english) return index;
        } else {
            if (row.english == english) return index;
        }
        ++index;
    }
    throw LogicError("[small world] a fact names a word that is not in its table");
}

Possession possession(std::string_view colourAndThing) {
    const std::size_t space = colourAndThing.find(' ');
    return {indexOf(colourAndThing.substr(space + 1), kThings), indexOf(colourAndThing.substr(0, space), kColours)};
}

std::vector<Activity> resolvedActivities() {
    std::vector<Activity> table;
    for (const ActivityFact& fact : kActivities) {
        Activity activity{fact.verb, {}};
        for (const std::string_view manner : fact.manners) activity.manners.push_back(indexOf(manner, kManners));
        table.push_back(std::move(activity));
    }
    return table;
}

std::vector<Individual> resolvedIndividuals() {
    std::vector<Individual> table;
    for (const IndividualFact& fact : kIndividuals) {
        table.push_back({fact.name,
                         fact.gender,
                         {indexOf(fact.activities[0], kActivities), indexOf(fact.activities[1], kActivities)},
                         indexOf(fact.food, kFoods),
                         indexOf(fact.home, kPlaces),
                         {possession(fact.possessions[0]), possession(fact.possessions[1])}});
    }
    return table;
}

}  // namespace

std::span<const Individual> individuals() {
    static const std::vector<Individual> table = resolvedIndividuals();
    return table;
}
std::span<const Activity> activities() {
    static const std::vector<Activity> table = resolvedActivities();
    return table;
}
std::span<const Term> manners() {
    return kManners;
}
std::span<const Term> things() {
    return kThings;
}
int toyActivity(int toy) {
    return indexOf(kToyActivities[toy], kActivities);
}
std::span<const Term> colours() {
    return kColours;
}
std::span<const Term> foods() {
    return kFoods;
}
std::span<const Term> places() {
    return kPlaces;
}
std::span<const Term> meetings() {
    return kMeetings;
}
std::span<const Term> games() {
    return kGames;
}
std::span<const Term> takings() {
    return kTakings;
}
std::span<const Term> pronouns() {
    return kPronouns;
}
std::span<const Term> possessives() {
    return kPossessives;
}

}  // namespace attentarium::small_world
