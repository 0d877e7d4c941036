#!/usr/bin/env python3
"""SIGKILL at random moments of every command that writes."""
import os
import random
import signal
import time

from faults import FULL, NOW, Journal, Tally, import_file, page

SIZES = [40, 900, 3000, 9000, 60_000, 250_000]
wanted = int(os.environ.get("KILLS", 1000 if FULL else 40))
MOST_PAGES = 200  # then another journal, so that reading it does not outgrow the killing
tally = Tally()
random.seed(int(os.environ.get("SEED", "7")))
deaths = {}
removable = []


class Try:
    """One command: its words and input, which names it adds or takes away, how long one takes."""
    spans = {}

    def __init__(self, *words, text=None, adds=(), takes=()):
        self.words, self.text, self.adds, self.takes = words, text, list(adds), list(takes)
        self.kind = " ".join(words[:2])

    def kill(self, journal):
        """The answer, or minus the signal. Killed at a moment up to a little after it ends."""
        child = journal.start(*self.words, text=self.text)
        span = self.spans.setdefault(self.kind, 0.1)
        time.sleep(random.random() * span)
        child.send_signal(signal.SIGKILL)
        code = child.wait()
        self.spans[self.kind] = span * (1.2 if code == -signal.SIGKILL else 0.8)
        if code == -signal.SIGKILL:
            deaths[self.kind] = deaths.get(self.kind, 0) + 1
        return code


def new_journal():
    made = Journal()
    made.add("changed")
    removable.clear()
    return made


def edit(number):
    return Try("journal", "edit", str(journal.ids["changed"]),
               text=page("changed", random.choice(SIZES)))


def bring_in(number):
    path = os.path.join(journal.home, "import.jsonl")
    import_file(path, f"import{number}", 50)
    return Try("journal", "import", "--from-format", "jsonl", path,
               adds=[f"import{number}.{k}" for k in range(50)])


def purge(number):
    if not removable:
        return add(number)
    name = removable.pop()
    return Try("journal", "delete", str(journal.ids[name]), "--purge", "--yes", takes=[name])


def add(number):
    name = f"page{number}"
    return Try("journal", "add", text=page(name, random.choice(SIZES)), adds=[name])


def undo(number):
    journal.add(f"undone{number}")
    return Try("undo", "--yes", takes=[f"undone{number}"])


def lock(number):
    if journal.is_locked():
        return Try("lock", "remove", "--yes")
    return Try("lock", "set", "--no-recovery", "--older", "seal")


def back_up(number):
    return Try("backup", "create")


def restore(number):
    newest = journal.run("backup", "create").stdout.strip()
    journal.add(f"later{number}")
    return Try("backup", "restore", newest, "--yes", takes=[f"later{number}"])


def recover(number):
    if journal.is_locked():  # without the key nobody can tell that a text was taken in before
        return add(number)
    name = f"kept{number}"
    path = os.path.join(journal.data, f"recovery-{NOW - number}-1-0.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(page(name, 5_000))
    os.chmod(path, 0o600)
    return Try("journal", "recover", adds=[name])


KINDS = [edit, bring_in, purge, lock, add, undo, back_up, lock, restore, recover, add]


def settle(one, code):
    """What a person does after a command that was cut short. What went wrong, or None."""
    if one.kind == "lock set":
        journal.run("lock", "set", "--older", "seal")  # finishes it, or is refused
        if journal.is_locked() and journal.in_clear():
            return f"locked, and in clear: {journal.in_clear()}"
        if code == 0 and not journal.is_locked():
            return "acknowledged and not locked"
    if one.kind == "lock remove" and code == 0 and journal.is_locked():
        return "acknowledged and locked"
    if one.kind == "journal recover":
        journal.run("journal", "recover")
    if one.kind.startswith("backup"):
        done = journal.run("backup", "verify", "--all")
        if done.returncode not in (0, 1):
            return f"a backup is not sound: {done.stdout}"
    return None


def look(one, code):
    """What is wrong after the try, or None; what was done from now on must stay."""
    wrong = settle(one, code)
    for name in one.takes:
        journal.must.pop(name)
    there = journal.ids = journal.read_ids()
    for names, done in ((one.adds, True), (one.takes, False)):
        found = [name for name in names if name in there]
        if len(found) not in (0, len(names)):
            wrong = wrong or f"half done: {len(found)} of {len(names)}"
        if code == 0 and names and (len(found) == len(names)) != done:
            wrong = wrong or "acknowledged and not done"
        if one.kind == "journal recover" and names and not found:
            wrong = wrong or "neither in the journal nor in its file"
        for name in found:
            journal.must[name] = True
    if one.kind == "journal add" and one.adds[0] in there:
        removable.append(one.adds[0])
    return wrong or journal.wrong()


journal = new_journal()
tries = checked = 0
while sum(deaths.values()) < wanted and tries < 6 * wanted:
    tries += 1
    if len(journal.must) > MOST_PAGES:
        checked += len(journal.must)
        journal.remove()
        journal = new_journal()
    journal.env["LULL_NOW"] = str(NOW + 60 * tries)  # so that the order of backups is known
    one = KINDS[tries % len(KINDS)](tries)
    code = one.kill(journal)
    try:
        wrong = look(one, code)
    except ValueError as error:
        wrong = str(error)
    tally.check(wrong, f"after {one.kind}, answer {code}")
    if tally.bad > 3:
        break

killed = sum(deaths.values())
tally.fact(f"{killed} deaths in {tries} runs, {checked + len(journal.must)} pages checked; " +
           ", ".join(f"{kind} {count}" for kind, count in sorted(deaths.items())))
if killed < wanted:
    tally.check("too few runs died", "as many deaths as were asked for")
journal.remove()
tally.finish()
