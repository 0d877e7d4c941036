#!/usr/bin/env python3
"""Files that are no journal, folders that are none or may not be written to, streams that are shut.

Each gets its exit code and a reason, and not a byte of what was there changes.
"""
import hashlib
import os
import shutil
import subprocess

from faults import LULL, Journal, Tally, page

tally = Tally()
root = os.geteuid() == 0


def snapshot(folder):
    """Name, kind, mode and content of everything."""
    seen = []
    for place, folders, files in os.walk(folder):
        for name in sorted(folders + files):
            path = os.path.join(place, name)
            status = os.lstat(path)
            content = ""
            if os.path.isfile(path) and not os.path.islink(path):
                with open(path, "rb") as file:
                    content = hashlib.md5(file.read()).hexdigest()
            seen.append((path, status.st_mode, status.st_mtime_ns, content))
    return sorted(seen)


COMMANDS = ((("journal", "add"), "words\n"), (("journal", "list"), None),
            (("streak", "status"), None), (("journal", "edit", "1"), "words\n"),
            (("begin", "--yes"), None))


def refused_untouched(what, code, prepare):
    for words, text in COMMANDS:
        journal = Journal()
        journal.add("one")
        prepare(journal)
        # What could not be saved is kept beside; it is looked for apart.
        before = snapshot(journal.home)
        done = journal.run(*words, text=text)
        after = [seen for seen in snapshot(journal.home) if "recovery-" not in seen[0]]
        times = lambda seen: [(path, mode, content) for path, mode, _, content in seen]
        tally.expect(done.returncode == code,
                     f"{what}: {' '.join(words[:2])} answers {done.returncode}, not {code}")
        tally.expect(done.stderr.startswith("lull: could not"), f"{what}: a reason is given")
        tally.expect(times(before) == times(after), f"{what}: {words[:2]} changed something")
        if text is not None and "add" in words:
            tally.expect("your text is" in done.stderr, f"{what}: the text is kept")
        journal.remove()


def write(journal, content):
    with open(journal.file, "wb") as file:
        file.write(content)


def patch(journal, at, content):
    with open(journal.file, "r+b") as file:
        file.seek(at)
        file.write(content)


def make_folder(journal):
    os.remove(journal.file)
    os.mkdir(journal.file, 0o700)


refused_untouched("a text", 3, lambda journal: write(journal, b"dear somebody\n" * 40))
refused_untouched("an empty file", 3, lambda journal: write(journal, b""))
refused_untouched("zeros", 3, lambda journal: write(journal, bytes(20_000)))
refused_untouched("another program's", 3, lambda journal: patch(journal, 68, b"Abcd"))
refused_untouched("a newer journal", 3, lambda journal: patch(journal, 60, b"\0\0\x03\xe7"))
refused_untouched("a cut header", 3, lambda journal: os.truncate(journal.file, 60))
refused_untouched("a folder", 3, make_folder)

# A page of the file overwritten: whatever is said, the file is not written over.
journal = Journal()
for number in range(60):
    journal.add(f"page{number}", 900)
with open(journal.file, "rb") as file:
    size = len(file.read())
