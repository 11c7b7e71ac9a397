"""What PyTorch makes of small models of the families gpt, bert and transformer, with each of their choices.

Attention is torch.nn.MultiheadAttention, and blocks are torch.nn.TransformerEncoderLayer and TransformerDecoderLayer,
wherever PyTorch has what the engine has; only rotary positions, ALiBi, shared key-value heads, RMSNorm and SwiGLU are
written out. Each file holds the batch, the weights under their own names, logits, class_logits, loss, the gradients
under grad/NAME, and under after/NAME the weights after ten AdamW steps with clipping. Called by make_fixtures.py.
"""
import math

import torch
import torch.nn.functional as F
from torch.nn.utils.stateless import functional_call

NO_TARGET = -1
RATE, LARGEST_NORM, STEPS, TASK_WEIGHT = 1e-2, 1.0, 10, 0.5
DEFAULTS = {"layers": 1, "heads": 2, "key_value_heads": 0, "width": 8, "context": 6, "vocabulary": 7, "tied": False,
            "positions": "learned", "norm_place": "before", "norm": "layer-norm", "activation": "gelu", "classes": 0}


# Weights, by the engine's names.

def block_shapes(config, name, cross):
    width, hidden = config["width"], 4 * config["width"]
    shared = width // config["heads"] * (config["key_value_heads"] or config["heads"])
    linears = {"feed_forward.hidden": (width, hidden), "feed_forward.output": (hidden, width)}
    if config["activation"] == "swiglu":
        linears["feed_forward.gate"] = (width, hidden)
    norms = ["attention_norm", "feed_forward_norm"]
    for attention in ["attention"] + (["cross_attention"] if cross else []):
        linears.update({f"{attention}.query": (width, width), f"{attention}.key": (width, shared),
                        f"{attention}.value": (width, shared), f"{attention}.projection": (width, width)})
    if cross:
        norms.append("cross_attention_norm")
    shapes = {}
    for linear, sizes in linears.items():
        shapes[f"{name}.{linear}.weight"], shapes[f"{name}.{linear}.bias"] = sizes, sizes[1:]
    for norm in norms:
        shapes.update(norm_shapes(config, f"{name}.{norm}"))
    return shapes


def norm_shapes(config, name):
    parts = ("gain", "bias") if config["norm"] == "layer-norm" else ("gain",)
    return {f"{name}.{part}": (config["width"],) for part in parts}


def stack_shapes(config, prefix="", cross=False):
    shapes = {}
    for i in range(config["layers"]):
        shapes.update(block_shapes(config, f"{prefix}blocks.{i}", cross))
    if config["norm_place"] == "before":
        shapes.update(norm_shapes(config, prefix + "final_norm"))
    return shapes


def weights(config):
    width = config["width"]
    shapes = {"token_embedding.weight": (config["vocabulary"], width)}
    sides = {"transformer": ("encoder.", "decoder.")}.get(config["family"], ("",))
    for side in sides:
        if config["positions"] == "learned":
            shapes[side + "position_embedding.weight"] = (config["context"], width)
        shapes.update(stack_shapes(config, side, cross=side == "decoder."))
    if config["family"] == "bert":
        shapes["segment_embedding.weight"] = (2, width)
        shapes.update(norm_shapes(config, "embedding_norm"))
        shapes["masked_token_head.dense.weight"], shapes["masked_token_head.dense.bias"] = (width, width), (width,)
        shapes.update(norm_shapes(config, "masked_token_head.norm"))
    if config["classes"]:
        if config["family"] == "bert":
            shapes["pooler.weight"], shapes["pooler.bias"] = (width, width), (width,)
        shapes["classifier.weight"], shapes["classifier.bias"] = (width, config["classes"]), (config["classes"],)
    if not config["tied"]:
        shapes["unembedding.weight"] = (width, config["vocabulary"])
    made = {name: 0.4 * torch.randn(shape) + (1 if name.endswith(".gain") else 0) for name, shape in shapes.items()}
    return {name: value.requires_grad_() for name, value in made.items()}


