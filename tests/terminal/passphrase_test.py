"""The passphrase at a terminal: never shown, asked again, and the echo is back on every way out."""

import os
import signal
import sys

from tmux import Person, run, wait_until

PASSPHRASE = "zqx horse"


def locked(binary):
    person = Person(binary, LULL_TEST_KDF="least")
    person.lull("journal", "add", "the heron")
    person.types("clear; lull lock set --no-recovery", "Enter")
    person.sees("New passphrase:")
    person.writes(PASSPHRASE + "\n")
    person.sees("The same again:")
    person.writes(PASSPHRASE + "\n")
    person.sees("Locked.")
    assert "zqx" not in person.screen(), "the passphrase was shown"
    assert person.ends() == 0
    return person


def asked(person, command="lull journal list --format short"):
    person.types("clear; " + command, "Enter")
    person.sees("Passphrase:")


def is_typed_twice_and_never_shown(binary):
    """it is typed twice, not shown, and opens the journal"""
    with locked(binary) as person:
        asked(person)
        person.writes(PASSPHRASE + "\n")
        person.sees("the heron")
        assert "zqx" not in person.screen(), "the passphrase was shown"
        assert person.ends() == 0


def three_tries(binary):
    """after three wrong ones the answer is 4"""
    with locked(binary) as person:
        asked(person)
        for left in ("2 more tries", "1 more try", "the passphrase is wrong"):
            person.writes("zqx wrong\n")
            person.sees(left)
        assert "zqx" not in person.screen(), "the passphrase was shown"
        assert person.ends() == 4


def asks_behind_a_pipe(binary):
    """it is asked for on the terminal when the data goes elsewhere"""
    with locked(binary) as person:
        asked(person, "lull journal list < /dev/null | cat")
        person.writes(PASSPHRASE + "\n")
        person.sees("the heron")
        assert person.ends() == 0


def is_interrupted(binary):
    """^C puts the echo back and answers 130"""
    with locked(binary) as person:
        asked(person)
        person.writes("zqx ho")
        person.types("C-c")
        assert person.ends() == 130


def is_told_to_end(binary):
    """TERM puts the echo back"""
    with locked(binary) as person:
        asked(person)
        os.kill(person.child(), signal.SIGTERM)
        assert person.ends() == 130


def is_suspended(binary):
    """^Z puts the echo back, and fg asks again"""
    with locked(binary) as person:
        asked(person)
        person.writes("zqx ho")
        person.types("C-z")
        person.sees("Stopped")
        person.types("clear; stty -a | grep -o ' echo '", "Enter")
        wait_until(lambda: " echo" in person.screen().replace("grep -o ' echo '", ""), "the echo")
        person.types("clear; fg", "Enter")
        person.sees("Passphrase:")
        person.writes(PASSPHRASE + "\n")
        person.sees("the heron")
        assert "zqx" not in person.screen(), "the passphrase was shown"
        assert person.ends() == 0


CASES = [is_typed_twice_and_never_shown, three_tries, asks_behind_a_pipe, is_interrupted, is_told_to_end,
         is_suspended]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
