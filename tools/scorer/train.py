#!/usr/bin/python3
"""Trains the scorer on what entente_scorer_rows wrote.

    train.py --rows FOLDER --root REPOSITORY --data DATA -o scorer.pt            all rows of the train parts
    train.py ... --folds 5 -o answers.npz                                        answers for rows held out in turn
"""

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
import torch.nn.functional as F
from dataset import Inputs
from network import Scorer
from rows import all_rows
from tasks import HEADS, figures, items_of

REPEAT = {"row": 3, "direction": 1, "sentence": 2, "event": 1}
QUIET = {"direction": 0.3, "event": 0.4}  # share of label 0 seen in an epoch


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--root", type=Path, default=Path("."))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only-fold", type=int, default=-1)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--joint", type=int, default=128)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--axes", type=int, default=144)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main_axes(states, axes):
    """States on their main axes, so that steps are cheap; the axes become part of the weights later."""
    sample = states[np.random.choice(len(states), min(len(states), 40000), replace=False)]
    sample = (sample.astype(np.float32) - 128) / 127
    mean = sample.mean(0)
    _, vectors = np.linalg.eigh(np.cov((sample - mean).T))
    vectors = np.ascontiguousarray(vectors[:, ::-1][:, :axes]).astype(np.float32)
    vectors /= np.sqrt((((sample - mean) @ vectors) ** 2).mean())
    out = np.empty((len(states), axes), np.float16)
    for i in range(0, len(states), 20000):
        out[i:i + 20000] = ((states[i:i + 20000].astype(np.float32) - 128) / 127 - mean) @ vectors
    return out, mean, vectors


def batches_of(inputs, items):
    out = []
    for head, all_items in items.items():
        kept = [x for x in all_items if x[1] > 0 or random.random() < QUIET.get(head, 1)] * REPEAT[head]
        random.shuffle(kept)
        for chunk in range(0, len(kept), 512):
            part = sorted(kept[chunk:chunk + 512], key=lambda x: inputs.heads[x[0], 1] - inputs.heads[x[0], 0])
            out += [(head, part[i:i + 32]) for i in range(0, len(part), 32)]
    random.shuffle(out)
    return out


def train(inputs, items, arguments):
    net = Scorer(HEADS, inputs.states.shape[1], arguments.hidden, arguments.joint, arguments.dropout)
    optimizer = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=0.01)
    for epoch in range(arguments.epochs):
        net.train()
        begun, total, count = time.process_time(), {}, {}
        batches = batches_of(inputs, items)
        for step, (head, batch) in enumerate(batches):
            done = (epoch + step / len(batches)) / arguments.epochs
            for group in optimizer.param_groups:
                group["lr"] = arguments.rate * min(1, (1 - done) / 0.6)
            scores = net(inputs.batch(np.array([x[0] for x in batch])), head)
            labels = torch.tensor([x[1] for x in batch])
            loss = F.cross_entropy(scores, labels, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            total[head] = total.get(head, 0) + loss.item()
            count[head] = count.get(head, 0) + 1
        losses = " ".join(f"{head} {total[head] / count[head]:.3f}" for head in sorted(total))
        print(f"epoch {epoch}: {losses}, {time.process_time() - begun:.0f} s", flush=True)
    return net


def answers(net, inputs, rows):
    """{head: logits of the rows}; all heads share the work below them."""
    net.eval()
    order = sorted(rows, key=lambda row: inputs.heads[row, 1] - inputs.heads[row, 0])
    place = {row: i for i, row in enumerate(order)}
    parts = []
    with torch.no_grad():
        for i in range(0, len(order), 64):
            vector = net.vector(inputs.batch(np.array(order[i:i + 64])))
            parts.append(torch.cat([net.heads[head](vector) for head in HEADS], 1))
    return torch.cat(parts).numpy()[[place[row] for row in rows]]


def cut(logits, head):
    at = 0
    for name, size in HEADS.items():
        if name == head:
            return logits[:, at:at + size]
        at += size


def softmax(logits):
    e = np.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def cross_validate(inputs, rows, items, arguments):
    from dataset import fold_of
    folds = np.array([fold_of(rows[int(about[0]) - 1].group) for about in inputs.about])
    train_part = np.array([rows[int(about[0]) - 1].part.startswith("train") for about in inputs.about])
    logits = np.zeros((len(folds), sum(HEADS.values())), np.float32)
    wanted = range(arguments.folds) if arguments.only_fold < 0 else [arguments.only_fold]
    for fold in wanted:
        seed(arguments.seed)
        net = train(inputs, {head: [x for x in all_items if x[2] != fold and x[3].startswith("train")]
                             for head, all_items in items.items()}, arguments)
        held = np.flatnonzero((folds == fold) | (~train_part & (fold == wanted[0])))
        logits[held] = answers(net, inputs, list(held))
        for head, all_items in items.items():
            part = [x for x in all_items if x[2] == fold and x[3] == "train"]
            if head == "direction":
                part = [x for x in all_items if x[3] == "valid"] if fold == wanted[0] else part
            chosen = np.array([x[0] for x in part])
            gold = np.array([x[1] for x in part])
            chances = softmax(cut(logits[chosen], head))
            print(fold, head, {k: round(v, 1) for k, v in figures(head, gold, chances).items()}, flush=True)
    np.savez(arguments.output, logits=logits)


def seed(number):
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


def main():
    arguments = parse_arguments()
    torch.set_num_threads(1)
    seed(arguments.seed)
    rows = all_rows(arguments.root, arguments.data)
    inputs = Inputs(arguments.rows)
    inputs.states, mean, axes = main_axes(inputs.states, arguments.axes)
    items = items_of(inputs, rows)
    if arguments.folds:
        cross_validate(inputs, rows, items, arguments)
        return
    net = train(inputs, {head: [x for x in all_items if x[3].startswith("train")]
                         for head, all_items in items.items()}, arguments)
    torch.save({"state": net.state_dict(), "mean": mean, "axes": axes, "hidden": arguments.hidden, "joint": arguments.joint}, arguments.output)


if __name__ == "__main__":
    main()
