// The store that keeps nothing: for tests, and for runs that leave no file.
#pragma once

#include <memory>

#include "store/store.h"

namespace entente {

std::unique_ptr<Store> make_memory_store();

}  // namespace entente
