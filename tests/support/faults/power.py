"""Power cuts, replayed: what a disk may hold after any step of recorded work.

`strace` records what a process writes, syncs, renames and removes in a folder. A cut after any of
these steps leaves what was synced before it; of the rest each write may be there, be missing, or
be torn at a sector, whatever its order. Names follow the journal of a file system: a prefix of
what was created, renamed and removed since the last sync of the folder.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from support.faults.bases import Work
from support.faults.works import WORKS

import linli
from linli.errors import UserError

SECTOR = 512
_ACKNOWLEDGED = "acknowledged"
_CALLS = (
    "openat,open,creat,write,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,"
    "unlink,unlinkat,rmdir,link,linkat,lseek,close"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_PATHS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN = re.compile(r'^AT_FDCWD(?:<.*?>)?, "((?:\\x[0-9a-f]{2})*)", ([A-Z_|0-9]+)')
_DATA = re.compile(r'^(\d+)(?:<.*?>)?, "((?:\\x[0-9a-f]{2})*)", (\d+)(?:, (\d+))?')
_NAMING = {
    "rename": "rename",
    "renameat": "rename",
    "renameat2": "rename",
    "link": "link",
    "linkat": "link",
    "unlink": "unlink",
    "unlinkat": "unlink",
}
_MOST_SHOWN = 64 * 1024 * 1024


@dataclass(frozen=True)
class Step:
    """One call that changed the folder. `what` is its kind, the rest what it was called with."""

    what: str
    name: str
    other: str = ""
    data: bytes = b""
    at: int = 0


def can_record() -> bool:
    """Whether this machine has `strace` and lets it watch a process."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def record(work: Work, folder: Path, seed: int, most: int) -> list[Step]:
    """Let a process do the work until it has told `most` things; return what it did to files."""
    log = folder.with_suffix(".strace")
    told = folder.with_suffix(".told")
    watched = ("strace", "-xx", "-s", str(_MOST_SHOWN), "-e", f"trace={_CALLS}", "-o", str(log))
    command = [*watched, *child(work, folder, seed, most, told)]
    subprocess.run(command, env=environment(), check=True)
    with log.open(encoding="ascii") as lines:
        steps = list(_Reader(folder, told).steps(lines))
    log.unlink()
    return steps


class _Reader:
    """Reads a log: only what touches the folder, and what was acknowledged."""

    def __init__(self, folder: Path, told: Path) -> None:
        self._folder = folder
        self._told = told
        self._open: dict[str, tuple[str, int]] = {}  # by number: name and position

    def steps(self, lines: Iterable[str]) -> Iterator[Step]:
        """Yield the steps of all calls that went well."""
        for line in lines:
            found = _LINE.match(line)
            if found is None or found[3].startswith("-"):
                continue
            call, given, result = found.groups()
            if call == "openat":
                yield from self._opened(given, result)
            elif call in _NAMING:
                yield from self._named(call, given)
            else:
                number = given.split(",")[0].split("<")[0].strip()
                if number in self._open:
                    yield from self._used(call, given, number, int(result))

    def _opened(self, given: str, number: str) -> Iterator[Step]:
        opened = _OPEN.match(given)
        self._open.pop(number, None)
        name = None if opened is None else self._inside(opened[1])
        if opened is None or name is None:
            return
        self._open[number] = (name, 0)
        if "O_CREAT" in opened[2]:
            yield Step("create", name)
        if "O_TRUNC" in opened[2]:
            yield Step("truncate", name, at=0)

    def _named(self, call: str, given: str) -> Iterator[Step]:
        names = [self._inside(path) for path in _PATHS.findall(given)]
        if all(names):
            yield Step(_NAMING[call], *map(str, names))

    def _used(self, call: str, given: str, number: str, result: int) -> Iterator[Step]:
        name, position = self._open[number]
        if call == "close":
            del self._open[number]
        elif call == "lseek":
            self._open[number] = (name, result)
        elif call in {"fsync", "fdatasync"}:
            yield Step("sync", name)
        elif call == "ftruncate":
            yield Step("truncate", name, at=int(given.split(",")[1]))
        elif call == "pwritev":  # only what is acknowledged
            yield Step(
                "tell", name, data=bytes.fromhex(_PATHS.findall(given)[0].replace("\\x", ""))
            )
        elif call in {"write", "pwrite64"}:
            written = _DATA.match(given)
            assert written is not None, given[:80]
            data = bytes.fromhex(written[2].replace("\\x", ""))[:result]
            if call == "write":
                self._open[number] = (name, position + len(data))
            at = int(written[4]) if call == "pwrite64" else position
            yield Step("write", name, data=data, at=at)

    def _inside(self, escaped: str) -> str | None:
        """Return a path within the folder, "." for the folder; None for anything else."""
        path = os.fsdecode(bytes.fromhex(escaped.replace("\\x", "")))
        if path == str(self._told):
            return _ACKNOWLEDGED
        if path != str(self._folder) and not path.startswith(f"{self._folder}{os.sep}"):
            return None
        return os.path.relpath(path, self._folder)


