// Texts read by the built-in model, and words found in them again.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "documents/documents.h"

namespace entente {

inline const EnglishModel& model() {
  static const EnglishModel built_in = embedded_english_model();
  return built_in;
}

inline Document read(std::string text, const DocumentOptions& options = {}) {
  return make_document(std::move(text), model(), options);
}

inline const Token* find(const Document& document, std::string_view word) {
  for (const Token& token : document.tokens) {
    if (form(document, token) == word) return &token;
  }
  return nullptr;
}

inline std::string head_of(const Document& document, std::string_view word) {
  const Token* token = find(document, word);
  if (token == nullptr) return "absent";
  if (token->head == kNoToken) return "root";
  return std::string(form(document, document.tokens[static_cast<size_t>(token->head)]));
}

}  // namespace entente
