// Who may ask. A server on one's own machine can be reached by every page that one's browser shows:
// by name (DNS rebinding: a foreign name that leads to 127.0.0.1), by forms, by scripts. So the
// host must be this one, other origins are refused, and changes need a token that no page knows.
#pragma once

#include <string>
#include <vector>

#include "server/http.h"

namespace entente {

struct GuardOptions {
  std::vector<std::string> hosts;  // names of this server beside localhost and bare addresses
  std::string token;               // for changes; "" allows none
};

// Status 0: it may go on.
HttpAnswer refusal_of(const HttpRequest& request, const GuardOptions& options);

// "example.org" of "Example.org:8080", "::1" of "[::1]:8080"; "" for what is no host.
std::string host_name(std::string_view host);
bool is_address(std::string_view name);  // 127.0.0.1, ::1

}  // namespace entente
