// HTTP/1 responses: head, chunks (RFC 9112), compression. Crawlers lie about both, since many undo
// them and keep the headers: a body that is not chunked or compressed as declared is taken as it
// stands. Tested by warc_test.cpp.
#include "articles/http_response.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/ascii.h"

namespace entente {
namespace {

struct Head {
  HttpResponse response;
  std::string coding, transfer;
  size_t size = 0;  // with the empty line
};

void take_type(HttpResponse& response, std::string_view value) {
  const size_t semicolon = value.find(';');
  response.type = lower(trim(value.substr(0, semicolon)));
  const std::string low = lower(value);
  const size_t charset = low.find("charset=");
  if (charset == std::string::npos) return;
  response.charset = low.substr(charset + 8);
  response.charset.resize(std::min(response.charset.size(), response.charset.find_first_of(";, ")));
  std::erase(response.charset, '"');
}

Head read_head(std::string_view bytes) {
  constexpr size_t kHeadMax = 64u << 10;
  Head head;
  if (!bytes.starts_with("HTTP/")) return head;
  const size_t blank = bytes.find(' ');
  if (blank > 12 || blank + 4 > bytes.size()) return head;
  int status = 0;
  std::from_chars(bytes.data() + blank + 1, bytes.data() + blank + 4, status);
  head.response.status = status;
  size_t at = bytes.find('\n');
  while (at < bytes.size() && at < kHeadMax) {
    const size_t begin = at + 1, end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = trim(bytes.substr(std::min(begin, bytes.size()), end - begin));
    at = end;
    if (line.empty()) break;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (name == "content-type") take_type(head.response, value);
    if (name == "content-encoding") head.coding = lower(value);
    if (name == "transfer-encoding") head.transfer = lower(value);
  }
  head.size = std::min(at + 1, bytes.size());
  return head;
}

// Nothing where the body is not chunked at all; a body that ends inside of a chunk is cut there.
std::optional<std::string> joined_chunks(std::string_view body, bool& cut) {
  std::string joined;
  for (size_t at = 0; at < body.size();) {
    size_t size = 0;
    const auto [end, fault] =
        std::from_chars(body.data() + at, body.data() + std::min(body.size(), at + 8), size, 16);
    if (fault != std::errc()) {
      if (joined.empty()) return std::nullopt;
      cut = true;
      return joined;
    }
    const size_t line = body.find('\n', static_cast<size_t>(end - body.data()));
    if (line == std::string_view::npos || line - at > 200) {
      if (joined.empty()) return std::nullopt;
      cut = true;
      return joined;
    }
    if (size == 0) return joined;
    joined += body.substr(line + 1, size);
    if (line + 1 + size > body.size()) {
      cut = true;
      return joined;
    }
    at = line + 1 + size;
    while (at < body.size() && (body[at] == '\r' || body[at] == '\n')) ++at;
  }
  cut = true;
  return joined;
}

enum class Unpacked { whole, cut, too_large, not_packed };

Unpacked inflate_body(std::string_view body, int window, size_t max, std::string& out) {
  z_stream stream = {};
  if (inflateInit2(&stream, window) != Z_OK) return Unpacked::not_packed;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(std::min<size_t>(body.size(), 1u << 30));
  int state = Z_OK;
  char buffer[16384];
  while (state == Z_OK && out.size() <= max) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer);
    stream.avail_out = sizeof buffer;
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer, sizeof buffer - stream.avail_out);
    if (stream.avail_in == 0 && stream.avail_out != 0) break;
  }
  inflateEnd(&stream);
  if (out.size() > max) return Unpacked::too_large;
  if (state == Z_STREAM_END) return Unpacked::whole;
  return out.empty() ? Unpacked::not_packed : Unpacked::cut;
}

Unpacked unbrotli_body(std::string_view body, size_t max, std::string& out) {
  BrotliDecoderState* decoder = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  if (decoder == nullptr) return Unpacked::not_packed;
  size_t in_left = body.size();
  const auto* in = reinterpret_cast<const uint8_t*>(body.data());
  uint8_t buffer[16384];
  auto state = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (state == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() <= max) {
    size_t room = sizeof buffer;
    uint8_t* to = buffer;
    state = BrotliDecoderDecompressStream(decoder, &in_left, &in, &room, &to, nullptr);
    out.append(reinterpret_cast<const char*>(buffer), sizeof buffer - room);
  }
  BrotliDecoderDestroyInstance(decoder);
  if (out.size() > max) return Unpacked::too_large;
  if (state == BROTLI_DECODER_RESULT_SUCCESS) return Unpacked::whole;
  return out.empty() || state == BROTLI_DECODER_RESULT_ERROR ? Unpacked::not_packed : Unpacked::cut;
}

// By its own first bytes where they tell, else as declared.
Unpacked unpack(std::string_view body, const std::string& coding, size_t max, std::string& out) {
  if (body.starts_with("\x1F\x8B")) return inflate_body(body, 15 + 16, max, out);
  if (coding == "br") return unbrotli_body(body, max, out);
  if (coding.find("deflate") == std::string::npos) return Unpacked::not_packed;
  const Unpacked wrapped = inflate_body(body, 15, max, out);
  if (wrapped != Unpacked::not_packed) return wrapped;
  return inflate_body(body, -15, max, out);
}

}  // namespace

HttpResponse read_http_head(std::string_view bytes) { return read_head(bytes).response; }

HttpResponse read_http_response(std::string_view bytes, size_t bytes_max) {
  Head head = read_head(bytes);
  HttpResponse response = std::move(head.response);
  std::string_view body = bytes.substr(head.size);
  std::string joined;
  if (head.transfer.find("chunked") != std::string::npos) {
    bool cut = false;
    if (auto chunks = joined_chunks(body, cut)) {
      joined = std::move(*chunks);
      body = joined;
      if (cut) response.fault = "ends inside of a chunk";
    }
  }
  std::string unpacked;
  const Unpacked result = unpack(body, head.coding, bytes_max, unpacked);
  if (result == Unpacked::not_packed) {
    response.body = body;
    return response;
  }
  if (result == Unpacked::cut) response.fault = "ends inside of its compressed data";
  if (result == Unpacked::too_large) response.fault = "unpacks to more than is allowed";
  response.body = std::move(unpacked);
  return response;
}

bool may_hold_article(std::string_view type) {
  return type.empty() || type.starts_with("text/html") || type.starts_with("text/plain") ||
         type.find("xhtml") != std::string_view::npos || type.find("xml") != std::string_view::npos;
}

}  // namespace entente
