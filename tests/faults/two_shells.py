#!/usr/bin/env python3
"""Many writers and a reader at once: every acknowledged page is there, and no reader is refused."""
import os
import subprocess
import threading

from faults import FULL, LULL, Journal, Tally, page

WRITERS = int(os.environ.get("WRITERS", "8"))
ADDS = int(os.environ.get("ADDS", "500" if FULL else "20"))
tally = Tally()
journal = Journal()
acknowledged = [[] for _ in range(WRITERS)]
refused = []
reads = []
writing = True


def write(writer):
    for number in range(ADDS):
        name = f"w{writer}.{number}"
        done = journal.run("journal", "add", "--quiet", text=page(name, 200))
        if done.returncode == 0:
            acknowledged[writer].append(name)
        else:
            refused.append(f"{done.returncode} {done.stderr.strip()[:120]}")


def read():
    while writing:
        done = journal.run("journal", "export", "--format", "jsonl")
        reads.append(done.returncode)


writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
reader = threading.Thread(target=read)
for thread in writers + [reader]:
    thread.start()
for thread in writers:
    thread.join()
writing = False
reader.join()
for names in acknowledged:
    for name in names:
        journal.must[name] = True
tally.check(journal.wrong(), "after all writers")
tally.check("; ".join(refused[:3]) or None, "every add is acknowledged")
tally.expect(all(code in (0, 1) for code in reads), "every read is answered")
tally.fact(f"{len(journal.must)} of {WRITERS * ADDS} pages there, {len(reads)} reads meanwhile")

# Two people change the same entry: one after the other is told, and no text is gone.
journal.add("shared")
number = str(journal.ids["shared"])
journal.must.pop("shared")
changes = ["shared by one", "shared by two"]
children = [journal.start("journal", "edit", number, text=page(name, 400)) for name in changes]
codes = [child.wait() for child in children]
tally.expect(0 in codes, f"one of two changes is kept ({codes})")
tally.expect(any(name in journal.read_ids() for name in changes), "its text is there")
tally.check(journal.wrong(maybe=["shared", *changes]), "after two changes of one entry")
journal.remove()
tally.finish()
