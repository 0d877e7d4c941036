"""Writing on the terminal itself: nothing that was typed is lost on any way out."""

import os
import signal
import sys

from tmux import Person, run, wait_until


def writing(person):
    person.types("lull add", "Enter")
    person.sees("Write.")


def recovers(person, text):
    wait_until(lambda: person.recovered() == [text], "the recovery file")


def saves(binary):
    """lines with corrections are saved as they stood"""
    with Person(binary) as person:
        writing(person)
        person.writes("It rained and I did not cal.")
        person.types("Left")
        person.writes("l")
        person.types("End", "Enter")
        person.writes("café 日本x")
        person.types("BSpace", "Enter", "C-d")
        assert person.ends() == 0
        assert person.entries() == ["It rained and I did not call.\ncafé 日本\n"]


def saves_twice_asked(binary):
    """^D inside a line asks, and a second one saves"""
    with Person(binary) as person:
        writing(person)
        person.writes("one line")
        person.types("C-d")
        person.sees("^D once more saves")
        person.types("C-d")
        assert person.ends() == 0
        assert person.entries() == ["one line"]


def keeps_long_lines(binary):
    """a line longer than a terminal's own editing allows is kept whole"""
    text = "word " * 4000
    with Person(binary) as person:
        writing(person)
        person.pastes(text)
        person.sees("word word")
        person.types("Enter", "C-d")
        assert person.ends() == 0
        assert person.entries() == [text + "\n"]


def keeps_pastes(binary):
    """a paste is kept as it is, tabs, lines and control characters too"""
    with Person(binary) as person:
        writing(person)
        person.pastes("first\n\n\tsecond\x04\x1b[31m\n")
        person.sees("second")
        person.types("C-d")
        assert person.ends() == 0
        assert person.entries() == ["first\n\n\tsecond\x04\x1b[31m\n"]


def takes_what_came_early(binary):
    """what is typed before the program listens is taken, its ^D too"""
    with Person(binary) as person:
        person.types("read; lull add", "Enter")
        person.writes("go\nearly words\n")
        person.types("C-d")
        assert person.ends() == 0
        assert person.entries() == ["early words\n"]


def leaves_what_comes_after(binary):
    """what is typed after the last ^D belongs to the shell"""
    with Person(binary) as person:
        writing(person)
        person.tmux("send-keys", "-l", "words\n\x04touch later\n")
        wait_until(lambda: (person.home / "later").exists(), "the shell's own command")
        assert person.ends() == 0
        assert person.entries() == ["words\n"]


def is_interrupted(binary):
    """^C keeps the text and ends with 130"""
    with Person(binary) as person:
        writing(person)
        person.writes("not yet finis")
        person.types("C-c")
        assert person.ends() == 130
        recovers(person, "not yet finis")
        assert person.entries() == []
        assert person.lull("journal", "recover").returncode == 0
        assert person.entries() == ["not yet finis"]


def is_interrupted_empty(binary):
    """^C before a word leaves nothing behind"""
    with Person(binary) as person:
        writing(person)
        person.types("C-c")
        assert person.ends() == 130
        assert person.recovered() == []


def is_told_to_end(binary):
    """TERM keeps the text and gives the terminal back"""
    with Person(binary) as person:
        writing(person)
        person.writes("the last words")
        person.sees("the last words")
        os.kill(person.child(), signal.SIGTERM)
        assert person.ends() == 130
        recovers(person, "the last words")


def loses_its_terminal(binary):
    """a terminal that is closed takes no word with it"""
    with Person(binary) as person:
        writing(person)
        person.writes("closed too soon")
        person.sees("closed too soon")
        person.hangs_up()
        recovers(person, "closed too soon")


def is_suspended(binary):
    """^Z and fg go on where the writing was, and the terminal is the shell's meanwhile"""
    with Person(binary) as person:
        writing(person)
        person.writes("before")
        person.types("C-z")
        person.sees("Stopped")
        person.types("stty -g > stopped", "Enter")
        stopped = person.home / "stopped"
        wait_until(lambda: stopped.exists() and stopped.read_text(), "the shell")
        assert stopped.read_text() == (person.home / "before").read_text()
        person.types("clear; fg", "Enter")
        person.sees("before")
        person.writes(" and after")
        person.types("Enter", "C-d")
        assert person.ends() == 0
        assert person.entries() == ["before and after\n"]


def is_hung_up_while_suspended(binary):
    """a shell that ends while the writing is suspended takes no word with it"""
    with Person(binary) as person:
        writing(person)
        person.writes("left in the background")
        person.types("C-z")
        person.sees("Stopped")
        person.hangs_up()
        recovers(person, "left in the background")


def is_stopped_from_outside(binary):
    """a stop that could not be seen leaves the writing as it was"""
    with Person(binary) as person:
        writing(person)
        person.writes("one")
        person.sees("one")
        os.kill(person.child(), signal.SIGSTOP)
        person.sees("Stopped")
        person.types("fg", "Enter")
        person.types("x", "C-d", "C-d")
        assert person.ends() == 0
        assert person.entries() == ["onex"]


def is_resized(binary):
    """a window that changes its size shows the text again"""
    with Person(binary) as person:
        writing(person)
        person.writes("these are quite a few words that stand in one long line of the terminal")
        person.sees("terminal")
        person.resizes(30, 12)
        person.sees("terminal")
        person.types("Home")
        person.writes("yes ")
        person.resizes(100, 12)
        person.sees("yes these")
        person.types("C-d", "C-d")
        assert person.ends() == 0
        assert person.entries() == [
            "yes these are quite a few words that stand in one long line of the terminal"]


CASES = [saves, saves_twice_asked, keeps_long_lines, keeps_pastes, takes_what_came_early,
         leaves_what_comes_after, is_interrupted, is_interrupted_empty, is_told_to_end,
         loses_its_terminal, is_suspended, is_hung_up_while_suspended, is_stopped_from_outside,
         is_resized]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
