// Responses of web servers, as crawls keep them.
#pragma once

#include <string>
#include <string_view>

namespace entente {

struct HttpResponse {
  int status = 0;       // 0 where the bytes are no response
  std::string type;     // "text/html", lower case, without parameters
  std::string charset;  // "" where the server did not say
  std::string body;     // chunks joined, compression undone
  std::string fault;    // what was wrong with the body, as the rest of a sentence; "" if nothing
};

// `bytes_max` bounds the body; a longer one is cut, which is a fault.
HttpResponse read_http_response(std::string_view bytes, size_t bytes_max);

// Status and type alone, without unpacking the body.
HttpResponse read_http_head(std::string_view bytes);

// Whether a page, feed or plain text may be in a body of that type.
bool may_hold_article(std::string_view type);

}  // namespace entente
