#include "aril/referral/graph_files.hpp"

#include <array>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

#include "aril/market/file_names.hpp"
#include "aril/text/csv.hpp"
#include "aril/text/file.hpp"
#include "aril/text/folder.hpp"
#include "aril/units/strength.hpp"
#include "csv_rows.hpp"
#include "nearest_id.hpp"

namespace aril {
namespace {

void report_all(std::vector<Problem>& problems, ReferralGraphBuilder& builder) {
  for (Problem& problem : problems) builder.report(std::move(problem));
}

bool is_person_of(const ReferralGraph& graph, CsvRows& rows, std::size_t column, std::size_t& ids_to_compare) {
  const std::optional<VertexRow> row = graph.find(rows.cell(column));
  if (row && !graph.is_employer(*row)) return true;
  const std::string hint = row ? "" : nearest_id_hint(rows.cell(column), graph.content().ids, ids_to_compare);
  rows.report(ErrorCode::dangling_reference, column, "the id of a person of the graph" + hint);
  return false;
}

std::optional<std::string> file_in(const std::string& folder, const char* name) {
  const std::filesystem::path path = std::filesystem::path(folder) / name;
  std::error_code no_answer;  // then there is nothing that could be read
  if (!std::filesystem::exists(path, no_answer)) return std::nullopt;
  return text::read_file(path.string());
}

// Of the graph's folder, which may be the market's.
std::vector<Problem> unknown_files(const std::string& folder) {
  std::vector<std::string> known(referral_file_names.begin(), referral_file_names.end());
  known.insert(known.end(), market_file_names.begin(), market_file_names.end());
  return text::unknown_csv_files(folder, known, "the graph's and the market's");
}

std::string people_text(const ReferralGraph& graph) {
  std::string text;
  text::CsvWriter csv(text);
  for (const char* column : {"id", "title_en", "title_zh", "kind"}) csv.cell(column);
  csv.end_record();
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    const TitleColumns& titles = graph.content().titles;
    for (const std::string_view cell : {graph.id(VertexRow(v)), std::string_view(titles.english[v]), std::string_view(titles.chinese[v]),
                                        name_of(graph.kind(VertexRow(v)))})
      csv.cell(cell);
    csv.end_record();
  }
  return text;
}

std::string links_text(const ReferralGraph& graph) {
  std::string text;
  text::CsvWriter csv(text);
  for (const char* column : {"from", "to", "kind", "strength", "since", "consent"}) csv.cell(column);
  csv.end_record();
  for (std::size_t i = 0; i < graph.link_count(); ++i) {
    const Link link = graph.link(LinkRow(i));
    csv.cell(graph.id(link.from));
    csv.cell(graph.id(link.to));
    csv.cell(name_of(link.kind));
    csv.cell(format_strength(link.strength));
    csv.cell(link.since.is_none() ? std::string() : link.since.iso());
    csv.cell(link.consent ? "yes" : "no");
    csv.end_record();
  }
  return text;
}

}  // namespace

void write_referral_files(const ReferralGraph& graph, const std::string& folder) {
  std::error_code reason;
  std::filesystem::create_directories(folder, reason);
  if (reason) throw Error(ErrorCode::file_not_writable, {folder, 0, 0, ""}, "a place to make a folder", reason.message());
  const std::filesystem::path path(folder);
  text::write_file((path / "people.csv").string(), people_text(graph));
  text::write_file((path / "links.csv").string(), links_text(graph));
}

void read_people(std::string_view csv_text, const std::string& file_name, ReferralGraphBuilder& builder) {
  static constexpr std::array columns{CsvColumn{"id", true}, CsvColumn{"title_en"}, CsvColumn{"title_zh"}, CsvColumn{"kind"}};
  builder.begin_file(file_name);
  std::vector<Problem> problems;
  for (CsvRows rows(csv_text, file_name, columns, problems); rows.next();) {
    VertexRecord record{std::string(rows.cell(0)), {std::string(rows.cell(1)), std::string(rows.cell(2))}, VertexKind::resident};
    if (rows.read(3, record.kind, vertex_kind_named, vertex_kind_names)) builder.add(std::move(record), rows.lines());
  }
  report_all(problems, builder);
}

