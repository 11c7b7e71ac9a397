"""How PyTorch's gradient of the last word's loss comes back through an RNN, an LSTM and a GRU, cell by cell.

Layers are torch.nn.RNNCell, LSTMCell and GRUCell with the engine's weights. Each file holds the words, the target of the
last one, the weights under their own names, the norms |dL/dh_t| and, of an LSTM, |dL/dc_t|, the norm of all gradients of
weights together, and the spectral radius of the recurrent block that makes the state. Called by make_fixtures.py.
"""
import torch
import torch.nn.functional as F

from recurrent_fixtures import linear, weights

CELLS = {"rnn": torch.nn.RNNCell, "lstm": torch.nn.LSTMCell, "gru": torch.nn.GRUCell}
STEPS = 60


def make(write, cell, seed):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    config = {"family": cell, "layers": 1, "width": 6, "context": STEPS, "vocabulary": 7}
    p, width = weights(config, cell), config["width"]
    ids, target = torch.randint(7, (STEPS,)), torch.randint(7, (1,))
    module = CELLS[cell](width, width)
    inside = {"weight_ih": p["layers.0.input.weight"].T, "bias_ih": p["layers.0.input.bias"],
              "weight_hh": p["layers.0.recurrent.weight"].T, "bias_hh": p["layers.0.recurrent.bias"]}
    hidden, cells, state = [], [], None
    for word in ids:
        x = p["token_embedding.weight"][word][None]
        state = torch.nn.utils.stateless.functional_call(module, inside, (x,) if state is None else (x, state))
        for kept, each in zip((hidden, cells), state if cell == "lstm" else (state,)):
            each.retain_grad()
            kept.append(each)
    loss = F.cross_entropy(linear(p, "unembedding", hidden[-1]), target)
    loss.backward()
    block = p["layers.0.recurrent.weight"].detach()
    block = block if cell == "rnn" else block[:, 2 * width:3 * width]
    tensors = {"ids": ids, "targets": target, **{name: value.detach().clone() for name, value in p.items()}}
    tensors["hidden_norms"] = torch.stack([each.grad.norm() for each in hidden])
    if cell == "lstm":
        tensors["cell_norms"] = torch.stack([each.grad.norm() for each in cells])
    tensors["gradient_norm"] = torch.cat([value.grad.flatten() for value in p.values()]).norm()[None]
    tensors["spectral_radius"] = torch.linalg.eigvals(block).abs().max()[None]
    tensors["loss"] = loss[None]
    write("gradient_flow_" + cell, tensors, {key: str(value) for key, value in config.items()})


def make_all(write):
    for seed, cell in enumerate(CELLS):
        make(write, cell, 60 + seed)
