"""Chinese typed into the real program through a real fcitx5: 张三 by pinyin, at the caret.

Runs where fcitx5 with pinyin, Xvfb, openbox, xdotool and dbus-daemon are installed; on Debian:
apt-get install fcitx5 fcitx5-chinese-addons xvfb openbox xdotool dbus
"""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
import support
from support.buses import private_bus
from support.ledgers import PASSWORD

import linli

PROGRAMS = ("fcitx5", "fcitx5-remote", "Xvfb", "openbox", "xdotool", "dbus-daemon")
PINYIN = Path("/usr/share/fcitx5/inputmethod/pinyin.conf")
PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us

[Groups/0/Items/1]
Name=pinyin

[GroupOrder]
0=Default
"""
LONG = 15  # seconds
NEAR = 12  # px between the caret and the window of candidates

MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) or not PINYIN.exists(), reason=f"not here: {', '.join(MISSING) or 'pinyin'}"
)


class Desktop:
    """A screen with a window manager, a session bus and fcitx5, until `stack` is closed."""

    def __init__(self, home, stack):
        self._stack = stack
        read, write = os.pipe()
        screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
        self._run(screen, None, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        profile = home / ".config" / "fcitx5"
        profile.mkdir(parents=True)
        (profile / "profile").write_text(PROFILE, encoding="utf-8")
        self.environment = {
            "PATH": os.environ["PATH"],
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": stack.enter_context(private_bus()),
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "QT_IM_MODULE": "fcitx",  # what the desktops set, and Qt's wheels do not have
            "XMODIFIERS": "@im=fcitx",
        }
        self._run(["openbox"], self.environment)
        self._run(["fcitx5", "--disable=wayland,notifications"], self.environment)
        wait_for(lambda: self.call("fcitx5-remote") in ("0", "1", "2"))

    def call(self, *command):
        """Run a program on this desktop and return what it says."""
        return subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONG,
        ).stdout.strip()

    def press(self, *keys):
        """Press keys by the names of X."""
        self.call("xdotool", "key", "--delay", "60", *keys)

    def write(self, text):
        """Press the keys of a text."""
        self.call("xdotool", "type", "--delay", "60", text)

    def candidates(self):
        """Return the left and the upper edge of the window of candidates, None without one."""
        found = self.call("xdotool", "search", "--onlyvisible", "--name", "^Fcitx5 Input Window$")
        if not found:
            return None
        told = self.call("xdotool", "getwindowgeometry", "--shell", found.split()[0])
        values = dict(line.split("=") for line in told.splitlines())
        return int(values["X"]), int(values["Y"])

    def _run(self, command, environment, **options):
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        self._stack.callback(lambda: (process.kill(), process.wait()))


class Window:
    """The program's process."""

    def __init__(self, desktop, folder):
        source = str(Path(linli.__file__).parents[1])
        self._process = subprocess.Popen(
            [sys.executable, str(Path(support.__path__[0], "watched_window.py")), str(folder)],
            env=desktop.environment | {"PYTHONPATH": source},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def say(self, line):
        """Ask the program and return its answer."""
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def sees(self, **wanted):
        """Wait until what has the focus is like this, and return what it is."""
        return self.waits_for(lambda seen: all(seen.get(each) == wanted[each] for each in wanted))

    def waits_for(self, condition):
        """Wait until what has the focus fulfils a condition, and return what it is."""
        seen = {}

        def is_so():
            seen.clear()
            seen.update(self.say("look"))
            return condition(seen)

        try:
            wait_for(is_so)
        except TimeoutError as error:
            raise AssertionError(f"it never came, but {seen}") from error
        return seen

    def end(self):
        """End it."""
        self._process.kill()
        self._process.communicate()


def wait_for(condition):
    """Wait until something is so."""
    end = time.monotonic() + LONG
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


@pytest.fixture
def desktop(tmp_path):
    with ExitStack() as stack:
        yield Desktop(tmp_path / "home", stack)


@pytest.fixture
def window(desktop, context, data_dir):
    context.db.close()
    window = Window(desktop, data_dir.root)
    yield window
    window.end()


def is_at_the_caret(desktop, window):
    """Whether the candidates stand right below the caret, or right above it."""
    wait_for(desktop.candidates)
    x, y = desktop.candidates()
    left, top, _, height = window.say("look")["caret"]
    return abs(x - left) < 120 and (abs(y - top - height) < NEAR or y < top)


def test_zhang_san_is_typed_by_pinyin_where_the_caret_is(desktop, window):
    window.sees(**{"class": "PasswordInput"})
    desktop.write(PASSWORD)
    desktop.press("Return")
    window.waits_for(lambda seen: seen["class"] not in ("", "PasswordInput"))
    if window.say("look")["class"] != "FindBox":
        desktop.press("Escape")  # the question whether the recovery code is kept
    window.sees(**{"class": "FindBox"})

    desktop.call("fcitx5-remote", "-o")
    desktop.write("zhangsan")
    assert is_at_the_caret(desktop, window)
    desktop.press("space")
    window.sees(**{"class": "FindBox"}, text="张三")

    desktop.press("ctrl+l")
    window.sees(**{"class": "PasswordInput"})
    desktop.write(PASSWORD)
    window.sees(**{"class": "PasswordInput"}, text=PASSWORD)  # the letters as they are
    desktop.press("Return")
    window.sees(**{"class": "FindBox"})

    desktop.press("ctrl+n")
    form = window.sees(**{"class": "NameInput"}, text="")
    desktop.write("zhangsan")
    assert is_at_the_caret(desktop, window)
    desktop.press("Right", "Left", "Escape")  # of the candidates, not of the form
    assert window.sees(text="")["window"] == form["window"]
    desktop.write("zhangsan")
    desktop.press("Return")  # the letters as they are, not the form's default button
    assert window.sees(text="zhangsan")["window"] == form["window"]
    desktop.press("ctrl+a")
    desktop.write("zhangsan ")
    assert window.sees(text="张三")["window"] == form["window"]

    window.say("table")
    window.sees(**{"class": "QTableWidget"})
    desktop.write("zhangsan")
    assert is_at_the_caret(desktop, window)
    desktop.press("space", "Return")
    window.sees(cell="张三")
