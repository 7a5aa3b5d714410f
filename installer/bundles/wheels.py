"""The locked wheels of a target, and our own: fetched, checked, installed into a folder."""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bundles.requirements import LOCK, locked
from bundles.source import build_wheel
from bundles.targets import PYTHON, Target
from bundles.tools import cache, tool
from bundles.tree import digest


def fetch(target: Target, lock: Path = LOCK) -> list[Path]:
    """Return the locked wheels of a target, sorted; what is not yet in the cache is fetched.

    Every file is checked against the lock each time, the cached ones too.

    Raises:
        subprocess.CalledProcessError: if a wheel is not to be had or not the locked one.
    """
    wanted = "".join(each.line for each in locked(target, lock))
    allowed = {each for package in locked(target, lock) for each in package.sha256}
    folder = cache() / "wheels" / target.name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / "requirements.txt"
        chosen.write_text(wanted, encoding="utf-8")
        fetched = Path(scratch) / "wheels"
        platforms = [word for tag in target.wheel_platforms for word in ("--platform", tag)]
        _run(
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--require-hashes", "--only-binary", ":all:"),
            *("--implementation", "cp", "--python-version", PYTHON, *platforms),
            *("--find-links", str(folder), "--dest", str(fetched), "--requirement", str(chosen)),
        )
        for wheel in fetched.iterdir():
            (folder / wheel.name).write_bytes(wheel.read_bytes())
        names = sorted(wheel.name for wheel in fetched.iterdir())
    found = [folder / name for name in names]
    wrong = [wheel.name for wheel in found if digest(wheel) not in allowed]
    if wrong:
        raise ValueError(f"not what the lock names: {', '.join(wrong)}")
    return found


def install(target: Target, into: Path) -> list[Path]:
    """Install the locked wheels and the program into a folder, as `site-packages` has them.

    Needs no network once the wheels are in the cache. Returns the wheels, ours last.
    """
    found = fetch(target)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / "requirements.txt"
        chosen.write_text("".join(each.line for each in locked(target)), encoding="utf-8")
        _run(
            *(str(tool("uv")), "pip", "install", "--quiet", "--no-index", "--no-config"),
            *("--find-links", str(found[0].parent), "--link-mode", "copy", "--no-deps"),
            *("--require-hashes", "--only-binary", ":all:", "--no-cache"),
            *("--python", sys.executable, "--python-platform", target.uv_platform),
            *("--python-version", PYTHON, "--target", str(into), "--requirement", str(chosen)),
        )
    own = build_wheel(cache() / "own")
    unpack(own, into)
    return [*found, own]


def unpack(wheel: Path, into: Path) -> None:
    """Unpack a wheel that is nothing but Python and data."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(into)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
