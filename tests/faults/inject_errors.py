#!/usr/bin/env python3
"""Makes the nth write, sync, open, rename ... fail, once and from then on, during every command
that writes.

Afterwards: what was there is there; an answer of 0 means that the command is done; any other answer
comes with words on the error stream, and none of a page's among them.
"""
import os
import tempfile

from faults import FULL, Tally, strace
from scenarios import ALL, Bases

FAULTS = ["pwrite64:ENOSPC", "pwrite64:EIO", "pwrite64:EDQUOT", "fdatasync:EIO", "fsync:EIO",
          "unlink:EIO", "unlink:EACCES", "openat:EMFILE", "openat:ENOSPC", "openat:EROFS",
          "openat:EACCES", "pread64:EIO", "fcntl:ENOLCK", "close:EIO", "ftruncate:EIO",
          "write:ENOSPC", "write:EIO", "renameat2:EIO", "renameat2:ENOSPC", "rename:EIO",
          "read:EIO", "newfstatat:EIO"]
QUICK = ["pwrite64:ENOSPC", "fdatasync:EIO", "unlink:EIO", "openat:EMFILE"]
# These go to the journal alone when they are in its folder: else the loader is hit, or the words
# to the person.
NEAR_ALONE = {"openat", "close", "write", "read", "newfstatat", "pread64"}
ONLY = os.environ.get("ONLY", "").split()  # names of scenarios
STRIDE = int(os.environ.get("STRIDE", "1" if FULL else "25"))
tally = Tally()
bases = Bases(4)
trace = tempfile.NamedTemporaryFile()
os.environ["TRACE"] = trace.name
swallowed = set()
runs = 0


def paths_of(journal, call):
    if call not in NEAR_ALONE:
        return []
    backups = os.path.join(journal.data, "backups")
    return [journal.data, journal.file, journal.file + "-journal", backups]


def fail_once(what, fault, nth, plus):
    """False when the call is not made so often."""
    call, error = fault.split(":")
    journal = bases.copy_for(what)
    done = journal.run(*what.words(journal), text=what.text(journal), timeout=60, before=strace(
        "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={nth}{plus}",
        paths=paths_of(journal, call)))
    with open(trace.name, encoding="utf-8", errors="replace") as written:
        if "INJECTED" not in written.read():
            return False
    said = f"{type(what).__name__}, {fault} at {nth}{plus}"
    tally.expect(0 <= done.returncode < 70 or done.returncode == 130,
                 f"{said}: answer {done.returncode} is one of ours")
    if done.returncode == 0:
        swallowed.add(fault + plus)
        for name in what.adds:
            journal.must[name] = True
    else:
        tally.expect(done.stderr.strip(), f"{said}: a reason is given")
    # What is to be removed is shown on purpose; the reason holds no word of it.
    reason = done.stderr[done.stderr.find("lull: "):]
    if done.returncode != 0 and "no folder takes your text" not in reason:
        tally.expect("by the river" not in reason, f"{said}: no word of a page is shown")
    try:
        wrong = what.wrong(journal, done.returncode)
    except ValueError as error:
        wrong = str(error)
    tally.check(wrong, said)
    return True


for what in ALL:
    if ONLY and type(what).__name__ not in ONLY:
        continue
    before = runs
    for fault in FAULTS if FULL else QUICK:
        for plus in ("", "+"):
            nth = 1
            while nth < 400 and tally.bad < 9 and fail_once(what, fault, nth, plus):
                runs += 1
                nth += STRIDE
    tally.fact(f"{type(what).__name__} {runs - before}")
bases.remove()
tally.expect(runs > 0, "errors were injected at all")
tally.fact(f"{runs} errors injected; answered 0 with everything in place after: "
           f"{', '.join(sorted(swallowed)) or 'none'}")
tally.finish()
