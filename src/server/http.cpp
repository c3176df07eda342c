// The one place that knows cpp-httplib (0.11). The library parses and writes HTTP; what it leaves
// open is closed here: the number of connections, and how long and how large a request may be
// (http_connection.h). Ranges and uploads in parts are not served. Tested in http_test.cpp.
#include "server/http.h"

#include <fmt/format.h>
#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>

#include "base/ascii.h"
#include "server/http_connection.h"

namespace entente {

namespace {

// Threads for connections; the one that accepts waits where all are busy and as many wait.
class BoundedQueue : public httplib::TaskQueue {
 public:
  explicit BoundedQueue(size_t most) : most_(most) {
    for (size_t i = 0; i < most; ++i) threads_.emplace_back([this] { work(); });
  }

  void enqueue(std::function<void()> task) override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < most_ || over_; });
    waiting_.push_back(std::move(task));
    changed_.notify_all();
  }

  void shutdown() override {
    {
      const std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void work() {
    while (true) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !waiting_.empty() || over_; });
        if (waiting_.empty()) return;
        task = std::move(waiting_.front());
        waiting_.pop_front();
      }
      changed_.notify_all();
      task();
    }
  }

  size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
};

class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(HttpConnection& connection) : connection_(connection) {}
  bool is_readable() const override { return connection_.wait(POLLIN); }
  bool is_writable() const override { return connection_.wait(POLLOUT); }
  ssize_t read(char* bytes, size_t size) override { return connection_.read(bytes, size); }
  ssize_t write(const char* bytes, size_t size) override { return connection_.write(bytes, size); }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  HttpConnection& connection_;
};

HttpRequest request_of(const httplib::Request& from) {
  HttpRequest request{from.method, from.path, {}, {}, from.body};
  request.query.assign(from.params.begin(), from.params.end());
  request.headers.assign(from.headers.begin(), from.headers.end());
  return request;
}

void put_answer(const HttpAnswer& answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (!answer.body || answer.body->empty()) return;
  // A body handed over as a whole would be copied, and packed for each request anew.
  response.set_content_provider(
      answer.body->size(), answer.type,
      [body = answer.body](size_t offset, size_t length, httplib::DataSink& sink) {
        return sink.write(body->data() + offset, length);
      });
}

