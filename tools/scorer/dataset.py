"""What entente_scorer_rows wrote, joined with the labels."""

import hashlib

import numpy as np
import torch

STATES = 512  # kTokenStates
ROOTS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT",
         "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"]


class Inputs:
    """Arrays by row; tokens of all documents in one array."""

    def __init__(self, folder):
        self.states = np.fromfile(folder / "states.u8", np.uint8).reshape(-1, STATES)
        self.facts = np.fromfile(folder / "facts.f32", np.float32).reshape(-1, 132)
        self.heads = np.fromfile(folder / "heads.i32", np.int32).reshape(-1, 5)
        self.places = np.fromfile(folder / "places.u8", np.uint8).reshape(-1, 5)
        lengths = self.heads[:, 1] - self.heads[:, 0]
        self.place_begin = np.concatenate([[0], np.cumsum(lengths)])
        self.about = [line.rstrip("\n").split("\t") for line in open(folder / "rows.tsv")]
        assert len(self.about) == len(self.heads) == len(self.facts)

    def batch(self, rows):
        lengths = self.heads[rows, 1] - self.heads[rows, 0]
        longest = int(lengths.max())
        states = np.zeros((len(rows), longest, self.states.shape[1]), np.float32)
        places = np.zeros((len(rows), longest, 5), np.int64)
        mask = np.zeros((len(rows), longest), bool)
        at = np.zeros((len(rows), 3), np.int64)
        for i, row in enumerate(rows):
            begin, end = self.heads[row, :2]
            n, p = end - begin, self.place_begin[row]
            states[i, :n] = self.states[begin:end]
            places[i, :n] = self.places[p:p + n]
            mask[i, :n] = True
            at[i] = np.where(self.heads[row, 2:] >= 0, self.heads[row, 2:] - begin + 1, 0)
        return {
            "states": torch.from_numpy(states),
            "places": torch.from_numpy(places),
            "mask": torch.from_numpy(mask), "at": torch.from_numpy(at),
            "facts": torch.from_numpy(self.facts[rows])}


def fold_of(group, folds=5):
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % folds
