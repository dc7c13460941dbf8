#include "aril/io/esco.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "aril/market/concept_table.hpp"
#include "aril/market/taxonomy.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const std::string base = "http://data.europa.eu/esco/";

// The layout of the official download, cut down to the columns that matter and two that do not, with rows that dangle.
Files official_layout() {
  Files files;
  files["occupations_en"] =
      "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status\n"
      "Occupation," +
      base +
      "occupation/o1,7212,welder,\"arc welder\nwelder\nMIG welder\narc welder\",released\n"
      "Occupation," +
      base + "occupation/o2,7212,\"spot welder\",,released\n";
  files["skills_en"] =
      "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n"
      "KnowledgeSkillCompetence," +
      base +
      "skill/s1,skill/competence,sector-specific,weld,\"fuse\nweld\"\n"
      "KnowledgeSkillCompetence," +
      base +
      "skill/s2,knowledge,cross-sector,metals,\n"
      "KnowledgeSkillCompetence," +
      base + "skill/s3,,,\"read, \"\"plans\"\"\",\n";
  files["occupationSkillRelations_en"] =
      "occupationUri,relationType,skillType,skillUri\n" + base + "occupation/o1,essential,skill/competence," + base + "skill/s1\n" + base +
      "occupation/gone,essential,knowledge," + base + "skill/s2\n" + base + "occupation/o1,optional,knowledge," + base + "skill/s2\n" +
      base + "occupation/o1,optional,knowledge," + base + "skill/gone\n" + base + "occupation/o2,essential,skill/competence," + base +
      "skill/s1\n";
  files["skillSkillRelations"] = "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n" + base +
                                 "skill/s1,skill/competence,optional,knowledge," + base + "skill/s2\n" + base +
                                 "skill/s3,skill/competence,optional,skill/competence," + base + "skill/s3\n";
  files["skillGroups_en"] =
      "conceptType,conceptUri,preferredLabel,altLabels,code\n"
      "SkillGroup," +
      base +
      "skill/S1,skills,,S1\n"
      "SkillGroup," +
      base + "isced-f/07,engineering,,07\n";
  files["ISCOGroups_en"] =
      "conceptType,conceptUri,code,preferredLabel,altLabels\n"
      "ISCOGroup," +
      base +
      "isco/C7212,7212,Welders,\n"
      "ISCOGroup," +
      base + "isco/C72,72,Metal workers,\n";
  files["broaderRelationsSkillPillar_en"] =
      "conceptType,conceptUri,broaderType,broaderUri\n"
      "KnowledgeSkillCompetence," +
      base + "skill/s1,SkillGroup," + base +
      "skill/S1\n"
      "KnowledgeSkillCompetence," +
      base + "skill/s2,SkillGroup," + base +
      "isced-f/07\n"
      "KnowledgeSkillCompetence," +
      base + "skill/s2,SkillGroup," + base +
      "isced-f/99\n"
      "KnowledgeSkillCompetence," +
      base + "skill/s3,KnowledgeSkillCompetence," + base + "skill/s1\n";
  files["broaderRelationsOccPillar_en"] =
      "conceptType,conceptUri,broaderType,broaderUri\n"
      "ISCOGroup," +
      base + "isco/C7212,ISCOGroup," + base +
      "isco/C72\n"
      "Occupation," +
      base + "occupation/o1,ISCOGroup," + base +
      "isco/C7212\n"
      "Occupation," +
      base + "occupation/o2,Occupation," + base + "occupation/o1\n";
  return files;
}

struct Outcome {
  EscoCounts counts;
  Market market;
  std::vector<Problem> told;   // by read_esco
  std::vector<Problem> built;  // by build
};

Outcome read(const std::string& folder, Strictness strictness = Strictness::lenient) {
  MarketBuilder builder;
  Outcome outcome;
  outcome.counts = read_esco(folder, builder, {.strictness = strictness, .problems = &outcome.told});
  outcome.market = builder.build(Strictness::lenient, &outcome.built);
  return outcome;
}

Outcome read(const Files& files, Strictness strictness = Strictness::lenient) {
  const TemporaryFolder folder;
  write_files(folder.path(), files);
  return read(folder.path(), strictness);
}

std::size_t row(const ConceptTable& table, std::string_view id) { return table.ids.find(id).value(); }

