#include "aril/text/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace aril::text {
namespace {

std::string in_lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

}  // namespace

std::vector<Problem> unknown_csv_files(const std::string& folder, const std::vector<std::string>& known, const std::string& whose) {
  std::vector<Problem> problems;
  std::error_code no_answer;
  for (std::filesystem::directory_iterator file(folder, no_answer), end; !no_answer && file != end; file.increment(no_answer)) {
    const std::string name = file->path().filename().string();
    const std::string lower = in_lower_case(name);
    std::error_code no_kind;
    if (!lower.ends_with(".csv") || name.front() == '.' || !file->is_regular_file(no_kind)) continue;
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    problems.push_back({ErrorCode::unknown_file,
                        {name, 0, 0, ""},
                        "the name of one of " + whose + " files, perhaps " + nearest_word(lower, known),
                        "another; it is not read"});
  }
  std::sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) { return a.where.file < b.where.file; });
  return problems;
}

}  // namespace aril::text
