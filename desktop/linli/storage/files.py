"""Small files written so that they are either the old or the new one, never half of each."""

import contextlib
import os
from pathlib import Path

from linli.storage.problems import file_problems


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path`, readable by the owner only, and make it durable.

    Of several processes that write at once the last one wins.

    Raises:
        StorageProblem: the folder cannot be written; the old file is untouched.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with file_problems(path):
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "wb") as file:  # noqa: PTH123 - of an open handle
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
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


def rename(old: Path, new: Path) -> None:
    """Give a file or folder its final name, durably.

    Raises:
        StorageProblem: the folder cannot be written.
    """
    with file_problems(new):
        old.replace(new)
        sync_folder(new.parent)


def sync_folder(folder: Path) -> None:
    """Make names just written in `folder` durable; Windows does so by itself."""
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
