"""The network: states of the tokens and their places -> vectors; those of source, target and meeting point
and four attention pools -> one layer over them and the facts -> a head for each task.
"""

import torch
import torch.nn.functional as F
from torch import nn

PLACE_CLASSES = [12, 12, 8, 17, 16]
FACTS = 132
POOLS = 4


class Scorer(nn.Module):
    def __init__(self, heads, states, hidden=96, joint=128, dropout=0.3):
        super().__init__()
        self.dropout = dropout
        self.project = nn.Linear(states, hidden)
        self.places = nn.ModuleList(nn.Embedding(n, hidden) for n in PLACE_CLASSES)
        for table in self.places:
            nn.init.normal_(table.weight, std=0.1)
        self.attend = nn.Linear(hidden, POOLS)
        self.joint = nn.Linear((3 + POOLS) * hidden + FACTS, joint)
        self.heads = nn.ModuleDict({name: nn.Linear(joint, size) for name, size in heads.items()})

    def vector(self, batch):
        states = F.dropout(batch["states"], self.dropout / 2, self.training)
        h = self.project(states)
        for i, table in enumerate(self.places):
            h = h + table(batch["places"][..., i])
        h = F.relu(h)
        mask = batch["mask"]
        weights = self.attend(h).masked_fill(~mask.unsqueeze(-1), -1e9).softmax(1)
        pools = torch.einsum("btp,bth->bph", weights, h).flatten(1)
        # Row 0 of `at` stands for a phrase that is not there.
        padded = torch.cat([torch.zeros_like(h[:, :1]), h], 1)
        ends = padded.gather(1, batch["at"].unsqueeze(-1).expand(-1, -1, h.shape[-1])).flatten(1)
        facts = batch["facts"]
        if self.training:  # the lexicon knows the corpus better than it knows the world
            keep = (torch.rand(len(facts), 1) > 0.25).float()
            facts = torch.cat([facts[:, :70] * keep, facts[:, 70:]], 1)
        x = F.dropout(torch.cat([ends, pools, facts], 1), self.dropout, self.training)
        return F.dropout(F.relu(self.joint(x)), self.dropout, self.training)

    def forward(self, batch, head):
        return self.heads[head](self.vector(batch))
