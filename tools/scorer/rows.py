"""Labelled rows of all data sets -> lines for entente_scorer_rows and their labels.

Sets: plv (sentence, source, target, root), directed (sentence, p, q, sign), classed (sentence, quad), corpus
(texts with events in the format of gold/events.txt).

    rows.py [--root REPOSITORY] [--data DATA] -o labelled.pickle | entente_scorer_rows FOLDER
"""

import argparse
import pickle
import re
from dataclasses import astuple, dataclass, field
from pathlib import Path

TYPES = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
         "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
HELD_OUT_TOPICS = {"africa_news", "courts_and_expulsions", "later_analysis", "later_news", "summits_and_diplomacy"}


@dataclass
class Row:
    dataset: str
    kind: str
    text: str
    label: object
    group: str  # rows of one group stay in one fold
    date: str = ""
    ranges: tuple = (0, 0, 0, 0)
    part: str = "train"
    events: list = field(default_factory=list)

    def line(self):
        return "\t".join([self.kind, self.date, *map(str, self.ranges), self.text])


def byte_range(text, begin, end):
    return len(text[:begin].encode()), len(text[:end].encode())


def find_phrase(text, phrase, taken=None):
    """Where the phrase stands: word for word, else the run of words that shares most with it."""
    at = text.lower().find(phrase.lower().strip())
    while at >= 0 and taken and at < taken[1] and taken[0] < at + len(phrase):
        at = text.lower().find(phrase.lower().strip(), at + 1)
    if at >= 0:
        return at, at + len(phrase.strip())
    words = [(m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    wanted = [w.lower() for w in re.findall(r"\w+", phrase)]
    best, where = 0, (0, 0)
    for i in range(len(words)):
        hits = [j for j in range(i, min(i + len(wanted), len(words)))
                if text[words[j][0]:words[j][1]].lower() in wanted]
        score = sum(words[j][1] - words[j][0] for j in hits)
        if score > best:
            best, where = score, (words[hits[0]][0], words[hits[-1]][1])
    return where


def plv(data):
    lines = (data / "events/plv_train.tsv").read_text().splitlines()[1:]
    for line in lines:
        text, source, target, quad, root = line.split("\t")[:5]
        text = text.strip()
        s = find_phrase(text, source)
        t = find_phrase(text, target, s)
        yield Row("plv", "pair", text, root, text,
                  ranges=byte_range(text, *s) + byte_range(text, *t))


def directed(data):
    for part in ("train", "valid"):
        for line in (data / f"events/directed_sentiment_{part}.txt").read_text().split("\n"):
            cells = line.split("\t")
            if len(cells) != 4:
                continue
            plain, ranges, opened = "", [], None
            for c in cells[0].strip():
                if c == "[" and opened is None:
                    opened = len(plain)
                elif c == "]" and opened is not None:
                    ranges.append((opened, len(plain)))
                    opened = None
                else:
                    plain += c
            pairs = [(a, b) for a in ranges for b in ranges
                     if a != b and plain[slice(*a)].strip() == cells[1].strip() and
                     plain[slice(*b)].strip() == cells[2].strip()]
            if pairs:
                p, q = pairs[0]
                label = int(cells[3])
                yield Row("directed", "pair", plain, label, plain, part=part,
                          ranges=byte_range(plain, *p) + byte_range(plain, *q))
                yield Row("directed", "pair", plain, [0, 2, 1, 4, 3][label], plain, part=part + "_swapped",
                          ranges=byte_range(plain, *q) + byte_range(plain, *p))


def classed(data):
    for line in (data / "events/cameo_quad_train.tsv").read_text().splitlines()[1:]:
        text, quad = line.split("\t")
        yield Row("classed", "sentence", text.strip(), int(quad), text.strip())


EVENT = re.compile(r"^(\w+)(?:/([\w-]+))? (\w+) (.+?) (<->|->) (.+?)$")


def corpus(root):
    for path in sorted((root / "corpus").glob("*.txt")):
        if path.stem in HELD_OUT_TOPICS:
            continue
        yield from gold_file(path)
    yield from gold_file(root / "gold/events.txt")


def gold_file(path):
    for block in re.split(r"\n\s*\n", path.read_text()):
        lines = [one for one in block.splitlines() if one.strip() and not one.startswith("#")]
        if len(lines) < 2 or lines[0][0].isspace():
            continue
        dated = re.match(r"^\[([\d-]+)\]\s*(.*)$", lines[0])
        date, text = dated.groups() if dated else ("", lines[0])
        events = []
        for line in lines[1:]:
            found = EVENT.match(line.split("|")[0].strip())
            if found:
                type_, mode, status, source, arrow, target = found.groups()
                events.append((type_, mode or "", status, source, target, arrow == "<->"))
        yield Row("corpus", "actors", text.strip(), None, path.stem + ":" + text, date=date,
                  events=events)


def join_near_copies(rows):
    """Texts that share most of their word triples get one group, so that none stands in two folds."""
    group, seen = {}, {}

    def leader(text):
        while group[text] != text:
            text = group[text]
        return text

    for text in dict.fromkeys(row.group for row in rows):
        words = re.findall(r"\w+", text.lower())
        triples = {tuple(words[i:i + 3]) for i in range(len(words) - 2)}
        group[text] = text
        shared = {}
        for triple in triples:
            for other in seen.get(triple, ()):
                shared[other] = shared.get(other, 0) + 1
        for other, count in shared.items():
            if count >= 0.35 * len(triples):
                group[leader(other)] = leader(text)
        for triple in triples:
            if len(seen.setdefault(triple, [])) < 50:
                seen[triple].append(text)
    for row in rows:
        row.group = leader(row.group)
    return rows


def all_rows(root, data):
    return join_near_copies([*plv(data), *directed(data), *classed(data), *corpus(root)])


def load_rows(path):
    with open(path, "rb") as file:
        return [Row(*cells) for cells in pickle.load(file)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path("."))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("-o", "--output", type=Path, required=True, help="the labels, for the other programs")
    arguments = parser.parse_args()
    rows = all_rows(arguments.root, arguments.data)
    with open(arguments.output, "wb") as file:
        pickle.dump([astuple(row) for row in rows], file)
    for row in rows:
        print(row.line())
