#include "aril/referral/graph_builder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "aril/referral/graph_change.hpp"
#include "aril/referral/graph_files.hpp"
#include "support.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

std::string messages(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += problem.message() + "\n";
  return text;
}

TEST(ReferralGraphBuilder, TakesPeopleAndEmployersFromAMarketAndNamesFromRecords) {
  ReferralGraphBuilder builder;
  builder.add(test::SmallMarket().build());
  builder.add(VertexRecord{"r1", {"Ann", "安"}, VertexKind::volunteer});
  builder.add(VertexRecord{"h1", {}, VertexKind::grid_worker});
  builder.add(
      LinkRecord{.from = "r1", .to = "h1", .kind = LinkKind::grid_worker, .strength = 100, .since = Date(2020, 1, 2), .consent = true});
  builder.add(LinkRecord{.from = "h1", .to = "e1", .strength = 200, .since = {}, .consent = {}});
  const ReferralGraph graph = builder.build();
  EXPECT_EQ(graph.vertex_count(), 4);
  EXPECT_EQ(graph.name(graph.vertex("r1"), Language::chinese), "安");
  EXPECT_EQ(graph.kind(graph.vertex("r1")), VertexKind::volunteer);
  EXPECT_EQ(graph.name(graph.vertex("e1")), "Power Shop");
  EXPECT_TRUE(graph.is_employer(graph.vertex("e1")));
  EXPECT_EQ(graph.link(LinkRow(1)), (Link{graph.vertex("r1"), graph.vertex("h1"), LinkKind::grid_worker, 100, Date(2020, 1, 2), true}));
  EXPECT_FALSE(graph.has_consent(LinkRow(0)));
  EXPECT_EQ(builder.build().vertex_count(), 0);  // empty afterwards
}

// Compiled with -Werror and -Wextra: what an example leaves out must not be warned about.
TEST(ReferralGraphBuilder, DoesWhatTheHeadersExampleShows) {
  ReferralGraphBuilder builder;
  builder.add(VertexRecord{.id = "ann"});
  builder.add(VertexRecord{.id = "shop", .kind = VertexKind::employer});
  builder.add(LinkRecord{.from = "ann", .to = "shop", .kind = LinkKind::works_at, .strength = full_strength, .consent = true});
  EXPECT_EQ(builder.build().link_count(), 1);
}

TEST(ReferralGraphBuilder, ReportsEveryProblemWithItsPlace) {
  const auto filled = [] {
    ReferralGraphBuilder builder;
    builder.add(test::SmallMarket().build());
    builder.add(VertexRecord{"e1", {}, VertexKind::helper});
    builder.add(VertexRecord{"", {}, VertexKind::helper});
    builder.begin_file("ties.csv");
    builder.add(LinkRecord{.from = "r1", .to = "nobody", .since = {}, .consent = {}}, {7, 8});
    builder.add(LinkRecord{.from = "r1", .to = "r1", .since = {}, .consent = {}}, {9, 9});
    builder.add(LinkRecord{.from = "r1", .to = "e1", .since = {}, .consent = {}}, {10, 10});
    return builder;
  };
  std::vector<Problem> problems;
  const ReferralGraph graph = filled().build({.strictness = Strictness::lenient, .problems = &problems});
  ASSERT_EQ(problems.size(), 4) << messages(problems);
  EXPECT_EQ(problems[0].code, ErrorCode::contradiction);
  EXPECT_EQ(problems[0].where, (Place{"people", 1, 1, "kind"}));
  EXPECT_EQ(problems[1].code, ErrorCode::invalid_id);
  EXPECT_EQ(problems[2].code, ErrorCode::dangling_reference);
  EXPECT_EQ(problems[2].where, (Place{"ties.csv", 7, 8, "to"}));
  EXPECT_EQ(problems[3].code, ErrorCode::cycle);
  EXPECT_EQ(graph.link_count(), 1);
  EXPECT_TRUE(graph.is_employer(graph.vertex("e1")));
  try {
    (void)filled().build();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problems(), problems);
  }
}

