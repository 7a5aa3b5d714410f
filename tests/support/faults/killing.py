"""Killing a process at a random moment of its work (SIGKILL; TerminateProcess on Windows)."""

import multiprocessing
import random
import sys
import time
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

from support.faults.bases import Work
from support.faults.works import WORKS

_PATIENCE_S = 60
_KILLED_OR_DONE = {0, -9} if sys.platform != "win32" else {0, 1}
_FORKING = "forkserver" if sys.platform != "win32" else "spawn"


def killed(work: Work, folder: Path, seed: int) -> list[str]:
    """Let a process do the work, kill it at a moment that `seed` tells, return what it had told."""
    context = multiprocessing.get_context(_FORKING)
    if _FORKING == "forkserver":
        context.set_forkserver_preload(["support.faults.killing", "linli.gui.drafts.coding"])
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(WORKS.index(work), folder, seed, theirs))
    process.start()
    theirs.close()
    told: list[str] = []
    try:
        if ours.poll(_PATIENCE_S):
            told.append(ours.recv())
        time.sleep(random.Random(seed).uniform(0, work.seconds))
    except EOFError:
        pass
    process.kill()
    process.join()
    while True:
        try:
            told.append(ours.recv())
        except (EOFError, OSError):
            break
    ours.close()
    assert process.exitcode in _KILLED_OR_DONE, told[-1]
    return told


def _run(number: int, folder: Path, seed: int, pipe: Connection) -> None:
    try:
        WORKS[number].run(folder, seed, pipe.send)
    except BaseException as error:
        pipe.send("".join(traceback.format_exception(error)))
        raise
