// GraphML (Brandes and others 2002) and GEXF 1.2/1.3, as Gephi, igraph and NetworkX write them.
// Tested in networks_test.cpp.
#pragma once

#include "networks/tie_rows.h"

namespace entente {

// Errors: not XML, neither of the two formats, or edges without sign and weight.
Result<Done> read_graph_xml(std::string_view text, const std::string& name, TieRows& rows);

}  // namespace entente
