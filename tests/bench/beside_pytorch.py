#!/usr/bin/env python3
"""Measures the engine beside PyTorch on the same shapes, interleaved in one run, and prints the ratio of medians.

    tests/bench/beside_pytorch.py                      every row
    tests/bench/beside_pytorch.py --rows gpt-4x128     some of them
    tests/bench/beside_pytorch.py --context-lengths    writes tests/bench/context_length.md

Needs `attentarium-cli`, built with the release preset, and a python3 that has PyTorch with OpenBLAS (Debian: python3-torch and
libopenblas0-pthread). Every measurement is a process of its own; ours and PyTorch's take turns, each with one thread and with
two, and the better of the two counts.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
THREADS = (1, 2)
LEAST_SHARE = 0.65


@dataclass(frozen=True)
class Row:
    name: str
    ours: str  # what follows `attentarium-cli bench`
    peer: str  # what follows `pytorch_peers.py`
    figure: str  # the key of our figure
    scale: float  # PyTorch's seconds in the unit of our figure
    unit: str
    most: float  # our time / PyTorch's
    sgemm_share: bool = False


def gpt(name, layers, heads, width, context, batch, steps, most, sgemm_share=False):
    sizes = (f"--layers {layers} --heads {heads} --width {width} --context {context} --batch {batch} --vocabulary 65 "
             f"--steps {steps}")
    return Row(name, f"train {sizes}", f"gpt {sizes}", "ms_per_step", 1e3, "ms", most, sgemm_share)


def training(name, family, sizes, steps, most):
    """A row whose sizes both sides call by the same names, but for the lengths."""
    ours = sizes.replace("--context", "--length").replace("--source ", "--source-length ")
    return Row(name, f"train --model {family} {ours} --steps {steps}", f"{family} {sizes} --steps {steps}".replace(" --alignment dot", ""),
               "ms_per_step", 1e3, "ms", most)


GENERATED = "--layers 4 --heads 4 --width 128 --context 256 --vocabulary 65 --tokens 200"
ROWS = (
    gpt("gpt-4x128", 4, 4, 128, 64, 12, 150, 0.55, True),
    gpt("gpt-2x64", 2, 4, 64, 32, 16, 150, 0.30),
    gpt("gpt-6x384", 6, 6, 384, 256, 4, 8, 0.85, True),
    training("lstm", "lstm", "--layers 2 --width 128 --context 50 --batch 50 --vocabulary 65", 30, 0.50),
    training("seq2seq", "seq2seq", "--layers 1 --width 128 --alignment dot --source 24 --context 12 --batch 64 --vocabulary 40", 40, 0.50),
    training("transformer", "transformer", "--layers 2 --heads 4 --width 64 --source 24 --context 12 --batch 32 --vocabulary 40", 80, 0.30),
    Row("skipgram", "train --model skipgram --width 100 --negatives 5 --vocabulary 10000 --steps 40",
        "skipgram --width 100 --negatives 5 --vocabulary 10000 --batch 1024 --steps 40", "ns_per_pair", 1e9, "ns", 0.10),
    Row("generate", f"generate {GENERATED} --runs 20", f"generate {GENERATED} --steps 8", "ms_per_run", 1e3, "ms", 0.25),
)


@dataclass
class Measured:
    times: dict = field(default_factory=lambda: {threads: [] for threads in THREADS})
    megabytes: dict = field(default_factory=lambda: {threads: [] for threads in THREADS})
    results: dict = field(default_factory=lambda: {threads: [] for threads in THREADS})

    def add(self, threads, time, megabytes, result):
        self.times[threads].append(time)
        self.megabytes[threads].append(megabytes)
        self.results[threads].append(result)

    def best_threads(self):
        return min(THREADS, key=lambda threads: statistics.median(self.times[threads]))

    def time(self):
        return statistics.median(self.times[self.best_threads()])

    def peak(self):
        return max(self.megabytes[self.best_threads()])


def run(command, threads):
    environment = dict(os.environ, OPENBLAS_NUM_THREADS=str(threads), OMP_NUM_THREADS=str(threads))
    done = subprocess.run([*map(str, command)], env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{done.stderr}")
    return json.loads(done.stdout)


class Bench:
    def __init__(self, cli, python):
        self.cli, self.python = cli, python

    def ours(self, arguments, threads):
        one_thread = arguments.startswith("generate")
        return run([self.cli, "bench", *arguments.split(), "--json", *([] if one_thread else ["--threads", threads])], threads)

    def peer(self, arguments, threads):
        result = run([self.python, HERE / "pytorch_peers.py", *arguments.split(), "--threads", threads], threads)
        if not result["openblas"]:
            sys.exit("PyTorch multiplies without OpenBLAS here, which makes it many times slower: install libopenblas0-pthread")
        return result

    def measure(self, row, rounds):
        ours, peer, rates = Measured(), Measured(), []
        for _ in range(rounds):
            for threads in THREADS:
                mine = self.ours(row.ours, threads)
                ours.add(threads, mine[row.figure], mine["peak_rss_mb"], mine)
                theirs = self.peer(row.peer, threads)
                peer.add(threads, theirs["figure"] * row.scale, theirs["peak_rss_mb"], theirs)
            if row.sgemm_share:
                rates.append((mine["gflops"], mine["sgemm_gflops"], self.peer("sgemm", THREADS[-1])["figure"]))
        return ours, peer, rates


def report(row, ours, peer, rates):
    """Prints a row and says whether it keeps every promise."""
    ratio, memory = ours.time() / peer.time(), ours.peak() / peer.peak()
    allocations = ours.results[ours.best_threads()][-1].get("allocations_per_step")
    kept = ratio <= row.most and memory <= 0.5 and not allocations
    line = (f"{row.name:14} {ours.time():9.3f} {peer.time():9.3f} {row.unit:3} {ratio:6.2f} {row.most:6.2f} "
            f"{ours.best_threads()}/{peer.best_threads()} {ours.peak():7.0f} {peer.peak():7.0f} {memory:6.2f} "
            f"{'-' if allocations is None else format(allocations, 'g'):>6}")
    if rates:
        gflops, eigen, openblas = (statistics.median(column) for column in zip(*rates))
        share = gflops / max(eigen, openblas)
        kept = kept and share >= LEAST_SHARE
        line += f"  {share:4.0%} of {max(eigen, openblas):.0f} GFLOP/s (Eigen {eigen:.0f}, OpenBLAS {openblas:.0f})"
    print(line if kept else line + "   MISSED", flush=True)
    return kept


def bar(value, largest, width=40):
    return "█" * max(1, round(width * value / largest))


def write_context_lengths(bench, rounds):
    """The time of a step of the first row's model, a batch of 4, for texts of 32 to 1024 tokens."""
    lengths = [32 * 2**i for i in range(6)]
    times = {(length, threads): [] for length in lengths for threads in THREADS}
    for _ in range(rounds):
        for length in lengths:
            steps = max(5, 4096 // length)
            for threads in THREADS:
                sizes = f"--layers 4 --heads 4 --width 128 --batch 4 --vocabulary 65 --context {length} --steps {steps}"
                times[length, threads].append(bench.ours(f"train {sizes}", threads)["ms_per_step"])
    medians = {key: statistics.median(values) for key, values in times.items()}
    largest = max(medians.values())
    lines = [
        "# Time of a training step against the length of the texts",
        "",
        "`gpt`, 4 layers, 4 heads, width 128, vocabulary 65, 4 texts in a batch; median of "
        f"{rounds} runs. Written by `tests/bench/beside_pytorch.py --context-lengths`.",
        "",
        "| tokens | threads | ms a step | µs a token | |",
        "|---:|---:|---:|---:|:---|",
    ]
    for (length, threads), time in medians.items():
        lines.append(f"| {length} | {threads} | {time:.2f} | {1e3 * time / 4 / length:.1f} | {bar(time, largest)} |")
    lines += ["", "Two threads against one:", "", "| tokens | times as fast | |", "|---:|---:|:---|"]
    for length in lengths:
        gain = medians[length, 1] / medians[length, 2]
        lines.append(f"| {length} | {gain:.2f} | {bar(gain, 2)} |")
    path = HERE / "context_length.md"
    path.write_text("\n".join(lines) + "\n")
    print(path.read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cli", type=Path, default=ROOT / "build/release/bin/attentarium-cli")
    parser.add_argument("--python", default="/usr/bin/python3", help="the one that has PyTorch")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rows", help="names, separated by commas")
    parser.add_argument("--context-lengths", action="store_true", help="write the time against the length instead")
    options = parser.parse_args()
    bench = Bench(options.cli, options.python)
    if options.context_lengths:
        return write_context_lengths(bench, options.rounds)
    chosen = options.rows.split(",") if options.rows else [row.name for row in ROWS]
    unknown = set(chosen) - {row.name for row in ROWS}
    if unknown:
        sys.exit(f"no such rows: {', '.join(sorted(unknown))}")
    print(f"{'row':14} {'ours':>9} {'PyTorch':>9} {'':3} {'ratio':>6} {'most':>6} thr {'MB':>7} {'PyTorch':>7} {'ratio':>6} "
          f"{'allocs':>6}")
    kept = [report(row, *bench.measure(row, options.rounds)) for row in ROWS if row.name in chosen]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
