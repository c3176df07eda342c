#!/usr/bin/python3
"""Turns a checkpoint of train.py into the file that the program reads (src/events/scorer_model.cpp).

    export.py scorer.pt --calibration calibration.npz -o models/english_scorer.model
"""

import argparse
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
from dataset import PLACE_CLASSES, STATES
from network import POOLS
from tasks import HEADS
from words import WORD_SHARE

VERSION = 2


def checksum(data):
    total = 14695981039346656037
    for byte in data:
        total = (total ^ byte) * 1099511628211 & (1 << 64) - 1
    return total


def floats(array):
    return np.ascontiguousarray(array, np.float32).tobytes()


def byte_matrix(weights, bias):
    """Bytes with a scale a row; the scale that loses least."""
    largest = np.abs(weights).max(1) + 1e-12
    best, error = largest / 127, np.full(len(weights), np.inf)
    for share in np.arange(1.0, 0.6, -0.05):
        scale = largest * share / 127
        rounded = np.clip(np.round(weights / scale[:, None]), -127, 127) * scale[:, None]
        loss = ((rounded - weights) ** 2).sum(1)
        best, error = np.where(loss < error, scale, best), np.minimum(loss, error)
    whole = np.clip(np.round(weights / best[:, None]), -127, 127).astype(np.int8)
    return whole.tobytes() + floats(best) + floats(bias)


def project_of(state, checkpoint):
    """The axes and their mean folded into the first layer: inputs are the states themselves."""
    weights = state["project.weight"] @ checkpoint["axes"].T
    bias = state["project.bias"] - weights @ checkpoint["mean"]
    assert weights.shape[1] == STATES
    return weights, bias


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint")
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--calibration", required=True, help="what calibrate.py fitted")
    parser.add_argument("--words", required=True, help="what words.py learned")
    arguments = parser.parse_args()
    checkpoint = torch.load(arguments.checkpoint)
    state = {name: value.numpy() for name, value in checkpoint["state"].items()}
    hidden, joint = checkpoint["hidden"], checkpoint["joint"]
    body = struct.pack("<3I", hidden, POOLS, joint)
    body += byte_matrix(*project_of(state, checkpoint))
    for part in np.split(state["places.weight"].T, np.cumsum(PLACE_CLASSES)[:-1]):
        body += floats(part)
    body += floats(state["attend.weight"]) + floats(state["attend.bias"])
    body += byte_matrix(state["joint.weight"], state["joint.bias"])
    for head in HEADS:
        body += floats(state[f"heads.{head}.weight"]) + floats(state[f"heads.{head}.bias"])
    fitted = np.load(arguments.calibration)
    body += floats(fitted["weights"][:, :-1]) + floats(fitted["weights"][:, -1]) + floats(fitted["offsets"])
    words = np.load(arguments.words)["weights"] * WORD_SHARE
    step = np.abs(words).max() / 127
    body += floats(step) + np.round(words / step).astype(np.int8).tobytes()
    head = b"ENTENTE SCORER \n" + struct.pack("<IIQ", VERSION, 32 + len(body), checksum(body))
    Path(arguments.output).write_bytes(head + body)
    print(f"{arguments.output}: {32 + len(body):,} bytes")


if __name__ == "__main__":
    main()