TEST(Esco, TheOfficialLayoutBecomesATaxonomy) {
  const Outcome outcome = read(official_layout());
  const Taxonomy& taxonomy = outcome.market.taxonomy();
  EXPECT_EQ(outcome.counts.occupations, 2U);
  EXPECT_EQ(outcome.counts.skills, 3U);
  EXPECT_EQ(outcome.counts.occupation_groups, 2U);
  EXPECT_EQ(outcome.counts.skill_groups, 2U);
  EXPECT_EQ(outcome.counts.relations, 3U);
  EXPECT_EQ(outcome.counts.skill_relations, 1U);
  EXPECT_EQ(outcome.counts.broader_links, 6U);
  EXPECT_EQ(outcome.counts.blank_types, 1U);
  EXPECT_EQ(taxonomy.occupations().size(), 4U);
  EXPECT_EQ(taxonomy.skills().size(), 5U);
  const OccupationRecord welder = occupation_record(outcome.market, row(taxonomy.occupations(), "occupation/o1"));
  EXPECT_EQ(welder.title.english, "welder");
  EXPECT_EQ(welder.broader, std::vector<std::string>{"isco/C7212"});
  EXPECT_EQ(welder.essential, std::vector<SkillItem>{{"skill/s1"}});
  EXPECT_EQ(welder.optional, std::vector<SkillItem>{{"skill/s2"}});
  EXPECT_FALSE(welder.group);
  EXPECT_TRUE(occupation_record(outcome.market, row(taxonomy.occupations(), "isco/C72")).group);
  EXPECT_EQ(skill_record(outcome.market, row(taxonomy.skills(), "isced-f/07")).title.english, "engineering");
  EXPECT_TRUE(skill_record(outcome.market, row(taxonomy.skills(), "skill/S1")).group);
  EXPECT_EQ(skill_record(outcome.market, row(taxonomy.skills(), "skill/s3")).title.english, "read, \"plans\"");
}

TEST(Esco, LabelsThatRepeatThePreferredOneOrAnotherAreDropped) {
  const Outcome outcome = read(official_layout());
  const ConceptTable& occupations = outcome.market.taxonomy().occupations();
  EXPECT_THAT(occupations.aliases[row(occupations, "occupation/o1")], ::testing::UnorderedElementsAre("arc welder", "MIG welder"));
  EXPECT_FALSE(occupation_record(outcome.market, row(occupations, "occupation/o2")).aliases);
}

TEST(Esco, LabelsMayBeSeparatedByCarriageReturnAndNewline) {
  Files files = official_layout();
  std::string& bytes = files["occupations_en"];
  bytes.replace(bytes.find("arc welder\nwelder"), 11, "arc welder\r\n");
  const Outcome outcome = read(files);
  const ConceptTable& occupations = outcome.market.taxonomy().occupations();
  EXPECT_THAT(occupations.aliases[row(occupations, "occupation/o1")], ::testing::UnorderedElementsAre("arc welder", "MIG welder"));
}

TEST(Esco, ADanglingRowIsReportedByItsLineAndNothingElseIsLost) {
  const Outcome outcome = read(official_layout());
  EXPECT_EQ(outcome.counts.dangling_relations, 2U);
  EXPECT_EQ(outcome.counts.dangling_links, 1U);
  EXPECT_EQ(outcome.counts.self_links, 1U);
  std::vector<std::string> places;
  for (const Problem& problem : outcome.told) {
    places.push_back(problem.where.file + ":" + std::to_string(problem.where.first_line) + ":" + problem.where.field + " " +
                     std::string(name_of(problem.code)));
  }
  EXPECT_THAT(places, ElementsAre("broaderRelationsSkillPillar_en.csv:4:broaderUri dangling_reference",
                                  "skillSkillRelations.csv:3:relatedSkillUri cycle",
                                  "occupationSkillRelations_en.csv:3:occupationUri dangling_reference",
                                  "occupationSkillRelations_en.csv:5:skillUri dangling_reference"));
  EXPECT_THAT(outcome.built, SizeIs(0)) << messages(outcome.built);
}

TEST(Esco, StrictReadingHandsTheProblemsToTheBuilder) {
  const TemporaryFolder folder;
  write_files(folder.path(), official_layout());
  MarketBuilder builder;
  static_cast<void>(read_esco(folder.path(), builder));
  try {
    static_cast<void>(builder.build());
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.problems(), SizeIs(4));
  }
}

