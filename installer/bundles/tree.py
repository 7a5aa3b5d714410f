"""Folders and archives that come out the same, whenever and wherever they are made."""

import gzip
import hashlib
import io
import lzma
import os
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
_PRESET = 1
"""Measured on a tenth of a bundle: the third takes three times as long for 3 % less."""
_WINDOW = 64 << 20
"""In bytes; unpacking needs as much memory."""
_EXECUTABLE = 0o755
_PLAIN = 0o644


class OverBudget(Exception):  # noqa: N818 - says what is wrong with a bundle
    """A bundle that has grown beyond what was allowed it."""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """How large a bundle may be, in megabytes of a million bytes."""

    packed: int
    unpacked: int

    def check(self, name: str, *, packed: int, unpacked: int) -> None:
        """Refuse a bundle that is too large; sizes are bytes.

        Raises:
            OverBudget: with the size and what is allowed.
        """
        pairs = (("packed", packed, self.packed), ("unpacked", unpacked, self.unpacked))
        for what, size, most in pairs:
            if size > most * MEGABYTE:
                raise OverBudget(f"{name} {what}: {size / MEGABYTE:.1f} MB, allowed {most} MB")


def paths(root: Path) -> list[Path]:
    """Return everything below a folder, folders before what is in them, in one fixed order."""
    return sorted(root.rglob("*"), key=lambda path: path.relative_to(root).parts)


def files(root: Path) -> list[Path]:
    """Return the files and links below a folder in one fixed order."""
    return [path for path in paths(root) if path.is_symlink() or not path.is_dir()]


def size(root: Path) -> int:
    """Return how many bytes the files below a folder have."""
    return sum(path.lstat().st_size for path in files(root))


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_executable(path: Path) -> bool:
    """Whether a file may be started, by the owner's right."""
    return bool(path.stat().st_mode & 0o100)


def stamp(root: Path, moment: int) -> None:
    """Give all below a folder the same time (seconds since 1970) and plain rights."""
    for path in [*reversed(paths(root)), root]:
        if path.is_symlink():
            os.utime(path, (moment, moment), follow_symlinks=False)
            continue
        path.chmod(_EXECUTABLE if path.is_dir() or is_executable(path) else _PLAIN)
        os.utime(path, (moment, moment))


def tar(root: Path, moment: int, *, prefix: str = "") -> bytes:
    """Return a tar archive of a folder, owned by root, with one fixed time.

    `prefix` is put before every name, such as `./` or `linli-1.0/`.
    """
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for info, path in _members(root, moment, prefix):
            if info.isfile():
                with path.open("rb") as file:
                    archive.addfile(info, file)
            else:
                archive.addfile(info)
    return target.getvalue()


def xz(data: bytes) -> bytes:
    """Return data packed with xz, without dependence on the number of processors."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": _PRESET, "dict_size": _WINDOW}]
    return lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC64, filters=filters)


def gz(data: bytes, *, level: int = 9) -> bytes:
    """Return data packed with gzip, without a time or name in its head."""
    return gzip.compress(data, compresslevel=level, mtime=0)


def _members(root: Path, moment: int, prefix: str) -> Iterator[tuple[tarfile.TarInfo, Path]]:
    if prefix:
        yield _info(prefix.rstrip("/"), root, moment), root
    for path in paths(root):
        yield _info(prefix + path.relative_to(root).as_posix(), path, moment), path


def _info(name: str, path: Path, moment: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.mtime = moment
    info.uname = info.gname = "root"
    if path.is_symlink():
        info.type, info.linkname, info.mode = tarfile.SYMTYPE, str(path.readlink()), 0o777
    elif path.is_dir():
        info.type, info.mode = tarfile.DIRTYPE, _EXECUTABLE
    else:
        info.size = path.stat().st_size
        info.mode = _EXECUTABLE if is_executable(path) else _PLAIN
    return info
