#include "lull/model/want.hpp"

#include "name_table.hpp"

namespace lull {
namespace {

constexpr NameTable kWhose{{
    Name{WantWhose::mine, "mine"},
    Name{WantWhose::theirs, "theirs"},
}};

constexpr NameTable kSources{{
    Name{WantSource::own, "own"},
    Name{WantSource::guessed, "guessed"},
    Name{WantSource::heard, "heard"},
}};

constexpr NameTable kTopics{{
    Name{WantTopic::marriage, "marriage"},
    Name{WantTopic::children, "children"},
    Name{WantTopic::home, "home"},
    Name{WantTopic::work, "work"},
    Name{WantTopic::faith, "faith"},
    Name{WantTopic::money, "money"},
    Name{WantTopic::closeness, "closeness"},
    Name{WantTopic::freedom, "freedom"},
    Name{WantTopic::other, "other"},
}};

}  // namespace

std::string_view to_string(WantWhose whose) { return kWhose.word_of(whose); }
std::string_view to_string(WantSource source) { return kSources.word_of(source); }
std::string_view to_string(WantTopic topic) { return kTopics.word_of(topic); }
std::optional<WantWhose> parse_want_whose(std::string_view word) { return kWhose.parse(word); }
std::optional<WantSource> parse_want_source(std::string_view word) { return kSources.parse(word); }
std::optional<WantTopic> parse_want_topic(std::string_view word) { return kTopics.parse(word); }

}  // namespace lull
