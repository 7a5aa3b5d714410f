"""What is inside a bundle: its packages, with version, licence and origin."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from email.parser import Parser
from pathlib import Path

from packaging.utils import canonicalize_name

SPDX = {
    "charset-normalizer": "MIT",
    "et-xmlfile": "MIT",
    "fonttools": "MIT",
    "openpyxl": "MIT",
    "pylopdf-fonts-zh-cn": "OFL-1.1",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sqlcipher3": "Zlib AND BSD-3-Clause AND Apache-2.0",
    "uharfbuzz": "Apache-2.0 AND MIT",
}
"""Licences of packages whose METADATA has none in SPDX's words, or offers a choice."""


@dataclass(frozen=True, kw_only=True)
class Component:
    """One package of a bundle."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    purl: str
    sha256: str = ""
    """Of the archive that it came in."""
    texts: tuple[Path, ...] = field(default=(), repr=False)
    """Files with its licence."""


def installed(site: Path, archives: Iterable[tuple[str, str]] = ()) -> list[Component]:
    """Return the packages of a `site-packages` by name.

    Args:
        site: where they are installed, with their `dist-info` folders as the wheels have them.
        archives: file name and SHA-256 of the wheels.

    Raises:
        ValueError: if a package does not say its licence.
    """
    hashes = {canonicalize_name(name.split("-")[0]): sha256 for name, sha256 in archives}
    found = []
    for folder in sorted(site.glob("*.dist-info")):
        about = Parser().parsestr(
            (folder / "METADATA").read_text(encoding="utf-8"), headersonly=True
        )
        name, version = canonicalize_name(about["Name"]), about["Version"]
        licence = SPDX.get(name) or about["License-Expression"] or ""
        if not licence:
            raise ValueError(f"{name} does not say its licence in METADATA; name it in SPDX")
        found.append(
            Component(
                name=name,
                version=version,
                licence=licence,
                purl=f"pkg:pypi/{name}@{version}",
                sha256=hashes.get(name, ""),
                texts=tuple(_texts(folder)),
            )
        )
    return sorted(found, key=lambda each: each.name)


def _texts(folder: Path) -> list[Path]:
    """Return the licences that a package carries."""
    below = [path for path in sorted((folder / "licenses").rglob("*")) if path.is_file()]
    words = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
    beside = [path for path in sorted(folder.iterdir()) if path.name.upper().startswith(words)]
    return [*below, *(path for path in beside if path.is_file())]
