#include <cctype>

#include "lull/base/utf8.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

constexpr std::string_view kName = "[name]";

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0;
}

// Whether `name` stands at `at` as a whole word, whatever its case.
bool stands_at(const std::string& text, std::size_t at, const std::string& name) {
  if (at + name.size() > text.size() || name.empty()) return false;
  if (at > 0 && is_word_byte(text[at - 1])) return false;
  if (at + name.size() < text.size() && is_word_byte(text[at + name.size()])) return false;
  return fold(text.substr(at, name.size())) == fold(name);
}

// The text without names; marked words move with what was replaced before them.
void replace_names(std::string& text, std::vector<Span>& words,
                   const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!stands_at(text, at, name)) continue;
      text.replace(at, name.size(), kName);
      const auto moved = [&](std::size_t place) {
        return place >= at + name.size() ? place - name.size() + kName.size() : place;
      };
      for (Span& word : words) word = {moved(word.begin), moved(word.end)};
      at += kName.size() - 1;
    }
  }
}

void replace_names(std::string& text, const std::vector<std::string>& names) {
  std::vector<Span> none;
  replace_names(text, none, names);
}

void replace_in_quotes(std::vector<Quote>& quotes, const std::vector<std::string>& names) {
  for (Quote& quote : quotes) replace_names(quote.text, quote.words, names);
}

}  // namespace

void leave_out_names(Review& review, const std::vector<std::string>& names) {
  for (ThemeFinding& finding : review.themes) {
    replace_in_quotes(finding.quotes, names);
    replace_names(finding.verdict.why, names);
  }
  replace_in_quotes(review.first_account, names);
  replace_in_quotes(review.emotional_quotes, names);
  replace_in_quotes(review.physical_quotes, names);
  for (Contradiction& pair : review.contradictions) {
    replace_names(pair.one.text, pair.one.words, names);
    replace_names(pair.other.text, pair.other.words, names);
  }
  for (RepeatedPhrase& phrase : review.phrases) replace_names(phrase.text, names);
  for (auto* wants : {&review.my_wants, &review.their_wants}) {
    for (Want& want : *wants) {
      replace_names(want.text, names);
      replace_names(want.horizon, names);
    }
  }
  for (OpenQuestion& question : review.questions) replace_names(question.text, names);
  for (Decision& decision : review.decisions) {
    for (std::string* text :
         {&decision.reason, &decision.to_a_friend, &decision.missing, &decision.must_differ}) {
      replace_names(*text, names);
    }
  }
  for (Talk& talk : review.talks) replace_names(talk.note, names);
  for (CheckIn& checkin : review.checkins) replace_names(checkin.note, names);
}

}  // namespace lull
