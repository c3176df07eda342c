"""Closed knowledge about words: verb forms from PropBank's lemmas, names from the world book.

The lexicon gives a word up to 16 classes (bits). The network sees the classes, so that it knows that
"mediates" can be a verb and "Kuwait" is a state where the treebanks never show them.
"""

import csv

CLASSES = ["VB", "VBZ", "VBD", "VBG", "VBN", "noun", "adjective", "transitive",
           "state", "demonym", "capital", "person", "organisation", "part"]
FIRST_NAME_CLASS = CLASSES.index("state")  # these and later ones need a capital letter


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE))


def parts(cell):
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


class World:
    """Names by kind; single words only, save `people`, which has (first, last) pairs."""

    def __init__(self, folder):
        states = rows_of(folder / "states.tsv")
        everything = []
        self.states, self.adjectives, self.demonyms, self.capitals = set(), set(), set(), set()
        for row in states:
            names = [row["name"]] + parts(row["aliases"])
            everything += names
            self.states.update(names)
            self.adjectives.update(parts(row["adjectives"]))
            self.demonyms.update(parts(row["demonyms"]))
            self.capitals.update(parts(row["capital"]) + parts(row["metonyms"]))
        self.organisations = set()
        for name in ("organisations.tsv", "groups.tsv", "organs.tsv"):
            for row in rows_of(folder / name):
                names = [row["name"]] + parts(row["aliases"])
                everything += names
                self.organisations.update(names)
        self.people = set()
        for row in rows_of(folder / "office_holders.tsv"):
            words = row["name"].split()
            if len(words) == 2:
                self.people.add((words[0], words[1]))
        self.person_words = {word for name in self.people for word in name if word[0].isupper()}
        self.name_parts = {w for name in everything if " " in name for w in name.split()
                           if w[0].isupper()}
        for name in ("states", "adjectives", "demonyms", "capitals", "organisations"):
            single = {n for n in getattr(self, name) if " " not in n and n[0].isupper()}
            setattr(self, name, sorted(single))
        self.people = sorted(self.people)
        self.surnames = sorted({last for _, last in self.people if last[0].isupper()})
        self.plural_demonyms = [d for d in self.demonyms if d.endswith("s")]


class Verbs:
    """PropBank's one-word verbs and their forms; irregular ones as the treebank shows them."""

    def __init__(self, path, sentences):
        seen = {}
        for s in sentences:
            for form, lemma, upos, xpos in zip(s.forms, s.lemmas, s.upos, s.xpos):
                if upos == "VERB" and form.isalpha():
                    counts = seen.setdefault((lemma, xpos), {})
                    counts[form.lower()] = counts.get(form.lower(), 0) + 1
        self.seen = {k: max(sorted(v), key=v.get) for k, v in seen.items()}
        self.lemmas, self.transitive, self.nouns, self.adjectives = set(), set(), set(), set()
        for row in rows_of(path):
            roles = {role.split(":")[0].strip() for role in (row["roles"] or "").split(";")}
            for alias in (row["aliases"] or "").split():
                lemma, _, kind = alias.rpartition("/")
                if not (lemma.isascii() and lemma.isalpha() and lemma.islower()):
                    continue
                {"v": self.lemmas, "n": self.nouns, "j": self.adjectives}.get(kind, set()).add(lemma)
                if kind == "v" and {"0", "1"} <= roles:
                    self.transitive.add(lemma)
        self.all = sorted(self.lemmas)
        self.all_transitive = sorted(self.transitive)

    def form(self, lemma, xpos):
        if (lemma, xpos) in self.seen:
            return self.seen[lemma, xpos]
        if xpos == "VBZ":
            if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
                return lemma + "es"
            return lemma[:-1] + "ies" if ends_in_consonant_y(lemma) else lemma + "s"
        if xpos == "VBG":
            if lemma.endswith("ie"):
                return lemma[:-2] + "ying"
            if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
                return lemma[:-1] + "ing"
            return doubled(lemma) + "ing"
        if xpos in ("VBD", "VBN"):
            other = "VBN" if xpos == "VBD" else "VBD"
            if self.seen.get((lemma, other), "").endswith("ed"):
                return self.seen[lemma, other]
            if lemma.endswith("e"):
                return lemma + "d"
            return lemma[:-1] + "ied" if ends_in_consonant_y(lemma) else doubled(lemma) + "ed"
        return lemma


def ends_in_consonant_y(lemma):
    return len(lemma) > 1 and lemma[-1] == "y" and lemma[-2] not in "aeiou"


def doubled(lemma):
    groups = sum(c in "aeiou" and (i == 0 or lemma[i - 1] not in "aeiou")
                 for i, c in enumerate(lemma))
    short = (groups == 1 and len(lemma) > 2 and lemma[-1] not in "aeiouwxy"
             and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou")
    return lemma + lemma[-1] if short else lemma


def lexicon_classes(world, verbs):
    """Lower-case word -> bit set over CLASSES."""
    masks = {}

    def add(words, name):
        for word in words:
            low = word.lower()
            masks[low] = masks.get(low, 0) | 1 << CLASSES.index(name)

    for xpos in ("VB", "VBZ", "VBD", "VBG", "VBN"):
        add((verbs.form(lemma, xpos) for lemma in verbs.all), xpos)
        add((verbs.form(lemma, xpos) for lemma in verbs.all_transitive), "transitive")
    add(verbs.nouns, "noun")
    add(verbs.adjectives, "adjective")
    add(world.states, "state")
    add(world.adjectives + world.demonyms, "demonym")
    add(world.capitals, "capital")
    add(world.person_words, "person")
    add(world.organisations, "organisation")
    add(world.name_parts, "part")
    return masks
