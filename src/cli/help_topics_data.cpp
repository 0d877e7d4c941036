#include <array>

#include "lull/cli/help_topics.hpp"

namespace lull {
namespace {

constexpr std::string_view kDates =
    R"(Wherever a command takes WHEN, these forms are read, and no others:

  2026-11-20                 a day
  today, yesterday           a day
  monday, mon                the past Monday, never today
  3d, 2w                     three days ago, two weeks ago
  2026-11-20 22:30           a day and a time; so too: yesterday 22:30,
                             mon 22:30, 3d 22:30
  2026-11-20T22:30           the same in one word, or with seconds and
  2026-11-20T22:30:00+01:00  an offset
  22:30                      that time in the current journal day

A day without a time is noon, or now when noon is still to come today.
--from, --to and --on take a day; both ends count.

A journal day begins at 04:00, so that a page written at half past one
belongs to the evening it is about: 23:50, typed at 01:30, is last night.
Another hour: day.start = "05:00" in config.toml. The day of an entry is
fixed when it is written; travel and a later setting do not move it.

The moment that was understood is said back ("Mon 22:30, 3 hours ago").
What you write is never read for dates. They come from options alone:

  lull journal add --at yesterday
  lull journal list --from 2w
  lull contact add text --out --at "mon 22:30"
)";

constexpr std::string_view kSilence =
    R"(A quiet period is a time without contact: no calls, texts, messages,
social media, mail, letters, flowers, gifts, visits or sex.

What breaks it
  A contact that went out from you, or both ways, by any channel.

What does not
  Something from them that you did not answer. No reply is owed tonight.
  What was accidental or unwanted, and what was forced: that never counts.
  A look at their profile; it is kept, and social.looking_breaks = true
  makes it count.
  What falls under an exception that you wrote down: children, bills,
  housing, work. It is counted apart. Safety always is an exception.

How days are counted
  From the day you were last in touch; the first quiet day is the next.
  A day is quiet when no break touches it. Today counts unless something
  broke it. Two breaks on one day are one broken day; a break from Monday
  to Wednesday is three.
  An interrupted run erases nothing. The longest run, all quiet days and
  the last 30 days stay as they are, and a new run begins.

When it is complete
  carry-on   when all quiet days together reach the length: each broken
             day moves the end by one day. The usual choice.
  restart    when one run reaches it.
  The choice is stored with the period. Complete stays complete.

  lull streak status --explain lists the days and the reason for each.

A court order is not a quiet period: lull cannot say what an order allows,
and an exception written here is none before a court. A period for safety
or by order has no length and no end to reach; it counts and records.
)";

constexpr std::string_view kThemes =
    R"(A theme is a reason that you wrote down for why it ended. There are
eighteen, in six families:

  Closeness      talking and being heard; emotional closeness; sex and
                 touch; drifted, lost love
  Friction       fighting; respect; jealousy and insecurity; space, self
                 and control
  Trust          trust and betrayal
  Direction      commitment and future; values and lifestyle; time and
                 effort; physical distance
  Circumstances  family and friends; money and work; alcohol and drugs;
                 health and stress
  Safety         fear and harm

How one is found
  In a sentence, by phrases that say who, what, and that it was between
  the two of you; never by a single word. What came after the end, what
  is about somebody else, a wish, a question or a denial is left out.
  Themes are ordered by the number of days on which you wrote of them.
  Each one shows its sentences, their dates, and the words that decided.

Your word beats the count
  lull themes confirm ID, or reject ID. A rejected sentence is not used
  again. lull themes changed ID --mine yes or --theirs unsure says what
  has changed. What they changed cannot be known in silence, so it stays
  a question.

What it cannot know
  It counts what was written, not causes, and not the other's view. "No
  reason stated" is a normal result. Only English is read; a page in
  another language is said to be unread.

Fear and harm is never ranked or charted. It is shown apart, with where to
get help, and never on a screen that another may look at with you.
)";

constexpr std::string_view kPrivacy =
    R"(Everything is in one file, lull.db, in ~/.local/share/lull or where --data
or LULL_DATA says; only your user may read it. There is no account, and
lull opens no network connection.

Without a lock
  Whoever can use your account, or take the disk, can read everything.

With a lock: lull lock set
  Adding needs no passphrase, reading does. Without the key only days can
  be seen, whether each was broken, and how many rows there are.
  A lost passphrase cannot be helped; a recovery phrase on paper can.
  Scripts give it by LULL_PASSPHRASE_FD or LULL_PASSPHRASE_COMMAND.

