#include "review_parts.hpp"
#include "wording.hpp"

namespace lull {
namespace {

std::string clarity_of(const Want& want) {
  return want.clarity ? out_of(*want.clarity, 5) : "not said";
}

Table mine_table(const std::vector<Want>& wants) {
  Table table;
  table.columns = {{"About"}, {"What you want"}, {"When"}, {"How clear"}};
  for (const Want& want : wants) {
    table.rows.push_back({std::string(to_string(want.topic)), want.text,
                          want.horizon.empty() ? "not said" : want.horizon, clarity_of(want)});
  }
  return table;
}

Table theirs_table(const std::vector<Want>& wants) {
  Table table;
  table.columns = {{"About"}, {"What they want"}, {"When"}, {"How you know"}};
  for (const Want& want : wants) {
    table.rows.push_back({std::string(to_string(want.topic)), want.text,
                          want.horizon.empty() ? "not said" : want.horizon,
                          want.source == WantSource::heard ? "heard from them" : "a guess"});
  }
  return table;
}

}  // namespace

Blocks wants_blocks(const Review& review) {
  Blocks blocks;
  if (!review.my_wants.empty()) {
    blocks.emplace_back(Heading{3, "Yours"});
    blocks.emplace_back(mine_table(review.my_wants));
  }
  if (!review.their_wants.empty()) {
    blocks.emplace_back(Heading{3, "Theirs, as far as you know"});
    blocks.emplace_back(theirs_table(review.their_wants));
  }
  if (!review.questions.empty()) {
    blocks.emplace_back(Heading{3, "Questions for the talk"});
    BulletList list;
    for (const OpenQuestion& question : review.questions)
      list.items.push_back(plain(question.text));
    blocks.emplace_back(std::move(list));
  }
  return blocks;
}

}  // namespace lull
