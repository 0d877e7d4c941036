"""Being asked: what was answered is not lost when the person leaves, or the terminal goes away."""

import sys

from tmux import Person, run, wait_until


def asked_for_a_want(binary):
    person = Person(binary)
    person.lull("begin")
    person.types("clear; lull want add", "Enter")
    person.sees("Whose want is it?")
    person.types("mine", "Enter")
    person.sees("What is wanted, in a sentence?")
    person.writes("a door that closes")
    person.types("Enter")
    person.sees("What is it about?")
    return person


def are_left(binary):
    """^C ends the questions on a line of its own and keeps the answer"""
    with asked_for_a_want(binary) as person:
        person.types("C-c")
        person.sees("\nlull: interrupted; nothing was changed\n", "your text is kept in")
        assert person.ends() == 130
        assert person.recovered() == ["a door that closes\n"]


def lose_their_terminal(binary):
    """a terminal that is closed keeps the answer"""
    with asked_for_a_want(binary) as person:
        person.hangs_up()
        wait_until(lambda: person.recovered() == ["a door that closes\n"]
                   or "a door that closes" in person.lull("want", "list").stdout.decode(),
                   "the answer")


CASES = [are_left, lose_their_terminal]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
