#include "report.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <ostream>

#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/text/csv.hpp"
#include "aril/text/file.hpp"
#include "through_whom.hpp"

namespace demo {
namespace {

using aril::Language;

constexpr aril::KindSet courses = aril::bit_of(aril::Kind::training_slot);
constexpr aril::KindSet openings = aril::all_kinds & static_cast<aril::KindSet>(~courses);

std::string both_languages(const aril::Market& market, aril::PostingRow posting) {
  const std::string english(market.title(posting, Language::english));
  const std::string chinese(market.title(posting, Language::chinese));
  return english == chinese ? english : english + "  " + chinese;
}

std::string points(aril::Score score) {
  char text[16];
  std::snprintf(text, sizeof text, "%5.1f", score.fraction() * 100);
  return text;
}

std::string skill_names(const aril::Market& market, aril::ResidentRow resident) {
  const auto& skills = market.residents().skills;
  if (!skills.stated(resident.index())) return "not stated";
  std::string text;
  std::size_t shown = 0;
  for (const aril::HeldSkill& held : skills[resident.index()]) {
    if (shown++ == 4) return text + ", ...";
    text += (text.empty() ? "" : ", ") + std::string(market.taxonomy().skills().title(held.skill.index()));
  }
  return text.empty() ? "none" : text;
}

std::string wishes(const aril::Market& market, aril::ResidentRow resident) {
  std::string text;
  for (const aril::OccupationRow occupation : market.residents().wanted_occupations[resident.index()]) {
    text += (text.empty() ? "" : ", ") + std::string(market.taxonomy().occupations().title(occupation.index()));
  }
  return text.empty() ? "no occupation in particular" : text;
}

std::string distance(const aril::Ranker& ranker, aril::ResidentRow resident, aril::PostingRow posting) {
  const aril::Market& market = ranker.market();
  if (market.postings().travels[posting.index()] == 0) return "at home or remote";
  const aril::GridRow home = market.residents().homes[resident.index()];
  const aril::ModeRow mode = market.residents().modes[resident.index()];
  const aril::GridRow place = market.postings().measured_grids[posting.index()];
  if (home.is_none() || mode.is_none() || place.is_none()) return "distance not known";
  const aril::TravelCell cell = market.places().minutes(mode, home, place);
  return cell <= aril::max_minutes ? std::to_string(cell) + " min" : "distance not known";
}

void print_hit(const aril::Ranker& ranker, const aril::Hit& hit, std::ostream& out) {
  const aril::Market& market = ranker.market();
  const aril::Explanation why = ranker.explain(hit);
  out << "   " << points(hit.score) << "  " << both_languages(market, hit.posting) << "\n"
      << "          " << market.id(hit.posting) << ", " << market.title(market.postings().employers[hit.posting.index()]) << ", "
      << distance(ranker, hit.resident, hit.posting) << "\n"
      << "          " << why.sentence(Language::english) << "\n"
      << "          " << why.sentence(Language::chinese) << "\n";
}

// The best openings to whose employers somebody can introduce the resident, each with its best chain.
void print_through_whom(const aril::Ranker& ranker, const aril::Introducer& introducer, aril::ResidentRow resident, std::ostream& out) {
  const aril::Market& market = ranker.market();
  const auto lists = ranker.rank(resident, {.k = 100, .kinds = openings, .most_per_employer = 1});
  std::size_t shown = 0;
  for (const aril::Hit& hit : lists.hits()) {
    const auto chain = best_chain(introducer, market, resident, market.postings().employers[hit.posting.index()]);
    if (!chain) continue;
    if (shown++ == 0) {
      out << "  through whom: the best openings to which somebody can introduce them (strength 100: every link of the chain as close as "
             "can be)\n";
    }
    out << "   " << points(hit.score) << "  " << both_languages(market, hit.posting) << "\n"
        << "          " << market.id(hit.posting) << ", " << market.title(market.postings().employers[hit.posting.index()]) << "\n"
        << "          " << sentence(introducer.graph(), *chain, Language::english) << "\n"
        << "          " << sentence(introducer.graph(), *chain, Language::chinese) << "\n";
    if (shown == 2) return;
  }
  if (shown > 0) return;
  out << (lists.hits().empty() ? "  through whom: no opening that they are eligible for\n"
                               : "  through whom: nobody who agreed to be asked knows the employers of their best openings\n");
}

// A community's name per township, and its counts.
struct Reach {
  std::size_t residents = 0;
  std::size_t with_five = 0;
};

// The 15-minute circle as a rule of the demo's own: no more is needed to ask a new question.
struct WithinAQuarter {
  std::string_view code() const { return "within_15_minutes"; }
  aril::Unknown unknown() const { return aril::Unknown::refuse; }
  void operator()(aril::ResidentRow resident, std::span<const aril::PostingRow> postings, std::span<aril::Answer> answers) const {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      const bool travels = rules->market().postings().travels[postings[i].index()] != 0;
      const aril::TravelCell cell = travels ? rules->minutes(resident, postings[i]) : aril::TravelCell{0};
      answers[i] = cell == aril::minutes_unknown ? aril::Answer::unknown : (cell <= 15 ? aril::Answer::pass : aril::Answer::fail);
    }
  }
  const aril::StandardRules* rules;
};

}  // namespace

