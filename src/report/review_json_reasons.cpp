#include <algorithm>

#include "json_parts.hpp"

namespace lull {
namespace {

std::string_view name_of(ThemeFamily family) {
  switch (family) {
    case ThemeFamily::closeness:
      return "closeness";
    case ThemeFamily::friction:
      return "friction";
    case ThemeFamily::trust:
      return "trust";
    case ThemeFamily::direction:
      return "direction";
    case ThemeFamily::circumstances:
      return "circumstances";
    case ThemeFamily::safety:
      return "safety";
  }
  return "";
}

void write_changed(Changed changed, JsonWriter& json) {
  if (changed == Changed::unasked) {
    json.null();
  } else {
    json.value(to_string(changed));
  }
}

void write_verdict(const Verdict& verdict, JsonWriter& json) {
  json.begin_object().key("said");
  if (verdict.verdict == ThemeVerdict::none) {
    json.null();
  } else {
    json.value(to_string(verdict.verdict));
  }
  write_changed(verdict.mine, json.key("changed_mine"));
  write_changed(verdict.theirs, json.key("changed_theirs"));
  write_text(verdict.why, json.key("why"));
  json.end_object();
}

void write_quotes(std::string_view key, const std::vector<Quote>& quotes, JsonWriter& json) {
  write_list(json, key, quotes, [&](const Quote& quote) { write_quote(quote, json); });
}

void write_theme(const ThemeFinding& finding, JsonWriter& json) {
  json.begin_object();
  json.field("theme", to_string(finding.theme)).field("label", label_of(finding.theme));
  json.field("family", name_of(family_of(finding.theme)));
  json.field("days", finding.days).field("sentences", finding.sentences);
  json.key("strength").rounded(finding.strength);
  json.field("first_half_days", finding.first_half_days);
  json.field("second_half_days", finding.second_half_days);
  write_list(json, "days_by_week", finding.weeks, [&](int days) { json.value(days); });
  json.key("whose").begin_object();
  json.field("mine", finding.mine).field("theirs", finding.theirs).field("ours", finding.ours);
  json.field("unclear", finding.unclear).end_object();
  json.field("in_first_account", finding.in_first_account);
  json.field("in_daily_pages", finding.in_daily_pages);
  json.key("verdict");
  write_verdict(finding.verdict, json);
  write_quotes("quotes", finding.quotes, json);
  json.end_object();
}

}  // namespace

void write_quote(const Quote& quote, JsonWriter& json) {
  json.begin_object();
  json.field("text", quote.text).field("entry", quote.entry);
  write_day(quote.day, json.key("day"));
  write_list(json, "marked", quote.words, [&](const TextSpan& span) {
    const std::size_t begin = std::min(span.begin, quote.text.size());
    json.value(quote.text.substr(begin, std::max(span.end, begin) - begin));
  });
  json.end_object();
}

void write_reasons(const Review& review, JsonWriter& json) {
  json.begin_object();
  json.key("themes").begin_array();
  for (const ThemeFinding& finding : review.themes) {
    // Fear and harm is never ranked among the reasons.
    if (finding.theme != Theme::abuse_safety) write_theme(finding, json);
  }
  json.end_array();
  json.field("entries_without_reason", review.entries_without_reason);
  json.field("entries_unread", review.entries_unread).end_object();
}

void write_accounts(const Review& review, JsonWriter& json) {
  json.begin_object().field("has_first_account", review.has_first_account);
  write_quotes("first_account", review.first_account, json);
  write_list(json, "contradictions", review.contradictions, [&](const Contradiction& pair) {
    json.begin_object().field("theme", to_string(pair.theme)).key("one");
    write_quote(pair.one, json);
    json.key("other");
    write_quote(pair.other, json);
    json.end_object();
  });
  write_list(json, "phrases", review.phrases, [&](const RepeatedPhrase& phrase) {
    json.begin_object().field("text", phrase.text).field("times", phrase.times);
    json.field("days", phrase.days).end_object();
  });
  json.end_object();
}

void write_closeness(const Review& review, JsonWriter& json) {
  json.begin_object();
  json.field("emotional_days", review.emotional_days);
  json.field("physical_days", review.physical_days);
  json.field("urges_for_sex", review.urges_for_sex);
  write_quotes("emotional_quotes", review.emotional_quotes, json);
  write_quotes("physical_quotes", review.physical_quotes, json);
  json.end_object();
}

void write_language(const Review& review, JsonWriter& json) {
  json.begin_array();
  for (const MarkerTrend& marker : review.markers) {
    json.begin_object().field("marker", marker.id).field("label", marker.label);
    json.field("first_half", marker.first_half).field("second_half", marker.second_half);
    json.field("caveat", marker.caveat).end_object();
  }
  json.end_array();
}

}  // namespace lull
