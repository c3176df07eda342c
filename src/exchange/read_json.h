// Events and networks in JSON: our own, and PLOVER's.
#pragma once

#include "exchange/row_sink.h"

namespace entente {

// JSON Lines or one array of events, or one network. An error where it is neither.
Result<ImportSummary> import_json(std::string_view bytes, const WorldBook& book,
                                  const ImportOptions& options, RowSink& sink);

}  // namespace entente
