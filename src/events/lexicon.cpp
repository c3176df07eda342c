// Reads the deed lexicon; the format stands in lexicon.h. Every fault is refused with its place,
// since a silent slip in the lexicon is a wrong event in every article. Tested in lexicon_test.cpp.
#include "events/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"

extern "C" const char entente_deeds[];
extern "C" const char entente_deeds_end[];

namespace entente {

namespace {

constexpr size_t kFields = 5;

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> result;
  for (const std::string_view word : split(text, ' ')) {
    if (!word.empty()) result.push_back(word);
  }
  return result;
}

Path parse_path(std::string_view text) {
  Path path;
  for (const std::string_view role : split(text, '.')) path.emplace_back(role);
  std::replace(path.begin(), path.end(), std::string(), std::string("?"));
  for (std::string& role : path) std::replace(role.begin(), role.end(), '_', ' ');
  return path;
}

class Reader {
 public:
  explicit Reader(DeedLexicon::Entries& entries) : entries_(entries) {}

  // "" or what is wrong with the line.
  std::string read(std::string_view line, std::string where) {
    line = trim(line);
    if (line.empty() || line[0] == '#') return "";
    if (line[0] == '@') return read_class(line);
    const auto fields = split(line, '|');
    if (fields.size() != kFields) {
      return fmt::format("{} fields instead of {}: id | TYPE/mode | head | slots | example",
                         fields.size(), kFields);
    }
    DeedEntry entry;
    entry.id = fields[0];
    entry.where = std::move(where);
    for (const auto& fault :
         {check_id(entry.id), read_type(fields[1], entry), read_pattern(fields[2], entry),
          read_slots(fields[3], entry), read_example(fields[4], entry)}) {
      if (!fault.empty()) return fault;
    }
    add(std::move(entry));
    return "";
  }

 private:
  std::string read_class(std::string_view line) {
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) return "a class needs '=': @name = lemma lemma";
    auto& lemmas = entries_.classes[std::string(trim(line.substr(1, equals - 1)))];
    for (const std::string_view word : words(line.substr(equals + 1))) {
      if (word[0] == '@') {
        const auto other = entries_.classes.find(std::string(word.substr(1)));
        if (other == entries_.classes.end()) return fmt::format("unknown class {}", word);
        const auto copy = other->second;
        lemmas.insert(copy.begin(), copy.end());
      } else {
        lemmas.emplace(word);
      }
    }
    return "";
  }

  std::string check_id(const std::string& id) {
    if (id.empty()) return "the id is missing";
    if (!ids_.insert(id).second) return fmt::format("the id '{}' is taken; choose another", id);
    return "";
  }

  std::string read_type(std::string_view field, DeedEntry& entry) {
    const size_t slash = field.find('/');
    const auto type = event_type_from(field.substr(0, slash));
    if (!type) return fmt::format("'{}' is not a PLOVER type", field.substr(0, slash));
    entry.type = *type;
    if (slash == std::string_view::npos) return "";
    entry.mode = field.substr(slash + 1);
    if (is_mode_of(*type, entry.mode)) return "";
    return fmt::format("{} has no mode '{}' (ONTOLOGY 4.1 lists them)", to_string(*type),
                       entry.mode);
  }

  std::string read_lemmas(std::string_view text, std::unordered_set<std::string>& lemmas) {
    for (const std::string_view word : split(text, '/')) {
      if (word == "*") return "";
      if (word.empty()) return "an empty lemma; remove the extra '/'";
      if (word[0] != '@') {
        lemmas.emplace(word);
        std::string spaced(word);
        std::replace(spaced.begin(), spaced.end(), '_', ' ');
        lemmas.insert(std::move(spaced));
        continue;
      }
      const auto found = entries_.classes.find(std::string(word.substr(1)));
      if (found == entries_.classes.end()) {
        return fmt::format("unknown class {}; define it above or in an earlier file", word);
      }
      lemmas.insert(found->second.begin(), found->second.end());
    }
    return "";
  }

  std::string read_pattern(std::string_view field, DeedEntry& entry) {
    const auto parts = words(field);
    if (parts.empty()) return "the head is missing: verb:LEMMA, noun:LEMMA or adj:LEMMA";
    const size_t colon = parts[0].find(':');
    const std::string_view kind = parts[0].substr(0, colon);
    const bool known = kind == "verb" || kind == "noun" || kind == "adj";
    if (colon == std::string_view::npos || !known) {
      return fmt::format("'{}' is no head: verb:LEMMA, noun:LEMMA or adj:LEMMA", parts[0]);
    }
    entry.part_of_speech = kind[0];
    std::unordered_set<std::string> heads;
    const std::string fault = read_lemmas(parts[0].substr(colon + 1), heads);
    if (!fault.empty()) return fault;
    if (heads.empty()) return "a head cannot be '*'";
    entry.heads.assign(heads.begin(), heads.end());
    std::sort(entry.heads.begin(), entry.heads.end());
    for (size_t i = 1; i < parts.size(); ++i) {
      std::string problem = read_constraint(parts[i], entry);
      if (!problem.empty()) return problem;
    }
    return "";
  }

