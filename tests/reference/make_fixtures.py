#!/usr/bin/env python3
"""Makes the fixtures that the engine is compared with, from PyTorch in double precision.

    apt-get install python3-torch
    python3 tests/reference/make_fixtures.py

Each file holds the weights of a small model under their own names, the tokens, and what PyTorch computes from them:
logits, loss, every gradient under grad/NAME, and every weight after ten AdamW steps with clipping under after/NAME.
"""
import json
import math
import pathlib
import struct

import torch
import torch.nn.functional as F

import gradient_flow_fixtures
import optimizer_fixtures
import recurrent_fixtures
import transformer_fixtures
import word_fixtures

FOLDER = pathlib.Path(__file__).parent / "fixtures"


def write_safetensors(path, tensors, metadata):
    names = {torch.float64: "F64", torch.int64: "I64"}
    header, data, at = {"__metadata__": metadata}, b"", 0
    for name, tensor in tensors.items():
        raw = tensor.detach().contiguous().numpy().tobytes()
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [at, at + len(raw)]}
        data, at = data + raw, at + len(raw)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def parameters(config):
    """Random weights of every parameter, by the engine's names, large enough that every part of the model matters."""
    width, hidden = config["width"], 4 * config["width"]
    shapes = {"token_embedding.weight": (config["vocabulary"], width),
              "position_embedding.weight": (config["context"], width)}
    for i in range(config["layers"]):
        block = f"blocks.{i}."
        for norm in ("attention_norm", "feed_forward_norm"):
            shapes[block + norm + ".gain"] = shapes[block + norm + ".bias"] = (width,)
        for linear, sizes in (("attention.query", (width, width)), ("attention.key", (width, width)),
                              ("attention.value", (width, width)), ("attention.projection", (width, width)),
                              ("feed_forward.hidden", (width, hidden)), ("feed_forward.output", (hidden, width))):
            shapes[block + linear + ".weight"] = sizes
            shapes[block + linear + ".bias"] = (sizes[1],)
    shapes["final_norm.gain"] = shapes["final_norm.bias"] = (width,)
    if not config["tied"]:
        shapes["unembedding.weight"] = (width, config["vocabulary"])
    weights = {name: 0.4 * torch.randn(shape) + (1 if name.endswith(".gain") else 0) for name, shape in shapes.items()}
    return {name: value.requires_grad_() for name, value in weights.items()}


def logits(p, config, ids):
    width, heads = config["width"], config["heads"]
    batch, length = ids.shape
    x = p["token_embedding.weight"][ids] + p["position_embedding.weight"][:length]

    def norm(x, name):
        return F.layer_norm(x, (width,), p[name + ".gain"], p[name + ".bias"])

    def linear(x, name):
        return x @ p[name + ".weight"] + p[name + ".bias"]

    def by_head(x):
        return x.view(batch, length, heads, width // heads).transpose(1, 2)

    later = torch.triu(torch.ones(length, length), 1).bool()
    for i in range(config["layers"]):
        block = f"blocks.{i}."
        h = norm(x, block + "attention_norm")
        q, k, v = (by_head(linear(h, block + "attention." + part)) for part in ("query", "key", "value"))
        scores = (q @ k.transpose(-2, -1) / math.sqrt(width // heads)).masked_fill(later, -math.inf)
        z = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = x + linear(z, block + "attention.projection")
        h = norm(x, block + "feed_forward_norm")
        x = x + linear(F.gelu(linear(h, block + "feed_forward.hidden")), block + "feed_forward.output")
    x = norm(x, "final_norm")
    return x @ (p["token_embedding.weight"].T if config["tied"] else p["unembedding.weight"])


def make(name, config, batch, length, seed):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    p = parameters(config)
    ids = torch.randint(config["vocabulary"], (batch, length))
    targets = torch.randint(config["vocabulary"], (batch, length))
    tensors = {"ids": ids, "lengths": torch.full((batch,), length), "targets": targets}
    tensors.update({key: value.detach().clone() for key, value in p.items()})

    def loss_of():
        scores = logits(p, config, ids)
        return scores, F.cross_entropy(scores.reshape(-1, config["vocabulary"]), targets.reshape(-1))

    scores, loss = loss_of()
    loss.backward()
    tensors["logits"], tensors["loss"] = scores, loss
    for key, value in p.items():
        tensors["grad/" + key] = value.grad.clone()

    # Weight decay on matrices only, as in GPT-2's training code.
    groups = [{"params": [v for v in p.values() if v.dim() == 2], "weight_decay": 0.1},
              {"params": [v for v in p.values() if v.dim() != 2], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=1e-2, betas=(0.9, 0.99), eps=1e-8)
    for _ in range(10):
        optimizer.zero_grad()
        loss_of()[1].backward()
        torch.nn.utils.clip_grad_norm_(p.values(), 1.0)
        optimizer.step()
    for key, value in p.items():
        tensors["after/" + key] = value
    write_safetensors(FOLDER / f"{name}.safetensors", tensors, {"family": "gpt", **{key: str(value).lower() for key, value in config.items()}})


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    small = {"layers": 2, "heads": 2, "width": 8, "context": 7, "vocabulary": 11, "tied": False}
    make("gpt_untied", small, batch=3, length=7, seed=1)
    make("gpt_tied", {**small, "tied": True}, batch=2, length=5, seed=2)
    make("gpt_one_token", {**small, "heads": 4}, batch=1, length=1, seed=3)
    optimizer_fixtures.make_all(lambda name, tensors: write_safetensors(FOLDER / f"{name}.safetensors", tensors, {}))
    gradient_flow_fixtures.make_all(
        lambda name, tensors, metadata: write_safetensors(FOLDER / f"{name}.safetensors", tensors, metadata))
    recurrent_fixtures.make_all(
        lambda name, tensors, metadata: write_safetensors(FOLDER / f"{name}.safetensors", tensors, metadata))
    transformer_fixtures.make_all(
        lambda name, tensors, metadata: write_safetensors(FOLDER / f"{name}.safetensors", tensors, metadata))
    word_fixtures.make_all(
        lambda name, tensors, metadata: write_safetensors(FOLDER / f"{name}.safetensors", tensors, metadata))
