#!/usr/bin/python3
"""Trains the scorer on what entente_scorer_rows wrote.

    train.py --labelled FILE --rows FOLDER -o scorer.pt       all rows of the train parts
    train.py ... --folds 5 -o answers.npz                     answers for rows held out in turn
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
from dataset import Inputs, fold_of
from network import Scorer
from rows import load_rows
from tasks import HEADS, SWAPPED, UNLABELLED, figures, items_of

REPEAT = {"row": 5, "sentence": 3, "direction": 2}  # the corpus is many times larger
QUIET = {"direction": 0.22, "event": 0.15, "pair": 0.1}  # share of items without anything seen in an epoch
BATCH = {"direction": 24, "pair": 24}
CORPUS_DIRECTIONS = 0.4  # weight of their loss
LONGEST = 64  # tokens of a text to learn from: a tenth is longer and would take a quarter of the time


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only-fold", type=int, default=-1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--joint", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def batches_of(inputs, items):
    out = []
    for task, all_items in items.items():
        size = BATCH.get(task, 32)
        kept = [x for x in all_items if inputs.length[x.rows[0]] <= LONGEST and
                (not x.quiet() or random.random() < QUIET.get(task, 1))] * REPEAT.get(task, 1)
        random.shuffle(kept)
        for chunk in range(0, len(kept), 512):
            part = sorted(kept[chunk:chunk + 512], key=lambda x: inputs.length[x.rows[0]])
            out += [(task, part[i:i + size]) for i in range(0, len(part), size)]
    random.shuffle(out)
    return out


def labels_of(batch, head):
    return torch.tensor([label for one in zip(*(x.labels[head] for x in batch)) for label in one])


def loss_of(net, inputs, task, batch):
    vector = net.vector(inputs.batch(*zip(*(x.rows for x in batch))))
    losses = 0.0
    for head in batch[0].labels:
        scores, labels = net.heads[head](vector), labels_of(batch, head)
        if head == "direction":
            count = len(batch)
            scores = (scores[:count] + scores[count:][:, SWAPPED]) / 2
            if task == "pair":
                scores = scores + net.corpus_shares
                if (labels == UNLABELLED).all():
                    continue
        weight = CORPUS_DIRECTIONS if (task, head) == ("pair", "direction") else 1
        losses = losses + weight * F.cross_entropy(scores, labels, label_smoothing=0.05, ignore_index=UNLABELLED)
    return losses


def train(inputs, items, arguments):
    net = Scorer(HEADS, inputs.states.shape[1], arguments.hidden, arguments.joint, arguments.dropout)
    optimizer = torch.optim.AdamW(net.parameters(), lr=arguments.rate, weight_decay=0.01)
    for epoch in range(arguments.epochs):
        net.train()
        begun, total, count = time.process_time(), {}, {}
        batches = batches_of(inputs, items)
        for step, (task, batch) in enumerate(batches):
            done = (epoch + step / len(batches)) / arguments.epochs
            for group in optimizer.param_groups:
                group["lr"] = arguments.rate * min(1, (1 - done) / 0.6)
            loss = loss_of(net, inputs, task, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            total[task] = total.get(task, 0) + loss.item()
            count[task] = count.get(task, 0) + 1
        losses = " ".join(f"{task} {total[task] / count[task]:.3f}" for task in sorted(total))
        print(f"epoch {epoch}: {losses}, {time.process_time() - begun:.0f} s", flush=True)
    return net


def answers(net, inputs, rows):
    """Logits of the rows, the heads beside each other."""
    net.eval()
    order = np.argsort(inputs.length[rows], kind="stable")
    out = np.zeros((len(rows), sum(HEADS.values())), np.float32)
    with torch.no_grad():
        for i in range(0, len(order), 64):
            vector = net.vector(inputs.batch(rows[order[i:i + 64]]))
            out[order[i:i + 64]] = torch.cat([net.heads[head](vector) for head in HEADS], 1).numpy()
    return out


def softmax(logits):
    e = np.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def report(logits, items, fold, with_valid):
    at = 0
    for head, size in HEADS.items():
        wanted = "valid" if head == "direction" and with_valid else "train"
        labelled = [(row, label) for task in ((head, "pair") if head == "event" else (head,)) for x in items[task]
                    if x.part == wanted and (x.fold == fold or wanted == "valid")
                    for row, label in zip(x.rows, x.labels[head])]
        chosen, gold = np.array(labelled).T
        chances = softmax(logits[chosen, at:at + size])
        print(fold, head, {k: round(v, 1) for k, v in figures(head, gold, chances).items()}, flush=True)
        at += size


def cross_validate(inputs, rows, items, arguments):
    folds = np.array([fold_of(rows[int(about[0]) - 1].group) for about in inputs.about])
    train_part = np.array([rows[int(about[0]) - 1].part.startswith("train") for about in inputs.about])
    logits = np.zeros((len(folds), sum(HEADS.values())), np.float32)
    wanted = range(arguments.folds) if arguments.only_fold < 0 else [arguments.only_fold]
    for fold in wanted:
        seed(arguments.seed)
        net = train(inputs, {task: [x for x in all_items if x.fold != fold and x.part == "train"]
                             for task, all_items in items.items()}, arguments)
        held = np.flatnonzero((train_part & (folds == fold)) | (~train_part & (fold == wanted[0])))
        logits[held] = answers(net, inputs, held)
        report(logits, items, fold, fold == wanted[0])
    np.savez(arguments.output, logits=logits)


def seed(number):
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


def main():
    arguments = parse_arguments()
    torch.set_num_threads(1)
    seed(arguments.seed)
    rows = load_rows(arguments.labelled)
    inputs = Inputs(arguments.rows)
    items = items_of(inputs, rows)
    if arguments.folds:
        cross_validate(inputs, rows, items, arguments)
        return
    seed(arguments.seed)
    net = train(inputs, {task: [x for x in all_items if x.part == "train"] for task, all_items in items.items()},
                arguments)
    torch.save({"state": net.state_dict(), "mean": inputs.mean, "axes": inputs.axes, "hidden": arguments.hidden,
                "joint": arguments.joint}, arguments.output)


if __name__ == "__main__":
    main()
