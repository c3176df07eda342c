// Is a word one of a few? Tested in one_of_test.cpp.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace entente {

inline bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace entente
