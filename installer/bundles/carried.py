"""Libraries of Debian that are carried inside, for desktops that do not bring them along."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path, PurePosixPath

from bundles.archive import fetch
from bundles.packages import Component
from bundles.runtime_data import CARRIED
from bundles.targets import Target

_COPYRIGHT = "copyright"


def put(target: Target, into: Path, licence_folder: Path) -> list[Component]:
    """Put a target's libraries, under the names they are asked for, beside those of Qt.

    Args:
        target: what it is for.
        into: the folder of Qt's libraries.
        licence_folder: a scratch folder for the texts of their licences.
    """
    found = []
    for package in CARRIED[target.debian]:
        (archive,) = fetch(package).values()
        packed = subprocess.run(
            ["dpkg-deb", "--fsys-tarfile", str(archive)], capture_output=True, check=True
        ).stdout
        text = licence_folder / package.name / _COPYRIGHT
        text.parent.mkdir(parents=True)
        with tarfile.open(fileobj=BytesIO(packed)) as members:
            for member in members:
                if member.issym() and ".so." in member.name:
                    asked = into / PurePosixPath(member.name).name
                    asked.write_bytes(_content(members, member.name))
            about = f"./usr/share/doc/{package.name}/{_COPYRIGHT}"
            text.write_bytes(_content(members, about))
        found.append(
            Component(
                name=package.name,
                version=package.upstream,
                licence="MIT",
                purl=f"pkg:deb/debian/{package.name}@{package.version}?arch={package.architecture}",
                sha256=package.files[0][1],
                texts=(text,),
            )
        )
    return found


def _content(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise ValueError(f"{name} is no file")
    return file.read()
