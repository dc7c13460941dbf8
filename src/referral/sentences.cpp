// Chains in words.
#include <array>
#include <string>
#include <string_view>

#include "../core/words.hpp"
#include "aril/referral/introductions.hpp"

namespace aril {
namespace {

// In the order of LinkKind: what the one at the end is to the one at the start; the last three, what the start is to an employer.
constexpr std::array<Words, link_kind_count> link_words{{{"an acquaintance", "熟人"},
                                                         {"family", "家人"},
                                                         {"a friend", "朋友"},
                                                         {"a neighbour", "邻居"},
                                                         {"of the same unit grid", "同网格居民"},
                                                         {"of the same group", "同组成员"},
                                                         {"from the same home town", "同乡"},
                                                         {"a classmate", "同学"},
                                                         {"a colleague", "同事"},
                                                         {"with the same employer", "同单位"},
                                                         {"a former colleague", "前同事"},
                                                         {"the building head", "楼栋长"},
                                                         {"the grid worker", "网格员"},
                                                         {"a volunteer", "志愿者"},
                                                         {"works there", "在该单位工作"},
                                                         {"used to work there", "曾在该单位工作"},
                                                         {"deals with them", "与该单位有往来"}}};

// Of parallel links, the one that the chain uses: the strongest with consent, the first of equals.
LinkKind kind_used(const ReferralGraph& graph, VertexRow from, VertexRow to) {
  LinkKind kind = LinkKind::other;
  int strongest = -1;
  for (const LinkRow link : graph.out_links(from)) {
    if (graph.target(link) != to || !graph.has_consent(link) || graph.strength(link) <= strongest) continue;
    strongest = graph.strength(link);
    kind = graph.kind(link);
  }
  return kind;
}

// How the one before the employer knows it.
std::string contact_text(LinkKind kind, Language language) {
  if (leads_to_employer(kind)) return link_words[static_cast<std::size_t>(kind)].in(language);
  return Words{"knows them", "与该单位相识"}.in(language);
}

std::string hundredths(Strength strength) { return std::to_string((std::uint32_t{strength} * 100 + 32'767) / 65'535); }

}  // namespace

std::string sentence(const ReferralGraph& graph, const Introduction& introduction, Language language) {
  const bool english = language == Language::english;
  const std::vector<VertexRow>& vertices = introduction.vertices;
  std::string text(graph.name(vertices.front(), language));
  for (std::size_t i = 1; i + 1 < vertices.size(); ++i) {
    const std::string known_as = link_words[static_cast<std::size_t>(kind_used(graph, vertices[i - 1], vertices[i]))].in(language);
    const std::string name(graph.name(vertices[i], language));
    if (english) {
      text += (i == 1 ? " can ask " : ", who can ask ") + name + " (" + known_as + ")";
    } else {
      text += (i == 1 ? "可以请" : "，再请") + name + "（" + known_as + "）";
    }
  }
  const VertexRow last = vertices[vertices.size() - 2];
  const std::string knows = contact_text(kind_used(graph, last, vertices.back()), language);
  const std::string employer(graph.name(vertices.back(), language));
  if (vertices.size() == 2) {
    text += english ? " can turn to " + employer + " directly (" + knows + ")" : "可以直接联系" + employer + "（" + knows + "）";
  } else {
    text += english ? ", who can speak to " + employer + " (" + knows + ")" : "向" + employer + "引荐（" + knows + "）";
  }
  return text + (english ? "; strength " + hundredths(introduction.strength) + " of 100."
                         : "；关系强度" + hundredths(introduction.strength) + "分。");
}

}  // namespace aril
