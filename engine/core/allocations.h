#pragma once

#include <cstdint>

namespace attentarium {

/// How often this program, on any thread, has asked the system for memory. Link attentarium_allocations to count.
std::int64_t allocationCount();

/// Whether counting works here; the sanitizers bring an allocator of their own.
bool allocationsAreCounted();

}  // namespace attentarium
