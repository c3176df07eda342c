// Tested in clickhouse_address_test.cpp.
#include "store/clickhouse_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "base/ascii.h"

namespace entente {

namespace {

constexpr std::string_view kPlain[] = {"clickhouse://", "http://", "clickhouse+http://"};
constexpr std::string_view kSecure[] = {"https://", "clickhouse+https://", "clickhouses://"};

// Removes the prefix.
bool take(std::string_view& address, std::string_view prefix) {
  if (!address.starts_with(prefix)) return false;
  address.remove_prefix(prefix.size());
  return true;
}

Error malformed(std::string_view why) {
  return Error{fmt::format(
      "The address of the store {}. Write --store clickhouse://host:8123/database, with https:// "
      "instead where the server speaks TLS.",
      why)};
}

bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
                              "WXYZ0123456789_") == std::string_view::npos;
}

// Whatever could end the host's place in a URL.
bool is_host(std::string_view text) {
  return !text.empty() && text.find_first_of(" @/?#\\'\"<>") == std::string_view::npos;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

void read_credentials(ClickHouseAddress& address) {
  address.user = variable("ENTENTE_CLICKHOUSE_USER");
  address.password = variable("ENTENTE_CLICKHOUSE_PASSWORD");
  if (!address.user.empty()) return;
  std::string path = variable("ENTENTE_CLICKHOUSE_CONFIG");
  if (path.empty()) path = variable("HOME") + "/.config/entente/clickhouse";
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t mark = line.find('=');
    if (mark == std::string::npos) continue;
    const std::string_view name = trim(std::string_view(line).substr(0, mark));
    const std::string value(trim(std::string_view(line).substr(mark + 1)));
    if (name == "user") address.user = value;
    if (name == "password") address.password = value;
  }
}

}  // namespace

std::string ClickHouseAddress::url(size_t host) const {
  return (tls ? "https://" : "http://") + hosts[host];
}

bool is_clickhouse_address(std::string_view address) {
  const auto begins = [&](std::string_view prefix) { return address.starts_with(prefix); };
  return std::ranges::any_of(kPlain, begins) || std::ranges::any_of(kSecure, begins);
}

Result<ClickHouseAddress> read_clickhouse_address(std::string_view text) {
  ClickHouseAddress address;
  for (const std::string_view prefix : kSecure) address.tls = address.tls || take(text, prefix);
  if (!address.tls)
    for (const std::string_view prefix : kPlain)
      if (take(text, prefix)) break;
  if (text.find('@') != std::string_view::npos) {
    return Error{
        "The address of the store holds a user or password, which others could see. Put them into "
        "ENTENTE_CLICKHOUSE_USER and ENTENTE_CLICKHOUSE_PASSWORD, or into "
        "~/.config/entente/clickhouse (lines user=NAME and password=WORD)."};
  }
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return malformed("names no database");
  for (const std::string_view host : split(text.substr(0, slash), ',')) {
    if (!is_host(host)) return malformed("names no host");
    const bool port = host.find(':') != std::string_view::npos;
    address.hosts.push_back(std::string(host) + (port ? "" : address.tls ? ":8443" : ":8123"));
  }
  text.remove_prefix(slash + 1);
  const size_t mark = text.find('?');
  address.database = text.substr(0, mark);
  if (!is_name(address.database)) return malformed("names no database of letters and figures");
  if (mark != std::string_view::npos) {
    for (const std::string_view option : split(text.substr(mark + 1), '&')) {
      if (option == "replicated" || option == "replicated=1") {
        address.replicated = true;
      } else if (option.starts_with("cluster=") && is_name(option.substr(8))) {
        address.cluster = option.substr(8);
      } else {
        return malformed("has an option that is neither cluster=NAME nor replicated");
      }
    }
  }
  if (address.cluster.empty() && (address.hosts.size() > 1 || address.replicated))
    return malformed("names several hosts or replicas without their cluster (?cluster=NAME)");
  read_credentials(address);
  return address;
}

}  // namespace entente
