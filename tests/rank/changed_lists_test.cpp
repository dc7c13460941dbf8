// Lists of yesterday against today: equal to ranking everyone, whatever changed, and cheap where little did.
#include "aril/rank/changed_lists.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/sample/district.hpp"
#include "random_records.hpp"

namespace aril {
namespace {

using test::RandomRecords;

const Date today(2026, 6, 3);

// As the definition says it: what differs between two full rankings, hit by hit and by id.
std::vector<HitChange> differences(const Ranker& before, std::span<const Hit> old_list, const Ranker& after,
                                   std::span<const Hit> new_list) {
  std::vector<HitChange> found;
  const auto row_in = [](const Market& market, std::string_view id) {
    const auto row = market.postings().ids.find(id);
    return row ? PostingRow(*row) : PostingRow::none();
  };
  const auto place_of = [](std::span<const Hit> list, PostingRow posting) {
    for (std::uint32_t place = 0; place < list.size(); ++place) {
      if (list[place].posting == posting) return place;
    }
    return HitChange::not_listed;
  };
  for (std::uint32_t place = 0; place < new_list.size(); ++place) {
    const Hit& hit = new_list[place];
    const PostingRow old = row_in(before.market(), after.market().id(hit.posting));
    const std::uint32_t old_place = old.is_none() ? HitChange::not_listed : place_of(old_list, old);
    const Score old_score = old_place == HitChange::not_listed ? Score{} : old_list[old_place].score;
    if (old_place == place && old_score == hit.score && old_list[place].questions == hit.questions) continue;
    found.push_back({old, hit.posting, old_place, place, old_score, hit.score});
  }
  for (std::uint32_t place = 0; place < old_list.size(); ++place) {
    const PostingRow now = row_in(after.market(), before.market().id(old_list[place].posting));
    if (!now.is_none() && place_of(new_list, now) != HitChange::not_listed) continue;
    found.push_back({old_list[place].posting, now, place, HitChange::not_listed, old_list[place].score, {}});
  }
  return found;
}

void expect_as_ranked(const Ranker& before, const RankOptions& options_before, const Ranker& after, const RankOptions& options,
                      ChangeCounters* counters = nullptr) {
  const auto lists_before = before.rank(options_before);
  const auto expected = after.rank(options);
  const ChangedLists changed = after.changed_lists(before, lists_before, options);
  ASSERT_EQ(changed.lists, expected);
  std::size_t next = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto old = before.market().residents().ids.find(after.market().id(expected.owners()[i]));
    const auto old_list = old ? lists_before.of(ResidentRow(*old)) : std::span<const Hit>();
    const auto found = differences(before, old_list, after, expected.at(i));
    if (found.empty()) continue;
    ASSERT_LT(next, changed.residents.size());
    ASSERT_EQ(changed.residents[next], expected.owners()[i]);
    const auto given = changed.at(next++);
    ASSERT_EQ(std::vector<HitChange>(given.begin(), given.end()), found);
  }
  ASSERT_EQ(next, changed.residents.size());
  if (counters != nullptr) *counters = changed.counters;
}

// Pairs by id, as rows of one market.
std::vector<ResidentPostings> pairs_in(const Market& market, const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<ResidentPostings> rows;
  for (const auto& [resident, posting] : pairs) {
    const auto r = market.residents().ids.find(resident);
    const auto p = market.postings().ids.find(posting);
    if (r) rows.push_back({ResidentRow(*r), {}});
    if (r && p) rows.back().postings.push_back(PostingRow(*p));
  }
  return rows;
}

RankOptions random_options(RandomRecords& random) {
  RankOptions options{.k = random.up_to(6), .threads = 1 + random.up_to(2)};
  if (random.maybe(0.3)) options.most_per_employer = 1 + random.up_to(2);
  if (random.maybe(0.3)) options.most_per_kind = 1 + random.up_to(3);
  if (random.maybe(0.3)) options.min_score = Score::at_least(0.1 * static_cast<double>(random.up_to(6)));
  if (random.maybe(0.3)) options.offset = random.up_to(3);
  if (random.maybe(0.2)) options.kinds = bit_of(Kind::job);
  return options;
}

TEST(ChangedLists, EqualRankingEveryoneAfterRandomEdits) {
  const std::uint64_t seeds = std::getenv("ARIL_DEEP") != nullptr ? 3000 : 300;
  std::uint64_t kept = 0;
  std::uint64_t again = 0;
  std::uint64_t everyone = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRecords records(seed);
    const RankOptions options_before = random_options(records);
    const Market market_before = records.market();
    for (std::size_t edits = records.up_to(4); edits > 0; --edits) records.edit(records.up_to(RandomRecords::edit_count - 1));
    const Market market_after = records.market();
    Policy policy = Policy::standard();
    if (seed % 7 == 0) policy.rule(RuleCode::must_skill).on = false;
    if (seed % 3 == 0) policy.weigh_for_resident("freshness", "0");
    const Date date_after = seed % 5 == 0 ? Date(2026, 6, 4) : today;
    RankOptions before_options = options_before;
    RankOptions options = options_before;
    if (seed % 4 == 0) {
      const std::string resident(market_before.id(ResidentRow(0)));
      const std::string posting(market_before.id(PostingRow(1)));
      (seed % 8 == 0 ? before_options.allow : before_options.deny) = pairs_in(market_before, {{resident, posting}});
      (seed % 8 == 0 ? options.allow : options.deny) = pairs_in(market_after, {{resident, posting}});
    }
    ChangeCounters counters;
    expect_as_ranked(Ranker(market_before, policy, today), before_options, Ranker(market_after, policy, date_after), options, &counters);
    if (::testing::Test::HasFatalFailure()) return;
    everyone += counters.everyone ? 1 : 0;
    again += counters.everyone ? 0 : counters.ranked_again;
    kept += counters.everyone ? 0 : market_after.residents().size() - counters.ranked_again;
  }
  // Each way was taken, and often.
  EXPECT_GT(everyone, seeds / 20);
  EXPECT_LT(everyone, seeds / 2);
  EXPECT_GT(kept, seeds * 3);
  EXPECT_GT(again, seeds);
}

