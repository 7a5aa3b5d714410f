"""What a screen reader hears of the program over AT-SPI, and keys pressed blindfold.

Runs with the system's Python, which has `gi`, beside a program on an X display:

    python3 blindfold.py SCRIPT_JSON

The script is a list of steps: ["key", "ctrl+f"], ["type", "wang"], ["hear", "查找居民"] (wait until
the focused object is called so), ["tab", "保存"] (press Tab until it is), ["tree"] (print all
windows), ["said", "text"] (wait until an object of any window says so), ["wait", "path"] (a file).
What is heard goes to standard output, a line for each step.
"""

import json
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

_LONG_S = 40
_MOST_TABS = 60
_DEEPEST = 24
_MOST_CHILDREN = 60
_PROGRAM = "linli"


class Blindfold:
    """Knows the program only by its accessibility tree."""

    def windows(self):
        """Return the windows of the program."""
        desktop = Atspi.get_desktop(0)
        found = []
        for place in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(place)
            if program is not None and _PROGRAM in (program.get_name() or ""):
                found += children(program)
        return [each for each in found if has(each, Atspi.StateType.SHOWING)]

    def focused(self):
        """Return the object with the focus, the innermost of several, None without one.

        Qt says of each chosen tab that it has the focus; that counts where nothing else has it.
        """
        shown = (each for window in self.windows() for each, _ in walk(window))
        found = [each for each in shown if has(each, Atspi.StateType.FOCUSED)]
        rest = [each for each in found if each.get_role() != Atspi.Role.PAGE_TAB]
        named = [each for each in rest if each.get_name()]  # not the inside of a scroll area
        return next(reversed(named or rest or found), None)

    def hear(self):
        """Return what a reader would say of the focused object."""
        found = self.focused()
        return "" if found is None else spoken(found)

    def wait_for(self, words):
        """Wait until the focused object says `words`."""
        return until(lambda: (heard := self.hear()) and words in heard and heard, words, self.hear)

    def wait_said(self, words):
        """Wait until anything shown says `words`."""

        def look():
            shown = (each for window in self.windows() for each, _ in walk(window))
            return next((spoken(each) for each in shown if words in spoken(each)), "")

        return until(look, words, lambda: "")

    def tab_to(self, words):
        """Press Tab until the focused object says `words`."""
        heard = []
        for _ in range(_MOST_TABS):
            heard.append(self.hear())
            if words in heard[-1]:
                return heard[-1]
            press("Tab")
        raise SystemExit(f"Tab never comes to {words}: {heard}")

    def tree(self):
        """Return all windows as indented lines."""
        lines = [
            "  " * depth + spoken(each) for window in self.windows() for each, depth in walk(window)
        ]
        return "\n".join(lines)


def spoken(each):
    """Return role, labels, name, description and text of an object."""
    relations = each.get_relation_set() or []
    labels = [
        relation.get_target(place).get_name()
        for relation in relations
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
        for place in range(relation.get_n_targets())
    ]
    said = [*labels, each.get_name() or "", each.get_description() or ""]
    parts = [each.get_role_name(), *dict.fromkeys(said)]
    if "Text" in each.get_interfaces() and each.get_role() != Atspi.Role.PASSWORD_TEXT:
        parts.append(Atspi.Text.get_text(each, 0, 200))
    return " | ".join(part for part in parts if part)


def children(each):
    """Return the children of an object, of long tables the first."""
    try:
        count = min(each.get_child_count(), _MOST_CHILDREN)
        found = [each.get_child_at_index(place) for place in range(count)]
    except GLib.Error:  # it went meanwhile
        return []
    return [child for child in found if child is not None]


def walk(each, depth=0):
    """Yield an object and all below it that is shown, with its depth."""
    try:
        shown = depth == 0 or has(each, Atspi.StateType.SHOWING)
    except GLib.Error:
        return
    if shown and depth < _DEEPEST:
        yield each, depth
        for child in children(each):
            yield from walk(child, depth + 1)


def has(each, state):
    """Whether an object is in a state."""
    return each.get_state_set().contains(state)


def press(keys):
    """Press keys, as xdotool writes them, and let the program answer."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", keys], check=True)
    time.sleep(0.25)


def until(look, words, heard):
    """Return the first true answer of `look`."""
    end = time.monotonic() + _LONG_S
    while time.monotonic() < end:
        try:
            found = look()
        except GLib.Error:
            found = ""
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit(f"never heard: {words}; last: {heard()}")


def _there(path):
    return path if Path(path).exists() else ""


def main():
    """Do the steps."""
    blind = Blindfold()
    for kind, *rest in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        words = rest[0] if rest else ""
        if kind == "key":
            press(words)
            told = ""
        elif kind == "type":
            subprocess.run(["xdotool", "type", "--delay", "40", words], check=True)
            told = ""
        elif kind == "wait":
            told = until(partial(_there, words), words, lambda: "")
        else:
            do = {"hear": blind.wait_for, "tab": blind.tab_to, "said": blind.wait_said}
            told = do[kind](words) if kind in do else blind.tree()
        print(f"{kind} {words} -> {told}" if kind != "tree" else told, flush=True)


if __name__ == "__main__":
    main()
