"""Journals of any size for measuring: one of lull's own making, filled row by row as docs/storage.md says."""

import hashlib
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

NOW = 1795212000  # 2026-11-20 22:00 UTC
RARE, COMMON = "lighthouse", "quietly"  # one entry of a thousand, one of ten

# What somebody might write; the pages for the review are put together from these.
SENTENCES = """I woke up at four again and lay there counting the buses. We never talked about anything that mattered.
The kitchen is quiet without the radio. I kept saying that it was fine, and it was not fine.
I went for a long walk along the river after work. We fought about money almost every week.
She said that I was always at the office, and she was right. I do not trust what I remember of the summer.
My sister called and we laughed about the old car. He wanted children and I was not sure.
I slept better than last week. I felt alone in the room with him for a long time.
The plants need water and I forgot them again. We stopped touching each other some time in spring.
Today I did not look at the old photos. He lied to me about where he had been.
I cooked for two out of habit. Her family never liked me and she did not say a word.
It rained all day and I liked it. I went silent whenever something was hard to say.
I am tired and a little less sad than on Sunday. We wanted to live in different places.
The new flat has a window to the east. I was jealous of everyone she worked with.
I read half a book in one evening. We had nothing to say to each other at dinner any more.
At the market I bought too many pears. He made fun of me in front of his friends.
I ran five kilometres and my knee held. She was drinking every evening and I looked away.
Nobody asked how I was and I was glad. We had no time for each other.""".replace("\n", " ").split(". ")


def vocabulary():
    chance = random.Random(11)
    words = set()
    while len(words) < 3000:
        words.add("".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))))
    return sorted(words)


WORDS = vocabulary()


def short_page(number, chance):
    """About 75 words with the two known ones strewn in, most words rare and few common, as in a language."""
    words = [WORDS[min(int(chance.paretovariate(0.6)) - 1, len(WORDS) - 1)] for _ in range(chance.randint(40, 110))]
    if number % 10 == 3:
        words[5] = COMMON
    if number % 1000 == 500:
        words[7] = RARE
    return " ".join(words).capitalize() + "."


def long_page(number, chance):
    """About 1 KB of plain sentences."""
    return ". ".join(chance.sample(SENTENCES, 20)).replace("..", ".") + "."


def two_kilobytes(number, chance):
    return long_page(number, chance) + " " + long_page(number, chance)


def day_of(at):
    return (at - 4 * 3600) // 86400


def digest(table, uid, at, day, marks, payload):
    """As docs/storage.md says."""
    bytes_of = lambda number: int(number).to_bytes(8, "little", signed=True)
    parts = [table.encode(), uid, bytes_of(at), bytes_of(day)]
    for mark in marks:
        parts += [bytes_of(mark is not None), bytes_of(mark or 0)]
    return hashlib.blake2b(b"".join(parts) + payload, digest_size=32).digest()


def entry_row(number, count, years, page, chance):
    at = NOW - 3600 - int((count - 1 - number) * years * 365 * 86400 / max(count, 1))
    tags = ["mood%d" % chance.randint(1, 5)] + ["urge"] * (number % 5 == 0) + ["sleep"] * (number % 7 == 0)
    head = ["offset 0", "zone UTC", f"written {at}", f"mood {chance.randint(1, 10)}", *[f"tag {tag}" for tag in tags]]
    payload = ("\n".join(head) + "\n\n" + page(number, chance)).encode()
    uid = chance.randbytes(16)
    day = day_of(at)
    return (uid, at, day, None, payload, digest("entry", uid, at, day, [None], payload))


def contact_row(at, chance):
    payload = f"offset 0\nzone UTC\nwritten {at}\nchannel text\ndirection out\n\n".encode()
    uid, day = chance.randbytes(16), day_of(at)
    return (uid, at, day, day, 1, payload, digest("contact", uid, at, day, [day, 1], payload))


def fill(database, count, years, page):
    chance = random.Random(5)
    connection = sqlite3.connect(database)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
    rows = (entry_row(number, count, years, page, chance) for number in range(count))
    times = []

    def seen():
        for number, row in enumerate(rows):
            if number % 37 == 20:
                times.append(row[1] + 60)
            yield row

    with connection:
        connection.executemany("INSERT INTO entry(uid, at, day, trashed_on, payload, digest) VALUES(?, ?, ?, ?, ?, ?)", seen())
        connection.executemany("INSERT INTO contact(uid, at, day, last_day, breaks, payload, digest) VALUES(?, ?, ?, ?, ?, ?, ?)",
                               (contact_row(at, chance) for at in times))
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def journal(lull, folder, count, years=10, page=short_page):
    """The folder of a journal of `count` entries; made once. Every 37th entry has a contact beside it that broke the silence."""
    folder = pathlib.Path(folder)
    if (folder / "ready").exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    begun = day_of(NOW) - years * 365
    from_day = sqlite3.connect(":memory:").execute("SELECT date(? * 86400, 'unixepoch')", (begun,)).fetchone()[0]
    subprocess.run([lull, "--data", folder, "begin", "--from", from_day, "--days", "3650", "--yes"], check=True,
                   env={**os.environ, "LULL_NOW": str(NOW)}, stdin=subprocess.DEVNULL, capture_output=True)
    fill(folder / "lull.db", count, years, page)
    (folder / "ready").touch()
    return folder


PASSPHRASE = "a word for measuring"


def sealed(lull, folder, plain):
    """The folder of the same journal with a lock, whose passphrase costs next to nothing to stretch: what is measured is the reading, as
    with the key in hand. Stretching is one cost a command, chosen by the person: `lull lock set --kdf`."""
    folder = pathlib.Path(folder)
    if (folder / "ready").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plain, folder)
    (folder / "ready").unlink()
    os.chmod(folder, 0o700)
    with open(folder / "passphrase", "w") as out:
        out.write(PASSPHRASE + "\n")
    with open(folder / "passphrase") as given:
        subprocess.run([lull, "--data", folder, "lock", "set", "--no-recovery", "--yes"], check=True, stdin=given, capture_output=True,
                       env={**os.environ, "LULL_NOW": str(NOW), "LULL_TEST_KDF": "least", "LULL_PASSPHRASE_FD": "0"})
    (folder / "ready").touch()
    return folder