What lull does not cover
  Words given on the command line stay in the shell's history: type
  lull journal add alone and write there, ending with ^D.
  A program that watches the keyboard or the screen sees what you see.
  Copies by backup or sync programs, and snapshots of the disk, are out of
  reach for delete, purge and wipe.

When others are near
  --discreet shows no names and no text. The prompt of the day, the
  reminders and the shell prompt hold no word of yours.

  If someone may be watching this device: lull help safety
)";

constexpr std::string_view kSafety =
    R"(If someone is in danger now, call the emergency number below first.

If you want to die, or are about to hurt yourself
  Tell one person today, or call one of the lines below; you need not be
  sure to call. If there is something at hand that you could use, give it
  to someone or leave the place where it is. This comes before any silence.

If you are followed, threatened or hurt
  It is not part of a breakup, whoever ended it. The time around leaving
  can be the most dangerous: plan it with one of the lines. Keep what they
  send; an answer, even a last one, can make it go on. To keep a record:
    lull contact add visit --unwanted
    lull contact list --format csv    with when each was written down

If your phone or computer may be watched
  Who has had the device in hand or knows a password may read along, also
  here. Look for help on another device. A password that changes or an app
  that vanishes can be noticed, so plan that too.

If they say they will hurt themselves unless you answer or come back
  Take it as meant, and hand it on: to the emergency number where they
  are, or to somebody close to them. That takes no talk between the two of
  you, and if it did, it is safety and breaks no silence. Keeping them
  alive cannot rest on you alone.

If you are the one hurting someone
  If you have hit, forced, threatened, followed or checked on them, or
  are near it: go where they are not, and call a line below. They talk
  with people who want to stop. If they asked for no contact, or an order
  says so, that is the answer; nothing here is a way round it.
)";

constexpr std::string_view kExitCodes =
    R"(Data goes to standard output, everything else to standard error. What a
command answers to the shell:

    0   done, or yes
    1   no, none found, or refused by a rule of lull
    2   usage: the words typed were not understood
    3   the store: damaged, not a journal of lull, or of a newer lull
    4   locked, or a wrong passphrase
    5   busy: another program holds the journal
    6   no space, or a disk or file that could not be read or written
    7   unsafe permissions: others can read the journal
   70   a mistake in lull itself
  130   interrupted, by ^C for example

No at a question is 1, and so is the end of input at a question.

  lull remind || echo "nothing due"
  lull review >/dev/null 2>&1 && echo "the review is open"
)";

constexpr std::string_view kMethod =
    R"(lull follows the method of a dating-advice essay on getting back with an
ex. It promises nothing; it asks for time and for honesty.

  1  Slow down. To sleep with an ex can look like the way back. Sex is a
     part of closeness, not the whole of it, and can stand in its way.
       lull pause, lull urge
  2  At least a month, possibly longer, with no contact at all.
       lull begin, lull contact, lull streak
  3  Write every day or every few days about why it ended. Who ended it
     may not be honest with themselves about why; who was left can still
     work out the probable reasons.
       lull journal, lull themes
  4  See whether those reasons have changed. If the fundamental ones have
     not, nothing else will solve them.
       lull review
  5  When the silence is over: do you honestly want it back? "No" and "I
     do not know" are answers.
       lull decide
  6  What do you want from it: marriage, family, where to live, how? Does
     each of the two know what the other wants?
       lull want
  7  If both want to talk: in turns of three minutes or so, by a timer.
     One speaks, the other only listens; then switch, until both feel
     heard. Stay with your own feelings, fears and hopes. What was said
     need not be answered.
       lull talk
  8  If it goes on: every few days or weekly, say how you are. Happy, sad,
     angry, tired.
       lull checkin

lull is not therapy and not a way to win anyone over. The other decides
for themselves, and their no ends the question. Where there was fear or
harm, the method does not apply: lull help safety
)";

constexpr std::array kTopics{
    HelpTopic{"dates", "Dates and times, as you type them", kDates},
    HelpTopic{"silence", "What breaks the silence, and how days are counted", kSilence},
    HelpTopic{"themes", "How reasons are found in what you wrote", kThemes},
    HelpTopic{"privacy", "What lull keeps, and who could read it", kPrivacy},
    HelpTopic{"safety", "When it is more than a breakup", kSafety},
    HelpTopic{"exit-codes", "What a command answers to the shell", kExitCodes},
    HelpTopic{"method", "The method that lull is built on", kMethod},
};

}  // namespace

std::span<const HelpTopic> help_topics() { return kTopics; }

}  // namespace lull
