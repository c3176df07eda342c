"""The network: BiLSTM layers over word and affix embeddings, tags from the layer below the last,
arcs and labels by biaffine attention (Dozat and Manning 2017).
"""

import torch
import torch.nn.functional as F
from lstm import BiLstm, reversal
from torch import nn
from words import VECTOR_SIZE


class Network(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes = s = sizes
        # A word's row is its fixed pretrained vector plus what the treebanks add to it.
        self.register_buffer("fixed", torch.zeros(s["word_rows"], VECTOR_SIZE))
        self.words = nn.Embedding(s["learnt_rows"], s["word_size"])
        self.affixes = nn.EmbeddingBag(s["affix_rows"], s["affix_size"], mode="sum", padding_idx=0)
        nn.init.normal_(self.words.weight, std=0.3)
        nn.init.normal_(self.affixes.weight, std=0.15)
        with torch.no_grad():
            self.affixes.weight[0].zero_()
        inputs = [s["word_size"] + s["affix_size"]] + [2 * s["hidden"]] * (s["layers"] - 1)
        self.layers = nn.ModuleList(BiLstm(n, s["hidden"]) for n in inputs)
        wide = 2 * s["hidden"]
        self.tag = nn.Linear(wide, s["tags"])
        self.arc_dep, self.arc_head = nn.Linear(wide, s["arc"]), nn.Linear(wide, s["arc"])
        self.label_dep, self.label_head = nn.Linear(wide, s["label"]), nn.Linear(wide, s["label"])
        self.root = nn.Parameter(torch.randn(s["arc"]) * 0.1)
        self.arc_weight = nn.Parameter(torch.randn(s["arc"], s["arc"]) / s["arc"])
        self.arc_bias = nn.Parameter(torch.zeros(s["arc"]))
        self.label_weight = nn.Parameter(
            torch.randn(s["labels"], s["label"] + 1, s["label"] + 1) * 0.02)

    def start_from(self, fixed):
        """`fixed` [word rows, VECTOR_SIZE]; words without a vector keep their random rows."""
        with torch.no_grad():
            self.fixed.copy_(fixed)
            learnt = self.words.weight
            known = fixed[:len(learnt)].abs().sum(1) > 0
            learnt[known, :VECTOR_SIZE] = 0
            learnt[known, VECTOR_SIZE:] *= 0.3

    def word_vectors(self, words, learnt):
        """`learnt` are the rows again, or -1 where nothing is to be added."""
        added = F.embedding(learnt.clamp(min=0), self.words.weight)
        added = added * (learnt >= 0).unsqueeze(-1)
        fixed = F.embedding(words, self.fixed)
        return added + F.pad(fixed, (0, added.shape[-1] - VECTOR_SIZE))

    def word_table(self):
        rows = torch.arange(len(self.fixed))
        return self.word_vectors(rows, torch.where(rows < len(self.words.weight), rows, -1))

    def encode(self, words, learnt, affixes, lengths, dropout):
        """[T, B] word rows twice, [T, B, A] affix rows, lengths in falling order -> two [T, B, 2 * hidden]."""
        time, batch = words.shape
        flat = self.affixes(affixes.view(time * batch, -1)).view(time, batch, -1)
        x = torch.cat([self.word_vectors(words, learnt), flat], 2)
        reverse = reversal(time, lengths)
        below = x
        for layer in self.layers:
            below = x
            x = locked_dropout(x, dropout, self.training)
            x = layer(x, reverse)
        return below, x

    def forward(self, words, learnt, affixes, lengths, dropout=0.0):
        """tag logits [T, B, tags], arc scores [B, T dependents, 1 + T heads], label vectors."""
        below, top = self.encode(words, learnt, affixes, lengths, dropout)
        below = locked_dropout(below, dropout, self.training)
        top = locked_dropout(top, dropout, self.training)

        def project(linear):
            return locked_dropout(F.relu(linear(top)), dropout, self.training).transpose(0, 1)

        dep, head = project(self.arc_dep), project(self.arc_head)
        heads = torch.cat([self.root.expand(head.shape[0], 1, -1), head], 1)
        arcs = torch.bmm(dep @ self.arc_weight + self.arc_bias, heads.transpose(1, 2))
        return self.tag(below), arcs, project(self.label_dep), project(self.label_head)

    def labels(self, dep, head):
        """[N, label] twice -> [N, labels]"""
        one = torch.ones_like(dep[:, :1])
        dep, head = torch.cat([dep, one], 1), torch.cat([head, one], 1)
        count, size = self.label_weight.shape[0], dep.shape[1]
        mixed = dep @ self.label_weight.permute(1, 0, 2).reshape(size, count * size)
        return (mixed.view(-1, count, size) * head.unsqueeze(1)).sum(2)


def locked_dropout(x, rate, training):
    """One mask for all words of a sentence (Gal and Ghahramani 2016); x is [T, B, D]."""
    if not training or rate == 0:
        return x
    mask = x.new_empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return x * mask
