"""Every command and every option that the program knows is in its man page, and a page reads well at 80 columns."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

lull, man_folder = sys.argv[1], pathlib.Path(sys.argv[2])
broken = []


def said(*words):
    return subprocess.run([lull, *words], capture_output=True, text=True, check=True).stdout


def page(name, section=1):
    """The page as a terminal of 80 columns shows it, without what overprints."""
    path = next(man_folder.glob(f"man{section}/{name}.{section}*"), None)
    if path is None:
        broken.append(f"{name}({section}): there is no such page")
        return ""
    done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", str(path)], capture_output=True, text=True,
                          env={**os.environ, "MANWIDTH": "80", "MANROFFOPT": "-c", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""})
    if done.returncode != 0 or done.stderr.strip():
        broken.append(f"{name}({section}): man says: {done.stderr.strip()}")
    text = re.sub(".\b", "", done.stdout)
    for line in text.splitlines():
        if len(line) > 80:
            broken.append(f"{name}({section}): wider than 80 columns: {line}")
    return text


def answers(*typed):
    """What the completion knows: the table itself, asked from outside."""
    lines = said("completion", "fish", "--", "lull", *typed).splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("\t")]


def explains(*command):
    """Whether help knows it as a command, and not only as a noun or a topic."""
    done = subprocess.run([lull, "help", *command], capture_output=True, text=True)
    return done.stdout.startswith(f"lull {' '.join(command)}:")


if shutil.which("man") is None:
    print("skipped: man is not installed")
    sys.exit(77)

first_words = {word for word in answers("") if word not in ("add", "write", "why")}
main_page = page("lull")
options_seen = 0
for noun in sorted(first_words):
    text = page(f"lull-{noun}")
    if f"lull-{noun}(1)" not in re.sub(r"‐\s+|\s", "", main_page):
        broken.append(f"lull(1) does not name lull-{noun}(1)")
    commands = [[noun]] if explains(noun) else []
    commands += [[noun, verb] for verb in answers(noun, "") if explains(noun, verb)]
    if not commands:
        broken.append(f"no command was found for {noun}: this test looked past it")
    for command in commands:
        name = " ".join(command)
        if f"lull {name}" not in text:
            broken.append(f"lull-{noun}(1) does not hold: lull {name}")
        for option in answers(*command, "-"):
            options_seen += 1
            if option in ("--data", "--config", "--color", "--discreet", "--quiet", "--yes", "--help"):
                if option not in main_page:
                    broken.append(f"lull(1) does not hold {option}")
            elif option not in text:
                broken.append(f"lull-{noun}(1) does not hold {option} of {name}")
settings = page("lull", 5)
for line in said("config", "list").splitlines():
    key = line.split(" = ")[0]
    if key not in settings or "LULL_" + key.upper().replace(".", "_") not in settings:
        broken.append(f"lull(5) does not hold {key}")
page("lull", 7)
if options_seen < 100:
    broken.append(f"only {options_seen} options were found: this test looked past them")
print("\n".join(broken) or f"{len(first_words) + 3} pages, {options_seen} options")
sys.exit(1 if broken else 0)
