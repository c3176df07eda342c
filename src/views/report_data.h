// What the report's script reads: the whole system as one JSON object.
#pragma once

#include <string>

#include "views/views.h"

namespace entente {

// Enough for any reader; beyond, the page would only become slow.
inline constexpr size_t kTensionsMax = 200;
inline constexpr size_t kContestedMax = 12;
inline constexpr size_t kImpliedMax = 100;

// JSON that may stand inside a <script> element: no "<", ">", "&", U+2028 or U+2029 in it.
std::string report_data(const System& system, std::string_view title);
// The same with `events` as an object that holds a list for each field: packs a quarter smaller.
std::string report_columns(const System& system, std::string_view title);

}  // namespace entente
