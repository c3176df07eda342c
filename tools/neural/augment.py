"""Varies training sentences: other names, other verbs of the same form, other casing.

Trees stay as they are; only words change. Web text names few states and organisations and seldom as
agents, so without this "Turkey shot down a jet" reads like poultry.
"""

PLACE_CASES = {"in", "from", "at", "near"}


class Augmenter:
    def __init__(self, world, verbs, random, rates):
        self.world, self.verbs, self.random, self.rates = world, verbs, random, rates
        self.adjectives = {a.lower() for a in world.adjectives}
        self.plurals = {d.lower() for d in world.plural_demonyms}

    def vary(self, sentence):
        r = self.random
        out = sentence.copy()
        if r.random() < self.rates["names"]:
            self.swap_names(out)
        if r.random() < self.rates["verbs"]:
            self.swap_verbs(out)
        draw = r.random()
        if draw < 0.03:
            out.forms = [f.upper() for f in out.forms]
        elif draw < 0.06 and len(out) > 3:
            small = {"DET", "ADP", "CCONJ", "PART"}
            out.forms = [f if u in small and i else f[:1].upper() + f[1:]
                         for i, (f, u) in enumerate(zip(out.forms, out.upos))]
        elif draw < 0.075:
            out.forms = [f.lower() for f in out.forms]
        if r.random() < 0.03:
            drop_final_mark(out)
        return out

    def swap_names(self, s):
        proper = [u == "PROPN" and f[:1].isupper() for u, f in zip(s.upos, s.forms)]
        n = len(s)
        i = 0
        while i < n:
            low = s.forms[i].lower()
            if s.upos[i] == "ADJ" and low in self.adjectives:
                if self.random.random() < 0.5:
                    s.forms[i] = self.random.choice(self.world.adjectives)
            elif low in self.plurals and s.upos[i] in ("PROPN", "NOUN"):
                if self.random.random() < 0.5:
                    s.forms[i] = self.random.choice(self.world.plural_demonyms)
            elif proper[i]:
                end = i
                while end < n and proper[end]:
                    end += 1
                if self.random.random() < 0.5:
                    self.swap_span(s, i, end)
                i = end
                continue
            i += 1

    def swap_span(self, s, begin, end):
        choice, world = self.random.choice, self.world
        if end - begin == 2 and s.relations[begin + 1] == "flat" and s.heads[begin + 1] == begin + 1:
            s.forms[begin:end] = choice(world.people)
            return
        children = [j for j, h in enumerate(s.heads) if h == begin + 1]
        if end - begin != 1 or s.relations[begin] == "flat" or any(
                s.relations[j] in ("flat", "det", "compound", "nummod", "appos") for j in children):
            return
        if any(s.forms[j].lower() in PLACE_CASES for j in children):
            s.forms[begin] = choice(world.states if self.random.random() < 0.7 else world.capitals)
            return
        draw = self.random.random()
        s.forms[begin] = (choice(world.states) if draw < 0.5 else
                          choice(world.capitals) if draw < 0.65 else
                          choice(world.surnames) if draw < 0.85 else choice(world.organisations))

    def swap_verbs(self, s):
        for i in range(len(s)):
            if s.upos[i] != "VERB" or s.xpos[i] not in ("VB", "VBP", "VBZ", "VBD", "VBG", "VBN"):
                continue
            below = {s.relations[j] for j, h in enumerate(s.heads) if h == i + 1}
            if below & {"xcomp", "ccomp", "iobj", "compound:prt", "expl"} or s.relations[i] == "fixed":
                continue
            if self.random.random() > 0.3:
                continue
            takes_object = bool(below & {"obj", "nsubj:pass", "aux:pass"}) or s.xpos[i] == "VBN"
            lemma = self.random.choice(self.verbs.all_transitive if takes_object else self.verbs.all)
            form = self.verbs.form(lemma, s.xpos[i])
            s.forms[i] = form.capitalize() if s.forms[i][:1].isupper() else form


def drop_final_mark(s):
    last = len(s)
    if last > 2 and s.forms[-1] in (".", "!") and last not in s.heads:
        for column in (s.forms, s.lemmas, s.upos, s.xpos, s.heads, s.relations):
            column.pop()