patch(journal, size // 2 // 4096 * 4096, b"\xa5" * 4096)
done = journal.run("doctor")
tally.expect(done.returncode == 3, f"doctor answers {done.returncode} for a damaged file")
rescued = os.path.join(journal.home, "rescued.db")
done = journal.run("doctor", "--salvage", rescued)
tally.expect(os.path.exists(rescued), "a damaged file is salvaged")
shutil.move(rescued, journal.file)
count = len(journal.texts())
tally.expect(count >= 50, f"{count} of 60 pages are brought up")
tally.check(journal.wrong_by_doctor(), "what was salvaged is sound")
journal.remove()

# A folder that is a file.
journal = Journal(begun=False)
with open(journal.data, "w", encoding="utf-8") as file:
    file.write("a file\n")
done = journal.run("journal", "add", text="words\n")
tally.expect(done.returncode in (1, 6), f"a folder that is a file: {done.returncode}")
journal.remove()

# No journal in a place that was named: none is made.
journal = Journal(begun=False)
done = journal.run("journal", "add", text="words\n")
tally.expect(done.returncode == 1 and not os.path.exists(journal.file), "no journal by mistake")
journal.remove()

# A journal behind a link is followed, and the link stays.
journal = Journal()
moved = os.path.join(journal.home, "elsewhere.db")
shutil.move(journal.file, moved)
os.symlink(moved, journal.file)
journal.add("behind a link")
tally.expect(os.path.islink(journal.file), "the link to the journal stays")
tally.check(journal.wrong(), "a journal behind a link")
journal.remove()

# A folder that may not be written to. Root may write everywhere: it steps down first.
def read_only(journal):
    os.chmod(journal.file, 0o400)
    os.chmod(journal.data, 0o500)


if not root:
    journal = Journal()
    journal.add("one")
    read_only(journal)
    done = journal.run("journal", "add", text="words\n")
    tally.expect(done.returncode == 6, f"a read-only folder: {done.returncode}")
    tally.expect(journal.run("journal", "list").returncode == 0, "it is still read")
    journal.remove()
elif shutil.which("setpriv"):
    journal = Journal()
    journal.add("one")
    for place, folders, files in os.walk(journal.home):
        for name in folders + files:
            os.chown(os.path.join(place, name), 65534, 65534)
    os.chown(journal.home, 65534, 65534)
    read_only(journal)
    os.chmod(journal.home, 0o500)
    program = shutil.copy(LULL, "/tmp/lull-faults-program")
    os.chmod(program, 0o755)
    down = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    def as_nobody(*words, text=None):
        return subprocess.run([*down, program, *journal.words(*words)[1:]], input=text or "",
                              env=journal.env, capture_output=True, encoding="utf-8", check=False)

    done = as_nobody("journal", "add", text="words\n")
    tally.expect(done.returncode == 6, f"a read-only folder: {done.returncode} {done.stderr}")
    tally.expect("words" in done.stderr, "what no folder takes is shown, so that it can be copied")
    done = as_nobody("journal", "list")
    tally.expect(done.returncode == 0, f"a read-only folder is read: {done.stderr}")
    os.chmod(journal.home, 0o700)
    os.remove(program)
    journal.remove()

# HOME unset, or no folder.
for home in (None, "", "relative"):
    env = {"PATH": os.environ["PATH"]}
    if home is not None:
        env["HOME"] = home
    done = subprocess.run([LULL, "journal", "add", "words"], env=env, capture_output=True,
                          encoding="utf-8", stdin=subprocess.DEVNULL, check=False)
    tally.expect(done.returncode == 2 and "HOME" in done.stderr, f"HOME {home}: {done.returncode}")

# Streams that are shut or full: never a silent success, never a lost page.
journal = Journal()
journal.add("one", 60_000)
with open("/dev/full", "w", encoding="utf-8") as full:
    for words in (("journal", "export"), ("journal", "list"), ("streak", "status"), ("help",),
                  ("doctor",)):
        done = subprocess.run(journal.words(*words), stdout=full, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, env=journal.env, check=False)
        tally.expect(done.returncode == 6 and b"could not write the output" in done.stderr,
                     f"/dev/full: {words} answers {done.returncode}")
for which in (0, 1, 2):
    done = subprocess.run(["sh", "-c", f'exec {which}>&-; exec "$@"', "sh",
                           *journal.words("journal", "add", f"shut {which}")],
                          env=journal.env, capture_output=True, encoding="utf-8", check=False)
    tally.expect(done.returncode in (0, 6), f"stream {which} shut: answer {done.returncode}")
    if done.returncode == 0:
        tally.expect(any(entry["text"] == f"shut {which}" for entry in journal.texts()),
                     f"stream {which} shut: what was acknowledged is there")
tally.check(journal.wrong_by_doctor(), "after shut streams")
done = subprocess.run(["sh", "-c", '"$@" | head -c 100 >/dev/null', "sh",
                       *journal.words("journal", "export")],
                      env=journal.env, capture_output=True, encoding="utf-8", check=False)
tally.expect(done.stderr == "", "a reader that has seen enough is no error worth words")
journal.remove()
tally.finish()
