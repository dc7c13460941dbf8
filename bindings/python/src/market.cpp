// The market: from files and tables, to files; ids, titles, and finding concepts by a text.
#include "aril/market/market.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aril/io/market_files.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "arrays.hpp"
#include "bindings.hpp"
#include "error.hpp"
#include "ids.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

struct Loaded {
  Market market;
  std::vector<Problem> problems;
};
py::tuple as_tuple(Loaded loaded) { return py::make_tuple(std::move(loaded.market), problem_list(loaded.problems)); }

Strictness strictness(bool lenient) { return lenient ? Strictness::lenient : Strictness::strict; }

py::tuple read_folder(const std::string& folder, bool lenient, const io::ColumnMapping& columns, bool ignore_unknown_columns) {
  return as_tuple(run_long(Threads::pool, [=](const Watch&) {
    Loaded loaded;
    loaded.market = io::read_market(folder, {strictness(lenient), &loaded.problems, columns, ignore_unknown_columns});
    return loaded;
  }));
}

// Each table: its name and its rows as CSV.
using TableTexts = std::vector<std::pair<std::string, std::string>>;

py::tuple read_tables(TableTexts tables, bool lenient, bool ignore_unknown_columns) {
  return as_tuple(run_long(Threads::pool, [=, tables = std::move(tables)](const Watch&) {
    Loaded loaded;
    MarketBuilder builder;
    for (const auto& [name, text] : tables) {
      io::read_table(name, text, name, builder, {.columns = {}, .ignore_unknown_columns = ignore_unknown_columns});
    }
    loaded.market = builder.build(strictness(lenient), &loaded.problems);
    return loaded;
  }));
}

void write_folder(const Market& market, const std::string& folder, const io::ColumnMapping& columns) {
  run_long(Threads::one, [=](const Watch&) {
    io::write_market(market, folder, {columns});
    return true;
  });
}

template <class RowOf>
py::array_t<std::uint32_t> rows_of(const std::vector<std::string>& ids, RowOf row_of) {
  py::array_t<std::uint32_t> rows(static_cast<py::ssize_t>(ids.size()));
  std::uint32_t* out = rows.mutable_data();
  for (std::size_t i = 0; i < ids.size(); ++i) out[i] = row_of(ids[i]).value;
  return rows;
}

py::list match_list(const std::vector<TitleMatch>& matches, const ConceptTable& table, Language language) {
  py::list list;
  for (const TitleMatch& match : matches) {
    list.append(py::make_tuple(table.ids[match.row], table.title(match.row, language), match.similarity,
                               match_kind_names[static_cast<std::size_t>(match.kind)]));
  }
  return list;
}

py::list find_skill(const Market& market, const std::string& text, std::size_t most, std::string_view language) {
  const Language in = language_named(language);
  const auto matches = run_long(Threads::one, [=](const Watch&) { return market.taxonomy().find_skill(text, most); });
  return match_list(matches, market.taxonomy().skills(), in);
}
py::list find_occupation(const Market& market, const std::string& text, std::size_t most, std::string_view language) {
  const Language in = language_named(language);
  const auto matches = run_long(Threads::one, [=](const Watch&) { return market.taxonomy().find_occupation(text, most); });
  return match_list(matches, market.taxonomy().occupations(), in);
}

py::list posting_titles(const Market& market, std::string_view language) {
  const Language in = language_named(language);
  const std::size_t count = market.postings().size();
  py::list list(count);
  for (std::size_t row = 0; row < count; ++row) list[row] = py::str(market.title(PostingRow(row), in));
  return list;
}

void bind_ids(py::class_<Market>& market) {
  market.def(
      "resident_numbers", [](const Market& self) { return whole_numbers(self.residents().ids); },
      "uint64, ascending: the ids that read as a row's number.");
  market.def("posting_numbers", [](const Market& self) { return whole_numbers(self.postings().ids); });
  market.def("employer_numbers", [](const Market& self) { return whole_numbers(self.employers().ids); });
  market.def(
      "resident_ids", [](const Market& self) { return id_list(self.residents().ids); }, "In the order of rows.");
  market.def("posting_ids", [](const Market& self) { return id_list(self.postings().ids); });
  market.def("employer_ids", [](const Market& self) { return id_list(self.employers().ids); });
  market.def(
      "resident_rows",
      [](const Market& self, const std::vector<std::string>& ids) {
        return rows_of(ids, [&](const std::string& id) { return self.resident(id); });
      },
      py::arg("ids"), "uint32, as many as ids.");
  market.def(
      "posting_rows",
      [](const Market& self, const std::vector<std::string>& ids) {
        return rows_of(ids, [&](const std::string& id) { return self.posting(id); });
      },
      py::arg("ids"));
  market.def(
      "employer_rows",
      [](const Market& self, const std::vector<std::string>& ids) {
        return rows_of(ids, [&](const std::string& id) { return self.employer(id); });
      },
      py::arg("ids"));
}

void bind_columns(py::class_<Market>& market) {
  market.def_property_readonly("resident_count", [](const Market& self) { return self.residents().size(); });
  market.def_property_readonly("posting_count", [](const Market& self) { return self.postings().size(); });
  market.def_property_readonly("employer_count", [](const Market& self) { return self.employers().size(); });
  market.def(
      "posting_kinds", [](const py::object& self) { return view<std::uint8_t>(self.cast<const Market&>().postings().kinds, self); },
      "uint8, a posting each: the kind's place in kind_names.");
  market.def(
      "posting_employers",
      [](const py::object& self) { return view<std::uint32_t>(self.cast<const Market&>().postings().employers, self); },
      "uint32, a posting each: its employer's row.");
  market.def("posting_titles", &posting_titles, py::arg("language"), "In the order of rows.");
  market.def(
      "posting_title",
      [](const Market& self, std::uint32_t row, std::string_view language) {
        return self.title(PostingRow(row), language_named(language));
      },
      py::arg("row"), py::arg("language"), "Pre: there is such a row.");
}

}  // namespace

void bind_market(py::module_& module) {
  py::class_<Market> market(module, "Market");
  market.def_static("read_folder", &read_folder, py::arg("folder"), py::arg("lenient"), py::arg("columns"),
                    py::arg("ignore_unknown_columns"));
  market.def_static("read_tables", &read_tables, py::arg("tables"), py::arg("lenient"), py::arg("ignore_unknown_columns"));
  market.def("write_folder", &write_folder, py::arg("folder"), py::arg("columns"));
  market.def("find_skill", &find_skill, py::arg("text"), py::arg("most"), py::arg("language"),
             "(id, title, similarity 0..65535, kind), best first.");
  market.def("find_occupation", &find_occupation, py::arg("text"), py::arg("most"), py::arg("language"));
  bind_ids(market);
  bind_columns(market);
  module.def(
      "columns_of",
      [](std::string_view table) {
        const auto columns = io::columns_of(table);
        return std::vector<std::string>(columns.begin(), columns.end());
      },
      py::arg("table"));
  module.attr("kind_names") = py::tuple(py::cast(kind_names));
}

}  // namespace aril::python
