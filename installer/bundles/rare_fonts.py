"""Fonts for the rare characters of names (生僻字), which bundles bring along from Debian.

Together with the two faces of our own they draw all of GB 18030-2022 level 3. The program looks for
them in the folder `fonts` beside its resources (`linli.paths.rare_fonts`).
"""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from bundles.archive import Pinned, fetch
from bundles.packages import Component

_PACKAGES = (
    (
        Pinned(
            name="fonts-babelstone-han",
            version="15.0.5-2",
            architecture="all",
            files=(
                (
                    "fonts-babelstone-han_15.0.5-2_all.deb",
                    "c7b7f9b5b78ad14c94d7e6d2b103307a7a643844c7db856fb97611d9d8a80589",
                ),
            ),
        ),
        "Arphic-1999 AND (CC-BY-SA-3.0 OR CC-BY-SA-4.0)",
    ),
    (
        Pinned(
            name="fonts-hanazono",
            version="20170904-2.1",
            architecture="all",
            files=(
                (
                    "fonts-hanazono_20170904-2.1_all.deb",
                    "a6943366b4f5a6cec34221f8b4eb22555a628f0ee6ef4e3d3401cabe9363aeae",
                ),
            ),
        ),
        "OFL-1.1",
    ),
)
"""Mainland shapes first; HanaMin, of Japanese shapes, draws what is left."""


def rare_fonts(into: Path) -> list[Component]:
    """Put the font files into a folder, each licence beside them; return what they are.

    Args:
        into: the folder `fonts` beside the bundle's resources; made if need be.

    Raises:
        archive.NotThere: if Debian's archive cannot be reached, or has other files now.
    """
    into.mkdir(parents=True, exist_ok=True)
    return [_put(package, licence, into) for package, licence in _PACKAGES]


def _put(package: Pinned, licence: str, into: Path) -> Component:
    ((archive, sha256),) = package.files
    packed = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", str(fetch(package)[archive])],
        capture_output=True,
        check=True,
    ).stdout
    text = into / f"{package.name}.copyright"
    with tarfile.open(fileobj=BytesIO(packed)) as members:
        for member in members:
            name = PurePosixPath(member.name)
            content = members.extractfile(member) if member.isfile() else None
            if content is None:
                continue
            if name.suffix == ".ttf":
                (into / name.name).write_bytes(content.read())
            elif name.name == "copyright":
                text.write_bytes(content.read())
    return Component(
        name=package.name,
        version=package.upstream,
        licence=licence,
        purl=f"pkg:deb/debian/{package.name}@{package.version}?arch={package.architecture}",
        sha256=sha256,
        texts=(text,),
    )
