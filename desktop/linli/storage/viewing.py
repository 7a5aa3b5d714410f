"""Looking at a ledger that cannot be written (只能查看): the disk is full, or the folder read-only.

SQLite needs a little room of its own to open a file with a write-ahead log. Where there is none, a
file whose log is empty is opened as one that nobody changes; one with a log, and so with commits
that are not in the file yet, is copied to where there is room, encrypted as it is.
"""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

from linli.errors import StorageProblem
from linli.storage.database import Database
from linli.storage.problems import file_problems

_AGAIN = "，现在只能查看，不能登记和修改。"


class View:
    """How a file is looked at.

    Attributes:
        source: what SQLite opens.
        refusal: what every attempt to write is told.
    """

    def __init__(self, path: Path, problem: StorageProblem) -> None:
        """Find the way to look at the file; `problem` is why it cannot be written.

        Raises:
            StorageProblem: there is no room anywhere for a copy.
        """
        self.refusal = StorageProblem(
            problem.happened.split("，")[0].rstrip("。") + _AGAIN, problem.advice, unwritable=True
        )
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        log = path.with_name(f"{path.name}-wal")
        with file_problems(path):
            logged = log.exists() and log.stat().st_size > 0
        if logged:
            path = self._copied(path, log, problem)
        self.source = f"file:{quote(path.as_posix())}?mode=ro&immutable=1"
        if logged:
            self.source = str(path)

    def refuse(self) -> NoReturn:
        """Say that nothing can be written.

        Raises:
            StorageProblem: always.
        """
        raise StorageProblem(self.refusal.happened, self.refusal.advice, unwritable=True)

    def close(self) -> None:
        """Remove the copy, if there is one."""
        if self._folder is not None:
            self._folder.cleanup()

    def _copied(self, path: Path, log: Path, problem: StorageProblem) -> Path:
        self._folder = tempfile.TemporaryDirectory(prefix="linli-view-", ignore_cleanup_errors=True)
        copy = Path(self._folder.name) / path.name
        try:
            shutil.copyfile(path, copy)
            shutil.copyfile(log, copy.with_name(log.name))
        except OSError:
            with suppress(OSError):
                self._folder.cleanup()
            raise problem from None
        return copy


def view(path: Path, key: bytes, problem: StorageProblem) -> Database:
    """Open a ledger only to look at it; each attempt to write is refused.

    Args:
        path: the file.
        key: the 32 bytes that encrypt it.
        problem: why it cannot be written.

    Raises:
        StorageProblem: it cannot be read either, or there is no room to look at it.
    """
    how = View(path, problem)
    try:
        return Database(path, key, how)
    except BaseException:
        how.close()
        raise