TEST(ReferralGraphBuilder, LetsWorkLeadFromAPersonToAnEmployerAlone) {
  for (const LinkKind kind : {LinkKind::works_at, LinkKind::worked_at, LinkKind::business_contact}) {
    ReferralGraphBuilder builder;
    builder.add(test::person("ann"));
    builder.add(test::person("bob"));
    builder.add(test::employer("shop"));
    builder.add(LinkRecord{.from = "ann", .to = "shop", .kind = kind});
    builder.add(LinkRecord{.from = "ann", .to = "bob", .kind = kind});
    builder.add(LinkRecord{.from = "shop", .to = "bob", .kind = kind});
    std::vector<Problem> problems;
    const ReferralGraph graph = builder.build({.strictness = Strictness::lenient, .problems = &problems});
    ASSERT_EQ(problems.size(), 2) << messages(problems);
    EXPECT_EQ(problems[0].code, ErrorCode::contradiction);
    EXPECT_EQ(problems[0].where, (Place{"links", 2, 2, "to"}));
    EXPECT_EQ(problems[1].where, (Place{"links", 3, 3, "from"}));
    EXPECT_EQ(graph.link_count(), 1);
    EXPECT_THROW((void)with_links(graph, {}, std::vector<Link>{{VertexRow(0), VertexRow(1), kind}}), Error);
  }
}

class ReferralFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("aril_referral_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const char* name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  std::filesystem::path folder_;
};

TEST_F(ReferralFilesTest, AreReadIntoAGraph) {
  write("people.csv", "id,title_en,kind\nann,Ann,\nbob,,building_head\nshop,The Shop,employer\n");
  write("links.csv", "strength,from,to,kind,since,consent\n0.5,ann,bob,building_head,2024-02-29,yes\n1,bob,shop,works_at,,no\n");
  write("memberships.csv", "person,kind,of,head\nann,building,B3,\nbob,building,B3,yes\n");
  write("consents.csv", "person,kind,consent\nbob,building_head,yes\n");
  const ReferralFiles files = read_referral_files(folder_.string());
  EXPECT_EQ(files.graph.vertex_count(), 3);
  EXPECT_EQ(files.graph.link(LinkRow(0)), (Link{VertexRow(0), VertexRow(1), LinkKind::building_head, 32768, Date(2024, 2, 29), true}));
  EXPECT_EQ(files.graph.link(LinkRow(1)), (Link{VertexRow(1), VertexRow(2), LinkKind::works_at, 65535, Date::none(), false}));
  EXPECT_EQ(files.memberships,
            (std::vector<MembershipRecord>{{"ann", MembershipKind::building, "B3", false}, {"bob", MembershipKind::building, "B3", true}}));
  EXPECT_EQ(files.consents, (std::vector<ConsentRecord>{{"bob", LinkKind::building_head, true}}));
}

TEST_F(ReferralFilesTest, AreWrittenAndReadAsTheSameGraph) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    const ReferralGraph graph = test::random_graph(random, {.strengths = 2 + seed * 1311});
    write_referral_files(graph, (folder_ / "made").string());
    const ReferralFiles files = read_referral_files((folder_ / "made").string(), {}, {.self_links = true});
    test::expect_equal(graph, files.graph);
  }
}

// Words that CSV must quote, dates, kinds, consent, and every strength there is.
TEST_F(ReferralFilesTest, KeepEveryStrengthAndCell) {
  std::vector<Link> links{{VertexRow(0), VertexRow(1), LinkKind::works_at, 7, Date(1999, 12, 31), true}};
  for (std::uint32_t strength = 0; strength <= full_strength; ++strength)
    links.push_back({VertexRow(0), VertexRow(1), LinkKind::family, static_cast<Strength>(strength), Date::none(), strength % 2 == 0});
  const ReferralGraph people =
      make_referral_graph({{" a,\"n\"", {"Ann,\n\"A\"", "安"}, VertexKind::volunteer}, {"shop", {"", "店"}, VertexKind::employer}}, {});
  const ReferralGraph graph = with_links(people, {}, links);
  write_referral_files(graph, folder_.string());
  test::expect_equal(graph, read_referral_files(folder_.string()).graph);
  EXPECT_THROW(write_referral_files(graph, (folder_ / "links.csv" / "below").string()), Error);
}

