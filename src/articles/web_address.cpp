// What the address of an article says of it. Numbers of 8, 12 or 14 digits that begin as a date are
// dates with a running number. Tested by web_address_test.cpp.
#include "articles/web_address.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "articles/articles.h"
#include "articles/words.h"
#include "articles/written_dates.h"
#include "base/ascii.h"
#include "base/calendar.h"
#include "base/one_of.h"

extern "C" const char entente_outlet_hosts[];
extern "C" const char entente_outlet_hosts_end[];

namespace entente {
namespace {

std::string_view path_of(std::string_view url) {
  const size_t scheme = url.find("://");
  const size_t begin = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (begin == std::string_view::npos) return {};
  return url.substr(begin, url.find_first_of("?#", begin) - begin);
}

// The outlet of `host` in the table, or "". Lines: host, tab, outlet.
std::string_view listed_outlet(std::string_view host) {
  std::string_view table(entente_outlet_hosts,
                         static_cast<size_t>(entente_outlet_hosts_end - entente_outlet_hosts));
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    const size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(0, tab) == host) return line.substr(tab + 1);
    table.remove_prefix(std::min(table.size(), line.size() + 1));
  }
  return {};
}

// The table's outlet for the host or for what it is a part of: "edition.cnn.com" -> "cnn.com".
std::string_view outlet_of_host(std::string_view host) {
  while (host.find('.') != std::string_view::npos) {
    if (const std::string_view outlet = listed_outlet(host); !outlet.empty()) return outlet;
    host.remove_prefix(host.find('.') + 1);
  }
  return {};
}

// The label that names the site: "batimes" in "www.batimes.com.ar".
std::string_view site_label(std::string_view host) {
  const std::vector<std::string_view> labels = split(host, '.');
  if (labels.size() < 2) return host;
  constexpr std::array<std::string_view, 7> kSecond = {"com", "co", "org", "net",
                                                       "gov", "ac", "edu"};
  size_t index = labels.size() - 2;
  const bool country = labels.back().size() == 2;
  if (country && index > 0 &&
      std::find(kSecond.begin(), kSecond.end(), labels[index]) != kSecond.end()) {
    --index;
  }
  return labels[index];
}

std::string capitalised(std::string_view word) {
  std::string result(word);
  if (result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 32);
  return result;
}

// The label as the fewest listed words of at least three letters, or "".
std::string words_of_label(std::string_view label) {
  constexpr int kNone = std::numeric_limits<int>::max();
  if (label.size() > 40 || label.size() < 6) return "";
  std::vector<int> count(label.size() + 1, kNone);
  std::vector<size_t> from(label.size() + 1, 0);
  count[0] = 0;
  for (size_t end = 1; end <= label.size(); ++end) {
    for (size_t begin = 0; begin + 3 <= end; ++begin) {
      if (count[begin] == kNone || count[begin] + 1 >= count[end]) continue;
      if (!is_listed_word(label.substr(begin, end - begin))) continue;
      count[end] = count[begin] + 1;
      from[end] = begin;
    }
  }
  if (count[label.size()] == kNone || count[label.size()] > 4) return "";
  std::string name;
  for (size_t end = label.size(); end > 0; end = from[end]) {
    const std::string word = capitalised(label.substr(from[end], end - from[end]));
    name = name.empty() ? word : word + " " + name;
  }
  return name;
}

