#!/usr/bin/python3
"""Learns which names are people, organisations and places, from GUM's Entity annotation.

A name is a run of proper nouns. An averaged perceptron (Freund and Schapire 1999) of hashed features
gives it a class; src/documents/named_entities.cpp computes the same features, byte for byte.

    tools/neural/names.py --data DATA -o models/english_names.model
"""

import argparse
import random
import re
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from words import hash_key, normal_form

VERSION = 1
CLASSES = {"person": 1, "organization": 2, "place": 3}
FIRST_NAME_CLASS = 8  # of the lexicon in the neural model: bits from here on are names
MASK = (1 << 64) - 1


class Lexicon:
    """The hash table of the neural model."""

    def __init__(self, path):
        data = Path(path).read_bytes()
        count = struct.unpack_from("<I", data, 20)[0]
        sections = [struct.unpack_from("<QQ", data, 40 + 16 * i) for i in range(count)]
        self.slots = struct.unpack_from("<I", data, sections[0][0] + 32)[0]
        self.keys = struct.unpack_from(f"<{self.slots}I", data, sections[4][0])
        self.values = struct.unpack_from(f"<{self.slots}H", data, sections[5][0])

    def classes(self, normal):
        key = hash_key(b"l", normal)
        slot = key * self.slots >> 32
        while self.keys[slot]:
            if self.keys[slot] == key:
                return self.values[slot] >> FIRST_NAME_CLASS
            slot = (slot + 1) % self.slots
        return 0


class Word:
    def __init__(self, columns):
        self.form = normal_form(columns[1])
        self.lemma = normal_form(columns[2])
        self.is_name = columns[4] in ("NNP", "NNPS")
        self.relation = columns[7].encode()
        self.head = int(columns[6]) - 1
        self.misc = columns[9]


def read(path):
    sentences, words = [], []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        columns = line.split("\t")
        if not line and words:
            sentences.append(words)
            words = []
        elif columns[0].isdigit():
            words.append(Word(columns))
    return sentences


def runs_of(words):
    """First and last word of each run of proper nouns."""
    runs = []
    for i, word in enumerate(words):
        if word.is_name and i and words[i - 1].is_name:
            runs[-1] = (runs[-1][0], i)
        elif word.is_name:
            runs.append((i, i))
    return runs


def head_of(words, first, last):
    """The word of a span whose head lies outside of it."""
    for i in range(first, last + 1):
        if not first <= words[i].head <= last:
            return i
    return last


def annotated(words):
    """(first, last, type) of the entities that begin and end in the sentence."""
    spans, opened = [], []
    for i, word in enumerate(words):
        found = re.search(r"Entity=([^|]*)", word.misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]*\)", found.group(1)) if found else []:
            parts = mark.strip("()").split("-")
            number = parts[0].split("[")[0]
            if mark.startswith("(") and mark.endswith(")"):
                spans.append((i, i, parts[1]))
            elif mark.startswith("("):
                opened.append((number, i, parts[1]))
            else:
                for k in reversed(range(len(opened))):
                    if opened[k][0] == number:
                        _, first, kind = opened.pop(k)
                        spans.append((first, i, kind))
                        break
    return spans


def gold(words):
    """A class for each run: that of the shortest entity whose head is in it, or 0."""
    spans = annotated(words)
    classes = {}
    for first, last in runs_of(words):
        fitting = [(e - b, kind) for b, e, kind in spans if first <= head_of(words, b, e) <= last]
        classes[first, last] = CLASSES.get(min(fitting)[1], 0) if fitting else 0
    return classes


def features(words, first, last, lexicon):
    """Keys of what is seen of a run."""
    out = []

    def add(kind, *parts):
        out.append(hash_key(b"e", kind + b":" + b" ".join(parts)))

    def form(i):
        return words[i].form if 0 <= i < len(words) else b"<" if i < 0 else b">"

    def digit(number):
        return bytes([48 + number])

    size = digit(min(last - first, 3))
    masks = [lexicon.classes(words[i].form) for i in range(first, last + 1)]
    add(b"bias")
    add(b"size", size)
    for i in range(first, last + 1):
        add(b"word", form(i))
        add(b"start", form(i)[:4])
        add(b"end", form(i)[-4:])
        add(b"end", form(i)[-3:])
    add(b"first", form(first))
    add(b"last", form(last))
    add(b"whole", *(form(i) for i in range(first, last + 1)))
    for bit in range(6):
        if any(mask >> bit & 1 for mask in masks):
            add(b"class", digit(bit))
        if masks[-1] >> bit & 1:
            add(b"last class", digit(bit))
        if masks[0] >> bit & 1:
            add(b"first class", digit(bit))
    add(b"classes", digit(masks[0]), digit(masks[-1]), size)
    add(b"before", form(first - 1))
    add(b"after", form(last + 1))
    add(b"around", form(first - 1), form(last + 1))
    add(b"before size", form(first - 1), size)
    add(b"two before", form(first - 2), form(first - 1))
    add(b"two after", form(last + 1), form(last + 2))
    head = head_of(words, first, last)
    word = words[head]
    above = words[word.head].lemma if word.head >= 0 else b"<"
    add(b"relation", word.relation)
    add(b"head", word.relation, above)
    for i, other in enumerate(words):
        if other.head == head and not first <= i <= last:
            add(b"below", other.relation, other.lemma)
    return out