// One more row of strengths, columns by another numbering, a vector that is another.
TEST(ChangedLists, EqualRankingEveryoneWithStrengthsAndVectors) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    RandomRecords records(seed);
    Policy policy = Policy::standard();
    policy.weigh_for_resident("referral", "30");
    policy.weigh_for_resident("embedding", "30");
    const auto columns = seed % 2 == 0 ? SparseColumns::postings : SparseColumns::employers;
    const auto ranker_of = [&](std::uint64_t turn) {
      const Market market = records.market();
      RankerInputs inputs;
      std::vector<SparseEntry> entries;
      const std::size_t width = columns == SparseColumns::postings ? market.postings().size() : 3;
      std::vector<float> residents;
      std::vector<float> postings;
      // By id, so that rows which are only numbered anew keep their strengths and vectors.
      const auto number = [](std::string_view id) { return std::hash<std::string_view>{}(id) % 97; };
      for (std::size_t r = 0; r < market.residents().size(); ++r) {
        // Strengths change for one resident, the vector for another.
        const std::size_t person = number(market.id(ResidentRow(r))) + (r == 3 ? turn : 0);
        residents.push_back(static_cast<float>(number(market.id(ResidentRow(r))) + (r == 5 ? turn : 0)) / 97.0F);
        for (std::size_t c = 0; c < width; ++c) {
          const std::size_t other = columns == SparseColumns::postings ? number(market.id(PostingRow(c))) : c;
          if ((person + other) % 5 == 0)
            entries.push_back({ResidentRow(r), static_cast<std::uint32_t>(c), static_cast<std::uint16_t>((person * other * 331) % 65'535)});
        }
      }
      for (std::size_t p = 0; p < market.postings().size(); ++p) {
        postings.push_back(static_cast<float>(number(market.id(PostingRow(p))) + (p == 5 ? turn : 0)) / 97.0F);
      }
      inputs.terms.sparse.emplace_back(market, "referral", columns, std::move(entries));
      inputs.terms.embedding = EmbeddingTerm(market, {residents.data(), residents.size(), 1, 1}, {postings.data(), postings.size(), 1, 1});
      return Ranker(market, policy, today, std::move(inputs));
    };
    const RankOptions options = random_options(records);
    const Ranker before = ranker_of(0);
    for (std::size_t edits = records.up_to(3); edits > 0; --edits) records.edit(records.up_to(RandomRecords::edit_count - 2));
    expect_as_ranked(before, options, ranker_of(seed % 3), options);
    if (::testing::Test::HasFatalFailure()) return;
  }
}

// A community of the sample as records, to be edited.
Market community_with(const std::function<void(std::size_t, ResidentRecord&)>& edit_resident,
                      const std::function<bool(std::size_t, PostingRecord&)>& keep_posting) {
  static const Market market = sample::district({.size = sample::Size::community, .seed = 5});
  MarketBuilder builder;
  builder.set(market.settings());
  const auto add = [&](std::size_t count, auto record_of, auto edit) {
    for (std::size_t row = 0; row < count; ++row) {
      auto record = record_of(market, row);
      if (edit(row, record)) builder.add(std::move(record));
    }
  };
  const auto as_it_is = [](std::size_t, auto&) { return true; };
  add(market.places().mode_ids.size(), mode_record, as_it_is);
  add(market.places().area_ids.size(), area_record, as_it_is);
  add(market.places().grid_ids.size(), grid_record, as_it_is);
  for (TravelRecord& record : travel_records(market)) builder.add(std::move(record));
  add(market.taxonomy().skills().size(), skill_record, as_it_is);
  add(market.taxonomy().occupations().size(), occupation_record, as_it_is);
  add(market.employers().size(), employer_record, as_it_is);
  add(market.residents().size(), resident_record, [&](std::size_t row, ResidentRecord& record) {
    record.blocked_postings.reset();
    edit_resident(row, record);
    return true;
  });
  add(market.postings().size(), posting_record, keep_posting);
  return builder.build();
}

TEST(ChangedLists, RankFewAgainAfterASmallChangeOfACommunity) {
  const auto nobody = [](std::size_t, ResidentRecord&) {};
  const Market yesterday = community_with(nobody, [](std::size_t row, PostingRecord&) { return row != 700; });
  const Market now = community_with(
      [](std::size_t row, ResidentRecord& record) {
        if (row % 1000 == 7) record.pay_floor = 1;
      },
      [](std::size_t row, PostingRecord& record) {
        if (row == 300) record.closes = Date(2026, 6, 1);
        return row != 500;
      });
  const Ranker before(yesterday, Policy::standard(), sample::reference_date());
  const Ranker after(now, Policy::standard(), sample::reference_date());
  ChangeCounters counters;
  expect_as_ranked(before, {.threads = 2}, after, {.threads = 2}, &counters);
  EXPECT_FALSE(counters.everyone);
  EXPECT_EQ(counters.changed_residents, 5U);
  EXPECT_EQ(counters.changed_postings, 3U);
  EXPECT_GE(counters.ranked_again, 5U);
  EXPECT_LT(counters.ranked_again, 5000U / 10);
}

TEST(ChangedLists, KeepEverythingWhereNothingThatCountsChanged) {
  RandomRecords records(4);
  const Ranker before(records.market(), Policy::standard(), today);
  records.edit(10);  // a title
  records.edit(14);  // protected attributes
  const Ranker after(records.market(), Policy::standard(), today);
  const ChangedLists changed = after.changed_lists(before, before.rank());
  EXPECT_EQ(changed.counters.ranked_again, 0U);
  EXPECT_TRUE(changed.residents.empty());
  EXPECT_EQ(changed.lists, after.rank());
}

TEST(ChangedLists, SayWhoIsGoneAndRankWhoHasNoListOfYesterday) {
  RandomRecords records(11);
  const Ranker before(records.market(), Policy::standard(), today);
  const std::size_t count = before.market().residents().size();
  records.edit(1);
  const Ranker after(records.market(), Policy::standard(), today);
  EXPECT_EQ(after.changed_lists(before, before.rank()).gone.size(), 1U);
  const ChangedLists from_nothing = after.changed_lists(before, {});
  EXPECT_EQ(from_nothing.counters.ranked_again, count - 1);
  EXPECT_EQ(from_nothing.lists, after.rank());
}

TEST(ChangedLists, RankEveryoneUnderAnotherPolicy) {
  RandomRecords records(12);
  Policy other = Policy::standard();
  other.weigh_for_resident("pay", "40");
  const Ranker before(records.market(), Policy::standard(), today);
  const Ranker after(records.market(), other, today);
  ChangeCounters counters;
  expect_as_ranked(before, {}, after, {}, &counters);
  EXPECT_TRUE(counters.everyone);
}

TEST(ChangedLists, RankEveryoneWhereThatIsLessWorkThanToLook) {
  const auto nobody = [](std::size_t, ResidentRecord&) {};
  const auto community_without = [&](std::size_t gone) {
    return community_with(nobody, [=](std::size_t row, PostingRecord&) { return row >= gone; });
  };
  const Ranker before(community_without(0), Policy::standard(), today);
  for (const std::size_t gone : {64U, 65U}) {
    ChangeCounters counters;
    expect_as_ranked(before, {}, Ranker(community_without(gone), Policy::standard(), today), {}, &counters);
    EXPECT_EQ(counters.changed_postings, gone);
    EXPECT_EQ(counters.everyone, gone == 65);
  }
}

TEST(ChangedLists, RefuseListsThatYesterdayCannotHaveGiven) {
  RandomRecords records(13);
  const Ranker ranker(records.market(), Policy::standard(), today);
  const auto code_of = [&](const RankedLists<ResidentRow>& lists, std::size_t k) {
    try {
      (void)ranker.changed_lists(ranker, lists, {.k = k});
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::cancelled;
  };
  EXPECT_EQ(code_of(RankedLists<ResidentRow>({ResidentRow(999)}, {0, 0}, {}, {0}), 5), ErrorCode::unknown_id);
  const Hit hit{ResidentRow(0), PostingRow(999), {}, 0};
  EXPECT_EQ(code_of(RankedLists<ResidentRow>({ResidentRow(0)}, {0, 1}, {hit}, {0}), 5), ErrorCode::unknown_id);
  EXPECT_EQ(code_of(ranker.rank({.k = 5}), 1), ErrorCode::invalid_option);
  // Lists of other options, which nothing but their hits can tell.
  EXPECT_EQ(code_of(ranker.rank({.k = 1}), 5), ErrorCode::contradiction);
  EXPECT_EQ(code_of(ranker.rank({.k = 5, .most_per_employer = 1}), 5), ErrorCode::contradiction);
  EXPECT_EQ(code_of(ranker.reciprocal(Combination::minimum, {.k = 5}), 5), ErrorCode::contradiction);
}

}  // namespace
}  // namespace aril
