"""Writing in an editor: nothing that the editor saved is lost on any way out."""

import os
import signal
import sys

from tmux import Person, run, wait_until

# Says what it is doing in files, so that a test can wait for it.
EDITOR = """#!/bin/sh
printf 'words of the editor\\n' > "$1"
echo "$1" > "$HOME/draft"
stty -echo
while [ ! -e "$HOME/go" ]; do read -r line || exit 1; done
"""


def editing(binary):
    person = Person(binary)
    editor = person.home / "ed"
    editor.write_text(EDITOR)
    editor.chmod(0o700)
    person.types("export EDITOR=$HOME/ed; clear; lull write", "Enter")
    wait_until(lambda: (person.home / "draft").exists(), "the editor")
    return person


def recovers(person):
    wait_until(lambda: person.recovered() == ["words of the editor\n"], "the recovery file")
    wait_until(lambda: not list((person.runtime / "lull").glob("draft-*")), "the draft to go")


def finish(person):
    (person.home / "go").touch()
    person.types("Enter")


def saves(binary):
    """what the editor saved is the entry, and the terminal is put back after an editor that didn't"""
    with editing(binary) as person:
        finish(person)
        assert person.ends() == 0
        assert person.entries() == ["words of the editor\n"]


def is_interrupted(binary):
    """^C that ends the editor keeps the text"""
    with editing(binary) as person:
        person.types("C-c")
        assert person.ends() == 130
        recovers(person)


def is_told_to_end(binary):
    """TERM is handed on to the editor and keeps the text"""
    with editing(binary) as person:
        os.kill(person.child(), signal.SIGTERM)
        assert person.ends() == 130
        recovers(person)


def loses_its_terminal(binary):
    """a terminal that is closed keeps the text"""
    with editing(binary) as person:
        person.hangs_up()
        recovers(person)


def is_suspended(binary):
    """^Z and fg go on in the editor"""
    with editing(binary) as person:
        person.types("C-z")
        person.sees("Stopped")
        person.types("clear; fg", "Enter")
        person.sees("lull write")
        finish(person)
        assert person.ends() == 0
        assert person.entries() == ["words of the editor\n"]


def is_killed(binary):
    """a draft of a program that was killed is mentioned the next time and taken in"""
    with editing(binary) as person:
        lull = person.child()
        editor = person.child(lull)
        os.kill(lull, signal.SIGKILL)
        assert b"nothing to take in" in person.lull("journal", "recover").stderr  # it lives on
        os.kill(editor, signal.SIGKILL)
        wait_until(lambda: b"was not saved is there" in person.lull("add", "x").stderr, "the draft")
        assert person.lull("journal", "recover").returncode == 0
        assert "words of the editor\n" in person.entries()


def vim_leaves_no_trace(binary):
    """vim is told to keep no copies, and its text is the entry"""
    with Person(binary) as person:
        person.types("export EDITOR=vim; clear; lull write", "Enter")
        person.sees("entry.md")
        person.types("i")
        person.writes("typed in vim")
        person.sees("typed in vim")
        draft = next((person.runtime / "lull").glob("draft-*"))
        assert sorted(file.name for file in draft.iterdir()) == ["at-first", "entry.md"]
        person.types("Escape")
        person.writes(":wq\n")
        assert person.ends() == 0
        assert person.entries() == ["typed in vim\n"]
        assert not (person.home / ".viminfo").exists()


CASES = [saves, is_interrupted, is_told_to_end, loses_its_terminal, is_suspended, is_killed]

if __name__ == "__main__":
    if any(os.access(os.path.join(folder, "vim"), os.X_OK) for folder in os.environ["PATH"].split(":")):
        CASES.append(vim_leaves_no_trace)
    wanted = sys.argv[2:]
    sys.exit(run([case for case in CASES if not wanted or case.__name__ in wanted], sys.argv[1]))
