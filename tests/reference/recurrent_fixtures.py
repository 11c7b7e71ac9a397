"""What PyTorch makes of small models of the families rnn, lstm, gru and seq2seq, with each kind of attention.

Layers are torch.nn.RNN, LSTM and GRU with the engine's weights, on packed sequences where texts have lengths of their
own; attention and what surrounds it is written out. Each file holds the batch, the weights under their own names, logits,
loss, the gradients under grad/NAME, and under after/NAME the weights after ten AdamW steps with clipping. Called by
make_fixtures.py.
"""
import math

import torch
import torch.nn.functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

NO_TARGET = -1
RATE, LARGEST_NORM, STEPS = 1e-2, 1.0, 10
CELLS = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM, "gru": torch.nn.GRU}
GATES = {"rnn": 1, "lstm": 4, "gru": 3}


# Weights, by the engine's names.

def linear_shapes(name, rows, columns):
    return {name + ".weight": (rows, columns), name + ".bias": (columns,)}


def layer_shapes(name, cell, rows, width):
    return {**linear_shapes(name + ".input", rows, GATES[cell] * width),
            **linear_shapes(name + ".recurrent", width, GATES[cell] * width)}


def weights(config, cell):
    width, vocabulary, layers = config["width"], config["vocabulary"], config["layers"]
    shapes = linear_shapes("unembedding", width, vocabulary)
    if config["family"] != "seq2seq":
        shapes["token_embedding.weight"] = (vocabulary, width)
        for i in range(layers):
            shapes.update(layer_shapes(f"layers.{i}", cell, width, width))
    else:
        both, alignment = config["bidirectional"], config["alignment"]
        shapes["encoder.token_embedding.weight"] = shapes["decoder.token_embedding.weight"] = (vocabulary, width)
        for i in range(layers):
            rows = width if i == 0 or not both else 2 * width
            shapes.update(layer_shapes(f"encoder.layers.{i}", cell, rows, width))
            if both:
                shapes.update(layer_shapes(f"encoder.backward.layers.{i}", cell, rows, width))
                for state in ("hidden", "cell") if cell == "lstm" else ("hidden",):
                    shapes.update(linear_shapes(f"bridge.{i}.{state}", 2 * width, width))
            rows = 2 * width if i == 0 and alignment == "additive" else width
            shapes.update(layer_shapes(f"decoder.layers.{i}", cell, rows, width))
        if alignment != "none":
            shapes.update(linear_shapes("decoder.combination", 2 * width, width))
            if both:
                shapes.update(linear_shapes("encoder.projection", 2 * width, width))
        if alignment == "general":
            shapes["decoder.alignment.query.weight"] = (width, width)
        if alignment == "additive":
            shapes.update(linear_shapes("decoder.alignment.query", width, width))
            shapes["decoder.alignment.key.weight"] = (width, width)
            shapes["decoder.alignment.score.weight"] = (width,)
    return {name: (0.5 * torch.randn(shape)).requires_grad_() for name, shape in shapes.items()}


# PyTorch's layers, with the engine's weights.

def layers_of_pytorch(p, prefixes, cell, layers, x, lengths, state):
    """`prefixes` has one prefix for each direction. Gives the states of all times and those at the end."""
    inside, rows = {}, x.shape[-1]
    for i in range(layers):
        for prefix, suffix in zip(prefixes, ("", "_reverse")):
            for ours, theirs in (("input", "ih"), ("recurrent", "hh")):
                name = f"{prefix}layers.{i}.{ours}"
                inside[f"weight_{theirs}_l{i}{suffix}"] = p[name + ".weight"].T
                inside[f"bias_{theirs}_l{i}{suffix}"] = p[name + ".bias"]
    width = p[prefixes[0] + "layers.0.recurrent.weight"].shape[0]
    module = CELLS[cell](rows, width, layers, batch_first=True, bidirectional=len(prefixes) == 2)
    # A module computes with this list of its own; replacing its parameters one by one would leave the list as it is.
    module._flat_weights = [inside[name] for name in module._flat_weights_names]
    if lengths is None:
        return module(x, state)
    packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
    states, end = module(packed, state)
    return pad_packed_sequence(states, batch_first=True, total_length=x.shape[1])[0], end


def linear(p, name, x):
    return x @ p[name + ".weight"] + p[name + ".bias"]


def padding(ids, lengths):
    return torch.arange(ids.shape[1]) >= lengths[:, None]


# seq2seq.

def bridged(p, cell, layers, end):
    """From the last states of both directions, [layers · 2, text, width] each, to where the decoder starts."""
    def joined(state, name):
        sides = state.unflatten(0, (layers, 2))
        return torch.stack([linear(p, f"bridge.{i}.{name}", torch.cat([sides[i, 0], sides[i, 1]], -1))
                            for i in range(layers)])
    return (joined(end[0], "hidden"), joined(end[1], "cell")) if cell == "lstm" else joined(end, "hidden")


def context_of(scores, hidden, states):
    return torch.softmax(scores.masked_fill(hidden[:, None, :], -math.inf), -1) @ states


