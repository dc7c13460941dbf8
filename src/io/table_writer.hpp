// Records as rows of a CSV text, by a table's columns.
#pragma once

#include <span>
#include <string>

#include "aril/text/csv.hpp"
#include "header.hpp"
#include "schemas.hpp"

namespace aril::io {

template <class Record>
class TableWriter {
 public:
  // Begins with the header. `out` must outlive the writer.
  TableWriter(std::string& out, std::span<const ColumnHeading> headings) : csv_(out) {
    for (const ColumnHeading& heading : headings) csv_.cell(heading.heading);
    csv_.end_record();
  }

  void add(const Record& record) {
    for (const Column<Record>& column : Schema<Record>::columns) {
      cell_.clear();
      column.write(record, cell_);
      csv_.cell(cell_);
    }
    csv_.end_record();
  }

 private:
  text::CsvWriter csv_;
  std::string cell_;
};

}  // namespace aril::io
