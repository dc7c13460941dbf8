#include "aril/score/sparse_term.hpp"

#include <algorithm>
#include <functional>

#include "aril/core/error.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/market.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace aril {
namespace {

std::size_t width_of(const Market& market, SparseColumns columns) {
  return columns == SparseColumns::postings ? market.postings().size() : market.employers().size();
}

void sort_and_merge(std::vector<SparseEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const SparseEntry& a, const SparseEntry& b) {
    if (a.resident != b.resident) return a.resident < b.resident;
    return a.column != b.column ? a.column < b.column : a.strength > b.strength;
  });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const SparseEntry& a, const SparseEntry& b) { return a.resident == b.resident && a.column == b.column; }),
                entries.end());
}

void check_rows(const SparseMatrix& strengths, const std::string& name) {
  bool rows_fit = strengths.offsets.front() == 0 && strengths.offsets.back() == strengths.columns.size();
  for (std::size_t row = 0; rows_fit && row < strengths.row_count(); ++row) rows_fit = strengths.offsets[row] <= strengths.offsets[row + 1];
  if (!rows_fit || strengths.values.size() != strengths.columns.size()) {
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, name}, "rows that hold as many values as columns", "others");
  }
  for (std::size_t row = 0; row < strengths.row_count(); ++row) {
    const auto columns = strengths.row(row).columns;
    if (std::adjacent_find(columns.begin(), columns.end(), std::greater_equal<>{}) != columns.end()) {
      throw Error(ErrorCode::wrong_order, {"", 0, 0, name}, "columns that rise in every row", "others in row " + std::to_string(row));
    }
    if (!columns.empty() && columns.back() >= strengths.column_count) {
      throw Error(ErrorCode::out_of_range, {"", 0, 0, name}, "columns below " + std::to_string(strengths.column_count),
                  std::to_string(columns.back()));
    }
  }
}

}  // namespace

SparseTerm::SparseTerm(const Market& market, std::string name, SparseColumns columns, std::vector<SparseEntry> entries)
    : name_(std::move(name)), columns_(columns) {
  const std::size_t residents = market.residents().size();
  const std::size_t width = width_of(market, columns);
  for (const SparseEntry& entry : entries) {
    if (entry.resident.index() >= residents || entry.column >= width) {
      throw Error(ErrorCode::out_of_range, {"", 0, 0, name_},
                  "a row below " + std::to_string(residents) + " and a column below " + std::to_string(width),
                  "(" + std::to_string(entry.resident.value) + ", " + std::to_string(entry.column) + ")");
    }
  }
  sort_and_merge(entries);
  auto strengths = std::make_shared<SparseMatrix>();
  strengths->column_count = width;
  strengths->offsets.assign(residents + 1, 0);
  for (const SparseEntry& entry : entries) {
    ++strengths->offsets[entry.resident.index() + 1];
    strengths->columns.push_back(entry.column);
    strengths->values.push_back(entry.strength);
  }
  for (std::size_t row = 0; row < residents; ++row) strengths->offsets[row + 1] += strengths->offsets[row];
  strengths_ = std::move(strengths);
}

SparseTerm::SparseTerm(const Market& market, std::string name, SparseColumns columns, SparseMatrix strengths)
    : name_(std::move(name)), columns_(columns) {
  const std::size_t residents = market.residents().size();
  const std::size_t width = width_of(market, columns);
  if (strengths.row_count() != residents || strengths.column_count != width) {
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, name_}, std::to_string(residents) + " x " + std::to_string(width),
                std::to_string(strengths.row_count()) + " x " + std::to_string(strengths.column_count));
  }
  check_rows(strengths, name_);
  strengths_ = std::make_shared<const SparseMatrix>(std::move(strengths));
}

}  // namespace aril
