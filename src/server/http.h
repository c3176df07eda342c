// HTTP as the rest of the server sees it: a request goes in, an answer comes out. Behind it stands
// cpp-httplib, and nothing else in the program knows of it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente {

struct HttpRequest {
  std::string method;
  std::string path;                                        // decoded
  std::vector<std::pair<std::string, std::string>> query;  // decoded
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  // "" where there is none; of several the first.
  std::string_view header(std::string_view name) const;
  size_t header_count(std::string_view name) const;
};

struct HttpAnswer {
  int status = 200;
  std::string type = {};                         // of the content
  std::shared_ptr<const std::string> body = {};  // shared with whoever keeps it; null is empty
  std::vector<std::pair<std::string, std::string>> headers = {};
};

// What a client may take of the server.
struct HttpLimits {
  size_t connections_max = 32;        // served at once; as many wait
  size_t head_bytes_max = 16u << 10;  // request line and headers
  size_t body_bytes_max = 32u << 20;  // of what is posted
  int request_ms_max = 10'000;        // until a request is there as a whole
  int answer_ms_max = 30'000;         // until its answer is taken
  int idle_ms_max = 3'000;            // between two requests of a connection
  size_t requests_each_max = 1'000;   // of a connection
};

using HttpHandler = std::function<HttpAnswer(const HttpRequest&)>;

class HttpServer {
 public:
  // Port 0 takes a free one. `refuse` sees each request before its body is read; an answer with
  // another status than 0 ends it. Both are called on many threads at once. Errors name address and
  // remedy.
  static Result<std::unique_ptr<HttpServer>> bind(const std::string& host, int port,
                                                  const HttpLimits& limits, HttpHandler refuse,
                                                  HttpHandler answer);
  virtual ~HttpServer() = default;
  virtual int port() const = 0;
  virtual void run() = 0;   // serves until stop() is called
  virtual void stop() = 0;  // from any thread
};

}  // namespace entente
