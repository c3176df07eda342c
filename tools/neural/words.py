"""What the network sees of a word; src/documents/neural_words.cpp does the same, byte for byte.

A word has one row of the word table (its normal form; row 0 if unknown) and several rows of the affix
table: beginnings, endings, shapes and lexicon classes, which are summed. Keys are 32-bit hashes.
"""

import numpy as np

from lexicon import CLASSES, FIRST_NAME_CLASS

AFFIXES_MAX = 24
VECTOR_SIZE = 100
VERB_RANKS = 150000
REPLACED = [("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2013", "-"),
            ("\u2014", "--"), ("\u2026", "...")]
REPLACED = [(a.encode(), b.encode()) for a, b in REPLACED]
DIGITS = bytes.maketrans(b"123456789", b"000000000")


def hash_key(kind, data):
    h = 0x811C9DC5
    for byte in kind + data:
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    h = ((h ^ h >> 16) * 0x85EBCA6B) & 0xFFFFFFFF
    h = ((h ^ h >> 13) * 0xC2B2AE35) & 0xFFFFFFFF
    return (h ^ h >> 16) or 1


def normal_form(form):
    data = form.encode("utf-8") if isinstance(form, str) else form
    if not data.isascii():
        for old, new in REPLACED:
            data = data.replace(old, new)
    return data[:48].lower().translate(DIGITS)  # bytes.lower() is ASCII only


def is_upper(byte):
    return 65 <= byte <= 90


def is_letter(byte):
    return is_upper(byte) or 97 <= byte <= 122 or byte >= 128


def letter_case(data):
    """0 no letters, 1 lower, 2 Capital, 3 CAPITALS, 4 one capital, 5 mixed."""
    letters = [b for b in data if is_letter(b)]
    upper = sum(map(is_upper, letters))
    if not letters:
        return 0
    if upper == 0:
        return 1
    if upper == len(letters):
        return 3 if upper > 1 else 4
    return 2 if upper == 1 and is_upper(letters[0]) else 5


def sentence_casing(forms):
    """0 as usual, 1 Title Case, 2 CAPITALS, 3 no capitals."""
    words = capitals = long = long_capital = any_upper = 0
    for form in forms:
        data = form.encode("utf-8")[:48]
        case = letter_case(data)
        if case == 0:
            continue
        words += 1
        any_upper += case != 1
        capitals += case == 3
        if len(data) >= 4:
            long += 1
            long_capital += case != 1
    if words < 3:
        return 0
    if capitals * 10 >= words * 7:
        return 2
    if long >= 3 and long_capital * 10 >= long * 8:
        return 1
    return 0 if any_upper else 3


def shape_keys(data, first, casing):
    case = letter_case(data)
    digits = sum(48 <= b <= 57 for b in data)
    digit_class = 0 if digits == 0 else 2 if case else 1
    marks = (1 if b"-" in data[1:] else 0) + (2 if b"." in data[1:] else 0)
    coarse = bytes([48 + case, 48 + digit_class])
    fine = coarse + bytes([48 + marks, 48 + first, 48 + casing])
    return [hash_key(b"C", coarse), hash_key(b"S", fine)]


def affix_keys(normal):
    keys = [hash_key(b"p", normal[:n]) for n in (1, 2, 3) if len(normal) >= n]
    return keys + [hash_key(b"s", normal[-n:]) for n in (1, 2, 3, 4, 5) if len(normal) >= n]


class WordTable:
    """Rows of known keys; built from the training words, then frozen."""

    def __init__(self, masks):
        self.words, self.affixes = {}, {}
        self.masks = {hash_key(b"l", normal_form(w)): m for w, m in masks.items()}
        self.cache = {}

    def build(self, counted_sentences, names, verbs, vectors, word_min, affix_min, ranks):
        """`vectors` of vectors.py: the first `ranks` words are kept, and of `verbs` those with one."""
        words, affixes = {}, {}
        for s in counted_sentences:
            casing = sentence_casing(s.forms)
            for i, form in enumerate(s.forms):
                data = form.encode("utf-8")[:48]
                normal = normal_form(form)
                words[normal] = words.get(normal, 0) + 1
                for key in affix_keys(normal) + shape_keys(data, int(i == 0), casing):
                    affixes[key] = affixes.get(key, 0) + 1
        seen = {w for w, n in words.items() if n >= word_min} | {normal_form(n) for n in names}
        kept = seen | {w for w, (rank, _) in vectors.items() if rank < ranks}
        kept |= {w for w in map(normal_form, verbs) if w in vectors and vectors[w][0] < VERB_RANKS}
        order = sorted(seen) + sorted(kept - seen)  # rows that learn come first
        self.learnt_rows = 1 + len(seen)
        self.fixed = np.zeros((1 + len(kept), VECTOR_SIZE), np.float32)
        for row, word in enumerate(order):
            if word in vectors:
                self.fixed[row + 1] = vectors[word][1]
        self.word_counts = np.array([0.0] + [float(words.get(w, 3)) for w in order])
        self.words = {hash_key(b"w", w): i + 1 for i, w in enumerate(order)}
        assert len(self.words) == len(kept), "two words share a hash"
        assert len(kept) < 65535, "rows are numbers of 16 bits"
        rows = [k for k in sorted(affixes) if affixes[k] >= affix_min]
        first = 1 + len(CLASSES)  # row 0 is empty, then the lexicon classes
        self.affixes = {k: first + i for i, k in enumerate(rows)}
        self.affix_rows = first + len(rows)
        self.word_rows = 1 + len(kept)

    def look_up(self, form, first, casing):
        """(word row, affix rows, lexicon rows)"""
        found = self.cache.get((form, first, casing))
        if found is None:
            data = form.encode("utf-8")[:48]
            normal = normal_form(form)
            keys = affix_keys(normal) + shape_keys(data, first, casing)
            mask = self.masks.get(hash_key(b"l", normal), 0)
            if data[:1].islower():
                mask &= (1 << FIRST_NAME_CLASS) - 1
            classes = [1 + bit for bit in range(len(CLASSES)) if mask >> bit & 1]
            found = (self.words.get(hash_key(b"w", normal), 0),
                     [self.affixes[k] for k in keys if k in self.affixes], classes)
            self.cache[form, first, casing] = found
        return found

    def state(self):
        return {"words": self.words, "affixes": self.affixes, "masks": self.masks,
                "word_rows": self.word_rows, "learnt_rows": self.learnt_rows,
                "affix_rows": self.affix_rows}
