#include "lull/app/demo.hpp"

#include <array>
#include <string_view>

#include "lull/app/journal.hpp"
#include "lull/app/silence.hpp"

namespace lull {
namespace {

constexpr int kDays = 36;

constexpr std::string_view kWhy =
    "They said they wanted children one day and I never gave a straight answer. We stopped talking "
    "about anything that mattered.";

/// One page of the invented journal: how many days ago, the mood, and what it says.
struct DemoPage {
  int days_ago;
  int mood;
  std::string_view text;
};

constexpr std::array kPages{
    DemoPage{35, 2, "The flat is so quiet. I keep listening for the key in the door."},
    DemoPage{34, 2,
             "If I am honest, whenever something mattered I went quiet for days and Robin stopped "
             "asking. #honest"},
    DemoPage{32, 3, "I wrote a text and then I sent it. It did not help at all."},
    DemoPage{31, 3,
             "We had the same fight every Sunday, about children, and it was never settled."},
    DemoPage{29, 3, "Slept badly. Went for a walk by the river before work. #sleep"},
    DemoPage{27, 4,
             "I worked until ten most evenings and gave Robin whatever was left of me. #honest"},
    DemoPage{25, 3, "We had sex instead of conversations, and I called that being close."},
    DemoPage{23, 4, "My sister cooked. We talked about her garden for an hour, it was good."},
    DemoPage{21, 4, "We could not talk about us. Films, yes, for hours, but never about us."},
    DemoPage{18, 5, "Robin wanted children and I did not, and I kept saying we would see."},
    DemoPage{16, 5, "Ran four kilometres. The first evening without checking the phone. #body"},
    DemoPage{
        13, 5,
        "I never told Robin what I needed and then I was angry that they did not know. #honest"},
    DemoPage{11, 6, "Quiet day. Read half a book."},
    DemoPage{
        8, 6,
        "I was not ready to plan a future together, and Robin had been waiting for four years."},
    DemoPage{5, 6, "Dinner with friends. I noticed that I had laughed."},
    DemoPage{2, 7,
             "What I want: to say what I think on the day I think it. We were never able to talk."},
};

}  // namespace

void fill_demo(Store& store, const Clock& clock, const DayRule& rule) {
  const Instant now = clock.now();
  const Day today = rule.day_of(now);
  // Evening of a day that lies back: six hours before its end.
  const auto evening = [&](int days_ago) {
    return rule.boundary(today - days_ago + 1) - std::int64_t{6} * 3600;
  };

  Quiet quiet(store, clock, rule, false);
  QuietPeriod period;
  period.from = today - kDays;
  period.ended_on = today - kDays;
  period.ended_by = EndedBy::them;
  period.alias = "Robin";
  period.length = QuietPeriod::kDefaultLength;
  period.exceptions = {"housing"};
  quiet.begin(period, std::string(kWhy));

  Journal journal(store, clock, rule);
  for (const DemoPage& page : kPages) {
    Draft draft;
    draft.text = page.text;
    draft.mood = page.mood;
    draft.at = evening(page.days_ago);
    journal.add(draft);
  }
  const auto record = [&](Channel channel, Direction direction, int days_ago) {
    ContactDraft draft;
    draft.channel = channel;
    draft.direction = direction;
    draft.at = evening(days_ago);
    quiet.record(draft);
  };
  record(Channel::text, Direction::out, 32);
  record(Channel::im, Direction::in, 20);
  ContactDraft housing;
  housing.channel = Channel::email;
  housing.direction = Direction::both;
  housing.at = evening(14);
  housing.exception = "housing";
  quiet.record(housing);
}

}  // namespace lull
