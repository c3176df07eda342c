// Bytes to a server and back, as a test wants them: also those that no honest client sends.
#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "server/http.h"

namespace entente {

class TestClient {
 public:
  explicit TestClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    const timeval patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~TestClient() { close(socket_); }
  TestClient(const TestClient&) = delete;
  TestClient& operator=(const TestClient&) = delete;

  bool is_connected() const { return connected_; }
  bool send_bytes(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }
  // Until the server ends the connection.
  std::string rest() const {
    std::string all;
    char piece[4096];
    for (ssize_t got = 0; (got = recv(socket_, piece, sizeof piece, 0)) > 0;)
      all.append(piece, static_cast<size_t>(got));
    return all;
  }

 private:
  int socket_;
  bool connected_ = false;
};

inline std::string ask(int port, std::string_view request) {
  const TestClient client(port);
  client.send_bytes(request);
  return client.rest();
}

inline std::string get(int port, const std::string& path, const std::string& more = "") {
  return ask(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more +
                       "\r\n");
}

// "200" of "HTTP/1.1 200 OK"; "" for no answer.
inline std::string status_of(const std::string& answer) {
  return answer.starts_with("HTTP/1.1 ") ? answer.substr(9, 3) : "";
}

inline std::string body_of(const std::string& answer) {
  const size_t end = answer.find("\r\n\r\n");
  return end == std::string::npos ? "" : answer.substr(end + 4);
}

// A server on a free port while this exists.
class TestServer {
 public:
  TestServer(const HttpLimits& limits, HttpHandler refuse, HttpHandler answer)
      : server_(std::move(
                    HttpServer::bind("127.0.0.1", 0, limits, std::move(refuse), std::move(answer)))
                    .value()),
        thread_([this] { server_->run(); }) {}
  ~TestServer() {
    server_->stop();
    thread_.join();
  }
  int port() const { return server_->port(); }

 private:
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

}  // namespace entente
