#!/usr/bin/python3
"""Turns a checkpoint of train.py into the model file that the program reads.

Weights become whole numbers within -63..63 with a scale a row (so that sums of two products of bytes fit
16 bits, and of eight products where the weights are made light), inputs become bytes.
src/documents/neural_model.cpp describes the file.
"""

import argparse
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
import torch
import torch.nn.functional as F

from lexicon import CLASSES, FIRST_NAME_CLASS
from network import Network
from treebank import read_treebank
from train import RELATIONS, ROOT, Batch, relation_row
from words import WordTable

VERSION = 2
LIMIT = 63
LIGHT = 128  # what eight weights may reach together on either side of zero
MASK = (1 << 64) - 1


def checksum(data):
    total = 0x9AE16A3B2F90404F
    words = struct.unpack(f"<{len(data) // 8}Q", data[:len(data) // 8 * 8])
    for value in words + tuple(data[len(data) // 8 * 8:]):
        total = (total ^ value) * 0x9E3779B97F4A7C15 & MASK
        total ^= total >> 29
    return total


def container(sections):
    table_end = 40 + 16 * len(sections)
    at = -(-table_end // 64) * 64
    table, body = b"", b"\0" * (at - table_end)
    for section in sections:
        table += struct.pack("<QQ", at, len(section))
        padded = section + b"\0" * (-len(section) % 64)
        body += padded
        at += len(padded)
    rest = table + body
    head = b"ENTENTE NEURAL \n" + struct.pack("<IIQQ", VERSION, len(sections), at, checksum(rest))
    return head + rest


def row_scales(weights, limit=LIMIT):
    """The scale of each row that loses least."""
    largest = np.abs(weights).max(1) + 1e-12
    best, error = largest / limit, np.full(len(weights), np.inf)
    for share in np.arange(1.0, 0.55, -0.05):
        scale = largest * share / limit
        rounded = np.clip(np.round(weights / scale[:, None]), -limit, limit) * scale[:, None]
        loss = ((rounded - weights) ** 2).sum(1)
        better = loss < error
        best[better], error[better] = scale[better], loss[better]
    return best


def swapped_pairs(whole, parts):
    """Of every sixteen weights the even pairs and then the odd ones, or back again."""
    rows, inner = whole.shape
    return whole.reshape(rows, inner // 16, *parts, 2).swapaxes(2, 3).reshape(rows, inner)


def lightened(whole):
    """Takes what eight weights have too much from them evenly: from about 4 weights in 100, and the trees
    are as good as before."""
    eights = swapped_pairs(whole, (4, 2)).reshape(-1, 8).copy()
    for sign in (1, -1):
        taken = np.zeros_like(eights)
        heavy = np.arange(len(eights))
        while True:
            heavy = heavy[np.maximum(eights[heavy] * sign, 0).sum(1) > LIGHT]
            if not len(heavy):
                break
            part = eights[heavy] * sign
            least = np.where(part > 0, taken[heavy] * 1000 - part, 10**9).argmin(1)
            eights[heavy, least] -= sign
            taken[heavy, least] += 1
    return swapped_pairs(eights.reshape(whole.shape), (2, 4))


def matrix(weights, bias, offset, scales=None, light=True):
    """weights [rows, inner] for inputs counted in steps; offset is the byte that stands for zero."""
    rows, inner = weights.shape
    scales = row_scales(weights) if scales is None else scales
    whole = np.clip(np.round(weights / scales[:, None]), -LIMIT, LIMIT).astype(np.int64)
    if light:
        whole = lightened(whole)
    biases = np.round(bias / scales).astype(np.int64) - offset * whole.sum(1)
    padding = -rows % 16
    whole = np.pad(whole, ((0, padding), (0, 0))).astype(np.int8)
    panels = whole.reshape(-1, 16, inner // 4, 4).transpose(0, 2, 1, 3)
    return (np.pad(biases, (0, padding)).astype("<i4").tobytes()
            + np.pad(scales, (0, padding)).astype("<f4").tobytes()
            + np.ascontiguousarray(panels).tobytes())


def table_sections(rows):
    scales = np.abs(rows).max(1) / 127 + 1e-12
    whole = np.clip(np.round(rows / scales[:, None]), -127, 127).astype(np.int8)
    return [scales.astype("<f4").tobytes(), whole.tobytes()]


def hash_sections(entries):
    slots = int(len(entries) / 0.85) + 1
    keys, values = np.zeros(slots, "<u4"), np.zeros(slots, "<u2")
    for key in sorted(entries):
        slot = key * slots >> 32
        while keys[slot]:
            slot = (slot + 1) % slots
        keys[slot], values[slot] = key, entries[key]
    return slots, [keys.tobytes(), values.tobytes()]


def merged_entries(state):
    entries = {}
    for part in ("masks", "affixes", "words"):  # of two with one key the later wins
        entries.update({k: v for k, v in state[part].items() if v})
    return entries


@torch.no_grad()
def ranges(network, sentences, table, tags):
    """The largest inputs and rectified outputs seen, which bytes must span."""
    network.eval()
    largest = {}

    def note(name, values):
        seen = values.abs().flatten(0, -2).max(0).values
        largest[name] = torch.maximum(largest.get(name, seen), seen)

    for begin in range(0, len(sentences), 64):
        part = sorted(sentences[begin:begin + 64], key=len, reverse=True)
        batch = Batch(part, table, tags)
        words, learnt, affixes, _ = batch.inputs
        flat = network.affixes(affixes.flatten(0, 1))
        x = torch.cat([network.word_vectors(words, learnt).flatten(0, 1), flat], 1)
        note("x", x[words.flatten() >= 0])
        _, top = network.encode(*batch.inputs, 0.0)
        real = torch.arange(len(top)).unsqueeze(1) < batch.lengths.unsqueeze(0)
        note("arc", F.relu(network.arc_dep(top[real])))
        note("label", F.relu(network.label_dep(top[real])))
    return {name: values.numpy() * 0.9 + 1e-3 for name, values in largest.items()}


def lstm_sections(layer, column_scale):
    sections = []
    for d in range(2):
        inputs = layer.input_weight[d].detach().numpy().T * column_scale
        recurrent = layer.weight[d].detach().numpy().T / 127
        scales = row_scales(np.concatenate([inputs, recurrent], 1))
        bias = layer.bias[d].detach().numpy()
        sections.append(matrix(inputs, bias, 128, scales))
        sections.append(matrix(recurrent, np.zeros_like(bias), 128, scales))
    return sections


def head_sections(network, spans):
    def of(linear):
        return linear.weight.detach().numpy() / 127, linear.bias.detach().numpy()

    def rectified(linear, span):  # outputs counted in 1/255 of their span
        weights, bias = of(linear)
        factor = 255 / span
        return matrix(weights * factor[:, None], bias * factor, 128)

    arc = network.arc_weight.detach().numpy().T * (spans["arc"] / 255)
    u = network.label_weight.detach().numpy()  # [labels, dependent, head]
    size = u.shape[1] - 1
    mix = u.transpose(0, 2, 1)  # [labels, head, dependent]
    mix = np.concatenate([mix[:, :size].reshape(-1, size + 1), mix[:, size]])
    tag_weights, tag_bias = of(network.tag)
    return [
        matrix(tag_weights, tag_bias, 128),
        rectified(network.arc_dep, spans["arc"]),
        matrix(*of(network.arc_head), 128),
        matrix(arc, network.arc_bias.detach().numpy(), 0),
        rectified(network.label_dep, spans["label"]),
        matrix(*of(network.label_head), 128),
        matrix(mix[:, :size] * (spans["label"] / 255), mix[:, size], 0, light=False),
    ]


def allowed_relations(sentences, tags):
    """[tags, relations], 1 where the treebanks have the relation with the tag's universal tag."""
    seen = {(upos, relation_row(relation))
            for s in sentences for upos, relation in zip(s.upos, s.relations)}
    return bytes((upos, row) in seen for upos, _ in tags for row in range(len(RELATIONS)))


def load(path):
    checkpoint = torch.load(path)
    network = Network(checkpoint["sizes"])
    network.load_state_dict(checkpoint["state"])
    table = WordTable({})
    for name, value in checkpoint["table"].items():
        setattr(table, name, value)
    tags = {tuple(pair): i for i, pair in enumerate(checkpoint["tags"])}
    return network, table, tags


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint")
    p.add_argument("-o", "--output", required=True)
    p.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    options = p.parse_args()
    torch.set_num_threads(1)
    network, table, tags = load(options.checkpoint)
    s = network.sizes
    ewt = read_treebank(options.data / "treebanks/en_ewt-train.conllu")
    gum = read_treebank(options.data / "treebanks/en_gum_free-train.conllu")
    spans = ranges(network, ewt[::25] + gum[::12], table, tags)
    slots, hashes = hash_sections(merged_entries(table.state()))
    sizes = [s["hidden"], s["layers"], s["word_size"], s["affix_size"], s["arc"], s["label"],
             s["word_rows"], s["affix_rows"], slots, len(CLASSES), FIRST_NAME_CLASS]
    sections = [struct.pack(f"<{len(sizes)}I", *sizes),
                "".join(f"{upos} {xpos}\n" for upos, xpos in tags).encode(),
                "".join(name + "\n" for name in RELATIONS).encode(),
                allowed_relations(ewt + gum, tags)] + hashes
    x = spans["x"]
    rows = network.word_table().detach().abs()
    # Words that the sample lacks must fit, too, save for a few outliers.
    common = torch.sort(rows, 0).values[int(0.998 * len(rows))].numpy()
    x[:s["word_size"]] = np.maximum(x[:s["word_size"]], common)
    words, affixes = network.word_table().detach().numpy(), network.affixes.weight.detach().numpy()
    sections += table_sections(words / x[:s["word_size"]])
    sections += table_sections(affixes / x[s["word_size"]:])
    sections.append(network.root.detach().numpy().astype("<f4").tobytes())
    for number, layer in enumerate(network.layers):
        sections += lstm_sections(layer, (x if number == 0 else 1.0) / 127)
    sections += head_sections(network, spans)
    data = container(sections)
    Path(options.output).write_bytes(data)
    print(f"{options.output}: {len(data)} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
