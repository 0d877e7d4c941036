#!/usr/bin/env python3
"""A small disk that fills up, and a limit on the size of files, while pages are added.

Runs inside a mount of its own (unshare), so nothing outside is touched. What was saved stays, what
could not be saved is said so with exit 6, reading goes on, and once there is room all works again.
"""
import os
import resource
import subprocess
import sys

from faults import FULL, Journal, Tally, page

if os.environ.get("IN_MOUNT") != "1":
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode != 0:
        print("full_disk.py: left out: this machine lets nobody make a mount of their own")
        sys.exit(0)
    os.environ["IN_MOUNT"] = "1"
    os.execvp("unshare", ["unshare", "-rm", sys.executable, *sys.argv])

tally = Tally()
MOUNT = "/mnt"
refused = 0


def try_disk(kilobytes, size):
    global refused
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=700", "tmpfs", MOUNT],
                   check=True)
    try:
        ballast = os.path.join(MOUNT, "ballast")
        with open(ballast, "wb") as out:
            # Room for what could not be saved, which is kept in a file, and for one page more: the
            # index may be put in order with it, which takes several times its size for a while.
            out.write(b"x" * min(64 * 1024 + 8 * size, kilobytes * 1024 // 3))
        journal = Journal(os.path.join(MOUNT, "home"))
        number = 0
        answer = 0
        while answer == 0 and number < 4000:
            number += 1
            done = journal.run("journal", "add", text=page(f"page{number}", size))
            answer = done.returncode
            if answer == 0:
                journal.must[f"page{number}"] = True
        what = f"{kilobytes} KiB, pages of {size}"
        tally.expect(answer == 6, f"{what}: answer {answer}, 6 is no space")
        tally.expect("could not" in done.stderr, f"{what}: a reason is given")
        refused += 1
        tally.check(journal.wrong_but_space(), f"{what}, still full")
        os.remove(ballast)
        done = journal.run("journal", "add", text=page("after", 100))
        journal.must["after"] = True
        tally.expect(done.returncode == 0, f"{what}: with room again it is saved")
        tally.check(journal.wrong_but_space(), f"{what}, with room again")
    except SystemExit as error:
        tally.expect("could not begin" in str(error), f"{kilobytes} KiB: {error}")
    finally:
        subprocess.run(["umount", "-l", MOUNT], check=True)


def wrong_but_space(self):
    """A doctor that says there is little space is right."""
    wrong = self.wrong()
    if wrong and wrong.startswith("doctor finds space") and ";" not in wrong:
        return None
    return wrong


Journal.wrong_but_space = wrong_but_space
for kilobytes in (260, 300, 360, 420, 500, 640, 800, 1200) if FULL else (360, 640):
    for size in (200, 3000, 40_000) if FULL else (3000,):
        try_disk(kilobytes, size)

# A limit on the size of files: SIGXFSZ must not end the program.
for limit in range(0, 400_000, 16_384 if FULL else 65_536):
    journal = Journal()
    journal.add("before", 2000)

    def shrink(limit=limit):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = journal.run("journal", "add", text=page("new", 150_000), preexec_fn=shrink)
    if done.returncode == 0:
        journal.must["new"] = True
    tally.expect(done.returncode in (0, 6), f"limit {limit}: answer {done.returncode}")
    tally.check(journal.wrong(maybe=["new"]), f"limit {limit}")
    journal.remove()
tally.fact(f"{refused} disks filled up")
tally.finish()
