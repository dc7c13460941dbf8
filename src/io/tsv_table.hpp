// Tab-separated lines under a header: no quotes, and no newlines in cells. Otherwise as text::CsvTable.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/text/csv.hpp"

namespace aril::io {

class TsvTable {
 public:
  // `text` and `problems` must outlive the table.
  TsvTable(std::string_view text, std::string file, std::vector<Problem>& problems);

  [[nodiscard]] const std::vector<std::string>& header() const noexcept { return header_; }
  // The next line with as many cells as the header, all valid UTF-8. False at the end.
  [[nodiscard]] bool next(text::CsvRecord& record);

 private:
  bool next_line(text::CsvRecord& record);

  std::string_view rest_;
  std::string file_;
  std::vector<Problem>* problems_;
  std::uint64_t line_ = 0;
  std::vector<std::string> header_;
};

}  // namespace aril::io
