// A referral graph from records in any order: the ids of links are looked up, every problem is reported with its place, as a MarketBuilder does.
//
//   aril::ReferralGraphBuilder builder;
//   builder.add(market);
//   builder.add(aril::LinkRecord{.from = "ann", .to = "shop", .kind = aril::LinkKind::works_at, .strength = aril::full_strength, .consent = true});
//   aril::ReferralGraph graph = builder.build();
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/links.hpp"
#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

class ReferralGraphBuilder {
 public:
  // The name that problems of the records added from now on will bear; at first "people" and "links".
  void begin_file(std::string name);
  void add(VertexRecord record, Lines lines = {});
  void add(LinkRecord record, Lines lines = {});
  // All residents and employers of the market, buildings and business districts too. A record of the same id gives a title or the kind of helper that the
  // resident is.
  void add(const Market& market);
  // A problem that a reader met before it had a record.
  void report(Problem problem) { problems_.push_back(std::move(problem)); }

  // The builder is empty afterwards.
  // Errors: as make_referral_graph; dangling_reference for a link whose end is no vertex; contradiction for a person who is an employer of the market, or the
  // other way round (the market's stays).
  [[nodiscard]] ReferralGraph build(const GraphOptions& options = {});

 private:
  struct Origin {
    std::uint32_t file = 0;
    Lines lines;
  };
  [[nodiscard]] Origin origin(const char* table, std::size_t count, Lines lines);
  [[nodiscard]] Place place(const Origin& origin, std::string field) const;
  void leave_out_contradictions();
  void add_market_vertices();
  void place_links(ReferralGraph::Content& content, const GraphOptions& options);
  void sort_problems();

  std::vector<std::string> files_;
  bool file_begun_ = false;
  std::vector<VertexRecord> vertices_;
  std::vector<Origin> vertex_origins_;
  std::vector<LinkRecord> links_;
  std::vector<Origin> link_origins_;
  std::vector<Market> markets_;
  std::vector<Problem> problems_;
};

}  // namespace aril
