"""Troubles of disk, folder and file, told to the clerk in plain words.

Only what the environment does wrong is translated (full, read-only, locked, damaged). A broken
constraint or bad SQL is a defect of the program and passes unchanged.
"""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linli.errors import StorageProblem

_FULL = ("磁盘已满，刚才的操作没有保存。", "请删除不用的文件腾出空间，然后再做一次。")
_READ_ONLY = (
    "不能写入台账所在的文件夹「{folder}」。",
    "请检查它是否设成了只读、U盘是否写保护，或请管理员给予写入权限，然后再试。",
)
_BUSY = ("台账正被另一项操作占用。", "请等它完成，或关闭另一个正在使用台账的程序，然后再试。")
_CANNOT_OPEN = (
    "打不开台账文件「{path}」。",
    "请检查文件夹是否还在、U盘是否插好、是否有权限，然后再试。",
)
_DAMAGED = (
    "台账文件「{path}」已损坏。",
    "请停止录入，保留这个文件，从备份文件夹中取出最近的备份来恢复。",
)
_NOT_A_LEDGER = (
    "「{path}」不是能用这把钥匙打开的台账，或者已经损坏。",
    "请确认 ledger.db 与 ledger.keys 是同一套，否则请从备份中把两个文件一起恢复。",
)
_DISK_FAILS = (
    "读写台账文件「{path}」时磁盘出错。",
    "请检查硬盘或U盘的连接，尽快把数据文件夹复制到另一个磁盘，然后再试。",
)

_FILE_FULL = ("磁盘已满，「{path}」没有存成。", _FULL[1])
_FILE_READ_ONLY = ("不能写入文件夹「{folder}」。", _READ_ONLY[1])
_FILE_FAILS = ("打不开文件「{path}」。", _CANNOT_OPEN[1])

_UNWRITABLE = (_FULL, _READ_ONLY, _FILE_FULL, _FILE_READ_ONLY)
_ROOM = 64 * 1024
"""Bytes with less than which a disk is full."""

_BY_SQLITE = {
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_CANTOPEN": _CANNOT_OPEN,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_AUTH": _READ_ONLY,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _NOT_A_LEDGER,
    "SQLITE_IOERR": _DISK_FAILS,
}
_BY_ERRNO = {
    errno.ENOSPC: _FILE_FULL,
    errno.EDQUOT: _FILE_FULL,
    errno.EROFS: _FILE_READ_ONLY,
    errno.EACCES: _FILE_READ_ONLY,
    errno.EPERM: _FILE_READ_ONLY,
}


def of_sqlite(name: str, path: Path) -> StorageProblem | None:
    """Return the problem behind SQLite's error `name`, None if the program is to blame.

    Args:
        name: such as `SQLITE_IOERR_WRITE`; only its first two parts matter.
        path: the database.
    """
    words = _BY_SQLITE.get("_".join(name.split("_")[:2]))
    if words is _DISK_FAILS and _is_full(path.parent):
        words = _FULL  # SQLite calls it so when there is no room for what it shares in memory
    return None if words is None else _problem(words, path)


def busy(path: Path) -> StorageProblem:
    """Return the problem that another transaction took too long."""
    return _problem(_BUSY, path)


@contextmanager
def file_problems(path: Path) -> Iterator[None]:
    """Turn what goes wrong with files at `path` into a `StorageProblem`.

    Raises:
        StorageProblem: the file or its folder cannot be read or written.
    """
    try:
        yield
    except OSError as error:
        words = _BY_ERRNO.get(error.errno or 0, _FILE_FAILS)
        raise _problem(words, path) from error


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ROOM
    except OSError:
        return False


def _problem(words: tuple[str, str], path: Path) -> StorageProblem:
    message, advice = words
    return StorageProblem(
        message.format(path=path, folder=path.parent), advice, unwritable=words in _UNWRITABLE
    )
