#!/usr/bin/python3
"""Writes the forms of PropBank's and of irregular verbs, for entente_train --lemmas: lines of form,
Penn tag and lemma.
"""

import argparse
from pathlib import Path

from lexicon import Verbs
from treebank import read_treebank

# Base, past and participle where "-ed" would be wrong.
IRREGULAR = """
abide abode abided; arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten;
become became become; befall befell befallen; beget begot begotten; begin began begun;
behold beheld beheld; bend bent bent; beset beset beset; bet bet bet; bid bid bid;
bind bound bound; bite bit bitten; bleed bled bled; blow blew blown; break broke broken;
breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built;
burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen;
cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut;
deal dealt dealt; dig dug dug; do did done; draw drew drawn; drink drank drunk;
drive drove driven; eat ate eaten; fall fell fallen; feed fed fed; feel felt felt;
fight fought fought; find found found; flee fled fled; fling flung flung; fly flew flown;
forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone;
forsake forsook forsaken; freeze froze frozen; get got got; give gave given; go went gone;
grind ground ground; grow grew grown; hang hung hung; have had had; hear heard heard;
hide hid hidden; hit hit hit; hold held held; hurt hurt hurt; keep kept kept; know knew known;
lay laid laid; lead led led; leave left left; lend lent lent; let let let; lie lay lain;
light lit lit; lose lost lost; make made made; mean meant meant; meet met met;
mislead misled misled; mistake mistook mistaken; misunderstand misunderstood misunderstood;
offset offset offset; outdo outdid outdone; outgrow outgrew outgrown; overcome overcame overcome;
overdo overdid overdone; override overrode overridden; overrun overran overrun;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
partake partook partaken; pay paid paid; prove proved proven; put put put; quit quit quit;
read read read; rebuild rebuilt rebuilt; redo redid redone; rend rent rent; repay repaid repaid;
resell resold resold; retake retook retaken; rewrite rewrote rewritten; rid rid rid;
ride rode ridden; ring rang rung; rise rose risen; run ran run; say said said; see saw seen;
seek sought sought; sell sold sold; send sent sent; set set set; sew sewed sewn;
shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat;
slay slew slain; sleep slept slept; slide slid slid; sling slung slung; slit slit slit;
sow sowed sown; speak spoke spoken; spend spent spent; spin spun spun; split split split;
spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stink stank stunk; stride strode stridden;
strike struck struck; string strung strung; strive strove striven; swear swore sworn;
sweep swept swept; swell swelled swollen; swim swam swum; swing swung swung; take took taken;
teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown;
thrust thrust thrust; tread trod trodden; undercut undercut undercut; undergo underwent undergone;
understand understood understood; undertake undertook undertaken;
underwrite underwrote underwritten; undo undid undone; unwind unwound unwound;
uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; weave wove woven;
weep wept wept; win won won; wind wound wound; withdraw withdrew withdrawn;
withhold withheld withheld; withstand withstood withstood; wring wrung wrung; write wrote written
"""
DOUBLED = set("""admit allot commit compel concur confer control defer deter dispel embed emit equip
excel expel impel incur infer instal occur omit patrol permit prefer propel rebel rebut recur refer
regret remit repel submit transfer transmit""".split())


def form_of(verbs, irregular, lemma, xpos):
    if lemma in irregular and xpos in ("VBD", "VBN"):
        return irregular[lemma][xpos == "VBN"]
    if xpos in ("VBD", "VBN", "VBG"):
        extra = lemma[-1] if lemma in DOUBLED else "k" if lemma.endswith("ic") else ""
        if extra:
            return lemma + extra + ("ing" if xpos == "VBG" else "ed")
    return verbs.form(lemma, xpos)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, required=True)
    options = p.parse_args()
    banks = options.data / "treebanks"
    sentences = [s for name in ("en_ewt", "en_gum_free")
                 for s in read_treebank(banks / f"{name}-train.conllu")]
    verbs = Verbs(options.data / "facts/propbank_rolesets.tsv", sentences)
    irregular = {base: (past, participle) for base, past, participle in
                 (row.split() for row in IRREGULAR.split(";"))}
    for lemma in sorted(set(verbs.all) | set(irregular)):
        for xpos in ("VB", "VBP", "VBZ", "VBD", "VBG", "VBN"):
            print(form_of(verbs, irregular, lemma, xpos), xpos, lemma, sep="\t")


if __name__ == "__main__":
    main()