TEST(Esco, LenientReadingLeavesAStrictBuildToTheCallersOwnFiles) {
  const TemporaryFolder folder;
  write_files(folder.path(), official_layout());
  MarketBuilder builder;
  static_cast<void>(read_esco(folder.path(), builder, {.strictness = Strictness::lenient}));
  EXPECT_EQ(builder.build().taxonomy().skills().size(), 5U);
}

TEST(Esco, WithoutAFileOfGroupsThoseThatLinksNameAreMade) {
  Files files = official_layout();
  files.erase("skillGroups_en");
  files.erase("ISCOGroups_en");
  const Outcome outcome = read(files);
  EXPECT_EQ(outcome.counts.skill_groups, 3U);
  EXPECT_EQ(outcome.counts.occupation_groups, 2U);
  EXPECT_EQ(outcome.counts.dangling_links, 0U);
  const ConceptTable& skills = outcome.market.taxonomy().skills();
  EXPECT_EQ(skills.is_group[row(skills, "isced-f/99")], 1);
  EXPECT_EQ(skills.title(row(skills, "isced-f/99")), "isced-f/99");
}

TEST(Esco, ARepeatedConceptIsReportedAndTheFirstStays) {
  Files files = official_layout();
  files["skills_en"] += "KnowledgeSkillCompetence," + base + "skill/s1,knowledge,,again,\n";
  const Outcome outcome = read(files);
  ASSERT_THAT(outcome.told, SizeIs(5));
  EXPECT_EQ(outcome.told[0].code, ErrorCode::duplicate_id);
  EXPECT_EQ(outcome.told[0].where, (Place{"skills_en.csv", 6, 6, "conceptUri"}));
  const ConceptTable& skills = outcome.market.taxonomy().skills();
  EXPECT_EQ(skills.title(row(skills, "skill/s1")), "weld");
}

TEST(Esco, ARelationThatIsNeitherEssentialNorOptionalIsReported) {
  Files files = official_layout();
  files["occupationSkillRelations_en"] += base + "occupation/o1,vital,knowledge," + base + "skill/s3\n";
  const Outcome outcome = read(files);
  EXPECT_EQ(outcome.counts.relations, 3U);
  EXPECT_EQ(outcome.told.back().code, ErrorCode::unknown_word);
  EXPECT_EQ(outcome.told.back().where.first_line, 7U);
}

TEST(Esco, AMissingColumnIsReported) {
  Files files = official_layout();
  files["skills_en"] = "conceptUri,label\n";
  const Outcome outcome = read(files);
  EXPECT_EQ(outcome.told[0].code, ErrorCode::missing_column);
  EXPECT_EQ(outcome.told[0].where.field, "preferredLabel");
}

TEST(Esco, TheAdaptedLayoutNamesConceptsByNumber) {
  const TemporaryFolder folder;
  text::write_file(folder.path("occupations.tsv"),
                   "occ_id\turi_suffix\tisco08\tcode\tpreferred_label\talt_labels\n"
                   "0\to1\t7212\t7212.1\twelder\tarc welder|welder\r\n"
                   "1\to2\t7212\n");
  text::write_file(folder.path("skills.tsv"),
                   "skill_id\turi_suffix\ttype\treuse_level\tpreferred_label\talt_labels\n"
                   "0\tskill/s1\t\t\tweld \"well\"\t\n");
  text::write_file(folder.path("occupation_skill.tsv"), "occ_id\tskill_id\trelation\n0\t0\tE\n1\t0\tO\n");
  text::write_file(folder.path("isco08_groups.tsv"), "code\tlabel\n7212\tWelders\n");
  text::write_file(folder.path("broader_occupation.tsv"),
                   "concept_type\tconcept\tbroader_type\tbroader\nOccupation\toccupation/o1\tISCOGroup\tisco/C7212\n");
  const Outcome outcome = read(folder.path());
  const ConceptTable& occupations = outcome.market.taxonomy().occupations();
  EXPECT_EQ(outcome.counts.occupations, 1U);
  EXPECT_EQ(outcome.counts.relations, 1U);
  EXPECT_EQ(outcome.counts.dangling_relations, 1U);
  EXPECT_EQ(outcome.counts.broader_links, 1U);
  EXPECT_EQ(outcome.counts.blank_types, 1U);
  EXPECT_THAT(occupations.aliases[row(occupations, "occupation/o1")], ElementsAre("arc welder"));
  EXPECT_EQ(occupations.title(row(occupations, "isco/C7212")), "Welders");
  ASSERT_THAT(outcome.told, SizeIs(2)) << messages(outcome.told);
  EXPECT_EQ(outcome.told[0].code, ErrorCode::wrong_cell_count);
  EXPECT_EQ(outcome.told[0].where, (Place{"occupations.tsv", 3, 3, ""}));
}