void read_links(std::string_view csv_text, const std::string& file_name, ReferralGraphBuilder& builder) {
  static constexpr std::array columns{CsvColumn{"from", true},     CsvColumn{"to", true}, CsvColumn{"kind"},
                                      CsvColumn{"strength", true}, CsvColumn{"since"},    CsvColumn{"consent"}};
  builder.begin_file(file_name);
  std::vector<Problem> problems;
  for (CsvRows rows(csv_text, file_name, columns, problems); rows.next();) {
    LinkRecord record;
    record.from = rows.cell(0);
    record.to = rows.cell(1);
    bool good = rows.read(2, record.kind, link_kind_named, link_kind_names);
    good = rows.read(3, record.strength) && good;
    good = rows.read(4, record.since) && good;
    good = rows.read(5, record.consent) && good;
    if (good) builder.add(std::move(record), rows.lines());
  }
  report_all(problems, builder);
}

std::vector<MembershipRecord> read_memberships(std::string_view csv_text, const std::string& file_name, const ReferralGraph& graph,
                                               std::vector<Problem>& problems) {
  static constexpr std::array columns{CsvColumn{"person", true}, CsvColumn{"kind", true}, CsvColumn{"of", true}, CsvColumn{"head"}};
  std::vector<MembershipRecord> records;
  std::size_t ids_to_compare = ids_compared_a_file;
  for (CsvRows rows(csv_text, file_name, columns, problems); rows.next();) {
    MembershipRecord record{std::string(rows.cell(0)), {}, std::string(rows.cell(2)), false};
    std::optional<bool> head;
    bool good = is_person_of(graph, rows, 0, ids_to_compare);
    good = rows.read(1, record.kind, membership_kind_named, membership_kind_names) && good;
    good = rows.read(3, head) && good;
    record.head = head.value_or(false);
    if (good) records.push_back(std::move(record));
  }
  return records;
}

std::vector<ConsentRecord> read_consents(std::string_view csv_text, const std::string& file_name, const ReferralGraph& graph,
                                         std::vector<Problem>& problems) {
  static constexpr std::array columns{CsvColumn{"person", true}, CsvColumn{"kind", true}, CsvColumn{"consent", true}};
  std::vector<ConsentRecord> records;
  std::size_t ids_to_compare = ids_compared_a_file;
  std::map<std::pair<std::string, LinkKind>, bool> stated;
  for (CsvRows rows(csv_text, file_name, columns, problems); rows.next();) {
    ConsentRecord record{std::string(rows.cell(0)), {}, false};
    std::optional<bool> consent;
    bool good = is_person_of(graph, rows, 0, ids_to_compare);
    good = rows.read(1, record.kind, link_kind_named, link_kind_names) && good;
    good = rows.read(2, consent) && good;
    record.consent = consent.value_or(false);
    if (!good) continue;
    if (stated.try_emplace({record.person, record.kind}, record.consent).first->second != record.consent)
      rows.report(ErrorCode::contradiction, 2, "one answer of a person for a kind; the other rows differ, and no counts");
    records.push_back(std::move(record));
  }
  return records;
}

ReferralFiles read_referral_files(const std::string& folder, const Market& market, const GraphOptions& options) {
  const auto people = file_in(folder, "people.csv");
  const auto links = file_in(folder, "links.csv");
  const auto memberships = file_in(folder, "memberships.csv");
  const auto consents = file_in(folder, "consents.csv");
  std::vector<Problem> problems = unknown_files(folder);  // told first: what refers to their rows is only a consequence
  if (!people && !links && !memberships && !consents) {
    problems.insert(
        problems.begin(),
        {ErrorCode::file_not_readable, {folder, 0, 0, ""}, "a folder with files of a referral graph such as links.csv", "none"});
    throw Error(std::move(problems));
  }
  ReferralGraphBuilder builder;
  builder.add(market);
  if (people) read_people(*people, "people.csv", builder);
  if (links) read_links(*links, "links.csv", builder);
  std::vector<Problem> of_rows;
  GraphOptions lenient = options;
  lenient.strictness = Strictness::lenient;
  lenient.problems = &of_rows;
  ReferralFiles files{builder.build(lenient), {}, {}};
  problems.insert(problems.end(), std::make_move_iterator(of_rows.begin()), std::make_move_iterator(of_rows.end()));
  if (memberships) files.memberships = read_memberships(*memberships, "memberships.csv", files.graph, problems);
  if (consents) files.consents = read_consents(*consents, "consents.csv", files.graph, problems);
  if (options.problems != nullptr) *options.problems = problems;
  if (options.strictness == Strictness::strict && !problems.empty()) throw Error(std::move(problems));
  return files;
}

}  // namespace aril
