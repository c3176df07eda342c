// Bytes of an input, drawn as they are needed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "articles/articles.h"

namespace entente {

// A ByteSource with a look ahead. Holds no more than what was asked for at once.
class ByteStream {
 public:
  explicit ByteStream(ByteSource source) : source_(std::move(source)) {}

  // The next bytes, at least `size` of them unless the input ends before; valid until the next
  // call.
  std::string_view peek(size_t size);
  // Passes over bytes; fewer than `size` only at the end. Says how many.
  uint64_t skip(uint64_t size);
  std::string take(size_t size);
  bool at_end() { return peek(1).empty(); }
  // Behind an end that damage made (a source that goes on after it has said 0): whether there is
  // more.
  bool resume();
  uint64_t offset() const { return offset_; }  // bytes taken and passed over so far

  // The size of the next line with its '\n'; `max` + 1 where it is longer than `max` bytes.
  size_t line_size(size_t max);
  // Passes over the rest of a line with its '\n'; the bytes passed.
  uint64_t skip_line();

 private:
  ByteSource source_;
  std::string buffer_;
  size_t begin_ = 0;
  uint64_t offset_ = 0;
  bool ended_ = false;
};

// A source of the bytes; they are copied.
ByteSource source_of(std::string bytes);

}  // namespace entente
