#pragma once

#include <vector>

namespace attentarium::cli {

double median(std::vector<double> values);

/// The most memory this process has held so far, in MB; 0 where the system does not say.
double peakMegabytes();

/// Products of a typical size, one after the other on each thread: as fast as this machine multiplies.
double sgemmGflops(int threads);

}  // namespace attentarium::cli