bool has_body(const httplib::Request& request) {
  return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

constexpr int kWaitingMax = 128;

// For what the library refuses itself.
std::string_view words_for(int status) {
  switch (status) {
    case 413: return "The body is too large.\n";
    case 414: return "The address is too long.\n";
    case 416: return "Parts of an answer are not served.\n";
    default: return "This is no request that can be answered.\n";
  }
}

// What the handlers, which see no connection, tell the loop that reads its requests.
thread_local HttpConnection* current_connection = nullptr;
thread_local bool ends_connection = false;

class Server : public HttpServer, private httplib::Server {
 public:
  Server(const HttpLimits& limits, HttpHandler refuse, HttpHandler answer)
      : limits_(limits), refuse_(std::move(refuse)), answer_(std::move(answer)) {
    new_task_queue = [this] { return new BoundedQueue(limits_.connections_max); };
    set_payload_max_length(limits.body_bytes_max);
    // What it tells clients; that it is so is up to HttpConnection.
    set_keep_alive_max_count(limits.requests_each_max);
    set_keep_alive_timeout(limits.idle_ms_max / 1000);
    // Headers and body are two writes: the second must not wait for the first to be confirmed,
    // which clients put off for 40 ms.
    set_tcp_nodelay(true);
    // The library lets two programs listen at one port.
    set_socket_options([](socket_t socket) {
      const int on = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return route(request, response);
    });
    Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
      put_answer(guarded(answer_, request), response);
    });
    // On every answer, the library's own among them.
    set_default_headers({{"X-Content-Type-Options", "nosniff"},
                         {"X-Frame-Options", "DENY"},
                         {"Referrer-Policy", "no-referrer"},
                         {"Cross-Origin-Opener-Policy", "same-origin"},
                         {"Cross-Origin-Resource-Policy", "same-origin"}});
    // Errors of the library itself (400, 413, 414) get a word, too.
    set_error_handler(Handler([](const httplib::Request&, httplib::Response& response) {
      if (response.body.empty() && response.content_length_ == 0)
        response.set_content(std::string(words_for(response.status)), "text/plain");
    }));
  }

  Result<Done> bind_to(const std::string& host, int port) {
    errno = 0;
    port_ = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    // The library lets five wait to be accepted.
    if (port_ > 0 && ::listen(svr_sock_, kWaitingMax) == 0) return Done{};
    const int code = errno;
    if (code == EADDRINUSE) {
      return Error{
          fmt::format("Port {} of {} is taken by another program. Choose another with "
                      "--port, or 0 for any that is free.",
                      port, host)};
    }
    if (code == EACCES) {
      return Error{
          fmt::format("Port {} may not be used without the rights of an administrator. "
                      "Choose one above 1023 with --port.",
                      port)};
    }
    return Error{
        fmt::format("{} is no address of this machine to serve at{}. Choose another with "
                    "--host.",
                    host, code == 0 ? "" : fmt::format(" ({})", std::strerror(code)))};
  }

  int port() const override { return port_; }
  void run() override {
    started_ = true;
    if (!stopped_) listen_after_bind();
    ended_ = true;
  }
  // The library forgets a stop that comes before it listens.
  void stop() override {
    stopped_ = true;
    while (started_ && !is_running() && !ended_)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    httplib::Server::stop();
  }

 private:
  HandlerResponse route(const httplib::Request& request, httplib::Response& response) {
    // The request is not const where it lives; parts of an answer are not served.
    const_cast<httplib::Request&>(request).ranges.clear();
    const HttpAnswer refusal = guarded(refuse_, request);
    if (refusal.status == 0 && request.method == "POST") {
      current_connection->expect_body();
      ends_connection = false;
      return HandlerResponse::Unhandled;
    }
    // A body that nobody reads would be taken for the next request.
    ends_connection = has_body(request);
    put_answer(refusal.status != 0 ? refusal : guarded(answer_, request), response);
    return HandlerResponse::Handled;
  }

  static HttpAnswer guarded(const HttpHandler& handler, const httplib::Request& request) {
    try {
      return handler(request_of(request));
    } catch (const std::exception& error) {
      return {500, "text/plain",
              std::make_shared<const std::string>(fmt::format("It failed: {}\n", error.what()))};
    }
  }

  bool process_and_close_socket(socket_t socket) override {
    const std::function<bool()> open = [this] { return svr_sock_ != INVALID_SOCKET; };
    HttpConnection connection(socket, limits_, open);
    current_connection = &connection;
    ConnectionStream stream(connection);
    for (size_t left = limits_.requests_each_max; left > 0 && connection.await_request(); --left) {
      ends_connection = true;  // unless it is a request that can be answered
      bool closed = false;
      if (!process_request(stream, left == 1, closed, nullptr) || closed || ends_connection) break;
    }
    current_connection = nullptr;
    return true;
  }

  HttpLimits limits_;
  HttpHandler refuse_, answer_;
  int port_ = -1;
  std::atomic<bool> started_ = false, stopped_ = false, ended_ = false;
};

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = std::ranges::find_if(
      headers, [&](const auto& header) { return lower(header.first) == lower(name); });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

size_t HttpRequest::header_count(std::string_view name) const {
  return static_cast<size_t>(std::ranges::count_if(
      headers, [&](const auto& header) { return lower(header.first) == lower(name); }));
}

Result<std::unique_ptr<HttpServer>> HttpServer::bind(const std::string& host, int port,
                                                     const HttpLimits& limits, HttpHandler refuse,
                                                     HttpHandler answer) {
  auto server = std::make_unique<Server>(limits, std::move(refuse), std::move(answer));
  if (auto bound = server->bind_to(host, port); !bound) return Error{bound.error()};
  return std::unique_ptr<HttpServer>(std::move(server));
}

}  // namespace entente