# The parts that PyTorch lacks.

def linear(p, name, x):
    return x @ p[name + ".weight"] + p[name + ".bias"]


def norm(p, config, name, x):
    if config["norm"] == "layer-norm":
        return F.layer_norm(x, (config["width"],), p[name + ".gain"], p[name + ".bias"])
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + 1e-5) * p[name + ".gain"]


def turned(x):
    """Pairs of features as complex numbers, turned by multiplication. x is [batch, head, token, feature]."""
    length, width = x.shape[-2:]
    slowness = 10000.0 ** (torch.arange(0, width, 2) / width)
    turns = torch.polar(torch.ones(length, width // 2), torch.arange(length)[:, None] / slowness)
    return torch.view_as_real(torch.view_as_complex(x.unflatten(-1, (-1, 2)).contiguous()) * turns).flatten(-2)


def slopes(heads):
    """As in the code that ALiBi was published with."""
    def of_power(n):
        start = 2 ** (-2 ** -(math.log2(n) - 3))
        return [start * start ** i for i in range(n)]
    if math.log2(heads).is_integer():
        return of_power(heads)
    closest = 2 ** math.floor(math.log2(heads))
    return of_power(closest) + slopes(2 * closest)[0::2][:heads - closest]


def attention_written_out(p, config, name, x, source, hidden, is_self):
    heads = config["heads"]
    shared = config["key_value_heads"] or heads
    def by_head(values, count):
        return values.unflatten(-1, (count, -1)).transpose(1, 2)
    q = by_head(linear(p, name + ".query", x), heads)
    k = by_head(linear(p, name + ".key", source), shared)
    v = by_head(linear(p, name + ".value", source), shared)
    if is_self and config["positions"] == "rotary":
        q, k = turned(q), turned(k)
    k, v = (part.repeat_interleave(heads // shared, 1) for part in (k, v))
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if is_self and config["positions"] == "alibi":
        places = torch.arange(x.shape[1])
        scores = scores - torch.tensor(slopes(heads))[:, None, None] * (places[:, None] - places).abs()
    z = torch.softmax(scores.masked_fill(hidden, -math.inf), -1) @ v
    return linear(p, name + ".projection", z.transpose(1, 2).flatten(2))


def feed_forward(p, config, name, x):
    h = linear(p, name + ".hidden", x)
    if config["activation"] == "swiglu":
        h = F.silu(linear(p, name + ".gate", x)) * h
    else:
        h = F.gelu(h) if config["activation"] == "gelu" else F.relu(h)
    return linear(p, name + ".output", h)


def block_written_out(p, config, name, x, hidden, source, source_hidden):
    def added(x, part, norm_name):
        if config["norm_place"] == "before":
            return x + part(norm(p, config, norm_name, x))
        return norm(p, config, norm_name, x + part(x))
    x = added(x, lambda y: attention_written_out(p, config, name + ".attention", y, y, hidden, True),
              name + ".attention_norm")
    if source is not None:
        x = added(x, lambda y: attention_written_out(p, config, name + ".cross_attention", y, source, source_hidden,
                                                     False), name + ".cross_attention_norm")
    return added(x, lambda y: feed_forward(p, config, name + ".feed_forward", y), name + ".feed_forward_norm")


# PyTorch's own blocks, with the engine's weights.

def attention_weights(p, name, inside):
    return {inside + ".in_proj_weight": torch.cat([p[f"{name}.{part}.weight"].T for part in ("query", "key", "value")]),
            inside + ".in_proj_bias": torch.cat([p[f"{name}.{part}.bias"] for part in ("query", "key", "value")]),
            inside + ".out_proj.weight": p[name + ".projection.weight"].T,
            inside + ".out_proj.bias": p[name + ".projection.bias"]}


def block_of_pytorch(p, config, name, x, hidden, source, source_padding):
    kind = torch.nn.TransformerEncoderLayer if source is None else torch.nn.TransformerDecoderLayer
    layer = kind(config["width"], config["heads"], 4 * config["width"], dropout=0.0, activation=config["activation"],
                 batch_first=True, norm_first=config["norm_place"] == "before")
    norms = ["attention_norm"] + ([] if source is None else ["cross_attention_norm"]) + ["feed_forward_norm"]
    inside = attention_weights(p, name + ".attention", "self_attn")
    if source is not None:
        inside.update(attention_weights(p, name + ".cross_attention", "multihead_attn"))
    for i, part in enumerate(norms):
        inside[f"norm{i + 1}.weight"], inside[f"norm{i + 1}.bias"] = p[f"{name}.{part}.gain"], p[f"{name}.{part}.bias"]
    for ours, theirs in (("hidden", "linear1"), ("output", "linear2")):
        inside[theirs + ".weight"] = p[f"{name}.feed_forward.{ours}.weight"].T
        inside[theirs + ".bias"] = p[f"{name}.feed_forward.{ours}.bias"]
    # One mask for each text and head.
    mask = hidden.expand(x.shape[0], config["heads"], -1, -1).flatten(0, 1)
    if source is None:
        return functional_call(layer, inside, (x, mask))
    return functional_call(layer, inside, (x, source), {"tgt_mask": mask, "memory_key_padding_mask": source_padding})


def has_pytorch(config):
    return (config["positions"] not in ("rotary", "alibi") and config["key_value_heads"] == 0
            and config["norm"] == "layer-norm" and config["activation"] != "swiglu")


# Families.

def sinusoidal(length, width):
    angles = torch.arange(length)[:, None] / 10000.0 ** (torch.arange(0, width, 2) / width)
    return torch.stack([angles.sin(), angles.cos()], -1).flatten(1)


def embedded(p, config, side, ids):
    x = p["token_embedding.weight"][ids]
    if config["family"] == "transformer" or config["positions"] == "sinusoidal":
        x = x * math.sqrt(config["width"])
    if config["positions"] == "learned":
        x = x + p[side + "position_embedding.weight"][:ids.shape[1]]
    if config["positions"] == "sinusoidal":
        x = x + sinusoidal(ids.shape[1], config["width"])
    return x


def padding(ids, lengths):
    return torch.arange(ids.shape[1]) >= lengths[:, None]


def stack(p, config, side, x, padded, causal, source=None, source_padded=None):
    hidden = padded[:, None, None, :].expand(-1, -1, x.shape[1], -1)
    if causal:
        hidden = hidden | torch.ones(x.shape[1], x.shape[1]).triu(1).bool()
    for i in range(config["layers"]):
        name = f"{side}blocks.{i}"
        if has_pytorch(config):
            x = block_of_pytorch(p, config, name, x, hidden, source, source_padded)
        else:
            hidden_source = None if source is None else source_padded[:, None, None, :]
            x = block_written_out(p, config, name, x, hidden, source, hidden_source)
    return norm(p, config, side + "final_norm", x) if config["norm_place"] == "before" else x


def run(p, config, batch):
    ids, padded = batch["ids"], padding(batch["ids"], batch["lengths"])
    texts = torch.arange(ids.shape[0])
    class_logits = None
    if config["family"] == "transformer":
        source, source_padded = batch["source"], padding(batch["source"], batch["source_lengths"])
        read = stack(p, config, "encoder.", embedded(p, config, "encoder.", source), source_padded, causal=False)
        x = stack(p, config, "decoder.", embedded(p, config, "decoder.", ids), padded, True, read, source_padded)
    elif config["family"] == "bert":
        x = embedded(p, config, "", ids) + p["segment_embedding.weight"][batch["segments"]]
        x = stack(p, config, "", norm(p, config, "embedding_norm", x), padded, causal=False)
        if config["classes"]:
            class_logits = linear(p, "classifier", torch.tanh(linear(p, "pooler", x[:, 0])))
        x = norm(p, config, "masked_token_head.norm", F.gelu(linear(p, "masked_token_head.dense", x)))
    else:
        x = stack(p, config, "", embedded(p, config, "", ids), padded, causal=True)
        if config["classes"]:
            class_logits = linear(p, "classifier", x[texts, batch["lengths"] - 1])
    return x @ (p["token_embedding.weight"].T if config["tied"] else p["unembedding.weight"]), class_logits


def loss_of(config, batch, logits, class_logits):
    loss = F.cross_entropy(logits.flatten(0, 1), batch["targets"].flatten(), ignore_index=NO_TARGET)
    return loss if class_logits is None else loss + TASK_WEIGHT * F.cross_entropy(class_logits, batch["labels"])


def made_batch(config):
    def drawn(length, lengths):
        ids = torch.randint(config["vocabulary"], (len(lengths), length))
        return ids, torch.tensor(lengths)
    batch = {}
    batch["ids"], batch["lengths"] = drawn(5, [5, 3])
    batch["targets"] = torch.randint(config["vocabulary"], batch["ids"].shape)
    batch["targets"][padding(batch["ids"], batch["lengths"])] = NO_TARGET
    if config["family"] == "transformer":
        batch["source"], batch["source_lengths"] = drawn(6, [4, 6])
    if config["family"] == "bert":
        batch["segments"] = torch.randint(2, batch["ids"].shape)
        batch["targets"][:, 1::2] = NO_TARGET
    if config["classes"]:
        batch["labels"] = torch.randint(config["classes"], (2,))
    return batch


def make(write, name, family, seed, **choices):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    config = {"family": family, **DEFAULTS, **choices}
    p, batch = weights(config), made_batch(config)
    tensors = {**batch, **{key: value.detach().clone() for key, value in p.items()}}
    groups = [{"params": [v for v in p.values() if v.dim() == 2], "weight_decay": 0.1},
              {"params": [v for v in p.values() if v.dim() != 2], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.99), eps=1e-8)
    for step in range(STEPS):
        optimizer.zero_grad()
        logits, class_logits = run(p, config, batch)
        loss = loss_of(config, batch, logits, class_logits)
        loss.backward()
        if step == 0:
            # What padding says is nobody's business.
            tensors["logits"] = logits.masked_fill(padding(batch["ids"], batch["lengths"])[..., None], 0)
            tensors["loss"] = loss
            if class_logits is not None:
                tensors["class_logits"] = class_logits
            tensors.update({"grad/" + key: value.grad.clone() for key, value in p.items()})
        torch.nn.utils.clip_grad_norm_(p.values(), LARGEST_NORM)
        optimizer.step()
    tensors.update({"after/" + key: value for key, value in p.items()})
    write(name, tensors, {key: str(value).lower() for key, value in config.items()})


def make_all(write):
    make(write, "gpt_rotary", "gpt", 11, positions="rotary", norm="rms-norm", activation="swiglu", key_value_heads=1)
    make(write, "gpt_alibi", "gpt", 12, positions="alibi", heads=4, key_value_heads=2, activation="relu", tied=True)
    make(write, "gpt_sinusoidal", "gpt", 13, positions="sinusoidal", norm_place="after", classes=3, width=4,
         layers=2)
    make(write, "gpt_no_positions", "gpt", 14, positions="none", width=4, heads=1)
    make(write, "bert", "bert", 15, norm_place="after", classes=3, tied=True)
    make(write, "bert_rotary", "bert", 16, positions="rotary", norm="rms-norm", width=4, heads=1)
    make(write, "transformer", "transformer", 17, positions="sinusoidal", norm_place="after", activation="relu",
         tied=True)
    make(write, "transformer_before", "transformer", 18, width=4)
    make(write, "transformer_rotary", "transformer", 19, positions="rotary", activation="swiglu", width=4,
         key_value_heads=1)
