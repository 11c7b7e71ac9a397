#include "app/cli/machine_speed.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "engine/core/eigen_product.h"
#include "engine/core/tensor.h"

namespace attentarium::cli {

using Clock = std::chrono::steady_clock;

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    return 0;
}

double sgemmGflops(int threads) {
    constexpr std::int64_t kRows = 768, kDepth = 128, kColumns = 512;
    constexpr int kRepeats = 100, kRounds = 5;
    std::vector<double> rates;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> seconds(static_cast<std::size_t>(threads));
        const auto work = [&](std::size_t thread) {
            Tensor<float> left({kRows, kDepth}), right({kDepth, kColumns}), result({kRows, kColumns});
            const MatrixView<float> to{result.mutableView().data, kRows, kColumns, kColumns};
            const auto once = [&] {
                eigenProduct({left.view().data, kRows, kDepth, kDepth}, {right.view().data, kDepth, kColumns, kColumns},
                             to);
            };
            once();
            const auto start = Clock::now();
            for (int i = 0; i < kRepeats; ++i) once();
            seconds[thread] = std::chrono::duration<double>(Clock::now() - start).count();
        };
        {
            std::vector<std::jthread> workers;
            for (std::size_t i = 1; i < seconds.size(); ++i) workers.emplace_back(work, i);
            work(0);
        }
        double rate = 0;
        for (const double spent : seconds) rate += 2.0 * kRows * kDepth * kColumns * kRepeats / spent / 1e9;
        rates.push_back(rate);
    }
    return median(rates);
}

}  // namespace attentarium::cli
