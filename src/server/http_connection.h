// One connection's bytes, with an end to patience: a request must be there within a time and a
// size, an answer taken within a time, however slowly the other side sends or reads.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

#include "server/http.h"

namespace entente {

class HttpConnection {
 public:
  // `open` turns false when the server stops. The socket is closed at the end.
  HttpConnection(int socket, const HttpLimits& limits, const std::function<bool()>& open);
  ~HttpConnection();
  HttpConnection(const HttpConnection&) = delete;
  HttpConnection& operator=(const HttpConnection&) = delete;

  // Waits for the first byte of a further request; false: the connection is over.
  bool await_request();
  // A body may follow, so large.
  void expect_body() { bytes_left_ += limits_.body_bytes_max; }
  // Bytes read or written, or -1 at the end of time, size or connection.
  long read(char* bytes, size_t size);
  long write(const char* bytes, size_t size);
  bool wait(short events) const;  // for poll's events, within the time

 private:
  using Clock = std::chrono::steady_clock;

  int socket_;
  const HttpLimits& limits_;
  const std::function<bool()>& open_;
  Clock::time_point end_;
  size_t bytes_left_ = 0;
  bool answering_ = false;
  std::array<char, 4096> read_;  // ahead: the library asks for single bytes
  size_t at_ = 0, filled_ = 0;
};

}  // namespace entente
