// Checks of the values of options, as CLI11 takes them: "" where all is well, else a sentence that
// says what is wrong and what to write. Tested in program_test.cpp.
#pragma once

#include <string>

namespace entente {

std::string check_date(const std::string& text);
std::string check_field(const std::string& text);
std::string check_camps(const std::string& text);
std::string check_type(const std::string& text);
std::string check_status(const std::string& text);

}  // namespace entente
