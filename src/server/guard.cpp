// Tested in guard_test.cpp.
#include "server/guard.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.h"

namespace entente {

namespace {

HttpAnswer refuse(int status, std::string_view why) {
  return {status, "text/plain; charset=utf-8",
          std::make_shared<const std::string>(fmt::format("{}\n", why))};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_own_host(const HttpRequest& request, const GuardOptions& options) {
  if (request.header_count("Host") != 1) return false;
  const std::string name = host_name(request.header("Host"));
  if (name == "localhost" || is_address(name)) return true;
  return std::ranges::any_of(options.hosts,
                             [&](const std::string& host) { return lower(host) == name; });
}

bool is_own_origin(const HttpRequest& request) {
  if (request.header_count("Origin") == 0) return true;
  const std::string host(request.header("Host"));
  const std::string origin = lower(request.header("Origin"));
  return request.header_count("Origin") == 1 &&
         (origin == "http://" + lower(host) || origin == "https://" + lower(host));
}

// Browsers say where a request comes from. Somebody who follows a link may come from anywhere.
bool comes_from_elsewhere(const HttpRequest& request) {
  const std::string_view site = request.header("Sec-Fetch-Site");
  if (site.empty() || site == "same-origin" || site == "none") return false;
  return request.header("Sec-Fetch-Mode") != "navigate" ||
         request.header("Sec-Fetch-Dest") != "document";
}

// In a time that does not tell how much of it is right.
bool same(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned char>(a[i]) ^
                  static_cast<unsigned char>(b.empty() ? 0 : b[i % b.size()]);
  return difference == 0;
}

HttpAnswer refuse_change(const HttpRequest& request, const GuardOptions& options) {
  if (options.token.empty())
    return refuse(403, "This server only shows. Start it with --edit to let it take articles.");
  const std::string_view given = request.header("Authorization");
  constexpr std::string_view kBearer = "Bearer ";
  if (given.starts_with(kBearer) && same(given.substr(kBearer.size()), options.token))
    return {.status = 0};
  HttpAnswer answer = refuse(401,
                             "Changes need the token that the server printed at its start: "
                             "Authorization: Bearer TOKEN");
  answer.headers.emplace_back("WWW-Authenticate", "Bearer");
  return answer;
}

}  // namespace

std::string host_name(std::string_view host) {
  if (host.starts_with('[')) {
    const size_t end = host.find(']');
    return end == std::string_view::npos ? "" : lower(host.substr(1, end - 1));
  }
  std::string name = lower(host.substr(0, host.find(':')));
  if (name.ends_with('.')) name.pop_back();
  return name;
}

bool is_address(std::string_view name) {
  if (name.find(':') != std::string_view::npos) {
    return std::ranges::all_of(
        name, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || c == ':' || c == '.'; });
  }
  const auto parts = split(name, '.');
  return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
           return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, is_digit);
         });
}

HttpAnswer refusal_of(const HttpRequest& request, const GuardOptions& options) {
  if (!is_own_host(request, options)) {
    return refuse(421,
                  "This server does not answer to that name. Ask for localhost, or start it with "
                  "--name for the name it has.");
  }
  if (!is_own_origin(request) || comes_from_elsewhere(request))
    return refuse(403, "Pages of other sites may not ask this server.");
  if (request.method == "POST") return refuse_change(request, options);
  if (request.method == "GET" || request.method == "HEAD") return {.status = 0};
  HttpAnswer answer = refuse(405, "Only GET, HEAD and, for changes, POST are answered.");
  answer.headers.emplace_back("Allow", "GET, HEAD, POST");
  return answer;
}

}  // namespace entente
