"""What each writing command is given, and what must hold when it was cut short or met an error.

A scenario prepares a journal once, from which every try starts; gives the words and the input of
the command; and says what is wrong with the journal afterwards, for the code that was answered
(None when it was killed)."""
import os
import shutil

from faults import NOW, Journal, import_file, page

HERE = os.path.dirname(os.path.abspath(__file__))
ALL = []


def scenario(made):
    ALL.append(made())
    return made


class Scenario:
    adds, takes = (), ()

    def prepare(self, journal):
        pass

    def words(self, journal):
        raise NotImplementedError

    def text(self, journal):
        return None

    def wrong(self, journal, code):
        """All of what it adds or takes, or nothing, and all else as it was."""
        for name in self.takes:
            journal.must.pop(name)
        there = journal.read_ids()
        for names, done in ((self.adds, True), (self.takes, False)):
            count = sum(1 for name in names if name in there)
            if count not in (0, len(names)):
                return f"half done: {count} of {len(names)}"
            if code == 0 and names and (count > 0) != done:
                return "acknowledged and not done"
        return journal.wrong(maybe=[*self.adds, *self.takes])


@scenario
class Add(Scenario):
    adds = ("new",)

    def words(self, journal):
        return "journal", "add"

    def text(self, journal):
        return page("new", 30_000)


@scenario
class Edit(Scenario):
    def words(self, journal):
        return "journal", "edit", str(journal.ids["old3"])

    def text(self, journal):
        return page("old3", 30_000)


@scenario
class Trash(Scenario):
    takes = ("old3",)

    def words(self, journal):
        return "journal", "delete", str(journal.ids["old3"]), "--yes"


@scenario
class Purge(Trash):
    def words(self, journal):
        return *super().words(journal), "--purge"


@scenario
class Import(Scenario):
    adds = tuple(f"import.{number}" for number in range(200))

    def prepare(self, journal):
        import_file(os.path.join(journal.home, "import.jsonl"), "import", 200)

    def words(self, journal):
        path = os.path.join(journal.home, "import.jsonl")
        return "journal", "import", "--from-format", "jsonl", path


@scenario
class Migrate(Scenario):
    """The canned journal has one entry, of another kind than ours: it is looked for by itself."""

    def prepare(self, journal):
        shutil.copyfile(os.path.join(HERE, "../store/schema/v1.db"), journal.file)
        os.chmod(journal.file, 0o600)

    def words(self, journal):
        return "journal", "add"

    def text(self, journal):
        return "after\n"

    def wrong(self, journal, code):
        texts = [entry["text"] for entry in journal.texts()]
        if "The river was quiet." not in texts:
            return "the old entry is gone"
        if code == 0 and "after\n" not in texts:
            return "acknowledged and not there"
        return journal.wrong_by_doctor()


@scenario
class Undo(Scenario):
    takes = tuple(f"import.{number}" for number in range(50))

    def prepare(self, journal):
        path = os.path.join(journal.home, "import.jsonl")
        import_file(path, "import", 50)
        journal.expect("journal", "import", "--from-format", "jsonl", path)
        for name in self.takes:
            journal.must[name] = True

    def words(self, journal):
        return "undo", "--yes"


@scenario
class LockSet(Scenario):
    """Whole or not at all; set again it is finished, and no word is left in clear."""

    def words(self, journal):
        return "lock", "set", "--no-recovery"

    def wrong(self, journal, code):
        locked = journal.is_locked()
        if code == 0 and (not locked or journal.in_clear()):
            return f"acknowledged and in clear: {journal.in_clear()}"
        journal.add("afterwards")
        found = journal.wrong(allowed=["copies in clear"])
        if found:
            return found
        journal.run("lock", "set", "--no-recovery")
        if not journal.is_locked() or journal.in_clear():
            return f"in clear in the end: {journal.in_clear()}"
        return journal.wrong()


@scenario
class LockRemove(Scenario):
    def prepare(self, journal):
        journal.expect("lock", "set", "--no-recovery")

    def words(self, journal):
        return "lock", "remove", "--yes"

    def wrong(self, journal, code):
        if code == 0 and journal.is_locked():
            return "acknowledged and locked"
        journal.add("afterwards")
        found = journal.wrong() or backups_wrong(journal)
        if found:
            return found
        journal.run("lock", "remove", "--yes")
        return "locked in the end" if journal.is_locked() else journal.wrong()


def backups_wrong(journal):
    done = journal.run("backup", "verify", "--all")
    return None if done.returncode in (0, 1) else f"a backup is not sound: {done.stdout}"


@scenario
class BackupCreate(Scenario):
    def words(self, journal):
        return "backup", "create"

    def wrong(self, journal, code):
        if code == 0 and journal.run("backup", "verify").returncode != 0:
            return "acknowledged and not there"
        return backups_wrong(journal) or journal.wrong()


@scenario
class BackupRestore(Scenario):
    takes = ("later1", "later2")

    def prepare(self, journal):
        journal.expect("backup", "create")
        for name in self.takes:
            journal.add(name)

    def words(self, journal):
        return "backup", "restore", "--yes"

    def wrong(self, journal, code):
        return backups_wrong(journal) or super().wrong(journal, code)


@scenario
class Recover(Scenario):
    """Each text is in the journal or still in its file, and after one more time in it once."""
    names = ("kept1", "kept2")

    def prepare(self, journal):
        for number, name in enumerate(self.names):
            path = os.path.join(journal.data, f"recovery-{NOW - 60 + number}-1-0.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(page(name, 5_000))
            os.chmod(path, 0o600)

    def words(self, journal):
        return "journal", "recover"

    def wrong(self, journal, code):
        if code == 0 and journal.run("journal", "recover", "--list").returncode != 1:
            return "acknowledged and not taken in"
        journal.run("journal", "recover")
        for name in self.names:
            journal.must[name] = True
        return journal.wrong()


class Bases:
    """The journals that the tries start from, one a scenario, each made when it is first needed."""

    def __init__(self, pages):
        self.plain = Journal()
        for number in range(1, pages + 1):
            self.plain.add(f"old{number}", number * 700)
        self.made = {}

    def copy_for(self, what):
        if what not in self.made:
            self.made[what] = self.plain.copy(f"{self.plain.home}-{type(what).__name__}")
            what.prepare(self.made[what])
        return self.made[what].copy(self.plain.home + "-try")

    def remove(self):
        shutil.rmtree(self.plain.home + "-try", ignore_errors=True)
        for journal in (self.plain, *self.made.values()):
            journal.remove()
