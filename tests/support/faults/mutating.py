"""Reading mutated files in processes of their own, within limits of time and memory."""

import multiprocessing
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from support.faults.mutators import mutated
from support.faults.targets import TARGETS, Target

from linli.errors import UserError

SECONDS = 20
"""So long reading one file may take, on a machine that does other things too."""

MEMORY = 3 << 30
"""Bytes that the process may have in all."""

_FORKING = "forkserver" if sys.platform != "win32" else "spawn"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What became of one mutated file. `said` is "" if it was read, or the sentence."""

    seed: int
    said: str
    failure: str
    seconds: float


def read_mutated(target: Target, seeds: range) -> Iterator[Reading]:
    """Read one mutated file per seed; a process that hangs or dies is a failure, and replaced."""
    left = list(seeds)
    while left:
        context = multiprocessing.get_context(_FORKING)
        if _FORKING == "forkserver":
            context.set_forkserver_preload(["support.faults.mutating"])
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_read_all, args=(TARGETS.index(target), left, theirs))
        process.start()
        theirs.close()
        patience: float = SECONDS * 6  # the right file has to be made first
        while left:
            try:
                if not ours.poll(patience):
                    yield _failed(left.pop(0), f"took more than {patience} s")
                    break
                reading = ours.recv()
            except EOFError:
                process.join()
                yield _failed(left.pop(0), f"the process died: {process.exitcode}")
                break
            patience = SECONDS
            left.remove(reading.seed)
            yield reading
        process.kill()
        process.join()
        ours.close()


def _failed(seed: int, why: str) -> Reading:
    return Reading(seed=seed, said="", failure=why, seconds=0)


def _read_all(number: int, seeds: list[int], pipe: Connection) -> None:
    target = TARGETS[number]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fresh, work = Path(folder) / "fresh", Path(folder) / "work"
        fresh.mkdir()
        made = target.make(fresh).relative_to(fresh)
        content = (fresh / made).read_bytes()
        if sys.platform != "win32":
            import resource

            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        for seed in seeds:
            shutil.rmtree(work, ignore_errors=True)
            shutil.copytree(fresh, work)
            (work / made).write_bytes(mutated(content, seed))
            pipe.send(_read(target, work / made, seed))


def _read(target: Target, path: Path, seed: int) -> Reading:
    begun = monotonic()
    said = failure = ""
    try:
        target.read(path)
    except UserError as error:
        said = error.message
    except BaseException as error:  # noqa: BLE001 - a panic of a library is no Exception
        failure = "".join(traceback.format_exception(error)[-6:])
    seconds = monotonic() - begun
    if seconds > SECONDS:
        failure = failure or f"took {seconds:.0f} s"
    return Reading(seed=seed, said=said, failure=failure, seconds=seconds)
