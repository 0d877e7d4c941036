#!/usr/bin/env python3
"""Many writers and a reader at once: every acknowledged page is there, no reader is refused, and a
page whose writer was told that it is not saved lies in the file that was named."""
import os
import re
import threading

from faults import FULL, Journal, Tally, name_of, page

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
            refused.append((name, done.returncode, done.stderr.strip()))


def read():
    while writing:
        done = journal.run("journal", "export", "--format", "jsonl")
        reads.append(done.returncode)


def kept(name, words):
    """Whether the text of a page that was not saved is whole in the file that the answer names."""
    path = re.search(r"kept in (\S+);", words)
    if not path:
        return False
    with open(path[1], encoding="utf-8") as file:
        return name_of(file.read()) == name


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
for name, code, words in refused:
    tally.expect(code == 5, f"a page that isn't saved is answered 5: {code} {words[:120]}")
    tally.expect(kept(name, words), f"a page that isn't saved lies in the file named: {words}")
if refused:
    tally.expect(journal.run("journal", "recover").returncode == 0, "such pages are taken in")
    for name, _, _ in refused:
        journal.must[name] = True
    tally.check(journal.wrong(), "with what was taken in")
if not tally.bad and refused:
    tally.check(f"{len(refused)} were not: {refused[0][2][:120]}", "every add is acknowledged")
tally.expect(all(code in (0, 1) for code in reads), "every read is answered")
tally.fact(f"{sum(map(len, acknowledged))} of {WRITERS * ADDS} pages acknowledged, "
           f"{len(journal.must)} there, {len(reads)} reads meanwhile")

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
