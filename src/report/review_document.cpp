#include "lull/report/review_document.hpp"

#include <algorithm>

#include "review_parts.hpp"
#include "review_screen.hpp"
#include "wording.hpp"

namespace lull {
namespace {

std::string title_of(const Review& review) {
  if (review.safety) return "The silence and the writing";
  if (review.kind == ReviewSpan::preview) return "A look ahead";
  if (review.kind == ReviewSpan::period && review.silence) {
    return "After " + count(review.silence->streak.total, "quiet day");
  }
  return "What you wrote";
}

Note preview_note(const Review& review) {
  std::string text = "The silence is not over yet, and what stands here may still change.";
  if (review.silence && review.silence->streak.opens_on) {
    text += " The review opens on " + plain_date(*review.silence->streak.opens_on) + ".";
  }
  return {"Preview", {plain(text)}, false};
}

Note help_note(const Review& review) {
  Note note{"Help first", {}, true};
  for (const std::string& line : review.help_lines) note.lines.push_back(plain(line));
  return note;
}

class Assembly {
 public:
  explicit Assembly(std::vector<Block>& blocks) : blocks_(blocks) {}

  void part(const std::string& title, Blocks content) {
    if (content.empty()) return;
    blocks_.emplace_back(Heading{2, std::to_string(++parts_) + ". " + title});
    std::move(content.begin(), content.end(), std::back_inserter(blocks_));
  }

 private:
  std::vector<Block>& blocks_;
  int parts_ = 0;
};

bool nothing_at_all(const Review& review) { return !review.silence && review.writing.entries == 0; }

void add_all_parts(const Review& review, std::vector<Block>& blocks) {
  Assembly assembly(blocks);
  assembly.part("The silence", silence_blocks(review));
  assembly.part("The writing", writing_blocks(review));
  if (!review.safety) {
    assembly.part("Why it ended, in your words", themes_blocks(review));
    assembly.part("The first account and the daily pages", accounts_blocks(review));
    assembly.part("Closeness and sex", closeness_blocks(review));
    assembly.part("What has changed", changed_blocks(review));
    assembly.part("What you want", wants_blocks(review));
    assembly.part("How the writing changed", language_blocks(review));
  }
  if (!nothing_at_all(review)) {
    blocks.emplace_back(PageBreak{});
    assembly.part("The decision", decision_blocks(review));
  }
  assembly.part("Method and limits", method_blocks(review));
}

}  // namespace

std::string source_of(const Quote& quote) {
  return plain_date(quote.day) + ", entry " + std::to_string(quote.entry);
}

Quotation to_quotation(const Quote& quote) {
  Quotation quotation;
  quotation.source = source_of(quote);
  std::size_t at = 0;
  for (const TextSpan& word : quote.words) {
    const std::size_t end = std::min(word.end, quote.text.size());
    if (word.begin < at || word.begin >= end) continue;
    const bool side_by_side = at > 0 && word.begin == at + 1 && quote.text[at] == ' ';
    if (side_by_side) {
      quotation.text.back().text += quote.text.substr(at, end - at);
      at = end;
      continue;
    }
    if (word.begin > at) quotation.text.push_back({quote.text.substr(at, word.begin - at)});
    quotation.text.push_back({quote.text.substr(word.begin, end - word.begin), Face::mark});
    at = end;
  }
  if (at < quote.text.size()) quotation.text.push_back({quote.text.substr(at)});
  return quotation;
}

Document to_document(const Review& review, ReviewDepth depth) {
  Document document;
  document.title = title_of(review);
  document.subtitle = capitalized(range(review.span));
  document.footer =
      "Made on " + plain_date(review.made_on) + " by lull, from one file on this computer.";
  if (review.safety) document.blocks.emplace_back(help_note(review));
  if (review.kind == ReviewSpan::preview) document.blocks.emplace_back(preview_note(review));
  if (depth == ReviewDepth::screen) {
    document.footer.clear();
    for (Block& block : screen_blocks(review)) document.blocks.push_back(std::move(block));
  } else {
    add_all_parts(review, document.blocks);
  }
  return document;
}

}  // namespace lull
