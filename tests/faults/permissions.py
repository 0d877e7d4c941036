#!/usr/bin/env python3
"""Under umask 000 no file and no folder of ours is open to others, from its first moment."""
import os
import re
import stat
import tempfile

from faults import Journal, Tally, import_file, page, strace

tally = Tally()
trace = tempfile.NamedTemporaryFile()
os.environ["TRACE"] = trace.name
os.umask(0)
journal = Journal(begun=False)
journal.env["XDG_RUNTIME_DIR"] = os.path.join(journal.home, "runtime")
os.mkdir(journal.env["XDG_RUNTIME_DIR"], 0o700)
import_path = os.path.join(journal.home, "import.jsonl")
import_file(import_path, "import", 20)
out_path = os.path.join(journal.home, "out.json")
creating = ["-e", "trace=openat,mkdir,chmod,fchmod,fchmodat"]
modes = []


def watch(*words, text=None):
    done = journal.run(*words, text=text, before=strace(*creating))
    with open(trace.name, encoding="utf-8", errors="replace") as written:
        for line in written:
            if "O_CREAT" in line or "mkdir(" in line:
                found = re.search(r", (0[0-7]{3,4})\)\s+=\s+\d", line)
                if found and "/dev/" not in line:
                    modes.append(int(found.group(1), 8))
    return done


for words, text in ((("begin", "--yes"), None), (("journal", "add"), page("one", 300)),
                    (("journal", "edit", "1"), page("two", 300)),
                    (("journal", "import", "--from-format", "jsonl", import_path), None),
                    (("journal", "export", "--output", out_path), None),
                    (("review", "--preview", "--format", "html", "--output",
                      os.path.join(journal.home, "review.html")), None),
                    (("doctor", "--repair"), None),
                    (("journal", "delete", "1", "--purge", "--yes"), None)):
    done = watch(*words, text=text)
    tally.expect(done.returncode in (0, 1), f"{' '.join(words[:2])} answers {done.returncode}")

os.remove(import_path)
checked = 0
for root, folders, files in os.walk(journal.home):
    for name in folders + files:
        path = os.path.join(root, name)
        mode = stat.S_IMODE(os.lstat(path).st_mode)
        checked += 1
        tally.expect(mode & 0o077 == 0, f"{name} has mode {mode:o}")
tally.expect(modes, "files were seen being made")

# A journal that others may read is refused, with the word that mends it.
os.chmod(journal.file, 0o644)
done = journal.run("journal", "list")
tally.expect(done.returncode == 7 and "chmod 600" in done.stderr, "an open journal is refused")
os.chmod(journal.file, 0o600)

# A link in the place of an export leads where it leads, and stays a link.
target = os.path.join(journal.home, "target.json")
link = os.path.join(journal.home, "link.json")
os.symlink(target, link)
journal.add("again")
done = journal.run("journal", "export", "--output", link)
tally.expect(done.returncode == 0 and os.path.islink(link), "a link stays a link")
tally.expect(os.path.exists(target) and stat.S_IMODE(os.stat(target).st_mode) == 0o600,
             "what it leads to is private")
journal.remove()
tally.fact(f"{checked} files and folders looked at")
tally.finish()
