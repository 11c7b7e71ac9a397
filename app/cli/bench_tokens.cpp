#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/bench_commands.h"
#include "app/cli/machine_speed.h"
#include "app/cli/options.h"
#include "engine/core/demand.h"
#include "engine/io/corpus_source.h"
#include "engine/text/byte_pair/byte_pair_learning.h"
#include "engine/text/byte_pair/byte_pair_tokenizer.h"
#include "engine/text/corpus.h"

namespace attentarium::cli {
namespace {

using Clock = std::chrono::steady_clock;

struct BenchTokensOptions {
    std::string file;
    std::int64_t merges = 1000;
    std::int64_t repeats = 5;
    bool json = false;
};

/// The median of `repeats` runs.
template <typename Action>
double secondsOf(std::int64_t repeats, Action&& action) {
    std::vector<double> seconds;
    for (std::int64_t i = 0; i < repeats; ++i) {
        const auto start = Clock::now();
        action();
        seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    }
    return median(seconds);
}

void run(const BenchTokensOptions& o) {
    demand("merges", o.merges, o.merges >= 0 && o.merges <= kMostBytePairTokens,
           "from 0 to " + std::to_string(kMostBytePairTokens));
    demand("repeats", o.repeats, o.repeats >= 1, "1 or more");
    const std::string text = readTextFile(o.file);
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    BytePairMerges merges;
    const double learning = secondsOf(o.repeats, [&] { merges = learnBytePairs(text, static_cast<int>(o.merges)); });
    const BytePairTokenizer tokenizer(merges, merges.vocabulary());
    std::vector<int> ids;
    const double encoding = secondsOf(o.repeats, [&] { ids = tokenizer.encode(text); });
    const double splitting = secondsOf(o.repeats, [&] { tokenizer.split(text); });
    const double decoding = secondsOf(o.repeats, [&] { tokenizer.decode(ids); });
    const nlohmann::ordered_json figures{{"megabytes", megabytes},
                                         {"merges", merges.size()},
                                         {"tokens", ids.size()},
                                         {"learn_s", learning},
                                         {"encode_mb_per_s", megabytes / encoding},
                                         {"split_mb_per_s", megabytes / splitting},
                                         {"decode_mb_per_s", megabytes / decoding},
                                         {"peak_rss_mb", peakMegabytes()}};
    if (o.json) {
        std::cout << figures.dump() << '\n';
        return;
    }
    for (const auto& [name, value] : figures.items()) std::cout << name << ' ' << value.dump() << '\n';
}

}  // namespace

void addTokensBench(CLI::App& bench, Run& chosen) {
    CLI::App* command =
        bench.add_subcommand("tokens", "Times learning byte pairs from a text, and cutting it with them");
    const auto options = std::make_shared<BenchTokensOptions>();
    command->add_option("FILE", options->file, "UTF-8 text")->required();
    command->add_option("--merges", options->merges, "how many to learn")->capture_default_str();
    command->add_option("--repeats", options->repeats, "runs of each; the median is printed")->capture_default_str();
    addJsonFlag(*command, options->json);
    command->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace attentarium::cli
