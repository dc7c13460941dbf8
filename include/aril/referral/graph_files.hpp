// A referral graph from CSV files and to them: people.csv, links.csv, memberships.csv and consents.csv, as docs/market_format.md describes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aril/market/links.hpp"
#include "aril/market/market.hpp"
#include "aril/referral/graph.hpp"
#include "aril/referral/graph_builder.hpp"

namespace aril {

struct ReferralFiles {
  ReferralGraph graph;
  std::vector<MembershipRecord> memberships;  // for derived_links.hpp
  std::vector<ConsentRecord> consents;
};

// Reads the files of a folder that are there, on top of the people and employers of `market` (an empty Market: none). Files that end with .csv and are neither
// the graph's nor the market's are reported (unknown_file), which is where a misnamed one shows.
// Errors: file_not_readable where the folder has none of the files, or one can't be read; strict: one Error with every problem of every file, those of the text
// and those of ReferralGraphBuilder. Lenient: bad rows are left out and reported.
[[nodiscard]] ReferralFiles read_referral_files(const std::string& folder, const Market& market = {}, const GraphOptions& options = {});

// Writes people.csv, employers among them, and links.csv; the folder is made where there is none. read_referral_files gives the same graph back, equal in every
// array (one that holds links from vertices to themselves with options.self_links). Strengths are written as the shortest decimals of 0..1
// that are read as the same stored strength. Derived links are written as any other: don't derive them again. What people share is not written.
// Errors: file_not_writable.
void write_referral_files(const ReferralGraph& graph, const std::string& folder);

// One table from memory. All that is wrong with its text goes to builder.report(), under `file_name`; a row with a bad cell is not added.
void read_people(std::string_view csv_text, const std::string& file_name, ReferralGraphBuilder& builder);
void read_links(std::string_view csv_text, const std::string& file_name, ReferralGraphBuilder& builder);
// Errors as above go to `problems`; dangling_reference where the graph has no such person.
[[nodiscard]] std::vector<MembershipRecord> read_memberships(std::string_view csv_text, const std::string& file_name,
                                                             const ReferralGraph& graph, std::vector<Problem>& problems);
[[nodiscard]] std::vector<ConsentRecord> read_consents(std::string_view csv_text, const std::string& file_name, const ReferralGraph& graph,
                                                       std::vector<Problem>& problems);

}  // namespace aril
