#!/usr/bin/env python3
"""Makes the nth write, sync, open, rename ... fail, once and from then on, during an add.

Afterwards: what was there is there; an answer of 0 means the new page is there; any other answer
comes with words on the error stream, and none of the page's among them.
"""
import os
import shutil
import tempfile

from faults import FULL, Journal, Tally, import_file, page, strace

FAULTS = ["pwrite64:ENOSPC", "pwrite64:EIO", "pwrite64:EDQUOT", "fdatasync:EIO", "fsync:EIO",
          "unlink:EIO", "unlink:EACCES", "openat:EMFILE", "openat:ENOSPC", "openat:EROFS",
          "openat:EACCES", "pread64:EIO", "fcntl:ENOLCK", "close:EIO", "ftruncate:EIO",
          "write:ENOSPC", "write:EIO", "renameat2:EIO", "renameat2:ENOSPC", "read:EIO",
          "newfstatat:EIO"]
QUICK = ["pwrite64:ENOSPC", "fdatasync:EIO", "unlink:EIO", "openat:EMFILE"]
STRIDE = 1 if FULL else 5
tally = Tally()
base = Journal()
for number in range(1, 5):
    base.add(f"old{number}", number * 700)
import_path = os.path.join(base.home, "import.jsonl")
import_file(import_path, "import", 50)
imported = [f"import.{number}" for number in range(50)]
trace = tempfile.NamedTemporaryFile()
os.environ["TRACE"] = trace.name
swallowed = set()
runs = 0


def fail_once(command, fault, nth, plus):
    """False when the call is not made so often."""
    call, error = fault.split(":")
    journal = base.copy(base.home + "-try")
    if command == "add":
        words, text, adds = ("journal", "add"), page("new", 30_000), ["new"]
    else:
        words, text, adds = ("journal", "import", "--from-format", "jsonl", import_path), None, imported
    # Only calls on the journal: else the loader and strace itself are hit.
    near = [journal.data, journal.file, journal.file + "-journal"]
    done = journal.run(*words, text=text, timeout=60, before=strace(
        "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={nth}{plus}", paths=near))
    with open(trace.name, encoding="utf-8", errors="replace") as written:
        if "INJECTED" not in written.read():
            return False
    what = f"{command}, {fault} at {nth}{plus}"
    tally.expect(0 <= done.returncode < 70 or done.returncode == 130,
                 f"{what}: answer {done.returncode} is one of ours")
    if done.returncode == 0:
        swallowed.add(fault + plus)
        for name in adds:
            journal.must[name] = True
    else:
        tally.expect(done.stderr.strip(), f"{what}: a reason is given")
    if done.returncode != 0 and "no folder takes your text" not in done.stderr:
        tally.expect("by the river" not in done.stderr, f"{what}: no word of the page is shown")
    wrong = journal.wrong(maybe=adds)
    if wrong is None and done.returncode != 0 and command == "import":
        there = journal.read_ids()
        count = sum(1 for name in adds if name in there)
        wrong = None if count in (0, len(adds)) else f"half done: {count}"
    tally.check(wrong, what)
    return True


for command in ("add", "import"):
    for fault in FAULTS if FULL else QUICK:
        for plus in ("", "+"):
            nth = 1
            while nth < 400 and tally.bad < 9 and fail_once(command, fault, nth, plus):
                runs += 1
                nth += STRIDE
shutil.rmtree(base.home + "-try", ignore_errors=True)
base.remove()
tally.expect(runs > 0, "errors were injected at all")
tally.fact(f"{runs} errors injected; answered 0 with everything in place after: "
           f"{', '.join(sorted(swallowed)) or 'none'}")
tally.finish()
