// The description of an article in JSON-LD (schema.org), as web pages carry it in scripts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace entente {

struct LinkedArticle {
  std::string headline, author, publisher, body, url;
  std::optional<Date> published;
  bool found = false;  // an article is described
};

// Adds what the script says to `article`; fields that are filled stay. Broken JSON says nothing.
void read_json_ld(std::string_view script, LinkedArticle& article);

}  // namespace entente