TEST_F(ReferralFilesTest, AreReportedByFileLineAndField) {
  write("people.csv", "id,kind,shoe\nann,\nbob,wizard,x\n,resident,x\ncarol,,\nshop,employer,\n");
  write("links.csv",
        "from,to,kind,strength,since,consent\n"
        "ann,bob,friend,0.5,,\n"
        "carol,shop,frend,1.5,2024-02-30,maybe\n"
        "carol,shop,friend,a lot,,\n"
        "carol,shop,friend,,,\n"
        "carol,carol,friend,1,,\n"
        "carol,shop,friend,1,,yes\n");
  write("memberships.csv", "person,kind,of\nann,building,B3\ncarol,house,B3\nshop,group,G\n");
  write("consents.csv", "person,consent\ncarol,yes\n");
  std::vector<Problem> problems;
  const ReferralFiles files = read_referral_files(folder_.string(), {}, {.strictness = Strictness::lenient, .problems = &problems});
  EXPECT_EQ(messages(problems),
            "people.csv:1: shoe: expected a known column, perhaps id, found 'shoe' [unknown_column]\n"
            "people.csv:2: expected 3 cells, as in the header, found 2 cells [wrong_cell_count]\n"
            "people.csv:3: kind: expected one of resident, grid_worker, building_head, volunteer, mutual_help_group, helper, employer, "
            "the nearest is 'helper', found 'wizard' [unknown_word]\n"
            "people.csv:4: id: expected a value that is stated, found an empty cell [missing_value]\n"
            "links.csv:2: from: expected the id of a person or an employer, found 'ann' [dangling_reference]\n"
            "links.csv:2: to: expected the id of a person or an employer, found 'bob' [dangling_reference]\n"
            "links.csv:3: kind: expected one of other, family, friend, neighbour, same_grid, same_group, fellow_townsperson, classmate, "
            "colleague, same_employer, former_colleague, building_head, grid_worker, volunteer, works_at, worked_at, business_contact, "
            "the nearest is 'friend', found 'frend' [unknown_word]\n"
            "links.csv:3: strength: expected a decimal of 0..1, found '1.5' [out_of_range]\n"
            "links.csv:3: since: expected a date YYYY-MM-DD, found '2024-02-30' [malformed]\n"
            "links.csv:3: consent: expected yes or no, found 'maybe' [unknown_word]\n"
            "links.csv:4: strength: expected a decimal of 0..1, found 'a lot' [malformed]\n"
            "links.csv:5: strength: expected a value that is stated, found an empty cell [missing_value]\n"
            "links.csv:6: to: expected another vertex than it starts from, found 'carol' [cycle]\n"
            "memberships.csv:2: person: expected the id of a person of the graph, found 'ann' [dangling_reference]\n"
            "memberships.csv:3: kind: expected one of employer, group, building, the nearest is 'group', found 'house' [unknown_word]\n"
            "memberships.csv:4: person: expected the id of a person of the graph, found 'shop' [dangling_reference]\n"
            "consents.csv:1: kind: expected a column of this name, found none; no row is read [missing_column]\n");
  EXPECT_EQ(files.graph.link_count(), 1);
  EXPECT_EQ(files.memberships.size(), 0);
  EXPECT_THROW((void)read_referral_files(folder_.string()), Error);
  EXPECT_THROW((void)read_referral_files((folder_ / "elsewhere").string()), Error);
}

}  // namespace
}  // namespace aril
