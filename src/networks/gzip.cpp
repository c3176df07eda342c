// See gzip.h. By zlib, a step of bytes at a time.
#include "networks/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace entente {

namespace {

constexpr size_t kStep = 1u << 20;
constexpr size_t kBytesMax = size_t{8} << 30;  // no list of ties is larger than this

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

Inflated inflate_gzip(std::string_view bytes) {
  Inflated inflated;
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return {{}, false};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  size_t left = bytes.size();
  std::string& out = inflated.bytes;
  size_t size = 0;
  while (true) {
    if (stream.avail_in == 0) {
      const size_t piece = std::min<size_t>(left, std::numeric_limits<uInt>::max());
      stream.avail_in = static_cast<uInt>(piece);
      left -= piece;
    }
    if (out.size() - size < kStep) out.resize(std::max(2 * out.size(), 4 * kStep));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + size);
    const auto room = static_cast<uInt>(std::min<size_t>(out.size() - size, 1u << 30));
    stream.avail_out = room;
    const int state = inflate(&stream, Z_NO_FLUSH);
    size += room - stream.avail_out;
    const bool more = stream.avail_in + left > 0;
    if (state == Z_STREAM_END && more && *stream.next_in == 0x1f) {
      inflateReset(&stream);
    } else if (state != Z_OK || size > kBytesMax || (!more && stream.avail_out > 0)) {
      inflated.complete = state == Z_STREAM_END;
      break;
    }
  }
  inflateEnd(&stream);
  out.resize(size);
  return inflated;
}

}  // namespace entente
