"""The labelled rows of each head, and how well answers fit them."""

from collections import defaultdict

import numpy as np
from dataset import ROOTS, fold_of
from rows import TYPES

HEADS = {"row": 15, "direction": 5, "sentence": 5, "event": 17}
QUAD_OF_ROOT = np.array([3, 1, 2, 4, 4, 1, 2, 4, 4, 3, 3, 4, 1, 3, 2])


def items_of(inputs, rows):
    """{head: [(row of the inputs, label, fold, part)]}"""
    items = defaultdict(list)
    for i, about in enumerate(inputs.about):
        row, kind = rows[int(about[0]) - 1], about[1]
        where = fold_of(row.group), row.part
        if row.dataset == "plv":
            items["row"].append((i, ROOTS.index(row.label), *where))
        elif row.dataset == "directed":
            items["direction"].append((i, row.label, *where))
        elif row.dataset == "classed" and kind == "sentence":
            items["sentence"].append((i, row.label, *where))
        elif row.dataset == "corpus" and kind == "actors":
            items["event"].append((i, event_label(row, *about[2:4]), *where))
    return items


def event_label(row, source, target):
    for type_, _, _, a, b, mutual in row.events:
        if (a, b) == (source, target) or (mutual and (b, a) == (source, target)):
            return 1 + TYPES.index(type_)
    return 0


def macro_f1(gold, found, classes):
    scores = []
    for one in range(classes):
        if (gold == one).any():
            right = ((gold == one) & (found == one)).sum()
            scores.append(2 * right / ((gold == one).sum() + (found == one).sum()))
    return 100 * float(np.mean(scores))


def figures(head, gold, chances):
    best = chances.argmax(1)
    if head == "row":
        quads = QUAD_OF_ROOT[best]
        right = QUAD_OF_ROOT[gold]
        return {"binary": macro_f1(right > 2, quads > 2, 2), "quad": macro_f1(right, quads, 5),
                "root": macro_f1(gold, best, 15)}
    if head == "event":
        right = ((best == gold) & (gold > 0)).sum()
        precision, recall = right / max(1, (best > 0).sum()), right / (gold > 0).sum()
        return {"P": 100 * precision, "R": 100 * recall, "F1": 200 * right / ((best > 0).sum() + (gold > 0).sum())}
    out = {"macro-F1": macro_f1(gold, best, 5)}
    if head == "sentence":
        out["false events"] = 100 * float((best[gold == 0] > 0).mean())
    return out
