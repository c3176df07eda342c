// Names of the closed sets, in the order of the enums in grammar.h. Tested in grammar_test.cpp.
#include "documents/grammar.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace entente {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
static_assert(kUposNames.size() == static_cast<size_t>(Upos::x) + 1);

constexpr std::string_view kRelationNames[] = {
    "acl",         "acl:relcl",    "advcl",        "advcl:relcl", "advmod",     "amod",
    "appos",       "aux",          "aux:pass",     "case",        "cc",         "cc:preconj",
    "ccomp",       "compound",     "compound:prt", "conj",        "cop",        "csubj",
    "csubj:outer", "csubj:pass",   "dep",          "det",         "det:predet", "discourse",
    "dislocated",  "expl",         "fixed",        "flat",        "goeswith",   "iobj",
    "list",        "mark",         "nmod",         "nmod:desc",   "nmod:poss",  "nmod:unmarked",
    "nsubj",       "nsubj:outer",  "nsubj:pass",   "nummod",      "obj",        "obl",
    "obl:agent",   "obl:unmarked", "orphan",       "parataxis",   "punct",      "reparandum",
    "root",        "vocative",     "xcomp"};
static_assert(std::size(kRelationNames) == static_cast<size_t>(Relation::xcomp) + 1);

}  // namespace

std::string_view to_string(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

std::string_view to_string(Relation relation) {
  return kRelationNames[static_cast<size_t>(relation)];
}

Upos upos_from(std::string_view name) {
  const auto found = std::find(kUposNames.begin(), kUposNames.end(), name);
  return found == kUposNames.end() ? Upos::x : static_cast<Upos>(found - kUposNames.begin());
}

Relation relation_from(std::string_view name) {
  const auto found = std::find(std::begin(kRelationNames), std::end(kRelationNames), name);
  if (found != std::end(kRelationNames)) {
    return static_cast<Relation>(found - std::begin(kRelationNames));
  }
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? Relation::dep : relation_from(name.substr(0, colon));
}

}  // namespace entente
