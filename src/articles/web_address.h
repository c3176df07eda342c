// What the address of an article says of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace entente {

// Whether `line` is an http(s) address and nothing else.
bool is_web_address(std::string_view line);

// "www.Example.com:80/a" -> "example.com"; "" where there is no host.
std::string host_of(std::string_view url);

// The outlet by data/outlet_hosts.tsv, else by the words in the host's name ("saudigazette" ->
// "Saudi Gazette"), else the host itself.
std::string outlet_of(std::string_view url);

// A date in the path or query: /2021/05/18/, /2021-05-18/, /20210518/, /202105181030.html,
// ?id=20210518, /18/05/2021/, /2021/may/18/.
std::optional<Date> date_of_address(std::string_view url);
// The year of /2021/05/, or 0.
int year_of_address(std::string_view url);

}  // namespace entente
