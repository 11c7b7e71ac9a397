#!/usr/bin/env python3
"""Makes the fixtures that engine/geometry is compared with, from scikit-learn and SciPy.

    apt-get install python3-sklearn
    python3 tests/reference/geometry_fixtures.py

Each file holds points x; their principal components: axes, shares, projected; what the exact method of TSNE makes of
them from a start in the principal components: kl, for the perplexity in the metadata; and another set y of the same
points, turned, enlarged and blurred, with the turn and the scale that scipy's orthogonal_procrustes finds from x to y.

The points have a shape that the map shows. On a cloud without any, scikit-learn's own kl changes by a tenth when the
start changes by 1e-9 of itself.
"""
import json
import pathlib
import struct

import numpy as np
from scipy.linalg import orthogonal_procrustes
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

FOLDER = pathlib.Path(__file__).parent / "fixtures"


def write_safetensors(path, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for name, tensor in tensors.items():
        raw = np.ascontiguousarray(tensor, dtype=np.float64).tobytes()
        header[name] = {"dtype": "F64", "shape": list(np.shape(tensor)), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def fixture(name, x, perplexity, random):
    pca = PCA(n_components=min(4, x.shape[1]), svd_solver="full").fit(x)
    tsne = TSNE(perplexity=perplexity, method="exact", init="pca", learning_rate="auto", n_iter=1000, random_state=1)
    tsne.fit(x)
    turn = np.linalg.qr(random.normal(size=(x.shape[1], x.shape[1])))[0]
    y = 1.7 * x @ turn + 0.3 + 0.05 * random.normal(size=x.shape)
    centred, other = x - x.mean(0), y - y.mean(0)
    found, sum_of_singular = orthogonal_procrustes(centred, other)
    write_safetensors(FOLDER / f"geometry_{name}.safetensors", {
        "x": x, "axes": pca.components_, "shares": pca.explained_variance_ratio_, "projected": pca.transform(x),
        "kl": [tsne.kl_divergence_], "y": y, "turn": found, "scale": [sum_of_singular / (centred ** 2).sum()],
    }, {"perplexity": str(perplexity)})
    print(name, tsne.kl_divergence_)


random = np.random.default_rng(1)
centres = random.normal(size=(6, 8)) * 3
fixture("groups", centres[np.arange(120) % 6] + random.normal(size=(120, 8)), 20, random)
angles = np.linspace(0, 2 * np.pi, 100, endpoint=False)
fixture("ring", np.stack([np.cos(angles), np.sin(angles), np.cos(2 * angles), np.sin(2 * angles)], 1)
        + 0.05 * random.normal(size=(100, 4)), 15, random)
turns = np.linspace(0, 4 * np.pi, 200)
fixture("spiral", np.stack([turns * np.cos(turns), turns * np.sin(turns), turns], 1) + 0.1 * random.normal(size=(200, 3)),
        30, random)
