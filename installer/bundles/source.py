"""The program as it was committed last, and the wheel that is made of it."""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class NoCommit(Exception):  # noqa: N818 - says what is wrong with the source
    """The source is no clone with a commit, so that nothing says what a bundle is made of."""


def version() -> str:
    """Return the program's version."""
    text = (ROOT / "desktop/linli/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("no version in desktop/linli/__init__.py")
    return found.group(1)


def moment() -> int:
    """Return when the last commit was made, in seconds since 1970; all files bear that time.

    Raises:
        NoCommit: if this is no clone.
    """
    return int(_git("log", "-1", "--format=%ct"))


def commit() -> str:
    """Return the last commit's full name.

    Raises:
        NoCommit: if this is no clone.
    """
    return _git("rev-parse", "HEAD").decode().strip()


def uncommitted() -> list[str]:
    """Return the files that are changed and not committed; a bundle does not have those changes."""
    lines = _git("status", "--porcelain", "--untracked-files=no").decode().splitlines()
    return [line[3:] for line in lines]


def export(into: Path, *names: str) -> None:
    """Write the last commit into a folder, all of it or only some folders and files.

    Raises:
        NoCommit: if this is no clone.
    """
    packed = _git("archive", "--format=tar", "HEAD", *names)
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(into, filter="data")


def build_wheel(into: Path) -> Path:
    """Build our own wheel of the last commit; the same commit gives the same bytes."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "linli"
        export(tree)
        built = Path(scratch) / "built"
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
            cwd=tree,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(moment())},
            capture_output=True,
            check=True,
        )
        (wheel,) = built.glob("*.whl")
        target = into / wheel.name
        target.write_bytes(wheel.read_bytes())
    return target


def _git(*arguments: str) -> bytes:
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoCommit("bundles are made of a commit: build in a clone, with git") from error