TEST(Esco, AFolderWithNeitherLayoutIsAnError) {
  const TemporaryFolder folder;
  try {
    static_cast<void>(read(folder.path()));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_not_readable);
  }
}

TEST(Esco, TheRealFilesHaveTheirKnownNumbers) {
  const std::string folder = real_data("esco");
  if (folder.empty()) GTEST_SKIP() << "no real data: set ARIL_REAL_DATA to the folder that holds esco";
  const Outcome outcome = read(folder);
  EXPECT_EQ(outcome.counts.occupations, 3007U);
  EXPECT_EQ(outcome.counts.skills, 13896U);
  EXPECT_EQ(outcome.counts.occupation_groups, 619U);
  EXPECT_EQ(outcome.counts.skill_groups, 647U);
  EXPECT_EQ(outcome.counts.relations, 123788U);
  EXPECT_EQ(outcome.counts.dangling_relations, 0U);
  EXPECT_EQ(outcome.counts.blank_types, 6U);
  EXPECT_EQ(outcome.counts.skill_relations, 5898U);
  EXPECT_EQ(outcome.counts.broader_links, 20656U + 3616U);
  // The occupation that README.md tells of stands in a broader link too, and one skill is related to itself.
  EXPECT_EQ(outcome.counts.dangling_links, 1U);
  EXPECT_EQ(outcome.counts.self_links, 1U);
  ASSERT_THAT(outcome.told, SizeIs(2)) << messages(outcome.told);
  EXPECT_THAT(outcome.told[0].message(), HasSubstr("broader_occupation.tsv:3205"));
  EXPECT_THAT(outcome.built, SizeIs(0)) << messages(outcome.built);
  EXPECT_EQ(outcome.market.taxonomy().occupations().size(), 3007U + 619U);
  EXPECT_EQ(outcome.market.taxonomy().skills().size(), 13896U + 647U);
}

std::set<std::uint32_t> essential_skills(const Taxonomy& taxonomy, std::size_t occupation) {
  std::set<std::uint32_t> skills;
  for (const Requirement& asked : taxonomy.asks(OccupationRow(occupation))) {
    if (asked.must) skills.insert(asked.skill.value);
  }
  return skills;
}

TEST(Esco, TheRealEssentialSkillsHaveTheirPublishedStatistics) {
  const std::string folder = real_data("esco");
  if (folder.empty()) GTEST_SKIP() << "no real data: set ARIL_REAL_DATA to the folder that holds esco";
  const Market market = read(folder).market;
  const Taxonomy& taxonomy = market.taxonomy();
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < taxonomy.occupations().size(); ++i) {
    const std::size_t size = essential_skills(taxonomy, i).size();
    if (size > 0) sizes.push_back(size);
  }
  EXPECT_EQ(sizes.size(), 3006U);
  EXPECT_EQ(*std::min_element(sizes.begin(), sizes.end()), 2U);
  EXPECT_EQ(*std::max_element(sizes.begin(), sizes.end()), 133U);
  double sum = 0;
  for (const std::size_t size : sizes) sum += static_cast<double>(size);
  EXPECT_NEAR(sum / 3006, 21.587, 0.0005);
}

TEST(Esco, TheRealTaxonomyIsTheSameAfterWritingAndReading) {
  const std::string folder = real_data("esco");
  if (folder.empty()) GTEST_SKIP() << "no real data: set ARIL_REAL_DATA to the folder that holds esco";
  const Files files = written(read(folder).market);
  EXPECT_TRUE(written(read_files(files)) == files);
}

}  // namespace
}  // namespace aril::io::test