void print_resident(const aril::Ranker& ranker, const aril::Introducer* introducer, aril::ResidentRow resident, std::ostream& out) {
  const aril::Market& market = ranker.market();
  out << "Resident " << market.id(resident) << "\n  wants: " << wishes(market, resident) << "\n  skills: " << skill_names(market, resident)
      << "\n";
  const auto best = ranker.rank(resident, {.k = 3, .kinds = openings});
  out << "  best openings (" << best.eligible()[0] << " eligible)\n";
  for (const aril::Hit& hit : best.hits()) print_hit(ranker, hit, out);
  if (introducer != nullptr) print_through_whom(ranker, *introducer, resident, out);
  const auto slots = ranker.rank(resident, {.k = 2, .kinds = courses});
  out << "  best courses (" << slots.eligible()[0] << " eligible)\n";
  for (const aril::Hit& hit : slots.hits()) print_hit(ranker, hit, out);
  const auto near = ranker.near_misses(resident, 3);
  if (!near.empty()) out << "  near misses: one rule stands in the way\n";
  for (const aril::NearMiss& miss : near) {
    const aril::WhyNot why = ranker.why_not(resident, miss.posting);
    out << "   " << points(miss.score) << "  " << both_languages(market, miss.posting) << "\n"
        << "          " << why.sentence(Language::english) << "\n          " << why.sentence(Language::chinese) << "\n";
  }
  out << "\n";
}

std::vector<aril::ResidentRow> handful(const aril::RankedLists<aril::ResidentRow>& lists) {
  std::vector<aril::ResidentRow> order(lists.owners().begin(), lists.owners().end());
  std::stable_sort(order.begin(), order.end(),
                   [&](aril::ResidentRow a, aril::ResidentRow b) { return lists.eligible_of(a) < lists.eligible_of(b); });
  if (order.size() < 4) return order;
  return {order[order.size() - order.size() / 20], order[order.size() / 2], order[order.size() / 4], order[order.size() / 100]};
}

void print_reach(const aril::Ranker& ranker, std::size_t threads, std::ostream& out) {
  const aril::Market& market = ranker.market();
  const aril::StandardRules rules(market, ranker.as_of());
  const aril::Ranker circle(market, ranker.policy(), ranker.as_of(), {{}, {WithinAQuarter{&rules}}});
  const auto lists = circle.rank({.k = 0, .threads = threads, .kinds = openings});
  std::map<std::string, Reach> townships;
  Reach all;
  for (const aril::ResidentRow resident : lists.owners()) {
    const aril::GridRow home = market.residents().homes[resident.index()];
    const aril::AreaRow area = home.is_none() ? aril::AreaRow::none() : market.places().grid_areas[home.index()];
    const aril::AreaRow township = market.places().area_of_kind(area, "township");
    const std::string name = township.is_none() ? std::string("home not stated")
                                                : std::string(market.places().area_titles.in(Language::english, township.index())) + "  " +
                                                      std::string(market.places().area_titles.in(Language::chinese, township.index()));
    const bool has_five = lists.eligible_of(resident) >= 5;
    for (Reach* reach : {&townships[name], &all}) {
      ++reach->residents;
      reach->with_five += has_five ? 1 : 0;
    }
  }
  const auto line = [&](const std::string& name, const Reach& reach) {
    char text[64];
    std::snprintf(text, sizeof text, "  %7zu of %7zu  %5.1f %%  ", reach.with_five, reach.residents,
                  reach.residents == 0 ? 0.0 : 100.0 * static_cast<double>(reach.with_five) / static_cast<double>(reach.residents));
    out << text << name << "\n";
  };
  out << "Residents with at least five eligible openings within 15 minutes (at home and remote count)\n";
  for (const auto& [name, reach] : townships) line(name, reach);
  line("all", all);
}

void write_lists(const aril::Market& market, const aril::RankedLists<aril::ResidentRow>& lists, const std::string& file) {
  std::string text;
  aril::text::CsvWriter writer(text);
  for (const char* column : {"resident", "rank", "posting", "kind", "title_en", "title_zh", "employer", "score", "questions"})
    writer.cell(column);
  writer.end_record();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    std::size_t rank = 0;
    for (const aril::Hit& hit : lists.at(i)) {
      std::string questions;
      for (std::size_t rule = 0; rule < aril::rule_count; ++rule) {
        if ((hit.questions >> rule & 1) != 0) questions += (questions.empty() ? "" : "|") + std::string(aril::rule_names[rule]);
      }
      writer.cell(market.id(hit.resident));
      writer.cell(std::to_string(++rank));
      writer.cell(market.id(hit.posting));
      writer.cell(name_of(market.postings().kinds[hit.posting.index()]));
      writer.cell(market.title(hit.posting, Language::english));
      writer.cell(market.title(hit.posting, Language::chinese));
      writer.cell(market.id(market.postings().employers[hit.posting.index()]));
      writer.cell(std::to_string(hit.score.value));
      writer.cell(questions);
      writer.end_record();
    }
  }
  aril::text::write_file(file, text);
}

}  // namespace demo
