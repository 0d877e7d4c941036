#include "json_parts.hpp"

namespace lull {
namespace {

void write_want(const Want& want, JsonWriter& json) {
  json.begin_object().field("id", want.id).field("at", to_iso(want.at));
  json.field("topic", to_string(want.topic)).field("text", want.text);
  json.field("source", to_string(want.source));
  write_text(want.horizon, json.key("horizon"));
  json.field("clarity", want.clarity).end_object();
}

void write_one_decision(const Decision& decision, JsonWriter& json) {
  json.begin_object().field("id", decision.id).field("at", to_iso(decision.at));
  json.field("choice", to_string(decision.choice)).field("confirmed", decision.confirmed);
  write_text(decision.reason, json.key("reason"));
  write_text(decision.to_a_friend, json.key("to_a_friend"));
  write_text(decision.missing, json.key("missing"));
  write_text(decision.must_differ, json.key("must_differ"));
  json.end_object();
}

void write_talk(const Talk& talk, bool anonymous, JsonWriter& json) {
  json.begin_object().field("id", talk.id).field("at", to_iso(talk.at));
  write_text(anonymous ? "" : talk.first_name, json.key("first"));
  write_text(anonymous ? "" : talk.second_name, json.key("second"));
  json.field("turns", talk.turns).field("seconds", talk.seconds);
  json.field("first_felt_heard", talk.first_felt_heard);
  json.field("first_heard_other", talk.first_heard_other);
  json.field("second_felt_heard", talk.second_felt_heard);
  json.field("second_heard_other", talk.second_heard_other).end_object();
}

void write_checkin(const CheckIn& checkin, bool anonymous, JsonWriter& json) {
  json.begin_object().field("id", checkin.id).field("at", to_iso(checkin.at));
  json.field("own", checkin.who.empty());
  write_text(anonymous ? "" : checkin.who, json.key("who"));
  json.field("happy", checkin.happy).field("sad", checkin.sad);
  json.field("angry", checkin.angry).field("tired", checkin.tired);
  json.field("takes_over", checkin.takes_over).end_object();
}

}  // namespace

void write_wants(const Review& review, JsonWriter& json) {
  json.begin_object();
  write_list(json, "mine", review.my_wants, [&](const Want& want) { write_want(want, json); });
  write_list(json, "theirs", review.their_wants, [&](const Want& want) { write_want(want, json); });
  write_list(json, "questions", review.questions,
             [&](const OpenQuestion& question) { json.value(question.text); });
  json.end_object();
}

void write_decision(const Review& review, JsonWriter& json) {
  json.begin_object().key("decisions").begin_array();
  for (const Decision& decision : review.decisions) {
    if (review.safety && decision.choice == Choice::reconnect) continue;
    write_one_decision(decision, json);
  }
  json.end_array();
  // Talks and check-ins belong to going back, which the safety rule leaves out.
  json.key("talks").begin_array();
  if (!review.safety) {
    for (const Talk& talk : review.talks) write_talk(talk, review.anonymous, json);
  }
  json.end_array().key("checkins").begin_array();
  if (!review.safety) {
    for (const CheckIn& checkin : review.checkins) {
      write_checkin(checkin, review.anonymous, json);
    }
  }
  json.end_array().end_object();
}

}  // namespace lull
