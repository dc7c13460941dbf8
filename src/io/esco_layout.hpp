// The two shapes in which ESCO comes: which files, and what their columns are called.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "foreign_rows.hpp"

namespace aril::io {

struct EscoConceptFile {
  std::string_view stem;  // the file's name without its ending
  std::string_view uri;   // column of the URI, or its end
  std::string_view key;   // column of the number by which relations name the concept; empty: they name the URI
  std::string_view label;
  std::string_view alternatives;  // empty: none
  std::string_view type;          // empty: none
  std::string_view id_prefix;     // of a URI that is cut down to its last part
};

struct EscoLinkFile {
  std::string_view stem;
  std::string_view from;
  std::string_view to;
  std::string_view relation;   // column that says essential or optional; empty: none
  std::string_view from_type;  // columns that say what kind of concept; empty: none
  std::string_view to_type;
};

struct EscoLayout {
  std::array<std::string_view, 2> endings;  // of files' names, tried in this order
  bool is_tabbed = false;
  char label_separator = '\n';
  EscoConceptFile skills;
  EscoConceptFile skill_groups;
  EscoConceptFile occupations;
  EscoConceptFile occupation_groups;
  EscoLinkFile asks;  // from occupations to skills
  EscoLinkFile related_skills;
  EscoLinkFile broader_skills;
  EscoLinkFile broader_occupations;
};

// The layout of which the folder has occupations or skills. Errors: file_not_readable where it has neither.
[[nodiscard]] const EscoLayout& esco_layout_of(const std::string& folder);

// nullopt: the folder has no such file.
[[nodiscard]] std::optional<ForeignFile> esco_file(const std::string& folder, const EscoLayout& layout, std::string_view stem);

// The id of a concept: its URI without the part that all of ESCO shares.
[[nodiscard]] std::string esco_id(std::string_view uri, std::string_view prefix = {});

}  // namespace aril::io
