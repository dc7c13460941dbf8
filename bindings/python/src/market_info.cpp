// Counts of what a market holds, and how much of it is not stated.
#include <pybind11/pybind11.h>

#include <string>
#include <utility>
#include <vector>

#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "bindings.hpp"
#include "long_work.hpp"
#include "record_fields.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

struct IsStated {
  template <class T>
  bool operator()(const std::optional<T>& value) const {
    return value.has_value();
  }
  bool operator()(const Amount& amount) const { return amount.minor_units.has_value(); }
  bool operator()(const Label& label) const { return !label.text.empty(); }
  template <class T>
  bool operator()(const T&) const {
    return true;  // what every row must state
  }
};

using Shares = std::vector<std::pair<std::string, double>>;

// For each column that may be missing: the share of rows in which it is.
template <class Record, class RecordAt>
Shares missing_shares(std::size_t rows, RecordAt record_at) {
  Shares missing;
  visit_fields(Record{}, [&](const char* column, const auto&) { missing.emplace_back(column, 0); });
  for (std::size_t row = 0; row < rows; ++row) {
    std::size_t column = 0;
    visit_fields(record_at(row), [&](const char*, const auto& value) { missing[column++].second += IsStated{}(value) ? 0 : 1; });
  }
  for (auto& share : missing) share.second /= rows == 0 ? 1 : static_cast<double>(rows);
  return missing;
}

struct Missing {
  Shares residents;
  Shares postings;
};
Missing missing_of(const Market& market) {
  return {missing_shares<ResidentRecord>(market.residents().size(), [&](std::size_t row) { return resident_record(market, row); }),
          missing_shares<PostingRecord>(market.postings().size(), [&](std::size_t row) { return posting_record(market, row); })};
}

py::dict as_dict(const Shares& shares) {
  py::dict dict;
  for (const auto& [column, share] : shares) dict[py::str(column)] = share;
  return dict;
}

py::dict kind_counts(const Postings& postings) {
  std::array<std::size_t, kind_count> counts{};
  for (const Kind kind : postings.kinds) ++counts[static_cast<std::size_t>(kind)];
  py::dict dict;
  for (std::size_t kind = 0; kind < kind_count; ++kind) dict[py::str(kind_names[kind])] = counts[kind];
  return dict;
}

py::dict info(const Market& market) {
  const Missing missing = run_long(Threads::one, [market](const Watch&) { return missing_of(market); });
  std::int64_t seats = 0;
  for (const std::int64_t count : market.postings().seats) seats += count;
  py::dict dict;
  dict["title"] = market.settings().title_english.empty() ? market.settings().title_chinese : market.settings().title_english;
  dict["currency"] = market.settings().currency;
  dict["residents"] = market.residents().size();
  dict["postings"] = market.postings().size();
  dict["postings_by_kind"] = kind_counts(market.postings());
  dict["seats"] = seats;
  dict["employers"] = market.employers().size();
  dict["skills"] = market.taxonomy().skills().size();
  dict["occupations"] = market.taxonomy().occupations().size();
  dict["areas"] = market.places().area_ids.size();
  dict["grids"] = market.places().grid_ids.size();
  dict["modes"] = market.places().mode_ids.size();
  dict["credentials"] = market.credentials().size();
  dict["languages"] = market.languages().size();
  dict["needs"] = market.needs().size();
  dict["missing"] = py::dict(py::arg("residents") = as_dict(missing.residents), py::arg("postings") = as_dict(missing.postings));
  return dict;
}

}  // namespace

void bind_market_info(py::module_& module) {
  module.def("info", &info, py::arg("market"), "Counts, and under `missing` the share of rows that don't state a column.");
}

}  // namespace aril::python
