#!/usr/bin/env python3
"""Clocks that go back or far ahead, zones that change: no page is lost, no day is written anew."""
import os

from faults import NOW, Journal, Tally, page

tally = Tally()
journal = Journal()
journal.add("first")
DAY = 86_400

for shift in (-1, -3600, -DAY, -40 * DAY, -3650 * DAY, 3600, 400 * DAY, 3650 * DAY):
    journal.env["LULL_NOW"] = str(NOW + shift)
    name = f"shift{shift}"
    done = journal.run("journal", "add", text=page(name, 200))
    tally.expect(done.returncode == 0, f"clock {shift:+}: add answers {done.returncode}")
    journal.must[name] = True
    done = journal.run("streak", "status")
    tally.expect(done.returncode == 0, f"clock {shift:+}: the streak is answered")
for moment in (-1, 0, 1, 2**31 - 1, 2**31, 2**32, 4_102_444_800, 253_402_300_799, 2**62, -2**62):
    journal.env["LULL_NOW"] = str(moment)
    name = f"moment{moment}"
    done = journal.run("journal", "add", text=page(name, 200))
    tally.expect(done.returncode in (0, 2), f"moment {moment}: answer {done.returncode}")
    if done.returncode == 0:
        journal.must[name] = True
    else:
        tally.expect(done.stderr.startswith("lull: could not"), f"moment {moment}: a reason")
journal.env["LULL_NOW"] = str(NOW + 3660 * DAY)
names = {entry["text"].partition(":")[0] for entry in journal.texts()}
tally.expect(set(journal.must) <= names, f"gone: {set(journal.must) - names}")

# The same file read in other zones: the days that were written stay.
days = [(entry["id"], entry["day"], entry["at"]) for entry in journal.texts()]
for zone in ("America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Kiritimati",
             "Europe/Berlin", "Australia/Lord_Howe", "", ":UTC", "Mars/Olympus", "EST5EDT"):
    journal.env["TZ"] = zone
    again = [(entry["id"], entry["day"], entry["at"]) for entry in journal.texts()]
    tally.expect(days == again, f"TZ={zone}: days changed")
    done = journal.run("journal", "add", text=page(f"zone {zone or 'empty'}".replace(":", ""), 100))
    tally.expect(done.returncode == 0, f"TZ={zone}: add answers {done.returncode}")
    days = [(entry["id"], entry["day"], entry["at"]) for entry in journal.texts()]

# A clock that goes back behind the newest page makes the streak shorter at most in what it shows.
journal.env["TZ"] = "UTC"
journal.env["LULL_NOW"] = str(NOW)
done = journal.run("doctor")
tally.expect("clock:" in done.stdout and done.returncode == 1, "doctor says that the clock is behind")
tally.expect(journal.run("streak", "status").returncode == 0, "the streak is still answered")
journal.remove()
tally.finish()
