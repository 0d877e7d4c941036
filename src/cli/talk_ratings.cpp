#include "talk_ratings.hpp"

#include <fmt/format.h>

#include "lull/base/utf8.hpp"
#include "questions.hpp"

namespace lull {
namespace {

constexpr int kWait = 60'000;

struct Rater {
  LiveScreen& screen;
  Session& session;
  bool plain;

  void show(const std::string& question) const {
    if (plain) return session.warn(question);
    screen.draw(wrap(question, screen.width()));
  }

  KeyPress wait(const std::string& question) const {
    while (true) {
      if (!plain) show(question);
      if (auto press = screen.wait_key(kWait)) return *press;
    }
  }

  // Nothing on Enter; any other key that is no answer is not heard.
  std::optional<int> ask(const std::string& question) const {
    if (plain) show(question);
    while (true) {
      const KeyPress press = wait(question);
      if (press.key == Key::enter) return std::nullopt;
      if (press.key == Key::character && press.text >= "1" && press.text <= "5" &&
          press.text.size() == 1) {
        return press.text[0] - '0';
      }
    }
  }

  void ask_one(const std::string& name, const std::string& other, std::optional<int>& felt,
               std::optional<int>& heard) const {
    const std::string ready =
        fmt::format("{}, for you alone: two questions. Any key when only you look.", name);
    if (plain) show(ready);
    wait(ready);
    felt = ask(fmt::format("{}: do you feel heard, from 1 to 5? Enter skips.", name));
    heard = ask(fmt::format("{}: have you heard {}, from 1 to 5? Enter skips.", name, other));
  }
};

std::vector<std::string> split_topics(std::string_view text) {
  std::vector<std::string> topics;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    std::string topic = make_visible_line(text.substr(0, comma));
    const std::size_t first = topic.find_first_not_of(' ');
    if (first != std::string::npos) {
      topics.push_back(topic.substr(first, topic.find_last_not_of(' ') - first + 1));
    }
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return topics;
}

}  // namespace

void ask_ratings(Talk& talk, bool plain, Session& session) {
  const auto screen = session.terminal().open_live_screen(!plain);
  if (!screen) return;
  const Rater rater{*screen, session, plain};
  const std::string first = make_visible_line(talk.first_name);
  const std::string second = make_visible_line(talk.second_name);
  rater.ask_one(first, second, talk.first_felt_heard, talk.first_heard_other);
  rater.ask_one(second, first, talk.second_felt_heard, talk.second_heard_other);
}

void ask_about_talk(Talk& talk, Session& session) {
  if (const auto topics = ask_text(session, "What was it about? Topics, with commas between.")) {
    talk.topics = split_topics(*topics);
  }
  talk.note = ask_words(session, "One line about it?").value_or("");
}

}  // namespace lull