  std::string read_constraint(std::string_view text, DeedEntry& entry) {
    Constraint constraint;
    constraint.negated = text[0] == '!';
    if (constraint.negated) text.remove_prefix(1);
    const size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
      return fmt::format("'{}' is no constraint: role:lemma", text);
    }
    for (const std::string_view path : split(text.substr(0, colon), '/')) {
      if (path.empty()) return fmt::format("'{}' has an empty role", text);
      constraint.paths.push_back(parse_path(path));
    }
    const std::string fault = read_lemmas(text.substr(colon + 1), constraint.lemmas);
    entry.constraints.push_back(std::move(constraint));
    return fault;
  }

  static std::string read_side(std::string_view text, std::vector<Slot>& slots) {
    for (std::string_view part : split(text, ',')) {
      Slot slot;
      if (part.empty()) return "an empty slot";
      constexpr std::string_view organisation = "#org";
      slot.organisation = part.ends_with(organisation);
      if (slot.organisation) part.remove_suffix(organisation.size());
      slot.named_only = slot.organisation || part.ends_with('!');
      if (part.ends_with('!')) part.remove_suffix(1);
      slot.path = parse_path(part);
      slots.push_back(std::move(slot));
    }
    return "";
  }

  static std::string read_slots(std::string_view field, DeedEntry& entry) {
    const size_t mutual = field.find("<>");
    const size_t arrow = mutual != std::string_view::npos ? mutual : field.find('>');
    if (arrow == std::string_view::npos) return "the participants need '>' or '<>'";
    entry.mutual = mutual != std::string_view::npos;
    const size_t after = arrow + (entry.mutual ? 2 : 1);
    std::string fault = read_side(trim(field.substr(0, arrow)), entry.source);
    if (fault.empty()) fault = read_side(trim(field.substr(after)), entry.target);
    return fault;
  }

  static std::string read_example(std::string_view field, DeedEntry& entry) {
    const size_t equals = field.rfind(" = ");
    if (equals == std::string_view::npos) return "the example needs ' = NODE > NODE'";
    entry.example.sentence = trim(field.substr(0, equals));
    const std::string_view nodes = field.substr(equals + 3);
    const size_t mutual = nodes.find("<>");
    const size_t arrow = mutual != std::string_view::npos ? mutual : nodes.find('>');
    if (arrow == std::string_view::npos) return "the example needs ' = NODE > NODE'";
    if (entry.mutual != (mutual != std::string_view::npos)) {
      return "slots and example disagree about '>' and '<>'";
    }
    entry.example.source = trim(nodes.substr(0, arrow));
    entry.example.target = trim(nodes.substr(arrow + (entry.mutual ? 2 : 1)));
    return "";
  }

  void add(DeedEntry entry) {
    const auto index = static_cast<uint32_t>(entries_.list.size());
    for (const std::string& head : entry.heads) {
      entries_.by_head[std::string(1, entry.part_of_speech) + ":" + head].push_back(index);
    }
    entries_.list.push_back(std::move(entry));
  }

  DeedLexicon::Entries& entries_;
  std::unordered_set<std::string> ids_;
};

// "xcomp:meet" says more than "xcomp:*", and two constraints more than one; what an entry excludes
// says nothing about what it fits.
size_t specificity(const DeedEntry& entry) {
  size_t sum = 0;
  for (const Constraint& constraint : entry.constraints) {
    if (!constraint.negated) sum += constraint.lemmas.empty() ? 2 : 3;
  }
  return sum;
}

void sort_by_specificity(DeedLexicon::Entries& entries) {
  for (auto& [head, indices] : entries.by_head) {
    std::stable_sort(indices.begin(), indices.end(), [&](uint32_t a, uint32_t b) {
      return specificity(entries.list[a]) > specificity(entries.list[b]);
    });
  }
}

void collect_words(DeedLexicon::Entries& entries) {
  for (const DeedEntry& entry : entries.list) {
    entries.words.insert(entry.heads.begin(), entry.heads.end());
    for (const Constraint& constraint : entry.constraints) {
      entries.words.insert(constraint.lemmas.begin(), constraint.lemmas.end());
    }
  }
  for (const auto& [name, lemmas] : entries.classes) {
    entries.words.insert(lemmas.begin(), lemmas.end());
  }
}

}  // namespace

bool DeedEntry::needs_negation() const {
  return std::any_of(constraints.begin(), constraints.end(), [](const Constraint& constraint) {
    return !constraint.negated && constraint.paths.front().back() == "neg";
  });
}

bool DeedLexicon::Entries::in_class(std::string_view name, std::string_view lemma) const {
  const auto found = classes.find(std::string(name));
  return found != classes.end() && found->second.contains(std::string(lemma));
}

Result<DeedLexicon> load_deed_lexicon(const std::vector<LexiconFile>& files) {
  auto entries = std::make_shared<DeedLexicon::Entries>();
  Reader reader(*entries);
  for (const LexiconFile& file : files) {
    std::string_view name = file.name;
    size_t number = 0;
    for (const std::string_view line : split(file.text, '\n')) {
      constexpr std::string_view joined = "#file ";
      if (line.starts_with(joined)) {
        name = line.substr(joined.size());
        number = 0;
        continue;
      }
      const std::string where = fmt::format("{}:{}", name, ++number);
      const std::string fault = reader.read(line, where);
      if (!fault.empty()) return Error{fmt::format("{}: {}", where, fault)};
    }
  }
  sort_by_specificity(*entries);
  collect_words(*entries);
  return DeedLexicon(std::move(entries));
}

DeedLexicon embedded_deed_lexicon() {
  const std::string_view all(entente_deeds, static_cast<size_t>(entente_deeds_end - entente_deeds));
  auto lexicon = load_deed_lexicon({{"data/deeds", all}});
  if (!lexicon.ok()) check_failed(lexicon.error().c_str(), "data/deeds", 0);
  return std::move(lexicon).value();
}

}  // namespace entente
