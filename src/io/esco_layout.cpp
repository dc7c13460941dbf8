#include "esco_layout.hpp"

#include <filesystem>
#include <system_error>

#include "aril/core/error.hpp"

namespace aril::io {
namespace {

constexpr EscoLayout adapted{
    .endings = {".tsv", ""},
    .is_tabbed = true,
    .label_separator = '|',
    .skills = {"skills", "uri_suffix", "skill_id", "preferred_label", "alt_labels", "type", "skill/"},
    .skill_groups = {},
    .occupations = {"occupations", "uri_suffix", "occ_id", "preferred_label", "alt_labels", "", "occupation/"},
    .occupation_groups = {"isco08_groups", "code", "", "label", "", "", "isco/C"},
    .asks = {"occupation_skill", "occ_id", "skill_id", "relation", "", ""},
    .related_skills = {"skill_skill", "skill_id", "related_skill_id", "", "", ""},
    .broader_skills = {"broader_skill", "concept", "broader", "", "concept_type", "broader_type"},
    .broader_occupations = {"broader_occupation", "concept", "broader", "", "concept_type", "broader_type"},
};

constexpr EscoLayout official{
    .endings = {"_en.csv", ".csv"},
    .is_tabbed = false,
    .label_separator = '\n',
    .skills = {"skills", "conceptUri", "", "preferredLabel", "altLabels", "skillType", "skill/"},
    .skill_groups = {"skillGroups", "conceptUri", "", "preferredLabel", "altLabels", "", "skill/"},
    .occupations = {"occupations", "conceptUri", "", "preferredLabel", "altLabels", "", "occupation/"},
    .occupation_groups = {"ISCOGroups", "conceptUri", "", "preferredLabel", "altLabels", "", "isco/"},
    .asks = {"occupationSkillRelations", "occupationUri", "skillUri", "relationType", "", ""},
    .related_skills = {"skillSkillRelations", "originalSkillUri", "relatedSkillUri", "", "", ""},
    .broader_skills = {"broaderRelationsSkillPillar", "conceptUri", "broaderUri", "", "conceptType", "broaderType"},
    .broader_occupations = {"broaderRelationsOccPillar", "conceptUri", "broaderUri", "", "conceptType", "broaderType"},
};

bool skip_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

const EscoLayout& esco_layout_of(const std::string& folder) {
  for (const EscoLayout* const layout : {&adapted, &official}) {
    for (const EscoConceptFile* const file : {&layout->occupations, &layout->skills}) {
      if (esco_file(folder, *layout, file->stem)) return *layout;
    }
  }
  throw Error(ErrorCode::file_not_readable, {folder, 0, 0, ""},
              "a folder with occupations_en.csv and skills_en.csv, or occupations.tsv and skills.tsv", "none of them");
}

std::optional<ForeignFile> esco_file(const std::string& folder, const EscoLayout& layout, std::string_view stem) {
  if (stem.empty()) return std::nullopt;
  for (const std::string_view ending : layout.endings) {
    const std::string name = std::string(stem) + std::string(ending);
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code no_answer;  // then there is nothing that could be read
    if (std::filesystem::exists(path, no_answer)) return ForeignFile{path.string(), name, layout.is_tabbed};
  }
  return std::nullopt;
}

std::string esco_id(std::string_view uri, std::string_view prefix) {
  if (!skip_prefix(uri, "http://")) skip_prefix(uri, "https://");
  skip_prefix(uri, "data.europa.eu/esco/");
  std::string id(uri.empty() || uri.find('/') != std::string_view::npos ? std::string_view{} : prefix);
  return id.append(uri);
}

}  // namespace aril::io
