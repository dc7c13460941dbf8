// The European classification of skills and occupations (ESCO) into a MarketBuilder. Reads the official CSV download (occupations_en.csv,
// skills_en.csv, occupationSkillRelations_en.csv and so on, relation files also without "_en") and the adapted tables (occupations.tsv,
// skills.tsv, ...).
// Whoever shows the data says: "This service uses the ESCO classification of the European Commission."
//
//   aril::MarketBuilder builder;
//   aril::io::EscoCounts counts = aril::io::read_esco("esco", builder, {.strictness = aril::Strictness::lenient});
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/market_builder.hpp"

namespace aril::io {

// Published ESCO has flawed rows of its own (v1.1.1: an occupation that only links name, a skill related to itself).
struct EscoOptions {
  // strict: problems also go to builder.report(), so that a strict build fails on them. Lenient: they are only told to `problems`, and the
  // caller's own files can still be built strictly.
  Strictness strictness = Strictness::strict;
  std::vector<Problem>* problems = nullptr;  // receives all problems, in either case
};

// Rows that were taken; and rows that were left out, each of which is a Problem.
struct EscoCounts {
  std::size_t occupations = 0;  // without groups
  std::size_t skills = 0;       // without groups
  std::size_t occupation_groups = 0;
  std::size_t skill_groups = 0;
  std::size_t blank_types = 0;  // skills for which the file states no type; they are taken
  std::size_t relations = 0;    // an occupation asks for a skill
  std::size_t skill_relations = 0;
  std::size_t broader_links = 0;
  std::size_t dangling_relations = 0;  // left out: an occupation or a skill that is not there
  std::size_t dangling_links = 0;      // left out: a broader link, or one between skills, to a concept that is not there
  std::size_t self_links = 0;          // left out: a link from a concept to itself
};

// Occupations ask for skills (essential or optional), skills are related to skills, and both have their broader concepts. ISCO groups and
// skill groups become records with `group` set; where the folder has no file of groups, those that the broader links name are made, without
// titles.
// Ids: the URI without "http://data.europa.eu/esco/": "skill/<uuid>", "occupation/<uuid>", "isco/C2654", "isced-f/0613"; in both layouts
// the same.
// Titles: English. Alternative labels are aliases; one that repeats the preferred label, or another, is dropped.
// A row that names an absent concept is left out, not the other concept that it names. Of rows with the same id the first stays.
// Errors: file_not_readable for a folder with neither occupations nor skills. All else is a Problem.
EscoCounts read_esco(const std::string& folder, MarketBuilder& builder, const EscoOptions& options = {});

}  // namespace aril::io
