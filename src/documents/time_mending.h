// Months and weekdays that the engines take for parts of names.
#pragma once

#include "documents/documents.h"
#include "documents/lemmatizer.h"

namespace entente {

// "In March Turkey sent", "criticized Turkey Tuesday": when, and nobody's name.
void mend_times(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer);

}  // namespace entente
