#!/usr/bin/python3
"""States on their main axes (axes.npz, main.f32), so that steps are cheap; export.py folds the axes into the weights.

    axes.py FOLDER
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from dataset import STATES

AXES = 144
CHUNK = 20000


def scaled(states):
    return (states.astype(np.float32) - 128) / 127


def main():
    folder = Path(sys.argv[1])
    states = np.fromfile(folder / "states.u8", np.uint8).reshape(-1, STATES)
    sample = scaled(states[np.random.default_rng(1).choice(len(states), min(len(states), 40000), replace=False)])
    mean = sample.mean(0)
    _, vectors = np.linalg.eigh(np.cov((sample - mean).T))
    axes = np.ascontiguousarray(vectors[:, ::-1][:, :AXES]).astype(np.float32)
    axes /= np.sqrt((((sample - mean) @ axes) ** 2).mean())
    np.savez(folder / "axes.npz", mean=mean, axes=axes)
    with open(folder / "main.f32", "wb") as file:
        for i in range(0, len(states), CHUNK):
            file.write(((scaled(states[i:i + CHUNK]) - mean) @ axes).tobytes())
        file.write(np.zeros(AXES, np.float32).tobytes())


if __name__ == "__main__":
    main()
