// The report: report/report.html with style, scripts and data put in. The page loads nothing from
// outside, and its content security policy forbids it to. Tested in report_page_test.cpp.
#include <map>

#include "views/display.h"
#include "views/report_data.h"
#include "views/views.h"

extern "C" {
extern const char entente_report_html[], entente_report_html_end[];
extern const char entente_report_css[], entente_report_css_end[];
extern const char entente_report_layout_js[], entente_report_layout_js_end[];
extern const char entente_report_network_js[], entente_report_network_js_end[];
extern const char entente_report_panel_js[], entente_report_panel_js_end[];
extern const char entente_report_sections_js[], entente_report_sections_js_end[];
extern const char entente_report_js[], entente_report_js_end[];
}

namespace entente {

namespace {

std::string_view bytes(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

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

std::string scripts() {
  std::string all = "(() => {\n\"use strict\";\n";
  all += bytes(entente_report_layout_js, entente_report_layout_js_end);
  all += bytes(entente_report_network_js, entente_report_network_js_end);
  all += bytes(entente_report_panel_js, entente_report_panel_js_end);
  all += bytes(entente_report_sections_js, entente_report_sections_js_end);
  all += bytes(entente_report_js, entente_report_js_end);
  return all + "})();\n";
}

// Replaces each {{name}} once, never inside what it put in.
std::string fill(std::string_view page, const std::map<std::string_view, std::string>& values) {
  std::string filled;
  while (true) {
    const size_t begin = page.find("{{");
    const size_t end = begin == std::string_view::npos ? begin : page.find("}}", begin);
    if (end == std::string_view::npos) return filled.append(page);
    filled.append(page.substr(0, begin));
    const auto value = values.find(page.substr(begin + 2, end - begin - 2));
    if (value != values.end()) filled += value->second;
    page.remove_prefix(end + 2);
  }
}

}  // namespace

std::string report_page(const System& system, std::string_view title) {
  const std::string heading = title.empty() ? "Who stands with whom" : one_line(title);
  return fill(bytes(entente_report_html, entente_report_html_end),
              {{"title", escape_html(heading)},
               {"style", std::string(bytes(entente_report_css, entente_report_css_end))},
               {"summary", escape_html(summary_view(system, {false, 78}))},
               {"data", report_data(system, heading)},
               {"script", scripts()}});
}

}  // namespace entente
