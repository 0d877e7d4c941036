"""The pause at a real terminal: keys, sizes, suspending, and every way out leave it as it was."""

import os
import signal
import sys

from tmux import Person, run, wait_until


def pausing(person, *words):
    person.types(" ".join(["lull", "pause", *words]), "Enter")
    person.sees("How strong is the pull")


def leaves(person):
    person.sees("Keep a record")
    person.types("Enter")
    person.sees("What now?")
    person.types("Enter")
    assert person.ends() == 0


def urges(person):
    return person.lull("urge", "list").stdout.decode()


def is_gone_through(binary):
    """three questions, the wait, one question, a record, and nothing else"""
    with Person(binary) as person:
        pausing(person, "--minutes", "0:03")
        person.sees("Nothing has to be decided now.", "0:0")
        person.types("8")
        person.sees("What pulls?")
        person.types("x")
        person.sees("Closeness and sex are not the same thing", "What set it off?")
        person.writes("a quiet song")
        person.sees("> a quiet song_")
        person.types("Enter")
        person.sees("How strong is it now")
        person.types("3")
        person.sees("Keep a record")
        person.types("y", "Enter")
        person.sees("How did it go?")
        person.types("passed", "Enter")
        person.sees("What now?")
        person.types("Enter")
        assert person.ends() == 0
        assert "sex, 8 of 10, then 3, passed, 1 min\n      a quiet song\n" in urges(person)


def is_left(binary):
    """q leaves at once, and nothing is kept"""
    with Person(binary) as person:
        pausing(person)
        person.types("q")
        leaves(person)
        assert not person.data().exists()


def counts_down(binary):
    """the timer goes on by itself"""
    with Person(binary) as person:
        pausing(person)
        person.sees("9:58")
        person.types("q")
        leaves(person)


def is_interrupted(binary):
    """^C ends with 130, keeps nothing, and gives the terminal back"""
    with Person(binary) as person:
        pausing(person)
        person.types("7", "C-c")
        assert person.ends() == 130
        assert not person.data().exists()


def is_told_to_end(binary):
    """TERM gives the terminal back"""
    with Person(binary) as person:
        pausing(person)
        os.kill(person.child(), signal.SIGTERM)
        assert person.ends() == 130


def loses_its_terminal(binary):
    """a terminal that is closed ends the pause"""
    with Person(binary) as person:
        pausing(person)
        child = person.child()
        person.hangs_up()
        wait_until(lambda: not os.path.exists(f"/proc/{child}"), "the pause to end")


def is_suspended(binary):
    """^Z and fg go on with the same wait, and the terminal is the shell's meanwhile"""
    with Person(binary) as person:
        pausing(person)
        person.types("7")
        person.sees("What pulls?")
        person.types("C-z")
        person.sees("Stopped")
        person.types("stty -g > stopped", "Enter")
        stopped = person.home / "stopped"
        wait_until(lambda: stopped.exists() and stopped.read_text(), "the shell")
        assert stopped.read_text() == (person.home / "before").read_text()
        assert person.tmux("display-message", "-p", "#{cursor_flag}").strip() == "1"
        person.types("clear; fg", "Enter")
        person.sees("What pulls?")
        person.types("t")
        person.sees("What set it off?")
        person.types("Enter", "q", "q")
        leaves(person)


def is_suspended_over_its_end(binary):
    """waiting is waiting: a pause that ends while suspended is over when it comes back"""
    with Person(binary) as person:
        pausing(person, "--minutes", "0:05")
        person.types("7")
        person.sees("What pulls?")
        person.types("t")
        person.sees("What set it off?")
        person.types("Enter")
        person.sees("Only waiting now.")
        person.types("C-z")
        person.sees("Stopped")
        person.types("clear; sleep 5; fg", "Enter")
        person.sees("How strong is it now")
        person.types("q")
        leaves(person)


def is_stopped_from_outside(binary):
    """a stop that could not be seen is survived too"""
    with Person(binary) as person:
        pausing(person)
        os.kill(person.child(), signal.SIGSTOP)
        person.sees("Stopped")
        person.types("clear; fg", "Enter")
        person.sees("How strong is the pull")
        person.types("q")
        leaves(person)


def is_resized(binary):
    """a window that changes its size shows timer and question again, once"""
    with Person(binary, columns=100) as person:
        pausing(person)
        for columns, rows in ((40, 20), (120, 12), (25, 8), (80, 24)):
            person.resizes(columns, rows)
            person.sees("9:")
            wait_until(lambda: "1 to 10?" in " ".join(person.screen().split()), "the question")
        wait_until(lambda: person.screen().count("How strong") == 1, "one question alone")
        person.types("q")
        leaves(person)


def is_discreet(binary):
    """under --discreet it stands on another screen and leaves no line of itself"""
    with Person(binary) as person:
        pausing(person, "--discreet")
        assert person.tmux("display-message", "-p", "#{alternate_on}").strip() == "1"
        person.types("q")
        person.sees("Keep a record")
        assert "Nothing has to be decided" not in person.screen()
        assert person.tmux("display-message", "-p", "#{alternate_on}").strip() == "0"
        leaves(person)


def leads_to_a_letter(binary):
    """the way to a letter that is never sent opens the writing, and it is kept as one"""
    with Person(binary) as person:
        person.lull("begin")
        pausing(person)
        person.types("q")
        person.sees("Keep a record")
        person.types("Enter")
        person.sees("What now?")
        person.types("letter", "Enter")
        person.sees("Write.")
        person.writes("I will not send this.\n")
        person.types("C-d")
        assert person.ends() == 0
        shown = person.lull("journal", "list", "--kind", "letter").stdout.decode()
        assert "I will not send this." in shown


CASES = [is_gone_through, is_left, counts_down, is_interrupted, is_told_to_end, loses_its_terminal,
         is_suspended, is_suspended_over_its_end, is_stopped_from_outside, is_resized, is_discreet,
         leads_to_a_letter]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