def decoded_additively(p, config, x, start, states, hidden):
    """Bahdanau et al. (2015): what a step reads is joined by what its last state looked for."""
    cell, state, outputs, contexts = config["cell"], start, [], []
    for t in range(x.shape[1]):
        before = (state[0] if cell == "lstm" else state)[-1]
        query = linear(p, "decoder.alignment.query", before)[:, None, :]
        energy = torch.tanh(query + states @ p["decoder.alignment.key.weight"])
        scores = (energy @ p["decoder.alignment.score.weight"])[:, None, :]
        context = context_of(scores, hidden, states)
        told, state = layers_of_pytorch(p, ["decoder."], cell, config["layers"],
                                        torch.cat([x[:, t:t + 1], context], -1), None, state)
        outputs.append(told)
        contexts.append(context)
    return torch.cat(outputs, 1), torch.cat(contexts, 1)


def seq2seq(p, config, batch):
    cell, layers = config["cell"], config["layers"]
    prefixes = ["encoder.", "encoder.backward."] if config["bidirectional"] else ["encoder."]
    states, start = layers_of_pytorch(p, prefixes, cell, layers, p["encoder.token_embedding.weight"][batch["source"]],
                                      batch["source_lengths"], None)
    x = p["decoder.token_embedding.weight"][batch["ids"]]
    if config["bidirectional"]:
        start = bridged(p, cell, layers, start)
    if config["alignment"] == "none":
        return layers_of_pytorch(p, ["decoder."], cell, layers, x, None, start)[0]
    if config["bidirectional"]:
        states = linear(p, "encoder.projection", states)
    hidden = padding(batch["source"], batch["source_lengths"])
    if config["alignment"] == "additive":
        told, context = decoded_additively(p, config, x, start, states, hidden)
    else:
        told = layers_of_pytorch(p, ["decoder."], cell, layers, x, None, start)[0]
        query = told @ p["decoder.alignment.query.weight"] if config["alignment"] == "general" else told
        context = context_of(query @ states.transpose(1, 2), hidden, states)
    return torch.tanh(linear(p, "decoder.combination", torch.cat([context, told], -1)))


def logits_of(p, config, batch):
    if config["family"] == "seq2seq":
        return linear(p, "unembedding", seq2seq(p, config, batch))
    x = p["token_embedding.weight"][batch["ids"]]
    states, _ = layers_of_pytorch(p, [""], config["family"], config["layers"], x, batch["lengths"], None)
    return linear(p, "unembedding", states)


def made_batch(config):
    def drawn(length, lengths):
        return torch.randint(config["vocabulary"], (len(lengths), length)), torch.tensor(lengths)
    batch = {}
    batch["ids"], batch["lengths"] = drawn(5, [5, 3])
    batch["targets"] = torch.randint(config["vocabulary"], batch["ids"].shape)
    batch["targets"][padding(batch["ids"], batch["lengths"])] = NO_TARGET
    if config["family"] == "seq2seq":
        batch["source"], batch["source_lengths"] = drawn(6, [4, 6])
    return batch


def make(write, name, family, seed, **choices):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    config = {"family": family, "layers": 1, "width": 3, "context": 6, "vocabulary": 5, **choices}
    p, batch = weights(config, config.get("cell", family)), made_batch(config)
    tensors = {**batch, **{key: value.detach().clone() for key, value in p.items()}}
    groups = [{"params": [v for key, v in p.items() if key.endswith(".weight")], "weight_decay": 0.1},
              {"params": [v for key, v in p.items() if not key.endswith(".weight")], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.99), eps=1e-8)
    for step in range(STEPS):
        optimizer.zero_grad()
        logits = logits_of(p, config, batch)
        loss = F.cross_entropy(logits.flatten(0, 1), batch["targets"].flatten(), ignore_index=NO_TARGET)
        loss.backward()
        if step == 0:
            # What padding says is nobody's business.
            tensors["logits"] = logits.masked_fill(padding(batch["ids"], batch["lengths"])[..., None], 0)
            tensors["loss"] = loss
            tensors.update({"grad/" + key: value.grad.clone() for key, value in p.items()})
        torch.nn.utils.clip_grad_norm_(p.values(), LARGEST_NORM)
        optimizer.step()
    tensors.update({"after/" + key: value for key, value in p.items()})
    write(name, tensors, {key: str(value).lower() for key, value in config.items()})


def make_all(write):
    make(write, "rnn", "rnn", 21, layers=3)
    make(write, "lstm", "lstm", 22, layers=2, width=4)
    make(write, "lstm_3", "lstm", 23, layers=3)
    make(write, "gru", "gru", 24, layers=2)
    # So many words that tokens are embedded before they are multiplied.
    make(write, "gru_words", "gru", 25, vocabulary=9)
    seed = 26
    for cell, alignment, both, layers in (
            ("lstm", "none", False, 1), ("lstm", "additive", True, 2), ("lstm", "dot", False, 2),
            ("lstm", "general", True, 1), ("gru", "additive", False, 2), ("gru", "dot", True, 2),
            ("rnn", "none", True, 3), ("rnn", "general", False, 1)):
        make(write, f"seq2seq_{cell}_{alignment}", "seq2seq", seed, cell=cell, alignment=alignment,
             bidirectional=both, layers=layers)
        seed += 1
