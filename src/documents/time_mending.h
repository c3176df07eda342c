// Months and weekdays that the engines take for parts of names.
#pragma once

#include <string_view>

#include "documents/documents.h"
#include "documents/lemmatizer.h"

namespace entente {

// "In March Turkey sent", "criticized Turkey Tuesday": when, and nobody's name.
void mend_times(Document& document, const Sentence& sentence, const Lemmatizer& lemmatizer);

// In lower case.
bool is_month(std::string_view word);
bool is_weekday(std::string_view word);

}  // namespace entente
