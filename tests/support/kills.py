"""A program that is killed at a file operation or a commit, in a process of its own."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

_EVENTS = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "shutil.rmtree"}
)
DONE, KILLED = 0, 9


def killed_at(step: int, folder: Path, work: Callable[[], object]) -> int:
    """Run `work` in a forked process and kill it at a step: what it does to files, and commits.

    Args:
        step: before which of these steps, counted from 0, it is killed.
        folder: only what is done to files in it counts.
        work: what the process does.

    Returns:
        `KILLED`, or `DONE` if it came to its end before.
    """
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = 70
    try:
        _kill_before(step, str(folder))
        work()
        code = DONE
    finally:
        os._exit(code)


def _kill_before(step: int, folder: str) -> None:
    count = 0

    def watch(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if name in _EVENTS and any(str(each).startswith(folder) for each in arguments[:2]):
            if count == step:
                os._exit(KILLED)
            count += 1

    def commit(_connection: object) -> None:
        watch("os.rename", (folder,))

    sys.addaudithook(watch)
    event.listen(Engine, "commit", commit)
