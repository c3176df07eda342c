"""The labelled rows of each task, and how well answers fit them."""

from dataclasses import dataclass

import numpy as np
from dataset import ROOTS, fold_of
from rows import TYPES

HEADS = {"row": 15, "direction": 5, "sentence": 5, "event": 17}
QUAD_OF_ROOT = np.array([3, 1, 2, 4, 4, 1, 2, 4, 4, 3, 3, 4, 1, 3, 2])
FRIENDLY = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
SWAPPED = [0, 2, 1, 4, 3]  # labels of the direction as seen from the other side
UNLABELLED = -100


@dataclass
class Item:
    """One row, or the two rows of a pair seen from either side; labels by head and row."""
    rows: tuple
    labels: dict
    fold: int
    part: str

    def quiet(self):
        return all(label <= 0 for labels in self.labels.values() for label in labels)


def sign(type_):
    return 0 if type_ == "REQUEST" else 1 if type_ in FRIENDLY else -1


def items_of(inputs, rows):
    """{task: [Item]}; `pair` is the event of either order and the direction that follows."""
    items = {"row": [], "direction": [], "sentence": [], "event": [], "pair": []}
    corpus = {}
    for i, about in enumerate(inputs.about):
        row, kind = rows[int(about[0]) - 1], about[1]
        where = fold_of(row.group), row.part
        if row.dataset == "plv":
            items["row"].append(Item((i,), {"row": (ROOTS.index(row.label),)}, *where))
        elif row.dataset == "directed" and not row.part.endswith("_swapped"):
            items["direction"].append(Item((i, i + 1), {"direction": (row.label,)}, *where))
        elif row.dataset == "classed" and kind == "sentence":
            items["sentence"].append(Item((i,), {"sentence": (row.label,)}, *where))
        elif row.dataset == "corpus" and kind == "actors":
            corpus[about[0], inputs.begin[i], about[2], about[3]] = i
    add_corpus(items, corpus, rows)
    return items


def add_corpus(items, corpus, rows):
    for (text, begin, source, target), i in corpus.items():
        row, back = rows[int(text) - 1], corpus.get((text, begin, target, source))
        where = fold_of(row.group), row.part
        event = event_label(row, source, target)
        if back is None:
            items["event"].append(Item((i,), {"event": (event,)}, *where))
        elif source < target:
            labels = {"event": (event, event_label(row, target, source)), "direction": (direction_of(row, source, target),)}
            items["pair"].append(Item((i, back), labels, *where))


def event_label(row, source, target):
    for type_, _, _, a, b, mutual in row.events:
        if (a, b) == (source, target) or (mutual and (b, a) == (source, target)):
            return 1 + TYPES.index(type_)
    return 0


def direction_of(row, source, target):
    """As directed sentiment has it; none where both act or nobody takes a side."""
    label = 0
    for type_, _, _, a, b, mutual in row.events:
        if {a, b} != {source, target}:
            continue
        if mutual or sign(type_) == 0:
            label = label or UNLABELLED
        else:
            label = (1 if sign(type_) > 0 else 3) + (a == target)
    return label


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