@dataclass(eq=False)
class _File:
    """A file on the disk: what is safe, and what was done since."""

    safe: bytearray
    pending: list[Step] = field(default_factory=list)

    def sync(self) -> None:
        for step in self.pending:
            _apply(self.safe, step)
        self.pending = []


def _apply(content: bytearray, step: Step) -> None:
    if step.what == "truncate":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.data)] = step.data


class Disk:
    """A folder as the disk has it, step by step."""

    def __init__(self, folder: Path) -> None:
        """Begin with what is in the folder, all of it safe."""
        self._safe = {
            os.path.relpath(path, folder): _File(bytearray(path.read_bytes()))
            for path in folder.rglob("*")
            if path.is_file()
        }
        self._folders = {
            os.path.relpath(path, folder) for path in folder.rglob("*") if path.is_dir()
        }
        self._now = dict(self._safe)
        self._named: list[_Names] = []  # since they were last safe, in order
        self.told: list[str] = []

    def do(self, step: Step) -> None:
        """Carry out a step."""
        if step.what == "tell":
            self.told += step.data.decode().splitlines()
        elif step.what == "create":
            if step.name not in self._now:
                self._name({step.name: _File(bytearray())})
        elif step.what in {"write", "truncate"}:
            if step.name in self._now:
                self._now[step.name].pending.append(step)
        elif step.what == "sync":
            self._sync(step.name)
        elif step.what == "rename":
            self._rename(step.name, step.other)
        elif step.what == "link":
            self._name({step.other: self._now[step.name]})
        elif step.what == "unlink":
            self._name({step.name: None})

    def cut(self, chance: random.Random, folder: Path) -> None:
        """Write into a new folder what may be there if the power goes now."""
        names = dict(self._safe)
        for change in self._named[: chance.randint(0, len(self._named))]:
            _put(names, change)
        rate = chance.choice((0.0, 0.5, 0.9, 1.0))
        for each in self._folders:
            (folder / each).mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        for name, file in names.items():
            if name.endswith("-shm"):
                continue  # only memory that is shared
            content = bytearray(file.safe)
            for step in file.pending:
                if chance.random() < rate:
                    for part in _torn(step, chance):
                        _apply(content, part)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def _rename(self, old: str, new: str) -> None:
        """Move a file, or all that is in a folder, at once."""
        moved = [name for name in self._now if name == old or name.startswith(f"{old}{os.sep}")]
        gone: _Names = dict.fromkeys(moved)
        self._name(gone | {new + name[len(old) :]: self._now[name] for name in moved})

    def _name(self, change: "_Names") -> None:
        _put(self._now, change)
        self._named.append(change)

    def _sync(self, name: str) -> None:
        """A file's sync makes its content and its own name safe; a folder's all names in it."""
        file = self._now.get(name)
        if file is not None:
            file.sync()
            safe = [change for change in self._named if file in change.values()]
        else:
            safe = [each for each in self._named if name in {str(Path(n).parent) for n in each}]
        for change in safe:
            _put(self._safe, change)
            self._named.remove(change)


_Names = dict[str, _File | None]
"""Names that came to stand for a file, or for none."""


def _put(names: dict[str, _File], change: _Names) -> None:
    for name, file in change.items():
        if file is None:
            names.pop(name, None)
        else:
            names[name] = file


def _torn(step: Step, chance: random.Random) -> Iterator[Step]:
    """Yield the sectors of a write that reached the disk: mostly all, now and then some."""
    if step.what == "truncate" or chance.random() < 0.8:
        yield step
        return
    for start in range(0, len(step.data), SECTOR):
        if chance.random() < 0.5:
            part = step.data[start : start + SECTOR]
            yield Step("write", step.name, data=part, at=step.at + start)


class _Enough(Exception):  # noqa: N818 - not an error
    """So much was told as is wanted."""


def child(work: Work, folder: Path, seed: int, most: int, told: Path) -> list[str]:
    """Return the command that does some work and tells it into a file."""
    arguments = (work.name, str(folder), str(seed), str(most), str(told))
    return [sys.executable, "-m", "support.faults.power", *arguments]


def environment() -> dict[str, str]:
    """Return the environment in which `child` runs."""
    source = Path(linli.__file__).parents[1]
    tests = Path(__file__).parents[2]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (source, tests)))}


REFUSED = 3
"""With which `child` ends if the program refused to go on, with a sentence."""


def _main() -> int:
    """Do some work and tell it into a file, whose writes are recorded with the others."""
    name, folder, seed, most, told = sys.argv[1:]
    work = next(each for each in WORKS if each.name == name)
    count = position = 0
    with Path(told).open("wb", buffering=0) as acknowledged:

        def write(line: str) -> None:
            nonlocal position
            position += os.pwritev(acknowledged.fileno(), [f"{line}\n".encode()], position)

        def tell(line: str) -> None:
            nonlocal count
            write(line)
            count += 1
            if count >= int(most):
                raise _Enough

        try:
            work.run(Path(folder), int(seed), tell)
        except _Enough:
            return 0
        except UserError as error:
            write(f"refused {error.message}")
            return REFUSED
        except BaseException as error:
            write("".join(traceback.format_exception(error)))
            raise
        return 0


if __name__ == "__main__":
    sys.exit(_main())
