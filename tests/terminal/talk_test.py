"""A talk in turns at a real terminal: turns of two seconds, played to the end, and the record read back."""

import json
import os
import signal
import sys
import time

from tmux import Person, run, wait_until


def begin(person, *options, seconds=2):
    assert person.lull("begin", "--yes").returncode == 0
    person.types(f"lull talk Robin Sam --minutes 0:{seconds:02} {' '.join(options)}", "Enter")
    person.sees("Speaking: Robin", "space: begin")


def talks(person):
    done = person.lull("talk", "list", "--format", "json")
    return json.loads(done.stdout)["talks"] if done.stdout else []


def recorded(person):
    return wait_until(lambda: talks(person), "the record")[0]


def skips_the_questions(person):
    for name in ("Robin", "Sam"):
        person.sees(f"{name}, for you alone")
        person.types("x")
        person.sees(f"{name}: do you feel heard")
        person.types("Enter")
        person.sees(f"{name}: have you heard")
        person.types("Enter")
    person.sees("Topics")
    person.types("Enter")
    person.sees("One line")
    person.types("Enter")


def is_held(binary):
    """a whole talk: a turn that runs out, an early end, an undo, a pause, a break, and the ratings"""
    with Person(binary) as person:
        begin(person, "--turns", "3")
        person.types("Space")
        person.sees("(turn 1 of 3)")
        person.sees("(next: turn 2 of 3)", "Speaking: Sam")
        person.types("Space")
        person.sees("(turn 2 of 3)")
        person.types("Space")
        person.sees("(next: turn 3 of 3)")
        person.types("u")
        person.sees("(turn 2 of 3)")
        person.types("p")
        person.sees("(turn 2 of 3, paused)")
        person.types("s")
        person.sees("(a break)")
        person.types("Space")
        person.sees("(next: turn 3 of 3)")
        person.types("Space")
        person.sees("Robin, for you alone")
        for key, question in (("x", "do you feel heard"), ("4", "have you heard Sam"),
                              ("5", "Sam, for you alone"), ("x", "Sam: do you feel heard"),
                              ("2", "have you heard Robin"), ("3", "Topics")):
            person.types(key)
            person.sees(question)
        person.writes("home, money")
        person.types("Enter")
        person.sees("One line")
        person.writes("quieter than I feared")
        person.types("Enter")
        assert person.ends() == 0
        talk = recorded(person)
        assert talk["turns"] == 3 and 4 <= talk["seconds"] <= 6, talk
        assert (talk["first"], talk["second"]) == ("Robin", "Sam"), talk
        assert [talk[key] for key in ("first_felt_heard", "first_heard_other", "second_felt_heard",
                                      "second_heard_other")] == [4, 5, 2, 3], talk
        assert talk["topics"] == ["home", "money"] and talk["note"] == "quieter than I feared", talk
        assert "for you alone" not in person.screen()


def is_resized(binary):
    """a window that changes its size shows the whole of it again"""
    with Person(binary) as person:
        begin(person, seconds=30)
        person.resizes(34, 20)
        person.sees("Speaking: Robin", "no answer is owed")
        person.types("Space")
        person.resizes(100, 12)
        person.sees("space: end the turn   p: pause   s: a break   q: end")
        assert person.screen().count("Speaking:") == 1, person.screen()
        person.sees("0:28")
        person.types("q")
        skips_the_questions(person)
        assert person.ends() == 0
        assert recorded(person)["turns"] == 1


def is_suspended(binary):
    """^Z costs nobody's turn: after fg it is paused, and goes on"""
    with Person(binary) as person:
        begin(person, seconds=20)
        person.types("Space")
        person.sees("0:19")
        person.types("C-z")
        person.sees("Stopped")
        time.sleep(5)  # the gap itself is what is tested
        person.types("clear; fg", "Enter")
        person.sees("turn 1, paused")
        person.types("Space")
        person.sees("(turn 1)")
        person.types("q")
        skips_the_questions(person)
        assert person.ends() == 0
        assert recorded(person)["seconds"] <= 6, recorded(person)


def is_interrupted(binary):
    """^C keeps what was done and ends with 130"""
    with Person(binary) as person:
        begin(person)
        person.types("Space")
        person.sees("(next: turn 2)")
        person.types("C-c")
        assert person.ends() == 130
        assert recorded(person)["turns"] == 1


def is_told_to_end(binary):
    """TERM keeps what was done and gives the terminal back"""
    with Person(binary) as person:
        begin(person)
        person.types("Space")
        person.sees("(next: turn 2)")
        os.kill(person.child(), signal.SIGTERM)
        assert person.ends() == 130
        assert recorded(person)["turns"] == 1


def loses_its_terminal(binary):
    """a terminal that is closed in the middle of a turn keeps what was done"""
    with Person(binary) as person:
        begin(person)
        person.types("Space")
        person.sees("(next: turn 2)")
        person.types("Space")
        person.sees("0:01")
        person.hangs_up()
        talk = recorded(person)
        assert talk["turns"] == 2 and 3 <= talk["seconds"] <= 4, talk


def speaks_plainly(binary):
    """--plain says a line for each event"""
    with Person(binary) as person:
        assert person.lull("begin", "--yes").returncode == 0
        person.types("lull talk --plain --dry --turns 1 --minutes 0:02", "Enter")
        person.sees("First speaks: you, in turns of 0:02. Space starts.")
        person.types("Space")
        person.sees("Turn 1. Speaking: you. Listening: them.", "The talk is over after 1 turn.")
        assert person.ends() == 0
        assert talks(person) == []


CASES = [is_held, is_resized, is_suspended, is_interrupted, is_told_to_end, loses_its_terminal,
         speaks_plainly]

if __name__ == "__main__":
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
