#include <array>
#include <chrono>

#include "engine/text/tasks/draws.h"
#include "engine/text/tasks/families.h"

namespace attentarium::tasks {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

// %w weekday, %a its first three letters, %d day, %D day in two digits, %o day as in "4th", %B month, %b its first
// three letters, %m month as number, %M in two digits, %Y year.
constexpr std::array<std::string_view, 14> kSpellings{
    "%B %d, %Y", "%d %B %Y", "%d %b %Y", "%b %d, %Y", "%B %o, %Y",     "the %o of %B %Y", "%D/%M/%Y",
    "%d/%m/%Y",  "%D.%M.%Y", "%Y/%M/%D", "%Y %B %d",  "%w, %B %d, %Y", "%a %d %b %Y",     "%w the %o of %B %Y"};
// %y is the year in two digits.
constexpr std::array<std::string_view, 3> kShortSpellings{"%d %b %y", "%D/%M/%y", "%b %d '%y"};
constexpr std::int64_t kFirstShortYear = 1950, kLastShortYear = 2049;
// "Wednesday the 30th of September 1998"
constexpr std::int64_t kLongestSpelling = 36;

std::string inDigits(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

std::string ordinal(unsigned day) {
    const bool teen = day >= 11 && day <= 13;
    const char* ending = teen ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
    return std::to_string(day) + ending;
}

/// One field of a spelling.
std::string written(char field, std::chrono::year_month_day date) {
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month()), day = static_cast<unsigned>(date.day());
    const std::string_view monthName = kMonths[month - 1];
    const std::string_view weekday = kWeekdays[std::chrono::weekday(date).c_encoding()];
    switch (field) {
        case 'w':
            return std::string(weekday);
        case 'a':
            return std::string(weekday.substr(0, 3));
        case 'd':
            return std::to_string(day);
        case 'D':
            return inDigits(day, 2);
        case 'o':
            return ordinal(day);
        case 'B':
            return std::string(monthName);
        case 'b':
            return std::string(monthName.substr(0, 3));
        case 'm':
            return std::to_string(month);
        case 'M':
            return inDigits(month, 2);
        case 'Y':
            return inDigits(year, 4);
        default:
            return inDigits(year % 100, 2);
    }
}

std::string spelled(std::string_view spelling, std::chrono::year_month_day date) {
    std::string text;
    for (std::size_t i = 0; i < spelling.size(); ++i) {
        text += spelling[i] == '%' ? written(spelling[++i], date) : std::string(1, spelling[i]);
    }
    return text;
}

class Dates final : public Task {
  public:
    explicit Dates(const TaskOptions& options)
        : Task(options),
          m_firstDay(firstDayOf(options.firstYear)),
          m_days((firstDayOf(options.lastYear + 1) - m_firstDay).count()) {}

    std::int64_t longestQuestion() const override { return kLongestSpelling; }
    std::int64_t longestAnswer() const override { return 10; }

  protected:
    Example any(Random& random) const override {
        const std::chrono::year_month_day date(m_firstDay + std::chrono::days(between(0, m_days - 1, random)));
        const auto year = static_cast<std::int64_t>(static_cast<int>(date.year()));
        const bool shortFits = year >= kFirstShortYear && year <= kLastShortYear;
        const std::size_t choices = kSpellings.size() + (shortFits ? kShortSpellings.size() : 0);
        const std::size_t choice = random.below(choices);
        const std::string_view spelling =
            choice < kSpellings.size() ? kSpellings[choice] : kShortSpellings[choice - kSpellings.size()];
        return {spelled(spelling, date), spelled("%Y-%M-%D", date)};
    }

    std::string splitKey(const Example& example) const override { return example.answer; }

    std::vector<std::string> symbols() const override {
        constexpr std::string_view kSymbols = " ',-./0123456789ADFJMNOSTWabcdeghilmnoprstuvyf";
        std::vector<std::string> characters;
        for (const char symbol : kSymbols) characters.emplace_back(1, symbol);
        return characters;
    }

  private:
    static std::chrono::sys_days firstDayOf(std::int64_t year) {
        return std::chrono::year(static_cast<int>(year)) / std::chrono::January / 1;
    }

    std::chrono::sys_days m_firstDay;
    std::int64_t m_days;
};

}  // namespace

std::unique_ptr<Task> makeDates(const TaskOptions& options) {
    return std::make_unique<Dates>(options);
}

}  // namespace attentarium::tasks
