// What a stream hands on, put together, are the lists of rank().
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "aril/rank/ranker.hpp"
#include "aril/sample/district.hpp"

namespace aril {
namespace {

using Lists = RankedLists<ResidentRow>;

const Ranker& community() {
  static const Ranker ranker(sample::district({.size = sample::Size::community, .seed = 3, .residents = 700}), Policy::standard(),
                             sample::reference_date());
  return ranker;
}

Lists streamed(const Ranker& ranker, const RankOptions& options, std::size_t block) {
  Lists all;
  ranker.stream(
      options,
      [&](const Lists& lists) {
        EXPECT_LE(lists.size(), block);
        for (std::size_t i = 0; i < lists.size(); ++i) all.append(lists.owners()[i], lists.at(i), lists.eligible()[i]);
      },
      block);
  return all;
}

TEST(Stream, HandsOnTheSameListsAsRank) {
  const RankOptions options{.k = 5, .threads = 2, .most_per_employer = 2, .deny = {{ResidentRow(3), {PostingRow(0), PostingRow(9)}}}};
  const Lists expected = community().rank(options);
  for (const std::size_t block : {1U, 7U, 256U, 700U, 100'000U}) EXPECT_EQ(streamed(community(), options, block), expected) << block;
}

TEST(Stream, KeepsTheOrderInWhichResidentsAreAskedFor) {
  RankOptions options{.k = 3, .threads = 2};
  options.residents = {ResidentRow(9), ResidentRow(2), ResidentRow(9), ResidentRow(500), ResidentRow(0)};
  const Lists expected = community().rank(options);
  EXPECT_TRUE(std::equal(expected.owners().begin(), expected.owners().end(), options.residents->begin(), options.residents->end()));
  EXPECT_EQ(streamed(community(), options, 2), expected);
  options.residents = std::vector<ResidentRow>{};
  EXPECT_EQ(streamed(community(), options, 2).size(), 0U);
}

TEST(Stream, ShowsTheProgressOfTheWhole) {
  RankOptions options{.k = 1, .threads = 2};
  std::size_t last = 0;
  options.watch.progress = [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 700U);
    EXPECT_GE(done, last);
    last = done;
  };
  streamed(community(), options, 300);
  EXPECT_EQ(last, 700U);
}

TEST(Stream, EndsWhenItIsToldTo) {
  RankOptions options{.k = 1, .threads = 2};
  std::size_t blocks = 0;
  options.watch.cancelled = [&] { return blocks == 2; };
  try {
    community().stream(
        options, [&](const Lists&) { ++blocks; }, 100);
    ADD_FAILURE() << "was not cancelled";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
  }
  EXPECT_EQ(blocks, 2U);
}

TEST(Stream, PassesOnWhatTheSinkThrowsAndGoesNoFurther) {
  std::size_t blocks = 0;
  const auto full = [&](const Lists&) {
    if (++blocks == 2) throw std::runtime_error("the disk is full");
  };
  EXPECT_THROW(community().stream({.k = 1, .threads = 2}, full, 100), std::runtime_error);
  EXPECT_EQ(blocks, 2U);
}

TEST(Stream, RefusesWhatRankRefuses) {
  const auto ignore = [](const Lists&) {};
  EXPECT_THROW(community().stream({}, ignore, 0), Error);
  RankOptions options;
  options.residents = {ResidentRow(700)};
  EXPECT_THROW(community().stream(options, ignore), Error);
}

// Of one home alone travel is looked up for what is left; of many it is made for all postings at once.
TEST(Stream, OneResidentHasTheSameListAlone) {
  for (const SearchPath path : {SearchPath::listed, SearchPath::bounded, SearchPath::bounded_by_skills}) {
    const Lists all = community().rank({.threads = 1, .path = path});
    for (std::uint32_t row = 0; row < 700; ++row) {
      const Lists one = community().rank(ResidentRow(row), {.path = path});
      ASSERT_TRUE(std::equal(one.hits().begin(), one.hits().end(), all.at(row).begin(), all.at(row).end())) << "resident " << row;
      ASSERT_EQ(one.eligible()[0], all.eligible()[row]);
    }
  }
}

}  // namespace
}  // namespace aril
