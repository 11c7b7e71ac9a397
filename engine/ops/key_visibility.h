#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

namespace attentarium {

/// Which keys a query sees: the first so many. Plain values, so that ops can hold it; `lengths` must outlive it.
struct KeyVisibility {
    bool causal = false;                    ///< no token sees a later one
    std::int64_t offset = 0;                ///< query i stands at the place of key offset + i
    std::span<const std::int64_t> lengths;  ///< how many keys of each text are no padding; empty: all

    /// The keys of `text` that are no padding, out of `keys`.
    std::int64_t within(std::int64_t text, std::int64_t keys) const {
        return lengths.empty() ? keys : std::min(keys, lengths[static_cast<std::size_t>(text)]);
    }
    /// The keys that query `query` of `text` sees, out of `keys`.
    std::int64_t visible(std::int64_t text, std::int64_t query, std::int64_t keys) const {
        const std::int64_t present = within(text, keys);
        return causal ? std::min(present, offset + query + 1) : present;
    }
    /// Whether every one of `queries` sees all `keys` of every text.
    bool seesAll(std::int64_t queries, std::int64_t keys) const {
        const bool past = !causal || offset + 1 >= keys || queries == 0;
        return past && std::ranges::all_of(lengths, [keys](std::int64_t length) { return length >= keys; });
    }
};

}  // namespace attentarium
