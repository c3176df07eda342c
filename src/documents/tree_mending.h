// Errors that the engines make again and again, taken back.
#pragma once

#include "documents/documents.h"
#include "documents/lemmatizer.h"

namespace entente {

// Tags, lemmas and arcs of one sentence, before features are added: each rule below holds in the
// treebanks nearly without exception, and an engine breaks it often.
void mend_tree(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer);

// Agents of passives; asks for features.
void mark_agents(Document& document, const Sentence& sentence);

}  // namespace entente
