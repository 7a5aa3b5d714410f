"""Files written so that they are either the old or the new one, never half of each.

All are for their owner only.
"""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from linli.progress import Cancelled
from linli.storage.problems import file_problems

PRIVATE = 0o600
"""The mode of every file of a ledger."""

_LOOK_AGAIN_S = 0.05
_TRIES = 40 if sys.platform == "win32" else 1
"""How often a file is given its name: scanners of viruses hold a new one for a moment there."""


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, readable by the owner only, and make it durable.

    Of several processes that write at once the last one wins.

    Raises:
        StorageProblem: the folder cannot be written; the old file is untouched.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with file_problems(path):
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
            with open(handle, "wb") as file:  # noqa: PTH123 - of an open handle
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            put(temporary, path)
            sync_folder(path.parent)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Create a folder that only its owner can look into, if it is not there.

    Raises:
        StorageProblem: it cannot be created.
    """
    with file_problems(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Delete a file if it is there.

    Raises:
        StorageProblem: the folder cannot be written.
    """
    with file_problems(path):
        path.unlink(missing_ok=True)


def remove_quietly(path: Path) -> None:
    """Delete a file, as far as that can be done."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def rename(old: Path, new: Path) -> None:
    """Give a file or folder its final name, durably.

    Raises:
        StorageProblem: the folder cannot be written.
    """
    with file_problems(new):
        put(old, new)
        sync_folder(new.parent)


def put(old: Path, new: Path) -> None:
    """Give a file or folder the name of another, which it replaces if it is a file.

    Raises:
        OSError: it cannot be done, on Windows for two seconds.
    """
    for left in reversed(range(_TRIES)):
        try:
            old.replace(new)
        except PermissionError:
            if not left:
                raise
            time.sleep(_LOOK_AGAIN_S)
        else:
            return


def remove_tree(folder: Path) -> None:
    """Delete a folder and all in it, as far as that can be done; nothing if it is not there."""
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def created(path: Path) -> Iterator[BinaryIO]:
    """Write a new file, which is on the disk when the block ends.

    What an older attempt left under that name is written over; a file that was not finished is
    taken away again.

    Raises:
        StorageProblem: the folder cannot be written, or the disk is full.
    """
    with file_problems(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 - of an open handle
                yield file
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def locked(path: Path, stop: Callable[[], bool]) -> Iterator[None]:
    """Hold the lock `path` for the block, among all threads and programs; a crash frees it.

    Raises:
        Cancelled: `stop` said so while another had it.
        StorageProblem: the folder cannot be written.
    """
    with file_problems(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
    try:
        while not _taken(handle):
            if stop():
                raise Cancelled
            time.sleep(_LOOK_AGAIN_S)
        yield
    finally:
        os.close(handle)


def keep_private(path: Path) -> None:
    """Let nobody but its owner read or write a file; nothing if it is not there or not ours."""
    with contextlib.suppress(OSError):
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE)


def forget_cached(path: Path) -> None:
    """Let the next reading of a file come from the medium, not from memory, where that can be."""
    if not hasattr(os, "posix_fadvise"):  # pragma: no cover - Windows
        return
    with file_problems(path):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make names just written in `folder` durable; Windows does so by itself."""
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Take the lock of an open file, if nobody has it."""
    try:
        if sys.platform == "win32":  # pragma: no cover
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
