"""What the verbs write: sentences, tables and JSON on stdout, what went wrong on stderr."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from linli.errors import UserError
from linli.progress import Progress


def say(sentence: str) -> None:
    """Write a line for the person at the screen."""
    print(sentence, flush=True)


def fail(sentence: str) -> None:
    """Write what went wrong."""
    print(sentence, file=sys.stderr, flush=True)


def write_json(value: Mapping[str, object] | Sequence[Mapping[str, object]]) -> None:
    """Write one JSON value for another program."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str), flush=True)


def write_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write columns as wide as their longest cell; Chinese characters take two places."""
    widths = [max(map(_width, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        say("  ".join(cells).rstrip())


def check_place(path: Path) -> None:
    """Make sure that a file can be written there before anything is recorded for it.

    Raises:
        UserError: if it cannot.
    """
    probe = path.parent / f".linli-{os.getpid()}.tmp"
    try:
        # Not by `tempfile`: where Windows denies a folder it tries other names for hours.
        probe.touch()
        probe.unlink()
        writable = path.is_file() or not path.exists()  # a device would be replaced by a file
    except OSError:
        writable = False
    if not writable:
        raise UserError(f"「{path}」写不进去，请检查文件夹是否存在、是否可写，或换一个地方。")


def progress() -> Progress:
    """Return a progress that shows itself on a terminal, and nowhere else."""
    return Progress(_show if sys.stderr.isatty() else None)


def _show(done: int, total: int, text: str) -> None:
    share = f" {done * 100 // total}%" if total else ""
    # \x1b[K clears what a longer line left; the last report leaves an empty line.
    finished = total and done >= total
    print(f"\r\x1b[K{'' if finished else text + share}", end="", file=sys.stderr, flush=True)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
