"""What entente_scorer_rows and axes.py wrote, as batches."""

import hashlib

import numpy as np
import torch

STATES = 512  # kTokenStates
PLACE_CLASSES = [12, 12, 8, 17, 16]
ROOTS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
         "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"]


class Inputs:
    """Arrays by row; tokens of all documents in one array."""

    def __init__(self, folder):
        axes = np.load(folder / "axes.npz")
        self.mean, self.axes = axes["mean"], axes["axes"]
        # The last is padding.
        self.states = torch.from_numpy(np.fromfile(folder / "main.f32", np.float32)).view(-1, self.axes.shape[1])
        self.facts = torch.from_numpy(np.fromfile(folder / "facts.f32", np.float32).reshape(-1, 132))
        heads = np.fromfile(folder / "heads.i32", np.int32).reshape(-1, 5).astype(np.int64)
        self.begin, self.length = heads[:, 0], heads[:, 1] - heads[:, 0]
        # Row 0 stands for a phrase that is not there.
        self.ends = torch.from_numpy(np.where(heads[:, 2:] >= 0, heads[:, 2:] - heads[:, :1] + 1, 0))
        places = np.fromfile(folder / "places.u8", np.uint8).reshape(-1, len(PLACE_CLASSES))
        self.place_begin = np.concatenate([[0], np.cumsum(self.length)])
        marks = np.zeros((len(places) + 1, sum(PLACE_CLASSES)), np.uint8)
        np.put_along_axis(marks[:-1], places + np.cumsum([0, *PLACE_CLASSES[:-1]]), 1, 1)
        self.places = torch.from_numpy(marks)
        self.about = [line.rstrip("\n").split("\t") for line in open(folder / "rows.tsv")]
        assert len(self.about) == len(heads) == len(self.facts)

    def batch(self, rows, swapped=()):
        """`swapped` are the same pairs seen from the other side: they share the states of `rows`."""
        rows = np.asarray(rows)
        longest = int(self.length[rows].max())
        steps = np.arange(longest)
        mask = steps < self.length[rows][:, None]
        token = np.where(mask, self.begin[rows][:, None] + steps, len(self.states) - 1)
        both = np.concatenate([rows, np.asarray(swapped, np.int64)])
        masks = np.concatenate([mask, mask[:len(swapped)]])
        place = np.where(masks, self.place_begin[both][:, None] + steps, len(self.places) - 1)
        shape = (-1, longest)
        return {
            "states": self.states[torch.from_numpy(token.ravel())].view(*shape, self.states.shape[1]),
            "places": self.places[torch.from_numpy(place.ravel())].view(*shape, self.places.shape[1]).float(),
            "mask": torch.from_numpy(masks), "ends": self.ends[both], "facts": self.facts[both]}


def fold_of(group, folds=5):
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % folds
