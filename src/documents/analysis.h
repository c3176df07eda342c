// Fills in what tokens are, once it is known where they are.
#pragma once

#include "documents/documents.h"

namespace entente {

// Tags, lemmas, features, heads and relations of all tokens of `document`, sentence by sentence.
void analyse(Document& document, const EnglishModel& model, Engine engine, bool states = false);

}  // namespace entente
