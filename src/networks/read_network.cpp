// Tells the format by the first bytes, not by the file's name. Tested in networks_test.cpp.
#include "base/ascii.h"
#include "networks/graph_xml.h"
#include "networks/gzip.h"
#include "networks/networks.h"
#include "networks/table_reader.h"

namespace entente {

Result<SignedNetwork> read_network(std::string bytes, const std::string& name,
                                   const NetworkReading& options) {
  TieRows rows(name, options.arcs);
  if (is_gzip(bytes)) {
    Inflated inflated = inflate_gzip(bytes);
    if (!inflated.complete) {
      if (inflated.bytes.empty()) return Error{name + ": is a damaged gzip file; compress it anew"};
      rows.note("damaged", "the gzip file is damaged or cut short; what came before was used", 0);
    }
    bytes = std::move(inflated.bytes);
  }
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const bool xml = trim(text.substr(0, 256)).starts_with('<');
  const Result<Done> done = xml ? read_graph_xml(text, name, rows) : read_table(text, name, rows);
  if (!done) return Error{done.error()};
  bytes = {};
  return rows.finish();
}

}  // namespace entente
