"""A page longer than the screen, in a real pager."""

import sys

from tmux import Person, run, wait_until


def reading(binary, **variables):
    person = Person(binary, **variables)
    for number in range(12):
        assert person.lull("journal", "add", f"line number {number}").returncode == 0
    person.types("clear; lull journal list --limit 12", "Enter")
    return person


def pages(binary):
    """less shows the first screen, q ends it, and nothing of the page stays on the screen"""
    with reading(binary) as person:
        person.sees("line number 11")
        assert "line number 0" not in person.screen()
        person.types("q")
        assert person.ends() == 0
        assert "line number" not in person.screen()
        assert not list(person.home.glob(".less*")), "a file of what was searched for"


def is_quit_early(binary):
    """a pager that reads nothing is no error"""
    with reading(binary, PAGER="true") as person:
        assert person.ends() == 0


def is_interrupted(binary):
    """^C in the pager is the pager's own"""
    with reading(binary) as person:
        person.sees("line number 11")
        person.types("C-c")
        # What is typed right behind ^C may be thrown away with it.
        wait_until(lambda: person.types("G") or "line number 0\n" in person.screen(), "the last page")
        person.types("q")
        assert person.ends() == 0


if __name__ == "__main__":
    sys.exit(run([pages, is_quit_early, is_interrupted], sys.argv[1]))
