// Archives made in memory, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace entente {

// One gzip member.
std::string gzip(const std::string& bytes);

using PackedFile = std::pair<std::string, std::string>;  // name, bytes

// `format` as libarchive knows it by name: zip, ustar, 7zip; `filter` none, zstd, xz, bzip2.
std::string pack(const std::vector<PackedFile>& files, const char* format,
                 const char* filter = "none");

}  // namespace entente
