// Result<T>: a value, or a full sentence for the person at the terminal. For failures of the
// environment (a file, a database, a network); bugs use CHECK, odd input uses Problem.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace entente {

struct Error {
  std::string message;  // names the file or address, the trouble, and the remedy
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: implicit on purpose

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  T& value() & {
    CHECK(ok());
    return std::get<T>(state_);
  }
  const T& value() const& {
    CHECK(ok());
    return std::get<T>(state_);
  }
  T&& value() && {
    CHECK(ok());
    return std::get<T>(std::move(state_));
  }
  const std::string& error() const {
    CHECK(!ok());
    return std::get<Error>(state_).message;
  }

 private:
  std::variant<T, Error> state_;
};

struct Done {};  // the value of a Result that has nothing to give back

}  // namespace entente
