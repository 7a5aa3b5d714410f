"""Files of Debian's archive that bundles are made of, pinned by version and hash.

They come through the machine's own apt, from a list of sources of ours beside its own, so that
nothing of the machine is changed and no root is needed. What apt brings is checked here again.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bundles.tools import cache
from bundles.tree import digest

RELEASE = "bookworm"


class NotThere(Exception):  # noqa: N818 - says what is wrong with the machine
    """Debian's archive cannot be reached, or no longer has what is pinned."""


@dataclass(frozen=True, kw_only=True)
class Pinned:
    """A package of Debian: its source, or what is built of it for one architecture."""

    name: str
    version: str
    """Debian's version."""
    files: tuple[tuple[str, str], ...]
    """File names and their SHA-256."""
    architecture: str = ""
    """Of a built package; empty for a source."""

    @property
    def upstream(self) -> str:
        """The version without Debian's own parts."""
        bare = self.version.rsplit("-", 1)[0].partition(":")
        return (bare[2] or bare[0]).removesuffix(".dfsg")


def fetch(package: Pinned) -> dict[str, Path]:
    """Return the files of a package, from the cache or from Debian, each checked.

    Raises:
        NotThere: if Debian's archive cannot be reached, or has other files now.
    """
    folder = cache() / "debian"
    folder.mkdir(parents=True, exist_ok=True)
    if not _wrong(package, folder):
        return {name: folder / name for name, _ in package.files}
    options = _configured(folder)
    if package.architecture:
        what = ["download", f"{package.name}:{package.architecture}={package.version}"]
    else:
        what = ["source", "--download-only", f"{package.name}={package.version}"]
    subprocess.run(
        ["apt-get", "-q", "-q", *options, *what], cwd=folder, check=False, stdout=subprocess.DEVNULL
    )
    wrong = _wrong(package, folder)
    if wrong:
        raise NotThere(
            f"{package.name} {package.version}: {', '.join(wrong)} is not what is pinned, or "
            f"Debian no longer has it; pin a newer version, or put the files into {folder}"
        )
    return {name: folder / name for name, _ in package.files}


def _wrong(package: Pinned, folder: Path) -> list[str]:
    return [
        name
        for name, sha256 in package.files
        if not (folder / name).is_file() or digest(folder / name) != sha256
    ]


def _configured(folder: Path) -> list[str]:
    """Return options that let apt use a list of its own; the list is fetched the first time."""
    root = folder / "apt"
    listed = root / "sources.list"
    options = [
        *(f"-oDir::Etc::sourcelist={listed}", "-oDir::Etc::sourceparts=-"),
        *(f"-oDir::State::lists={root / 'lists'}", f"-oDir::Cache={root / 'cache'}"),
        *("-oAPT::Architectures::=amd64", "-oAPT::Architectures::=arm64"),
        *("-oDebug::NoLocking=1", "-oAPT::Sandbox::User="),
    ]
    if not listed.exists():
        shutil.rmtree(root, ignore_errors=True)
        for name in ("lists/partial", "cache/archives/partial"):
            (root / name).mkdir(parents=True)
        listed.write_text(_lines(), encoding="utf-8")
        done = subprocess.run(["apt-get", "-q", "-q", *options, "update"], check=False)
        if done.returncode:
            listed.unlink()
            raise NotThere("apt-get update failed, see above")
    return options


def _lines() -> str:
    """Return a list of sources of the release that things are pinned in, as the machine has it.

    The hashes stand in our code, so that signatures add nothing.

    Raises:
        NotThere: if this is not a machine of that release.
    """
    if shutil.which("apt-get") is None:
        raise NotThere(f"bundles for Linux are made on Debian ({RELEASE}), with apt")
    asked = ["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME) $(COMPONENT)"]
    said = subprocess.run(
        [*asked, "Created-By: Packages"],
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = (RELEASE, f"{RELEASE}-updates", f"{RELEASE}-security")
    known = {line for line in said.splitlines() if line.split()[1] in wanted}
    if not known:
        raise NotThere(f"apt knows no source of Debian {RELEASE} here")
    kinds = ("deb", "deb-src")
    return "".join(
        f"{kind} [arch=amd64,arm64 trusted=yes] {line}\n"
        for line in sorted(known)
        for kind in kinds
    )
