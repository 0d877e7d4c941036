"""The completions, each in its real shell at a real terminal: what is typed, a TAB, and what the line then holds."""

import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "terminal"))
from tmux import Person, run  # noqa: E402

SHELL = sys.argv[1]
STARTS = {
    # How each shell starts without anybody's own files, and takes the script in.
    "bash": "bash --norc --noprofile -i",
    "zsh": "zsh -f -i",
    "fish": "fish --no-config -i",
}
TAKES = {
    "bash": "PS1='% '; source <(lull completion bash)",
    "zsh": "PS1='%% '; autoload -U compinit; compinit -D -u; source <(lull completion zsh)",
    "fish": "function fish_prompt; echo -n '% '; end; set fish_autosuggestion_enabled 0; lull completion fish | source",
}


def at_shell(binary):
    person = Person(binary, columns=100, rows=24)
    person.lull("begin", "--exception", "children")
    person.lull("journal", "add", "--tag", "sleepless", "An only page.")
    person.types(f"TERM=screen-256color exec {STARTS[SHELL]}", "Enter")
    person.writes(TAKES[SHELL])
    person.types("Enter")
    person.types("C-l")
    person.sees("%")
    return person


def completes(binary, typed, becomes):
    with at_shell(binary) as person:
        person.writes(typed)
        person.sees(typed.rstrip())
        person.types("Tab")
        person.writes("x")  # shows what stands before it: the screen alone loses spaces at its edge
        person.sees(becomes + "x")


def a_command(binary):
    """a noun and a verb"""
    completes(binary, "lull journal sea", "lull journal search ")


def an_option(binary):
    """an option"""
    completes(binary, "lull journal add --mo", "lull journal add --mood ")


def a_channel(binary):
    """a channel"""
    completes(binary, "lull contact add flo", "lull contact add flowers ")


def a_theme(binary):
    """a theme"""
    completes(binary, "lull themes show mon", "lull themes show money_work ")


def a_tag(binary):
    """a tag of the journal"""
    completes(binary, "lull journal list --tag sle", "lull journal list --tag sleepless ")


def a_number(binary):
    """the number of an entry"""
    completes(binary, "lull journal show ", "lull journal show 1 ")


def after_equals(binary):
    """a value behind the equals sign"""
    completes(binary, "lull review --format=ht", "lull review --format=html ")


def a_file(binary):
    """a file"""
    with at_shell(binary) as person:
        (person.home / "diary-of-old").touch()
        person.writes("lull journal import diary")
        person.types("Tab")
        person.sees("lull journal import diary-of-old")


def a_list(binary):
    """a list with what each word means"""
    with at_shell(binary) as person:
        person.writes("lull streak ")
        person.types("Tab")
        person.types("Tab")
        person.sees("calendar", "the quiet days, month by month")


def nothing_of_the_journal(binary):
    """discreet, no word of the journal"""
    with at_shell(binary) as person:
        person.lull("journal", "add", "A second page.")
        person.writes("lull --discreet journal show ")
        person.types("Tab")
        person.types("Tab")
        person.sees("2  ") if SHELL != "fish" else person.sees("2 ")
        assert "page" not in person.screen(), "a word of the journal is on the screen"


if shutil.which(SHELL) is None:
    print(f"skipped: {SHELL} is not installed")
    sys.exit(77)
sys.exit(run([a_command, an_option, a_channel, a_theme, a_tag, a_number, after_equals, a_file, a_list,
              nothing_of_the_journal], sys.argv[2]))
