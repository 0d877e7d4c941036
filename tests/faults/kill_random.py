#!/usr/bin/env python3
"""SIGKILL at random moments of adding, changing, removing and importing."""
import os
import random
import signal
import sys
import time

from faults import FULL, Journal, Tally, import_file, page

SIZES = [40, 900, 3000, 9000, 60_000, 250_000]
wanted = int(os.environ.get("KILLS", 1000 if FULL else 40))
MOST_PAGES = 200  # then another journal, so that reading it does not outgrow the killing
tally = Tally()
random.seed(int(os.environ.get("SEED", "7")))
killed = tries = checked = 0
removable = []


def new_journal():
    made = Journal()
    made.add("changed")
    removable.clear()
    return made


journal = new_journal()
began = time.monotonic()
journal.add("timed")
span = (time.monotonic() - began) * 1.2  # a moment after the longest usual run


def one_command(number):
    """Words, text, the names that it adds, the names that it takes away."""
    kind = number % 5
    if kind == 0:
        return ("journal", "edit", str(journal.ids["changed"])), \
            page("changed", random.choice(SIZES)), [], []
    if kind == 1:
        import_path = os.path.join(journal.home, "import.jsonl")
        import_file(import_path, f"import{number}", 50)
        return ("journal", "import", "--from-format", "jsonl", import_path), None, \
            [f"import{number}.{k}" for k in range(50)], []
    if kind == 2 and removable:
        name = removable.pop()
        return ("journal", "delete", str(journal.ids[name]), "--purge", "--yes"), None, [], [name]
    name = f"page{number}"
    return ("journal", "add"), page(name, random.choice(SIZES)), [name], []


while killed < wanted and tries < 6 * wanted:
    tries += 1
    if len(journal.must) > MOST_PAGES:
        checked += len(journal.must)
        journal.remove()
        journal = new_journal()
    words, text, adds, takes = one_command(tries)
    child = journal.start(*words, text=text)
    time.sleep(random.random() * span)
    child.send_signal(signal.SIGKILL)
    code = child.wait()
    if code == -signal.SIGKILL:
        killed += 1
        span *= 1.02
    else:
        span *= 0.97
    for name in takes:
        journal.must.pop(name)
    done = code == 0
    wrong = None
    if adds:
        there = journal.read_ids()
        found = [name for name in adds if name in there]
        if done and len(found) != len(adds):
            wrong = f"{len(found)} of {len(adds)} that were acknowledged are there"
        elif len(found) not in (0, len(adds)):
            wrong = f"half done: {len(found)} of {len(adds)}"
        for name in found:
            journal.must[name] = True
        journal.ids = there
        if adds == found and len(adds) == 1:
            removable += found
    elif takes:
        there = journal.read_ids()
        if done and takes[0] in there:
            wrong = "removed and still there"
        if takes[0] in there:
            journal.must[takes[0]] = True
    tally.check(wrong or journal.wrong(), f"after {words[1]}, answer {code}")
    if tally.bad > 3:
        break

tally.fact(f"{killed} deaths in {tries} runs, {checked + len(journal.must)} pages checked")
if killed < wanted:
    tally.check("too few runs died", "as many deaths as were asked for")
journal.remove()
tally.finish()
