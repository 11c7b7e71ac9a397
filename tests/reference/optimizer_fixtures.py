"""What PyTorch's optimizers make of a small network in ten steps, and its label smoothing.

Each file of an optimizer holds the inputs x, the targets, the weights of two linear layers under their own names as
they were before, and under after/NAME as they are after ten steps with clipping. Called by make_fixtures.py.
"""
import torch
import torch.nn.functional as F

WIDTH, HIDDEN, CLASSES, ROWS = 5, 7, 6, 12
RATE, LARGEST_NORM, STEPS, SMOOTHING = 5e-2, 0.5, 10, 0.1


def network(seed):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    p = {"hidden.weight": torch.randn(WIDTH, HIDDEN), "hidden.bias": torch.randn(HIDDEN),
         "output.weight": torch.randn(HIDDEN, CLASSES), "output.bias": torch.randn(CLASSES)}
    return {name: value.requires_grad_() for name, value in p.items()}, torch.randn(ROWS, WIDTH), \
        torch.randint(CLASSES, (ROWS,))


def loss_of(p, x, targets, smoothing=0.0):
    h = F.gelu(x @ p["hidden.weight"] + p["hidden.bias"])
    return F.cross_entropy(h @ p["output.weight"] + p["output.bias"], targets, label_smoothing=smoothing)


def train(make_optimizer, l1=0.0, smoothing=0.0):
    p, x, targets = network(seed=7)
    tensors = {"x": x, "targets": targets, **{name: value.detach().clone() for name, value in p.items()}}
    matrices = [value for value in p.values() if value.dim() == 2]
    optimizer = make_optimizer(matrices, [value for value in p.values() if value.dim() != 2])
    for step in range(STEPS):
        optimizer.zero_grad()
        loss = loss_of(p, x, targets, smoothing)
        loss.backward()
        if step == 0:
            tensors["loss"] = loss.detach().clone()
            tensors.update({"grad/" + name: value.grad.clone() for name, value in p.items()})
        torch.nn.utils.clip_grad_norm_(p.values(), LARGEST_NORM)
        for value in matrices:
            value.grad += l1 * value.detach().sign()
        optimizer.step()
    tensors.update({"after/" + name: value for name, value in p.items()})
    return tensors


def grouped(kind, decay=0.0, **options):
    """Decay on matrices only; for all but AdamW that is L2 in the gradient."""
    return lambda matrices, others: kind([{"params": matrices, "weight_decay": decay},
                                          {"params": others, "weight_decay": 0.0}], lr=RATE, **options)


def make_all(write):
    """Calls write(name, tensors) for every fixture."""
    optim, betas = torch.optim, {"betas": (0.9, 0.99), "eps": 1e-8}
    write("optimizer_sgd", train(grouped(optim.SGD)))
    write("optimizer_sgd_l1_l2", train(grouped(optim.SGD, 0.03), l1=0.02))
    write("optimizer_momentum", train(grouped(optim.SGD, momentum=0.9)))
    write("optimizer_adam", train(grouped(optim.Adam, **betas)))
    write("optimizer_adam_l2", train(grouped(optim.Adam, 0.03, **betas)))
    write("optimizer_adamw", train(grouped(optim.AdamW, 0.1, **betas)))
    write("label_smoothing", train(grouped(optim.AdamW, 0.1, **betas), smoothing=SMOOTHING))