def learn(examples, epochs, seed):
    draw, order = random.Random(seed), list(range(len(examples)))
    weights, sums, since, clock = {}, {}, {}, 0

    def settle(key):
        for k in range(4):
            sums[key][k] += (clock - since[key]) * weights[key][k]
        since[key] = clock

    for _ in range(epochs):
        draw.shuffle(order)
        for i in order:
            keys, right = examples[i]
            clock += 1
            scores = [sum(weights[k][c] for k in keys if k in weights) for c in range(4)]
            scores[right] -= 2  # a margin
            best = max(range(4), key=lambda c: scores[c])
            if best == right:
                continue
            for key in keys:
                if key not in weights:
                    weights[key], sums[key], since[key] = [0] * 4, [0] * 4, clock
                settle(key)
                weights[key][right] += 1
                weights[key][best] -= 1
    for key in weights:
        settle(key)
    return {key: [s / clock for s in sums[key]] for key in sums}


def checksum(data):
    total = 0x9AE16A3B2F90404F
    whole = len(data) // 8 * 8
    for value in struct.unpack(f"<{whole // 8}Q", data[:whole]) + tuple(data[whole:]):
        total = (total ^ value) * 0x9E3779B97F4A7C15 & MASK
        total ^= total >> 29
    return total


def encode(weights, least):
    """Whole numbers of at most 127, keys in rising order."""
    largest = max(abs(w) for row in weights.values() for w in row)
    rows = {key: [round(w * 127 / largest) for w in row] for key, row in weights.items()}
    kept = sorted(key for key, row in rows.items() if max(map(abs, row)) >= least)
    body = struct.pack(f"<{len(kept)}I", *kept)
    body += b"".join(struct.pack("<4b", *rows[key]) for key in kept)
    head = b"ENTENTE NAMES  \n" + struct.pack("<IIQ", VERSION, len(kept), checksum(body))
    return head + body, {key: rows[key] for key in kept}


def evaluate(sentences, weights, lexicon, predicted=None):
    right, found, wanted = [0] * 4, [0] * 4, [0] * 4
    for words, seen in zip(sentences, predicted or sentences):
        truth = {run: c for run, c in gold(words).items() if c}
        for c in truth.values():
            wanted[c] += 1
        for run in runs_of(seen):
            keys = features(seen, *run, lexicon)
            scores = [sum(weights[k][c] for k in keys if k in weights) for c in range(4)]
            best = max(range(4), key=lambda c: scores[c])
            found[best] += best > 0
            right[best] += best > 0 and truth.get(run) == best
    f1 = [200 * r / max(f + w, 1) for r, f, w in zip(right, found, wanted)]
    total = 200 * sum(right) / (sum(found) + sum(wanted))
    print("F1 {:.1f}: person {:.1f}, organisation {:.1f}, place {:.1f}".format(total, *f1[1:]),
          file=sys.stderr)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("-o", "--output", required=True)
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--lexicon", default="models/english_neural.model")
    p.add_argument("--predicted", help="the dev part as the program parses it")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--least", type=int, default=3)
    p.add_argument("--seed", type=int, default=1)
    options = p.parse_args()
    banks = options.data / "treebanks"
    lexicon = Lexicon(options.lexicon)
    examples = [(features(words, *run, lexicon), kind)
                for words in read(banks / "en_gum_free-train.conllu")
                for run, kind in gold(words).items()]
    data, weights = encode(learn(examples, options.epochs, options.seed), options.least)
    Path(options.output).write_bytes(data)
    print(f"{options.output}: {len(data)} bytes, {len(weights)} features", file=sys.stderr)
    dev = read(banks / "en_gum_free-dev.conllu")
    evaluate(dev, weights, lexicon)
    if options.predicted:
        evaluate(dev, weights, lexicon, read(options.predicted))


if __name__ == "__main__":
    main()
