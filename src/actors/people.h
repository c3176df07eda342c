// The people and other proper names of one document that the world book does not list, by name,
// surname and acronym.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/draft.h"

namespace entente {

class People {
 public:
  struct Entry {
    std::string name;
    Actor actor;
    Gender gender = Gender::unknown;
    bool person = true;
    std::string office;      // "president", where a title gave it
    uint32_t token = kNone;  // where the name was first given
  };

  // A name once more with what is now known of it; the surname and first name become its keys.
  // Gives the entry's index.
  uint32_t add(Entry entry);
  // A further key: an acronym.
  void add_key(std::string_view key, uint32_t entry);
  // By full name, surname or acronym; nullptr if nobody is called so.
  const Entry* find(std::string_view name) const;
  const std::vector<Entry>& entries() const { return entries_; }
  Entry& at(uint32_t index) { return entries_[index]; }

 private:
  void put_first(std::string key, uint32_t index);
  std::vector<Entry> entries_;
  std::unordered_map<std::string, uint32_t> by_key_;
};

// Whether a given name is a woman's; others may be anybody's.
bool is_womans_name(std::string_view low);
// By the given name that a full name begins with.
Gender gender_of_name(std::string_view name);

// Weekdays, months, feasts and other capitalised words that name nobody.
bool is_calendar_word(std::string_view low);

}  // namespace entente
