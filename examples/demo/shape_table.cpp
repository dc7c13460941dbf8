#include <cstdint>
#include <cstdio>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

#include "aril/eligibility/rule.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/places.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/sample/district.hpp"
#include "shape.hpp"

namespace demo {
namespace {

void print_row(std::ostream& out, std::string_view name, const std::string& value, std::string_view wanted = {}) {
  std::ostringstream row;  // the caller's stream keeps its own format
  row << "  " << std::left << std::setw(50) << name << std::right << std::setw(14) << value << "  " << wanted;
  out << row.str() << "\n";
}

std::string percent(double value, int digits = 2) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value << " %";
  return text.str();
}

void print_what_there_is(const aril::Market& market, const Shape& shape, std::ostream& out) {
  out << "What there is\n";
  print_row(out, "residents", std::to_string(market.residents().size()));
  for (std::size_t kind = 0; kind < aril::kind_count; ++kind) {
    print_row(out, "postings: " + std::string(aril::kind_names[kind]), std::to_string(shape.postings_of_kind[kind]));
  }
  print_row(out, "seats", std::to_string(shape.seats));
  print_row(out, "employers, with buildings and business districts", std::to_string(market.employers().size()));
  print_row(out, "unit grids", std::to_string(market.places().grid_ids.size()));
  print_row(out, "skills, with headings", std::to_string(market.taxonomy().skills().size()), "12000");
  print_row(out, "occupations, with headings", std::to_string(market.taxonomy().occupations().size()), "at least 40");
}

void print_what_rules_leave(const Shape& shape, std::ostream& out) {
  out << "\nWhat the rules leave: standard policy, " << aril::sample::reference_date().iso()
      << "; on the right what is wanted of a district\n";
  print_row(out, "pairs that are eligible", percent(shape.eligible_percent), "2 to 8 %");
  print_row(out, "residents with fewer than " + std::to_string(shape.few) + " eligible postings", percent(shape.few_percent),
            "at least 10 %");
  print_row(out, "residents with more than " + std::to_string(shape.many), percent(shape.many_percent), "at least 5 %");
  out << "  eligible postings of a resident, by tenths:";
  for (const std::uint64_t decile : shape.deciles) out << " " << decile;
  out << "\n\nPairs in which this rule alone fails\n";
  for (std::size_t code = 0; code < aril::rule_count; ++code) {
    const OnlyFailure& failure = shape.only_failures[code];
    if (static_cast<aril::RuleCode>(code) == aril::RuleCode::blocked) {
      print_row(out, aril::rule_names[code], std::to_string(failure.pairs) + " pairs", "at least 1000");
    } else {
      print_row(out, aril::rule_names[code], percent(failure.percent(), 3), "at least 0.01 %");
    }
  }
}

void print_fields(const Shape& shape, std::ostream& out) {
  out << "\nSkills, seats, gaps\n";
  print_row(out, "skills held (median)", std::to_string(shape.skills_held), "8");
  print_row(out, "skills asked (median)", std::to_string(shape.skills_asked), "6");
  print_row(out, "seats at the 1 % of postings with most", percent(shape.seats_of_top_percent), "Zipf");
  print_row(out, "postings at the 1 % of employers with most", percent(shape.postings_of_top_percent), "Zipf");
  print_row(out, "fields missing (mean over columns)", percent(shape.missing_percent()), "10 to 30 %");
  for (const MissingColumn& column : shape.missing) print_row(out, "  " + column.name, percent(column.percent()), "5 to 40 %");
}

}  // namespace

void print_shape(const aril::Market& market, std::ostream& out) {
  const Shape shape = measure_shape(market, aril::Policy::standard(), aril::sample::reference_date());
  print_what_there_is(market, shape, out);
  print_what_rules_leave(shape, out);
  print_fields(shape, out);
}

}  // namespace demo
