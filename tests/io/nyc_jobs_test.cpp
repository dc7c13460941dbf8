#include "aril/io/nyc_jobs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "aril/market/employers.hpp"
#include "aril/market/postings.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::SizeIs;

constexpr const char* header =
    "Job ID,Agency,Posting Type,# Of Positions,Business Title,Salary Range From,Salary Range To,Salary Frequency,Posting Date,Post "
    "Until,Level\n";

struct Outcome {
  NycCounts counts;
  Market market;
  std::vector<Problem> problems;
};

Outcome read(const std::string& rows, const NycOptions& options = {}) {
  const TemporaryFolder folder;
  text::write_file(folder.path("nyc-jobs.csv"), header + rows);
  MarketBuilder builder;
  builder.set({.currency = "USD", .title_english = {}, .title_chinese = {}});
  Outcome outcome;
  outcome.counts = read_nyc_jobs(folder.path("nyc-jobs.csv"), builder, options);
  outcome.market = builder.build(Strictness::lenient, &outcome.problems);
  return outcome;
}

TEST(NycJobs, ARowBecomesAPostingAndItsAgencyAnEmployer) {
  const Outcome outcome = read(
      "87990,DEPT OF \xC3\xA2\xE2\x82\xAC\xE2\x84\xA2S,Internal,2,\"Manager \xC3\xA2\xE2\x82\xAC\xE2\x80\x9C "
      "Yards\",42405,65485.5,Annual,2011-06-24T00:00:00.000,2019-03-29T00:00:00.000,1\n");
  EXPECT_THAT(outcome.problems, SizeIs(0)) << messages(outcome.problems);
  const PostingRecord posting = posting_record(outcome.market, 0);
  EXPECT_EQ(posting.id, "87990-Internal");
  EXPECT_EQ(posting.kind, Kind::job);
  EXPECT_EQ(posting.employer, "DEPT OF \xE2\x80\x99S");
  EXPECT_EQ(posting.title.english, "Manager \xE2\x80\x93 Yards");
  EXPECT_EQ(posting.seats, 2);
  EXPECT_EQ(posting.pay_lower, 4'240'500);
  EXPECT_EQ(posting.pay_upper, 6'548'550);
  EXPECT_EQ(posting.pay_period, PayPeriod::year);
  EXPECT_EQ(posting.posted, Date(2011, 6, 24));
  EXPECT_EQ(posting.closes, Date(2019, 3, 29));
  EXPECT_EQ(outcome.market.title(outcome.market.employer("DEPT OF \xE2\x80\x99S")), "DEPT OF \xE2\x80\x99S");
}

TEST(NycJobs, RatesAreRoundedHalfUpToCents) {
  const Outcome outcome = read("1,A,Internal,1,T,18.8149,24.335,Hourly,2011-06-24,,\n2,A,Internal,1,T,0,422.43,Daily,2011-06-24,,\n");
  EXPECT_THAT(outcome.problems, SizeIs(0)) << messages(outcome.problems);
  EXPECT_EQ(posting_record(outcome.market, 0).pay_lower, 1881);
  EXPECT_EQ(posting_record(outcome.market, 0).pay_upper, 2434);
  EXPECT_EQ(posting_record(outcome.market, 0).pay_period, PayPeriod::hour);
  EXPECT_EQ(posting_record(outcome.market, 1).pay_period, PayPeriod::day);
  EXPECT_FALSE(posting_record(outcome.market, 0).closes);
}

TEST(NycJobs, OfRepeatsTheSmallestRowStaysAndTheOthersAreReported) {
  const Outcome outcome = read(
      "1,A,Internal,5,T,1,2,Annual,2019-03-14,,\n1,A,Internal,3,T,1,2,Annual,2019-03-14,,\n1,A,External,1,T,1,2,Annual,2019-03-14,,\n");
  EXPECT_EQ(outcome.counts.rows, 3U);
  EXPECT_EQ(outcome.counts.repeats, 1U);
  EXPECT_EQ(outcome.counts.seats, 9);
  EXPECT_EQ(outcome.market.postings().size(), 2U);
  EXPECT_EQ(outcome.market.postings().seats[outcome.market.posting("1-Internal").index()], 3);
  ASSERT_THAT(outcome.problems, SizeIs(1));
  EXPECT_EQ(outcome.problems[0].code, ErrorCode::duplicate_id);
  EXPECT_EQ(outcome.problems[0].where.file, "nyc-jobs.csv");
  EXPECT_EQ(outcome.problems[0].where.first_line, 2U);
}

