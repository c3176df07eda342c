#!/usr/bin/python3
"""Learns what each mark of src/events/scorer_words.cpp says of the direction: a linear vote, seen from both sides.

    words.py --labelled FILE --rows FOLDER -o words.npz             by all rows of the train part
    words.py --labelled FILE --rows FOLDER --only-fold 0 -o ...     votes for the rows of that fold and of the valid part
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
import torch.nn.functional as F
from dataset import fold_of
from rows import load_rows
from tasks import SWAPPED

MARKS = 1 << 15  # kWordMarks
WORD_SHARE = 0.5  # how much their votes count beside the logs of the network


class Words:
    def __init__(self, folder):
        self.words = np.fromfile(folder / "words.u16", np.uint16).astype(np.int64)
        counts = np.fromfile(folder / "word_counts.i32", np.int32)
        self.begin = np.concatenate([[0], np.cumsum(counts)])

    def of(self, lines):
        """Marks of the lines one after the other, and where each begins."""
        parts = [self.words[self.begin[line]:self.begin[line + 1]] for line in lines]
        return np.concatenate(parts), np.cumsum([0, *map(len, parts[:-1])])


def votes(bag, words, lines, drop=0.0):
    """Of pairs whose other side is the next line; means of both sides."""
    marks, begin = words.of(np.concatenate([lines, lines + 1]))
    keep = (torch.rand(len(marks)) >= drop).float() / (1 - drop)
    out = bag(torch.from_numpy(marks), torch.from_numpy(begin), per_sample_weights=keep)
    return (out[:len(lines)] + out[len(lines):][:, SWAPPED]) / 2


def learn(words, lines, labels, epochs=16, rate=4e-3, drop=0.5):
    bag = torch.nn.EmbeddingBag(MARKS, 5, mode="sum")
    torch.nn.init.zeros_(bag.weight)
    optimizer = torch.optim.Adam(bag.parameters(), lr=rate)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = rate * (1 - epoch / epochs)
        order = np.random.permutation(len(lines))
        for i in range(0, len(order), 256):
            part = order[i:i + 256]
            loss = F.cross_entropy(votes(bag, words, lines[part], drop), torch.from_numpy(labels[part]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return bag


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--only-fold", type=int, default=-1)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    np.random.seed(1)
    rows, words = load_rows(arguments.labelled), Words(arguments.rows)
    pairs = [(i, row) for i, row in enumerate(rows) if row.dataset == "directed" and not row.part.endswith("_swapped")]
    lines = np.array([i for i, _ in pairs])
    labels = np.array([row.label for _, row in pairs])
    held = np.array([row.part == "valid" or fold_of(row.group) == arguments.only_fold for _, row in pairs])
    bag = learn(words, lines[~held], labels[~held])
    with torch.no_grad():
        out = {"weights": bag.weight.numpy(), "lines": lines[held], "votes": votes(bag, words, lines[held]).numpy()}
    np.savez(arguments.output, **out)


if __name__ == "__main__":
    main()
