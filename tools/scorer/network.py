"""The network: states of the tokens and their places -> vectors; those of source, target and meeting point
and four attention pools -> one layer over them and the facts -> a head for each task.
"""

import torch
import torch.nn.functional as F
from dataset import PLACE_CLASSES
from torch import nn

FACTS = 132
POOLS = 4


class Scorer(nn.Module):
    def __init__(self, heads, states, hidden, joint, dropout):
        super().__init__()
        self.dropout = dropout
        self.project = nn.Linear(states, hidden)
        self.places = nn.Linear(sum(PLACE_CLASSES), hidden, bias=False)
        nn.init.normal_(self.places.weight, std=0.1)
        self.attend = nn.Linear(hidden, POOLS)
        self.joint = nn.Linear((3 + POOLS) * hidden + FACTS, joint)
        self.heads = nn.ModuleDict({name: nn.Linear(joint, size) for name, size in heads.items()})
        # Directions of the corpus follow from its events and have other shares; not exported.
        self.corpus_shares = nn.Parameter(torch.zeros(heads["direction"]))

    def vector(self, batch):
        states = F.dropout(batch["states"], self.dropout / 2, self.training)
        h = self.project(states)
        if len(batch["places"]) > len(h):
            h = torch.cat([h, h])
        h = F.relu(h + self.places(batch["places"]))
        weights = self.attend(h).masked_fill(~batch["mask"].unsqueeze(-1), -1e9).softmax(1)
        pools = (weights.transpose(1, 2) @ h).flatten(1)
        at = batch["ends"].unsqueeze(-1)
        ends = h.gather(1, (at - 1).clamp(min=0).expand(-1, -1, h.shape[-1])) * (at > 0)
        facts = batch["facts"]
        if self.training:  # the lexicon knows the corpus better than it knows the world
            keep = (torch.rand(len(facts), 1) > 0.25).float()
            facts = torch.cat([facts[:, :70] * keep, facts[:, 70:]], 1)
        x = F.dropout(torch.cat([ends.flatten(1), pools, facts], 1), self.dropout, self.training)
        return F.dropout(F.relu(self.joint(x)), self.dropout, self.training)
