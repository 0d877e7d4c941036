#!/usr/bin/env python3
"""SIGKILL on entry to the 1st, 2nd, 3rd ... of every call that writes, for every writing command."""
import os
import shutil
import sys

from faults import FULL, WRITING_CALLS, Journal, Tally, died, import_file, page, strace

HERE = os.path.dirname(os.path.abspath(__file__))
CALLS = os.environ.get("CALLS", "").split() or \
    (WRITING_CALLS if FULL else ["pwrite64", "write", "fdatasync", "unlink", "renameat2"])
STRIDE = int(os.environ.get("STRIDE", "1" if FULL else "7"))
tally = Tally()
base = Journal()
for number in range(1, 7):
    base.add(f"old{number}", number * 700)
import_path = os.path.join(base.home, "import.jsonl")
import_file(import_path, "import", 200)
imported = [f"import.{number}" for number in range(200)]


def add(journal):
    return ("journal", "add"), page("new", 30_000), ["new"], []


def edit(journal):
    return ("journal", "edit", str(journal.ids["old3"])), page("old3", 30_000), [], []


def trash(journal):
    return ("journal", "delete", str(journal.ids["old3"]), "--yes"), None, [], ["old3"]


def purge(journal):
    return ("journal", "delete", str(journal.ids["old3"]), "--purge", "--yes"), None, [], ["old3"]


def bring_in(journal):
    return ("journal", "import", "--from-format", "jsonl", import_path), None, imported, []


def migrate(journal):
    shutil.copyfile(os.path.join(HERE, "../store/schema/v1.db"), journal.file)
    os.chmod(journal.file, 0o600)
    return ("journal", "add"), "after\n", [], []


def migrated_wrong(journal, code):
    """The canned journal has one entry, of another kind than ours: it is looked for by itself."""
    try:
        texts = [entry["text"] for entry in journal.texts()]
    except ValueError as error:
        return str(error)
    if "The river was quiet." not in texts:
        return "the old entry is gone"
    if code == 0 and "after\n" not in texts:
        return "acknowledged and not there"
    return journal.wrong_by_doctor()


def command_wrong(journal, code, adds, takes):
    for name in takes:
        journal.must.pop(name)
    there = list(journal.read_ids())
    found = [name for name in adds if name in there]
    if len(found) not in (0, len(adds)) or (code == 0 and len(found) != len(adds)):
        return f"{len(found)} of {len(adds)} are there"
    if code == 0 and any(name in there for name in takes):
        return "removed and still there"
    return journal.wrong(maybe=adds + takes)


def kill_each(command, call):
    """How many deaths; ends when the call is not made so often."""
    deaths = 0
    nth = 1
    while True:
        journal = base.copy(base.home + "-try")
        words, text, adds, takes = command(journal)
        done = journal.run(*words, text=text, before=strace(
            "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={nth}"))
        if not died(done):
            return deaths
        deaths += 1
        try:
            wrong = migrated_wrong(journal, done.returncode) if command is migrate else \
                command_wrong(journal, done.returncode, adds, takes)
        except ValueError as error:
            wrong = str(error)
        tally.check(wrong, f"{command.__name__} killed at {call} {nth}")
        if tally.bad > 8:
            tally.finish()
        nth += STRIDE


total = 0
for command in (add, edit, trash, purge, bring_in, migrate):
    deaths = sum(kill_each(command, call) for call in CALLS)
    total += deaths
    tally.fact(f"{command.__name__} {deaths}")
    if deaths == 0:
        tally.check("nothing died", command.__name__)
shutil.rmtree(base.home + "-try", ignore_errors=True)
base.remove()
tally.fact(f"{total} kills together")
tally.finish()
