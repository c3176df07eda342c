// Headlines that the engines, raised on whole sentences, take for heaps of nouns.
#pragma once

#include "documents/documents.h"
#include "documents/lemmatizer.h"

namespace entente {

// "Japan, Philippines sign pact", "Poland arms Ukraine", "Germany to supply tanks": of a sentence
// that begins with names and ends without a stop.
void mend_headline(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer);

}  // namespace entente
