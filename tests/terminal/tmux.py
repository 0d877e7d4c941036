"""A person at a terminal, played through tmux: keys go in, the screen is looked at until it shows what
is waited for. Nothing here sleeps for a fixed time and hopes."""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import tempfile
import time

PATIENCE = 30.0  # seconds until a test gives up; the machine may be busy
GLANCE = 0.02


class GaveUp(AssertionError):
    pass


def wait_until(look, what):
    """Looks again and again until `look` gives something true, and gives that."""
    end = time.monotonic() + PATIENCE
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise GaveUp(f"waited in vain for {what}")
        time.sleep(GLANCE)


class Person:
    """A shell in a terminal of its own, with a home of its own; `lull` is on its path."""

    def __init__(self, binary, columns=80, rows=20, **variables):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="lull-terminal-"))
        self.runtime = self.home / "run"
        self.runtime.mkdir(mode=0o700)
        bin_folder = self.home / "bin"
        bin_folder.mkdir()
        (bin_folder / "lull").symlink_to(binary)
        self.binary = binary
        self.socket = self.home / "tmux"
        self.environment = {
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "TERM": "screen-256color",
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "PS1": "$ ",
            "XDG_RUNTIME_DIR": str(self.runtime),
            **variables,
        }
        words = " ".join(f"{name}={shlex.quote(value)}" for name, value in self.environment.items())
        self.tmux("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows),
                  f"cd {self.home} && exec env -i {words} bash --norc --noprofile")
        self.sees("$")
        self.types("stty -g > before", "Enter")
        wait_until(lambda: (self.home / "before").exists(), "the shell")

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            print(self.screen())
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], capture_output=True)
        shutil.rmtree(self.home, ignore_errors=True)

    def tmux(self, *words, **options):
        done = subprocess.run(["tmux", "-S", self.socket, *words], capture_output=True, cwd=self.home,
                              env={**os.environ, "LC_ALL": "C.UTF-8"}, **options)
        return done.stdout.decode(errors="replace")

    def types(self, *keys):
        """Keys by their tmux names; a word that is no name is typed letter by letter."""
        self.tmux("send-keys", *keys)

    def writes(self, text):
        self.tmux("send-keys", "-l", text)

    def pastes(self, text):
        """As a terminal pastes, in brackets where they were asked for."""
        self.tmux("load-buffer", "-", input=text.encode())
        self.tmux("paste-buffer", "-p", "-d")

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def sees(self, *texts):
        wait_until(lambda: all(text in self.screen() for text in texts), f"{texts} on the screen")

    def resizes(self, columns, rows):
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def shell(self):
        return int(self.tmux("display-message", "-p", "#{pane_pid}").strip())

    def child(self, parent=None):
        """The process that the shell runs, once there is one."""
        parent = parent or self.shell()
        path = f"/proc/{parent}/task/{parent}/children"
        found = wait_until(lambda: pathlib.Path(path).read_text().split(), "a program to start")
        return int(found[0])

    def ends(self):
        """Waits for the program to end and gives its exit code; the terminal must be as it was."""
        after = self.home / "after"
        after.unlink(missing_ok=True)
        wait_until(lambda: self._is_idle(), "the program to end")
        self.types("echo $? > part; stty -g >> part; mv part after", "Enter")
        code, terminal = wait_until(lambda: after.exists() and after.read_text(), "the shell").split()
        before = (self.home / "before").read_text().strip()
        assert terminal == before, f"the terminal was left changed: {before} {terminal}"
        assert self.tmux("display-message", "-p", "#{cursor_flag}").strip() == "1", "no cursor"
        return int(code)

    def _is_idle(self):
        shell = self.shell()
        children = pathlib.Path(f"/proc/{shell}/task/{shell}/children")
        return not children.read_text().split() and self.screen().rstrip().endswith("$")

    def hangs_up(self):
        self.tmux("kill-pane")

    def lull(self, *words):
        """The program outside the terminal, in the same home."""
        return subprocess.run([self.binary, *words], capture_output=True, cwd=self.home,
                              stdin=subprocess.DEVNULL, env=self.environment, timeout=PATIENCE)

    def entries(self):
        done = self.lull("journal", "list", "--format", "json")
        if not done.stdout:
            return []
        return [entry["text"] for entry in json.loads(done.stdout)["entries"]]

    def data(self):
        return self.home / ".local/share/lull"

    def recovered(self):
        """The texts in recovery files."""
        return [path.read_text() for path in sorted(self.data().glob("recovery-*.txt"))]


def run(cases, binary):
    """Runs each case with a person of its own; says which did not hold."""
    broken = 0
    for case in cases:
        try:
            case(binary)
            print(f"ok      {case.__doc__}", flush=True)
        except Exception as error:  # the next case shall run too
            broken += 1
            print(f"BROKEN  {case.__doc__}: {type(error).__name__}: {error}", flush=True)
    return 1 if broken else 0
