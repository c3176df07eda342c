// Actors as other people code and name them -> actors of the world book.
#pragma once

#include <string>
#include <string_view>

#include "exchange/codes.h"
#include "exchange/exchange.h"

namespace entente {

// Remembers what it has found, as the same actors come again and again.
class CodedActors {
 public:
  // `book` must outlive it.
  explicit CodedActors(const WorldBook& book) : book_(book) {}

  // CAMEO, as TABARI, PETRARCH, GDELT and Phoenix write it: "USAGOV", "IGOEUREEC", "AFGINSTAL".
  // `name` is what the text said, "" where that is not known.
  Actor cameo(std::string_view code, std::string_view name);
  // A name, the country that it belongs to ("Bangladesh", "BGD" or ""), and sectors of ICEWS or
  // PLOVER, with commas between them.
  Actor named(std::string_view name, std::string_view country, std::string_view sectors);
  // A state of Correlates of War on a date ({} for today's), by number or abbreviation; `name`
  // where both are unknown.
  Actor cow(std::string_view code, Date date, std::string_view name = "");
  // A name as a person would write it, or a code of the world book.
  Actor plain(std::string_view name);
  // A node of one of our own files.
  Actor node(std::string_view node);

 private:
  Actor find_cameo_actor(std::string_view code, std::string_view name) const;
  Actor find_cow(std::string_view code, Date date, std::string_view name) const;
  Actor find_named(std::string_view name, std::string_view country, std::string_view sectors) const;
  Actor state(std::string_view node, std::string_view sector, std::string_view name) const;
  std::optional<Actor> by_node(std::string_view node) const;

  const WorldBook& book_;
  ByText<Actor> found_;
};

// The first of `sectors` (with commas between them) that PLOVER has; "".
std::string sector_of(std::string_view sectors);

}  // namespace entente
