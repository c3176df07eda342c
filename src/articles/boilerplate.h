// Lines that a web page puts around an article.
#pragma once

#include <string_view>

namespace entente {

// Whether the whole block is page furniture: "Read more: ...", "Advertisement", "Share this",
// "Sign up for our newsletter", copyright lines, photo credits, "The post X appeared first on Y".
bool is_boilerplate(std::string_view block);

// The block without such a sentence at its end.
std::string_view without_boilerplate_end(std::string_view block);

}  // namespace entente
