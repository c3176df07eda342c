// A half-open range of bytes in a text that somebody else owns.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

struct Range {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Range&) const = default;
};

// The bytes of `text` in `range`; the part outside the text is left out.
inline std::string_view slice(std::string_view text, Range range) {
  if (range.begin >= text.size() || range.begin >= range.end) return {};
  return text.substr(range.begin, range.size());
}

}  // namespace entente
