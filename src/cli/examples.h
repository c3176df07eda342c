// The dossiers of examples/, built into the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct ExampleFile {
  std::string_view path;  // "examples/suez_1956/01_chronicle_canal_seized.txt"
  std::string_view bytes;
};

struct ExampleDossier {
  std::string name;   // "suez_1956"
  std::string title;  // "Suez, July to December 1956"
  std::vector<ExampleFile> files;
};

std::vector<ExampleDossier> embedded_examples();

// "central_asia_2021" -> "Central Asia 2021".
std::string title_of_name(std::string_view name);

}  // namespace entente