std::optional<Date> date_of(int year, int month, int day) {
  if (year < 1900 || year > 2099) return std::nullopt;
  const Date date{static_cast<int16_t>(year), static_cast<uint8_t>(month),
                  static_cast<uint8_t>(day)};
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && is_valid(date) ? std::optional(date)
                                                                              : std::nullopt;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number_of(std::string_view text) {
  return all_digits(text) && text.size() <= 8 ? std::stoi(std::string(text)) : -1;
}

// 2021-05-18, 20210518 or 18-05-2021 at the beginning of one part of the path.
std::optional<Date> date_of_part(std::string_view part) {
  if (part.size() >= 10 && part[4] == '-' && part[7] == '-') {
    return date_of(number_of(part.substr(0, 4)), number_of(part.substr(5, 2)),
                   number_of(part.substr(8, 2)));
  }
  if (part.size() >= 10 && part[2] == '-' && part[5] == '-' && number_of(part.substr(3, 2)) <= 12) {
    return date_of(number_of(part.substr(6, 4)), number_of(part.substr(3, 2)),
                   number_of(part.substr(0, 2)));
  }
  const size_t digits = std::min(part.find_first_not_of("0123456789"), part.size());
  if (digits != 8 && digits != 12 && digits != 14) return std::nullopt;  // with time or number
  return date_of(number_of(part.substr(0, 4)), number_of(part.substr(4, 2)),
                 number_of(part.substr(6, 2)));
}

// /2021/05/18/, /2021/may/18/ or /18/05/2021/
std::optional<Date> date_of_three(std::string_view a, std::string_view b, std::string_view c) {
  const int month = all_digits(b) ? number_of(b) : month_number(b);
  if (a.size() == 4 && c.size() <= 2) return date_of(number_of(a), month, number_of(c));
  if (c.size() == 4 && a.size() <= 2) return date_of(number_of(c), month, number_of(a));
  return std::nullopt;
}

}  // namespace

bool is_web_address(std::string_view line) {
  const std::string low = lower(line.substr(0, 8));
  if (!low.starts_with("http://") && !low.starts_with("https://")) return false;
  return line.size() < 2048 && line.find_first_of(" \t<>\"") == std::string_view::npos &&
         host_of(line).find('.') != std::string::npos;
}

std::string host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const size_t user = url.rfind('@'); user != std::string_view::npos)
    url.remove_prefix(user + 1);
  std::string host = lower(url.substr(0, url.find(':')));
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::string country_of_address(std::string_view url) {
  const std::string host = host_of(url);
  const size_t dot = host.rfind('.');
  std::string label = dot == std::string::npos ? "" : host.substr(dot + 1);
  const bool sold = one_of(
      label, {"ai", "am", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "to", "tv", "ws"});
  const bool letters = std::ranges::all_of(label, [](char c) { return c >= 'a' && c <= 'z'; });
  if (label.size() != 2 || !letters || sold) return "";
  if (label == "uk") return "GB";
  for (char& letter : label) letter = static_cast<char>(letter - 'a' + 'A');
  return label;
}

std::string outlet_of(std::string_view url) {
  const std::string host = host_of(url);
  if (host.empty()) return "";
  if (const std::string_view listed = outlet_of_host(host); !listed.empty()) {
    return std::string(listed);
  }
  const std::string words = words_of_label(site_label(host));
  return words.empty() ? host : words;
}

std::optional<Date> date_of_address(std::string_view url) {
  const std::vector<std::string_view> parts = split(path_of(url), '/');
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i + 2 < parts.size()) {
      if (const auto date = date_of_three(parts[i], parts[i + 1], parts[i + 2])) return date;
    }
    if (const auto date = date_of_part(parts[i])) return date;
  }
  const size_t query = url.find('?');
  if (query == std::string_view::npos) return std::nullopt;
  for (const std::string_view field : split(url.substr(query + 1), '&')) {
    if (const auto date = date_of_part(field.substr(field.find('=') + 1))) return date;
  }
  return std::nullopt;
}

int year_of_address(std::string_view url) {
  const std::vector<std::string_view> parts = split(path_of(url), '/');
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    const int year = parts[i].size() == 4 ? number_of(parts[i]) : -1;
    const int month = parts[i + 1].size() <= 2 ? number_of(parts[i + 1]) : -1;
    if (year >= 1900 && year <= 2099 && month >= 1 && month <= 12) return year;
  }
  return 0;
}

}  // namespace entente
