#include "lull/model/marker.hpp"

namespace lull {
namespace {

struct MarkerRow {
  Marker marker;
  std::string_view id;
  std::string_view label;
  std::string_view caveat;
};

constexpr std::array<MarkerRow, kMarkerCount> kMarkers{{
    {Marker::self_blame, "self_blame", "Taking the blame",
     "Words of blame say how it felt that day, not whose doing it was (Tashiro and Frazier 2003)."},
    {Marker::other_blame, "other_blame", "Giving the blame",
     "Blame can simply be true; a count cannot tell (Tashiro and Frazier 2003)."},
    {Marker::relational, "relational", "The two of you",
     "Naming what was between two people went with feeling better; it was not shown to cause it "
     "(Amato and Previti 2003)."},
    {Marker::i_words, "i_words", "I-words",
     "They rise around a breakup and fall over half a year in large groups; there is no norm for "
     "one person "
     "(Seraj, Blackburn and Pennebaker 2021)."},
    {Marker::we_words, "we_words", "We-words",
     "They are averages over thousands of people; only your own trend is shown "
     "(Seraj, Blackburn and Pennebaker 2021)."},
    {Marker::cognitive_processing, "cognitive_processing", "Working it out",
     "More is not better: the same words serve thinking and going in circles."},
    {Marker::rumination, "rumination", "Going in circles",
     "Writing more about it can hurt while one searches for meaning; rest is an answer too "
     "(Sbarra et al. 2013)."},
    {Marker::missing_idealising, "missing_idealising", "Missing",
     "There is nothing to correct in missing someone; it stands beside what else was written."},
    {Marker::hedging, "hedging", "Maybe",
     "A sign of open questions, not of dishonesty; no count of words finds a lie."},
    {Marker::redemption_growth, "redemption_growth", "What it taught",
     "Finding something good in it helped late, not in the first days (Slotter and Ward 2015)."},
    {Marker::self_concept, "self_concept", "Who you are without them",
     "A blurred sense of oneself is usual after a breakup (Slotter, Gardner and Finkel 2010)."},
    {Marker::closure, "closure", "Letting go", "It wavers; one day's words are one day's words."},
    {Marker::contact_urge, "contact_urge", "Wanting contact",
     "It says what pulled while writing, and nothing about why it ended."},
}};

const MarkerRow& row_of(Marker marker) { return kMarkers.at(static_cast<std::size_t>(marker)); }

}  // namespace

std::string_view to_string(Marker marker) { return row_of(marker).id; }
std::string_view label_of(Marker marker) { return row_of(marker).label; }
std::string_view caveat_of(Marker marker) { return row_of(marker).caveat; }

MarkerCounts& MarkerCounts::operator+=(const MarkerCounts& other) {
  for (std::size_t i = 0; i < kMarkerCount; ++i) counts[i] += other.counts[i];
  words += other.words;
  return *this;
}

}  // namespace lull
