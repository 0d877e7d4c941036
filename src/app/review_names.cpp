#include <algorithm>
#include <optional>

#include "lull/base/folded_text.hpp"
#include "lull/base/utf8.hpp"
#include "review_parts.hpp"

namespace lull {
namespace {

constexpr std::string_view kName = "[name]";

// Where the name stands as a whole word, whatever its case and its accents.
std::optional<TextSpan> find_name(const std::string& text, const std::string& name,
                                  std::size_t from) {
  const FoldedText folded(std::string_view(text).substr(from));
  const std::string wanted = fold(name);
  if (wanted.empty()) return std::nullopt;
  const bool unspaced = holds_unspaced_script(name);
  for (std::size_t at = folded.folded().find(wanted); at != std::string::npos;
       at = folded.folded().find(wanted, at + 1)) {
    TextSpan span = folded.origin_of({at, at + wanted.size()});
    span = {span.begin + from, span.end + from};
    if (unspaced || (may_begin_word(text, span.begin) && end_of_word(text, span.end) == span.end)) {
      return span;
    }
  }
  return std::nullopt;
}

// A place of the text, after `name` in it was replaced.
std::size_t moved(std::size_t place, const TextSpan& name, bool is_end) {
  if (place >= name.end) return place - name.end + name.begin + kName.size();
  if (place <= name.begin) return place;
  return is_end ? name.begin + kName.size() : name.begin;
}

// The text without names; marked words move with what was replaced before them.
void replace_names(std::string& text, std::vector<TextSpan>& words,
                   const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::size_t from = 0;
    while (const auto found = find_name(text, name, from)) {
      text.replace(found->begin, found->end - found->begin, kName);
      for (TextSpan& word : words) {
        word = {moved(word.begin, *found, false), moved(word.end, *found, true)};
      }
      from = found->begin + kName.size();
    }
  }
}

void replace_names(std::string& text, const std::vector<std::string>& names) {
  std::vector<TextSpan> none;
  replace_names(text, none, names);
}

void replace_in_quotes(std::vector<Quote>& quotes, const std::vector<std::string>& names) {
  for (Quote& quote : quotes) replace_names(quote.text, quote.words, names);
}

}  // namespace

void leave_out_names(Review& review, std::vector<std::string> names) {
  // "Robin Hood" before "Robin", which would leave "[name] Hood".
  std::sort(names.begin(), names.end(), [](const std::string& one, const std::string& other) {
    return one.size() > other.size();
  });
  if (review.silence) {
    for (std::string& exception : review.silence->period.exceptions) {
      replace_names(exception, names);
    }
  }
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
  for (Talk& talk : review.talks) {
    replace_names(talk.note, names);
    for (std::string& topic : talk.topics) replace_names(topic, names);
  }
  for (CheckIn& checkin : review.checkins) replace_names(checkin.note, names);
}

}  // namespace lull
