#!/usr/bin/env python3
"""SIGKILL on entry to the 1st, 2nd, 3rd ... of every call that writes, for every writing command."""
import os

from faults import FULL, WRITING_CALLS, Tally, died, strace
from scenarios import ALL, Bases

CALLS = os.environ.get("CALLS", "").split() or \
    (WRITING_CALLS if FULL else ["pwrite64", "write", "fdatasync", "unlink", "renameat2"])
STRIDE = int(os.environ.get("STRIDE", "1" if FULL else "17"))
ONLY = os.environ.get("ONLY", "").split()  # names of scenarios
tally = Tally()
bases = Bases(6)


def kill_each(what, call):
    """How many deaths; ends when the call is not made so often."""
    deaths = 0
    nth = 1
    while True:
        journal = bases.copy_for(what)
        done = journal.run(*what.words(journal), text=what.text(journal), before=strace(
            "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={nth}"))
        if not died(done):
            return deaths
        deaths += 1
        try:
            wrong = what.wrong(journal, None)
        except ValueError as error:
            wrong = str(error)
        tally.check(wrong, f"{type(what).__name__} killed at {call} {nth}")
        if tally.bad > 8:
            tally.finish()
        nth += STRIDE


total = 0
for what in ALL:
    name = type(what).__name__
    if ONLY and name not in ONLY:
        continue
    deaths = sum(kill_each(what, call) for call in CALLS)
    total += deaths
    tally.fact(f"{name} {deaths}")
    if deaths == 0:
        tally.check("nothing died", name)
bases.remove()
tally.fact(f"{total} kills together")
tally.finish()
