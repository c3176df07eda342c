// A buffer before a source. Tested by records_test.cpp.
#include "articles/byte_stream.h"

#include <algorithm>
#include <cstring>
#include <memory>

namespace entente {
namespace {

constexpr size_t kStep = 64u << 10;

}  // namespace

std::string_view ByteStream::peek(size_t size) {
  while (buffer_.size() - begin_ < size && !ended_) {
    if (begin_ > 0) {
      buffer_.erase(0, begin_);
      begin_ = 0;
    }
    const size_t before = buffer_.size();
    buffer_.resize(before + kStep);
    const size_t read = source_(buffer_.data() + before, kStep);
    buffer_.resize(before + read);
    ended_ = read == 0;
  }
  return std::string_view(buffer_).substr(begin_);
}

uint64_t ByteStream::skip(uint64_t size) {
  uint64_t passed = 0;
  while (passed < size) {
    const uint64_t here = std::min<uint64_t>(peek(1).size(), size - passed);
    if (here == 0) break;
    begin_ += here;
    passed += here;
  }
  offset_ += passed;
  return passed;
}

bool ByteStream::resume() {
  ended_ = false;
  return !peek(1).empty();
}

std::string ByteStream::take(size_t size) {
  std::string bytes(peek(size).substr(0, size));
  skip(bytes.size());
  return bytes;
}

size_t ByteStream::line_size(size_t max) {
  size_t searched = 0;
  while (true) {
    const std::string_view ahead = peek(searched + 1);
    const size_t end = ahead.find('\n', searched);
    if (end != std::string_view::npos) return std::min(end + 1, max + 1);
    if (ahead.size() == searched) return std::min(searched, max + 1);  // the last line has no end
    searched = ahead.size();
    if (searched > max) return max + 1;
  }
}

uint64_t ByteStream::skip_line() {
  uint64_t passed = 0;
  while (true) {
    const std::string_view ahead = peek(1);
    if (ahead.empty()) return passed;
    const size_t end = ahead.find('\n');
    const size_t size = end == std::string_view::npos ? ahead.size() : end + 1;
    passed += skip(size);
    if (end != std::string_view::npos) return passed;
  }
}

ByteSource source_of(std::string bytes) {
  struct State {
    std::string bytes;
    size_t at = 0;
  };
  auto state = std::make_shared<State>(State{std::move(bytes), 0});
  return [state](char* data, size_t size) {
    const size_t count = std::min(size, state->bytes.size() - state->at);
    std::memcpy(data, state->bytes.data() + state->at, count);
    state->at += count;
    return count;
  };
}

}  // namespace entente
