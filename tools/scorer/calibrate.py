#!/usr/bin/python3
"""Fits the confidence of events, and offsets that make up for rare directions, to answers for rows held out
(train.py --folds), and tells what they are worth. Rows without an answer are left out.

    calibrate.py --labelled FILE --rows FOLDER --answers answers.npz --words held_words.npz -o calibration.npz
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from dataset import fold_of
from rows import TYPES, load_rows
from tasks import HEADS, SWAPPED, macro_f1, sign
from words import WORD_SHARE

MUTUAL = {"CONSULT", "COOPERATE"}
SIGNS = np.array([sign(one) for one in TYPES])


def chances_of(logits):
    out, at = {}, 0
    for head, size in HEADS.items():
        part = np.exp(logits[:, at:at + size] - logits[:, at:at + size].max(1, keepdims=True))
        out[head] = part / part.sum(1, keepdims=True)
        at += size
    return out


def inputs_of(chances, row, sentence_row, type_, rest):
    events = chances["event"][row]
    same = events[1:][SIGNS == sign(TYPES[type_])].sum()
    logs = [events[1 + type_], events[0], same, chances["sentence"][sentence_row][0], chances["direction"][row][0]]
    return [*np.log(np.array(logs) + 1e-4), *rest]


def logistic(x, y, penalty=1.0):
    """Weights and bias last, by Newton's method on standardised inputs."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    weights = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ weights))
        gradient = z.T @ (p - y) + penalty * weights
        curve = (z * (p * (1 - p))[:, None]).T @ z + penalty * np.eye(len(weights))
        weights -= np.linalg.solve(curve, gradient)
    scaled = weights[:-1] / spread
    return np.append(scaled, weights[-1] - scaled @ mean)


def apply(weights, x):
    return 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))


def sides_fit(gold, source, target, type_, mutual):
    """Whether actors and side are right: what networks are made of; readers often differ on the type."""
    for wanted, _, _, a, b, both in gold:
        ahead, back = (a, b) == (source, target), (b, a) == (source, target)
        if sign(wanted) == sign(type_) and (ahead or (back and (both or mutual))):
            return True
    return False


def fits(gold, source, target, type_, mutual):
    for i, (wanted, _, _, a, b, both) in enumerate(gold):
        ahead, back = (a, b) == (source, target), (b, a) == (source, target)
        if wanted == type_ and (ahead or (back and (both or mutual))):
            return i
    return -1


class Texts:
    """Events of the lexicon and pairs without one, with what calibration looks at."""

    def __init__(self, about, rows, chances, answered):
        self.rows, self.events, self.pairs = rows, defaultdict(list), defaultdict(list)
        sentence_row = {}
        for i, cells in enumerate(about):
            text = int(cells[0]) - 1
            if rows[text].dataset != "corpus" or not answered[i]:
                continue
            if cells[1] == "sentence":
                sentence_row[text] = i
            elif cells[1] == "event":
                source, target, type_, _, status, mutual, confidence = cells[2:9]
                rest = (float(confidence), float(status == "happened"), float(mutual == "1"))
                x = inputs_of(chances, i, sentence_row[text], TYPES.index(type_), rest)
                self.events[text].append((source, target, type_, mutual == "1", x))
            elif cells[1] == "actors":
                type_ = int(chances["event"][i][1:].argmax())
                mutual = TYPES[type_] in MUTUAL
                x = inputs_of(chances, i, sentence_row[text], type_, (0.0, 1.0, float(mutual)))
                self.pairs[text].append((*cells[2:4], TYPES[type_], mutual, x))
        self.texts = sorted(sentence_row)
        for text in self.texts:
            known = {frozenset(event[:2]) for event in self.events[text]}
            self.pairs[text] = [pair for pair in self.pairs[text] if frozenset(pair[:2]) not in known]

    def table(self, which):
        x, y, folds = [], [], []
        for text in self.texts:
            for source, target, type_, mutual, inputs in which[text]:
                x.append(inputs)
                y.append(sides_fit(self.rows[text].events, source, target, type_, mutual))
                folds.append(fold_of(self.rows[text].text))
        return np.array(x), np.array(y, float), np.array(folds)


