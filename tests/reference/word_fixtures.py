"""What PyTorch makes of small models of the families mlp-lm, cbow and skipgram, with the full softmax and with negative
sampling. Each file holds the batch (with its pairs and candidates, where there are any), the weights under their own
names, logits, loss, the gradients under grad/NAME, and under after/NAME the weights after ten AdamW steps with
clipping. Called by make_fixtures.py.
"""
import torch
import torch.nn.functional as F

NO_TARGET = -1
RATE, LARGEST_NORM, STEPS = 1e-2, 1.0, 10
DEFAULTS = {"width": 4, "context": 6, "vocabulary": 7, "window": 2}


def weights(config):
    width, vocabulary = config["width"], config["vocabulary"]
    shapes = {"token_embedding.weight": (vocabulary, width)}
    if config["family"] == "mlp-lm":
        inputs, hidden = config["window"] * width, config["hidden"]
        shapes.update({"hidden.weight": (inputs, hidden), "hidden.bias": (hidden,),
                       "unembedding.weight": (hidden, vocabulary), "unembedding.bias": (vocabulary,)})
        if config["direct"]:
            shapes["direct.weight"] = (inputs, vocabulary)
    else:
        shapes["output_embedding.weight"] = (vocabulary, width)
    return {name: (0.7 * torch.randn(shape)).requires_grad_() for name, shape in shapes.items()}


def padding(batch):
    return torch.arange(batch["ids"].shape[1]) >= batch["lengths"][:, None]


def neighbours(batch, window):
    """Pairs of (text, place, place of a neighbour), in order."""
    return [(text, t, j) for text, length in enumerate(batch["lengths"].tolist()) for t in range(length)
            for j in range(max(0, t - window), min(length, t + window + 1)) if j != t]


def made_batch(config):
    batch = {"ids": torch.randint(config["vocabulary"], (2, 6)), "lengths": torch.tensor([6, 4])}
    ids, length = batch["ids"], batch["ids"].shape[1]
    if config["family"] == "skipgram":
        pairs = neighbours(batch, config["window"])
        batch["rows"] = torch.tensor([text * length + t for text, t, _ in pairs])
        batch["targets"] = torch.tensor([ids[text, j] for text, _, j in pairs])
    else:
        batch["targets"] = ids.clone() if config["family"] == "cbow" else torch.randint(config["vocabulary"], ids.shape)
        batch["targets"][padding(batch)] = NO_TARGET
    if config.get("negatives"):
        targets = batch["targets"].flatten()[:, None]
        drawn = torch.randint(config["vocabulary"], (len(targets), config["negatives"]))
        batch["candidates"] = torch.cat([targets, torch.where(targets == NO_TARGET, NO_TARGET, drawn)], 1)
    return batch


def hidden_and_logits(p, config, batch):
    x = F.embedding(batch["ids"], p["token_embedding.weight"])
    if config["family"] == "mlp-lm":
        # Zeros before the beginning, then every stretch of as many words as the window has.
        stretches = F.pad(x, (0, 0, config["window"] - 1, 0)).unfold(1, config["window"], 1)
        x = stretches.transpose(2, 3).flatten(2)
        hidden = torch.tanh(F.linear(x, p["hidden.weight"].T, p["hidden.bias"]))
        logits = F.linear(hidden, p["unembedding.weight"].T, p["unembedding.bias"])
        return hidden, logits + x @ p["direct.weight"] if config["direct"] else logits
    if config["family"] == "cbow":
        sums = [[torch.zeros(config["width"]) for _ in range(6)] for _ in range(2)]
        counts = torch.zeros(2, 6)
        for text, t, j in neighbours(batch, config["window"]):
            sums[text][t] = sums[text][t] + x[text, j]
            counts[text, t] += 1
        x = torch.stack([torch.stack(row) for row in sums]) / counts.clamp(min=1)[..., None]
    return x, x @ p["output_embedding.weight"].T


def loss_of(p, config, batch, hidden, logits):
    rows = batch.get("rows")
    if not config.get("negatives"):
        chosen = logits.flatten(0, 1) if rows is None else logits.flatten(0, 1)[rows]
        return F.cross_entropy(chosen, batch["targets"].flatten(), ignore_index=NO_TARGET)
    vectors = hidden.flatten(0, 1) if rows is None else hidden.flatten(0, 1)[rows]
    counted = batch["targets"].flatten() != NO_TARGET
    candidates, vectors = batch["candidates"][counted], vectors[counted]
    scores = torch.bmm(F.embedding(candidates, p["output_embedding.weight"]), vectors[:, :, None]).squeeze(2)
    return -(F.logsigmoid(scores[:, 0]) + F.logsigmoid(-scores[:, 1:]).sum(1)).mean()


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
        hidden, logits = hidden_and_logits(p, config, batch)
        loss = loss_of(p, config, batch, hidden, logits)
        loss.backward()
        if step == 0:
            tensors["logits"] = logits.masked_fill(padding(batch)[..., None], 0)
            tensors["loss"] = loss
            tensors.update({"grad/" + key: value.grad.clone() for key, value in p.items()})
        torch.nn.utils.clip_grad_norm_(p.values(), LARGEST_NORM)
        optimizer.step()
    tensors.update({"after/" + key: value for key, value in p.items()})
    write(name, tensors, {key: str(value).lower() for key, value in config.items()})


def make_all(write):
    make(write, "mlp_lm", "mlp-lm", 31, window=3, hidden=5, direct=False)
    make(write, "mlp_lm_direct", "mlp-lm", 32, hidden=5, direct=True)
    make(write, "cbow", "cbow", 33, negatives=0)
    make(write, "cbow_negatives", "cbow", 34, negatives=3)
    make(write, "skipgram", "skipgram", 35, negatives=0)
    make(write, "skipgram_negatives", "skipgram", 36, negatives=3)