TEST(NycJobs, EveryBadCellOfARowIsReportedAndTheRowIsLeftOut) {
  const Outcome outcome = read("1,,Internal,many,T,1.x,2,Weekly,24/06/2011,,\n2,A,Internal,1,T,1,2,Annual,2019-03-14,,\n");
  EXPECT_EQ(outcome.counts.rows, 1U);
  EXPECT_EQ(outcome.market.postings().size(), 1U);
  std::vector<std::string> fields;
  for (const Problem& problem : outcome.problems) fields.push_back(problem.where.field);
  EXPECT_THAT(fields, ::testing::ElementsAre("Agency", "# Of Positions", "Salary Range From", "Salary Frequency", "Posting Date"));
  EXPECT_EQ(outcome.problems[0].where.first_line, 2U);
}

TEST(NycJobs, TheCallerChoosesOccupationsOnceATitleAndFillsInTheRest) {
  int asked = 0;
  const NycOptions options{.occupation_of =
                               [&](std::string_view title) {
                                 ++asked;
                                 return title == "Nurse" ? std::optional<std::string>("nurse") : std::nullopt;
                               },
                           .adjust = [](PostingRecord& posting) { posting.workplace = Workplace::remote; }};
  const TemporaryFolder folder;
  text::write_file(folder.path("jobs.csv"),
                   std::string(header) +
                       "1,A,Internal,1,Nurse,1,2,Annual,2019-03-14,,\n2,A,Internal,1,Nurse,1,2,Annual,2019-03-14,,\n"
                       "3,A,Internal,1,Other,1,2,Annual,2019-03-14,,\n");
  MarketBuilder builder;
  builder.set({.currency = "USD", .title_english = {}, .title_chinese = {}});
  builder.add(OccupationRecord{.id = "nurse", .title = {}, .aliases = {}, .broader = {}, .related = {}, .essential = {}, .optional = {}});
  static_cast<void>(read_nyc_jobs(folder.path("jobs.csv"), builder, options));
  const Market market = builder.build();
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(posting_record(market, 1).occupation, "nurse");
  EXPECT_EQ(posting_record(market, 2).occupation, std::nullopt);
  EXPECT_EQ(posting_record(market, 0).workplace, Workplace::remote);
}

TEST(NycJobs, AMissingColumnIsReportedAndAMissingFileIsAnError) {
  const TemporaryFolder folder;
  text::write_file(folder.path("jobs.csv"), "Job ID,Agency\n1,A\n");
  MarketBuilder builder;
  EXPECT_EQ(read_nyc_jobs(folder.path("jobs.csv"), builder).rows, 0U);
  std::vector<Problem> problems;
  static_cast<void>(builder.build(Strictness::lenient, &problems));
  EXPECT_THAT(problems, SizeIs(8));
  EXPECT_EQ(problems[0].code, ErrorCode::missing_column);
  EXPECT_THROW(static_cast<void>(read_nyc_jobs(folder.path("none.csv"), builder)), Error);
}

TEST(NycJobs, TheRealFileHasItsKnownNumbers) {
  const std::string folder = real_data("nyc_jobs");
  if (folder.empty()) GTEST_SKIP() << "no real data: set ARIL_REAL_DATA to the folder that holds nyc_jobs";
  MarketBuilder builder;
  builder.set({.currency = "USD", .title_english = {}, .title_chinese = {}});
  std::vector<std::string> titles;
  const NycCounts counts = read_nyc_jobs(folder + "/nyc-jobs.csv", builder);
  std::vector<Problem> problems;
  const Market market = builder.build(Strictness::lenient, &problems);
  EXPECT_EQ(counts.rows, 3843U);
  EXPECT_EQ(counts.repeats, 40U);
  EXPECT_EQ(counts.seats, 9615);
  EXPECT_EQ(counts.employers, 54U);
  EXPECT_EQ(market.employers().size(), 54U);
  EXPECT_EQ(market.postings().size(), 3803U);
  EXPECT_EQ(std::accumulate(market.postings().seats.begin(), market.postings().seats.end(), std::int64_t{0}), 9165);
  EXPECT_THAT(problems, SizeIs(40));
  for (const Problem& problem : problems) EXPECT_EQ(problem.code, ErrorCode::duplicate_id) << problem.message();
  // Of the one pair that differs the earlier day is the smaller row.
  EXPECT_EQ(market.postings().posted[market.posting("384503-Internal").index()], Date(2019, 3, 13));
  for (const std::string& title : market.postings().titles.english) EXPECT_EQ(title.find("\xC3\xA2"), std::string::npos) << title;
}

}  // namespace
}  // namespace aril::io::test
