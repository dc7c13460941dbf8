// Rows of a market as Python dicts, and tables as dicts of columns: what aril.Market.from_tables takes back.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "bindings.hpp"
#include "names.hpp"
#include "record_fields.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

py::object level_or_none(Level level) { return level == level_not_stated ? py::none() : py::object(py::int_(level)); }

// A cell as a Python value.
struct ToPython {
  py::object make_date = py::module_::import("datetime").attr("date").attr("fromisoformat");

  py::object operator()(const std::string& text) const { return py::str(text); }
  py::object operator()(const Label& label) const { return label.text.empty() ? py::none() : py::object(py::str(label.text)); }
  py::object operator()(bool flag) const { return py::bool_(flag); }
  py::object operator()(std::int64_t number) const { return py::int_(number); }
  py::object operator()(double number) const { return py::float_(number); }
  // Two decimals below 10^9 are the same double for everybody, and its shortest text is the amount again.
  py::object operator()(Amount amount) const {
    return amount.minor_units ? py::object(py::float_(static_cast<double>(*amount.minor_units) / 100)) : py::none();
  }
  py::object operator()(Date date) const { return make_date(date.iso()); }
  py::object operator()(const WeekMask& week) const { return py::str(week.text()); }
  py::object operator()(Kind kind) const { return py::str(name_of(kind)); }
  py::object operator()(Workplace workplace) const { return py::str(name_of(workplace)); }
  py::object operator()(PayPeriod period) const { return py::str(pay_period_names[static_cast<std::size_t>(period)]); }
  py::object operator()(const SkillItem& item) const { return py::make_tuple(item.skill, level_or_none(item.level)); }
  py::object operator()(const RequirementItem& item) const { return py::make_tuple(item.skill, level_or_none(item.level), item.count); }
  py::object operator()(const LanguageItem& item) const {
    return py::make_tuple(item.language,
                          item.level == level_not_stated ? py::none() : py::object(py::str(language_level_names[item.level])));
  }

  template <class T>
  py::object operator()(const std::optional<T>& value) const {
    return value ? py::object((*this)(*value)) : py::none();
  }
  template <class T>
  py::object operator()(const std::vector<T>& items) const {
    py::list list;
    for (const T& item : items) list.append((*this)(item));
    return list;
  }
  py::object operator()(const std::vector<OfferItem>& items) const { return dict_of(items, &OfferItem::need, &OfferItem::offered); }
  py::object operator()(const std::vector<LikeItem>& items) const { return dict_of(items, &LikeItem::name, &LikeItem::value); }
  py::object operator()(const std::vector<KindLike>& items) const { return dict_of(items, &KindLike::kind, &KindLike::value); }
  py::object operator()(const std::vector<WorkplaceLike>& items) const {
    return dict_of(items, &WorkplaceLike::workplace, &WorkplaceLike::value);
  }

 private:
  template <class Item, class Key, class Value>
  py::object dict_of(const std::vector<Item>& items, Key key, Value value) const {
    py::dict dict;
    for (const Item& item : items) dict[(*this)(std::invoke(key, item))] = py::cast(std::invoke(value, item));
    return dict;
  }
};

template <class Record>
py::dict dict_of_record(const Record& record) {
  const ToPython to_python;
  py::dict dict;
  visit_fields(record, [&](const char* column, const auto& value) { dict[column] = to_python(value); });
  return dict;
}

// Appends records of one kind to columns.
template <class Record>
class Columns {
 public:
  Columns() {
    visit_fields(Record{}, [&](const char* column, const auto&) { columns_.emplace_back(column, py::list()); });
  }
  void add(const Record& record) {
    std::size_t column = 0;
    visit_fields(record, [&](const char*, const auto& value) { columns_[column++].second.append(to_python_(value)); });
  }
  [[nodiscard]] py::dict take() const {
    py::dict dict;
    for (const auto& [name, values] : columns_) dict[name] = values;
    return dict;
  }

 private:
  ToPython to_python_;
  std::vector<std::pair<const char*, py::list>> columns_;
};

template <auto record_at>
py::dict columns_of_rows(const Market& market, std::size_t count) {
  Columns<decltype(record_at(market, 0))> columns;
  for (std::size_t row = 0; row < count; ++row) {
    if (row % 1024 == 0 && PyErr_CheckSignals() != 0) throw py::error_already_set();
    columns.add(record_at(market, row));
  }
  return columns.take();
}

py::dict travel_columns(const Market& market) {
  Columns<TravelRecord> columns;
  for (const TravelRecord& record : travel_records(market)) columns.add(record);
  return columns.take();
}

py::dict setting_columns(const Market& market) {
  py::list keys;
  py::list values;
  const auto add = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    keys.append(key);
    values.append(value);
  };
  add("currency", market.settings().currency);
  add("title_en", market.settings().title_english);
  add("title_zh", market.settings().title_chinese);
  if (market.settings().travel_radius) add("travel_radius", std::to_string(*market.settings().travel_radius));
  py::dict columns;
  columns["key"] = keys;
  columns["value"] = values;
  return columns;
}

py::dict table(const Market& market, const std::string& name) {
  static const std::map<std::string, std::function<py::dict(const Market&)>> tables{
      {"market", &setting_columns},
      {"modes", [](const Market& m) { return columns_of_rows<&mode_record>(m, m.places().mode_ids.size()); }},
      {"areas", [](const Market& m) { return columns_of_rows<&area_record>(m, m.places().area_ids.size()); }},
      {"grids", [](const Market& m) { return columns_of_rows<&grid_record>(m, m.places().grid_ids.size()); }},
      {"travel", &travel_columns},
      {"skills", [](const Market& m) { return columns_of_rows<&skill_record>(m, m.taxonomy().skills().size()); }},
      {"occupations", [](const Market& m) { return columns_of_rows<&occupation_record>(m, m.taxonomy().occupations().size()); }},
      {"employers", [](const Market& m) { return columns_of_rows<&employer_record>(m, m.employers().size()); }},
      {"residents", [](const Market& m) { return columns_of_rows<&resident_record>(m, m.residents().size()); }},
      {"postings", [](const Market& m) { return columns_of_rows<&posting_record>(m, m.postings().size()); }},
  };
  const auto found = tables.find(name);
  if (found != tables.end()) return found->second(market);
  std::vector<std::string> known;
  for (const auto& entry : tables) known.push_back(entry.first);
  throw Error(ErrorCode::invalid_option, {"", 0, 0, "table"},
              "the name of a table that can be read, perhaps '" + nearest_word(name, known) + "'", "'" + name + "'");
}

}  // namespace

void bind_records(py::module_& module) {
  module.def("table", &table, py::arg("market"), py::arg("name"), "{column: list of values}, rows in the order of ids.");
  module.def(
      "resident", [](const Market& market, std::uint32_t row) { return dict_of_record(resident_record(market, row)); }, py::arg("market"),
      py::arg("row"), "Pre: there is such a row.");
  module.def(
      "posting", [](const Market& market, std::uint32_t row) { return dict_of_record(posting_record(market, row)); }, py::arg("market"),
      py::arg("row"));
}

}  // namespace aril::python
