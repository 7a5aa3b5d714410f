"""A backup as one file (备份文件): ledger, keyring and fonts with a list of their digests.

A ZIP archive without compression, so that any computer can look what is in it; the ledger inside
is encrypted as it always is. `about.json` stands last and names every other member with its size
and SHA-256, so a file that is torn or in which a bit has changed is told from a whole one without
any key.
"""

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from linli.errors import StorageProblem
from linli.progress import Cancelled
from linli.storage import files
from linli.storage.problems import file_problems

SUFFIX = ".linli-backup"
ABOUT = "about.json"
FORMAT = 1

_CHUNK = 1 << 20
_MOST_ABOUT = 1 << 20
_MEMBER = re.compile(r"ledger\.db|ledger\.keys|fonts/[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
_REGULAR_PRIVATE = (0o100000 | files.PRIVATE) << 16

Stop = Callable[[], bool]


class _Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...


def pack(folder: Path, path: Path, at: datetime, about: Mapping[str, Any], stop: Stop) -> None:
    """Write all files of `folder` and what is said about them to the new file `path`.

    Args:
        folder: holds the members under the names that they shall have.
        path: the archive; on the disk when this returns.
        at: the moment that is written beside every member.
        about: what to say about the backup; the list of members is added.
        stop: True breaks it off.

    Raises:
        Cancelled: `stop` said so; nothing is left at `path`.
        StorageProblem: the disk is full or cannot be written; nothing is left at `path`.
    """
    members: dict[str, dict[str, object]] = {}
    with files.created(path) as target, zipfile.ZipFile(target, "w") as archive:
        for source in sorted(p for p in folder.rglob("*") if p.is_file()):
            name = source.relative_to(folder).as_posix()
            with (
                file_problems(source),
                source.open("rb") as file,
                archive.open(_entry(name, at), "w", force_zip64=True) as sink,
            ):
                size, digest = _pour(file, sink, stop)
            members[name] = {"size": size, "sha256": digest}
        text = json.dumps({"linli_backup": FORMAT, **about, "files": members}, ensure_ascii=False)
        archive.writestr(_entry(ABOUT, at), text.encode())


def read_about(path: Path) -> dict[str, Any]:
    """Return what an archive says about itself, without reading the members.

    Raises:
        StorageProblem: it is no backup, torn, or of a newer program.
    """
    with _opened(path) as archive:
        return _about(archive, path)


def check(path: Path, stop: Stop) -> None:
    """Read all members and compare them with their digests.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: a member is not what it was, or the file cannot be read.
    """
    with _opened(path) as archive:
        for name, facts in _about(archive, path)["files"].items():
            with archive.open(name) as source:
                _compare(_pour(source, _Nowhere(), stop), facts, path)


def unpack(path: Path, folder: Path, stop: Stop) -> None:
    """Write all members into `folder`, checked and durable.

    Raises:
        Cancelled: `stop` said so.
        StorageProblem: a member is not what it was, the disk is full or cannot be written.
    """
    with _opened(path) as archive:
        for name, facts in _about(archive, path)["files"].items():
            target = folder / name
            files.make_folder(target.parent)
            with archive.open(name) as source, files.created(target) as sink:
                _compare(_pour(source, sink, stop), facts, path)
        with file_problems(folder):
            files.sync_folder(folder)


def read_member(path: Path, name: str) -> bytes:
    """Return one small member, such as the keyring, checked.

    Raises:
        StorageProblem: it is not there or not what it was.
    """
    with _opened(path) as archive:
        facts = _about(archive, path)["files"].get(name)
        if facts is None:
            raise damaged(path)
        content = archive.read(name)
        _compare((len(content), hashlib.sha256(content).hexdigest()), facts, path)
        return content


def copy(source: Path, target: Path, stop: Stop) -> None:
    """Copy an archive to a new file, read it back from the medium, and compare.

    Raises:
        Cancelled: `stop` said so; nothing is left at `target`.
        StorageProblem: the disk is full, was pulled, or keeps something else than was written.
    """
    with file_problems(source), source.open("rb") as file, files.created(target) as sink:
        written = _pour(file, sink, stop)
    files.forget_cached(target)
    with file_problems(target), target.open("rb") as file:
        if _pour(file, _Nowhere(), stop) != written:
            raise StorageProblem(
                "写进去的备份读出来不一样，没有保存。", "这个盘可能坏了，请换一个U盘再备份。"
            )


def damaged(path: Path) -> StorageProblem:
    """Return the problem that a backup is not what it was."""
    return StorageProblem(
        f"备份文件「{path.name}」已损坏，或者没有复制完整。", "请换一个备份；这个文件请先留着。"
    )


class _Nowhere:
    def write(self, data: bytes, /) -> object:
        return len(data)


def _entry(name: str, at: datetime) -> zipfile.ZipInfo:
    moment = at.timetuple()
    year = min(max(moment.tm_year, 1980), 2107)  # what the format can say
    info = zipfile.ZipInfo(name, (year, *moment[1:6]))
    info.compress_type = zipfile.ZIP_STORED
    info.external_attr = _REGULAR_PRIVATE
    return info


def _pour(source: Any, sink: "_Sink | BinaryIO", stop: Stop) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        if stop():
            raise Cancelled
        digest.update(chunk)
        size += len(chunk)
        sink.write(chunk)
    return size, digest.hexdigest()


def _compare(found: tuple[int, str], facts: Mapping[str, Any], path: Path) -> None:
    if found != (facts["size"], facts["sha256"]):
        raise damaged(path)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with file_problems(path):
        try:
            with zipfile.ZipFile(path) as archive:
                yield archive
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise damaged(path) from error


def _about(archive: zipfile.ZipFile, path: Path) -> dict[str, Any]:
    """Read `about.json`, and refuse members that it does not name or that were not written so."""
    entries = {entry.filename: entry for entry in archive.infolist()}
    stored = all(
        entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
        for entry in entries.values()
    )
    about = entries.pop(ABOUT, None)
    if about is None or not stored or about.file_size > _MOST_ABOUT:
        raise damaged(path)
    try:
        data: dict[str, Any] = json.loads(archive.read(about))
        version = int(data["linli_backup"])
        members = {
            str(name): (int(facts["size"]), str(facts["sha256"]))
            for name, facts in data["files"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise damaged(path) from error
    if version > FORMAT:
        raise StorageProblem(
            f"备份文件「{path.name}」是新版本的程序做的。", "请先把本机的程序换成新版本再用它。"
        )
    sizes = {name: entry.file_size for name, entry in entries.items()}
    if sizes != {name: size for name, (size, _) in members.items()} or not all(
        map(_MEMBER.fullmatch, members)
    ):
        raise damaged(path)
    return data
