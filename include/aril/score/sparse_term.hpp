// A term from outside as a sparse matrix: for some pairs a strength, for all others nothing. Referral links arrive this way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aril/core/sparse_matrix.hpp"
#include "aril/score/term.hpp"

namespace aril {

class Market;

enum class SparseColumns : std::uint8_t { postings, employers };  // an employer's strength holds for all its postings

struct SparseEntry {
  ResidentRow resident;
  std::uint32_t column = 0;  // a PostingRow's or an EmployerRow's number
  std::uint16_t strength = 0;
  bool operator==(const SparseEntry&) const = default;
};

// Copying copies a pointer.
class SparseTerm {
 public:
  SparseTerm() = default;
  // Entries in any order; of a pair named twice the larger strength counts.
  // Errors: Error{out_of_range} for a row or column that the market does not have.
  SparseTerm(const Market& market, std::string name, SparseColumns columns, std::vector<SparseEntry> entries);
  // Shape: residents x postings, or x employers.
  // Errors: Error{shape_mismatch} for another shape; Error{wrong_order} for columns that do not rise in a row.
  SparseTerm(const Market& market, std::string name, SparseColumns columns, SparseMatrix strengths);

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] SparseColumns columns() const noexcept { return columns_; }
  [[nodiscard]] SparseRow row(ResidentRow resident) const noexcept { return strengths_->row(resident.index()); }

  // 16,384 + floor((65,535 - 16,384) * strength / 65,535): a link can only add.
  [[nodiscard]] static constexpr TermValue value_of(std::uint16_t strength) noexcept {
    return static_cast<TermValue>(usual_neutral + (full_value - usual_neutral) * std::uint64_t{strength} / full_value);
  }

 private:
  std::string name_;
  SparseColumns columns_ = SparseColumns::postings;
  std::shared_ptr<const SparseMatrix> strengths_;
};

}  // namespace aril
