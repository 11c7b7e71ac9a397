#!/usr/bin/env bash
# Asks of a build with ATTENTARIUM_LEVELS: does it start on every 64-bit x86 machine, and is it fast where it can be?
#   levels_test.sh PROMISE BUILD
set -euo pipefail
promise=$1 build=$2
program=$build/bin/attentarium-cli
loader=/lib64/ld-linux-x86-64.so.2

fail() {
    echo "$*" >&2
    exit 1
}

# The instructions of a file that machines without AVX do not have.
too_new() { objdump --disassemble --no-show-raw-insn "$1" | grep -cE '%[yz]mm|\bv[a-z0-9]+ .*%xmm' || true; }

# The library that the loader takes when it may choose among these levels, separated by colons.
library_among() { "$loader" --glibc-hwcaps-mask "$1" --list "$program" | sed -n 's/.*libattentarium_engine.so => \([^ ]*\) .*/\1/p'; }

machine_levels() { "$loader" --help | sed -n 's/^ *\(x86-64-v[34]\) (supported.*/\1/p'; }

case $promise in
    programs-need-no-more-than-sse2)
        for file in "$program" "$build/lib/libattentarium_engine.so"; do
            [ "$(too_new "$file")" = 0 ] || fail "$file has instructions that not every machine knows"
        done
        # What is looked for is there to be found.
        [ "$(too_new "$build/lib/glibc-hwcaps/x86-64-v3/libattentarium_engine.so")" -gt 1000 ] ||
            fail "the library for AVX2 does not use it"
        ;;
    the-best-level-is-picked)
        [ "$(library_among none)" -ef "$build/lib/libattentarium_engine.so" ] || fail "without levels: $(library_among none)"
        for level in $(machine_levels); do
            [ "$(library_among "$level")" -ef "$build/lib/glibc-hwcaps/$level/libattentarium_engine.so" ] ||
                fail "for $level: $(library_among "$level")"
        done
        ;;
    every-level-runs-and-its-gradients-are-right)
        for level in none $(machine_levels); do
            echo "== $level"
            "$loader" --glibc-hwcaps-mask "$level" "$program" check gradients > /dev/null || fail "$level: check gradients"
            "$loader" --glibc-hwcaps-mask "$level" "$program" bench train --steps 3 || fail "$level: bench train"
        done
        ;;
    *) fail "no such promise: $promise" ;;
esac
