// Tested in http_test.cpp.
#include "server/http_connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace entente {

namespace {

constexpr int kSlice_ms = 100;  // how soon a stop is seen

}  // namespace

HttpConnection::HttpConnection(int socket, const HttpLimits& limits,
                               const std::function<bool()>& open)
    : socket_(socket), limits_(limits), open_(open), end_(Clock::now()) {}

HttpConnection::~HttpConnection() {
  shutdown(socket_, SHUT_RDWR);
  close(socket_);
}

bool HttpConnection::wait(short events) const {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(end_ - Clock::now()).count();
    if (left <= 0 || !open_()) return false;
    pollfd waited{socket_, events, 0};
    const int ready = poll(&waited, 1, static_cast<int>(std::min<long>(left, kSlice_ms)));
    if (ready > 0) return (waited.revents & events) != 0;
    if (ready < 0 && errno != EINTR) return false;
  }
}

bool HttpConnection::await_request() {
  end_ = Clock::now() + std::chrono::milliseconds(limits_.idle_ms_max);
  if (at_ == filled_ && !wait(POLLIN)) return false;
  end_ = Clock::now() + std::chrono::milliseconds(limits_.request_ms_max);
  bytes_left_ = limits_.head_bytes_max;
  answering_ = false;
  return true;
}

long HttpConnection::read(char* bytes, size_t size) {
  if (bytes_left_ == 0) return -1;
  if (at_ == filled_) {
    if (!wait(POLLIN)) return -1;
    const ssize_t got = recv(socket_, read_.data(), read_.size(), 0);
    if (got <= 0) return got;
    at_ = 0;
    filled_ = static_cast<size_t>(got);
  }
  const size_t taken = std::min({size, bytes_left_, filled_ - at_});
  std::copy_n(read_.data() + at_, taken, bytes);
  at_ += taken;
  bytes_left_ -= taken;
  return static_cast<long>(taken);
}

long HttpConnection::write(const char* bytes, size_t size) {
  if (!answering_) end_ = Clock::now() + std::chrono::milliseconds(limits_.answer_ms_max);
  answering_ = true;
  if (!wait(POLLOUT)) return -1;
  return send(socket_, bytes, size, MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace entente