def report(name, x, y, folds):
    held_out = np.zeros(len(y))
    for fold in range(5):
        held_out[folds == fold] = apply(logistic(x[folds != fold], y[folds != fold]), x[folds == fold])
    print(f"{name}: {len(y)}, right {100 * y.mean():.1f} %")
    for part in np.array_split(np.argsort(held_out), 8):
        print(f"  confidence {held_out[part].mean():.2f}: right {y[part].mean():.2f} of {len(part)}")


def policy(texts, weights, least_known, least_new):
    gold_count = found_count = right = false = silent = 0
    for text in texts.texts:
        gold, found = list(texts.rows[text].events), []
        for kind, (which, least) in enumerate(((texts.events, least_known), (texts.pairs, least_new))):
            for source, target, type_, mutual, x in which[text]:
                copy = mutual and any(one[:2] == (target, source) and one[2] == type_ for one in found)
                if apply(weights[kind], np.array(x)) >= least and not copy:
                    found.append((source, target, type_, mutual))
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        if not gold:
            silent, false = silent + 1, false + bool(found)
        for one in found:
            at = fits(gold, *one)
            if at >= 0:
                right += 1
                gold.pop(at)
    p, r = right / max(1, found_count), right / gold_count
    print(f"  events from {least_known:.2f}, new ones from {least_new:.2f}: P {100 * p:.1f} R {100 * r:.1f} "
          f"F1 {200 * p * r / (p + r):.1f}, silent sentences with an event {100 * false / silent:.1f}")


def both_sides(about, logs, answered, words):
    """Mean logs of the direction seen from either side, with the votes of the words; by line of the rows."""
    first = {int(cells[0]) - 1: i for i, cells in reversed(list(enumerate(about)))}
    out = {}
    for line, votes in zip(words["lines"], words["votes"]):
        if answered[first[line]]:
            out[line] = (logs[first[line]] + logs[first[line + 1]][SWAPPED]) / 2 + WORD_SHARE * votes
    return out


def offsets_of(x, y):
    """What to add to the logs for the best macro-F1, one class after the other."""
    offsets = np.zeros(5)
    for _ in range(3):
        for one in range(5):
            def with_step(step, one=one):
                return macro_f1(y, (x + offsets + np.eye(5)[one] * step).argmax(1), 5)
            offsets[one] += max(np.arange(-1.5, 1.55, 0.1), key=lambda step: (with_step(step), -abs(step)))
    return offsets


def fit_offsets(about, rows, chances, answered, words):
    sums = both_sides(about, np.log(chances["direction"] + 1e-6), answered, words)

    def table(part):
        lines = [line for line in sums if rows[line].part == part]
        return np.array([sums[line] for line in lines]), np.array([rows[line].label for line in lines])

    offsets = offsets_of(*table("train"))
    valid, labels = table("valid")
    print(f"direction, valid part: {macro_f1(labels, valid.argmax(1), 5):.1f}, with offsets "
          f"{macro_f1(labels, (valid + offsets).argmax(1), 5):.1f}; offsets {np.round(offsets, 1)}")
    return offsets


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True, help="what words.py answered for the same fold")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    about = [line.rstrip("\n").split("\t") for line in open(arguments.rows / "rows.tsv")]
    logits = np.load(arguments.answers)["logits"]
    chances, answered = chances_of(logits), logits.any(1)
    rows = load_rows(arguments.labelled)
    texts = Texts(about, rows, chances, answered)
    weights = []
    for name, which in (("events of the lexicon", texts.events), ("pairs without one", texts.pairs)):
        x, y, folds = texts.table(which)
        report(name, x, y, folds)
        weights.append(logistic(x, y))
    print(np.round(weights, 2))
    for least in (0, 0.2, 0.3, 0.4, 0.5, 0.6):
        policy(texts, weights, least, 2)
    for least in (0.7, 0.6, 0.5, 0.4, 0.3):
        policy(texts, weights, 0.3, least)
    np.savez(arguments.output, weights=np.array(weights, np.float32),
             offsets=fit_offsets(about, rows, chances, answered, np.load(arguments.words)))


if __name__ == "__main__":
    main()
