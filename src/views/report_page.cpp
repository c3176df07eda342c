// The report: web/dist/app.html with the data put in. Its content security policy lets nothing run
// but the application's own script, by hash, and nothing be loaded from anywhere; served by a
// program, the same page may ask its own origin for data. Tested in report_page_test.cpp.
#include <map>

#include "views/display.h"
#include "views/packed.h"
#include "views/report_data.h"
#include "views/views.h"

extern "C" {
extern const char entente_app_html[], entente_app_html_end[];
}

namespace entente {

namespace {

// Beyond, the data are packed: a page of 3 MB holds what would be 20 MB of plain JSON.
constexpr size_t kPlainMax = 300'000;

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

using Parts = std::map<std::string_view, std::string>;

// Replaces each [[entente:name]], never inside what it put in.
std::string fill(std::string_view page, const Parts& parts) {
  constexpr std::string_view kBegin = "[[entente:";
  std::string filled;
  while (true) {
    const size_t begin = page.find(kBegin);
    const size_t end = begin == std::string_view::npos ? begin : page.find("]]", begin);
    if (end == std::string_view::npos) return filled.append(page);
    const size_t name = begin + kBegin.size();
    filled.append(page.substr(0, begin));
    const auto part = parts.find(page.substr(name, end - name));
    if (part != parts.end()) filled += part->second;
    page.remove_prefix(end + 2);
  }
}

std::string fill_app(const Parts& parts) {
  const auto size = static_cast<size_t>(entente_app_html_end - entente_app_html);
  return fill({entente_app_html, size}, parts);
}

std::string data_element(const System& system, std::string_view title) {
  const std::string json = report_data(system, title);
  if (json.size() <= kPlainMax) {
    return "<script type=\"application/json\" id=\"data\">" + json + "</script>";
  }
  return "<script type=\"application/zlib;base64\" id=\"data\">" +
         packed(report_columns(system, title)) + "</script>";
}

}  // namespace

std::string report_page(const System& system, std::string_view title) {
  const std::string heading = title.empty() ? "Who stands with whom" : one_line(title);
  return fill_app({{"title", escape_html(heading)},
                   {"connect", "'none'"},
                   {"summary", escape_html(summary_view(system, {false, 78}))},
                   {"data", data_element(system, heading)}});
}

std::string app_page() { return fill_app({{"title", "Entente"}, {"connect", "'self'"}}); }

}  // namespace entente
