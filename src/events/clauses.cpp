// Tested through clause_targets_test.cpp and echoes_test.cpp.
#include "events/clauses.h"

namespace entente {

namespace {

constexpr int kDepthMax = 30;

bool opens_clause(const Syntax& syntax, uint32_t token) {
  const Relation relation = syntax.token(token).relation;
  return relation == Relation::advcl || relation == Relation::ccomp ||
         relation == Relation::acl_relcl || relation == Relation::parataxis ||
         relation == Relation::csubj || (relation == Relation::conj && syntax.is_verb(token));
}

}  // namespace

bool in_clause_of(const Syntax& syntax, uint32_t head, uint32_t token) {
  for (int depth = 0; depth < kDepthMax && token != head; ++depth) {
    const int32_t above = syntax.token(token).head;
    if (opens_clause(syntax, token) || above == kNoToken) return false;
    token = static_cast<uint32_t>(above);
  }
  return token == head;
}

}  // namespace entente
