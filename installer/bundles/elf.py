"""What the libraries of a bundle ask of the system: versions of symbols, and other libraries."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

from bundles import tree
from bundles.targets import Target

_MAGIC = b"\x7fELF"
_MACHINES = {"EM_X86_64": "x86_64", "EM_AARCH64": "aarch64"}
_LOADER = "ld-linux"


class BeyondFloor(Exception):  # noqa: N818 - says what is wrong with a bundle
    """A bundle that would not run on the oldest system it is meant for."""


@dataclass(frozen=True, kw_only=True)
class Library:
    """One program or shared library."""

    path: Path
    machine: str
    soname: str
    needed: tuple[str, ...]
    """The libraries it is linked with."""
    versions: tuple[tuple[str, str], ...]
    """Versions of symbols that it asks for: the library, the version, such as `GLIBC_2.28`."""


def libraries(root: Path) -> Iterator[Library]:
    """Yield every program and shared library below a folder, in one fixed order."""
    for path in tree.files(root):
        if not path.is_symlink() and _is_elf(path):
            yield read(path)


def read(path: Path) -> Library:
    """Return what a program or library asks for."""
    needed: list[str] = []
    versions: list[tuple[str, str]] = []
    soname = path.name
    with path.open("rb") as file:
        elf = ELFFile(file)
        for section in elf.iter_sections():
            if isinstance(section, DynamicSection):
                for tag in section.iter_tags():
                    if tag.entry.d_tag == "DT_NEEDED":
                        needed.append(tag.needed)  # type: ignore[attr-defined]
                    elif tag.entry.d_tag == "DT_SONAME":
                        soname = tag.soname  # type: ignore[attr-defined]
            elif isinstance(section, GNUVerNeedSection):
                for library, asked in section.iter_versions():
                    versions += [(library.name or "", each.name) for each in asked]
        machine = _MACHINES.get(elf.header.e_machine, elf.header.e_machine)
    return Library(
        path=path,
        machine=machine,
        soname=soname,
        needed=tuple(needed),
        versions=tuple(sorted(set(versions))),
    )


def check(root: Path, target: Target) -> None:
    """Refuse a bundle with something inside that the oldest system of a target cannot load.

    Raises:
        BeyondFloor: naming each library with the first version that is too new, or with its
            machine if that is another.
    """
    problems = []
    for library in libraries(root):
        name = library.path.relative_to(root).as_posix()
        if library.machine != target.machine:
            problems.append(f"{name} is for {library.machine}, not {target.machine}")
        for _, version in library.versions:
            family, _, number = version.rpartition("_")
            floor = target.floors.get(family)
            if floor is not None and _number(number) > floor:
                most = ".".join(map(str, floor))
                problems.append(f"{name} wants {version}, {target.name} has up to {family}_{most}")
    if problems:
        raise BeyondFloor("\n".join(problems))


def highest(root: Path) -> dict[str, str]:
    """Return the newest version that anything below a folder asks for, by family (`GLIBC`)."""
    most: dict[str, tuple[int, ...]] = {}
    for library in libraries(root):
        for _, version in library.versions:
            family, _, number = version.rpartition("_")
            if number[:1].isdigit():
                most[family] = max(most.get(family, ()), _number(number))
    return {family: ".".join(map(str, number)) for family, number in sorted(most.items())}


def unresolved(root: Path) -> dict[str, list[str]]:
    """Return the libraries that are not in a bundle, each with the files that want it."""
    inside: set[str] = set()
    wanted: dict[str, list[str]] = {}
    for library in libraries(root):
        inside |= {library.soname, library.path.name}
        for name in library.needed:
            if not name.startswith(_LOADER):
                wanted.setdefault(name, []).append(library.path.relative_to(root).as_posix())
    return {name: files for name, files in sorted(wanted.items()) if name not in inside}


def _number(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
