"""Reads CoNLL-U into sentences of parallel lists; multiword-token and empty-node lines are skipped."""

from dataclasses import dataclass, field


@dataclass
class Sentence:
    id: str = ""
    forms: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    heads: list = field(default_factory=list)  # 0 is the root, words count from 1
    relations: list = field(default_factory=list)

    def __len__(self):
        return len(self.forms)

    def copy(self):
        return Sentence(self.id, list(self.forms), list(self.lemmas), list(self.upos),
                        list(self.xpos), list(self.heads), list(self.relations))


def read_treebank(path):
    sentences, sentence = [], Sentence()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if len(sentence):
                    sentences.append(sentence)
                sentence = Sentence()
            elif line.startswith("# sent_id = "):
                sentence.id = line[12:]
            elif line[0] != "#":
                columns = line.split("\t")
                if not columns[0].isdigit():
                    continue
                sentence.forms.append(columns[1].replace("\u00a0", " "))
                sentence.lemmas.append(columns[2])
                sentence.upos.append(columns[3])
                sentence.xpos.append(columns[4])
                sentence.heads.append(int(columns[6]))
                sentence.relations.append(columns[7])
    if len(sentence):
        sentences.append(sentence)
    return sentences
