"""What the lock file asks for on a target."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

from bundles.targets import Target

LOCK = Path(__file__).resolve().parents[1] / "requirements" / "linli.lock"


@dataclass(frozen=True, kw_only=True)
class Locked:
    """One package of the lock."""

    name: str
    version: str
    sha256: tuple[str, ...]
    """Of every file of that version; one of them is the target's."""

    @property
    def line(self) -> str:
        """The requirement without its marker, as pip and uv read it."""
        hashes = "".join(f" \\\n    --hash=sha256:{each}" for each in self.sha256)
        return f"{self.name}=={self.version}{hashes}\n"


def locked(target: Target, lock: Path = LOCK) -> list[Locked]:
    """Return the packages of a target in the order of the lock.

    Markers are evaluated for the target, not for the machine that builds.
    """
    environment = {name: str(value) for name, value in default_environment().items()}
    environment |= target.markers
    found = []
    for entry in re.split(r"^(?=\S)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        wanted = Requirement(entry.split("\\\n", 1)[0].strip())
        if wanted.marker is None or wanted.marker.evaluate(environment):
            version = str(wanted.specifier).removeprefix("==")
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
            found.append(Locked(name=wanted.name, version=version, sha256=hashes))
    return found


def locked_versions(lock: Path) -> dict[str, str]:
    """Return the version of every package that a lock file names."""
    found = re.findall(r"^([A-Za-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)
