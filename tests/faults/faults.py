"""What all fault scripts share: a journal to hurt, and an oracle that knows what must be in it.

A script hurts a journal while a command runs, and asks afterwards: is every word there that was
said to be saved, whole, once, and does doctor find nothing wrong? Scripts are run by `run`.
"""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LULL = os.environ["LULL"]
FULL = os.environ.get("SIZE") == "full"
NOW = 1_795_212_000  # 2026-11-20 22:00 UTC; every run of the program stands still there

# Calls that change what is on the disk, or that decide whether it may be changed.
WRITING_CALLS = ["openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "unlink",
                 "rename", "renameat2", "fcntl", "close", "mkdir", "chmod", "fchmod", "link"]


def page(name, size):
    """A text that tells by itself whether it is whole: its name, words, and a digest of both."""
    words = name + ": " + "it was quiet by the river tonight. " * (size // 35 + 1)
    words = words[:max(size, len(name) + 2)].rstrip()
    return words + "\n#" + hashlib.md5(words.encode()).hexdigest() + "\n"


def name_of(text):
    """The name of a whole page; None for anything else."""
    words, _, digest = text.rstrip("\n").rpartition("\n#")
    if hashlib.md5(words.encode()).hexdigest() != digest:
        return None
    return words.partition(":")[0]


def import_file(path, prefix, count):
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            record = {"at": "2026-11-%02dT12:00:%02dZ" % (1 + number % 19, number // 19 % 60),
                      "text": page(f"{prefix}.{number}", 300)}
            out.write(json.dumps(record) + "\n")


class Secret:
    """A descriptor that gives the passphrase, as often as it may be asked for."""

    def __enter__(self):
        self.reads, writes = os.pipe()
        os.write(writes, b"heron\n" * 8)
        os.close(writes)
        return self.reads

    def __exit__(self, *_):
        os.close(self.reads)


class Journal:
    """A journal in a folder of its own, and what must be in it."""

    def __init__(self, folder=None, begun=True):
        self.home = folder or tempfile.mkdtemp(prefix="lull-faults-")
        self.data = os.path.join(self.home, "data")
        self.file = os.path.join(self.data, "lull.db")
        self.must = {}     # name -> True; acknowledged
        self.ids = {}      # name -> number
        self.env = {"HOME": self.home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8",
                    "LULL_NOW": str(NOW), "TZ": "UTC", "LULL_TEST_KDF": "least"}
        if begun:
            self.expect("begin", "--yes")

    def words(self, *words):
        return [LULL, "--data", self.data, *words]

    def run(self, *words, text=None, before=(), **more):
        """Runs to the end. `before` is put in front (strace and the like)."""
        with Secret() as secret:
            return subprocess.run([*before, *self.words(*words)], input=text,
                                  env=dict(self.env, LULL_PASSPHRASE_FD=str(secret)),
                                  capture_output=True, encoding="utf-8", errors="replace",
                                  stdin=None if text is not None else subprocess.DEVNULL,
                                  check=False, pass_fds=[secret], **{"timeout": 120, **more})

    def start(self, *words, text=None):
        """Starts and returns; the text is in a file, so that nothing waits for it."""
        given = subprocess.DEVNULL
        if text is not None:
            given = tempfile.TemporaryFile()
            given.write(text.encode())
            given.seek(0)
        with Secret() as secret:
            return subprocess.Popen(self.words(*words), stdin=given,
                                    env=dict(self.env, LULL_PASSPHRASE_FD=str(secret)),
                                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                    pass_fds=[secret])

    def expect(self, *words, text=None):
        done = self.run(*words, text=text)
        if done.returncode != 0:
            raise ValueError(f"could not {' '.join(words[:2])}: {done.stderr}")

    def add(self, name, size=500):
        self.expect("journal", "add", text=page(name, size))
        self.must[name] = True
        self.ids = self.read_ids()

    def copy(self, folder):
        """The same journal elsewhere, for one more try from the same beginning."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.home, folder, symlinks=True)
        other = Journal(folder, begun=False)
        other.env = dict(self.env, HOME=folder)
        other.must, other.ids = dict(self.must), dict(self.ids)
        return other

    def texts(self):
        done = self.run("journal", "export", "--format", "jsonl")
        if done.returncode not in (0, 1):
            raise ValueError(f"export answers {done.returncode}: {done.stderr.strip()}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def read_ids(self):
        return {name_of(entry["text"]): entry["id"] for entry in self.texts()}

    def wrong(self, maybe=(), allowed=()):
        """What is wrong with the journal, or None. Names in `maybe` may be there or not, and
        doctor may find what is `allowed`."""
        try:
            names = [name_of(entry["text"]) for entry in self.texts()]
        except ValueError as error:
            return str(error)
        if None in names:
            return "a torn text"
        if len(set(names)) != len(names):
            return "a text is there twice"
        lost = [name for name in self.must if name not in names]
        if lost:
            return f"{len(lost)} said to be saved and not there: {lost[:4]}"
        strange = [name for name in names if name not in self.must and name not in maybe]
        if strange:
            return f"never said to be saved, or removed: {strange[:4]}"
        return self.wrong_by_doctor(allowed)

    def wrong_by_doctor(self, allowed=()):
        done = self.run("doctor", "--format", "json")
        try:
            findings = json.loads(done.stdout)["findings"]
        except (ValueError, KeyError):
            return f"doctor answers {done.returncode}: {done.stderr.strip()}"
        # A text that was rescued into a file is no harm: it is there.
        bad = [f"{finding['check']}: {finding['what']}" for finding in findings
               if finding["weight"] in ("look", "harm")
               and finding["check"] not in ("recovery files", *allowed)]
        return "doctor finds " + "; ".join(bad) if bad else None

    def is_locked(self):
        return self.run("lock", "status").returncode == 0

    def in_clear(self):
        """Files of the data folder in which a word of a page can be read."""
        found = []
        for root, _, files in os.walk(self.data):
            for name in files:
                with open(os.path.join(root, name), "rb") as file:
                    if b"by the river" in file.read():
                        found.append(name)
        return found

    def remove(self):
        for root, folders, _ in os.walk(self.home):
            for folder in folders:
                os.chmod(os.path.join(root, folder), 0o700)
        shutil.rmtree(self.home, ignore_errors=True)


class Tally:
    """Counts what held and says what didn't."""

    def __init__(self):
        self.good = 0
        self.bad = 0
        self.began = time.monotonic()
        self.facts = []

    def check(self, wrong, what):
        if not wrong:
            self.good += 1
            return
        self.bad += 1
        if self.bad <= 10:
            print(f"  does not hold: {what}: {wrong}", flush=True)

    def expect(self, holds, what):
        self.check(None if holds else "no", what)

    def fact(self, text):
        self.facts.append(text)

    def finish(self):
        script = os.path.basename(sys.argv[0])
        seconds = time.monotonic() - self.began
        facts = "; ".join(self.facts)
        print(f"{script}: {self.good} held, {self.bad} did not, {seconds:.0f} s. {facts}", flush=True)
        sys.exit(1 if self.bad else 0)


def strace(*options, paths=()):
    """strace in front of a command, quiet, following children."""
    words = ["strace", "-f", "-qqq", "-o", os.environ.get("TRACE", "/dev/null")]
    for path in paths:
        words += ["-P", path]
    return words + list(options)


def died(done):
    """Whether a command under strace ended by SIGKILL."""
    return done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
