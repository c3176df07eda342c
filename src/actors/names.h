// The table of all names: from a sequence of atoms to what it may stand for. The idea: one open
// hash table keyed by the hash of every prefix of every name, so that the longest match at a token
// is found by growing one key until no name begins with it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

// What a name says about its entity.
enum class NameForm : uint8_t {
  name,      // "Uzbekistan", "NATO", "Vladimir Putin"
  demonym,   // "Uzbek" as a noun, singular
  demonyms,  // "Uzbeks", plural
  adjective,
  capital,
  metonym,  // "Kremlin"
};

struct Alias {
  std::string_view text;  // without a leading "the"
  uint32_t entity = 0;
  NameForm form = NameForm::name;
  bool article = false;    // written with "the" in the book
  bool canonical = false;  // the entity's first name
  int32_t next = -1;       // the next alias with the same key, -1 at the end
};

class NameTable {
 public:
  struct Slot {
    uint64_t key = 0;
    int32_t first = -1;  // index of an alias that ends here, -1 if only a prefix of one
  };

  void reserve(size_t aliases);
  // Splits `text` off a leading "the"; empty names are left out. Found from the next index() on.
  void add(std::string_view text, uint32_t entity, NameForm form, bool canonical = false);
  // Puts all names added since into the table; together, because one by one each waits for memory.
  void index();
  // nullptr where no name begins with the key.
  const Slot* find(uint64_t key) const;
  const Alias& alias(int32_t index) const { return aliases_[static_cast<size_t>(index)]; }
  Alias& alias(int32_t index) { return aliases_[static_cast<size_t>(index)]; }
  size_t size() const { return aliases_.size(); }

 private:
  // A prefix of a name that waits for index(), and the alias that ends there, -1 if none does.
  struct Prefix {
    uint64_t key = 0;
    int32_t alias = -1;
  };

  Slot& insert(uint64_t key);
  void resize(size_t size);

  std::vector<Alias> aliases_;
  std::vector<Prefix> waiting_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
};

// Whether `text` may be read as the name: the same letters, or capitals throughout ("RUSSIA"), or
// "Nato" for NATO. `shouting`: the whole sentence is in capitals.
bool reads_as(std::string_view name, std::string_view text, bool shouting);

}  // namespace entente
