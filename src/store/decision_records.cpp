// What comes at the end of a silence: verdicts on themes, wants, and decisions.
#include "lull/store/records.hpp"
#include "moment_fields.hpp"

namespace lull {
namespace {

template <class Noun>
Row start_row(const Noun& noun, FieldWriter& fields) {
  Row row;
  row.id = noun.id;
  row.uid = noun.uid;
  put_moment(row, fields, noun.at);
  return row;
}

template <class Noun>
Noun start_noun(const Row& row, const FieldReader& fields) {
  Noun noun;
  noun.id = row.id;
  noun.uid = row.uid;
  noun.at = moment_of(row, fields);
  return noun;
}

ThemeVerdict verdict_named(const std::string& name) {
  for (const ThemeVerdict verdict :
       {ThemeVerdict::none, ThemeVerdict::confirmed, ThemeVerdict::rejected}) {
    if (to_string(verdict) == name) return verdict;
  }
  throw_unknown_name();
}

Changed changed_named(const std::string& name) {
  return name.empty() ? Changed::unasked : named_value(parse_changed(name));
}

std::string_view changed_name(Changed changed) {
  return changed == Changed::unasked ? std::string_view() : to_string(changed);
}

}  // namespace

Row Record<Verdict>::to_row(const Verdict& verdict) {
  FieldWriter fields;
  Row row = start_row(verdict, fields);
  fields.add("theme", to_string(verdict.theme));
  fields.add("verdict", to_string(verdict.verdict));
  fields.add("mine", changed_name(verdict.mine));
  fields.add("theirs", changed_name(verdict.theirs));
  if (verdict.sentence != 0) fields.add("sentence", verdict.sentence);
  row.payload = fields.finish(verdict.why);
  return row;
}

Verdict Record<Verdict>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  auto verdict = start_noun<Verdict>(row, fields);
  verdict.theme = named_value(parse_theme(fields.text("theme")));
  verdict.verdict = verdict_named(fields.text("verdict"));
  verdict.mine = changed_named(fields.text("mine"));
  verdict.theirs = changed_named(fields.text("theirs"));
  verdict.sentence = fields.number("sentence");
  verdict.why = fields.body();
  return verdict;
}

Row Record<Want>::to_row(const Want& want) {
  FieldWriter fields;
  Row row = start_row(want, fields);
  fields.add("replaces", want.replaces);
  fields.add("dropped", std::int64_t{want.dropped ? 1 : 0});
  fields.add("whose", to_string(want.whose));
  fields.add("source", to_string(want.source));
  fields.add("topic", to_string(want.topic));
  fields.add("horizon", std::string_view(want.horizon));
  fields.add("clarity", want.clarity);
  row.payload = fields.finish(want.text);
  return row;
}

Want Record<Want>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  auto want = start_noun<Want>(row, fields);
  want.replaces = fields.number("replaces");
  want.dropped = fields.number("dropped") == 1;
  want.whose = named_value(parse_want_whose(fields.text("whose")));
  want.source = named_value(parse_want_source(fields.text("source")));
  want.topic = named_value(parse_want_topic(fields.text("topic")));
  want.horizon = fields.text("horizon");
  want.clarity = fields.maybe_number("clarity");
  want.text = fields.body();
  return want;
}

Row Record<Decision>::to_row(const Decision& decision) {
  FieldWriter fields;
  Row row = start_row(decision, fields);
  fields.add("choice", to_string(decision.choice));
  fields.add("to-a-friend", std::string_view(decision.to_a_friend));
  fields.add("missing", std::string_view(decision.missing));
  fields.add("must-differ", std::string_view(decision.must_differ));
  fields.add("confirmed", std::int64_t{decision.confirmed ? 1 : 0});
  row.payload = fields.finish(decision.reason);
  return row;
}

Decision Record<Decision>::from_row(const Row& row) {
  const FieldReader fields(row.payload);
  auto decision = start_noun<Decision>(row, fields);
  decision.choice = named_value(parse_choice(fields.text("choice")));
  decision.to_a_friend = fields.text("to-a-friend");
  decision.missing = fields.text("missing");
  decision.must_differ = fields.text("must-differ");
  decision.confirmed = fields.number("confirmed") == 1;
  decision.reason = fields.body();
  return decision;
}

}  // namespace lull
