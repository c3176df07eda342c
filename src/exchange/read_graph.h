// Networks in GEXF and GraphML.
#pragma once

#include "exchange/row_sink.h"

namespace entente {

Result<ImportSummary> import_graph(std::string_view bytes, const WorldBook& book, RowSink& sink);

}  // namespace entente
