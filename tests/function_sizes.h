// How long the functions of a file are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct FunctionSize {
  std::string head;  // the text before the body, on one line
  size_t line = 0;   // where the body opens
  size_t lines = 0;  // between the braces
};

struct FunctionSizes {
  std::vector<FunctionSize> functions;
  bool balanced = true;  // every brace has its partner; if not, `functions` is unreliable
};

// For code formatted by clang-format: it tells a body from an initializer by the blank before '{'.
// Lambdas and local classes belong to the function around them.
FunctionSizes function_sizes(std::string_view code);

}  // namespace entente
