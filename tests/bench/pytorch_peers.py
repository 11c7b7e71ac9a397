#!/usr/bin/env python3
"""The same work in PyTorch, written as its users would: what beside_pytorch.py measures the engine against.

    pytorch_peers.py WORK --threads N [--NAME SIZE ...]

prints one line of JSON. OPENBLAS_NUM_THREADS must be set to the same N before this starts: `torch.set_num_threads` reaches
everything but the matrix products.
"""
import argparse
import json
import math
import resource
import statistics
import time

import torch
from torch import nn
from torch.nn import functional


def median_seconds(step, steps, warm_up=3):
    for _ in range(warm_up):
        step()
    seconds = []
    for _ in range(steps):
        start = time.perf_counter()
        step()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def training_step(model, loss, optimizer):
    def step():
        optimizer.zero_grad(set_to_none=True)
        loss().backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()

    return step


def cross_entropy(logits, targets):
    return functional.cross_entropy(logits.flatten(0, -2), targets.flatten())


class GptBlock(nn.Module):
    def __init__(self, width, heads, context):
        super().__init__()
        self.heads = heads
        self.attention_norm, self.feed_forward_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query_key_value, self.projection = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.hidden, self.output = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.register_buffer("later", torch.ones(context, context, dtype=torch.bool).triu(1))

    def forward(self, x, memory=None):
        batch, length, width = x.shape
        parts = self.query_key_value(self.attention_norm(x)).split(width, 2)
        query, key, value = (p.view(batch, length, self.heads, width // self.heads).transpose(1, 2) for p in parts)
        if memory is not None:
            if memory:
                key, value = torch.cat([memory[0], key], 2), torch.cat([memory[1], value], 2)
            memory[:] = [key, value]
        scores = query @ key.transpose(2, 3) / math.sqrt(width // self.heads)
        if length > 1:
            scores = scores.masked_fill(self.later[:length, :length], -math.inf)
        attended = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, width)
        x = x + self.projection(attended)
        return x + self.output(functional.gelu(self.hidden(self.feed_forward_norm(x))))


class Gpt(nn.Module):
    def __init__(self, layers, heads, width, context, vocabulary):
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(GptBlock(width, heads, context) for _ in range(layers))
        self.norm, self.unembedding = nn.LayerNorm(width), nn.Linear(width, vocabulary, bias=False)

    def forward(self, ids, memories=None, start=0):
        x = self.words(ids) + self.places(torch.arange(start, start + ids.shape[1]))
        for number, block in enumerate(self.blocks):
            x = block(x, memories[number] if memories else None)
        return self.unembedding(self.norm(x))


def gpt(o):
    model = Gpt(o.layers, o.heads, o.width, o.context, o.vocabulary)
    ids, targets = (torch.randint(o.vocabulary, (o.batch, o.context)) for _ in range(2))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    return median_seconds(training_step(model, lambda: cross_entropy(model(ids), targets), optimizer), o.steps)


def generate(o):
    model = Gpt(o.layers, o.heads, o.width, o.context, o.vocabulary).eval()

    @torch.no_grad()
    def step():
        memories = [[] for _ in range(o.layers)]
        token = torch.zeros(1, 1, dtype=torch.long)
        for place in range(o.tokens):
            probabilities = model(token, memories, place)[:, -1].softmax(-1)
            token = torch.multinomial(probabilities, 1)

    return median_seconds(step, o.steps, 1)


class Lstm(nn.Module):
    def __init__(self, layers, width, vocabulary):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.layers = nn.LSTM(width, width, layers, batch_first=True)
        self.output = nn.Linear(width, vocabulary)

    def forward(self, ids):
        return self.output(self.layers(self.words(ids))[0])


def lstm(o):
    model = Lstm(o.layers, o.width, o.vocabulary)
    ids, targets = (torch.randint(o.vocabulary, (o.batch, o.context)) for _ in range(2))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    return median_seconds(training_step(model, lambda: cross_entropy(model(ids), targets), optimizer), o.steps)


class Seq2Seq(nn.Module):
    """Luong's dot attention over the encoder's states, with teacher forcing."""

    def __init__(self, width, vocabulary):
        super().__init__()
        self.source_words, self.words = nn.Embedding(vocabulary, width), nn.Embedding(vocabulary, width)
        self.encoder, self.decoder = (nn.LSTM(width, width, batch_first=True) for _ in range(2))
        self.attended, self.output = nn.Linear(2 * width, width), nn.Linear(width, vocabulary)

    def forward(self, source, ids):
        states, last = self.encoder(self.source_words(source))
        hidden, _ = self.decoder(self.words(ids), last)
        weights = (hidden @ states.transpose(1, 2)).softmax(-1)
        return self.output(torch.tanh(self.attended(torch.cat([weights @ states, hidden], -1))))


class EncoderDecoder(nn.Module):
    def __init__(self, layers, heads, width, source, context, vocabulary):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.source_places, self.places = nn.Embedding(source, width), nn.Embedding(context, width)
        self.layers = nn.Transformer(width, heads, layers, layers, 4 * width, dropout=0.0, batch_first=True)
        self.output = nn.Linear(width, vocabulary, bias=False)
        self.register_buffer("later", self.layers.generate_square_subsequent_mask(context))

    def forward(self, source, ids):
        read = self.words(source) + self.source_places.weight
        written = self.words(ids) + self.places.weight
        return self.output(self.layers(read, written, tgt_mask=self.later))


def translation(model, o):
    source = torch.randint(o.vocabulary, (o.batch, o.source))
    ids, targets = (torch.randint(o.vocabulary, (o.batch, o.context)) for _ in range(2))
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    return median_seconds(training_step(model, lambda: cross_entropy(model(source, ids), targets), optimizer), o.steps)


def seq2seq(o):
    return translation(Seq2Seq(o.width, o.vocabulary), o)


def transformer(o):
    return translation(EncoderDecoder(o.layers, o.heads, o.width, o.source, o.context, o.vocabulary), o)


def skipgram(o):
    """Seconds for a pair of words: the right neighbour and `negatives` wrong ones, in batches of `batch` pairs."""
    inner, outer = (nn.Embedding(o.vocabulary, o.width, sparse=True) for _ in range(2))
    optimizer = torch.optim.SGD([*inner.parameters(), *outer.parameters()], lr=0.025)
    centres = torch.randint(o.vocabulary, (o.batch,))
    candidates = torch.randint(o.vocabulary, (o.batch, 1 + o.negatives))
    wanted = torch.zeros(o.batch, 1 + o.negatives)
    wanted[:, 0] = 1

    def step():
        optimizer.zero_grad(set_to_none=True)
        scores = (outer(candidates) @ inner(centres).unsqueeze(2)).squeeze(2)
        functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum").backward()
        optimizer.step()

    return median_seconds(step, o.steps) / o.batch


def sgemm(_):
    """The best rate of square products, in GFLOP/s."""
    best = 0.0
    for size in (512, 768, 1024):
        left, right = torch.rand(size, size), torch.rand(size, size)
        result = torch.empty(size, size)
        seconds = median_seconds(lambda: torch.mm(left, right, out=result), 30)
        best = max(best, 2 * size**3 / seconds / 1e9)
    return best


WORKS = {work.__name__: work for work in (gpt, generate, lstm, seq2seq, transformer, skipgram, sgemm)}
SIZES = ("layers", "heads", "width", "context", "source", "vocabulary", "batch", "negatives", "tokens")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", choices=WORKS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--steps", type=int, default=20)
    for size in SIZES:
        parser.add_argument(f"--{size}", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(options.threads)
    figure = WORKS[options.work](options)
    with open("/proc/self/maps") as maps:
        fast = "openblas" in maps.read()
    print(json.dumps({
        "figure": figure,
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
        "openblas": fast,
    }))


if __name__ == "__main__":
    main()
