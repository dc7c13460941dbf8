// What a person at the counter would want to see of a ranking.
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

#include "aril/rank/ranker.hpp"
#include "aril/referral/introductions.hpp"

namespace demo {

// One resident: who they are, their best openings with reasons and, where an introducer is given, through whom; courses; near misses with the nearest fix.
void print_resident(const aril::Ranker& ranker, const aril::Introducer* introducer, aril::ResidentRow resident, std::ostream& out);

// For the eye: residents with many openings, with few, and with none but near misses.
std::vector<aril::ResidentRow> handful(const aril::RankedLists<aril::ResidentRow>& lists);

// How many residents have at least five eligible openings within 15 minutes of home, by township.
void print_reach(const aril::Ranker& ranker, std::size_t threads, std::ostream& out);

// resident,rank,posting,kind,title_en,title_zh,employer,score,questions
void write_lists(const aril::Market& market, const aril::RankedLists<aril::ResidentRow>& lists, const std::string& file);

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace demo
